"""The frame of every page: whose it is, which page of how many, and what it is not."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from desktop.domain.language import language, say
from desktop.reports.fonts import REGULAR, register_fonts
from desktop.reports.imprint import PAPERS, Paper
from desktop.reports.refusal import DoesNotFit
from desktop.reports.shapes import shortened, text_width
from desktop.reports.style import (
    HEADING,
    MILLIMETER,
    SMALL,
    TITLE,
    WIDTH,
    faces,
    ink,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.reports.tables import Flow

EDGE = 9.5 * MILLIMETER
"""Points above and below everything."""
FOOT = 29.0
FIRST_HEAD, LATER_HEAD = 34.0, 24.0
_LEAST_NAME = 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """What stands on every page.

    ``identity`` is the line of the foot that says whose page it is, ``heading`` the pairs of
    label and value for the head of later pages, ``corner`` the lines at the right of the
    first, ``made`` the day, the person and the guidance behind it, ``mark`` the audit's newest
    entry, never shortened. ``disclaimer`` says what the page is not; empty, the usual words.
    """

    title: str
    identity: str
    heading: tuple[tuple[str, str], ...]
    corner: tuple[str, ...]
    made: str
    is_fictional: bool
    author: str
    subject: str
    mark: str = ""
    disclaimer: str = ""
    title_size: float = TITLE
    paper: Paper = field(default=PAPERS["a4"])

    @property
    def warning(self) -> str:
        """The words on every page that say what it is not."""
        return self.disclaimer or say("Decision support. Not a diagnosis.")


def built(frame: PageFrame, stories: Sequence[Callable[[], Sequence[Flow]]]) -> bytes:
    """The PDF of the first story, or of the first other one that takes fewer pages.

    The stories tell the same in another order or at another size. Another one is only tried
    where the last page holds so little that this could save it. The same stories give the same
    bytes. Raises DoesNotFit for a piece that does not fit on a page.
    """
    register_fonts()
    best = _laid_out(frame, stories[0]())
    for story in stories[1:]:
        if best.pages == 1 or best.on_last_page > MOST_TO_SAVE:
            break
        other = _laid_out(frame, story())
        if other.pages < best.pages:
            return other.pdf
    return best.pdf


MOST_TO_SAVE = 170.0
"""Points on a last page that another order of the same sections may save, not more."""


@dataclass(frozen=True, slots=True)
class _Made:
    pdf: bytes
    pages: int
    on_last_page: float


def pages_of(frame: PageFrame, story: Sequence[Flow]) -> int:
    """How many pages a story takes; the story cannot be used again."""
    register_fonts()
    return _laid_out(frame, story).pages


class _Canvas(Canvas):  # type: ignore[misc]  # reportlab is not typed
    """A canvas whose feet are drawn last, when the number of pages is known."""

    frame: PageFrame

    def save(self) -> None:
        """Draw the feet of all pages, then write the file."""
        pages = self.getPageNumber() - 1
        for number in range(1, pages + 1):
            self.beginForm(f"foot-{number}", 0, 0, self.frame.paper.width, self.frame.paper.height)
            _Pen(self, self.frame).foot(number, pages)
            self.endForm()
        super().save()


def _laid_out(frame: PageFrame, story: Sequence[Flow]) -> _Made:
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=(frame.paper.width, frame.paper.height),
        title=plain(frame.title),
        author=plain(frame.author),
        subject=plain(frame.subject),
        creator=plain(frame.author),
        lang=language(),
        initialFontName=REGULAR,
        invariant=1,
        displayDocTitle=True,
        pageCompression=1,
    )
    document.addPageTemplates(
        [
            _template(frame, "first", FIRST_HEAD, lambda c, _: _Pen(c, frame).first()),
            _template(frame, "later", LATER_HEAD, lambda c, _: _Pen(c, frame).later()),
        ]
    )
    document.afterFlowable = lambda flow: _bookmark(document.canv, flow)
    canvas = type("_FramedCanvas", (_Canvas,), {"frame": frame})
    try:
        document.build([NextPageTemplate("later"), *story], canvasmaker=canvas)
    except LayoutError as error:
        raise DoesNotFit(
            say("A piece of this document does not fit on a page."),
            kept=say("The registry is unchanged."),
            remedy=say("Print it as plain text, and leave out the section that is too long."),
        ) from error
    body = document.frame
    return _Made(target.getvalue(), document.page, body._y2 - body._y)  # noqa: SLF001 - no name


def _template(
    frame: PageFrame, name: str, head: float, draw: Callable[[Any, Any], None]
) -> PageTemplate:
    body = Frame(
        frame.paper.margin,
        EDGE + FOOT,
        WIDTH,
        frame.paper.height - 2 * EDGE - FOOT - head,
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


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws what stands around the text of one page."""

    canvas: Canvas
    frame: PageFrame

    @property
    def left(self) -> float:
        return self.frame.paper.margin

    @property
    def right(self) -> float:
        return self.left + WIDTH

    @property
    def top(self) -> float:
        return self.frame.paper.height - EDGE

    def first(self) -> None:
        frame, size = self.frame, self.frame.title_size
        self.text(self.left, self.top - 24, frame.title, size=size, bold=True)
        room = WIDTH - text_width(frame.title, size, bold=True) - 20
        for number, line in enumerate(frame.corner):
            y = self.top - 13 - 11 * (number + 2 - len(frame.corner))
            self.text(self.right, y, shortened(line, room), paint="ink2", at_end=True)
        self.rule(self.top - 30, width=2.2, paint="accent")
        self.canvas.doForm(f"foot-{self.canvas.getPageNumber()}")

    def later(self) -> None:
        frame, y = self.frame, self.top - 12
        self.text(self.left, y, frame.title, size=HEADING + 1, bold=True)
        room = WIDTH - text_width(frame.title, HEADING + 1, bold=True) - 16
        x = self.right
        for label, value in reversed(_fitting(frame.heading, room)):
            x -= text_width(value, bold=True)
            self.text(x, y, value, bold=True)
            if label:
                x -= text_width(label) + 3
                self.text(x, y, label, paint="ink2")
            x -= 9
        self.rule(self.top - 18, width=2.2, paint="accent")
        self.canvas.doForm(f"foot-{self.canvas.getPageNumber()}")

    def foot(self, number: int, pages: int) -> None:
        frame, baseline = self.frame, EDGE + 14
        self.rule(baseline + 11, width=0.75, paint="line2")
        page = say("page {number} of {pages}", number=number, pages=pages)
        page = _BETWEEN.join(part for part in (frame.mark, page) if part)
        right = self.right
        self.text(right, baseline, page, paint="ink2", at_end=True)
        right -= text_width(page) + 4
        if frame.is_fictional:
            words = f"{say('DEMO DATA')} ·"
            self.text(right, baseline, words, bold=True, at_end=True)
            right -= text_width(words, bold=True) + 8
        identity = _whose(frame.identity, right - self.left)
        self.text(self.left, baseline, identity, bold=True)
        below = baseline - 10.5
        end = self.text(self.left, below, frame.warning, paint="ink2") + 12
        made = shortened(frame.made, self.right - end)
        self.text(self.right, below, made, paint="ink2", at_end=True)

    def rule(self, y: float, *, width: float, paint: str) -> None:
        self.canvas.setStrokeColor(ink(paint))
        self.canvas.setLineWidth(width)
        self.canvas.line(self.left, y, self.right, y)

    def text(
        self,
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
        self.canvas.setFillColor(ink(paint))
        for piece, font in faces(text, bold=bold):
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, y, piece)
            x += self.canvas.stringWidth(piece, font, size)
        return x


_BETWEEN = " · "


def _whose(identity: str, room: float) -> str:
    """The identity, of which only the name gives way: birth and ID tell two long names apart."""
    name, *rest = identity.rsplit(_BETWEEN, 2)
    tail = "".join(f"{_BETWEEN}{part}" for part in rest)
    left = room - text_width(tail, bold=True)
    if not rest or left < _LEAST_NAME:
        return shortened(identity, room, bold=True)
    return shortened(name, left, bold=True) + tail


def _fitting(pairs: Sequence[tuple[str, str]], room: float) -> list[tuple[str, str]]:
    """The pairs, the first value (the name) shortened where all do not fit."""
    if not pairs:
        return []
    (label, name), *rest = pairs
    used = sum(text_width(a) + text_width(b, bold=True) + 12 for a, b in rest)
    return [(label, shortened(name, max(room - used, 60.0), bold=True)), *rest]
