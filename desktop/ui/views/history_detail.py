"""Beside the history: what one change did, and every version of its record."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.columns import BOOKKEEPING, table_of
from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.ui.forms.words import TABLE_TITLES, table_name
from desktop.ui.models.history import entry_words, moment
from desktop.ui.models.history_fields import FieldChange, FieldsModel, fields_between
from desktop.ui.models.history_versions import VersionsModel
from desktop.ui.spoken import announce
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import Card, InlineMessage, button, label
from desktop.ui.widgets.card import elided_hint

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.db.edit import Edit
    from desktop.db.past import Arrival, Version
    from desktop.domain.records import Record
    from desktop.ui.models.history_list import Line
    from desktop.ui.session import Session


class HistoryDetail(QWidget):
    """``state_wanted`` asks to show the whole patient as of the chosen change."""

    state_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._line: Line | None = None
        self._record = ""
        self.fields = FieldsModel(self)
        self.versions = VersionsModel(self)
        self.fields_table = plain_table(self.fields, say("Fields before and after"))
        self.versions_table = plain_table(self.versions, say("Versions of this entry"))
        self.message = InlineMessage()
        self.card = Card(say("Change"), icon="history")
        self.versions_card = Card(say("Versions of this entry"), icon="clock-pause")
        self.about = label("", "label", wrap=True)
        self.state_button = button(say("As it was then…"), icon="history")
        self.restore_button = button(say("Restore this version"), icon="rotate")
        self.reason = label("", "hint", wrap=True)
        self._lay_out()
        self.state_button.clicked.connect(self.state_wanted)
        self.restore_button.clicked.connect(self.restore)
        self.versions_table.selectionModel().currentRowChanged.connect(self._show_version)
        self.versions_table.clicked.connect(self._show_version)
        theme_signals.changed.connect(self._fit)

    def _lay_out(self) -> None:
        self.about.setContentsMargins(12, 8, 12, 8)
        self._hint = elided_hint(self.card)
        self.card.body.addWidget(self.about)
        self.card.body.addWidget(self.fields_table, 1)
        self.card.body.addLayout(_foot(self.state_button))
        self.versions_card.body.addWidget(self.versions_table, 1)
        self.versions_card.body.addLayout(_foot(self.restore_button, self.reason))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.message)
        column.addWidget(self.card, 3)
        column.addWidget(self.versions_card, 2)
        self._fit()

    def _fit(self) -> None:
        for table in (self.fields_table, self.versions_table):
            table.verticalHeader().setDefaultSectionSize(theme().px(32))
            table.setMinimumHeight(theme().px(84))
        for column, width in enumerate((124, 140, 140)):
            self.fields_table.setColumnWidth(column, theme().px(width))
        for column, width in enumerate((142, 108, 70)):
            self.versions_table.setColumnWidth(column, theme().px(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the wrapped words above the table the lines that they need."""
        super().resizeEvent(event)
        self._fit_about()

    def _fit_about(self) -> None:
        if (layout := self.card.layout()) is not None:
            layout.activate()
        self.about.setMinimumHeight(self.about.heightForWidth(self.about.width()))

    def show_line(self, line: Line | None) -> None:
        """Show one change, or nothing."""
        self._line = line
        self.message.hide()
        self.state_button.setEnabled(line is not None)
        record = line.record if line else None
        self._show_versions(record.id if record else "")
        if line is None:
            self._tell("", "", ())
        elif line.arrival is not None:
            self._show_arrival(line.arrival)
        elif line.entry is not None and record is not None:
            about = f"{line.texts[0]} · {line.texts[1]} · {line.texts[4]}"
            fields = fields_between(line.entry.before, line.entry.after)
            self._tell(f"{line.texts[2]}: {line.texts[3]}", about, fields)

    def show_record(self, record: str) -> None:
        """Show the versions of a record that no single change tells of."""
        self.show_line(None)
        self._show_versions(record)
        if present := self.versions.present:
            self.versions_table.selectRow(0)
            self._hint.show_text(entry_words(present))

    def _show_arrival(self, arrival: Arrival) -> None:
        fields = tuple(
            FieldChange(_kind_of(table), "added", "0", str(count))
            for table, count in arrival.counts.items()
        )
        about = f"{moment(arrival.at)} · {arrival.who} · {arrival.what}"
        hint = say("Entries that are still there; one entry’s own changes are listed singly.")
        self._tell(say("Import"), f"{about}\n{hint}", fields)

    def _tell(self, title: str, about: str, fields: tuple[FieldChange, ...]) -> None:
        self.card.title.setText(say("Change"))
        self._hint.show_text(title)
        self.about.setText(about or say("Choose a change in the list."))
        self._fit_about()
        self.fields.show_fields(fields, (say("Before"), say("After")))
        self.fields_table.resizeRowsToContents()

    def _show_versions(self, record: str) -> None:
        self._record = record
        registry = self._session.registry
        found = registry.versions(record) if registry is not None and record else ()
        self.versions.show_versions(found)
        self.versions_card.setVisible(bool(found))
        self._allow()

    def _version(self) -> Version | None:
        return self.versions.version_at(self.versions_table.currentIndex().row())

    def _show_version(self) -> None:
        """Lay the chosen version beside the present one."""
        version = self._version()
        self._allow()
        if version is None:
            return
        present = self.versions.present
        fields = fields_between(version.record, present, with_same=version.record == present)
        known = version.record or present
        title = entry_words(known) if known else ""
        about = say(
            "Version since {when}, by {who}, beside today’s",
            when=moment(version.at),
            who=version.who,
        )
        self.card.title.setText(say("Version"))
        self._hint.show_text(title)
        self.about.setText(about)
        self._fit_about()
        self.fields.show_fields(fields, (say("In this version"), say("Today")))
        self.fields_table.resizeRowsToContents()

    def _allow(self) -> None:
        reason = self._refusal()
        self.restore_button.setEnabled(not reason)
        self.reason.setText(reason)

    def _refusal(self) -> str:
        """Why the chosen version cannot be restored; empty where it can."""
        version = self._version()
        if version is None:
            return say("Choose a version to see it beside today’s.")
        if version.record is None:
            return say("The entry was not there: remove it instead.")
        if version.record == self.versions.present:
            return say("This is how the entry is now.")
        if table_of(type(version.record)).name in BOOKKEEPING:
            return say("What was decided about guidance is decided anew, not restored.")
        return ""

    def restore(self) -> None:
        """Make the chosen version the present one, as a step that undo takes back."""
        version = self._version()
        if version is None or version.record is None or self._refusal():
            return
        said = entry_words(version.record, with_kind=False)
        what = say("Restore {entry}", entry=said)
        try:
            self._session.change(what, partial(_restore, version, self.versions.present))
        except UserError as error:
            self.message.show_message("stop", str(error))
            announce(self, str(error), at_once=True)
            return
        words = say(
            "Restored {entry} as of {when}. Ctrl+Z takes it back.",
            entry=said,
            when=moment(version.at),
        )
        self.message.show_message("ok", words)
        announce(self, words)


def _restore(version: Version, present: Record | None, edit: Edit) -> None:
    """Refused where somebody changed the entry, or brought it back, meanwhile."""
    if present is None and version.record is not None and edit.stored(version.record) is not None:
        raise UserError(
            say("This entry was brought back by someone else meanwhile."),
            kept=say("Nothing was overwritten."),
            remedy=say("Look at the new state, then restore if that is still right."),
        )
    edit.restore(version, replacing=present)


def _foot(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(10, 6, 10, 8)
    row.setSpacing(10)
    for part in parts:
        row.addWidget(part, 1 if part is parts[-1] and len(parts) > 1 else 0)
    if len(parts) == 1:
        row.addStretch(1)
    return row


def plain_table(model: FieldsModel | VersionsModel, name: str) -> QTableView:
    """A table of rows to read and choose from."""
    made = QTableView()
    made.setModel(model)
    made.setAccessibleName(name)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setShowGrid(False)
    made.setTabKeyNavigation(False)
    made.verticalHeader().hide()
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header = made.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setStretchLastSection(True)
    return made


def _kind_of(table: str) -> str:
    """What the records of a table are called; there is one patient and one name."""
    return say(TABLE_TITLES[table]) if table in TABLE_TITLES else table_name(table)
