"""The course of a patient as one table in order of time: the equal of the timeline's charts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts.doses import dose_text
from desktop.charts.figures import volume_text
from desktop.domain.language import mark, say
from desktop.domain.terms import place_label, treatment_label
from desktop.domain.when import parse_when, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from desktop.charts.spec import ChartSpec
    from desktop.domain import records as r
    from desktop.domain.case import Case
    from desktop.measures.values import Derived

HEADER = (mark("When"), mark("Kind"), mark("What"), mark("Details"))

PROCEDURES: Mapping[str, str] = {
    "excision": mark("Excision"),
    "biopsy": mark("Biopsy"),
    "injection": mark("Injection"),
    "drainage": mark("Drainage"),
    "dental": mark("Dental"),
    "imaging": mark("Imaging"),
    "parathyroidectomy": mark("Parathyroidectomy"),
    "dialysis_start": mark("Dialysis started"),
    "transplant": mark("Transplant"),
}
MODALITIES: Mapping[str, str] = {
    "clinical": mark("clinical"),
    "radiograph": mark("radiograph"),
    "ultrasound": mark("ultrasound"),
    "ct": mark("CT"),
    "mri": mark("MRI"),
    "bone_scan": mark("bone scan"),
    "other": mark("other method"),
}
_COMPLETENESS: Mapping[str, str] = {
    "complete": mark("complete"),
    "incomplete": mark("incomplete"),
}
_RESPONSES: Mapping[str, str] = {
    "improved": mark("improved"),
    "stable": mark("stable"),
    "worse": mark("worse"),
    "mixed": mark("mixed"),
}


@dataclass(frozen=True, slots=True)
class _Row:
    when: str
    kind: str
    what: str
    details: str


def course_rows(
    case: Case,
    derived: Derived,
    labs: ChartSpec,
    *,
    event_text: Callable[[r.ClinicalEvent], str],
) -> tuple[tuple[str, ...], ...]:
    """All that the timeline draws, oldest first, what has no time last."""
    rows = [
        *_lab_rows(case, labs),
        *_mass_rows(case, derived),
        *_drug_rows(case),
        *_procedure_rows(case),
        *_event_rows(case, event_text),
    ]
    rows.sort(key=lambda row: case.order(row.when))
    return tuple((shown(parse_when(row.when)), row.kind, row.what, row.details) for row in rows)


def _lab_rows(case: Case, labs: ChartSpec) -> Iterator[_Row]:
    key = labs.name.removeprefix("course_")
    for lab, told in zip(case.labs_of(key), labs.table, strict=True):
        words = "; ".join(part for part in told[2:] if part)
        yield _Row(lab.when, say("Result"), f"{labs.title} {told[1]}", words)


def _mass_rows(case: Case, derived: Derived) -> Iterator[_Row]:
    volumes = {value.inputs[0]: value for value in derived.mass_volume if value.inputs}
    sites = {mass.mass_id: place_label(mass.site, mass.side) for mass in case.masses}
    for look in case.mass_measurements:
        value = volumes.get(look.id)
        if look.not_detectable:
            size = say("not detectable")
        elif value is not None and value.value is not None:
            size = f"{volume_text(value.value)} mL"
        else:
            size = say("no volume")
        place = sites.get(look.mass_id, "")
        what = f"{look.mass_id} {size}"
        method = say(MODALITIES[look.modality]) if look.modality in MODALITIES else look.modality
        details = "; ".join(part for part in (place, method, look.note) if part)
        yield _Row(look.when, say("Mass"), what, details)


def _drug_rows(case: Case) -> Iterator[_Row]:
    for treatment in case.treatments:
        name, dose = treatment_label(treatment.agent), dose_text(treatment)
        dose = dose or say("dose not recorded")
        yield _Row(treatment.start_when, say("Drug started"), name, dose)
        if treatment.stop_when.strip():
            response = treatment.response
            words = say(_RESPONSES[response]) if response in _RESPONSES else response
            yield _Row(treatment.stop_when, say("Drug stopped"), name, words)


def _procedure_rows(case: Case) -> Iterator[_Row]:
    for one in case.procedures:
        kind = say(PROCEDURES[one.kind]) if one.kind in PROCEDURES else one.kind
        whole = one.completeness
        words = say(_COMPLETENESS[whole]) if whole in _COMPLETENESS else whole
        place = place_label(one.site, one.side) if one.site else ""
        details = "; ".join(part for part in (one.mass_id, place, words, one.note) if part)
        yield _Row(one.when, say("Procedure"), kind, details)


def _event_rows(case: Case, event_text: Callable[[r.ClinicalEvent], str]) -> Iterator[_Row]:
    for event in case.events:
        yield _Row(event.when, say("Event"), event_text(event), event.note)
