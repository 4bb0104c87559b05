"""What leaves as FHIR or as a phenopacket comes back, whatever a case holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings

from desktop.domain.columns import PATIENTS, SHOWN_TABLES, Table
from desktop.exchange.csv_tables import RowReader, read_rows
from desktop.exchange.intake import find_tables
from desktop.exchange.to_fhir import write_bundle
from desktop.exchange.to_phenopackets import write_phenopackets
from tests.exchange.drawn_cases import drawn_cases

if TYPE_CHECKING:
    from desktop.domain.case import Case

MADE = datetime(2026, 6, 1, 12, tzinfo=UTC)
Rows = dict[str, list[list[str]]]


def _came_back(path: Path, patient: str) -> Rows:
    """The cells of the records in a file, by table; no row may be refused."""
    came: Rows = {}
    for file in find_tables([path]).tables:
        reader = RowReader(file)
        for row in read_rows(file):
            assert not row.fault, row.fault
            record = reader.record(row, patient)
            cells = [_plain(getattr(record, name)) for name in file.table.names]
            came.setdefault(file.table.name, []).append(cells)
    return came


def _held(case: Case, table: Table) -> list[list[str]]:
    records = (case.patient,) if table is PATIENTS else getattr(case, table.name)
    cells = ([_plain(getattr(one, name)) for name in table.names] for one in records)
    return sorted(row for row in cells if any(row))  # an empty record says nothing


def _plain(cell: str) -> str:
    """Pictures stand for control characters, which FHIR forbids, as it does blanks at the ends."""
    return "".join(chr(ord(c) - 0x2400) if "\u2400" <= c < "\u2420" else c for c in cell).strip()


def _sound(case: Case) -> Case:
    """Without results that have no result: no import would let them in."""
    labs = tuple(one for one in case.labs if one.value or one.flag or one.state)
    return replace(case, labs=labs)


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=drawn_cases().map(_sound))
def test_every_cell_of_a_case_comes_back_from_a_fhir_bundle(case: Case) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "bundle.json")
        write_bundle(path, [case], made=MADE)
        came = _came_back(path, case.patient.id)
    for table in (PATIENTS, *SHOWN_TABLES):
        held = _held(case, table)
        found = sorted(row for row in came.get(table.name, []) if any(row))
        assert [row for row in held if row not in found] == [], table.name
        assert found == held, table.name


_IN_PACKETS = ("findings", "masses", "events", "treatments", "procedures", "variants")
"""The tables of which a phenopacket has a place for every record."""


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=drawn_cases().map(_sound))
def test_every_record_that_a_phenopacket_has_a_place_for_comes_back(case: Case) -> None:
    with TemporaryDirectory() as folder:
        write_phenopackets(Path(folder), [case], made=MADE)
        (path,) = Path(folder).glob("*.json")
        came = _came_back(path, case.patient.id)
    counts = {name: len(came.get(name, [])) for name in _IN_PACKETS}
    assert counts == {name: len(getattr(case, name)) for name in _IN_PACKETS}
    told = {row[0] for row in came["patients"]}
    assert told == {case.patient.patient_id.strip()}
