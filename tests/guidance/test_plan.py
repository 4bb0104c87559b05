"""The plan, the next tests, the monitoring schedule and what is missing."""

from __future__ import annotations

import json
from datetime import date

import pytest

from desktop.domain import records as r
from desktop.guidance.assessment import NextTest
from desktop.guidance.encode import to_json
from desktop.guidance.monitoring import after
from tests.guidance.making import (
    allergy,
    assessed,
    flagged,
    lab,
    mass,
    present,
    takes,
    variant,
)

HIGH_P = flagged("serum_phosphate", "high")
HIP = mass("M1", "hip")
HFTC = (HIGH_P, HIP, flagged("creatinine", "normal"))


def plan(*rows: r.Record) -> set[str]:
    return {advice.id for advice in assessed(*rows).management}


def test_the_source_treatment_of_tumoral_calcinosis_is_in_the_plan_with_its_strength() -> None:
    advice = {a.id: a for a in assessed(*HFTC).management}
    assert advice["hftc-diet"].statements == ("TX-02",)
    assert advice["hftc-acetazolamide"].statements == ("TX-03",)
    assert all(a.strength for a in advice.values())


def test_superseded_statements_stay_visible_come_last_and_say_by_what() -> None:
    advice = assessed(*HFTC).management
    superseded = [a for a in advice if a.superseded_by]
    assert {"TX-01", "TX-04"} <= {s for a in superseded for s in a.statements}
    assert list(advice[-len(superseded) :]) == superseded


def test_acetazolamide_is_not_advised_with_sulfonamide_allergy() -> None:
    assert "hftc-acetazolamide" in plan(*HFTC)
    assert "hftc-acetazolamide" not in plan(*HFTC, allergy("sulfamethoxazole"))


def test_what_is_already_in_use_is_told() -> None:
    advice = {a.id: a for a in assessed(*HFTC, takes("sevelamer", "2023-03-06")).management}
    assert advice["hftc-binder"].text.startswith("In use: Sevelamer since 06\u2011Mar\u20112023.")


def test_phosphate_is_not_lowered_where_it_is_normal() -> None:
    found = plan(HIP, flagged("serum_phosphate", "normal"))
    assert "nftc-surgery" in found
    assert "hftc-diet" not in found


def test_surgery_is_never_advised_while_fop_is_possible() -> None:
    rows = (HIP, flagged("serum_phosphate", "normal"), present("great_toe_malformation"))
    found = plan(*rows)
    assert not [advice for advice in found if "surgery" in advice]
    assert "fop-center" in found


def test_fop_has_its_source_line_superseded_and_its_current_options() -> None:
    advice = {a.id: a for a in assessed(variant("ACVR1", "heterozygous")).management}
    assert advice["fop-no-cure-source"].statements == ("FOP-07",)
    assert "current status" in advice["fop-no-cure-source"].superseded_by
    assert "check current status" in advice["fop-garetosmab"].text


def test_uremic_calcinosis_is_managed_medically_first() -> None:
    found = plan(present("dialysis"), HIP, HIGH_P)
    assert {"dialysis-order", "dialysis-kdigo", "ac-joint-trauma"} <= found


# Next tests.


def named_for(*rows: r.Record) -> list[str]:
    return [test.id for test in assessed(*rows).next_tests]


def test_phosphate_is_the_first_test_for_a_mass_without_it() -> None:
    assessment = assessed(HIP)
    first = assessment.next_tests[0]
    assert first.id == "test-phosphate"
    assert {
        "hyperphosphatemic_tumoral_calcinosis",
        "normophosphatemic_tumoral_calcinosis",
    } <= set(first.separates)
    assert "High:" in first.why
    assert any("phosphate" in text.lower() for text in assessment.missing)


def test_toes_and_gene_come_before_any_imaging_where_fop_is_possible() -> None:
    rows = (present("muscle_ossification", "P9Y"), present("multifocal_masses", "P9Y"))
    found = named_for(*rows)
    assert "test-great-toe" in found[:3]
    assert "test-acvr1" in found
    assert "test-biopsy" not in found


def test_a_biopsy_is_never_named_while_fop_is_possible() -> None:
    tumor = (present("solid_or_infiltrative_component"), present("soft_tissue_mass"))
    assert "test-biopsy" in named_for(*tumor)
    assert "test-biopsy" not in named_for(*tumor, present("great_toe_malformation"))


def test_an_answered_question_is_not_asked_again() -> None:
    assert "test-phosphate" not in named_for(HIP, HIGH_P)
    assert "test-hftc-genes" not in named_for(*HFTC, variant("GALNT3"))


def test_high_intact_fgf23_asks_for_klotho_and_autoantibodies() -> None:
    found = named_for(*HFTC, flagged("fgf23_intact", "high"))
    assert "test-antibodies" in found


def test_of_equally_informative_tests_the_lesser_burden_comes_first() -> None:
    burdens = ("question", "examination", "urine", "blood", "imaging", "radiation", "biopsy")
    levels = {
        "An answer can settle FOP and its precautions.": 4,
        "An answer can change which disorder leads and what must be avoided.": 3,
        "An answer can change which disorder leads.": 2,
        "An answer can change how a disorder stands, or what must be avoided.": 1,
        "An answer adds to the balance of arguments.": 0,
    }

    def level(test: NextTest) -> int:
        return next(value for told, value in levels.items() if test.why.startswith(told))

    for rows in ((HIP,), HFTC, (present("calcinosis_cutis"),), (present("trismus"),)):
        tests = assessed(*rows).next_tests
        keys = [(-level(test), burdens.index(test.burden)) for test in tests]
        assert keys == sorted(keys)


