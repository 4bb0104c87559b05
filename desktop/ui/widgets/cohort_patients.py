"""The patients behind a count: a list that a word narrows; Enter opens one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QTableView

from desktop.domain.language import say, say_count
from desktop.ui.models.patients import COLUMNS, PatientsModel
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import Card, button
from desktop.ui.widgets.painting import choose_by_row, head_at_left
from desktop.ui.widgets.row_delegate import RowDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.ui.session import Session


class CohortPatients(Card):
    """``all_wanted`` asks to let go of the choice that narrows the list."""

    all_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(say("Patients"), icon="users")
        self._session = session
        self._patients: frozenset[str] | None = None
        self._choice = ""
        self.model = PatientsModel(self)
        self.table = _table(self.model)
        self.field = QLineEdit()
        self.field.setPlaceholderText(say("Filter this list"))
        self.field.setAccessibleName(say("Filter the patients below"))
        self.field.setClearButtonEnabled(True)
        self.all_button = button(say("Show all"), "header", icon="x")
        self.all_button.hide()
        self.header.addWidget(self.all_button)
        self.header.addWidget(self.field)
        self.body.addWidget(self.table)
        self.field.textChanged.connect(self.read_again)
        self.table.activated.connect(self.open_current)
        self.table.installEventFilter(self)
        self.field.installEventFilter(self)
        self.all_button.clicked.connect(self.all_wanted)
        theme_signals.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.field.setFixedWidth(theme().px(220))
        self.table.verticalHeader().setDefaultSectionSize(theme().px(30))
        self.setMinimumHeight(theme().px(130))

    def show_patients(self, choice: str, patients: frozenset[str] | None) -> None:
        """Show who is behind a choice, by our ids; None shows everybody."""
        self._choice, self._patients = choice, patients
        self.all_button.setVisible(patients is not None)
        self.read_again()

    def read_again(self) -> None:
        """Show the patients as the registry holds them now."""
        from desktop.ui.finding import matches

        rows = [
            row
            for row in self._session.patients
            if self._patients is None or row.id in self._patients
        ]
        whole = len(rows)
        text = self.field.text()
        rows = matches(text, rows) if text.strip() else rows
        self.model.show_rows(rows)
        told = say_count(whole, "{n} patient", "{n} patients")
        if len(rows) != whole:
            told = say("{shown} of {all}", shown=len(rows), all=told)
        self.hint.setText(f"{self._choice} · {told}" if self._choice else told)
        self.table.setAccessibleName(
            say("Patients: {choice}", choice=self._choice) if self._choice else say("All patients")
        )
        if rows:
            self.table.selectRow(0)

    def open_current(self) -> None:
        """Open the chosen patient."""
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            self._session.asks.open_patient.emit(self.model.rows[row].id, "")

    def focus_filter(self) -> None:
        """Type to narrow the list."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens, Esc clears the field or the choice, Down goes to the list."""
        if event.type() == QEvent.Type.KeyPress:
            return self._pressed(watched, event)  # type: ignore[arg-type]  # told by its type
        return super().eventFilter(watched, event)

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        elif key == Qt.Key.Key_Down and watched is self.field:
            self.table.setFocus()
        elif key == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
        elif key == Qt.Key.Key_Escape and self._patients is not None:
            self.all_wanted.emit()
        else:
            return False
        return True


def _table(model: PatientsModel) -> QTableView:
    made = QTableView()
    made.setModel(model)
    choose_by_row(made)
    head_at_left(made)
    header = made.horizontalHeader()
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    made.setSortingEnabled(True)
    made.setItemDelegate(RowDelegate(made, model.text_at))
    for place, column in enumerate(COLUMNS):
        made.setColumnWidth(place, theme().px(column.width))
    return made
