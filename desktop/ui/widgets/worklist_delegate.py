"""Paints the rows of the worklist: two lines, the evidence with its course, the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.icons import pixmap
from desktop.ui.models.worklist import EVIDENCE, PATIENT, URGENCY, WHEN, WHY, WorklistModel
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from desktop.ui.models.worklist import Row
    from desktop.work.worklist import Item

    Index = QModelIndex | QPersistentModelIndex

ROW, GROUP = 46, 30
PAD = 10
LOOKS = {
    "stop": ("alert-octagon-filled", "stop", 600),
    "review": ("alert-triangle", "warn", 600),
    "new": ("info-circle", "info", 600),
    "due": ("calendar-due", "ink2", 400),
    "waiting": ("hourglass", "ink2", 400),
    "missing": ("circle-dashed", "unk", 400),
}
"""Icon, color token and weight of each urgency; the word always stands beside."""
CHIPS = {
    "stop": ("stopline", "onstop", False),
    "review": ("warnbg", "warn", False),
    "new": ("infobg", "info", False),
    "due": ("stablebg", "ink2", False),
    "waiting": ("unkbg", "unk", True),
    "missing": ("unkbg", "unk", True),
}
"""Ground, text and whether the outline is dashed, for the chip of each urgency."""


class WorklistDelegate(QStyledItemDelegate):
    """One look for all rows; groups span the columns."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's
        """Rows have two lines, groups one."""
        return QSize(60, theme().px(ROW if index.internalId() else GROUP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        model = index.model()
        if not isinstance(model, WorklistModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        if index.internalId():
            self._paint_ground(painter, rect, option)
            row = model.row_at(index)
            if row is None:
                _line(painter, rect, f"{model.data(index) or ''}", 12.5, color="accent")
            else:
                _PAINTERS[index.column()](painter, rect, row)
        else:
            painter.fillRect(rect, theme().color("sunken"))
            self._paint_edge(painter, rect)
            if index.column() == 0:
                _line(
                    painter, rect, f"{model.data(index)}", 12.5, weight=600, color="ink2", room=600
                )
        painter.restore()

    @staticmethod
    def _paint_edge(painter: QPainter, rect: QRect) -> None:
        painter.setPen(theme().color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().color("selected"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().color("hover"))
        self._paint_edge(painter, rect)


def _line(
    painter: QPainter,
    rect: QRect,
    text: str,
    size: float,
    *,
    weight: int = 400,
    color: str = "ink",
    room: int = 0,
    italic: bool = False,
) -> int:
    """One elided line, in the middle of a rectangle; gives how wide it is."""
    current = theme()
    font = current.font(size, weight, italic=italic)
    metrics = QFontMetrics(font)
    width = max(rect.width() - 2 * PAD, room)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    painter.setFont(font)
    painter.setPen(current.color(color))
    place = QRect(rect.left() + PAD, rect.top(), width, rect.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)


def _halves(rect: QRect) -> tuple[QRect, QRect]:
    """Where the upper and the lower line of a row stand."""
    middle = rect.center().y() + 1
    line = theme().px(17)
    upper = QRect(rect.left(), middle - line, rect.width(), line)
    return upper, QRect(rect.left(), middle, rect.width(), line)


def _paint_urgency(painter: QPainter, rect: QRect, row: Row) -> None:
    name, token, weight = LOOKS[row.item.urgency]
    side = theme().px(16)
    left = rect.left() + PAD
    painter.drawPixmap(QPointF(left, rect.center().y() + 1 - side / 2), pixmap(name, token))
    beside = QRect(left + side - 2, rect.top(), rect.right() - left - side, rect.height())
    italic = row.item.urgency == "missing"
    _line(painter, beside, row.word, 13, weight=weight, color=token, italic=italic)


def _paint_patient(painter: QPainter, rect: QRect, row: Row) -> None:
    upper, lower = _halves(rect)
    _line(painter, upper, row.name, 12.5, weight=600)
    _line(painter, lower, row.person, 12, color="ink2")


def _paint_why(painter: QPainter, rect: QRect, row: Row) -> None:
    upper, lower = _halves(rect)
    _line(painter, upper, row.item.text, 12.5, weight=600)
    if row.note:
        side = theme().px(14)
        sign = QRect(lower.right() - PAD - side, lower.center().y() - side // 2, side, side)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(sign, pixmap("notes", "accent", 14, ratio))
        lower.setRight(sign.left())
    _line(painter, lower, row.item.detail, 12, color="ink2")


def _paint_when(painter: QPainter, rect: QRect, row: Row) -> None:
    upper, lower = _halves(rect)
    weight, token = (600, "warn") if row.is_late else (400, "ink")
    _line(painter, upper, row.due, 12.5, weight=weight, color=token)
    _line(painter, lower, row.whose, 12, color="ink" if row.deeds.to else "ink2")


def _paint_evidence(painter: QPainter, rect: QRect, row: Row) -> None:
    item = row.item
    graph = theme().px(84) if rect.width() >= theme().px(180) else 0
    words = QRect(rect.left(), rect.top(), rect.width() - graph - 4, rect.height())
    if item.value:
        upper, lower = _halves(words)
        taken = _line(painter, upper, item.value, 13, weight=600)
        unit = QRect(
            upper.left() + taken + 4, upper.top(), upper.width() - taken - 4, upper.height()
        )
        taken += 4 + _line(painter, unit, item.unit, 11.5, color="ink2")
        if item.flag:
            flag = QRect(upper.left() + taken + 4, upper.top(), 30, upper.height())
            _line(painter, flag, item.flag, 12, weight=700, color="stop")
        _line(painter, lower, row.dated, 11.5, color="ink3")
    elif item.chip:
        _paint_chip(painter, words, item)
    if graph:
        place = QRectF(rect.right() - graph - PAD, rect.top() + 12, graph, rect.height() - 24)
        paint_course(painter, place, item)


def _paint_chip(painter: QPainter, rect: QRect, item: Item) -> None:
    current = theme()
    ground, token, is_dashed = CHIPS[item.urgency]
    font = current.font(11.5, 400 if is_dashed else 600, italic=is_dashed)
    metrics = QFontMetrics(font)
    room = rect.width() - PAD - 12
    shown = metrics.elidedText(item.chip, Qt.TextElideMode.ElideRight, room)
    width, height = metrics.horizontalAdvance(shown) + 12, metrics.height() + 4
    place = QRectF(rect.left() + PAD, rect.center().y() - height / 2 + 1, width, height)
    if is_dashed:
        pen = QPen(current.color(token), 1, Qt.PenStyle.DashLine)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current.color(ground))
    painter.drawRoundedRect(place, 3, 3)
    painter.setPen(current.color(token))
    painter.setFont(font)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)


def paint_course(painter: QPainter, place: QRectF, item: Item) -> None:
    """The last values as a line, with their range behind and the newest as a dot."""
    if len(item.series) < 2:
        return
    current = theme()
    bounds = [value for _, value in item.series]
    limits = [limit for limit in (item.low, item.high) if limit is not None]
    least, most = min(bounds + limits), max(bounds + limits)
    first, last = item.series[0][0], item.series[-1][0]
    tall, wide = (most - least) or 1.0, (last - first) or 1.0

    def y(value: float) -> float:
        return place.bottom() - (value - least) / tall * place.height()

    if limits:
        top = y(item.high) if item.high is not None else place.top()
        bottom = y(item.low) if item.low is not None else place.bottom()
        painter.fillRect(
            QRectF(place.left(), top, place.width(), bottom - top), current.color("band")
        )
    points = [
        QPointF(place.left() + (day - first) / wide * place.width(), y(value))
        for day, value in item.series
    ]
    ink = current.color("grow" if item.kind == "growing" else "c1")
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1.4))
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(points[-1], 2.6, 2.6)


_PAINTERS = {
    URGENCY: _paint_urgency,
    PATIENT: _paint_patient,
    WHY: _paint_why,
    EVIDENCE: _paint_evidence,
    WHEN: _paint_when,
}
