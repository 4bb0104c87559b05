"""Alerts: FOP precautions, drug cautions, allergies, and rules that fail."""

from __future__ import annotations

import pytest

from desktop.domain import records as r
from desktop.guidance import assess as assess_module
from tests.guidance.making import (
    absent,
    alert_ids,
    allergy,
    assessed,
    assessment_of,
    case_of,
    first_of,
    flagged,
    forbidden,
    lab,
    mass,
    present,
    standing_of,
    takes,
    variant,
)

HIGH_P = flagged("serum_phosphate", "high")
HIGH_CA, LOW_CA = flagged("serum_calcium_total", "high"), flagged("serum_calcium_total", "low")
HIP = mass("M1", "hip")
STOPS = {"surgical_excision", "biopsy", "intramuscular_injection", "mandibular_block"}


@pytest.mark.parametrize(
    "rows",
    [
        (present("great_toe_malformation"),),
        (variant("ACVR1", "heterozygous"),),
        (present("neck_back_hard_masses"),),
        (present("episodic_soft_tissue_swellings"),),
        (present("heterotopic_ossification", site="chest_wall"), present("trismus")),
        (present("heterotopic_ossification"), present("spinal_ankylosis")),
        (present("trismus", "P14Y"), present("soft_tissue_calcification", "P14Y")),
        (present("muscle_ossification", "P9Y"), present("multifocal_masses", "P9Y")),
    ],
)
def test_fop_precautions_hold_while_fop_is_possible(rows: tuple[r.Record, ...]) -> None:
    assessment = assessed(*rows)
    assert standing_of(assessment, "fop") in ("possible", "probable", "established")
    assert forbidden(assessment, "contraindication") >= STOPS
    stop = next(a for a in assessment.alerts if a.id == "fop-no-surgery")
    assert stop.because
    assert "FOP" in stop.short


@pytest.mark.parametrize(
    "rows",
    [
        (HIGH_P, HIP),
        (HIP,),
        (present("dialysis"), HIP, present("heterotopic_ossification")),
        (present("trauma_history"), present("heterotopic_ossification", site="thigh")),
        (present("neurological_injury"), present("heterotopic_ossification"), present("trismus")),
        (HIGH_P, present("heterotopic_ossification"), present("joint_ankylosis")),
        (present("trismus", "P63Y"), present("soft_tissue_calcification", "P63Y")),
        (present("scoliosis"), present("hearing_impairment")),
        (),
    ],
)
def test_fop_precautions_never_appear_where_nothing_points_to_it(
    rows: tuple[r.Record, ...],
) -> None:
    assert not forbidden(assessed(*rows), "contraindication") & STOPS


def test_fop_precautions_hold_for_a_diagnosis_that_is_only_held_in_the_record() -> None:
    for status in ("suspected", "confirmed", ""):
        assessment = assessed(diagnosis="fop", diagnosis_status=status)
        assert forbidden(assessment, "contraindication") >= STOPS


def test_fop_that_was_ruled_out_stays_listed_as_cleared_and_forbids_nothing() -> None:
    toes = present("great_toe_malformation")
    assessment = assessed(toes, diagnosis="fop", diagnosis_status="ruled_out")
    cleared = next(a for a in assessment.alerts if a.id == "fop-no-surgery")
    assert cleared.cleared
    assert cleared.severity == "info"
    assert not forbidden(assessment, "contraindication") & STOPS


def test_fop_ruled_out_by_a_dated_finding_shows_the_date() -> None:
    assessment = assessed(present("great_toe_malformation"), absent("fop", "2022-02-08"))
    cleared = next(a for a in assessment.alerts if a.cleared)
    assert cleared.short.replace("\u2011", "-") == "FOP ruled out 08-Feb-2022"


