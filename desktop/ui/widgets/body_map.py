"""The body map: front and back with a marker for every mass, picked by pointer or arrow keys."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.charts.body_sites import nearest_site
from desktop.domain.language import mark, say
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.body_shapes import (
    HEIGHT,
    PER_ROOT,
    REACH,
    SMALLEST,
    WIDTH,
    Box,
    Spot,
    apart,
    label_boxes,
    marker_radius,
)
from desktop.ui.widgets.map_keys import goal_of
from desktop.ui.widgets.map_painting import paint_body, paint_label
from desktop.ui.widgets.mass_marker import QUIET, paint_marker

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from desktop.charts.body import MassMarker, View
    from desktop.charts.body_sites import SiteGuess
    from desktop.ui.widgets.mass_rows import MassRow

TOP = 14.0
DRAWN = 184.0
"""How much of the width of a drawing the figure fills, with a margin."""
CENTERS: dict[View, float] = {"front": 0.29, "back": 0.765}
"""The middle of each figure as a share of the width: room for labels left of the front."""
MOST_VOLUMES = 12
"""With more markers than this their labels hold the id alone."""


class BodyMap(QWidget):
    """Markers of masses on two silhouettes; ``picked`` carries the id of the mass chosen.

    ``pointed`` carries the named site (a SiteGuess) nearest to a click on an empty place of a
    body, where ``takes_places`` is true. ``per_root`` is the size of markers: pixels of radius
    per cube root of mL.
    """

    picked = Signal(str)
    pointed = Signal(object)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        per_root: float = PER_ROOT,
        takes_places: bool = False,
    ) -> None:
        super().__init__(parent)
        self._per_root = per_root
        self._takes_places = takes_places
        self._quiet: frozenset[str] = frozenset()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Body map of the masses"))
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

    def show_masses(
        self,
        markers: Sequence[MassMarker],
        rows: Sequence[MassRow],
        *,
        quiet: Collection[str] = (),
    ) -> None:
        """Show these markers; ``rows`` are all masses in the order of the list.

        The ``quiet`` ones become small gray dots without a label.
        """
        self._markers = tuple(markers)
        self._quiet = frozenset(quiet)
        self._rows = {row.mass_id: row for row in rows}
        shown = [row for row in rows if any(m.mass_id == row.mass_id for m in markers)]
        count = say("{n} of {total} masses on the map.", n=len(shown), total=len(rows))
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
            radius = self._radius(marker)
            spots.append(Spot(marker.mass_id, x, y, radius, marker.x <= WIDTH / 2))
        self._spots = apart(spots)
        sizes = [self._label_size(spot.mass_id) for spot in self._spots]
        area = (0.0, self._top() + 2, float(self.width()), self.height() - 2.0)
        self._boxes = label_boxes(self._spots, sizes, area)
        self.update()

    def _radius(self, marker: MassMarker) -> float:
        if marker.mass_id in self._quiet:
            return SMALLEST - 1.5
        return marker_radius(marker.volume, per_root=self._per_root)

    def _label_size(self, mass_id: str) -> tuple[float, float]:
        current = theme()
        if mass_id in self._quiet:
            return 0.0, 0.0
        name = QFontMetricsF(current.font(12, 600)).horizontalAdvance(mass_id)
        if self._is_crowded:
            return name + 4, float(current.px(15))
        amount = QFontMetricsF(current.font(11)).horizontalAdvance(self._amount(mass_id))
        return max(name, amount) + 4, float(current.px(27))

    @property
    def _is_crowded(self) -> bool:
        """True where there is room for ids alone; the volumes stand in the list and tooltips."""
        return len(self._markers) - len(self._quiet) > MOST_VOLUMES

    def _amount(self, mass_id: str) -> str:
        row = self._rows.get(mass_id)
        return (row.label or row.amount) if row else ""

    def _state(self, mass_id: str) -> str:
        if mass_id in self._quiet:
            return QUIET
        row = self._rows.get(mass_id)
        return (row.sign or row.state) if row else "too_few"

    def _is_unassessed(self, mass_id: str) -> bool:
        row = self._rows.get(mass_id)
        return bool(row and row.unassessed and not row.sign)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange markers and labels for the new size."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bodies, leaders, labels, then markers, the selected one last."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for view, share in CENTERS.items():
            paint_body(
                painter,
                view,
                middle=self.width() * share,
                top=self._top(),
                scale=self._scale(),
                ratio=self.devicePixelRatioF(),
            )
        for spot, box in zip(self._spots, self._boxes, strict=True):
            if spot.mass_id not in self._quiet:
                amount = "" if self._is_crowded else self._amount(spot.mass_id)
                paint_label(painter, spot, box, amount=amount)
        ordered = sorted(self._spots, key=lambda s: s.mass_id == self._selected)
        for spot in sorted(ordered, key=lambda s: s.mass_id not in self._quiet):
            paint_marker(
                painter,
                QPointF(spot.x, spot.y),
                spot.radius,
                self._state(spot.mass_id),
                is_selected=spot.mass_id == self._selected,
                is_unassessed=self._is_unassessed(spot.mass_id),
            )
        if self.hasFocus():
            painter.setPen(QPen(theme().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 1, -2, -2), 4, 4)
        painter.end()

    def site_at(self, at: QPointF) -> SiteGuess | None:
        """The named site nearest to a pixel on a body; None beside the bodies."""
        scale = self._scale()
        for view, share in CENTERS.items():
            x = (at.x() - self.width() * share) / scale + WIDTH / 2
            y = (at.y() - self._top()) / scale
            if 0 <= x <= WIDTH and 0 <= y <= HEIGHT:
                return nearest_site(view, x, y)
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the mass under the pointer, or propose the site that was pointed at."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        mass_id = self.mass_at(event.position()) if is_left else ""
        guess = self.site_at(event.position()) if is_left and self._takes_places else None
        if mass_id:
            self.picked.emit(mass_id)
        elif guess is not None:
            self.pointed.emit(guess)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from marker to marker as in the list, Home and End to its ends."""
        shown = {spot.mass_id for spot in self._spots}
        order = [mass_id for mass_id in self._rows if mass_id in shown]
        goal = goal_of(event.key(), order, self._selected)
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
        """Say the mass under the pointer, or the site that a click proposes, as a tooltip."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def told_at(self, at: QPointF) -> str:
        """The words about what is under a pixel: a mass, or a place for a new one; or empty."""
        row = self._rows.get(self.mass_at(at))
        if row is not None:
            return f"{row.spoken} {say(BY_SITE)}"
        guess = self.site_at(at) if self._takes_places else None
        return say("Click to add a mass: {place}", place=guess.words) if guess else ""


BY_SITE = mark("Front or back follows the named site; it is not recorded.")
