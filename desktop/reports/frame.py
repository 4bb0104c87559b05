"""The frame of every page: whose it is, which page of how many, and what it is not."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageTemplate

from desktop.reports.shapes import shortened, text_width
from desktop.reports.style import (
    BOLD,
    EDGE,
    HEADING,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    REGULAR,
    SMALL,
    SYMBOLS,
    TITLE,
    WIDTH,
    ink,
    plain,
    register_fonts,
    runs,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.reports.tables import Flow

FOOT = 20.0
FIRST_HEAD, LATER_HEAD = 34.0, 24.0
NOT_A_DIAGNOSIS = "Decision support. Not a diagnosis."


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """What stands on every page.

    ``identity`` is the patient's line for the foot, ``heading`` the pairs of label and value
    for the head of later pages, ``corner`` the two lines at the right of the first.
    """

    title: str
    identity: str
    heading: tuple[tuple[str, str], ...]
    corner: tuple[str, ...]
    is_fictional: bool
    author: str
    subject: str


def built(frame: PageFrame, stories: Sequence[Callable[[], Sequence[Flow]]]) -> bytes:
    """The PDF of the story that takes the fewest pages, of those that take as few the first.

    The stories tell the same in another order; each is called anew for each pass, because a
    laid-out story cannot be used again. The chosen one is laid out twice, since the foot of
    page 1 names the last page. The same stories give the same bytes. Raises reportlab's
    LayoutError for a piece that does not fit on a page.
    """
    register_fonts()
    chosen, pages = stories[0], _pass(frame, stories[0](), pages=0)[1]
    for story in stories[1:] if pages > 1 else ():
        other = _pass(frame, story(), pages=0)[1]
        if other < pages:
            chosen, pages = story, other
    return _pass(frame, chosen(), pages=pages)[0]


def _pass(frame: PageFrame, story: Sequence[Flow], *, pages: int) -> tuple[bytes, int]:
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=plain(frame.title),
        author=plain(frame.author),
        subject=plain(frame.subject),
        creator=plain(frame.author),
        lang="en",
        initialFontName=REGULAR,
        invariant=1,
        displayDocTitle=True,
        pageCompression=1,
    )
    document.addPageTemplates(
        [
            _template("first", FIRST_HEAD, lambda canvas, _: _first(canvas, frame, pages)),
            _template("later", LATER_HEAD, lambda canvas, _: _later(canvas, frame, pages)),
        ]
    )
    document.afterFlowable = lambda flow: _bookmark(document.canv, flow)
    document.build([NextPageTemplate("later"), *story])
    return target.getvalue(), document.page


def _template(name: str, head: float, draw: Callable[[Any, Any], None]) -> PageTemplate:
    body = Frame(
        MARGIN,
        EDGE + FOOT,
        WIDTH,
        PAGE_HEIGHT - 2 * EDGE - FOOT - head,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return PageTemplate(id=name, frames=[body], onPage=draw)


def _bookmark(canvas: Canvas, flow: Flow) -> None:
    text = getattr(flow, "outline", "")
    if text:
        key = f"section-{len(text)}-{text}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(plain(text), key, level=0)


def _first(canvas: Canvas, frame: PageFrame, pages: int) -> None:
    top = PAGE_HEIGHT - EDGE
    _text(canvas, MARGIN, top - 24, frame.title, size=TITLE, bold=True)
    for number, line in enumerate(frame.corner):
        room = WIDTH - text_width(frame.title, TITLE, bold=True) - 20
        text = shortened(line, room)
        _text(canvas, MARGIN + WIDTH, top - 13 - 11 * number, text, paint="ink2", at_end=True)
    _rule(canvas, top - 30, width=2.2, paint="accent")
    _foot(canvas, frame, pages)


def _later(canvas: Canvas, frame: PageFrame, pages: int) -> None:
    top = PAGE_HEIGHT - EDGE
    _text(canvas, MARGIN, top - 12, frame.title, size=HEADING + 1, bold=True)
    room = WIDTH - text_width(frame.title, HEADING + 1, bold=True) - 16
    x = MARGIN + WIDTH
    for label, value in reversed(_fitting(frame.heading, room)):
        x -= text_width(value, bold=True)
        _text(canvas, x, top - 12, value, bold=True)
        if label:
            x -= text_width(label) + 3
            _text(canvas, x, top - 12, label, paint="ink2")
        x -= 9
    _rule(canvas, top - 18, width=2.2, paint="accent")
    _foot(canvas, frame, pages)


def _fitting(pairs: Sequence[tuple[str, str]], room: float) -> list[tuple[str, str]]:
    """The pairs, the first value (the name) shortened where all do not fit."""
    (label, name), *rest = pairs
    used = sum(text_width(a) + text_width(b, bold=True) + 12 for a, b in rest)
    return [(label, shortened(name, max(room - used, 60.0), bold=True)), *rest]


def _foot(canvas: Canvas, frame: PageFrame, pages: int) -> None:
    baseline = EDGE + 4
    _rule(canvas, baseline + 11, width=0.75, paint="line2")
    page = f"page {canvas.getPageNumber()} of {pages or '?'}"
    right = MARGIN + WIDTH
    _text(canvas, right, baseline, page, paint="ink2", at_end=True)
    right -= text_width(page) + 4
    if frame.is_fictional:
        _text(canvas, right, baseline, "DEMO DATA ·", bold=True, at_end=True)
        right -= text_width("DEMO DATA ·", bold=True) + 8
    right -= text_width(NOT_A_DIAGNOSIS) + 12
    identity = shortened(frame.identity, right - MARGIN)
    end = _text(canvas, MARGIN, baseline, identity, paint="ink2")
    _text(canvas, end + 12, baseline, NOT_A_DIAGNOSIS, paint="ink2")


def _rule(canvas: Canvas, y: float, *, width: float, paint: str) -> None:
    canvas.setStrokeColor(ink(paint))
    canvas.setLineWidth(width)
    canvas.line(MARGIN, y, MARGIN + WIDTH, y)


def _text(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    *,
    size: float = SMALL,
    paint: str = "ink",
    bold: bool = False,
    at_end: bool = False,
) -> float:
    if at_end:
        x -= text_width(text, size, bold=bold)
    canvas.setFillColor(ink(paint))
    for piece, is_symbol in runs(text):
        font = SYMBOLS if is_symbol else BOLD if bold else REGULAR
        canvas.setFont(font, size)
        canvas.drawString(x, y, piece)
        x += canvas.stringWidth(piece, font, size)
    return x