def test_no_alert_forbids_life_saving_care_and_sarcoma_is_never_silenced() -> None:
    assessment = assessed(
        present("great_toe_malformation"), present("solid_or_infiltrative_component")
    )
    assert "sarcoma-red-flag" in alert_ids(assessment)
    stop = next(a for a in assessment.alerts if a.id == "fop-no-surgery")
    assert "saves life" in stop.text


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((HIGH_P, HIP), {"calcium_based_binder", "oral_phosphate"}),
        ((HIGH_CA,), {"calcium_based_binder", "vitamin_d"}),
        ((HIGH_P, HIP, flagged("1_25_oh2_vitamin_d", "normal")), {"vitamin_d", "oral_phosphate"}),
        ((HIGH_P, HIGH_CA), {"calcium_based_binder", "vitamin_d", "oral_phosphate"}),
        ((lab("calcium_phosphate_product", "67", "mg2/dL2"),), {"calcium_based_binder"}),
    ],
)
def test_drug_cautions_follow_phosphate_and_calcium(
    rows: tuple[r.Record, ...], expected: set[str]
) -> None:
    assert forbidden(assessed(*rows)) >= expected


@pytest.mark.parametrize(
    "rows",
    [
        (HIGH_P, LOW_CA),
        (HIGH_P, LOW_CA, flagged("pth", "low"), flagged("1_25_oh2_vitamin_d", "normal")),
        (HIGH_P, present("pseudohypoparathyroidism")),
        (HIGH_P, present("hypoparathyroidism"), HIGH_CA),
    ],
)
def test_calcium_and_vitamin_d_are_never_forbidden_where_they_are_treatment(
    rows: tuple[r.Record, ...],
) -> None:
    assessment = assessed(*rows)
    assert not forbidden(assessment) & {"calcium_based_binder", "vitamin_d"}
    assert "oral_phosphate" in forbidden(assessment)
    assert "calcium-specialist" in alert_ids(assessment)


def test_no_drug_caution_without_a_reason() -> None:
    drugs = {"calcium_based_binder", "vitamin_d", "oral_phosphate", "burosumab", "acetazolamide"}
    normal = (flagged("serum_phosphate", "normal"), flagged("serum_calcium_total", "normal"))
    assert not forbidden(assessed(HIP, *normal)) & drugs
    assert not forbidden(assessed()) & drugs


def test_cautions_stay_while_phosphate_is_normal_under_treatment() -> None:
    rows = (
        HIP,
        flagged("serum_phosphate", "high", "2020-01-01"),
        flagged("serum_phosphate", "normal", "2022-01-01"),
        takes("sevelamer"),
    )
    assert {"calcium_based_binder", "oral_phosphate"} <= forbidden(assessed(*rows))


def test_burosumab_is_forbidden_in_low_fgf23_disease() -> None:
    assert "burosumab" in forbidden(assessed(HIGH_P, HIP), "contraindication")


@pytest.mark.parametrize(
    ("rows", "alert"),
    [
        ((HIGH_P, HIP, allergy("co-trimoxazole")), "acetazolamide-sulfonamide"),
        ((takes("acetazolamide"), flagged("potassium", "low")), "acetazolamide-potassium-running"),
        (
            (takes("acetazolamide"), lab("egfr", "22", "mL/min/{1.73_m2}")),
            "acetazolamide-kidney-running",
        ),
        ((takes("acetazolamide"), takes("aspirin")), "acetazolamide-salicylate"),
        ((takes("sevelamer"), takes("levothyroxine")), "sevelamer-spacing"),
        ((takes("probenecid"), takes("methotrexate")), "probenecid-interactions"),
        ((takes("aluminium_hydroxide"), present("renal_impairment")), "aluminum-kidney"),
        ((takes("warfarin"), HIP), "warfarin-calcinosis"),
        ((takes("palovarotene"),), "palovarotene-pregnancy"),
        ((takes("burosumab"), HIGH_P), "burosumab-running"),
        ((takes("calcium_acetate"), HIGH_P), "calcium-binder-running"),
        ((HIP, present("nerve_compression")), "nerve-compression"),
        ((HIP, r.ClinicalEvent(patient="p", kind="ulceration")), "ulcer-infection"),
    ],
)
def test_cautions_by_treatment_result_allergy_and_complication(
    rows: tuple[r.Record, ...], alert: str
) -> None:
    assert alert in alert_ids(assessed(*rows))


