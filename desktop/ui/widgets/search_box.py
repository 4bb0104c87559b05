"""The search box in the menu row: finds patients as you type, and commands by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from desktop.domain.language import say
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import IconLabel, chip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from desktop.ui.widgets.hit import Hit
    from desktop.ui.widgets.hit_list import HitList

WIDTH = 430


class SearchBox(QFrame):
    """A field with its hits in a list below; Down and Up choose, Enter takes, Esc clears."""

    chosen = Signal(object)

    def __init__(self, find: Callable[[str], list[Hit]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._popup: HitList | None = None
        self.field = QLineEdit()
        self.field.setObjectName("search")
        self.field.setPlaceholderText(say("Find patient, or type a command"))
        self.field.setAccessibleName(say("Find patient or command"))
        self.field.setToolTip(say("Find patient, or type a command"))
        self._fit()
        theme_signals.changed.connect(self._fit)
        self.setFixedWidth(WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)
        self._glass = IconLabel("search", "ink3")
        self._glass.setParent(self.field)
        self._key = chip("Ctrl+K", "key")
        self._key.setParent(self.field)
        theme_signals.changed.connect(self._place_marks)
        self.field.textEdited.connect(self.search)
        self.field.installEventFilter(self)

    def _fit(self) -> None:
        """Room in the field for the glass and the key, at the chosen text size."""
        self.field.setTextMargins(theme().px(16) + 12, 0, theme().px(48) + 8, 0)

    def focus(self) -> None:
        """Start a search."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.search(self.field.text())

    def _place_marks(self) -> None:
        """Keep the glass and the key inside the field."""
        middle = self.field.height() // 2
        self._glass.adjustSize()
        self._key.adjustSize()
        self._glass.move(10, middle - self._glass.height() // 2)
        left = self.field.width() - self._key.width() - 8
        self._key.move(left, middle - self._key.height() // 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field that move in the list; its size, its focus."""
        if event.type() == QEvent.Type.Resize:
            self._place_marks()
        if event.type() == QEvent.Type.KeyPress:
            return self._key_pressed(event)  # type: ignore[arg-type]  # told by its type
        if event.type() == QEvent.Type.FocusOut:
            self._lost_focus(event)  # type: ignore[arg-type]  # told by its type
        return super().eventFilter(watched, event)

    def _key_pressed(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.popup.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.close_hits()
            self.field.clear()
        else:
            return False
        return True

    def _lost_focus(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.close_hits()

    def search(self, text: str) -> None:
        """List what a text finds."""
        self.popup.move(self.mapTo(self.window(), QPoint(0, self.height() + 2)))
        self.popup.show_hits(self._find(text), WIDTH)

    @property
    def popup(self) -> HitList:
        """The list of hits, made at the first search."""
        if self._popup is None:
            from desktop.ui.widgets.hit_list import HitList

            self._popup = HitList(self.window())
            self._popup.view.clicked.connect(self._take)
        return self._popup

    def close_hits(self) -> None:
        """Hide the list."""
        if self._popup is not None:
            self._popup.hide()

    def forget(self) -> None:
        """Forget what was searched for and found."""
        self.field.clear()
        if self._popup is not None:
            self._popup.hide()
            self._popup.deleteLater()
            self._popup = None

    def _take(self) -> None:
        if (hit := self.popup.current()) is not None:
            self.close_hits()
            self.field.clear()
            self.chosen.emit(hit)
