"""Cases drawn column by column, with everything that a table may hold."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.columns import BOOKKEEPING, CLINICAL, PATIENTS, Cell, Column, Table
from desktop.domain.table import Extra

AS_OF = date(2026, 6, 1)

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
WORD = st.text("abcxyzÄß漢 ,;\"'=-", max_size=8).map(lambda text: f"a{text}z")
DAY = st.dates(min_value=date(1990, 1, 1), max_value=AS_OF).map(date.isoformat)
AGE = st.sampled_from(["P14Y", "P14Y6M", "P3W", "P10D", "P0D", "P7M", "P1.5Y", "P93Y"])
WHEN = st.one_of(
    DAY,
    DAY.map(lambda day: day[:7]),
    DAY.map(lambda day: day[:4]),
    DAY.map(lambda day: f"{day}T07:30:00Z"),
    DAY.map(lambda day: f"{day} 07:30"),
    AGE,
)
NUMBER = st.sampled_from(["0", "0.50", "7", "+3", "1e1", "9.999", ".5", "007", "12345678.1234567"])
KINDS: dict[Cell, st.SearchStrategy[str]] = {
    Cell.WHEN: WHEN,
    Cell.NUMBER: NUMBER,
    Cell.SIZE: st.sampled_from(["0.5", "12", "40.0"]),
    Cell.MASS: st.sampled_from(["M1", "M2", "gone"]),
    Cell.FEATURE: st.one_of(st.sampled_from(["hyperphosphatemia", "HP:0000121", "fever"]), WORD),
    Cell.ANALYTE: st.one_of(st.sampled_from(["serum_phosphate", "2777-1", "1234-4", "pth"]), WORD),
    Cell.AGENT: st.one_of(st.sampled_from(["sevelamer", "low_phosphate_diet"]), WORD),
    Cell.SITE: st.one_of(st.sampled_from(["hip", "elbow"]), WORD),
}
OWN = {
    "unit": st.sampled_from(["mg/dL", "mmol/l", "pmol/L", "pg/mL", "µkat/L", ""]),
    "gene": st.sampled_from(["GALNT3", "FGF23", "SAMD9", "ACVR1"]),
    "hgvs_c": st.sampled_from(["c.617G>A", "NM_004482.4:c.516-2A>T", "c.?", ""]),
    "hgvs_p": st.sampled_from(["p.Arg206His", "p.(R206H)", ""]),
    "birth_date": st.one_of(DAY, DAY.map(lambda day: day[:7]), DAY.map(lambda day: day[:4])),
}


EXTRAS: list[Extra] = [(), (("own column", "own cell"),)]


def cells(column: Column) -> st.SearchStrategy[str]:
    """What one cell may hold."""
    if column.cell is Cell.CHOICE:
        filled: st.SearchStrategy[str] = st.sampled_from(column.choices)
    else:
        free = WORD if column.required else TEXT
        filled = OWN.get(column.name, KINDS.get(column.cell, free))
    return filled if column.required else st.one_of(st.just(""), filled)


def records(table: Table, patient: str) -> st.SearchStrategy[tuple[r.Record, ...]]:
    """Records of one table."""
    columns = {column.name: cells(column) for column in table.columns}
    one = st.tuples(st.fixed_dictionaries(columns), st.sampled_from(EXTRAS))
    if table.name == "masses":
        return st.just(
            (
                r.Mass(patient=patient, mass_id="M1", site="hip", side="left"),
                r.Mass(patient=patient, mass_id="M2", site="toe web", recurrence_of="M1"),
            )
        )
    made = one.map(lambda pair: table.record(**{"patient": patient, **pair[0]}, extra=pair[1]))
    return st.lists(made, max_size=2).map(tuple)


@st.composite
def drawn_cases(draw: st.DrawFn) -> Case:
    """One patient with a name and records in every table of clinical facts."""
    columns = {column.name: cells(column) for column in PATIENTS.columns} | {
        "patient_id": st.uuids().map(lambda one: f"ID-{one.hex[:12]}")
    }
    patient = PATIENTS.record(**draw(st.fixed_dictionaries(columns)), extra=())
    assert isinstance(patient, r.Patient)
    identity = r.Identity(
        patient=patient.id, given_name="Zebulina", family_name="Quastenflosser", mrn="MRN-778123"
    )
    tables = {
        table.name: draw(records(table, patient.id))
        for table in CLINICAL
        if table.name not in BOOKKEEPING
    }
    return Case(patient=patient, identity=identity, as_of=AS_OF, **tables)  # type: ignore[arg-type]