@pytest.mark.parametrize(
    ("agent", "rows", "action"),
    [
        ("acetazolamide", (HIGH_P, HIP, allergy("co-trimoxazole")), "acetazolamide"),
        ("acetazolamide", (HIGH_P, HIP, flagged("potassium", "low")), "acetazolamide"),
        ("calcium_acetate", (HIGH_P, HIP), "calcium_based_binder"),
        ("calcitriol", (HIGH_CA,), "vitamin_d"),
        ("oral_phosphate", (HIGH_P, HIP), "oral_phosphate"),
        ("burosumab", (HIGH_P, HIP), "burosumab"),
    ],
)
def test_a_drug_in_use_is_reviewed_since_when_and_not_forbidden_to_start(
    agent: str, rows: tuple[r.Record, ...], action: str
) -> None:
    told = [a for a in assessed(*rows, takes(agent)).alerts if action in a.forbids]
    assert [a.id for a in told if not a.id.endswith("-running")] == []
    assert len(told) == 1
    assert "since 01\u2011Jan\u20112020" in told[0].text
    assert told[0].text.startswith("In use: ")
    assert "Do not start" not in told[0].text


def test_reasons_are_few_and_none_is_told_twice() -> None:
    highs = [
        lab("serum_phosphate", value, "mg/dL", f"20{year}-01-01", ref_low="2.5", ref_high="4.5")
        for year, value in ((20, "5.1"), (21, "7.4"), (22, "5.3"), (23, "5.6"), (24, "5.2"))
    ]
    for alert in assessed(*highs, HIP, takes("sevelamer"), allergy("co-trimoxazole")).alerts:
        assert len(alert.because) <= 3
        assert len(set(alert.because)) == len(alert.because)
    caution = next(a for a in assessed(*highs, HIP).alerts if a.id == "avoid-oral-phosphate")
    assert "5.2 mg/dL" in caution.because[0]


def test_a_stopped_drug_raises_no_alert() -> None:
    rows = (takes("acetazolamide", stop="2021-01-01"), flagged("potassium", "low"))
    assert not [name for name in alert_ids(assessed(*rows)) if name.startswith("acetazolamide")]


def test_every_present_allergy_is_an_alert_and_silence_about_allergies_is_missing() -> None:
    told = assessed(allergy("co-trimoxazole", "rash"), allergy("latex"))
    shorts = [a.short for a in told.alerts if a.id.startswith("allergy.")]
    assert shorts == ["Allergy: co-trimoxazole (rash)", "Allergy: latex"]
    assert not [text for text in told.missing if "llergies" in text]
    assert not alert_ids(assessed()), "an alert for everyone is worse than none"
    assert [text for text in assessed().missing if text.startswith("Allergies are not recorded")]
    asked = assessed(allergy("none", status="none_known"))
    assert not [a for a in asked.alerts if "llerg" in a.id]


def test_contraindications_come_first_then_allergies_then_the_rest() -> None:
    assessment = assessed(allergy("latex"), HIGH_P, HIP, present("great_toe_malformation"))
    order = [("allergy" if a.id.startswith("allergy.") else a.severity) for a in assessment.alerts]
    places = {"contraindication": 0, "allergy": 1, "warning": 2, "info": 3}
    assert [places[kind] for kind in order] == sorted(places[kind] for kind in order)


def test_a_disputed_range_is_told_and_treated_with_caution() -> None:
    printed = lab("serum_phosphate", "7.0", "mg/dL", "P23Y", ref_low="4", ref_high="7")
    assessment = assessed(printed, HIP)
    assert "phosphate-range-disputed" in alert_ids(assessment)
    assert "oral_phosphate" in forbidden(assessment)


def test_a_rule_that_fails_is_shown_and_the_others_still_count(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> object:
        message = "Jane Doe, phosphate 6.8"
        raise ZeroDivisionError(message)

    monkeypatch.setattr(assess_module, "candidate", broken)
    assessment = assessment_of(case_of(HIGH_P, HIP))
    assert len(assessment.failures) == len(assessment.differential)
    (failed,) = [a for a in assessment.alerts if a.id.startswith("failed.")]
    assert "could not be applied" in failed.text
    assert all(failure.rule in failed.text for failure in assessment.failures)
    assert "calcium_based_binder" in forbidden(assessment)
    assert first_of(assessment) == "hyperphosphatemic_tumoral_calcinosis"
    assert "Jane Doe" not in caplog.text


def test_a_record_that_cannot_be_read_is_shown_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> object:
        raise KeyError

    monkeypatch.setattr(assess_module, "facts_of", broken)
    assessment = assessment_of(case_of(HIGH_P, HIP))
    assert "failed.record.all" in alert_ids(assessment)
