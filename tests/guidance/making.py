"""Making cases for the tests of the guidance, and reading the published ones."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.columns import CLINICAL, PATIENTS
from desktop.guidance.assess import assess
from desktop.measures.derived import derive
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.guidance.assessment import Assessment, Candidate

AS_OF = date(2026, 1, 1)
_FIELDS = {table.record: table.name for table in CLINICAL}


def present(feature: str, when: str = "", site: str = "", **cells: str) -> r.Finding:
    """A finding that was seen."""
    return r.Finding(
        patient="p",
        feature=feature,
        status="present",
        when=when,
        site=site,
        **cells,  # type: ignore[arg-type]  # cells are texts
    )


def absent(feature: str, when: str = "") -> r.Finding:
    """A finding that was looked for and not seen."""
    return r.Finding(patient="p", feature=feature, status="absent", when=when)


def lab(analyte: str, value: str, unit: str, when: str = "", **cells: str) -> r.LabResult:
    """A result with a number; cells such as ``ref_high`` by name."""
    return r.LabResult(
        patient="p",
        analyte=analyte,
        value=value,
        unit=unit,
        when=when,
        **cells,  # type: ignore[arg-type]  # cells are texts
    )


def flagged(analyte: str, flag: str, when: str = "") -> r.LabResult:
    """A flag without a number."""
    return r.LabResult(patient="p", analyte=analyte, flag=flag, when=when)


def mass(mass_id: str, site: str, side: str = "left", **cells: str) -> r.Mass:
    """A mass at a site."""
    return r.Mass(patient="p", mass_id=mass_id, site=site, side=side, **cells)  # type: ignore[arg-type]  # cells are texts


def takes(agent: str, start: str = "2020-01-01", stop: str = "") -> r.Treatment:
    """A treatment, running unless a stop is given."""
    return r.Treatment(patient="p", agent=agent, start_when=start, stop_when=stop)


def variant(gene: str, zygosity: str = "homozygous", classification: str = "") -> r.Variant:
    """A variant as reported."""
    return r.Variant(
        patient="p", gene=gene, zygosity=zygosity, classification=classification, hgvs_c="c.1A>G"
    )


def allergy(substance: str, reaction: str = "", status: str = "present") -> r.Allergy:
    """An allergy."""
    return r.Allergy(patient="p", substance=substance, reaction=reaction, status=status)


def case_of(*rows: r.Record, sex: str = "female", birth: str = "", **cells: str) -> Case:
    """A case that holds these records, in this order; ``cells`` are the patient's own."""
    groups: dict[str, list[r.Record]] = defaultdict(list)
    for row in rows:
        groups[_FIELDS[type(row)]].append(row)
    patient = r.Patient(id="p", patient_id="P1", sex=sex, birth_date=birth, **cells)  # type: ignore[arg-type]  # cells are texts
    fields: dict[str, Any] = {name: tuple(found) for name, found in groups.items()}
    return Case(patient=patient, as_of=AS_OF, **fields)


def assessed(*rows: r.Record, sex: str = "female", birth: str = "", **cells: str) -> Assessment:
    """The assessment of a case made of these records."""
    return assessment_of(case_of(*rows, sex=sex, birth=birth, **cells))


def assessment_of(case: Case) -> Assessment:
    """The assessment of a case with its measures."""
    return assess(case, derive(case))


def key_of(candidate: Candidate) -> str:
    """The disorder key with its cause."""
    cause = f".{candidate.cause}" if candidate.cause else ""
    return candidate.disorder + cause


def first_of(assessment: Assessment) -> str:
    """The key of the disorder that leads."""
    return key_of(assessment.differential[0])


def standing_of(assessment: Assessment, key: str) -> str:
    """How one disorder stands."""
    return next(c.standing for c in assessment.differential if key_of(c) == key)


def forbidden(assessment: Assessment, severity: str = "") -> set[str]:
    """Every action that an alert forbids."""
    alerts = [a for a in assessment.alerts if not severity or a.severity == severity]
    return {action for alert in alerts for action in alert.forbids}


def alert_ids(assessment: Assessment) -> set[str]:
    """The ids of the alerts."""
    return {alert.id for alert in assessment.alerts}


@cache
def published_cases() -> dict[str, Case]:
    """The published cases that ship with the program, by patient id."""
    patients = {row["patient_id"]: row for row in _rows("patients")}
    groups: dict[str, dict[str, list[r.Record]]] = defaultdict(lambda: defaultdict(list))
    for table in CLINICAL:
        for place, row in enumerate(_rows(table.name)):
            cells: dict[str, Any] = {name: row.get(name, "") for name in table.names}
            patient = row["patient_id"]
            record = table.record(id=f"{table.name}{place}", **{"patient": patient, **cells})
            groups[patient][table.name].append(record)
    return {key: _case(row, groups[key]) for key, row in patients.items()}


def _case(row: dict[str, str], groups: dict[str, list[r.Record]]) -> Case:
    names = {column.name for column in PATIENTS.columns}
    cells: dict[str, Any] = {name: row.get(name, "") for name in names}
    fields: dict[str, Any] = {name: tuple(found) for name, found in groups.items()}
    return Case(patient=r.Patient(id=row["patient_id"], **cells), as_of=AS_OF, **fields)


def _rows(table: str) -> Sequence[dict[str, str]]:
    path = resource("cases", f"{table}.csv")
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8-sig") as handle:
        return list(csv.DictReader(handle))
