"""Keeps a form from recording a plan that a stop speaks against, until somebody says why."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain import records as r
from desktop.domain.language import say
from desktop.ui.forms.stop_panel import StopPanel
from desktop.ui.forms.summary import summary
from desktop.ui.widgets.basics import InlineMessage
from desktop.work.contradictions import contradictions, reason_note

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.guidance.dossier import Dossier
    from desktop.ui.forms.subjects import Subject
    from desktop.ui.session import Session
    from desktop.work.contradictions import Contradiction

    Records = tuple[r.Record, ...]

TABLES = frozenset({"treatments", "procedures"})


class Stopping:
    """``remark`` tells while one types what stands against it, ``panel`` stands in the way.

    ``fields`` is what the panel takes the place of.
    """

    def __init__(self, session: Session, fields: QWidget) -> None:
        self._session = session
        self._fields = fields
        self._go_on: Callable[[str, str], None] | None = None
        self.remark = InlineMessage()
        self.panel = StopPanel()
        self.panel.agreed.connect(self._agreed)

    @property
    def is_in_the_way(self) -> bool:
        """True while the panel waits for an answer."""
        return not self.panel.isHidden()

    def follow(self, subject: Subject, records: Records) -> None:
        """Say what stands against an entry that is being typed; history is no plan."""
        found = self._against(subject, records)
        if not found:
            self.remark.hide()
            return
        told = "; ".join(stop.short or stop.text for one in found for stop in one.stops)
        if any(one.is_plan for one in found):
            words = say("A stop speaks against this plan: {stop}", stop=told)
            self.remark.show_message("stop", words)
        else:
            words = say("Recorded as it was. A stop holds: {stop}", stop=told)
            self.remark.show_message("info", words)

    def holds(self, subject: Subject, records: Records, go_on: Callable[[Records], None]) -> bool:
        """True where a stop stands in the way; ``go_on`` gets the records if it is overridden."""
        plans = [one for one in self._against(subject, records, looks_ahead=True) if one.is_plan]
        if not plans:
            return False
        registry = self._session.registry
        self._go_on = partial(self._give_reason, records, plans, go_on)
        self._fields.hide()
        stops = dict.fromkeys(stop for one in plans for stop in one.stops)
        self.panel.show_stops(
            summary(plans[0].record), tuple(stops), who=registry.who if registry else ""
        )
        return True

    def go_back(self) -> None:
        """Show the fields again, as they were."""
        self._go_on = None
        self.panel.hide()
        self._fields.show()

    def _agreed(self, reason: str, who: str) -> None:
        go_on = self._go_on
        self.go_back()
        if go_on is not None:
            go_on(reason, who)

    def _give_reason(
        self,
        records: Records,
        plans: list[Contradiction],
        go_on: Callable[[Records], None],
        reason: str,
        who: str,
    ) -> None:
        dossier = self._session.dossier
        assert dossier is not None  # noqa: S101 - there was one to hold against
        reasoned = {
            one.record.id: replace(
                one.record,
                note=reason_note(
                    one.record.note, one.stops, reason=reason, who=who, day=dossier.case.as_of
                ),
            )
            for one in plans
        }
        go_on(tuple(reasoned.get(record.id, record) for record in records))

    def _against(
        self, subject: Subject, records: Records, *, looks_ahead: bool = False
    ) -> tuple[Contradiction, ...]:
        dossier = self._dossier_of(subject)
        if dossier is None or subject.layout not in TABLES:
            return ()
        return contradictions(records, dossier, stored=subject.originals, looks_ahead=looks_ahead)

    def _dossier_of(self, subject: Subject) -> Dossier | None:
        dossier, case = self._session.dossier, subject.case
        is_open = dossier and case and dossier.case.patient.id == case.patient.id
        return dossier if is_open else None
