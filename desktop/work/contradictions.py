"""What is about to be recorded although a stop of the guidance speaks against it.

A plan (from today on, running, or without a time) needs a written reason; what is over is
history, is recorded as it was, and is only remarked on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.domain import records as r
from desktop.domain.language import say
from desktop.domain.terms import treatments
from desktop.domain.when import shown_day
from desktop.guidance.alerts import ALLERGY
from desktop.guidance.dossier import dossier_of
from desktop.guidance.facts_course import agents_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from desktop.domain.case import Case
    from desktop.domain.when import Span
    from desktop.guidance.assessment import Alert
    from desktop.guidance.dossier import Dossier

FORBIDDEN_KINDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "excision": frozenset({"surgical_excision"}),
        "biopsy": frozenset({"biopsy"}),
        "injection": frozenset({"intramuscular_injection", "intramuscular_vaccine"}),
        "dental": frozenset({"mandibular_block", "forced_jaw_opening"}),
    }
)
"""Which kinds of procedure fall under what an alert forbids."""

_ALSO: Mapping[str, str] = MappingProxyType(
    {"active_vitamin_d": "vitamin_d", "calcium_supplement": "calcium_based_binder"}
)
"""Classes of drugs that fall under the name of another one, as the texts of the alerts say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A record and the stops against it; ``is_plan`` tells that a reason is needed."""

    record: r.Treatment | r.Procedure
    stops: tuple[Alert, ...]
    is_plan: bool


def contradictions(
    records: Iterable[r.Record],
    dossier: Dossier,
    *,
    stored: Sequence[r.Record] = (),
    looks_ahead: bool = False,
) -> tuple[Contradiction, ...]:
    """The treatments and procedures among ``records`` that a stop speaks against.

    ``stored`` are the records as they were: a plan that was there already is no new one.
    ``looks_ahead`` applies the guidance once more, to the case with the new drugs: some stops
    hold only while a drug is taken. Raises PackError where the rules cannot be used.
    """
    before = {record.id: record for record in stored}
    found = []
    for record in records:
        if not isinstance(record, r.Treatment | r.Procedure):
            continue
        is_plan = _is_plan(record, dossier.case) and not _was_plan(
            record, before.get(record.id), dossier.case
        )
        stops = stops_against(record, dossier)
        if looks_ahead and is_plan and isinstance(record, r.Treatment):
            stops = _with_ahead(stops, record, dossier)
        if stops:
            found.append(Contradiction(record=record, stops=stops, is_plan=is_plan))
    return tuple(found)


def stops_against(record: r.Treatment | r.Procedure, dossier: Dossier) -> tuple[Alert, ...]:
    """The stops that forbid a treatment or a procedure; one that was set aside still does."""
    actions, allergies = _actions(record), _allergies(record, dossier.case)
    return tuple(
        alert
        for alert in dossier.assessment.alerts
        if not alert.cleared
        and (
            alert.id in allergies
            or (alert.severity == "contraindication" and actions.intersection(alert.forbids))
        )
    )


def reason_note(note: str, stops: Sequence[Alert], *, reason: str, who: str, day: date) -> str:
    """The note of a record that was kept against stops: what they say, who decided, and why."""
    told = say(
        "Recorded against “{stop}” on {day} by {who}: {reason}",
        stop="”, “".join(alert.short or alert.text for alert in stops),
        day=shown_day(day),
        who=who,
        reason=reason,
    )
    return f"{note.strip()} {told}" if note.strip() else told


def _actions(record: r.Treatment | r.Procedure) -> frozenset[str]:
    if isinstance(record, r.Procedure):
        return FORBIDDEN_KINDS.get(record.kind, frozenset())
    agents = agents_in(record.agent)
    groups = {treatments()[agent].group for agent in agents}
    return frozenset({*agents, *groups, *(_ALSO[group] for group in groups if group in _ALSO)})


def _allergies(record: r.Treatment | r.Procedure, case: Case) -> frozenset[str]:
    """The alerts about an allergy to the very drug."""
    if isinstance(record, r.Procedure):
        return frozenset()
    agents = set(agents_in(record.agent))
    return frozenset(
        f"{ALLERGY}{allergy.id}"
        for allergy in case.allergies
        if agents.intersection(agents_in(allergy.substance))
    )


def _with_ahead(
    stops: tuple[Alert, ...], record: r.Treatment, dossier: Dossier
) -> tuple[Alert, ...]:
    if stops:
        return stops
    others = tuple(one for one in dossier.case.treatments if one.id != record.id)
    ahead = dossier_of(
        replace(dossier.case, treatments=(*others, record)), rules=lambda: dossier.pack
    )
    return stops_against(record, ahead)


def _was_plan(record: r.Treatment | r.Procedure, old: r.Record | None, case: Case) -> bool:
    """True where the same thing was planned already, so that only its details change."""
    if isinstance(record, r.Procedure):
        return isinstance(old, r.Procedure) and old.kind == record.kind and _is_plan(old, case)
    return isinstance(old, r.Treatment) and old.agent == record.agent and _is_plan(old, case)


def _is_plan(record: r.Treatment | r.Procedure, case: Case) -> bool:
    """True unless the record says that it is over; one without any time may be a plan."""
    ended = record.when if isinstance(record, r.Procedure) else record.stop_when
    if not ended.strip():
        return True
    last, today = case.place(ended), _today(case)
    if last is None or today is None:
        # Cases from the literature have ages alone: what they tell has happened.
        return False
    if isinstance(record, r.Treatment):
        return last.last > today.first
    return last.last >= today.first


def _today(case: Case) -> Span | None:
    return case.place(case.as_of.isoformat()) or case.age_today
