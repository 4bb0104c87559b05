"""The card of the family: pedigree, an equal table, and links that stand on one side alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from desktop.domain import records as r
from desktop.domain.language import say
from desktop.ui.models.family import FamilyModel, summary
from desktop.ui.models.family_links import link_entry
from desktop.ui.tasks import Task
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import Card, button, label
from desktop.ui.widgets.card import elided_hint
from desktop.ui.widgets.entry_list import EntryList
from desktop.ui.widgets.pedigree import PedigreeView
from desktop.ui.widgets.pedigree_table import family_table, fit_columns
from desktop.work.family import Ties, enrolled_relatives, family_of, missing_links, ties_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.domain.changes import ChangeSet
    from desktop.guidance.dossier import Dossier
    from desktop.ui.session import Session
    from desktop.work.family import Family, Member, MissingLink

TABLE_HEIGHTS = (206, 150)
MOST_HINTS = 96
LOWEST_PEDIGREE = 130
LARGE_TEXT = 1.2


class FamilyCard(Card):
    """Relatives, enrolled and not; ``changed`` tells that the family was put together anew."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(say("Family"), icon="users")
        self._session = session
        self._dossier: Dossier | None = None
        self.family: Family | None = None
        self._links: tuple[MissingLink, ...] = ()
        self._ties: Ties | None = None
        self._task: Task | None = None
        self._wanted = 0  # counts what was asked for, so that only the latest answer counts
        self._hint = elided_hint(self)
        self.add_button = button(say("Add relative"), "header", icon="plus")
        self.edit_button = button("", "header")
        self.remove_button = button("", "header")
        self.open_button = button("", "header")
        for part in (self.open_button, self.add_button, self.edit_button, self.remove_button):
            self.header.addWidget(part)
        self.links = EntryList(say("Links between patients"), most=MOST_HINTS)
        self.pedigree = PedigreeView()
        self.notes = label("", "hint", wrap=True)
        self.notes.setContentsMargins(12, 2, 12, 4)
        self.legend = label(_legend(), "hint", wrap=True)
        self.legend.setContentsMargins(12, 2, 12, 6)
        self.model = FamilyModel(self)
        self.table = family_table(self.model)
        self._lay_out()
        self._connect()
        self._label_buttons()

    def _label_buttons(self) -> None:
        """With their keys, unless the text is so large that there is no room."""
        for part, text, keys in (
            (self.edit_button, say("Edit"), "F2"),
            (self.remove_button, say("Remove"), "Del"),
            (self.open_button, say("Open patient"), "Enter"),
        ):
            part.setText(f"{text}   {keys}" if theme().text_scale < LARGE_TEXT else text)
            part.setToolTip(keys)

    def _lay_out(self) -> None:
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.pedigree)
        scroll.setMinimumHeight(theme().px(LOWEST_PEDIGREE))
        self.pedigree.setProperty("page", "true")
        for part, stretch in (
            (self.links, 0),
            (scroll, 1),
            (self.notes, 0),
            (self.legend, 0),
            (self.table, 0),
        ):
            self.body.addWidget(part, stretch)

    def _connect(self) -> None:
        self.pedigree.chosen.connect(self._follow_pedigree)
        self.pedigree.opened.connect(self.open_member)
        self.table.selectionModel().currentRowChanged.connect(self._follow_table)
        self.table.doubleClicked.connect(lambda _index: self.open_member(self.chosen_key))
        for part in (self.table, self.pedigree):
            part.installEventFilter(self)
        theme_signals.changed.connect(self._label_buttons)
        self.links.acted.connect(self._act_on_link)
        self.add_button.clicked.connect(lambda: self._session.asks.add.emit("family", {}))
        self.edit_button.clicked.connect(self._edit)
        self.remove_button.clicked.connect(self._remove)
        self.open_button.clicked.connect(lambda: self.open_member(self.chosen_key))
        self._session.changed.connect(self._note_change)
        self._session.registry_changed.connect(self._forget)

    def _forget(self) -> None:
        self._ties = None
        self._wanted += 1

    def _note_change(self, changes: ChangeSet) -> None:
        """Who belongs to whom is read again after a change of a person or a relative.

        A change of this patient comes as a new dossier; one of a relative's records alone
        does not.
        """
        kinds = (r.Patient, r.Relative)
        if changes.batch or any(isinstance(one.record, kinds) for one in changes.changes):
            self._forget()
            dossier = self._session.dossier
            if dossier is not None and dossier is self._dossier:
                self.show_dossier(dossier)

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Put a patient's family together; what only others' records tell follows."""
        self._dossier = dossier
        self._put_together()
        if dossier is not None and self._ties is None:
            self._look_for_ties()

    def _look_for_ties(self) -> None:
        """Read all families beside the window's thread: a large registry takes a moment."""
        registry = self._session.registry
        if registry is None:
            return
        self._wanted += 1
        task = Task(say("Reading families"), partial(_read, registry.path, self._wanted))
        task.signals.finished.connect(self._take_ties)
        task.signals.failed.connect(self._tell_failure)
        self._task = task  # a task that nobody holds is lost before it runs
        task.start()

    def _take_ties(self, answer: tuple[int, Ties]) -> None:
        asked, ties = answer
        if asked != self._wanted:
            return
        self._ties = ties
        self._put_together()
        self.changed.emit()

    def _tell_failure(self, error: Exception) -> None:
        """A registry that cannot be read a second time is an error like any other."""
        raise error

    def _put_together(self) -> None:
        dossier, registry = self._dossier, self._session.registry
        if dossier is None or registry is None:
            self.family, self._links = None, ()
        else:
            others = enrolled_relatives(registry, dossier.case, self._ties or Ties())
            self.family = family_of(dossier.case, others)
            self._links = missing_links(dossier.case, others)
        self._show()

    def _show(self) -> None:
        family, kept = self.family, self.chosen_key
        self.pedigree.show_family(family)
        self.model.show_members(family.members if family else ())
        fit_columns(self.table)
        if family is not None:
            self.table.selectRow(max(self.model.row_of(kept), 0))
            self.table.setAccessibleDescription(summary(family))
        self.links.show_entries([link_entry(n, one) for n, one in enumerate(self._links)])
        self._hint.show_text(summary(family) if family else "")
        notes = list(family.notes) if family else []
        if family and len(family.members) == 1:
            notes.append(say("No relative recorded: it is not known whether anybody is affected."))
        self.notes.setText(" ".join(notes))
        self.notes.setVisible(bool(notes))
        self._show_deeds()

    @property
    def chosen_key(self) -> str:
        """The key of the person who is chosen in table and pedigree."""
        row = self.table.currentIndex().row()
        return self.model.members[row].key if 0 <= row < len(self.model.members) else ""

    def chosen(self) -> Member | None:
        """The person who is chosen."""
        return self.family.member(self.chosen_key) if self.family else None

    def _follow_pedigree(self, key: str) -> None:
        self.table.selectRow(self.model.row_of(key))

    def _follow_table(self) -> None:
        self.pedigree.select(self.chosen_key)
        if (at := self.pedigree.center_of(self.chosen_key)) is not None:
            px = theme().px
            self._scroll.ensureVisible(round(at.x()), round(at.y()), px(60), px(60))
        self._show_deeds()

    def _show_deeds(self) -> None:
        member = self.chosen()
        has_record = member is not None and bool(member.record)
        self.edit_button.setEnabled(has_record)
        self.remove_button.setEnabled(has_record)
        is_other = member is not None and bool(member.patient) and not member.is_patient
        self.open_button.setEnabled(is_other)
        self.add_button.setEnabled(self._dossier is not None)

    def open_member(self, key: str) -> None:
        """Open the patient, where the person is enrolled; else the record of the relative."""
        member = self.family.member(key) if self.family else None
        if member is None or member.is_patient:
            return
        if member.patient:
            self._session.asks.open_patient.emit(member.patient, "genetics")
        else:
            self._edit()

    def _relative(self) -> r.Relative | None:
        member, dossier = self.chosen(), self._dossier
        held = dossier.case.family if dossier else ()
        return next((one for one in held if member and one.id == member.record), None)

    def _edit(self) -> None:
        if (relative := self._relative()) is not None:
            self._session.asks.edit.emit(relative)

    def _remove(self) -> None:
        if (relative := self._relative()) is not None:
            self._session.asks.remove.emit(relative)

    def _act_on_link(self, key: str, _name: str) -> None:
        link = self._links[int(key)]
        patient = link.missing_in.patient.patient_id
        self._session.change(say("Link family: {patient}", patient=patient), link.apply)

    def show_record(self, record_id: str) -> bool:
        """Choose a relative; False where the record is nobody's here."""
        members = self.family.members if self.family else ()
        for row, member in enumerate(members):
            if member.record == record_id:
                self.table.selectRow(row)
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def compact(self, is_compact: bool) -> None:
        """Lower rows."""
        self.pedigree.compact(is_compact)
        self.table.setFixedHeight(theme().px(TABLE_HEIGHTS[int(is_compact)]))
        self.table.verticalHeader().setDefaultSectionSize(theme().px(26 if is_compact else 28))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F2 edits, Delete removes; Enter in the table opens."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_F2:
            self._edit()
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        elif watched is self.table and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_member(self.chosen_key)
        else:
            return False
        return True


def _read(path: Path, asked: int, report: Callable[[int, int, str], None]) -> tuple[int, Ties]:
    """What the worker does: it reads on a connection of its own."""
    from desktop.db.registry import Registry

    report(0, 0, "")
    with Registry.open(path) as registry:
        return asked, ties_of(registry)


def _legend() -> str:
    return say(
        "Square male, circle female, diamond otherwise. Filled: affected. Dot: carrier."
        " ?: not known. Slash: deceased. Arrow: this patient. Double line: related parents."
    )
