"""The embedded fonts of paper, each read from its file when a text first needs it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from reportlab import rl_config
from reportlab.graphics.shapes import STATE_DEFAULTS
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont

from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

REGULAR, BOLD, ITALIC, BOLD_ITALIC = (
    "NotoSans-Regular",
    "NotoSans-Bold",
    "NotoSans-Italic",
    "NotoSans-BoldItalic",
)
SYMBOLS = "NotoSansMath-Regular"
ARABIC = "NotoSansArabic-Regular"
HEBREW = "NotoSansHebrew-Regular"
HAN = "DroidSansFallback"

KEPT_WIDTHS = 1 << 15
"""Words of each font whose width is remembered."""

_BOLD: Mapping[str, str] = {
    REGULAR: BOLD,
    ARABIC: "NotoSansArabic-Bold",
    HEBREW: "NotoSansHebrew-Bold",
}


@cache
def register_fonts() -> None:
    """Make the fonts of every page known to reportlab; does nothing the second time."""
    for name in (REGULAR, BOLD, ITALIC, BOLD_ITALIC):
        _register(name)
    registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC)
    # Streams as bytes: as letters they would be a quarter larger, and take a tenth of the time.
    rl_config.useA85 = 0
    # Every drawing begins by naming this font; left alone, it names one that is not embedded.
    STATE_DEFAULTS["fontName"] = REGULAR


@cache
def letters(name: str) -> frozenset[int]:
    """The characters that a font can draw; the font is registered on the way.

    The sign fonts have no italics, and some no bold: a text in them stands upright.
    """
    drawn = frozenset(_register(name).face.charToGlyph)
    heavy = _BOLD.get(name, name)
    if heavy != name:
        _register(heavy)
    if name != REGULAR:
        registerFontFamily(name, normal=name, bold=heavy, italic=name, boldItalic=heavy)
    return drawn


def face(name: str, *, bold: bool) -> str:
    """The font to draw with; one without a bold face draws bold text as it is."""
    return _BOLD.get(name, name) if bold else name


@cache
def _register(name: str) -> TTFont:
    font = TTFont(name, str(resource("fonts", f"{name}.ttf")))
    # The same words are measured again and again: a sixth of the time of a batch.
    font.stringWidth = lru_cache(maxsize=KEPT_WIDTHS)(font.stringWidth)
    registerFont(font)
    return font
