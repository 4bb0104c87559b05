"""Which results the page shows, and what it says of those that it leaves to the registry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.reports.clinician import clinician_pdf
from tests.reports.examples import IMPRINT, P, dossier, empty_assessment, empty_case, full_case, lab
from tests.reports.reading import read


def _text(case: Case) -> str:
    assessment = empty_assessment(case.patient.patient_id)
    pdf = clinician_pdf(dossier(case, assessment), IMPRINT)
    text = read(pdf).text
    return text[text.index("Results") : text.index("Phosphate and treatment")]


def _ranged(analyte: str, value: str, when: str) -> r.LabResult:
    """A result with a range of its own, 10 to 20."""
    return replace(lab(analyte, value, "mg/dL", when), ref_low="10", ref_high="20")


def _with(*labs: r.LabResult) -> Case:
    first = lab("serum_phosphate", "4.5", "mg/dL", "2025-03-01")
    return replace(full_case(), labs=(first, *labs), treatments=())


@pytest.mark.parametrize(
    ("results", "is_shown"),
    [
        ([("15", "2025-03-01")], False),
        ([("25", "2025-03-01")], True),
        ([("5", "2025-03-01")], True),
        ([("25", "2024-03-01"), ("15", "2025-03-01")], False),
        ([("15", "2024-03-01"), ("25", "2025-03-01")], True),
        ([("25", ""), ("15", "2025-03-01")], True),
        ([("25", "2025-03-01"), ("15", "")], True),
    ],
)
def test_another_test_has_a_row_if_its_latest_or_an_undated_result_is_out_of_range(
    results: list[tuple[str, str]], is_shown: bool
) -> None:
    text = _text(_with(*(_ranged("magnesium", value, when) for value, when in results)))
    assert ("Magnesium" in text) == is_shown
    assert ("without a row, none out of range at last" in text) != is_shown


def test_a_test_left_out_is_counted_with_all_its_values() -> None:
    labs = [_ranged("magnesium", "15", f"202{year}-03-01") for year in range(3)]
    assert "also holds 3 values of 1 test without a row" in _text(_with(*labs))


def test_samples_of_urine_that_only_feed_a_calculation_have_no_row() -> None:
    text = _text(full_case())
    assert "TRP (calculated)" in text
    assert "urine" not in text.lower()


@pytest.mark.parametrize(("agent", "is_shown"), [("acetazolamide", True), ("sevelamer", False)])
def test_bicarbonate_in_range_has_a_row_on_acetazolamide_only(agent: str, is_shown: bool) -> None:
    case = _with(
        replace(lab("bicarbonate", "24", "mmol/L", "2025-03-01"), ref_low="22", ref_high="29")
    )
    case = replace(case, treatments=(r.Treatment(id="t", patient=P, agent=agent),))
    assert ("Bicarbonate" in _text(case)) == is_shown


def test_a_calculated_value_stands_once_at_each_time_by_the_method_for_the_age() -> None:
    heights = tuple(
        r.BodySize(id=f"v{when}", patient=P, when=when, height_cm="165")
        for when in ("2025-03-01", "2029-03-01")
    )
    case = _with(
        lab("creatinine", "0.60", "mg/dL", "2025-03-01"),
        lab("creatinine", "0.70", "mg/dL", "2029-03-01"),
    )
    text = _text(replace(case, body=heights, as_of=case.as_of.replace(year=2029)))
    # Born in 2009: bedside Schwartz 0.413 x 165 / 0.60 = 113.6 at 15 years; CKD-EPI 2021 for a
    # woman of 19 with 0.70 mg/dL: 142 x 0.9938^19 x 1.012 = 127.7.
    assert "eGFR (bedside Schwartz) mL/min per 1.73 m² 114 other method" in text
    assert "eGFR (CKD-EPI 2021 creatinine) mL/min per 1.73 m² other method 128" in text
    assert "CKiD" not in text


def test_what_could_not_be_calculated_is_told_with_the_reason() -> None:
    text = _text(_with())
    assert "TRP, TmP/GFR (no urine phosphate recorded)" in text


def test_a_case_without_results_says_so() -> None:
    assert "No laboratory result recorded." in _text(empty_case())


def test_a_test_without_a_result_is_called_pending_and_never_a_result() -> None:
    pending = replace(lab("pth", "", "", "2025-11-18"), state="pending")
    text = _text(_with(pending))
    assert "Pending: PTH, intact (18\u2011Nov\u20112025)." in text


def test_many_results_of_one_time_are_counted_in_their_cell() -> None:
    labs = tuple(
        replace(lab("serum_phosphate", "5.1", "mg/dL", "2025-03-01"), id=f"same-{n}")
        for n in range(40)
    )
    assert "35 more" in _text(_with(*labs))
