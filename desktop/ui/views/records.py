"""All records of a patient, one table per kind, with the history of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
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

from desktop.domain.columns import CLINICAL, Table
from desktop.ui.forms.words import TABLE_ICONS, TABLE_NAMES, TABLE_TITLES
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


class RecordsPage(QWidget):
    """Signals: add a record of a table by name, edit a record, remove a record."""

    add_wanted = Signal(str)
    edit_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._dossier: Dossier | None = None
        self.kinds = QListWidget()
        self.kinds.setObjectName("recordKinds")
        self.kinds.setAccessibleName("Kinds of record")
        for table in CLINICAL:
            self.kinds.addItem(QListWidgetItem(TABLE_TITLES[table.name]))
        self.model = RecordsModel(self)
        self.table = _table_view(self.model)
        self.empty = label("", "hint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add_button = button("Add", "header", icon="plus")
        self.edit_button = button("Edit   F2", "header")
        self.remove_button = button("Remove   Del", "header")
        self.card = Card("")
        self.history = HistoryList()
        self._lay_out()
        self._connect()
        self.kinds.setCurrentRow(_index("labs"))

    def _lay_out(self) -> None:
        self.kinds.setFixedWidth(theme().px(220))
        left = Card("Kinds", icon="list-check")
        left.body.addWidget(self.kinds)
        for part in (self.add_button, self.edit_button, self.remove_button):
            self.card.header.addWidget(part)
        self.card.body.addWidget(self.table)
        self.card.body.addWidget(self.empty)
        past = Card("History", icon="history", hint="of the chosen entry")
        past.body.addWidget(self.history)
        past.setFixedHeight(theme().px(170))
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.card, 1)
        right.addWidget(past)
        page = QHBoxLayout(self)
        page.setContentsMargins(12, 10, 12, 10)
        page.setSpacing(10)
        page.addWidget(left)
        page.addLayout(right, 1)

    def _connect(self) -> None:
        self.kinds.currentRowChanged.connect(self._show_kind)
        self.table.selectionModel().currentRowChanged.connect(self._show_history)
        self.table.doubleClicked.connect(self._edit)
        self.table.installEventFilter(self)
        self.add_button.clicked.connect(lambda: self.add_wanted.emit(self.kind.name))
        self.edit_button.clicked.connect(self._edit)
        self.remove_button.clicked.connect(self._remove)
        theme_signals.changed.connect(self._label_kinds)

    @property
    def kind(self) -> Table:
        """The table that is shown."""
        return CLINICAL[max(self.kinds.currentRow(), 0)]

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show a patient's records; the chosen record stays chosen."""
        self._dossier = dossier
        self._label_kinds()
        self._show_kind()

    def show_kind(self, table: str) -> None:
        """Show the records of a table."""
        self.kinds.setCurrentRow(_index(table))

    def _label_kinds(self) -> None:
        for place, table in enumerate(CLINICAL):
            item = self.kinds.item(place)
            count = len(getattr(self._dossier.case, table.name)) if self._dossier else 0
            item.setText(f"{TABLE_TITLES[table.name]}  ({count})")
            item.setIcon(icon(TABLE_ICONS[table.name], "ink2" if count else "disabled"))

    def _show_kind(self) -> None:
        kept = self.current()
        found = records_of(self._dossier.case, self.kind) if self._dossier else []
        self.model.show_records(self.kind, found)
        self.card.title.setText(TABLE_TITLES[self.kind.name])
        self.card.hint.setText("newest first" if found else "")
        self.add_button.setText(f"Add {TABLE_NAMES[self.kind.name].lower()}")
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.empty.setText(f"No {TABLE_TITLES[self.kind.name].lower()} recorded.")
        for part in (self.edit_button, self.remove_button):
            part.setEnabled(bool(found))
        _fit_columns(self.table)
        self.table.selectRow(max(self.model.row_of(kept.id) if kept else 0, 0))
        self._show_history()

    def current(self) -> Record | None:
        """The chosen record."""
        row = self.table.currentIndex().row()
        return self.model.records[row] if 0 <= row < len(self.model.records) else None

    def choose(self, record_id: str) -> None:
        """Choose a record of the table shown."""
        self.table.selectRow(self.model.row_of(record_id))

    def _show_history(self) -> None:
        record, registry = self.current(), self._session.registry
        if record is None or registry is None:
            self.history.show_entries([])
            return
        self.history.show_entries(list(registry.history(record.patient, record=record.id)))

    def _edit(self) -> None:
        if (record := self.current()) is not None:
            self.edit_wanted.emit(record)

    def _remove(self) -> None:
        if (record := self.current()) is not None:
            self.remove_wanted.emit(record)

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
    return next(n for n, one in enumerate(CLINICAL) if one.name == table)


def _table_view(model: RecordsModel) -> QTableView:
    made = QTableView()
    made.setObjectName("records")
    made.setAccessibleName("Records")
    made.setModel(model)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setShowGrid(False)
    made.setTabKeyNavigation(False)
    made.setWordWrap(False)
    made.verticalHeader().hide()
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    made.verticalHeader().setDefaultSectionSize(theme().px(30))
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
