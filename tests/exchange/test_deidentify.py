"""Nobody's name, number or date leaves; intervals, results and families do."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from desktop.domain import records as r
from desktop.domain.case import FICTIONAL, Case
from desktop.domain.columns import CLINICAL, PATIENTS, Table
from desktop.domain.when import parse_when
from desktop.exchange import deidentify_cells, deidentify_times
from desktop.exchange.csv_writing import cells_of
from desktop.exchange.deidentify import UNNAMED, Deidentified, deidentified
from tests.exchange.drawn_cases import AS_OF, drawn_cases

if TYPE_CHECKING:
    from collections.abc import Iterator

P = "p1"
NAME = r.Identity(patient=P, given_name="Zebulina", family_name="Quastenflosser", mrn="MRN-778123")


def _case(**cells: Any) -> Case:  # noqa: ANN401 - cells of the patient and tables of records
    own = {n: cells.pop(n) for n in ("birth_date", "death_when", "note", "extra") if n in cells}
    patient = replace(r.Patient(id=P, patient_id="KLINIK-0042", sex="female"), **own)
    return Case(patient=patient, identity=cells.pop("identity", NAME), as_of=AS_OF, **cells)


def _cells(release: Deidentified) -> Iterator[str]:
    for case in release.cases:
        yield from cells_of(case.patient, PATIENTS).values()
        for table in CLINICAL:
            for record in getattr(case, table.name):
                for name, cell in cells_of(record, table).items():
                    yield from (name, cell)


def _only(case: Case, *, keeps_free_text: bool = False) -> Case:
    (hidden,) = deidentified([case], keeps_free_text=keeps_free_text).cases
    return hidden


PLANTED = ("Zebulina", "Quastenflosser", "MRN-778123", "KLINIK-0042", "2019-08-17", "1987-02-03")


def _planted(table_name: str) -> tuple[r.Record, ...]:
    table = next(table for table in CLINICAL if table.name == table_name)
    rows = []
    for secret in PLANTED:
        cells = {column.name: secret for column in table.columns}
        rows.append(table.record(**{"patient": P, **cells}, extra=((secret, secret),)))
    return tuple(rows)


@pytest.mark.parametrize("table", list(CLINICAL), ids=lambda table: table.name)
def test_words_that_nobody_knows_stay_behind_in_every_column_too(table: Table) -> None:
    words = "aunt Hulda of Brno"
    cells = {column.name: words for column in table.columns}
    record = table.record(**{"patient": P, **cells}, extra=((words, words),))
    case = _case(note=words, extra=((words, words),), **{table.name: (record,)})
    assert [cell for cell in _cells(deidentified([case])) if "hulda" in cell.casefold()] == []


@pytest.mark.parametrize("table", [table.name for table in CLINICAL])
@pytest.mark.parametrize("keeps", [False, True])
def test_a_secret_in_any_column_of_any_table_stays_behind(table: str, keeps: bool) -> None:
    case = _case(birth_date="1987-02-03", note=" ".join(PLANTED), **{table: _planted(table)})
    text = "\n".join(_cells(deidentified([case], keeps_free_text=keeps))).casefold()
    assert [secret for secret in PLANTED if secret.casefold() in text] == []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=drawn_cases())
def test_no_date_of_any_kind_is_left(case: Case) -> None:
    hidden = _only(case)
    assert hidden.identity is None
    for cell in _cells(deidentified([case])):
        assert not re.search(r"\d{4}-\d{2}", cell), cell
        assert case.patient.patient_id not in cell
        assert case.patient.id != cell
    assert hidden.patient.birth_date == ""


def test_ages_keep_every_interval_to_the_day() -> None:
    labs = tuple(
        r.LabResult(patient=P, analyte="pth", value="30", unit="pg/mL", when=when)
        for when in ("2020-02-28", "2020-03-01T07:30:00Z")
    )
    hidden = _only(_case(birth_date="2010-02-28", labs=labs))
    born = date(2010, 2, 28)
    days = [(date(2020, 2, 28) - born).days, (date(2020, 3, 1) - born).days]
    assert [lab.when for lab in hidden.labs] == [f"P{day}D" for day in days]


def test_without_a_whole_birth_date_days_count_from_the_first_record() -> None:
    sizes = tuple(
        r.MassMeasurement(patient=P, mass_id="left one", when=when, length_mm="10")
        for when in ("2020-01-01", "2020-01-31")
    )
    by_year = _only(_case(birth_date="2010", mass_measurements=sizes))
    assert [one.when for one in by_year.mass_measurements] == ["P9Y", "P9Y"]
    assert [dict(one.extra)["when_days"] for one in by_year.mass_measurements] == ["0", "30"]
    unborn = _only(_case(mass_measurements=sizes))
    assert [one.when for one in unborn.mass_measurements] == ["", ""]
    assert [dict(one.extra)["when_days"] for one in unborn.mass_measurements] == ["0", "30"]


def test_great_age_is_told_as_such_and_death_is_not_forgotten() -> None:
    hidden = _only(_case(birth_date="1920-01-01", death_when="2015-06-01"))
    assert hidden.patient.death_when == ""
    assert dict(hidden.patient.extra)["death_when_generalized"] == "at 90 years or older"


@pytest.mark.parametrize("when", ["2020-03", "2020", "P14Y6M"])
def test_the_age_told_lies_within_what_was_known(when: str) -> None:
    case = _case(
        birth_date="2006-01-15",
        findings=(r.Finding(patient=P, feature="fever", status="present", when=when),),
    )
    known = case.age(when)
    assert known is not None
    told = parse_when(_only(case).findings[0].when).span
    assert told.first <= known.last
    assert told.last >= known.first


def test_relatives_and_families_are_linked_under_new_names() -> None:
    mother = Case(
        patient=r.Patient(id="p2", patient_id="KLINIK-0041", family_id="Flosser"), as_of=AS_OF
    )
    one = r.Relative(patient=P, relation="mother", relative_id="KLINIK-0041", label="Mutti")
    away = r.Relative(patient=P, relation="sibling", relative_id="KLINIK-0099")
    child = _case(family=(one, away))
    child = replace(child, patient=replace(child.patient, family_id="Flosser"))
    release = deidentified([child, mother])
    own = release.pseudonyms
    (hidden,) = [c for c in release.cases if c.patient.patient_id == own["KLINIK-0042"]]
    assert [one.relative_id for one in hidden.family] == [own["KLINIK-0041"], ""]
    assert hidden.family[0].label == ""
    assert len({case.patient.family_id for case in release.cases}) == 1
    assert release.counted[deidentify_cells.RELATIVES] == 1


def test_masses_stay_linked_under_new_names() -> None:
    masses = (
        r.Mass(patient=P, mass_id="Dr. Bein's lump", site="hip"),
        r.Mass(patient=P, mass_id="other", site="hip", recurrence_of="Dr. Bein's lump"),
    )
    cut = r.Procedure(patient=P, kind="excision", mass_id="Dr. Bein's lump")
    hidden = _only(_case(masses=masses, procedures=(cut,)))
    assert [one.mass_id for one in hidden.masses] == ["M1", "M2"]
    assert hidden.masses[1].recurrence_of == "M1"
    assert hidden.procedures[0].mass_id == "M1"


def test_every_release_draws_other_pseudonyms_in_another_order() -> None:
    cases = [
        Case(patient=r.Patient(id=f"p{n}", patient_id=f"K-{n:03}"), as_of=AS_OF) for n in range(40)
    ]
    first, second = deidentified(cases), deidentified(cases)
    assert not set(first.pseudonyms.values()) & set(second.pseudonyms.values())
    by_alias = {alias: own for own, alias in first.pseudonyms.items()}
    order = [by_alias[case.patient.patient_id] for case in first.cases]
    assert order != sorted(order)
    assert not {case.patient.id for case in first.cases} & {case.patient.id for case in cases}


def test_a_number_without_its_unit_never_leaves() -> None:
    odd = r.LabResult(patient=P, analyte="pth", value="3", unit="as told by Dr. Bein")
    usual = r.LabResult(patient=P, analyte="serum_phosphate", value="5.00", unit="mg/dl")
    hidden = _only(_case(labs=(odd, usual)))
    assert [(lab.value, lab.unit) for lab in hidden.labs] == [("5.00", "mg/dl")]


def test_methods_in_free_text_stay_apart_without_their_text() -> None:
    labs = tuple(
        r.LabResult(patient=P, analyte="fgf23_intact", value="9", unit="pg/mL", method=method)
        for method in ("Lab Bein kit", "other kit", "Lab Bein kit")
    )
    hidden = _only(_case(labs=labs))
    assert [lab.method for lab in hidden.labs] == ["method 1", "method 2", "method 1"]


def test_what_is_left_out_is_counted() -> None:
    said = r.Finding(patient=P, feature="looks like her aunt", status="present", note="a note")
    release = deidentified([_case(findings=(said,), note="born in Łódź")])
    assert release.cases[0].findings == ()
    assert release.counted[UNNAMED] == 1
    assert release.counted[deidentify_cells.FREE_TEXT] == 2


def test_free_text_is_kept_only_where_asked_for_and_without_known_names() -> None:
    said = r.Finding(
        patient=P,
        feature="fever",
        status="present",
        note="Mrs. QUASTENFLOSSER (MRN-778123) felt warm on 17.8.2019, and in 2018",
    )
    assert _only(_case(findings=(said,))).findings[0].note == ""
    kept = _only(_case(findings=(said,)), keeps_free_text=True).findings[0].note
    assert kept == "Mrs. [removed] ([removed]) felt warm on [removed], and in [removed]"


def test_where_a_result_came_from_never_leaves() -> None:
    lab = r.LabResult(
        patient=P, analyte="pth", value="3", unit="pg/mL", extra=(("source_key", "fhir|urn:x|7"),)
    )
    hidden = _only(_case(labs=(lab,)), keeps_free_text=True)
    assert hidden.labs[0].extra == ()


def test_an_unknown_drug_is_still_a_treatment_and_an_allergy_is_still_one() -> None:
    drug = r.Treatment(patient=P, agent="Bein's drops", dose="as needed", dose_unit="spoons")
    allergy = r.Allergy(patient=P, substance="Bein's drops", status="present")
    hidden = _only(_case(treatments=(drug,), allergies=(allergy,)))
    assert (hidden.treatments[0].agent, hidden.treatments[0].dose) == ("not stated", "")
    assert (hidden.allergies[0].substance, hidden.allergies[0].status) == ("not stated", "present")


def test_fictional_patients_stay_fictional() -> None:
    hidden = _only(_case(note=f"{FICTIONAL}, made for the demonstration"))
    assert hidden.is_fictional
    assert hidden.patient.note == FICTIONAL


def test_times_that_cannot_be_told_are_counted_not_guessed() -> None:
    before = r.Finding(patient=P, feature="fever", status="present", when="2000-01-01")
    release = deidentified([_case(birth_date="2010-01-01", findings=(before,))])
    assert release.cases[0].findings[0].when == ""
    assert release.counted[deidentify_times.IMPOSSIBLE] == 1
