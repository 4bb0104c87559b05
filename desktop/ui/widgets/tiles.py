"""Tiles above a list: a count with its words; pressed, it narrows the list to what it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import label, set_role

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

HEIGHT, COMPACT_HEIGHT = 68, 46
NARROW = 150
"""Narrower tiles have a smaller count and no line below."""


class Tile(QPushButton):
    """A count, what it counts, and a line below; checked while the list is narrowed to it.

    ``counted`` tells that the count has changed, which may need more room.
    """

    counted = Signal()

    def __init__(self, name: str, title: str, *, is_filter: bool = True) -> None:
        super().__init__()
        self.name = name
        self._title = title
        self._note = ""
        self.setProperty("tile", "true")
        self.setCheckable(is_filter)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.count = label("…", "tile")
        self.title = label(title, "strong", wrap=True)
        self.note = label("", "hint")
        for part in (self.count, self.title, self.note):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.count)
        top.addWidget(self.title, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 10, 6)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.note)
        self.toggled.connect(self._tell)

    def show_count(self, count: int, note: str) -> None:
        """Show how many there are, with a line below."""
        self._note = note
        self.count.setText(f"{count:,}")
        self._tell()
        self.counted.emit()

    def _tell(self) -> None:
        is_on = self.isChecked()
        self.note.setText(say("filtered: {note}", note=self._note) if is_on else self._note)
        parts = (self.count.text(), self._title, self._note)
        self.setAccessibleName(", ".join(part for part in parts if part))

    def fit(self, *, is_compact: bool) -> int:
        """Choose what has room, and give the height that it needs."""
        is_narrow = self.width() < theme().px(NARROW)
        set_role(self.count, "number" if is_narrow else "tile")
        self.note.setVisible(not (is_compact or is_narrow))
        margins = self._column.contentsMargins()
        taken = margins.left() + margins.right() + 10 + self.count.sizeHint().width()
        metrics = QFontMetrics(self.title.font())
        longest = max(metrics.horizontalAdvance(word) for word in self._title.split())
        self.setMinimumWidth(taken + longest + 4)
        words = self.title.heightForWidth(max(self.width() - taken, 40))
        below = 0 if self.note.isHidden() else self.note.sizeHint().height()
        top = max(words, self.count.sizeHint().height())
        return top + below + margins.top() + margins.bottom()


class TileRow(QWidget):
    """The tiles side by side; one filter at most is on."""

    def __init__(self, tiles: list[Tile]) -> None:
        super().__init__()
        self.tiles = {tile.name: tile for tile in tiles}
        self._is_compact = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for tile in tiles:
            row.addWidget(tile)
            tile.toggled.connect(self._one_alone)
            tile.counted.connect(self.fit)
        theme_signals.changed.connect(self.fit)

    def _one_alone(self, is_on: bool) -> None:
        sender = self.sender()
        if is_on:
            for tile in self.tiles.values():
                if tile is not sender:
                    tile.setChecked(False)

    @property
    def chosen(self) -> str:
        """The name of the tile that narrows the list; empty for none."""
        return next((name for name, tile in self.tiles.items() if tile.isChecked()), "")

    def compact(self, is_compact: bool) -> None:
        """One line in small windows."""
        self._is_compact = is_compact
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Make all as high as the one that needs most; after counts have changed, too."""
        least = theme().px(COMPACT_HEIGHT if self._is_compact else HEIGHT)
        needed = [tile.fit(is_compact=self._is_compact) for tile in self.tiles.values()]
        height = max(least if not self._all_narrow() else 0, *needed)
        for tile in self.tiles.values():
            tile.setFixedHeight(height)

    def _all_narrow(self) -> bool:
        return all(tile.note.isHidden() for tile in self.tiles.values())
