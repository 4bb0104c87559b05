"""All records of a patient, one table per kind, with the history of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.columns import SHOWN_TABLES, Table
from desktop.domain.language import say, say_count
from desktop.ui.forms.words import TABLE_ICONS, table_name, table_title
from desktop.ui.icons import icon
from desktop.ui.models.records import RecordsModel, records_of
from desktop.ui.theme import theme, theme_signals
from desktop.ui.views.history_list import HistoryList
from desktop.ui.widgets.basics import Card, button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.domain.records import Record
    from desktop.guidance.dossier import Dossier
    from desktop.ui.session import Session


ROW = 30
LEAST_RECORDS = 160


class RecordsPage(QWidget):
    """Every record of the open patient; adding, editing and removing are asked of the window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._dossier: Dossier | None = None
        self.kinds = QListWidget()
        self.kinds.setObjectName("recordKinds")
        self.kinds.setAccessibleName(say("Kinds of record"))
        for table in SHOWN_TABLES:
            self.kinds.addItem(QListWidgetItem(table_title(table.name)))
        self.model = RecordsModel(self)
        self.table = _table_view(self.model)
        self.empty = label("", "hint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add_button = button(say("Add"), "header", icon="plus")
        self.edit_button = button(say("Edit   {keys}", keys="F2"), "header")
        self.remove_button = button(say("Remove   {keys}", keys="Del"), "header")
        self.card = Card("")
        self.history = HistoryList()
        self._lay_out()
        self._connect()
        self.kinds.setCurrentRow(_index("labs"))

    def _lay_out(self) -> None:
        left = Card(say("Kinds"), icon="list-check")
        left.body.addWidget(self.kinds)
        for part in (self.add_button, self.edit_button, self.remove_button):
            self.card.header.addWidget(part)
        self.card.body.addWidget(self.table)
        self.card.body.addWidget(self.empty)
        self._past = Card(say("History"), icon="history", hint=say("of the chosen entry"))
        self._past.body.addWidget(self.history)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.card, 1)
        right.addWidget(self._past)
        page = QHBoxLayout(self)
        page.setContentsMargins(12, 10, 12, 10)
        page.setSpacing(10)
        page.addWidget(left)
        page.addLayout(right, 1)
        self._fit()

    def _fit(self) -> None:
        """Widths and heights at the chosen text size; some rows are always in sight."""
        self.kinds.setFixedWidth(theme().px(220))
        self.card.setMinimumHeight(theme().px(LEAST_RECORDS))
        self._past.setFixedHeight(theme().px(170))
        self.table.verticalHeader().setDefaultSectionSize(theme().px(ROW))
        _fit_columns(self.table)

    def _connect(self) -> None:
        self.kinds.currentRowChanged.connect(self._show_kind)
        self.table.selectionModel().currentRowChanged.connect(self._show_history)
        self.table.doubleClicked.connect(self._edit)
        self.table.installEventFilter(self)
        self.add_button.clicked.connect(self._add)
        self.edit_button.clicked.connect(self._edit)
        self.remove_button.clicked.connect(self._remove)
        theme_signals.changed.connect(self._label_kinds)
        theme_signals.changed.connect(self._fit)

    @property
    def kind(self) -> Table:
        """The table that is shown."""
        return SHOWN_TABLES[max(self.kinds.currentRow(), 0)]

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show a patient's records; the chosen record stays chosen."""
        self._dossier = dossier
        self._label_kinds()
        self._show_kind()

    def show_kind(self, table: str) -> None:
        """Show the records of a table."""
        self.kinds.setCurrentRow(_index(table))

    def _label_kinds(self) -> None:
        for place, table in enumerate(SHOWN_TABLES):
            item = self.kinds.item(place)
            count = len(getattr(self._dossier.case, table.name)) if self._dossier else 0
            item.setText(f"{table_title(table.name)}  ({count})")
            kind = table_title(table.name)
            told = say_count(count, "{kind}, {n} entry", "{kind}, {n} entries", kind=kind)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            item.setIcon(icon(TABLE_ICONS[table.name], "ink2" if count else "disabled"))

    def _show_kind(self) -> None:
        kept = self.current()
        found = records_of(self._dossier.case, self.kind) if self._dossier else []
        self.model.show_records(self.kind, found)
        kind = table_title(self.kind.name)
        self.card.title.setText(kind)
        self.card.hint.setText(say("newest first") if found else "")
        one = table_name(self.kind.name)
        self.add_button.setText(say("Add {kind}", kind=one.lower()))
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.empty.setText(say("No {kind} recorded.", kind=kind.lower()))
        for part in (self.edit_button, self.remove_button):
            part.setEnabled(bool(found))
        _fit_columns(self.table)
        self.table.selectRow(max(self.model.row_of(kept.id) if kept else 0, 0))
        self._show_history()

    def current(self) -> Record | None:
        """The chosen record."""
        row = self.table.currentIndex().row()
        return self.model.records[row] if 0 <= row < len(self.model.records) else None

    def show_record(self, record_id: str) -> bool:
        """Choose a record, whatever its kind; False where this patient has none of that id."""
        case = self._dossier.case if self._dossier else None
        for table in SHOWN_TABLES:
            records: tuple[Record, ...] = getattr(case, table.name) if case else ()
            if any(record.id == record_id for record in records):
                self.show_kind(table.name)
                self.table.selectRow(self.model.row_of(record_id))
                self.focus_first()
                return True
        return False

    def focus_first(self) -> None:
        """Begin in the table."""
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self) -> None:
        self._session.asks.add.emit(self.kind.name, {})

    def _show_history(self) -> None:
        record, registry = self.current(), self._session.registry
        if record is None or registry is None:
            self.history.show_entries([])
            return
        self.history.show_entries(list(registry.history(record.patient, record=record.id)))

    def _edit(self) -> None:
        if (record := self.current()) is not None:
            self._session.asks.edit.emit(record)

    def _remove(self) -> None:
        if (record := self.current()) is not None:
            self._session.asks.remove.emit(record)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and F2 edit, Delete removes."""
        if event.type() == QEvent.Type.KeyPress:
            return self._key_pressed(event)  # type: ignore[arg-type]  # told by its type
        return super().eventFilter(watched, event)

    def _key_pressed(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._edit()
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            return False
        return True


def _index(table: str) -> int:
    return next(n for n, one in enumerate(SHOWN_TABLES) if one.name == table)


def _table_view(model: RecordsModel) -> QTableView:
    made = QTableView()
    made.setObjectName("records")
    made.setAccessibleName(say("Records"))
    made.setModel(model)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setShowGrid(False)
    made.setTabKeyNavigation(False)
    made.setWordWrap(False)
    made.verticalHeader().hide()
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    made.horizontalHeader().setStretchLastSection(True)
    made.horizontalHeader().setHighlightSections(False)
    return made


def _fit_columns(view: QTableView) -> None:
    """As wide as the first rows need, within limits; never measured over thousands of rows."""
    view.horizontalHeader().setResizeContentsPrecision(60)
    view.resizeColumnsToContents()
    for place in range(view.model().columnCount()):
        wanted = view.columnWidth(place) + 12
        view.setColumnWidth(place, min(max(wanted, theme().px(90)), theme().px(320)))
