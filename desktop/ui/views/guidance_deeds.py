"""What can be done from the guidance page: follow evidence, add what lacks, set aside, store."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.language import say
from desktop.ui.models import alerts
from desktop.ui.models.evidence import openings
from desktop.ui.sources import sources_of
from desktop.ui.views.guidance_decision import DecisionDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.db.edit import Edit
    from desktop.domain.records import OwnInterval
    from desktop.guidance.assessment import Advice, Alert, Criterion, Monitoring, NextTest
    from desktop.guidance.dossier import Dossier
    from desktop.ui.models.evidence import Opening, Proof
    from desktop.ui.session import Session
    from desktop.ui.sources import Source

    Item = Alert | Advice | NextTest | Monitoring

DECISION, SEPARATOR = "decision", "|"
"""Under which kind a decision that was begun is kept, and what stands between its deed, rule
and patient there."""


class GuidanceDeeds(QObject):
    """Carries out what lists ask for, on the dossier that is shown."""

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self.dossier: Dossier | None = None
        self.dialog: DecisionDialog | None = None
        self.menu: QMenu | None = None

    def act(self, key: str, name: str) -> None:
        """Do what was asked of the entry with this key."""
        deeds: dict[str, Callable[[str], None]] = {
            alerts.SHOW_RECORD: self.show_record,
            alerts.SET_ASIDE: self.set_aside,
            alerts.BRING_BACK: self.bring_back,
            alerts.INTERVAL: self.change_interval,
            alerts.ADD: self.add_for,
            alerts.USUAL: self.usual_interval,
        }
        if name in deeds and self.dossier is not None:
            deeds[name](key)

    def items(self) -> Iterator[tuple[str, Item]]:
        """Everything of the assessment that a rule said, by id."""
        if self.dossier is None:
            return
        found = self.dossier.assessment
        for alert in found.alerts:
            yield alert.id, alert
        for item in found.management:
            yield item.id, item
        for test in found.next_tests:
            yield test.id or test.test, test
        for watched in found.monitoring:
            yield watched.id or watched.what, watched

    def item(self, key: str) -> Item | None:
        """The item with this id."""
        return dict(self.items()).get(key)

    def sources_of(self, key: str) -> tuple[Source, ...]:
        """What the item with this id rests on."""
        found = self.item(key)
        return sources_of(found) if found else ()

    def show_record(self, key: str) -> None:
        """Show a record where it belongs; an allergy's alert names its record."""
        self._session.asks.show_record.emit(key.removeprefix(alerts.ALLERGY))

    def follow(self, criterion: Criterion, proofs: Sequence[Proof]) -> None:
        """Go to the evidence, or to the form that adds it; several are offered."""
        known = [proof for proof in proofs if proof.record]
        if known:
            steps = [(proof.words, partial(self.show_record, proof.record)) for proof in known]
            self._offer(steps)
        elif criterion.status == "unknown":
            self.add_for(criterion.id)

    def add_for(self, rule: str) -> None:
        """Open the form that would answer what a rule asks; several are offered."""
        if self.dossier is None:
            return
        found = self.dossier.pack.rule(rule)
        if found is None:
            return
        forms = openings(found.when, self.dossier.pack, self.dossier.case)
        asks = getattr(found, "asks", ())
        for name in asks:
            forms = [*openings(name, self.dossier.pack, self.dossier.case), *forms]
        unique = list(dict.fromkeys(forms))
        self._offer([(form.text, partial(self._open, form)) for form in unique])

    def _open(self, form: Opening) -> None:
        if form.table == "patients":
            self._session.asks.command.emit("edit_patient")
        else:
            self._session.asks.add.emit(form.table, dict(form.cells))

    def _offer(self, steps: Sequence[tuple[str, Callable[[], None]]]) -> None:
        """Take the only step, or let one be chosen."""
        if len(steps) == 1:
            steps[0][1]()
            return
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(self._page)
        self.menu.setAccessibleName(say("Which one"))
        for text, step in steps:
            self.menu.addAction(text).triggered.connect(lambda _checked=False, s=step: s())
        if not steps:
            self.menu.addAction(say("Follows from other entries alone")).setEnabled(False)
        self.menu.popup(QCursor.pos())
        if steps:
            self.menu.setActiveAction(self.menu.actions()[0])

    @property
    def who(self) -> str:
        """The name of whoever works here."""
        return self._session.registry.who if self._session.registry else ""

    def set_aside(self, key: str) -> None:
        """Ask for the reason, then set an item aside; undo brings it back."""
        item = self.item(key)
        if item is None or self.dossier is None:
            return
        warning = ""
        if getattr(item, "severity", "") == "contraindication":
            warning = say("It stays in force and in sight: only the call to act on it rests.")
        made = DecisionDialog(
            self.dossier.case,
            say("Set aside"),
            item.text,
            who=self.who,
            decided=lambda dialog: self._set_aside(key, dialog),
            warning=warning,
            parent=self._page,
        )
        self._open_dialog(made, alerts.SET_ASIDE, key)

    def _open_dialog(self, made: DecisionDialog, deed: str, key: str) -> None:
        """Open a dialog with what was typed when it was left without deciding."""
        assert self.dossier is not None  # noqa: S101 - the dialog is about it
        drafts, patient = self._session.drafts, self.dossier.case.patient.id
        about = (DECISION, SEPARATOR.join((deed, key, patient)))
        if unfinished := drafts.of(about):
            made.take_up((unfinished.typed.get("reason", ""), unfinished.typed.get("every", "")))
        made.edited.connect(lambda: drafts.keep(about, made.cells(), patient=patient))
        made.accepted.connect(lambda: drafts.drop(about))
        self.dialog = made
        made.open()

    def _set_aside(self, key: str, dialog: DecisionDialog) -> None:
        from desktop.work.silence import set_aside

        assert self.dossier is not None  # noqa: S101 - the dialog is about it
        silence = set_aside(
            self.dossier.case,
            key,
            reason=dialog.reason.text,
            who=dialog.who.text,
            when=self.dossier.case.as_of.isoformat(),
            pack=self.dossier.pack,
        )
        self._session.change(say("Set guidance aside"), lambda edit: edit.put(silence))

    def bring_back(self, key: str) -> None:
        """End the silence of an item; undo sets it aside again."""
        from desktop.work.silence import lift

        item = self.item(key)
        if item is None or item.silenced is None or self.dossier is None:
            return
        record = item.silenced.record
        silence = next(one for one in self.dossier.case.silences if one.id == record)
        ended = lift(silence, when=self.dossier.case.as_of.isoformat())
        what = say("Bring guidance back")
        self._session.change(what, lambda edit: edit.put(ended, replacing=silence))

    def change_interval(self, key: str) -> None:
        """Ask how often this patient is watched for something, and why."""
        item = self.item(key)
        if item is None or self.dossier is None:
            return
        usual = getattr(item, "every", "")
        made = DecisionDialog(
            self.dossier.case,
            say("Change interval"),
            item.text,
            who=self.who,
            every=usual,
            decided=lambda dialog: self._set_interval(key, dialog),
            parent=self._page,
        )
        self._open_dialog(made, alerts.INTERVAL, key)

    def _set_interval(self, key: str, dialog: DecisionDialog) -> None:
        from desktop.work.own_intervals import own_interval

        assert self.dossier is not None  # noqa: S101 - the dialog is about it
        interval = own_interval(
            self.dossier.case,
            key,
            every=dialog.duration,
            reason=dialog.reason.text,
            who=dialog.who.text,
            when=self.dossier.case.as_of.isoformat(),
            pack=self.dossier.pack,
        )
        self._session.change(say("Change monitoring interval"), lambda edit: edit.put(interval))

    def usual_interval(self, key: str) -> None:
        """Go back to the interval of the rule; undo brings the patient's own back."""
        if self.dossier is not None:
            own = [one for one in self.dossier.case.own_intervals if one.rule == key]
            self._session.change(say("Use the interval of the rule"), partial(_remove, own))

    def store(self) -> None:
        """Keep the assessment as it is given today, with the edition of the rules."""
        from desktop.work.editions import assessment_record
        from desktop.work.silence import now

        if self.dossier is not None:
            stored = assessment_record(self.dossier, who=self.who, when=now())
            self._session.change(say("Store the assessment"), lambda edit: edit.put(stored))


def _remove(records: Sequence[OwnInterval], edit: Edit) -> None:
    for record in records:
        edit.remove(record)
