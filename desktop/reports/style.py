"""What every page looks like: embedded fonts, ink, text sizes, and text made safe to print."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import STATE_DEFAULTS
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont

from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN, EDGE = 12 * mm, 9.5 * mm  # at the sides; above and below
WIDTH = PAGE_WIDTH - 2 * MARGIN

BODY, SMALL, TABLE, HEADING, TITLE = 9.3, 8.2, 8.8, 10.4, 15.5
"""Text sizes in points; nothing on paper is smaller than SMALL."""

REGULAR, BOLD, ITALIC, BOLD_ITALIC = (
    "NotoSans-Regular",
    "NotoSans-Bold",
    "NotoSans-Italic",
    "NotoSans-BoldItalic",
)
SYMBOLS = "NotoSansMath-Regular"

_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


@cache
def register_fonts() -> None:
    """Makes the embedded fonts known to reportlab; does nothing the second time."""
    for name in (REGULAR, BOLD, ITALIC, BOLD_ITALIC, SYMBOLS):
        if name not in getRegisteredFontNames():
            registerFont(TTFont(name, str(resource("fonts", f"{name}.ttf"))))
    registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC)
    # Every drawing begins by naming this font; left alone, it names one that is not embedded.
    STATE_DEFAULTS["fontName"] = REGULAR
    registerFontFamily(SYMBOLS, normal=SYMBOLS, bold=SYMBOLS, italic=SYMBOLS, boldItalic=SYMBOLS)


@cache
def _letters(font: str) -> frozenset[int]:
    path = str(resource("fonts", f"{font}.ttf"))
    return frozenset(TTFont(font, path).face.charToGlyph)


@cache
def tokens() -> Mapping[str, str]:
    """The design tokens of the light palette: paper is always light."""
    path = resource("theme", "tokens.json")
    return MappingProxyType(json.loads(path.read_text(encoding="utf-8"))["light"])


def ink(token: str) -> Color:
    """The color of a design token. Raises KeyError for a token that does not exist."""
    return HexColor(tokens()[token])


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """``text`` in pieces of one font each: the piece, and True if it needs the symbol font.

    A character that no embedded font can print becomes its code in brackets, ``[U+0623]``,
    and an invisible one too: on a clinical page nothing vanishes and nothing turns into an
    empty box. Line ends and tabs become spaces.
    """
    piece, is_symbol = "", False
    composed = unicodedata.normalize("NFC", text)
    for shown, needs_symbols in (_printable(character) for character in composed):
        if needs_symbols != is_symbol and piece:
            yield piece, is_symbol
            piece = ""
        is_symbol = needs_symbols
        piece += shown
    if piece:
        yield piece, is_symbol


@cache
def _printable(character: str) -> tuple[str, bool]:
    if character in "\r\n\t":
        return " ", False
    if unicodedata.category(character) not in _HIDDEN:
        if ord(character) in _letters(REGULAR):
            return character, False
        if ord(character) in _letters(SYMBOLS):
            return character, True
    return f"[U+{ord(character):04X}]", False


def is_printable(text: str) -> bool:
    """True if every character of ``text`` can be printed as itself."""
    return all("[U+" not in _printable(character)[0] for character in text)


def plain(text: str) -> str:
    """``text`` as it will stand on the page, unprintable characters as their codes."""
    return "".join(piece for piece, _ in runs(text))


def markup(text: str) -> str:
    """``text`` for a Paragraph: its own markup escaped, fonts chosen per character."""
    return "".join(
        f'<font name="{SYMBOLS}">{escape(piece)}</font>' if is_symbol else escape(piece)
        for piece, is_symbol in runs(text)
    )


def bold(text: str) -> str:
    """``text`` as bold markup."""
    return f"<b>{markup(text)}</b>"


def italic(text: str) -> str:
    """``text`` as italic markup, the voice of everything unknown or not recorded."""
    return f"<i>{markup(text)}</i>"


def quiet(text: str) -> str:
    """``text`` as markup in secondary ink."""
    return f'<font color="{tokens()["ink2"]}">{markup(text)}</font>'


def _style(name: str, size: float, leading: float, **changes: object) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=REGULAR,
        fontSize=size,
        leading=leading,
        textColor=ink("ink"),
        splitLongWords=1,
        **changes,
    )


@cache
def styles() -> Mapping[str, ParagraphStyle]:
    """The paragraph styles by name: body, small, cell, fine, number, head, heading and so on."""
    register_fonts()
    return MappingProxyType(
        {
            "body": _style("body", BODY, 12.2),
            "small": _style("small", SMALL, 10.2),
            "cell": _style("cell", TABLE, 10.9),
            "fine": _style("fine", SMALL, 10.0),
            "number": _style("number", TABLE, 10.9, alignment=TA_RIGHT),
            "head": _style("head", TABLE, 10.9),
            "head_number": _style("head_number", TABLE, 10.9, alignment=TA_RIGHT),
            "heading": _style("heading", HEADING, 12.6),
            "title": _style("title", TITLE, 19),
            "right": _style("right", SMALL, 10.2, alignment=TA_RIGHT),
        }
    )
