"""REDCap exports: of the common data model in codes or labels, and our own read back."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.columns import BOOKKEEPING, CLINICAL, PATIENTS
from desktop.domain.errors import UserError
from desktop.exchange.csv_tables import RowReader, read_rows
from desktop.exchange.intake import FoundTables, find_tables
from desktop.exchange.to_redcap import redcap_project
from desktop.work.import_tables import import_tables
from tests.exchange.drawn_cases import AS_OF, TEXT, drawn_cases

DICTIONARY = [
    ["Variable / Field Name", "Form Name", "", "Field Type", "Field Label", "Choices"],
    ["record_id", "f1", "", "text", "Registry ID", ""],
    ["pseudo", "f1", "", "text", "1.1 Pseudonym", ""],
    ["admitted", "f1", "", "text", "1.2 Date of Admission", ""],
    ["born", "f2", "", "text", "2.1 Date of birth", ""],
    ["sex", "f2", "", "dropdown", "2.2 Sex at birth", "s1, Female | s2, Male"],
    ["karyotype", "f2", "", "dropdown", "2.3 Karyotypic Sex", "k1, XX | k2, XY"],
    ["vital", "f3", "", "dropdown", "3.1 Vital Status", "v1, Alive | v2, Dead"],
    ["died", "f3", "", "text", "3.2 Time of Death", ""],
    ["begun", "f4", "", "text", "4.1 Encounter Start", ""],
    ["disease_coding", "f5", "", "dropdown", "Please choose the encoding", "mondo, MONDO"],
    ["mondo", "f5", "", "text", "5.1 Disease [MONDO]", ""],
    ["ordo", "f5", "", "text", "5.1 Disease [ORDO]", ""],
    ["verified", "f5", "", "dropdown", "5.2 Verification Status", "c, Confirmed | p, Provisional"],
    ["c_dna", "f61", "", "text", "6.1.8 Sequence DNA Change [c.HGVS]", ""],
    ["gene", "f61", "", "text", "6.1.10 Gene [HGNC-NR]", ""],
    ["zygosity", "f61", "", "dropdown", "6.1.11 Zygosity", "z1, Homozygous | z2, Heteroplasmic"],
    ["feature", "f62", "", "text", "6.2.1 Phenotypic Feature", ""],
    ["found", "f62", "", "dropdown", "6.2.2 Status", "y, Confirmed present | n, Refuted"],
    ["since", "f62", "", "text", "6.2.3 Determination Date", ""],
    ["severity", "f62", "", "dropdown", "6.2.7 Phenotype Severity", "m, Mild"],
    ["status", "f63", "", "dropdown", "6.3.0B Status", "final, Final | cancelled, Cancelled"],
    ["assay", "f63", "", "text", "6.3.1 Assay", ""],
    ["panel", "f63", "", "dropdown", "6.3.1A Vital Signs Panel", "h, Body Height [cm]"],
    ["value", "f63", "", "text", "6.3.2 Value", ""],
    ["unit", "f63", "", "text", "6.3.3 Value Unit", ""],
    ["seen", "f63", "", "text", "6.3.5 Time Observed", ""],
    ["kin", "f64", "", "dropdown", "6.4.4 Family Member Relationship", "b, Natural brother"],
    ["consent", "f7", "", "dropdown", "7.1 Consent Status", "a, Active | i, Inactive"],
    ["consented", "f7", "", "text", "7.2 Consent Date", ""],
    ["contact", "f7", "", "dropdown", "7.4 Agreement to be contacted", "1, Yes | 0, No"],
    ["reuse", "f7", "", "dropdown", "7.5 Consent to the reuse of data", "1, Yes | 0, No"],
]
NAMES = ["record_id", "redcap_repeat_instrument", "redcap_repeat_instance"]
NAMES += [row[0] for row in DICTIONARY[2:]] + ["f1_complete"]


def _project(folder: Path, *rows: dict[str, str], dictionary: bool = True) -> Path:
    _write(folder / "data.csv", NAMES, rows)
    if dictionary:
        with (folder / "dictionary.csv").open("w", newline="", encoding="utf-8") as handle:
            csv.writer(handle).writerows(DICTIONARY)
    return folder / "data.csv"


def _write(path: Path, names: list[str], rows: tuple[dict[str, str], ...]) -> None:
    with path.open("w", newline="", encoding="utf-8") as handle:
        writer = csv.DictWriter(handle, names)
        writer.writeheader()
        writer.writerows(rows)


def _tables(found: FoundTables) -> dict[str, list[dict[str, str]]]:
    return {
        file.table.name: [
            {n: c for n, c in zip(file.header, row.cells, strict=True) if c}
            for row in read_rows(file)
            if not row.fault
        ]
        for file in found.tables
    }


def _faults(found: FoundTables) -> list[str]:
    return [row.fault for file in found.tables for row in read_rows(file) if row.fault]


def test_the_forms_of_the_model_are_read_by_number_and_label(tmp_path: Path) -> None:
    data = _project(
        tmp_path,
        {"record_id": "7", "pseudo": "TC-7", "admitted": "2020-02-03", "born": "2010-05-06"}
        | {"sex": "s1", "f1_complete": "2"},
        {"record_id": "7", "redcap_repeat_instrument": "f5", "redcap_repeat_instance": "1"}
        | {"disease_coding": "ordo", "ordo": "ORPHA:306661", "verified": "p"},
        {"record_id": "7", "mondo": "MONDO:0019499", "verified": "c"},
        {"record_id": "7", "gene": "HGNC:4125", "c_dna": "c.1524+1G>A", "zygosity": "z1"},
        {"record_id": "7", "feature": "HP:0002905", "found": "n", "since": "2019-01-02"}
        | {"severity": "m"},
        {"record_id": "7", "assay": "LOINC:2777-1", "value": "7.10", "unit": "mg/dL"}
        | {"seen": "2021-03-04", "status": "final"},
        {"record_id": "7", "panel": "h", "value": "141", "seen": "2021-03-04"},
        {"record_id": "7", "kin": "b"},
    )
    tables = _tables(find_tables([data]))
    assert tables["patients"] == [
        {
            "patient_id": "7",
            "pseudonym": "TC-7",
            "enrolled_when": "2020-02-03",
            "birth_date": "2010-05-06",
            "sex": "female",
            "diagnosis": "hyperphosphatemic_tumoral_calcinosis",
            "diagnosis_status": "suspected",
        }
    ]
    assert [row["feature"] for row in tables["findings"]] == ["MONDO:0019499", "HP:0002905"]
    refuted = tables["findings"][1]
    assert (refuted["status"], refuted["when"]) == ("absent", "2019-01-02")
    assert refuted["note"] == "Phenotype Severity: Mild"
    (variant,) = tables["variants"]
    named = (variant["gene"], variant["hgvs_c"], variant["zygosity"])
    assert named == ("GALNT3", "c.1524+1G>A", "homozygous")
    (lab,) = tables["labs"]
    told = (lab["analyte"], lab["value"], lab["unit"], lab["when"])
    assert told == ("2777-1", "7.10", "mg/dL", "2021-03-04")
    assert tables["body"][0]["height_cm"] == "141"
    assert tables["family"][0]["relation"] == "sibling"
    assert tables["family"][0]["sex"] == "male"


def test_an_export_with_labels_needs_no_dictionary(tmp_path: Path) -> None:
    header = ["Record ID", "Repeat Instrument", "Repeat Instance", "2.1 Date of birth"]
    header += ["2.2 Sex at birth", "6.2.1 Phenotypic Feature", "6.2.2 Status", "6.3.1 Assay"]
    rows: tuple[dict[str, str], ...] = (
        {"Record ID": "7", "2.1 Date of birth": "2010-05-06", "2.2 Sex at birth": "Male"},
        {"Record ID": "7", "6.2.1 Phenotypic Feature": "HP:0002905"}
        | {"6.2.2 Status": "Confirmed present"},
    )
    _write(tmp_path / "labels.csv", header, rows)
    tables = _tables(find_tables([tmp_path / "labels.csv"]))
    assert tables["patients"][0]["sex"] == "male"
    assert tables["findings"][0]["status"] == "present"


def test_codes_without_their_dictionary_are_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    header = "record_id,redcap_repeat_instrument,x1,x2,rarelink_2_personal_information_complete\n"
    path.write_text(f"{header}1,,1950-01-02,x9,2\n")
    with pytest.raises(UserError, match="data dictionary") as refusal:
        find_tables([path])
    assert "same folder" in refusal.value.remedy


def test_another_project_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_text("record_id,redcap_repeat_instrument,sbp,bp_complete\n1,bp,120,2\n")
    with pytest.raises(UserError, match="REDCap project with fields of its own"):
        find_tables([path])


def test_events_of_another_project_are_never_taken_for_people(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    header = "record_id,redcap_repeat_instrument,redcap_repeat_instance,dob,sex,sbp"
    path.write_text(f"{header}\n1,,,2010-05-06,female,\n1,bp,1,,,120\n")
    with pytest.raises(UserError, match="fields of its own"):
        find_tables([path])


def test_what_has_no_place_is_counted_by_field(tmp_path: Path) -> None:
    data = _project(
        tmp_path,
        {"record_id": "7", "sex": "s2", "karyotype": "k2"},
        {"record_id": "7", "begun": "2020-01-01"},
        {"record_id": "7", "begun": "2021-01-01"},
        {"record_id": "7", "mondo": "MONDO:0019499", "verified": "p"},
    )
    (note,) = find_tables([data]).notes
    told = "1 2.3 Karyotypic Sex, 2 4.1 Encounter Start, 1 5.1 Disease [MONDO]"
    assert f"{told}, 1 5.2 Verification Status" in note


def test_a_status_that_says_nothing_is_no_finding(tmp_path: Path) -> None:
    rows = ({"record_id": "7", "feature": "HP:0002905", "found": found} for found in ("", "zz"))
    found = find_tables([_project(tmp_path, *rows)])
    assert "findings" not in _tables(found) or not _tables(found)["findings"]
    assert len(_faults(found)) == 2


def test_a_cancelled_measurement_is_refused(tmp_path: Path) -> None:
    row = {"record_id": "7", "assay": "LOINC:2777-1", "value": "7", "status": "cancelled"}
    assert _faults(find_tables([_project(tmp_path, row)])) == ["6.3 Measurements: cancelled"]


def test_a_death_without_its_day_is_an_event_and_told_once(tmp_path: Path) -> None:
    dead = {"record_id": "7", "vital": "v2"}
    tables = _tables(find_tables([_project(tmp_path, dead, dead)]))
    assert [row["kind"] for row in tables["events"]] == ["death"]
    dated = _project(tmp_path, dead, dead | {"died": "2024-01-02"})
    tables = _tables(find_tables([dated]))
    assert tables["patients"][0]["death_when"] == "2024-01-02"


def test_a_consent_taken_back_stands_against_every_purpose(tmp_path: Path) -> None:
    row = {"record_id": "7", "consent": "i", "consented": "2024-01-02", "reuse": "1"}
    tables = _tables(find_tables([_project(tmp_path, row | {"contact": "0"})]))
    told = {row["purpose"]: row["status"] for row in tables["consents"]}
    assert told == {"registry": "withdrawn", "research": "withdrawn", "contact": "refused"}


def test_two_answers_to_one_question_are_a_conflict(tmp_path: Path) -> None:
    rows = ({"record_id": "7", "born": born} for born in ("2010-05-06", "2011-05-06"))
    assert "another form" in _faults(find_tables([_project(tmp_path, *rows)]))[0]


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    data = _project(
        tmp_path,
        {"record_id": "7", "born": "2010-05-06", "sex": "s1", "consent": "a", "reuse": "1"},
        {"record_id": "7", "assay": "2777-1", "value": "7.1", "unit": "mg/dL"},
        {"record_id": "7", "assay": "2777-1", "value": "7.1", "unit": "mg/dL"},
        {"record_id": "7", "vital": "v2"},
    )
    with Registry.create(tmp_path / "r.registry") as registry:
        assert import_tables(registry, [tmp_path]).written
        before = registry.counts()
        assert before["labs"] == 2
        again = import_tables(registry, [data])
        assert not again.written
        assert not again.refusals
        assert registry.counts() == before


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=drawn_cases())
def test_our_own_export_reads_back_cell_by_cell(case: Case) -> None:
    project = redcap_project([case])
    with TemporaryDirectory() as folder:
        path = Path(folder, "data.csv")
        path.write_text(project.data, encoding="utf-8", newline="")
        found = find_tables([path])
        assert not _faults(found)
        back = {
            file.table.name: [
                RowReader(file).record(row, case.patient.id) for row in read_rows(file)
            ]
            for file in found.tables
        }
    assert found.notes == ()
    for table in (PATIENTS, *CLINICAL):
        if table.name in BOOKKEEPING:
            continue
        held = (case.patient,) if table is PATIENTS else getattr(case, table.name)
        told = [[getattr(one, name) for name in table.names] for one in back.get(table.name, [])]
        filled = [[getattr(one, name) for name in table.names] for one in held]
        assert told == [cells for cells in filled if any(cells)]


def test_what_was_added_to_our_export_in_redcap_is_read_and_repetitions_are_not(
    tmp_path: Path,
) -> None:
    patient = r.Patient(id="p", patient_id="TC-1", sex="female", birth_date="2010-05-06")
    lab = r.LabResult(
        patient="p", analyte="serum_phosphate", value="5.0", unit="mg/dL", when="2020-01-02"
    )
    project = redcap_project([Case(patient=patient, as_of=AS_OF, labs=(lab, lab))])
    rows = list(csv.DictReader(io.StringIO(project.data)))
    added = dict.fromkeys(rows[0], "") | {
        "record_id": "TC-1",
        "redcap_repeat_instrument": "rarelink_6_3_measurements",
        "redcap_repeat_instance": "3",
        "rdcdm_6_3_1": "2777-1",
        "rdcdm_6_3_2": "5.0",
        "rdcdm_6_3_3": "mg/dL",
        "rdcdm_6_3_5": "2020-01-02",
    }
    _write(tmp_path / "data.csv", list(rows[0]), (*rows, added))
    tables = _tables(find_tables([tmp_path / "data.csv"]))
    assert [row["analyte"] for row in tables["labs"]] == ["serum_phosphate"] * 2 + ["2777-1"]
    assert len(tables["patients"]) == 1


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    rows=st.lists(st.dictionaries(st.sampled_from(NAMES), TEXT, max_size=8), max_size=6),
    dictionary=st.booleans(),
    tail=st.binary(max_size=12),
)
def test_whatever_stands_in_a_project_only_a_user_error_is_raised(
    rows: list[dict[str, str]], dictionary: bool, tail: bytes
) -> None:
    with TemporaryDirectory() as name:
        path = _project(Path(name), *rows, dictionary=dictionary)
        path.write_bytes(path.read_bytes() + tail)
        try:
            found = find_tables([path])
        except UserError:
            return
        for file in found.tables:
            assert all(isinstance(row.fault, str) for row in read_rows(file))
