"""One record in a few words, for undo, the history and messages; never a person's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import records as r
from desktop.domain.analytes import analyte_label
from desktop.domain.columns import table_of
from desktop.domain.terms import feature, place_label, treatment_label
from desktop.ui.forms.words import TABLE_NAMES, choice_name

if TYPE_CHECKING:
    from collections.abc import Callable


def summary(record: r.Record) -> str:
    """A record in a few words: ``Phosphate 5.1 mg/dL``, ``M2 35 × 27 × 21 mm``."""
    words = _WORDS.get(type(record))
    said = words(record) if words else ""
    return said or TABLE_NAMES[table_of(type(record)).name].lower()


def kind_name(record: r.Record) -> str:
    """What such a record is called: ``Laboratory result``."""
    return TABLE_NAMES[table_of(type(record)).name]


def _lab(lab: r.LabResult) -> str:
    name = analyte_label(lab.analyte)
    return f"{name} {lab.comparator}{lab.value} {lab.unit}" if lab.value else f"{name} {lab.flag}"


def _measurement(measured: r.MassMeasurement) -> str:
    sizes = (measured.length_mm, measured.width_mm, measured.depth_mm)
    given = " × ".join(size for size in sizes if size)
    if measured.not_detectable:
        return f"{measured.mass_id} not detectable"
    if given:
        return f"{measured.mass_id} {given} mm"
    volume = f" {measured.volume_ml} mL" if measured.volume_ml else ""
    return f"{measured.mass_id}{volume}"


def _finding(finding: r.Finding) -> str:
    term = feature(finding.feature)
    return f"{term.label if term else finding.feature}, {finding.status}"


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
    r.Relative: lambda one: choice_name("relation", one.relation),
    r.Allergy: lambda one: one.substance,
}
