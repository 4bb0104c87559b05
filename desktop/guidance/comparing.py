"""An assessment as it was stored, beside one of today: what differs, and what made it differ.

Today's rules are applied to the facts of then. Where that already differs from what was told
then, the rules made the difference; where today's facts differ from that, the record did.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from desktop.domain.columns import BOOKKEEPING, CLINICAL
from desktop.domain.disorders import disorder_name
from desktop.guidance.alerts import ALLERGY
from desktop.guidance.assess import standing
from desktop.guidance.attempts import FAILED, Attempts
from desktop.guidance.catalog import concept_conditions
from desktop.guidance.changed import ChangedFact, ChangedItem, ChangedRecord, Changes
from desktop.guidance.differential import is_standing
from desktop.guidance.facts import Fact, Facts
from desktop.guidance.silencing import fingerprint_of, still_speaks
from desktop.guidance.texts import fingerprint
from desktop.guidance.words import record_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.domain.case import Case
    from desktop.domain.records import Record
    from desktop.guidance.assessment import Alert, Assessment
    from desktop.guidance.changed import Kind, Why
    from desktop.guidance.loader import Pack

KINDS = {
    "findings": "finding",
    "labs": "lab",
    "masses": "mass",
    "mass_measurements": "measurement",
    "treatments": "treatment",
    "procedures": "procedure",
    "events": "event",
    "variants": "variant",
    "sources": "source",
    "allergies": "allergy",
    "targets": "target",
    "visits": "visit",
    "consents": "consent",
}
"""The kind of a record as evidence names it, by its table; other tables name it themselves."""


class Basis(msgspec.Struct, forbid_unknown_fields=False, frozen=True, kw_only=True):
    """What an assessment rested on: facts known, records and rules with their fingerprints."""

    facts: dict[str, bool]
    records: dict[str, str]
    rules: dict[str, str]
    pack: str


@dataclass(frozen=True, slots=True)
class Told:
    """What an assessment tells, as far as it is compared: standings, and ids with a short text."""

    standings: Mapping[str, str]
    alerts: Mapping[str, str] = field(default_factory=dict)
    advice: Mapping[str, str] = field(default_factory=dict)


def basis_of(case: Case, facts: Facts, assessment: Assessment, pack: Pack) -> Basis:
    """What is stored beside an assessment, so that it can be compared later."""
    told = told_by(assessment)
    return Basis(
        facts={name: truth for name, truth in facts.known().items() if not is_standing(name)},
        records={name: fingerprint(_cells(row)) for name, row in records_of(case).items()},
        rules={name: fingerprint_of(name, case, pack) for name in (*told.alerts, *told.advice)},
        pack=pack_fingerprint(pack.original or pack),
    )


def records_of(case: Case) -> dict[str, Record]:
    """Every record about the patient by its name as evidence: ``lab:ID``."""
    found: dict[str, Record] = {f"patient:{case.patient.id}": case.patient}
    for table in CLINICAL:
        if table.name not in BOOKKEEPING:
            kind = KINDS.get(table.name, table.name)
            found |= {f"{kind}:{row.id}": row for row in getattr(case, table.name)}
    return found


def _cells(record: Record) -> list[object]:
    return [getattr(record, name) for name in record.__dataclass_fields__]


@cache
def pack_fingerprint(pack: Pack) -> str:
    """The fingerprint of everything that the rules of a pack say and decide."""
    return fingerprint(msgspec.to_builtins([pack.rules(), pack.concepts()]))


def told_by(assessment: Assessment) -> Told:
    """What an assessment tells; failures and cleared alerts are not compared."""
    return Told(
        {
            f"{one.disorder}.{one.cause}" if one.cause else one.disorder: one.standing
            for one in assessment.differential
        },
        {alert.id: alert.short for alert in assessment.alerts if _is_compared(alert)},
        {advice.id: advice.action for advice in assessment.management},
    )


def _is_compared(alert: Alert) -> bool:
    return not alert.cleared and not alert.id.startswith(FAILED)


def told_on(facts: Mapping[str, bool], case: Case, pack: Pack) -> Told:
    """What the rules of a pack tell on known facts, without the words."""
    known = {name: Fact(truth) for name, truth in facts.items()}
    bare = Facts(known, concept_conditions(pack))
    whole, ranks = standing(pack, bare, Attempts())
    speaking = {
        section: {
            rule.id: rule.text
            for file in pack.files
            for rule in getattr(file, section)
            if still_speaks(rule.id, case, pack, whole)
        }
        for section in ("alert", "management")
    }
    standings = {row.key: row.standing for row in ranks}
    return Told(standings, speaking["alert"], speaking["management"])


def changes_between(
    then: Told, now: Told, *, basis: Basis, now_basis: Basis, case: Case, pack: Pack
) -> tuple[ChangedItem, ...]:
    """Everything that is told otherwise, with what made the difference."""
    between = told_on(basis.facts, case, pack)
    found: list[ChangedItem] = []
    for key, after in now.standings.items():
        before, by_rules = then.standings.get(key, ""), between.standings.get(key, "")
        if before != after:
            why = _why(before, by_rules, after)
            found.append(_item("standing", key, disorder_name(key), before, after, why))
    found += _listed("alert", then.alerts, between.alerts, now.alerts)
    found += _listed("advice", then.advice, between.advice, now.advice)
    found += _reworded(then, now, basis, now_basis)
    return tuple(found)


def _listed(
    kind: Kind, then: Mapping[str, str], between: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[ChangedItem]:
    for name in dict.fromkeys((*now, *then)):
        before, after = _mark(name in then), _mark(name in now)
        if before != after:
            # An alert about one recorded allergy is no rule: the record alone makes it.
            by_rules = before if name.startswith(ALLERGY) else _mark(name in between)
            text = now.get(name) or then.get(name, "")
            yield _item(kind, name, text, before, after, _why(before, by_rules, after))


def _reworded(then: Told, now: Told, basis: Basis, now_basis: Basis) -> Iterator[ChangedItem]:
    kinds: tuple[tuple[Kind, Mapping[str, str], Mapping[str, str]], ...] = (
        ("alert", then.alerts, now.alerts),
        ("advice", then.advice, now.advice),
    )
    for kind, before, after in kinds:
        for name, text in after.items():
            is_old = basis.rules.get(name) == now_basis.rules.get(name)
            if name in before and not is_old:
                why: Why = "data" if name.startswith(ALLERGY) else "rules"
                yield _item(kind, name, text, "shown", "reworded", (why,))


def _mark(is_shown: bool) -> str:
    return "shown" if is_shown else ""


def _why(before: str, by_rules: str, after: str) -> tuple[Why, ...]:
    rules: tuple[Why, ...] = ("rules",) if before != by_rules else ()
    data: tuple[Why, ...] = ("data",) if by_rules != after else ()
    return (*rules, *data)


def _item(
    kind: Kind, name: str, text: str, before: str, after: str, why: tuple[Why, ...]
) -> ChangedItem:
    return ChangedItem(kind=kind, id=name, text=text, before=before, after=after, because=why)


def changed_records(basis: Basis, now: Basis, case: Case) -> Iterator[ChangedRecord]:
    """The records that were added, changed or removed, in the order of today's record."""
    rows = records_of(case)
    for name, row in rows.items():
        if name not in basis.records:
            yield ChangedRecord(record=name, change="added", text=record_words(row, case))
        elif basis.records[name] != now.records[name]:
            yield ChangedRecord(record=name, change="changed", text=record_words(row, case))
    for name in basis.records:
        if name not in rows:
            yield ChangedRecord(record=name, change="removed")


def changed_facts(basis: Basis, now: Basis, facts: Facts) -> Iterator[ChangedFact]:
    """The facts that are now otherwise, by name."""
    for name in sorted({*basis.facts, *now.facts}):
        before, after = basis.facts.get(name), now.facts.get(name)
        if before is not after:
            records = tuple(evidence.record for evidence in facts.evidence([name]))
            yield ChangedFact(name=name, before=before, after=after, records=records)


def changes(
    then: Told,
    basis: Basis,
    *,
    since: str,
    edition: str,
    case: Case,
    now: Assessment,
    facts: Facts,
    pack: Pack,
) -> Changes:
    """Everything that changed since an assessment that was stored with its basis."""
    today = basis_of(case, facts, now, pack)
    items = changes_between(then, told_by(now), basis=basis, now_basis=today, case=case, pack=pack)
    return Changes(
        since=since,
        edition_then=edition,
        edition_now=now.guidance_version,
        has_other_rules=edition != now.guidance_version or basis.pack != today.pack,
        items=items,
        records=tuple(changed_records(basis, today, case)),
        facts=tuple(changed_facts(basis, today, facts)),
    )
