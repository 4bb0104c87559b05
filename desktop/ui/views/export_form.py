"""First step of an export: what leaves, whose data, for whom, and how far people are hidden."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.domain.language import say, say_count
from desktop.ui.dialogs import CSV_FILES
from desktop.ui.forms.editors import ChoiceEditor, LineEditor
from desktop.ui.models import export_draft as words
from desktop.ui.widgets.basics import Card, InlineMessage
from desktop.ui.widgets.cohort_columns import CardColumns
from desktop.ui.widgets.export_path import PathField
from desktop.ui.widgets.settings_parts import ChoiceRow, setting_row
from desktop.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from desktop.ui.dialogs import Dialogs
    from desktop.ui.models.export_draft import ExportDraft
    from desktop.ui.session import Session

NARROWEST = 470


class ExportForm(QWidget):
    """Every choice is kept in the draft at once; ``changed`` tells of each."""

    changed = Signal()

    def __init__(self, session: Session, draft: ExportDraft, dialogs: Dialogs) -> None:
        super().__init__()
        self._session, self._draft = session, draft
        self.dialogs = dialogs
        self.format = ChoiceEditor([(key, say(name)) for key, name, _ in words.FORMATS])
        self.who = ChoiceEditor([])
        self.output = PathField(say("Where it is written"), self._ask_output)
        self.dictionary = PathField(say("REDCap data dictionary"), self._ask_dictionary)
        self.protection = ChoiceRow(
            say("How people leave"),
            [("hidden", say("De-identified")), ("whole", say("As they are, with names"))],
        )
        self.purpose = ChoiceEditor([(key, say(name)) for key, name in words.PURPOSES])
        self.recipient = LineEditor()
        self.free_text = TickBox(say("Keep free text"))
        self.pseudonyms = PathField(say("List of pseudonyms"), self._ask_pseudonyms)
        self.message = InlineMessage()
        self._lay_out()
        self._show()
        self._connect()

    def _lay_out(self) -> None:
        for part, name in (
            (self.format, say("Format")),
            (self.who, say("Whose data")),
            (self.purpose, say("Purpose")),
            (self.recipient, say("Recipient")),
        ):
            part.setAccessibleName(name)
        what = Card(say("What leaves"), icon="download")
        row, self.format_hint = setting_row(say("Format"), self.format, " ")
        what.body.addWidget(row)
        row, _ = setting_row(say("Whose data"), self.who)
        what.body.addWidget(row)
        row, self.output_hint = setting_row(say("Where it is written"), self.output, " ")
        what.body.addWidget(row)
        told = say("Optional: the dictionary of your own project, whose names and codes are used.")
        self.dictionary_row, _ = setting_row(say("REDCap data dictionary"), self.dictionary, told)
        what.body.addWidget(self.dictionary_row)
        what.body.addStretch(1)
        people = Card(say("For whom"), icon="users")
        row, self.protection_hint = setting_row(say("How people leave"), self.protection, " ")
        people.body.addWidget(row)
        told = say("Only patients whose consent covers it leave; the others are counted.")
        row, _ = setting_row(say("Purpose"), self.purpose, told)
        people.body.addWidget(row)
        told = say("A person or place. It stands in the manifest and in the audit.")
        row, _ = setting_row(say("Recipient"), self.recipient, told)
        people.body.addWidget(row)
        told = say("Left out unless ticked. Names and dates that are recognized are removed.")
        self.free_text_row, _ = setting_row(say("Free text"), self.free_text, told)
        people.body.addWidget(self.free_text_row)
        told = say("Optional: which pseudonym is whose. It stays in the clinic, not in the export.")
        self.pseudonyms_row, _ = setting_row(say("List of pseudonyms"), self.pseudonyms, told)
        people.body.addWidget(self.pseudonyms_row)
        people.body.addStretch(1)
        columns = CardColumns(2, narrowest=NARROWEST)
        columns.add(what, 0)
        columns.add(people, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(columns)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(8)
        page.addWidget(self.message)
        page.addWidget(area, 1)

    def _connect(self) -> None:
        for editor in (self.format, self.who, self.purpose, self.recipient):
            editor.edited.connect(self._take)
        for path in (self.output, self.dictionary, self.pseudonyms):
            path.changed.connect(self._take)
        self.protection.chosen.connect(self._choose_protection)
        self.free_text.toggled.connect(lambda _on: self._take())

    def show_draft(self, draft: ExportDraft) -> None:
        """Show other choices, those of a new export."""
        self._draft = draft
        self._show()

    def _show(self) -> None:
        draft = self._draft
        for editor, value in (
            (self.format, draft.format),
            (self.purpose, draft.purpose),
            (self.recipient, draft.recipient),
            (self.output.field, draft.output),
            (self.dictionary.field, draft.dictionary),
            (self.pseudonyms.field, draft.pseudonyms),
        ):
            editor.blockSignals(True)
            editor.set_typed(value)
            editor.blockSignals(False)
        self.protection.show_value("hidden" if draft.deidentifies else "whole")
        self.free_text.blockSignals(True)
        self.free_text.setChecked(draft.keeps_free_text)
        self.free_text.blockSignals(False)
        self.read_again()

    def read_again(self) -> None:
        """Count again who could go."""
        draft, session = self._draft, self._session
        rows = session.patients if session.registry is not None else []
        found = [(words.EVERYBODY, say_count(len(rows), "All: {n} patient", "All: {n} patients"))]
        if 0 < len(draft.listed) < len(rows):
            told = say_count(
                len(draft.listed),
                "The list as it is filtered: {n} patient",
                "The list as it is filtered: {n} patients",
            )
            found.append((words.LISTED, told))
        if session.dossier is not None:
            draft.opened = session.patient_id
            name = session.dossier.case.patient.patient_id
            found.append((words.OPEN, say("The open patient: {id}", id=name)))
        self.who.blockSignals(True)
        self.who.clear()
        for key, text in found:
            self.who.addItem(text, key)
        draft.who = draft.who if draft.who in dict(found) else words.EVERYBODY
        self.who.set_typed(draft.who)
        self.who.blockSignals(False)
        self._follow()

    def _take(self) -> None:
        draft = self._draft
        draft.format = self.format.typed()  # type: ignore[assignment]  # one of FORMATS
        draft.who = self.who.typed()
        draft.output, draft.dictionary = self.output.text, self.dictionary.text
        draft.purpose, draft.recipient = self.purpose.typed(), self.recipient.typed()
        draft.keeps_free_text = self.free_text.isChecked()
        draft.pseudonyms = self.pseudonyms.text
        self._follow()
        self.changed.emit()

    def _choose_protection(self, value: str) -> None:
        self._draft.deidentifies = value == "hidden"
        if self._draft.deidentifies and not self._draft.purpose:
            self.purpose.set_typed("research")
        self._take()

    def _follow(self) -> None:
        draft = self._draft
        hints = {key: say(hint) for key, _, hint in words.FORMATS}
        self.format_hint.setText(hints[draft.format])
        self.output_hint.setText(
            say("A folder that is empty or does not exist yet.")
            if draft.is_folder
            else say("A file; its manifest is written beside it.")
        )
        self.protection_hint.setText(
            say(
                "Pseudonyms instead of names, ages instead of dates. It stays personal data:"
                " pseudonymized, never anonymous."
            )
            if draft.deidentifies
            else say("Names, dates and everything else leave. Keep it as safe as the registry.")
        )
        self.dictionary_row.setVisible(draft.format == "redcap")
        self.free_text_row.setVisible(draft.deidentifies)
        self.pseudonyms_row.setVisible(draft.deidentifies)

    def _stem(self) -> str:
        registry = self._session.registry
        return registry.path.stem if registry is not None else "registry"

    def _ask_output(self) -> Path | None:
        draft = self._draft
        name = draft.suggested_name(self._stem(), date.today())  # noqa: DTZ011 - the user's day
        if not draft.is_folder:
            kinds = words.FILE_KINDS[draft.format]
            return self.dialogs.save_file(self, say("Export"), kinds, suggested=name)
        folder = self.dialogs.folder(self, say("Folder for the export"))
        if folder is None:
            return None
        is_copy = draft.format == "csv" and not draft.deidentifies
        is_free = is_copy or not folder.is_dir() or not any(folder.iterdir())
        return folder if is_free else folder / name

    def _ask_dictionary(self) -> Path | None:
        return self.dialogs.open_file(self, say("REDCap data dictionary"), CSV_FILES)

    def _ask_pseudonyms(self) -> Path | None:
        name = f"{self._stem()}-pseudonyms.csv"
        return self.dialogs.save_file(self, say("List of pseudonyms"), CSV_FILES, suggested=name)

    def focus_first(self) -> None:
        """Begin at the format."""
        self.format.setFocus(Qt.FocusReason.OtherFocusReason)
