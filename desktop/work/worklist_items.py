"""What needs attention in one patient, from the record and the guidance applied to it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from desktop.domain.language import mark, say, say_count
from desktop.domain.when import parse_when, shown
from desktop.guidance.sources import labels
from desktop.measures.wording import name_of
from desktop.work.contradictions import FORBIDDEN_KINDS
from desktop.work.worklist import AHEAD_DAYS, Item
from desktop.work.worklist_glance import lacking, missing_item
from desktop.work.worklist_values import PHOSPHATE, growing, off_target, phosphate_trend

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.domain.case import Case
    from desktop.domain.records import LabResult, Procedure
    from desktop.guidance.assessment import Alert, Monitoring
    from desktop.guidance.dossier import Dossier


_PROCEDURES: Mapping[str, str] = {
    "excision": mark("Excision"),
    "biopsy": mark("Biopsy"),
    "injection": mark("Injection"),
    "dental": mark("Dental treatment"),
}


def items_of(dossier: Dossier) -> tuple[Item, ...]:
    """Every reason why this patient needs attention; none for one who has died."""
    case = dossier.case
    if has_died(case):
        return ()
    trend = phosphate_trend(case)
    owner = owner_of(case)
    found = chain(
        _planned(dossier),
        _conflicts(dossier),
        _alerts(dossier),
        growing(dossier),
        off_target(case),
        _monitoring(dossier),
        (awaited(lab) for lab in case.labs if lab.state == "pending"),
        _missing(dossier),
    )
    return tuple(_completed(one, owner, trend) for one in found)


def has_died(case: Case) -> bool:
    """True where the record tells of the patient's death."""
    return bool(case.patient.death_when) or any(event.kind == "death" for event in case.events)


def _completed(item: Item, owner: str, trend: Item) -> Item:
    """With who looks after the patient; without a series of its own it has the phosphate."""
    own = item if item.series else trend
    return Item(
        **{name: getattr(item, name) for name in Item.__struct_fields__}
        | {
            "owner": owner,
            "series_name": own.series_name,
            "series": own.series,
            "low": own.low,
            "high": own.high,
        }
    )


def owner_of(case: Case) -> str:
    """Who saw the patient last."""
    seen = [visit for visit in case.visits if visit.clinician.strip()]
    return max(seen, key=lambda visit: case.order(visit.when)).clinician if seen else ""


def _conflicts(dossier: Dossier) -> Iterator[Item]:
    """What is being taken although the guidance speaks against it."""
    running = {rule.id for file in dossier.pack.files for rule in file.alert if rule.running}
    for alert in dossier.assessment.alerts:
        if alert.cleared or alert.silenced or alert.id not in running:
            continue
        is_stop = alert.severity == "contraindication"
        yield Item(
            patient=dossier.case.patient.id,
            key=f"conflict:{alert.id}",
            kind="conflict",
            urgency="stop" if is_stop else "review",
            text=alert.short or alert.text,
            detail=alert.text,
            evidence=" ".join((alert.text, *alert.because)),
            chip=say("In use now"),
            rule=alert.text,
            because=alert.because,
            sources=tuple(labels((*alert.statements, *alert.references))),
            opens="page:guidance",
        )


def _planned(dossier: Dossier) -> Iterator[Item]:
    """Procedures of a day to come that an alert forbids; a silenced alert still forbids."""
    case = dossier.case
    today = case.as_of.toordinal()
    for procedure in case.procedures:
        span = case.place(procedure.when) if case.axis == "date" else None
        forbidden = FORBIDDEN_KINDS.get(procedure.kind, frozenset())
        against = [
            alert
            for alert in dossier.assessment.alerts
            if not alert.cleared and forbidden & set(alert.forbids)
        ]
        if span is not None and span.last >= today and against:
            yield _planned_item(case, procedure, against)


def _planned_item(case: Case, procedure: Procedure, against: list[Alert]) -> Item:
    kind = say(_PROCEDURES.get(procedure.kind, procedure.kind))
    when = parse_when(procedure.when)
    keys = dict.fromkeys(chain.from_iterable((*a.statements, *a.references) for a in against))
    return Item(
        patient=case.patient.id,
        key=f"planned:{procedure.id}",
        kind="conflict",
        urgency="stop",
        text=say("{procedure} planned, {when}", procedure=kind, when=shown(when)),
        detail=against[0].short or against[0].text,
        evidence=" ".join((procedure.id, procedure.kind, procedure.when, *(a.id for a in against))),
        chip=say("Do not do"),
        due=when.day.isoformat() if when.day else "",
        rule=" ".join(alert.text for alert in against),
        because=tuple(dict.fromkeys(chain.from_iterable(alert.because for alert in against))),
        sources=tuple(labels(keys)),
        step=say("Ask whoever planned it, before that day."),
        opens=f"record:{procedure.id}",
    )


