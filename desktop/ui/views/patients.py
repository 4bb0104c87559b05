"""The patient list with search as you type."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.language import mark, say
from desktop.ui.models.patients import COLUMNS, PatientsModel
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import button, label
from desktop.ui.widgets.row_delegate import RowDelegate
from desktop.ui.widgets.worklist_tools import list_menu

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent

    from desktop.ui.dialogs import Dialogs
    from desktop.ui.session import Session


NO_MATCH = mark("No patient matches. Clear the field to see all.")
NOBODY = mark("No patients yet. Add the first one, or import tables.")


class PatientsPage(QWidget):
    """All patients of the registry; opening one is asked of the window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.title = label(say("Patients"), "title")
        self.hint = label("", "hint")
        self.hint.setFixedWidth(theme().px(260))  # a text of another width lays the page out anew
        self.new_button = button(say("New patient"), icon="plus")
        self.import_button = button(say("Import tables"), icon="file-import")
        self.field = QLineEdit()
        self.field.setObjectName("patientFilter")
        self.field.setPlaceholderText(say("Name, registry ID, MRN, date of birth or diagnosis"))
        self.field.setAccessibleName(say("Filter patients"))
        self.field.setClearButtonEnabled(True)
        self.list_button = button(say("This list"), icon="users")
        self.documents_action, self.export_action = list_menu(self.list_button)
        self.dialogs: Dialogs | None = None
        self.model = PatientsModel(self)
        self.table = _table(self.model)
        self.empty = label("", "hint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.field.textChanged.connect(self.search)
        self.field.installEventFilter(self)
        self.table.installEventFilter(self)
        self.table.activated.connect(self._open_index)
        asks = session.asks
        self.documents_action.triggered.connect(self.make_documents)
        self.export_action.triggered.connect(self.export_listed)
        self.new_button.clicked.connect(partial(asks.command.emit, "add_patients"))
        self.import_button.clicked.connect(partial(asks.command.emit, "show_import"))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.title)
        top.addWidget(self.hint)
        top.addStretch(1)
        top.addWidget(self.new_button)
        top.addWidget(self.import_button)
        card = QFrame()
        card.setProperty("card", "true")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 10, 1, 1)
        inner.setSpacing(10)
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 10, 0)
        row.addWidget(self.field)
        self.field.setFixedWidth(theme().px(430))
        row.addStretch(1)
        row.addWidget(self.list_button)
        inner.addLayout(row)
        self._place = QStackedWidget()
        self._place.addWidget(self.table)
        self._place.addWidget(self.empty)
        inner.addWidget(self._place, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 12, 12, 12)
        page.setSpacing(10)
        page.addLayout(top)
        page.addWidget(card, 1)

    def read_again(self) -> None:
        """Show the registry's patients as they are now."""
        self.search(self.field.text())

    def search(self, text: str) -> None:
        """Show the patients that hold every word of ``text``."""
        from desktop.ui.finding import matches

        patients = self._session.patients
        found = matches(text, patients) if text.strip() else list(patients)
        kept = self._current_id()
        self.model.show_rows(found)
        self._select(kept)
        self.hint.setText(_count(len(found), len(patients)))
        self.list_button.setEnabled(bool(found))
        if not found:
            self.empty.setText(say(NO_MATCH) if patients else say(NOBODY))
        self._place.setCurrentWidget(self.table if found else self.empty)

    def listed_patients(self) -> tuple[str, ...]:
        """Our ids of the patients of the list as it is filtered, in its order."""
        return tuple(row.id for row in self.model.rows)

    def export_listed(self) -> None:
        """Export the patients of the list."""
        self._session.asks.export_listed.emit(self.listed_patients())

    def make_documents(self) -> None:
        """Ask which document, and make one for each patient of the list."""
        from desktop.ui.views.worklist_batch import ListedDocuments

        ListedDocuments(
            self._session, self.listed_patients(), dialogs=self.dialogs, parent=self
        ).exec()

    def _current_id(self) -> str:
        row = self.table.currentIndex().row()
        return self.model.rows[row].id if 0 <= row < len(self.model.rows) else ""

    def _select(self, patient: str) -> None:
        rows = self.model.rows
        place = next((n for n, row in enumerate(rows) if row.id == patient), 0) if patient else 0
        if rows:
            self.table.selectRow(place)

    def focus_filter(self) -> None:
        """Ctrl+F: type to narrow the list."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_filtered(self, text: str) -> None:
        """Show the matches of a search made elsewhere."""
        self.field.setText(text)
        self.table.setFocus()

    def open_current(self) -> None:
        """Open the chosen patient."""
        if patient := self._current_id():
            self._session.asks.open_patient.emit(patient, "")

    def focus_first(self) -> None:
        """Begin in the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_index(self, index: QModelIndex) -> None:
        self._session.asks.open_patient.emit(self.model.rows[index.row()].id, "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the field move in the list, Enter opens, Esc clears."""
        if event.type() == QEvent.Type.KeyPress:
            return self._key_pressed(watched, event)  # type: ignore[arg-type]  # told by its type
        return super().eventFilter(watched, event)

    def _key_pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        elif watched is self.field and key == Qt.Key.Key_Down:
            self.table.setFocus()
        elif watched is self.field and key == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
        else:
            return False
        return True


def _count(found: int, all_patients: int) -> str:
    if found == all_patients:
        return say("{count} in this registry", count=f"{all_patients:,}")
    return say("{found} of {all} match", found=f"{found:,}", all=f"{all_patients:,}")


def _table(model: PatientsModel) -> QTableView:
    made = QTableView()
    made.setObjectName("patients")
    made.setAccessibleName(say("Patients"))
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
    header = made.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setStretchLastSection(True)
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    made.setSortingEnabled(True)
    made.setItemDelegate(RowDelegate(made, model.text_at))
    for place, column in enumerate(COLUMNS):
        made.setColumnWidth(place, theme().px(column.width))
    return made
