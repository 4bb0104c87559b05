"""The navigation rail at the left: the places of the program, each with icon and word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout

from desktop.domain.language import say, say_count
from desktop.ui.icons import dress
from desktop.ui.theme import theme, theme_signals

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

WIDTH = 76
COMPACT_WIDTH = 52
HEIGHT, COMPACT_HEIGHT = 54, 46
BADGE = 17


class RailButton(QToolButton):
    """A place with icon and word, and perhaps a count of what waits there."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.count = 0
        self._word = text
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        """Show how many things wait; nothing for none."""
        if count != self.count:
            self.count = count
            told = say_count(count, "{n} needs action today", "{n} need action today")
            self.setAccessibleName(f"{self._word}, {told}" if count else self._word)
            self.setToolTip(f"{self._word}: {told}" if count else self._word)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and the count at the corner of its icon."""
        super().paintEvent(event)
        if not self.count:
            return
        current = theme()
        text = f"{self.count}" if self.count < 100 else "99+"
        font = current.font(11, 700)
        height = current.px(BADGE)
        width = max(height, QFontMetrics(font).horizontalAdvance(text) + 8)
        has_word = self.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
        beside = self.width() / 2 + 8 if has_word else self.width()
        left = min(beside, self.width() - width - 2)
        place = QRectF(left, 4 if has_word else 1, width, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current.color("warnbg"))
        painter.drawRoundedRect(place, height / 2, height / 2)
        painter.setPen(current.color("warn"))
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


class Rail(QFrame):
    """A column of places; in small windows the words become tooltips."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName(say("Navigation"))
        self._group = QButtonGroup(self)
        self._is_compact = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._upper = 0
        self._places: list[RailButton] = []
        self._fit()
        theme_signals.changed.connect(self._fit)

    def add_place(self, name: str, text: str, icon: str, *, at_foot: bool = False) -> RailButton:
        """Add a place that can be the current one."""
        made = self.add_command(name, text, icon, at_foot=at_foot)
        made.setCheckable(True)
        self._group.addButton(made)
        return made

    def add_command(self, name: str, text: str, icon: str, *, at_foot: bool = False) -> RailButton:
        """Add an entry that does something and is never the current one."""
        made = RailButton(text)
        made.setObjectName(f"rail{name.capitalize()}")
        dress(made, icon, color="railink2", size=20, checked="railink")
        if at_foot:
            self._column.addWidget(made)
        else:
            self._column.insertWidget(self._upper, made)
            self._upper += 1
        self._places.append(made)
        self._fit()
        return made

    def leave(self) -> None:
        """Mark no place as the current one: none is in sight."""
        self._group.setExclusive(False)
        for place in self._places:
            place.setChecked(False)
        self._group.setExclusive(True)

    def compact(self, is_compact: bool) -> None:
        """Show icons alone in a narrow column."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words give way where all places with their words need more than there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = len(self._places) * theme().px(HEIGHT)
        is_narrow = self._is_compact or needed > self.height()
        self.setFixedWidth(COMPACT_WIDTH if is_narrow else theme().px(WIDTH))
        style = (
            Qt.ToolButtonStyle.ToolButtonIconOnly
            if is_narrow
            else Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        )
        for place in self._places:
            place.setToolButtonStyle(style)
            place.setFixedHeight(COMPACT_HEIGHT if is_narrow else theme().px(HEIGHT))
            place.setIconSize(QSize(theme().px(20), theme().px(20)))
