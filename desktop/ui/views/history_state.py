"""The whole patient as of an earlier moment: to be read, never to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.columns import TABLES
from desktop.domain.language import say, say_count
from desktop.ui.models.history_state import StateModel, counts_then, records_then, title_of
from desktop.ui.spoken import announce
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import Card, IconLabel, button, label
from desktop.ui.widgets.painting import choose_by_row, head_at_left

if TYPE_CHECKING:
    from desktop.domain.case import Case
    from desktop.domain.columns import Table


class StateView(QWidget):
    """``left`` asks to go back to the history, ``stepped`` for an older (1) or newer (-1) state."""

    left = Signal()
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.case: Case | None = None
        self._today: dict[str, int] = {}
        self.model = StateModel(self)
        self.mark = label("", "message-warn", wrap=True)
        self.whose = label("", "strong")
        self.older_button = button(say("Older"), icon="arrow-narrow-down")
        self.newer_button = button(say("Newer"), icon="arrow-narrow-up")
        self.back_button = button(say("Back to the history   {keys}", keys="Esc"), "primary")
        self.kinds = QListWidget()
        self.kinds.setObjectName("recordKinds")
        self.kinds.setAccessibleName(say("Kinds of record as of then"))
        self.card = Card("", icon="table")
        self.table = _table(self.model)
        self.empty = label("", "hint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.kinds.currentRowChanged.connect(self._show_kind)
        self.back_button.clicked.connect(self.left)
        self.older_button.clicked.connect(lambda: self.stepped.emit(1))
        self.newer_button.clicked.connect(lambda: self.stepped.emit(-1))
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.left)
        theme_signals.changed.connect(self._fit)

    def _lay_out(self) -> None:
        banner = QFrame()
        banner.setProperty("message", "warn")
        row = QHBoxLayout(banner)
        row.setContentsMargins(12, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(IconLabel("history", "warn"))
        row.addWidget(self.mark, 1)
        for part in (self.older_button, self.newer_button, self.back_button):
            row.addWidget(part)
        kinds = Card(say("Kinds"), icon="list-check")
        kinds.body.addWidget(self.kinds)
        self._kinds_card = kinds
        self.card.body.addWidget(self.table, 1)
        self.card.body.addWidget(self.empty, 1)
        body = QHBoxLayout()
        body.setSpacing(10)
        body.addWidget(kinds)
        body.addWidget(self.card, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 10, 12, 10)
        page.setSpacing(10)
        page.addWidget(banner)
        page.addLayout(body, 1)
        self._fit()

    def _fit(self) -> None:
        self._kinds_card.setFixedWidth(theme().px(270))
        self.table.verticalHeader().setDefaultSectionSize(theme().px(30))

    def show_case(self, case: Case, *, moment: str, today: Case | None) -> None:
        """Show a case as of a moment, in words; ``today`` tells what is different now."""
        self.case = case
        self._today = counts_then(today) if today else {}
        patient = case.patient.patient_id
        words = say("State of {when}, not today’s. Nothing here can be edited.", when=moment)
        self.mark.setText(words)
        self.setAccessibleName(f"{patient}: {words}")
        kept = max(self.kinds.currentRow(), 0)
        counts = counts_then(case)
        self.kinds.blockSignals(True)
        self.kinds.clear()
        for table in TABLES:
            self.kinds.addItem(self._item(table, counts[table.name]))
        self.kinds.blockSignals(False)
        self.kinds.setCurrentRow(kept)
        self._show_kind()
        announce(self, words)

    def _item(self, table: Table, then: int) -> QListWidgetItem:
        now = self._today.get(table.name, then)
        text = f"{title_of(table)}  ({then})"
        if now != then:
            text = say("{kind}  ({then}, today {now})", kind=title_of(table), then=then, now=now)
        return QListWidgetItem(text)

    def _show_kind(self) -> None:
        if self.case is None or self.kinds.currentRow() < 0:
            return
        table = TABLES[self.kinds.currentRow()]
        found = records_then(self.case, table)
        self.model.show_records(table, found)
        self.card.title.setText(title_of(table))
        told = say_count(len(found), "{n} entry then", "{n} entries then")
        self.card.hint.setText(told)
        self.table.setAccessibleName(f"{title_of(table)}, {told}")
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.empty.setText(say("None was recorded then."))
        self._fit_columns()

    def _fit_columns(self) -> None:
        header = self.table.horizontalHeader()
        header.setResizeContentsPrecision(40)
        self.table.resizeColumnsToContents()
        for column in range(self.model.columnCount()):
            width = self.table.columnWidth(column) + 12
            self.table.setColumnWidth(column, min(max(width, theme().px(90)), theme().px(300)))

    def show_record(self, table: str, record: str) -> None:
        """Choose a record, or its kind where it was not there."""
        self.kinds.setCurrentRow([one.name for one in TABLES].index(table))
        ids = [one.id for one in self.model.records]
        if record in ids:
            self.table.selectRow(ids.index(record))

    def focus_first(self) -> None:
        """Begin at the kinds."""
        self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)


def _table(model: StateModel) -> QTableView:
    made = QTableView()
    made.setModel(model)
    choose_by_row(made)
    head_at_left(made)
    return made
