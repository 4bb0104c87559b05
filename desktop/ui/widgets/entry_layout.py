"""How one entry of guidance is laid out in a width: texts broken into lines, chips, links."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from desktop.ui.theme import theme
from desktop.ui.widgets.source_chips import HEIGHT, chip_places

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from desktop.ui.models.entries import Action, Entry, Line
    from desktop.ui.sources import Source

LEFT, RIGHT, TOP, BOTTOM = 12, 12, 8, 8
ICON, ICON_GAP, LINE_GAP, LINK_GAP = 16, 10, 2, 14


@dataclass(slots=True)
class LaidOut:
    """Where everything of one entry stands, from its upper left corner."""

    height: float = 0.0
    texts: list[tuple[QTextLayout, QPointF, str]] = field(default_factory=list)
    chips: list[tuple[QRectF, Source]] = field(default_factory=list)
    links: list[tuple[QRectF, Action]] = field(default_factory=list)

    def link_at(self, at: QPointF) -> Action | None:
        """The link at a point."""
        reach = (0, -3, 0, 3)  # a target of 24 px
        return next((a for rect, a in self.links if rect.adjusted(*reach).contains(at)), None)

    def source_at(self, at: QPointF) -> Source | None:
        """The chip at a point."""
        return next((one for rect, one in self.chips if rect.contains(at)), None)


def link_font() -> QFont:
    """The font of links."""
    made = theme().font(12)
    made.setUnderline(True)
    return made


def lay_out(entry: Entry, width: float) -> LaidOut:
    """The layout of an entry; nothing is cut, whatever the width."""
    made = LaidOut()
    left = _gutter(entry, made)
    room = max(width - left - RIGHT, 60.0)
    y = float(TOP)
    aside = _links_beside(entry, made, left + room) or _aside(entry, made, left + room)
    if entry.title:
        weight = 400 if entry.is_light else 600
        text = _broken(entry.title, theme().font(13, weight), room - aside)
        made.texts.append((text, QPointF(left, y), _ink(entry)))
        y += text.boundingRect().height() + LINE_GAP
    for line in entry.lines:
        text = _broken_line(line, room)
        made.texts.append((text, QPointF(left, y), _line_token(entry, line)))
        y += text.boundingRect().height() + LINE_GAP
    if not entry.is_row:
        y = _foot(entry, made, QRectF(left, y, room, 0))
    margin = BOTTOM - LINE_GAP - 2 if entry.is_row else BOTTOM
    made.height = max(y, TOP + ICON) + margin
    return made


def _ink(entry: Entry) -> str:
    if entry.ground == "stop":
        return "onstop"
    return "ink2" if entry.ground in ("aside", "quiet") else "ink"


def _line_token(entry: Entry, line: Line) -> str:
    return "onstop" if entry.ground == "stop" else line.ink


def _gutter(entry: Entry, made: LaidOut) -> float:
    """Room on the left: an icon, or the chip that the entry is about."""
    if entry.mark is not None:
        ((rect, one),) = chip_places([entry.mark], 400, QPointF(LEFT, TOP))
        made.chips.append((rect, one))
        return rect.right() + ICON_GAP
    return float(LEFT + (theme().px(ICON) + ICON_GAP if entry.icon else 0))


def _aside(entry: Entry, made: LaidOut, right: float) -> float:
    """A word at the right end of the title; returns the room it takes."""
    if not entry.aside:
        return 0.0
    font = theme().font(12, 600 if entry.aside_ink == "warn" else 400)
    wide = QFontMetricsF(font).horizontalAdvance(entry.aside) + 1
    token = "onstop" if entry.ground == "stop" else entry.aside_ink
    made.texts.append((_broken(entry.aside, font, wide), QPointF(right - wide, TOP), token))
    return wide + ICON_GAP


def _links_beside(entry: Entry, made: LaidOut, right: float) -> float:
    """The links at the right end of the title; returns the room they take."""
    if not entry.is_row:
        return 0.0
    metrics, x = QFontMetricsF(link_font()), right
    for link in reversed(entry.links):
        wide = metrics.horizontalAdvance(link.text) + 1
        made.links.append((QRectF(x - wide, TOP, wide, metrics.height()), link))
        x -= wide + LINK_GAP
    return right - x


def _foot(entry: Entry, made: LaidOut, room: QRectF) -> float:
    """Chips on the left, links on the right of one row where they fit, else below."""
    y, bottom = room.top(), room.top()
    metrics = QFontMetricsF(link_font())
    widths = [metrics.horizontalAdvance(link.text) for link in entry.links]
    wanted = sum(widths) + LINK_GAP * max(len(widths) - 1, 0)
    if entry.sources:
        places = list(chip_places(entry.sources, room.width(), QPointF(room.left(), y + 3)))
        made.chips += places
        last, bottom = places[-1][0], places[-1][0].bottom()
        y = last.top() - 1
        if last.right() + LINK_GAP + wanted > room.right():
            y = bottom + 2
    if widths:
        height = max(metrics.height(), theme().px(HEIGHT))
        x = room.right() - wanted
        for link, wide in zip(entry.links, widths, strict=True):
            made.links.append((QRectF(x, y + 1, wide, height), link))
            x += wide + LINK_GAP
        bottom = max(bottom, y + 1 + height)
    return bottom


def _broken_line(line: Line, width: float) -> QTextLayout:
    font = theme().font(12, italic=line.is_italic)
    return _broken(line.whole, font, width, bold=len(line.lead))


def _broken(words: str, font: QFont, width: float, *, bold: int = 0) -> QTextLayout:
    """A text broken into lines of a width, its first letters in bold."""
    text = QTextLayout(words, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    text.setTextOption(option)
    if bold:
        look = QTextCharFormat()
        look.setFontWeight(600)
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = 0, bold, look
        text.setFormats([part])
    text.beginLayout()
    y = 0.0
    while (row := text.createLine()).isValid():
        row.setLineWidth(max(width, 40.0))
        row.setPosition(QPointF(0, y))
        y += row.height()
    text.endLayout()
    return text
