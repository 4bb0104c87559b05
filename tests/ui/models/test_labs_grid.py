from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.db.past import Version
from desktop.domain import records as r
from desktop.domain.analytes import analytes
from desktop.domain.case import Case
from desktop.guidance.dossier import dossier_of
from desktop.ui.models.labs import FROZEN, Frozen, LabsModel
from desktop.ui.models.labs_cells import CellView
from desktop.ui.models.labs_columns import within
from desktop.ui.models.labs_copy import whole_table
from desktop.ui.models.labs_explain import explain, provenance
from desktop.ui.models.labs_grid import Choice, Draft, Grid, grid_of
from desktop.ui.models.labs_rows import GROUPS
from desktop.work.demo import demonstration

GIRL = r.Patient(id="p", patient_id="P1", sex="female", birth_date="2009-05-14")


def lab(analyte: str, value: str, when: str, *, unit: str = "mg/dL", **cells: str) -> r.LabResult:
    base = {"patient": "p", "analyte": analyte, "value": value, "unit": unit, "when": when}
    return r.LabResult(**(base | cells))  # type: ignore[arg-type]  # cells are all text


def grid(
    *labs: r.LabResult,
    patient: r.Patient = GIRL,
    choice: Choice | None = None,
    targets: tuple[r.Target, ...] = (),
    drafts: dict[tuple[str, str], Draft] | None = None,
) -> Grid:
    case = Case(patient=patient, as_of=date(2025, 11, 20), labs=labs, targets=targets)
    return grid_of(dossier_of(case), choice or Choice(), drafts or {})


def texts(found: Grid, key: str) -> list[str]:
    row = next(row for row in found.rows if row.key == key)
    views = [found.view(row, column) for column in found.columns]
    return [f"{view.text} {view.flag}".strip() for view in views]


def cell(found: Grid, key: str, place: int = -1) -> CellView:
    row = next(row for row in found.rows if row.key == key)
    return found.view(row, found.columns[place])


def test_every_analyte_of_the_vocabulary_has_its_place_in_exactly_one_group() -> None:
    placed = [key for _, keys in GROUPS for key in keys]
    assert sorted(placed) == sorted(analytes())


def test_no_result_of_the_demonstration_is_hidden() -> None:
    for case in demonstration(24):
        found = grid_of(dossier_of(case), Choice(), {})
        shown = {
            one.id
            for row in found.rows
            for column in found.columns
            if (one := found.lab(row, column)) is not None
        }
        assert shown == {one.id for one in case.labs}, case.patient.patient_id


def test_every_computed_value_of_the_demonstration_stands_in_a_row_of_its_own_method() -> None:
    for case in demonstration(12):
        dossier = dossier_of(case)
        found = grid_of(dossier, Choice(), {})
        shown = [
            (row.method, value)
            for row in found.rows
            for column in found.columns
            for value in found.values(row, column)
        ]
        derived = dossier.derived
        lists = (
            derived.calcium_phosphate_product,
            derived.corrected_calcium,
            derived.trp,
            derived.fepi,
            derived.tmp_gfr,
            derived.egfr,
        )
        assert len(shown) == sum(len(values) for values in lists)
        assert all(method == value.method for method, value in shown)


def test_columns_run_from_old_to_new_with_the_undated_one_first() -> None:
    found = grid(
        lab("serum_phosphate", "5.1", "2025-11-11"),
        lab("serum_phosphate", "6.0", "2023-12-12"),
        lab("serum_phosphate", "5.5", ""),
        lab("serum_phosphate", "5.7", "2024"),
    )
    titles = [column.title.replace("\u2011", "-") for column in found.columns]
    assert titles == ["Not dated", "12-Dec-2023", "2024", "11-Nov-2025"]
    assert [column.subtitle for column in found.columns] == ["", "14 y", "14–15 y", "16 y"]


def test_two_results_of_one_test_and_time_stand_beside_each_other() -> None:
    found = grid(
        lab("pth", "24", "2025-11-11", unit="pg/mL", method="A"),
        lab("pth", "31", "2025-11-11", unit="pg/mL", method="B"),
        lab("serum_phosphate", "5.1", "2025-11-11"),
    )
    assert texts(found, "pth") == ["24", "31"]
    assert texts(found, "serum_phosphate") == ["5.1 (H)", ""]
    assert [column.subtitle for column in found.columns] == ["16 y", "16 y · no. 2"]


