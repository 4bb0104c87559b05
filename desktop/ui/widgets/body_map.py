"""The body map: front and back with a marker for every mass, picked by pointer or arrow keys."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.body_shapes import (
    HEIGHT,
    REACH,
    WIDTH,
    Box,
    Spot,
    apart,
    label_boxes,
    marker_radius,
    paint_marker,
    silhouette,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from desktop.charts.body import MassMarker
    from desktop.ui.widgets.mass_rows import MassRow

TOP = 14.0
DRAWN = 184.0
"""How much of the width of a drawing the figure fills, with a margin."""
CENTERS = {"front": 0.29, "back": 0.765}
"""The middle of each figure as a share of the width: room for labels left of the front."""
MOST_VOLUMES = 12
"""With more markers than this their labels hold the id alone."""
HEADINGS = {"front": ("Front", "R", "L"), "back": ("Back", "L", "R")}
"""Heading, and the patient's side at the left and the right of the picture."""


class BodyMap(QWidget):
    """Markers of masses on two silhouettes; ``picked`` carries the id of the mass chosen."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Body map of the masses")
        self.setMinimumSize(240, 220)
        self._markers: tuple[MassMarker, ...] = ()
        self._rows: dict[str, MassRow] = {}
        self._selected = ""
        self._spots: list[Spot] = []
        self._boxes: list[Box] = []
        theme_signals.changed.connect(self._arrange)

    def sizeHint(self) -> QSize:
        """The size of the design."""
        return QSize(322, 356)

    def show_masses(self, markers: Sequence[MassMarker], rows: Sequence[MassRow]) -> None:
        """Show these markers; ``rows`` are all masses in the order of the list."""
        self._markers = tuple(markers)
        self._rows = {row.mass_id: row for row in rows}
        shown = [row for row in rows if any(m.mass_id == row.mass_id for m in markers)]
        count = f"{len(shown)} of {len(rows)} masses on the map."
        self.setAccessibleDescription(" ".join([count, *(row.spoken for row in rows)]))
        self._arrange()

    def select(self, mass_id: str) -> None:
        """Bring out one mass; an unknown or empty id brings out none."""
        if mass_id != self._selected:
            self._selected = mass_id
            self.update()

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The markers as they lie on the screen."""
        return tuple(self._spots)

    @property
    def labels(self) -> tuple[tuple[float, float, float, float], ...]:
        """Where the labels lie, in the order of the spots."""
        return tuple(self._boxes)

    def mass_at(self, at: QPointF) -> str:
        """The mass whose marker (at least 24 px across) or label is under a pixel, or empty."""
        near = [
            (hypot(s.x - at.x(), s.y - at.y()) - s.radius, s.mass_id)
            for s in self._spots
            if hypot(s.x - at.x(), s.y - at.y()) <= max(s.radius, REACH)
        ]
        if near:
            return min(near)[1]
        for spot, (left, top, right, bottom) in zip(self._spots, self._boxes, strict=True):
            if left <= at.x() <= right and top <= at.y() <= bottom:
                return spot.mass_id
        return ""

    @staticmethod
    def _top() -> float:
        return float(theme().px(TOP))

    def _scale(self) -> float:
        return min((self.height() - self._top() - 4) / HEIGHT, self.width() / 2 / DRAWN)

    def _arrange(self) -> None:
        scale = self._scale()
        spots = []
        for marker in self._markers:
            x = self.width() * CENTERS[marker.view] + (marker.x - WIDTH / 2) * scale
            y = self._top() + marker.y * scale
            radius = marker_radius(marker.volume)
            spots.append(Spot(marker.mass_id, x, y, radius, marker.x <= WIDTH / 2))
        self._spots = apart(spots)
        sizes = [self._label_size(spot.mass_id) for spot in self._spots]
        area = (0.0, self._top() + 2, float(self.width()), self.height() - 2.0)
        self._boxes = label_boxes(self._spots, sizes, area)
        self.update()

    def _label_size(self, mass_id: str) -> tuple[float, float]:
        current = theme()
        name = QFontMetricsF(current.font(12, 600)).horizontalAdvance(mass_id)
        if self._is_crowded:
            return name + 4, float(current.px(15))
        amount = QFontMetricsF(current.font(11)).horizontalAdvance(self._amount(mass_id))
        return max(name, amount) + 4, float(current.px(27))

    @property
    def _is_crowded(self) -> bool:
        """True where there is room for ids alone; the volumes stand in the list and tooltips."""
        return len(self._markers) > MOST_VOLUMES

    def _amount(self, mass_id: str) -> str:
        row = self._rows.get(mass_id)
        return row.amount if row else ""

    def _state(self, mass_id: str) -> str:
        row = self._rows.get(mass_id)
        return row.state if row else "too_few"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange markers and labels for the new size."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bodies, leaders, labels, then markers, the selected one last."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for view in CENTERS:
            self._paint_body(painter, view)
        for spot, box in zip(self._spots, self._boxes, strict=True):
            self._paint_label(painter, spot, box)
        for spot in sorted(self._spots, key=lambda s: s.mass_id == self._selected):
            paint_marker(
                painter,
                QPointF(spot.x, spot.y),
                spot.radius,
                self._state(spot.mass_id),
                is_selected=spot.mass_id == self._selected,
            )
        if self.hasFocus():
            painter.setPen(QPen(theme().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 1, -2, -2), 4, 4)
        painter.end()

    def _paint_body(self, painter: QPainter, view: str) -> None:
        scale, middle = self._scale(), self.width() * CENTERS[view]
        heading, left, right = HEADINGS[view]
        body = silhouette(view, HEIGHT * scale, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(middle - WIDTH / 2 * scale, self._top()), body)
        current = theme()
        _centered(painter, heading, middle, current.px(12), color=current.color("ink2"))
        aside, down = 64 * scale, self._top() + 46 * scale
        for text, x in ((left, middle - aside), (right, middle + aside)):
            _centered(painter, text, x, down, color=current.color("ink3"), weight=700)

    def _paint_label(self, painter: QPainter, spot: Spot, box: Box) -> None:
        current = theme()
        left, top, right, bottom = box
        is_left = right < spot.x
        edge = right + 1 if is_left else left - 1
        if right < spot.x - spot.radius or left > spot.x + spot.radius:
            painter.setPen(QPen(current.color("ink2"), 1))
            start = spot.x - spot.radius if is_left else spot.x + spot.radius
            painter.drawLine(QPointF(start, spot.y), QPointF(edge, top + current.px(11)))
        back = QColor(current.color("surface"))
        back.setAlphaF(0.86)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(back)
        painter.drawRoundedRect(QRectF(left, top, right - left, bottom - top), 2, 2)
        lines = (
            (spot.mass_id, current.font(12, 600), "ink", top + current.px(11)),
            (self._amount(spot.mass_id), current.font(11), "ink2", top + current.px(24)),
        )
        for text, font, token, baseline in lines[: 1 if self._is_crowded else 2]:
            painter.setFont(font)
            painter.setPen(current.color(token))
            width = QFontMetricsF(font).horizontalAdvance(text)
            x = right - 2 - width if is_left else left + 2
            painter.drawText(QPointF(x, baseline), text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the mass under the pointer."""
        mass_id = self.mass_at(event.position())
        if mass_id and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(mass_id)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from marker to marker as in the list, Home and End to its ends."""
        shown = {spot.mass_id for spot in self._spots}
        order = [mass_id for mass_id in self._rows if mass_id in shown]
        goal = _goal(event.key(), order, self._selected)
        if goal:
            self.picked.emit(goal)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say the mass under the pointer as a tooltip."""
        if isinstance(event, QHelpEvent):
            row = self._rows.get(self.mass_at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), f"{row.spoken} {BY_SITE}" if row else "", self)
            return True
        return super().event(event)


BY_SITE = "Front or back follows the named site; it is not recorded."


def _goal(key: int, order: Sequence[str], selected: str) -> str:
    """The mass that a key leads to; empty for other keys and where there is none."""
    if not order:
        return ""
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        return order[0 if key == Qt.Key.Key_Home else -1]
    forward = key in (Qt.Key.Key_Right, Qt.Key.Key_Down)
    if not forward and key not in (Qt.Key.Key_Left, Qt.Key.Key_Up):
        return ""
    if selected not in order:
        return order[0 if forward else -1]
    index = order.index(selected) + (1 if forward else -1)
    return order[min(max(index, 0), len(order) - 1)]


def _centered(
    painter: QPainter, text: str, x: float, baseline: float, *, color: QColor, weight: int = 600
) -> None:
    font = theme().font(12, weight)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QPointF(x - QFontMetricsF(font).horizontalAdvance(text) / 2, baseline), text)
