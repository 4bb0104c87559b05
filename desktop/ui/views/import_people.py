"""Third step of an import: whom the files name, and who that is here. Nobody is merged unseen."""

from __future__ import annotations

from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.language import say, say_count
from desktop.ui.models import import_words as words
from desktop.ui.models.import_cells import CellView, Tone
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import Card, button, clear, label
from desktop.ui.widgets.import_patient import PatientField, patient_words
from desktop.ui.widgets.import_table import ImportTable
from desktop.ui.widgets.settings_parts import ChoiceRow

if TYPE_CHECKING:
    from desktop.db.search import PatientRow
    from desktop.ui.models.import_cells import Line
    from desktop.ui.models.import_draft import ImportDraft
    from desktop.ui.session import Session
    from desktop.work.import_outcome import Match, Met

SIDE = 330
NEAREST = 3
_TONES: dict[Match, Tone] = {
    "known": "ok",
    "filled": "ok",
    "new": "ok",
    "conflict": "error",
    "unknown": "error",
    "left_out": "",
}
_OPEN = frozenset({"conflict", "unknown"})


class PeopleStep(QWidget):
    """``changed`` tells that somebody was said to be another, so that the trial is due again."""

    changed = Signal()

    def __init__(self, session: Session, draft: ImportDraft) -> None:
        super().__init__()
        self._session, self._draft = session, draft
        self.people: list[Met] = []
        headings = (
            say("In the file"),
            say("State"),
            say("Registry ID"),
            say("Name"),
            say("Born"),
            say("Rows"),
            say("Why"),
        )
        self.card = Card(say("People in the files"), icon="users")
        self.only = ChoiceRow(
            say("People shown"), [("open", say("Open")), ("all", say("All people"))]
        )
        self.table = ImportTable(say("People in the files"), headings)
        self.table.cap(260)
        self.side = Card(say("Who this is"), icon="user")
        self.patient = PatientField(say("Another patient of the registry"))
        self.use_button = button(say("Use this patient"))
        self._details = QVBoxLayout()
        self._lay_out()
        selection = self.table.selectionModel()
        selection.currentRowChanged.connect(lambda *_: self._show_details())
        self.only.chosen.connect(lambda _value: self._show_lines())
        self.use_button.clicked.connect(self.use_typed)

    def _lay_out(self) -> None:
        self.card.header.addWidget(self.only)
        self.card.body.addWidget(self.table)
        self.only.show_value("all")
        inner = QWidget()
        inner.setProperty("page", "true")
        self._details = QVBoxLayout(inner)
        self._details.setContentsMargins(12, 10, 12, 12)
        self._details.setSpacing(8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self.side.body.addWidget(area)
        self.side.setFixedWidth(theme().px(SIDE))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.card, 1)
        row.addWidget(self.side)

    def read_again(self) -> None:
        """Show the people of the trial; those who are open come first."""
        outcome = self._draft.outcome
        met = list(outcome.people.values()) if outcome is not None else []
        self._met = sorted(met, key=lambda one: (one.match not in _OPEN, one.match, one.key))
        is_open = [one for one in self._met if one.match in _OPEN]
        self.only.buttons["open"].setText(say("Open ({n})", n=f"{len(is_open):,}"))
        self.only.buttons["all"].setText(say("All people ({n})", n=f"{len(self._met):,}"))
        self.patient.show_patients(self._session.patients)
        new = sum(one.match == "new" for one in self._met)
        known = sum(one.match in ("known", "filled") for one in self._met)
        told = say(
            "{known} known, {new} new, {open} open",
            known=f"{known:,}",
            new=f"{new:,}",
            open=f"{len(is_open):,}",
        )
        self.card.hint.setText(told)
        self._show_lines()

    def _show_lines(self) -> None:
        only = self.only.value == "open"
        kept = self.current.key if self.current else ""
        self.people = [one for one in self._met if not only or one.match in _OPEN]
        here = {row.patient_id: row for row in self._session.patients}
        self.table.cells.show_lines([self._line(one, here) for one in self.people])
        keys = [one.key for one in self.people]
        self.table.choose(keys.index(kept) if kept in keys else 0)
        self._show_details()

    def _line(self, met: Met, here: dict[str, PatientRow]) -> Line:
        from desktop.domain.when import parse_when, shown

        row = here.get(met.patient_id)
        state: Tone = _TONES[met.match]
        said = self._draft.people.get(met.key)
        why = met.reason
        if said:
            why = say("you said so")
        return (
            CellView(met.key or say("no number")),
            CellView(words.match_word(met.match), state, met.reason, has_icon=True),
            CellView(met.patient_id),
            CellView(row.name if row else ""),
            CellView(shown(parse_when(row.birth_date)) if row and row.birth_date else ""),
            CellView(f"{met.rows:,}" if met.rows else "", is_number=True),
            CellView(why),
        )

    @property
    def current(self) -> Met | None:
        """The chosen person."""
        row = self.table.row
        return self.people[row] if 0 <= row < len(self.people) else None

    def _show_details(self) -> None:
        for part in (self.patient, self.use_button):
            part.setParent(self)
            part.hide()
        clear(self._details)
        met = self.current
        if met is not None:
            self._show_person(met)
        self._details.addStretch(1)

    def _show_person(self, met: Met) -> None:
        self._details.addWidget(label(met.key or say("no number"), "strong", wrap=True))
        state = words.match_word(met.match)
        hanging = say_count(
            met.rows, "{n} row belongs to this person", "{n} rows belong to this person"
        )
        for text in (state, met.reason, hanging if met.rows else ""):
            if text:
                self._details.addWidget(label(text, "label", wrap=True))
        if met.key in self._draft.people:
            undo = button(say("As the file says"), icon="arrow-back-up")
            undo.clicked.connect(partial(self.unsay, met.key))
            self._details.addWidget(undo)
        near = self._nearest(met)
        if near:
            self._details.addWidget(label(say("Nearest registry IDs"), "caption"))
        for row in near:
            self._details.addWidget(label(patient_words(row), wrap=True))
            use = button(say("Use {id} for {key}", id=row.patient_id, key=met.key))
            use.clicked.connect(partial(self.use, met.key, row.patient_id))
            self._details.addWidget(use)
        if met.key:
            self._details.addWidget(label(say("Another patient of the registry"), "caption"))
            self.patient.clear()
            self._details.addWidget(self.patient)
            self._details.addWidget(self.use_button)
            self.patient.show()
            self.use_button.show()
            if met.match != "left_out":
                leave = button(say("Leave out {key}", key=met.key))
                leave.clicked.connect(partial(self.use, met.key, ""))
                self._details.addWidget(leave)
        told = say("A number is never corrected by itself. What you say here holds once.")
        self._details.addWidget(label(told, "hint", wrap=True))

    def _nearest(self, met: Met) -> list[PatientRow]:
        if met.match not in _OPEN or not met.key:
            return []
        here = {row.patient_id: row for row in self._session.patients}
        near = get_close_matches(met.key, list(here), n=NEAREST, cutoff=0.7)
        return [here[one] for one in near if one != met.patient_id]

    def use(self, key: str, patient_id: str) -> None:
        """Say who is meant by a number; empty leaves the person out."""
        self._draft.people[key] = patient_id
        self._draft.outcome = None
        self.changed.emit()

    def pressed_enter(self) -> bool:
        """Enter in the typed patient uses it; False where nothing is typed."""
        is_typing = self.focusWidget() is self.patient
        if is_typing:
            self.use_typed()
        return is_typing

    def use_typed(self) -> None:
        """Use the patient that was typed; a number that nobody has is not taken."""
        met = self.current
        if met is not None and self.patient.is_known:
            self.use(met.key, self.patient.patient_id)
        else:
            self.patient.setProperty("problem", "error")
            self.patient.style().unpolish(self.patient)
            self.patient.style().polish(self.patient)

    def unsay(self, key: str) -> None:
        """Take back what was said about a number."""
        self._draft.people.pop(key, None)
        self._draft.outcome = None
        self.changed.emit()

    def focus_first(self) -> None:
        """Begin at the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
