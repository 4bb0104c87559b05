"""Tables in and out: nothing is lost, nothing goes in twice, every refusal has its reason."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.db.registry import Registry
from desktop.domain.errors import Cancelled, UserError
from desktop.paths import resource
from desktop.work.export_tables import export_tables
from desktop.work.import_tables import import_tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CASES = resource("cases")


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    with Registry.create(tmp_path / "clinic.registry") as opened:
        yield opened


def folder(tmp_path: Path, **tables: str) -> Path:
    """A dataset folder with these tables."""
    made = tmp_path / "incoming"
    made.mkdir(exist_ok=True)
    for name, text in tables.items():
        (made / f"{name}.csv").write_text(text, encoding="utf-8")
    return made


def facts(path: Path) -> Counter[tuple[tuple[str, str], ...]]:
    """The filled cells of every row of a table, however its columns are ordered."""
    with path.open(newline="", encoding="utf-8-sig") as handle:
        rows = csv.DictReader(handle)
        return Counter(tuple(sorted((k, v) for k, v in row.items() if v)) for row in rows)


def test_the_published_cases_go_in_without_a_lost_row_and_come_out_the_same(
    registry: Registry, tmp_path: Path
) -> None:
    outcome = import_tables(registry, [CASES])
    assert outcome.refusals == []
    export_tables(registry, tmp_path / "out")
    for table in CASES.glob("*.csv"):
        assert facts(tmp_path / "out" / table.name) == facts(table), table.name


def test_importing_twice_changes_nothing(registry: Registry) -> None:
    import_tables(registry, [CASES])
    counts = registry.counts()
    again = import_tables(registry, [CASES])
    assert registry.counts() == counts
    assert not again.written
    assert all(t.unchanged == t.read for t in again.tallies.values())


def test_one_undo_takes_a_whole_import_back(registry: Registry) -> None:
    import_tables(registry, [CASES])
    registry.undo()
    assert set(registry.counts().values()) == {0}


PATIENTS = "patient_id,sex,birth_date\nP1,female,2001-02\nP2,male,\n"


def test_identical_rows_are_as_many_records(registry: Registry, tmp_path: Path) -> None:
    row = "P1,serum_phosphate,5.0,mg/dL,2020-01-01\n"
    labs = f"patient_id,analyte,value,unit,when\n{row}{row}"
    source = folder(tmp_path, patients=PATIENTS, labs=labs)
    import_tables(registry, [source])
    assert registry.counts()["labs"] == 2
    (source / "labs.csv").write_text(f"{labs}{row}", encoding="utf-8")
    outcome = import_tables(registry, [source])
    assert (outcome.tallies["labs"].unchanged, outcome.tallies["labs"].added) == (2, 1)


def test_a_bad_row_is_refused_with_its_place_and_every_other_row_goes_in(
    registry: Registry, tmp_path: Path
) -> None:
    labs = (
        "patient_id,analyte,value,unit,when\n"
        "P1,serum_phosphate,5.0,mg/dL,2020-01-01\n"
        "P1,serum_phosphate,5.0,meq/L,2020-01-02\n"
        "P9,serum_phosphate,5.0,mg/dL,2020-01-03\n"
        "P1,serum_phosphate,5.0\n"
    )
    refused = tmp_path / "refused"
    source = folder(tmp_path, patients=PATIENTS, labs=labs)
    outcome = import_tables(registry, [source], refused=refused)
    assert registry.counts()["labs"] == 1
    places = [(remark.file, remark.row, remark.column) for remark in outcome.refusals]
    assert places == [("labs.csv", 3, "unit"), ("labs.csv", 4, "patient_id"), ("labs.csv", 5, "")]
    with (refused / "labs.csv").open(newline="", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    assert [row["unit"] for row in rows] == ["meq/L", "mg/dL", ""]
    assert "mg/dL, mmol/L" in rows[0]["_reason"]


def test_mended_refused_rows_can_be_imported(registry: Registry, tmp_path: Path) -> None:
    labs = "patient_id,analyte,value,unit\nP1,serum_phosphate,5.0,meq/L\n"
    refused = tmp_path / "refused"
    import_tables(registry, [folder(tmp_path, patients=PATIENTS, labs=labs)], refused=refused)
    table = refused / "labs.csv"
    table.write_text(table.read_text().replace(",meq/L,", ",mg/dL,"))
    outcome = import_tables(registry, [refused])
    assert (outcome.refusals, outcome.tallies["labs"].added) == ([], 1)
    (lab,) = registry.case(registry.ids()["P1"]).labs
    assert lab.extra == ()


def test_all_or_nothing_keeps_everything_out_for_one_refusal(
    registry: Registry, tmp_path: Path
) -> None:
    labs = "patient_id,analyte,value,unit\nP1,serum_phosphate,5.0,meq/L\n"
    source = folder(tmp_path, patients=PATIENTS, labs=labs)
    outcome = import_tables(registry, [source], all_or_nothing=True)
    assert not outcome.written
    assert set(registry.counts().values()) == {0}


def test_a_trial_run_writes_nothing(registry: Registry) -> None:
    outcome = import_tables(registry, [CASES], dry_run=True)
    assert outcome.tallies["patients"].added > 100
    assert set(registry.counts().values()) == {0}


@pytest.mark.parametrize(
    "second", ["P1,male,2001-02\n", "P1,female,2001-03\n", "P1,female,1999-02-01\n"]
)
def test_a_patient_who_does_not_agree_is_a_conflict_and_the_registry_stays(
    registry: Registry, tmp_path: Path, second: str
) -> None:
    import_tables(registry, [folder(tmp_path, patients=PATIENTS)])
    before = registry.case(registry.ids()["P1"]).patient
    header = "patient_id,sex,birth_date\n"
    labs = "patient_id,analyte,flag\nP1,serum_phosphate,high\n"
    outcome = import_tables(registry, [folder(tmp_path, patients=header + second, labs=labs)])
    assert len(outcome.refusals) == 2
    case = registry.case(registry.ids()["P1"])
    assert (case.patient, case.labs) == (before, ())


def test_cells_that_were_empty_are_filled_and_journaled(registry: Registry, tmp_path: Path) -> None:
    import_tables(registry, [folder(tmp_path, patients=PATIENTS)])
    fuller = "patient_id,birth_date,family_name,diagnosis\nP2,1980-01-01,Żółw,fop\n"
    outcome = import_tables(registry, [folder(tmp_path, patients=fuller)])
    assert outcome.tallies["patients"].updated == 1
    case = registry.case(registry.ids()["P2"])
    assert (case.patient.sex, case.patient.birth_date) == ("male", "1980-01-01")
    assert case.identity is not None
    assert case.identity.family_name == "Żółw"
    assert len(list(registry.history(case.patient.id))) == 2


def test_unknown_columns_are_reported_kept_and_exported(registry: Registry, tmp_path: Path) -> None:
    labs = "patient_id,analyte,flag,ward,shift\nP1,serum_phosphate,high,7b,\n"
    outcome = import_tables(registry, [folder(tmp_path, patients=PATIENTS, labs=labs)])
    assert any("ward" in note for note in outcome.notes)
    export_tables(registry, tmp_path / "out")
    assert facts(tmp_path / "out" / "labs.csv") == facts(tmp_path / "incoming" / "labs.csv")


def test_a_measurement_needs_its_mass(registry: Registry, tmp_path: Path) -> None:
    masses = "patient_id,mass_id,site\nP1,M1,hip\n"
    sizes = "patient_id,mass_id,length_mm\nP1,M1,40\nP1,M2,30\nP2,M1,20\n"
    outcome = import_tables(
        registry,
        [folder(tmp_path, patients=PATIENTS, masses=masses, mass_measurements=sizes)],
    )
    assert [remark.value for remark in outcome.refusals] == ["M2", "M1"]


def test_a_mass_that_moved_to_the_other_side_is_a_conflict(
    registry: Registry, tmp_path: Path
) -> None:
    left = "patient_id,mass_id,site,side\nP1,M1,hip,left\n"
    import_tables(registry, [folder(tmp_path, patients=PATIENTS, masses=left)])
    outcome = import_tables(registry, [folder(tmp_path, masses=left.replace("left", "right"))])
    assert outcome.refusals[0].column == "side"
    assert registry.case(registry.ids()["P1"]).masses[0].side == "left"


def test_a_byte_order_mark_and_windows_line_ends_are_read(
    registry: Registry, tmp_path: Path
) -> None:
    source = tmp_path / "patients.csv"
    source.write_bytes(b"\xef\xbb\xbf" + PATIENTS.replace("\n", "\r\n").encode())
    assert import_tables(registry, [source]).tallies["patients"].added == 2


def test_a_table_under_another_name_is_known_by_its_header(
    registry: Registry, tmp_path: Path
) -> None:
    source = folder(tmp_path, patients=PATIENTS)
    other = source / "results of may.csv"
    other.write_text("patient_id,analyte,value,unit\nP1,albumin,4,g/dL\n")
    assert import_tables(registry, [source]).tallies["labs"].added == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("Ort\tName\n".encode("utf-16"), "not a table"),
        (b"patient_id,sex\nP1,\xff\xfe\n", "UTF-8"),
        (b"name,color\na,b\n", "not a table"),
        (b"", "empty"),
        (b"patient_id,sex,sex\nP1,male,male\n", "twice"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(
    registry: Registry, tmp_path: Path, content: bytes, reason: str
) -> None:
    source = tmp_path / "patients.csv"
    source.write_bytes(content)
    with pytest.raises(UserError, match=reason):
        import_tables(registry, [source])


def test_a_stray_file_in_a_folder_is_refused_and_the_tables_go_in(
    registry: Registry, tmp_path: Path
) -> None:
    source = folder(tmp_path, patients=PATIENTS)
    (source / "shopping.csv").write_text("item,price\nmilk,1\n")
    (source / "labs.csv").write_bytes(b"patient_id,analyte,flag\nP1,albumin,low\nP1,\xff,low\n")
    outcome = import_tables(registry, [source])
    refused = {(remark.file, remark.row) for remark in outcome.refusals}
    assert refused == {("shopping.csv", 0), ("labs.csv", 0)}
    assert registry.counts()["patients"] == 2


def test_stopping_an_import_leaves_the_registry_as_it_was(registry: Registry) -> None:
    def stop(done: int, _total: int, _text: str) -> None:
        if done > 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_tables(registry, [CASES], report=stop)
    assert set(registry.counts().values()) == {0}


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=12)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(notes=st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6))
def test_free_text_goes_round_character_for_character(
    tmp_path_factory: pytest.TempPathFactory, notes: list[tuple[str, str]]
) -> None:
    base = tmp_path_factory.mktemp("round")
    source = base / "in"
    source.mkdir()
    (source / "patients.csv").write_text("patient_id\nP1\n")
    with (source / "allergies.csv").open("w", newline="", encoding="utf-8") as handle:
        writer = csv.writer(handle)
        writer.writerow(["patient_id", "substance", "note"])
        writer.writerows(["P1", f"x{substance}", note] for substance, note in notes)
    with Registry.create(base / "clinic.registry") as registry:
        assert import_tables(registry, [source]).refusals == []
        export_tables(registry, base / "out")
    assert facts(base / "out" / "allergies.csv") == facts(source / "allergies.csv")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(garbage=st.binary(max_size=200))
def test_no_file_does_anything_but_import_or_refuse(
    tmp_path_factory: pytest.TempPathFactory, garbage: bytes
) -> None:
    base = tmp_path_factory.mktemp("fuzz")
    (base / "patients.csv").write_bytes(b"patient_id,sex\n" + garbage)
    with Registry.create(base / "clinic.registry") as registry:
        try:
            outcome = import_tables(registry, [base])
        except UserError:
            assert registry.counts()["patients"] == 0
        else:
            tally = outcome.tallies["patients"]
            assert tally.read == tally.added + tally.updated + tally.unchanged + tally.refused


def test_a_jump_that_looks_like_another_unit_is_warned_of_and_kept(
    registry: Registry, tmp_path: Path
) -> None:
    head = "patient_id,analyte,value,unit,when\n"
    first = head + "P1,serum_phosphate,3.8,mg/dL,2020-01-01\n"
    people = "patient_id,birth_date\nP1,2000-01-01\n"
    assert import_tables(registry, [folder(tmp_path, patients=people, labs=first)]).warnings == []
    more = (
        head
        + "P1,serum_phosphate,11.8,mg/dL,2020-06-01\n"
        + "P1,serum_phosphate,11.5,mg/dL,P20Y7M\n"
        + "P1,serum_phosphate,1.2,mmol/L,2021-01-01\n"
    )
    outcome = import_tables(registry, [folder(tmp_path, patients=people, labs=more)])
    assert outcome.tallies["labs"].added == 3
    assert [(one.row, one.value) for one in outcome.warnings] == [(2, "11.8"), (4, "1.2")]
    assert "by a factor of 3.1: is the unit right?" in outcome.warnings[0].rule