def _alerts(dossier: Dossier) -> Iterator[Item]:
    """Contraindications that nobody has marked as read; a new one brings the row back."""
    taken = {one.key.partition(":")[2] for one in _conflicts(dossier)}
    found = [
        alert
        for alert in dossier.assessment.alerts
        if alert.severity == "contraindication"
        and not alert.cleared
        and not alert.silenced
        and alert.id not in taken
    ]
    if not found:
        return
    first = found[0]
    keys = dict.fromkeys(chain.from_iterable((*a.statements, *a.references) for a in found))
    yield Item(
        patient=dossier.case.patient.id,
        key="alerts",
        kind="alerts",
        urgency="new",
        text=first.short or first.text,
        detail=_others(found),
        evidence=" ".join(sorted(alert.id for alert in found)),
        chip=say_count(len(found), "{n} contraindication", "{n} contraindications"),
        rule=" ".join(alert.text for alert in found),
        because=tuple(dict.fromkeys(chain.from_iterable(alert.because for alert in found))),
        sources=tuple(labels(keys)),
        step=say("Read the alerts, then mark them as done. A new one brings this row back."),
        opens="page:guidance",
    )


def _others(found: list[Alert]) -> str:
    if len(found) == 1:
        return found[0].text
    rest = "; ".join(alert.short or alert.text for alert in found[1:])
    return say("Also: {alerts}", alerts=rest)


def _monitoring(dossier: Dossier) -> Iterator[Item]:
    day = dossier.case.as_of
    for watched in dossier.assessment.monitoring:
        if watched.due is None or watched.silenced:
            continue
        due = parse_when(watched.due).day
        if due is not None and (due - day).days <= AHEAD_DAYS:
            yield _monitoring_item(dossier, watched)


def _monitoring_item(dossier: Dossier, watched: Monitoring) -> Item:
    last = shown(parse_when(watched.last)) if watched.last else say("never")
    text = (
        say("{what} overdue", what=watched.what)
        if watched.is_overdue
        else say("{what} due", what=watched.what)
    )
    return Item(
        patient=dossier.case.patient.id,
        key=f"monitoring:{watched.id or watched.what}",
        kind="monitoring",
        urgency="due",
        text=text,
        detail=say("Last {last}. {rule}", last=last, rule=watched.text),
        evidence=f"{watched.last} {watched.due} {watched.every}",
        when=watched.last or "",
        due=watched.due or "",
        rule=watched.text,
        because=(*watched.because, say("Last done {last}", last=last)),
        sources=tuple(labels((*watched.statements, *watched.references))),
        step=watched.basis,
        opens="page:guidance",
    )


def awaited(lab: LabResult) -> Item:
    """A result that was asked for and has not come."""
    name = name_of(lab.analyte)
    sent = parse_when(lab.when)
    day = sent.day
    told = say("Sent {when}.", when=shown(sent)) if sent else say("The day it was sent is missing.")
    return Item(
        patient=lab.patient,
        key=f"awaited:{lab.id}",
        kind="awaited",
        urgency="waiting",
        text=say("{analyte} awaited", analyte=f"{name[:1].upper()}{name[1:]}"),
        detail=f"{told} {lab.note}".strip(),
        evidence=f"{lab.id} {lab.when}",
        chip=say("No result yet"),
        when=lab.when,
        due=day.isoformat() if day else "",
        rule=say("A pending result is neither normal nor absent."),
        because=(told,),
        step=say("Ask the laboratory, or enter the result."),
        opens=f"record:{lab.id}",
    )


def _missing(dossier: Dossier) -> Iterator[Item]:
    case = dossier.case
    basics = lacking(
        sex=case.patient.sex,
        birth_date=case.patient.birth_date,
        has_phosphate=bool(case.labs_of(PHOSPHATE)),
        has_allergies=bool(case.allergies),
    )
    found = (*basics, *dossier.assessment.missing)
    if found:
        yield missing_item(case.patient.id, found)
