"""Making cases for the tests of the measures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop.domain import records as r
from desktop.domain.case import Case

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = REPOSITORY.parent / "shared"
AS_OF = date(2026, 1, 1)


def lab(analyte: str, value: float | str, unit: str, when: str = "", **cells: str) -> r.LabResult:
    """A result; cells such as ``flag`` or ``ref_high`` by name."""
    text = value if isinstance(value, str) else repr(value)
    return r.LabResult(
        patient="p",
        analyte=analyte,
        value=text,
        unit=unit,
        when=when,
        **cells,  # type: ignore[arg-type]  # cells are texts
    )


def flagged(analyte: str, flag: str, when: str = "") -> r.LabResult:
    """A flag without a number."""
    return r.LabResult(patient="p", analyte=analyte, flag=flag, when=when)


def sized(
    mass_id: str, when: str, volume_ml: float | str, modality: str = "ct"
) -> r.MassMeasurement:
    """A measurement with a recorded volume."""
    return r.MassMeasurement(
        patient="p", mass_id=mass_id, when=when, modality=modality, volume_ml=str(volume_ml)
    )


def absent(mass_id: str, when: str, modality: str = "ct") -> r.MassMeasurement:
    """A measurement at which the mass was not detectable."""
    return r.MassMeasurement(
        patient="p", mass_id=mass_id, when=when, modality=modality, not_detectable="yes"
    )


def measured(
    mass_id: str, when: str, *diameters_mm: float, modality: str = "ct"
) -> r.MassMeasurement:
    """A measurement of up to three diameters."""
    cells = [str(diameter) for diameter in diameters_mm] + ["", "", ""]
    return r.MassMeasurement(
        patient="p",
        mass_id=mass_id,
        when=when,
        modality=modality,
        length_mm=cells[0],
        width_mm=cells[1],
        depth_mm=cells[2],
    )


def case_of(
    *rows: r.LabResult | r.MassMeasurement | r.Mass | r.Procedure | r.ClinicalEvent | r.BodySize,
    sex: str = "female",
    birth: str = "",
) -> Case:
    """A case that holds these records, in this order."""

    def only(kind: type) -> tuple:  # type: ignore[type-arg]  # one kind per field of the case
        return tuple(row for row in rows if isinstance(row, kind))

    return Case(
        patient=r.Patient(id="p", patient_id="P1", sex=sex, birth_date=birth),
        as_of=AS_OF,
        labs=only(r.LabResult),
        masses=only(r.Mass),
        mass_measurements=only(r.MassMeasurement),
        procedures=only(r.Procedure),
        events=only(r.ClinicalEvent),
        body=only(r.BodySize),
    )
