"""The row above the worklist: a filter, whose patients, how far the work is, the reasons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from desktop.domain.language import say
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import button, label


class WorklistTools(QWidget):
    """Tells that the list is to be filtered anew, or the reasons shown or hidden beside it."""

    narrowed = Signal()
    reasons_wanted = Signal()
    documents_wanted = Signal()
    export_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setObjectName("worklistFilter")
        self.field.setPlaceholderText(say("Filter this list"))
        self.field.setAccessibleName(say("Filter the worklist"))
        self.field.setClearButtonEnabled(True)
        self.field.setFixedWidth(theme().px(220))
        self.all_button = _segment(say("All"), "first")
        self.mine_button = _segment(say("Mine"), "last")
        self.all_button.setChecked(True)
        self.mine_button.setToolTip(
            say("Given to you, or of patients whom you saw last ({keys})", keys="M")
        )
        group = QButtonGroup(self)
        joined = QHBoxLayout()
        joined.setSpacing(0)
        for part in (self.all_button, self.mine_button):
            group.addButton(part)
            joined.addWidget(part)
        self.progress = label("", "hint")
        self.list_button = button(say("This list"), icon="users")
        self.documents_action, self.export_action = list_menu(self.list_button)
        self.documents_action.triggered.connect(self.documents_wanted)
        self.export_action.triggered.connect(self.export_wanted)
        self.why_button = button(say("Why"), icon="info-circle")
        self.why_button.setCheckable(True)
        self.why_button.setAccessibleName(say("Show why an item is on the list"))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self.field)
        row.addLayout(joined)
        row.addStretch(1)
        row.addWidget(self.progress)
        row.addWidget(self.list_button)
        row.addWidget(self.why_button)
        self.field.textChanged.connect(self.narrowed)
        self.mine_button.toggled.connect(self.narrowed)
        self.why_button.toggled.connect(self.reasons_wanted)

    def toggle_mine(self) -> None:
        """M: one's own items, or all again."""
        other = self.all_button if self.mine_button.isChecked() else self.mine_button
        other.setChecked(True)

    def focus_filter(self) -> None:
        """Ctrl+F: type to narrow the list."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_progress(self, done: int, total: int) -> None:
        """To how many patients the guidance was applied; nothing once it was to all."""
        text = say("Guidance applied to {done} of {total}", done=f"{done:,}", total=f"{total:,}")
        self.progress.setText("" if done >= total else text)


def list_menu(made: QPushButton) -> tuple[QAction, QAction]:
    """Give a button the menu of what can be done for every patient of a filtered list."""
    menu = QMenu(made)
    made.setToolTip(say("For every patient of the list as it is filtered"))
    documents = menu.addAction(say("Documents for these patients…"))
    export = menu.addAction(say("Export these patients…"))
    made.setMenu(menu)
    return documents, export


def _segment(text: str, place: str) -> QPushButton:
    made = button(text)
    made.setProperty("segment", place)
    made.setCheckable(True)
    return made
