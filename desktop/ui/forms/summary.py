"""One record in a few words, for undo, the history and messages; never a person's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import records as r
from desktop.domain.analytes import analyte_label
from desktop.domain.columns import table_of
from desktop.domain.language import say
from desktop.domain.terms import feature, place_label, treatment_label
from desktop.domain.when import is_when, parse_when, shown
from desktop.ui.forms.words import choice_name, table_name

if TYPE_CHECKING:
    from collections.abc import Callable


def summary(record: r.Record) -> str:
    """A record in a few words: ``Phosphate 5.1 mg/dL``, ``M2 35 × 27 × 21 mm``."""
    words = _WORDS.get(type(record))
    said = words(record) if words else ""
    return said or kind_name(record).lower()


def kind_name(record: r.Record) -> str:
    """What such a record is called: ``Laboratory result``."""
    return table_name(table_of(type(record)).name)


def _lab(lab: r.LabResult) -> str:
    name = analyte_label(lab.analyte)
    if lab.state:
        return f"{name}: {choice_name('state', lab.state).lower()}"
    if lab.value:
        return f"{name} {lab.comparator}{lab.value} {lab.unit}"
    return f"{name} {choice_name('flag', lab.flag).lower()}" if lab.flag else name


def _measurement(measured: r.MassMeasurement) -> str:
    sizes = (measured.length_mm, measured.width_mm, measured.depth_mm)
    given = " × ".join(size for size in sizes if size)
    if measured.not_detectable:
        return say("{mass} not detectable", mass=measured.mass_id)
    if given:
        return f"{measured.mass_id} {given} mm"
    volume = f" {measured.volume_ml} mL" if measured.volume_ml else ""
    return f"{measured.mass_id}{volume}"


def _finding(finding: r.Finding) -> str:
    term = feature(finding.feature)
    name = say(term.label) if term else finding.feature
    return f"{name}, {choice_name('status', finding.status).lower()}"


def _relative(relative: r.Relative) -> str:
    relation = choice_name("relation", relative.relation)
    return f"{relation}, {relative.relative_id}" if relative.relative_id else relation


def _consent(consent: r.Consent) -> str:
    purpose, answer = choice_name("purpose", consent.purpose), choice_name("status", consent.status)
    return f"{purpose}, {answer.lower()}"


def _own_interval(own: r.OwnInterval) -> str:
    every = own.every.strip()
    if every == "never":
        return say("{rule}: never", rule=own.rule)
    shown_every = shown(parse_when(every)) if is_when(every) else every
    return say("{rule}: every {interval}", rule=own.rule, interval=shown_every)


def _assessment(assessment: r.StoredAssessment) -> str:
    when = shown(parse_when(assessment.when)) if is_when(assessment.when) else assessment.when
    version = assessment.guidance_version
    return say("{when}, guidance {version}", when=when, version=version)


_WORDS: dict[type[r.Record], Callable[..., str]] = {
    r.Patient: lambda one: one.patient_id,
    r.Finding: _finding,
    r.LabResult: _lab,
    r.Mass: lambda one: f"{one.mass_id} {place_label(one.site, one.side)}",
    r.MassMeasurement: _measurement,
    r.Treatment: lambda one: treatment_label(one.agent),
    r.Procedure: lambda one: choice_name("kind", one.kind),
    r.ClinicalEvent: lambda one: choice_name("kind", one.kind),
    r.Variant: lambda one: f"{one.gene} {one.hgvs_c or one.hgvs_p}".strip(),
    r.Relative: _relative,
    r.Allergy: lambda one: one.substance,
    r.Consent: _consent,
    r.Silence: lambda one: one.rule,
    r.OwnInterval: _own_interval,
    r.StoredAssessment: _assessment,
    r.WorklistMark: lambda one: f"{one.item}, {choice_name('action', one.action).lower()}",
}
