"""Where one is in a job of several steps: numbers in circles, the way that was gone ticked off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.language import say
from desktop.ui.icons import pixmap
from desktop.ui.theme import theme, theme_signals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPaintEvent

CIRCLE, GAP, LINE, LEAST_LINE = 26, 8, 36, 10


class StepHeader(QWidget):
    """The names of the steps in a row; narrow windows show the words of the current one only."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_signals.changed.connect(self._fit)
        self._fit()
        self.show_step(0)

    def _fit(self) -> None:
        self.setFixedHeight(theme().px(34))
        self.update()

    @property
    def at(self) -> int:
        """The current step, from 0."""
        return self._at

    def show_step(self, place: int) -> None:
        """Mark the step one is at."""
        self._at = place
        told = say(
            "Step {n} of {all}: {name}", n=place + 1, all=len(self._names), name=self._names[place]
        )
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """The circles and the words of the longest step."""
        current = theme()
        metrics = QFontMetricsF(current.font(13, 600))
        words = max(metrics.horizontalAdvance(name) for name in self._names)
        circles = len(self._names) * (current.px(CIRCLE) + GAP + LEAST_LINE)
        return QSize(round(circles + words), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circles, words, and lines between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_words = self._width(has_words=True) <= self.width()
        left = 1.0
        for place, name in enumerate(self._names):
            left = self._circle(painter, place, left)
            if has_words or place == self._at:
                left = self._words(painter, place, name, left + GAP)
            if place < len(self._names) - 1:
                left = self._line(painter, left + GAP, LINE if has_words else LEAST_LINE) + GAP
        painter.end()

    def _font(self, place: int) -> QFont:
        return theme().font(13, 600 if place == self._at else 400)

    def _width(self, *, has_words: bool) -> float:
        circles = len(self._names) * (theme().px(CIRCLE) + GAP)
        lines = (len(self._names) - 1) * (LINE + 2 * GAP)
        fonts = (QFontMetricsF(self._font(place)) for place in range(len(self._names)))
        words = sum(
            metrics.horizontalAdvance(name)
            for metrics, name in zip(fonts, self._names, strict=True)
        )
        return circles + lines + (words if has_words else 0)

    def _circle(self, painter: QPainter, place: int, left: float) -> float:
        current, side = theme(), float(theme().px(CIRCLE))
        area = QRectF(left, (self.height() - side) / 2, side, side).adjusted(1, 1, -1, -1)
        fill = "okline" if place < self._at else "accent" if place == self._at else "surface"
        edge = fill if place <= self._at else "control"
        painter.setPen(QPen(current.color(edge), 1))
        painter.setBrush(current.color(fill))
        painter.drawEllipse(area)
        if place < self._at:
            tick = pixmap("check", "surface", 14)
            ratio = tick.devicePixelRatio()
            half = QPointF(tick.width() / ratio / 2, tick.height() / ratio / 2)
            painter.drawPixmap(area.center() - half, tick)
        else:
            painter.setFont(current.font(12.5, 600))
            painter.setPen(current.color("onaccent" if place == self._at else "ink2"))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), str(place + 1))
        return left + side

    def _words(self, painter: QPainter, place: int, name: str, left: float) -> float:
        font = self._font(place)
        width = QFontMetricsF(font).horizontalAdvance(name)
        painter.setFont(font)
        painter.setPen(theme().color("ink" if place <= self._at else "ink2"))
        area = QRectF(left, 0, width + 2, self.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), name)
        return left + width

    def _line(self, painter: QPainter, left: float, width: float) -> float:
        painter.setPen(QPen(theme().color("line2"), 1))
        middle = self.height() / 2
        painter.drawLine(QPointF(left, middle), QPointF(left + width, middle))
        return left + width
