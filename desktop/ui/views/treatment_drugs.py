"""The card of the drugs that a patient takes now, with what can be done with each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.domain.language import say
from desktop.domain.records import new_id
from desktop.domain.terms import treatment_label
from desktop.ui.models.treatment import (
    DOSE,
    EDIT,
    REMOVE,
    STOP,
    allergy_line,
    can_stop_today,
    current_drugs,
    drug_entries,
    past_drugs,
)
from desktop.ui.models.treatment_dose import DoseSubject
from desktop.ui.views.treatment_sources import SourcesNote
from desktop.ui.widgets.basics import Card, IconLabel, button, label, rule, set_role
from desktop.ui.widgets.card import elided_hint
from desktop.ui.widgets.entry_list import SOURCES, EntryList

if TYPE_CHECKING:
    from desktop.domain.records import Treatment
    from desktop.guidance.dossier import Dossier
    from desktop.ui.forms.record_form import RecordForm
    from desktop.ui.session import Session


class DrugsCard(Card):
    """Running courses; past ones stand among the entries. ``form`` is the open dose form."""

    def __init__(self, session: Session) -> None:
        super().__init__(say("Current drugs"), icon="pill")
        self._session = session
        self._dossier: Dossier | None = None
        self.form: RecordForm | None = None
        self._hint = elided_hint(self)
        self.add_button = button(say("Add"), "header", icon="plus")
        self.add_button.setAccessibleName(say("Add a drug, diet or other treatment"))
        self.header.addWidget(self.add_button)
        self.allergy_icon = IconLabel("circle-dashed", "unk")
        self.allergies = label("", wrap=True)
        self.list = EntryList(say("Current drugs"), keeps_choice=True, scrolls=True)
        self.empty = label("", "hint", wrap=True)
        self.empty.setContentsMargins(12, 10, 12, 10)
        self.waiting = label(say("Applying the guidance…"), "hint", wrap=True)
        self.waiting.setContentsMargins(12, 4, 12, 6)
        self.sources = SourcesNote()
        for part, stretch in (
            (self._allergy_row(), 0),
            (rule(), 0),
            (self.empty, 0),
            (self.list, 1),
            (self.waiting, 0),
            (self.sources, 0),
        ):
            self.body.addWidget(part, stretch)
        self.body.addStretch()
        self.add_button.clicked.connect(lambda: session.asks.add.emit("treatments", {}))
        self.list.acted.connect(self.act)
        self.list.doubleClicked.connect(lambda _index: self.act(self.list.current_key(), EDIT))
        self.list.installEventFilter(self)

    def _allergy_row(self) -> QWidget:
        row = QWidget()
        row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 6, 12, 6)
        line.setSpacing(8)
        line.addWidget(self.allergy_icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.allergies, 1)
        return row

    def show_dossier(self, dossier: Dossier | None, *, has_failed: bool = False) -> None:
        """Show a patient's drugs, with cautions once the guidance was applied."""
        if dossier is None or self._dossier is None or _is_other(dossier, self._dossier):
            self.sources.hide()
        self._dossier = dossier
        is_assessed = dossier is not None and dossier.is_assessed
        entries = drug_entries(dossier, is_assessed=is_assessed) if dossier else []
        self.list.show_entries(entries)
        self.list.setVisible(bool(entries))
        if dossier is None:
            self._hint.show_text("")
            self.empty.hide()
            self.waiting.hide()
            return
        past = len(past_drugs(dossier.case))
        self._hint.show_text(say("{n} now, {past} past", n=len(entries), past=past))
        self.empty.setText(_empty_words(dossier))
        self.empty.setVisible(not entries)
        self._show_allergies(dossier)
        self._show_waiting(is_waiting=not is_assessed, has_failed=has_failed)

    def _show_waiting(self, *, is_waiting: bool, has_failed: bool) -> None:
        if has_failed:
            told = say("The guidance failed: cautions and monitoring are missing here.")
            self.waiting.setText(told)
        set_role(self.waiting, "message-stop" if has_failed else "hint")
        self.waiting.setVisible(has_failed or (is_waiting and not self._session.has_rules))

    def _show_allergies(self, dossier: Dossier) -> None:
        icon, token, words = allergy_line(dossier.case)
        self.allergy_icon.set_icon(icon, token)
        self.allergies.setText(words)
        role = {"stop": "message-stop", "ok": "message-ok"}.get(token, "unknown")
        set_role(self.allergies, role)

    def drug(self, key: str) -> Treatment | None:
        """The current course with this id."""
        case = self._dossier.case if self._dossier else None
        held = current_drugs(case) if case else []
        return next((one for one in held if one.id == key), None)

    def act(self, key: str, name: str) -> None:
        """Do what was asked for with a course."""
        found = self.drug(key)
        if found is None or self._dossier is None:
            return
        if name == STOP:
            self.stop_today(found)
        elif name == DOSE:
            self.change_dose(found)
        elif name == EDIT:
            self._session.asks.edit.emit(found)
        elif name == REMOVE:
            self._session.asks.remove.emit(found)
        elif name == SOURCES:
            self._show_sources(key)

    def _show_sources(self, key: str) -> None:
        found = next(one for one in self.list.entries.entries if one.key == key)
        self.sources.show_sources(found.title, found.sources)

    def stop_today(self, drug: Treatment) -> None:
        """End a course today, as one step that can be undone."""
        assert self._dossier is not None  # noqa: S101 - a drug is a patient's
        case = self._dossier.case
        if not can_stop_today(case, drug):
            self._session.asks.edit.emit(drug)
            return
        ended = replace(drug, stop_when=case.as_of.isoformat())
        what = say("Stop {drug} today", drug=treatment_label(drug.agent))
        self._session.change(what, lambda edit: edit.put(ended, replacing=drug))

    def change_dose(self, drug: Treatment) -> None:
        """Ask for the new dose; saving ends this course and begins another in one step."""
        from desktop.ui.forms.record_form import RecordForm  # not needed for the first paint

        assert self._dossier is not None  # noqa: S101 - a drug is a patient's
        subject = DoseSubject(self._dossier.case, drug, new_id())
        self.form = RecordForm(self._session, subject, parent=self.window())
        self.form.finished.connect(self._closed)
        self.form.open()

    def _closed(self) -> None:
        self.form = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F2 edits the chosen course, Delete removes it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            deeds = {Qt.Key.Key_F2: EDIT, Qt.Key.Key_Delete: REMOVE}
            name = deeds.get(Qt.Key(event.key()), "")
            if name and self.list.current_key():
                self.act(self.list.current_key(), name)
                return True
        return super().eventFilter(watched, event)


def _is_other(one: Dossier, other: Dossier) -> bool:
    return one.case.patient.id != other.case.patient.id


def _empty_words(dossier: Dossier) -> str:
    if dossier.case.patient.death_when.strip():
        return say("This patient has died; past drugs stand among the entries.")
    if dossier.case.treatments:
        return say("No drug is running. Past drugs stand among the entries.")
    return say("No drug, diet or other treatment is recorded.")
