"""What every page looks like: embedded fonts, ink, text sizes, and text made safe to print."""

from __future__ import annotations

import json
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from desktop.paths import resource
from desktop.reports.fonts import REGULAR, face, register_fonts
from desktop.reports.scripts import LINE, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.reports.scripts import Piece

MILLIMETER = 72 / 25.4
WIDTH = 186 * MILLIMETER
"""The width of what stands on a page, on every paper; the margins take the rest."""

BODY, SMALL, TABLE, HEADING, TITLE = 9.3, 8.2, 8.8, 10.4, 15.5
PLAIN = 12.5
"""Text sizes in points, PLAIN for patients; nothing on paper is smaller than SMALL."""


@cache
def tokens() -> Mapping[str, str]:
    """The design tokens of the light palette: paper is always light."""
    path = resource("theme", "tokens.json")
    return MappingProxyType(json.loads(path.read_text(encoding="utf-8"))["light"])


def ink(token: str) -> Color:
    """The color of a design token. Raises KeyError for a token that does not exist."""
    return HexColor(tokens()[token])


def faces(text: str, *, bold: bool = False) -> Iterator[tuple[str, str]]:
    """``text`` as it is drawn: the pieces from left to right, each with its font."""
    for piece in pieces(text):
        yield piece.text, face(piece.font, bold=bold)


def plain(text: str) -> str:
    """``text`` with what no page prints as its code, for titles and bookmarks of the file."""
    return "".join(f"[U+{ord(c):04X}]" if not c.isprintable() else c for c in text)


def markup(text: str) -> str:
    """``text`` for a Paragraph: its own markup escaped, fonts chosen per character."""
    return "".join(_marked_up(piece) for piece in pieces(text, line=LINE))


def _marked_up(piece: Piece, *, bold: bool = False) -> str:
    if piece.is_break:
        return "<br/>"
    if piece.font == REGULAR:
        return escape(piece.text)
    return f'<font name="{face(piece.font, bold=bold)}">{escape(piece.text)}</font>'


def bold(text: str) -> str:
    """``text`` as bold markup."""
    heavy = "".join(_marked_up(piece, bold=True) for piece in pieces(text, line=LINE))
    return f"<b>{heavy}</b>"


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
            "plain": _style("plain", PLAIN, 16.4),
            "plain_small": _style("plain_small", 10.5, 14.0),
            "plain_heading": _style("plain_heading", 14.0, 18.0, spaceBefore=11, spaceAfter=3),
            "right": _style("right", SMALL, 10.2, alignment=TA_RIGHT),
        }
    )