def test_clock_times_of_one_day_have_their_own_columns() -> None:
    found = grid(
        lab("serum_phosphate", "5.1", "2025-11-11T08:15"),
        lab("serum_phosphate", "5.9", "2025-11-11 16:00"),
    )
    assert [column.subtitle for column in found.columns] == ["16 y · 08:15", "16 y · 16:00"]


def test_ages_are_columns_where_no_date_is_known() -> None:
    nameless = r.Patient(id="p", patient_id="P2", sex="male")
    found = grid(
        lab("serum_phosphate", "6.1", "P14Y6M"),
        lab("serum_phosphate", "7.1", "P2Y"),
        patient=nameless,
    )
    assert [column.title for column in found.columns] == ["2 y", "14 y 6 m"]


def test_flags_use_the_range_for_the_age_at_sampling() -> None:
    # Mayo: 3.5 to 4.9 mg/dL for girls of 14 and 15, 3.1 to 4.7 from 16 on.
    found = grid(
        lab("serum_phosphate", "5.6", "2025-05-13"), lab("serum_phosphate", "5.6", "2025-05-14")
    )
    row = next(row for row in found.rows if row.key == "serum_phosphate")
    words = [" ".join(explain(found, row, column).lines) for column in found.columns]
    assert "3.5–4.9" in words[0]
    assert "3.1–4.7" in words[1]
    assert found.range_text(row) == "3.1–4.7"


def test_the_laboratory_s_own_range_beats_the_built_in_one() -> None:
    found = grid(lab("serum_phosphate", "5.1", "2025-11-11", ref_low="2.5", ref_high="5.5"))
    row = next(row for row in found.rows if row.key == "serum_phosphate")
    assert texts(found, "serum_phosphate") == ["5.1"]
    assert found.range_text(row) == "2.5–5.5 lab"


def test_a_value_far_beyond_its_range_is_doubly_flagged() -> None:
    # The vocabulary asks back above 12 mg/dL.
    found = grid(
        lab("serum_phosphate", "13", "2025-11-11"), lab("serum_phosphate", "0.9", "2024-11-11")
    )
    assert texts(found, "serum_phosphate") == ["0.9 LL", "13 HH"]


def test_units_convert_for_display_only_and_the_entered_value_is_told() -> None:
    labs = (lab("serum_phosphate", "1.58", "2025-11-11", unit="mmol/L"),)
    found = grid(*labs)
    row = next(row for row in found.rows if row.key == "serum_phosphate")
    # 1.58 mmol/L x 30.974 g/mol / 10 = 4.894 mg/dL
    assert cell(found, "serum_phosphate").text == "4.89"
    assert "entered as 1.58 mmol/L" in explain(found, row, found.columns[0]).lines
    assert texts(grid(*labs, choice=Choice(units="si")), "serum_phosphate") == ["1.58 (H)"]


def test_a_unit_without_conversion_stays_beside_its_number() -> None:
    found = grid(lab("serum_phosphate", "5.1", "2025-11-11", unit=""))
    assert "no unit" in cell(found, "serum_phosphate").text
    assert cell(found, "serum_phosphate").number is None


def test_pending_and_not_measured_are_told_apart_from_empty() -> None:
    found = grid(
        lab("pth", "", "2025-11-11", unit="", state="pending"),
        lab("alp", "", "2025-11-11", unit="", state="not_measured"),
    )
    assert cell(found, "pth").kind == "pending"
    assert cell(found, "alp").text == "·"
    assert cell(found, "alp").spoken == "not measured"
    assert cell(found, "albumin").kind == "empty"


def test_methods_are_never_mixed_in_a_row() -> None:
    found = grid(
        lab("tmp_gfr", "4.6", "2025-11-11", method="Kenny-Glen"),
        lab("tmp_gfr", "4.9", "2025-11-11", method="direct"),
        lab("serum_phosphate", "5.1", "2025-06-17"),
        lab("creatinine", "0.6", "2025-06-17"),
        lab("urine_phosphate", "54", "2025-06-17"),
        lab("urine_creatinine", "65", "2025-06-17"),
    )
    methods = {row.key: row.method for row in found.rows if row.analyte == "tmp_gfr"}
    assert methods == {
        "tmp_gfr|Kenny-Glen": "Kenny-Glen",
        "tmp_gfr|direct": "direct",
        "=tmp_gfr|Kenny-Glen": "Kenny-Glen",
        "=tmp_gfr|direct": "direct",
    }


