"""The card of all other entries of a course: past drugs, procedures, events, allergies and more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QTableView,
)

from desktop.domain.columns import table_named
from desktop.domain.language import mark, say
from desktop.ui.forms.words import TABLE_ICONS, table_title
from desktop.ui.icons import icon
from desktop.ui.models.records import RecordsModel, records_of
from desktop.ui.models.treatment import allergy_line, past_drugs
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import Card, button, label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.case import Case
    from desktop.domain.records import Record
    from desktop.guidance.dossier import Dossier
    from desktop.ui.session import Session

KINDS = (
    "treatments",
    "procedures",
    "events",
    "allergies",
    "targets",
    "body",
    "visits",
    "consents",
)
"""The kinds of entry in their order; of treatments only those that are past."""

NONE_YET: Mapping[str, str] = {
    "treatments": mark("No drug has been stopped."),
    "procedures": mark("No procedure or operation recorded."),
    "events": mark("No event or flare recorded."),
    "targets": mark("No target of the patient's own recorded; the normal ranges apply."),
    "body": mark("Height and weight not recorded."),
    "visits": mark("No visit recorded."),
    "consents": mark("Consent not recorded."),
}
ROW, COMPACT_ROW = 30, 26
KIND_WIDTH = 196
LARGE_TEXT = 1.2


class EntriesCard(Card):
    """One kind of entry at a time; adding, changing and removing are asked of the window."""

    def __init__(self, session: Session) -> None:
        super().__init__(say("Entries"), icon="notes")
        self._session = session
        self._case: Case | None = None
        self.kinds = QListWidget()
        self.kinds.setObjectName("recordKinds")
        self.kinds.setAccessibleName(say("Kinds of entry"))
        self.kinds.setFixedWidth(theme().px(KIND_WIDTH))
        self.kinds.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for _ in KINDS:
            self.kinds.addItem(QListWidgetItem(""))
        self.model = RecordsModel(self)
        self.table = _table(self.model)
        self.empty = label("", "hint", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add_button = button(say("Add"), "header", icon="plus")
        self.edit_button = button("", "header")
        self.remove_button = button("", "header")
        for part in (self.add_button, self.edit_button, self.remove_button):
            self.header.addWidget(part)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.kinds)
        row.addWidget(self._pages, 1)
        self.body.addLayout(row, 1)
        self._connect()
        self._label_buttons()
        self.kinds.setCurrentRow(KINDS.index("procedures"))

    def _connect(self) -> None:
        self.kinds.currentRowChanged.connect(self._show_kind)
        self.table.doubleClicked.connect(self._edit)
        self.table.installEventFilter(self)
        self.add_button.clicked.connect(self._add)
        self.edit_button.clicked.connect(self._edit)
        self.remove_button.clicked.connect(self._remove)
        theme_signals.changed.connect(self._label_kinds)
        theme_signals.changed.connect(self._label_buttons)

    def _label_buttons(self) -> None:
        """With their keys, unless the text is so large that there is no room."""
        for part, text, keys in (
            (self.edit_button, say("Edit"), "F2"),
            (self.remove_button, say("Remove"), "Del"),
        ):
            part.setText(f"{text}   {keys}" if theme().text_scale < LARGE_TEXT else text)
            part.setToolTip(keys)
        self.kinds.setFixedWidth(theme().px(KIND_WIDTH))

    @property
    def kind(self) -> str:
        """The name of the table that is shown."""
        return KINDS[max(self.kinds.currentRow(), 0)]

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show a patient's entries; the chosen one stays chosen."""
        self._case = dossier.case if dossier else None
        self._label_kinds()
        self._show_kind()

    def _records(self, kind: str) -> list[Record]:
        if self._case is None:
            return []
        if kind == "treatments":
            return list(past_drugs(self._case))
        return records_of(self._case, table_named(kind))

    def _label_kinds(self) -> None:
        for place, kind in enumerate(KINDS):
            item = self.kinds.item(place)
            name = say("Past drugs") if kind == "treatments" else table_title(kind)
            count = len(self._records(kind))
            item.setText(say("{kind}  {n}", kind=name, n=count))
            item.setIcon(icon(TABLE_ICONS[kind], "ink2" if count else "ink3"))

    def _show_kind(self) -> None:
        kept, kind = self.current(), self.kind
        records = self._records(kind)
        self.model.show_records(table_named(kind), records)
        self.title.setText(self.kinds.item(KINDS.index(kind)).text().rstrip("0123456789 "))
        self.table.setAccessibleName(self.title.text())
        _fit_columns(self.table)
        if records:
            self.table.selectRow(max(self.model.row_of(kept.id) if kept else 0, 0))
        self.empty.setText(self._empty_words(kind))
        self._pages.setCurrentIndex(0 if records else 1)
        for part in (self.edit_button, self.remove_button):
            part.setEnabled(bool(records))
        self.add_button.setEnabled(self._case is not None)

    def _empty_words(self, kind: str) -> str:
        if self._case is None:
            return ""
        return allergy_line(self._case)[2] if kind == "allergies" else say(NONE_YET[kind])

    def current(self) -> Record | None:
        """The chosen entry."""
        row = self.table.currentIndex().row()
        return self.model.records[row] if 0 <= row < len(self.model.records) else None

    def show_record(self, record_id: str) -> bool:
        """Choose an entry, whatever its kind; False where it is not among them."""
        for place, kind in enumerate(KINDS):
            if any(record.id == record_id for record in self._records(kind)):
                self.kinds.setCurrentRow(place)
                self.table.selectRow(self.model.row_of(record_id))
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def compact(self, is_compact: bool) -> None:
        """Lower rows."""
        height = theme().px(COMPACT_ROW if is_compact else ROW)
        self.table.verticalHeader().setDefaultSectionSize(height)

    def _add(self) -> None:
        self._session.asks.add.emit(self.kind, {})

    def _edit(self) -> None:
        if (record := self.current()) is not None:
            self._session.asks.edit.emit(record)

    def _remove(self) -> None:
        if (record := self.current()) is not None:
            self._session.asks.remove.emit(record)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and F2 edit, Delete removes."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._edit()
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            return False
        return True


def _table(model: RecordsModel) -> QTableView:
    made = QTableView()
    made.setModel(model)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setShowGrid(False)
    made.setFrameShape(QTableView.Shape.NoFrame)
    made.setTabKeyNavigation(False)
    made.setWordWrap(False)
    made.verticalHeader().hide()
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    made.verticalHeader().setDefaultSectionSize(theme().px(ROW))
    made.horizontalHeader().setStretchLastSection(True)
    made.horizontalHeader().setHighlightSections(False)
    return made


def _fit_columns(view: QTableView) -> None:
    """As wide as the first rows need, within limits."""
    view.horizontalHeader().setResizeContentsPrecision(40)
    view.resizeColumnsToContents()
    for place in range(view.model().columnCount()):
        wanted = view.columnWidth(place) + 12
        view.setColumnWidth(place, min(max(wanted, theme().px(80)), theme().px(280)))