def test_bone_scan_and_mandible_ct_are_qualified() -> None:
    known = (
        *(variant("GALNT3"), flagged("pth", "normal"), flagged("serum_calcium_total", "normal")),
        *(present("pulp_calcification"), present("short_dental_roots"), flagged("trp", "high")),
    )
    scan = next(t for t in assessed(*HFTC, *known).next_tests if t.id == "test-bone-scan")
    assert scan.statements == ("TC-13",)
    assert "radiation" in scan.text
    fop = assessed(variant("ACVR1", "heterozygous"))
    jaw = next(t for t in fop.next_tests if t.id == "test-mandible-ct")
    assert jaw.statements == ("FOP-10",)
    assert "only where it changes care" in jaw.text


# Monitoring.


def test_the_schedule_is_worked_out_from_the_dates_in_the_record() -> None:
    minerals = [
        lab("serum_phosphate", "6.8", "mg/dL", "2025-11-11"),
        lab("serum_calcium_total", "9.6", "mg/dL", "2025-11-11"),
        lab("creatinine", "0.6", "mg/dL", "2025-11-11"),
    ]
    assessment = assessed(HIP, *minerals, birth="2009-05-14")
    item = next(m for m in assessment.monitoring if m.what.startswith("Phosphate, calcium"))
    assert (item.every, item.last, item.due) == ("P3M", "2025-11-11", "2026-02-11")
    assert not item.is_overdue
    assert "expert opinion" in item.basis


def test_the_oldest_part_of_a_panel_decides_and_what_was_never_done_is_told() -> None:
    rows = (
        takes("acetazolamide"),
        lab("bicarbonate", "22", "mmol/L", "2025-06-17"),
    )
    item = next(m for m in assessed(*rows).monitoring if m.what == "Bicarbonate, potassium")
    assert (item.last, item.due, item.is_overdue) == ("2025-06-17", "2025-09-17", True)
    assert "Never recorded: Potassium" in item.text


def test_masses_are_due_after_the_one_measured_longest_ago() -> None:
    def sized(mass_id: str, when: str) -> r.MassMeasurement:
        return r.MassMeasurement(patient="p", mass_id=mass_id, when=when, volume_ml="10")

    rows = (
        *(HIGH_P, HIP, mass("M2", "knee")),
        *(sized("M1", "2025-12-01"), sized("M2", "2025-03-01"), sized("M2", "2025-06-01")),
    )
    item = next(m for m in assessed(*rows).monitoring if m.what == "Size of all masses")
    assert (item.last, item.due) == ("2025-06-01", "2025-12-01")


def test_a_case_told_in_ages_has_no_dates() -> None:
    rows = (HIP, flagged("serum_phosphate", "high", "P14Y"))
    schedule = assessed(*rows).monitoring
    assert schedule
    assert {(item.last, item.due) for item in schedule} == {(None, None)}


def test_nothing_is_scheduled_after_death() -> None:
    assert not assessed(*HFTC, r.ClinicalEvent(patient="p", kind="death")).monitoring


@pytest.mark.parametrize(
    ("day", "every", "expected"),
    [
        (date(2025, 11, 30), "P3M", date(2026, 2, 28)),
        (date(2024, 2, 29), "P1Y", date(2025, 2, 28)),
        (date(2025, 1, 1), "P2W", date(2025, 1, 15)),
        (date(2025, 12, 31), "P1M", date(2026, 1, 31)),
    ],
)
def test_an_interval_is_added_by_the_calendar(day: date, every: str, expected: date) -> None:
    assert after(day, every) == expected


@pytest.mark.parametrize("every", ["", "P", "3 months", "P0.5Y"])
def test_an_interval_of_another_form_is_refused(every: str) -> None:
    with pytest.raises(ValueError, match="not a duration"):
        after(date(2025, 1, 1), every)


# What is missing, and the JSON.


def test_what_the_record_lacks_is_told_in_plain_words() -> None:
    told = " ".join(assessed(HIGH_P, HIP).missing)
    assert "PTH" in told
    assert "Kidney function" in told
    assert "1,25-dihydroxyvitamin D" in told
    assert "Great toes" in " ".join(assessed(present("heterotopic_ossification")).missing)


def test_json_has_the_shape_of_the_contract() -> None:
    told = json.loads(json.dumps(to_json(assessed(*HFTC, present("great_toe_malformation")))))
    assert set(told) >= {
        *("patient_id", "guidance_version", "differential", "alerts", "management"),
        *("next_tests", "monitoring", "missing"),
    }
    candidate = told["differential"][0]
    assert set(candidate) >= {"disorder", "cause", "standing", "score", "criteria"}
    criterion = candidate["criteria"][0]
    assert set(criterion) >= {"id", "status", "polarity", "text", "statements", "evidence"}
    assert set(told["alerts"][0]) >= {"id", "severity", "text", "forbids", "statements", "because"}
    assert set(told["management"][0]) >= {"id", "action", "text", "strength", "statements"}
    assert set(told["next_tests"][0]) >= {"test", "text", "separates", "why"}
    assert set(told["monitoring"][0]) >= {"what", "every", "last", "due", "statements"}