def test_calculated_cells_tell_formula_inputs_and_cannot_be_edited() -> None:
    found = grid(
        lab("serum_phosphate", "5.1", "2025-11-11"), lab("serum_calcium_total", "9.6", "2025-11-11")
    )
    model = LabsModel()
    model.show_grid(found)
    number = next(n for n, row in enumerate(found.rows) if row.kind == "calculated")
    index = model.index(number, FROZEN)
    assert model.data(index) == "49.0"  # 9.6 x 5.1 = 48.96
    assert not model.flags(index) & Qt.ItemFlag.ItemIsEditable
    tip = str(model.data(index, Qt.ItemDataRole.ToolTipRole))
    assert "9.6 × 5.1" in tip
    assert "Phosphate 5.1 mg/dL, 11\u2011Nov\u20112025" in tip


def test_values_outside_the_own_target_are_told_in_words_and_by_a_sign() -> None:
    target = r.Target(
        patient="p", analyte="serum_phosphate", high="1.5", unit="mmol/L", from_when="2025-01-01"
    )
    found = grid(
        lab("serum_phosphate", "6.0", "2024-11-11"),
        lab("serum_phosphate", "5.1", "2025-06-11"),
        lab("serum_phosphate", "4.5", "2025-11-11"),
        targets=(target,),
    )
    row = next(row for row in found.rows if row.key == "serum_phosphate")
    sides = [found.view(row, column).side for column in found.columns]
    # 1.5 mmol/L = 4.65 mg/dL; the target began in 2025.
    assert sides == ["", "above", ""]
    assert found.target_text(row).replace("\u00a0", " ") == "≤ 4.65"
    assert "above own target" in found.view(row, found.columns[1]).spoken


def test_screen_readers_hear_test_value_unit_verdict_and_day() -> None:
    found = grid(lab("serum_phosphate", "6.1", "2025-11-11", fasting="yes"))
    model = LabsModel()
    model.show_grid(found)
    number = next(n for n, row in enumerate(found.rows) if row.key == "serum_phosphate")
    said = model.data(model.index(number, FROZEN), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Phosphate 6.1 milligrams per deciliter, high, fasting, 11 November 2025"


def test_a_draft_makes_its_column_and_is_told_as_not_saved() -> None:
    at = ("alp", "2025-11-20#1")
    found = grid(drafts={at: Draft("abc", "not a number")})
    assert [column.key for column in found.columns] == ["2025-11-20#1"]
    assert cell(found, "alp").problem == "not a number"
    assert found.problems() == [at]


def test_earlier_columns_that_are_left_out_are_counted() -> None:
    labs = [lab("alp", "90", f"{year}-11-11", unit="U/L") for year in (2015, 2022, 2025)]
    found = grid(*labs, choice=Choice(years=5))
    assert (len(found.columns), found.hidden) == (2, 1)
    assert within(found.case, (), years=2) == ()


def test_the_copied_table_tells_tests_units_dates_and_which_rows_are_calculated() -> None:
    lines = whole_table(
        grid(
            lab("serum_phosphate", "5.1", "2025-11-11"),
            lab("serum_calcium_total", "9.6", "2025-11-11"),
        )
    ).split("\n")
    assert lines[0] == "Test\tUnit\tRange\t2025-11-11"
    assert lines[1] == "Phosphate\tmg/dL\t3.1–4.7\t5.1"
    assert any(line.startswith("Ca × P, calculated\tmg²/dL²") for line in lines)


def test_the_inspector_tells_which_import_brought_a_result_and_who_changed_it() -> None:
    came = Version(
        seq=1, at="2025-11-12T09:00+00:00", who="Ana", kind="import", what="Import x", record=None
    )
    changed = Version(
        seq=2, at="2025-11-13T09:00+00:00", who="Ben", kind="change", what="Change", record=None
    )
    said = provenance([changed, came]).replace("\u2011", "-")
    assert said.startswith("Imported 12-Nov-2025")
    assert "by Ana (Import x), changed 13-Nov-2025" in said
    assert "not edited" in provenance([came])
    assert provenance([]) == "Where it came from is not recorded."


@pytest.mark.parametrize("years", [0.0, 2.0])
def test_the_model_keeps_the_rules_of_qt(years: float) -> None:
    model = LabsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is model
    model.show_grid(None)
    for case in demonstration(3):
        model.show_grid(grid_of(dossier_of(case), Choice(years=years), {}))
        model.show_grid(grid_of(dossier_of(case), Choice(years=years, units="si"), {}))
    assert model.headerData(Frozen.TEST, Qt.Orientation.Horizontal) == "Test"
