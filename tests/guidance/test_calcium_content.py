"""Very high and very low calcium, calcium that is treatment, and results without a range."""

from __future__ import annotations

import pytest

from desktop.domain import records as r
from tests.guidance.making import alert_ids, assessed, flagged, lab, mass, present, takes

HIGH_P = flagged("serum_phosphate", "high")
HIGH_CA, LOW_CA = flagged("serum_calcium_total", "high"), flagged("serum_calcium_total", "low")
KNOWN = present("hypoparathyroidism")


def calcium(value: str, unit: str = "mg/dL", analyte: str = "serum_calcium_total") -> r.LabResult:
    return lab(analyte, value, unit, "2025-12-01")


# 14 mg/dL (3.5 mmol/L) and 7.5 mg/dL (1.9 mmol/L): emergencies by general clinical knowledge.


@pytest.mark.parametrize(
    ("result", "is_urgent"),
    [
        (calcium("14.5"), True),
        (calcium("3.6", "mmol/L"), True),
        (calcium("13.0"), False),
        (calcium("1.6", "mmol/L", "serum_calcium_ionised"), False),
    ],
)
def test_very_high_calcium_is_urgent_without_other_signs(
    result: r.LabResult, *, is_urgent: bool
) -> None:
    told = assessed(result, birth="1980-01-01")
    assert ("calcium-severe" in alert_ids(told)) is is_urgent


@pytest.mark.parametrize(
    ("result", "is_urgent"),
    [
        (calcium("6.4"), True),
        (calcium("1.7", "mmol/L"), True),
        (calcium("8.0"), False),
        (calcium("1.20", "mmol/L", "serum_calcium_ionised"), False),
        (calcium("1.05", "mmol/L", "serum_calcium_ionised"), False),
    ],
)
def test_very_low_calcium_is_urgent_without_cramps(result: r.LabResult, *, is_urgent: bool) -> None:
    told = assessed(result, birth="1980-01-01")
    assert ("calcium-low-urgent" in alert_ids(told)) is is_urgent


def test_a_total_calcium_of_the_size_of_ionized_calcium_is_questioned() -> None:
    # A published case prints "calcium 4.8 mg/dL (normocalcemia)", which is ionized calcium.
    assert "calcium-fraction" in alert_ids(assessed(calcium("4.8"), birth="1980-01-01"))
    assert "calcium-fraction" not in alert_ids(assessed(calcium("6.4"), birth="1980-01-01"))
    ionized = calcium("1.20", "mmol/L", "serum_calcium_ionised")
    assert "calcium-fraction" not in alert_ids(assessed(ionized, birth="1980-01-01"))


# Under treatment for hypoparathyroidism one sheet must not say both "take none" and "never stop".


@pytest.mark.parametrize("sign", ["confusion_or_encephalopathy", "acute_kidney_injury"])
def test_high_calcium_under_treatment_never_tells_the_patient_to_stop_it(sign: str) -> None:
    told = assessed(KNOWN, HIGH_CA, takes("calcium_carbonate"), takes("calcitriol"), present(sign))
    assert "calcium-severe-on-treatment" in alert_ids(told)
    assert not alert_ids(told) & {"calcium-severe", "calcium-high-on-treatment"}
    plan = {item.id for item in told.management}
    assert not plan & {"mc-stop", "mc-alkali", "mc-vitamin-d"}
    words = " ".join([a.patient_text for a in told.alerts])
    words += " ".join([item.patient_text for item in told.management])
    assert "Do not take any calcium" not in words
    assert "Stop your calcium" not in words
    assert "go to the hospital now" in words


def test_without_such_treatment_high_calcium_with_confusion_stops_calcium() -> None:
    told = assessed(HIGH_CA, takes("calcium_carbonate"), present("confusion_or_encephalopathy"))
    assert "calcium-severe" in alert_ids(told)
    assert "calcium-severe-on-treatment" not in alert_ids(told)
    assert "mc-alkali" in {item.id for item in told.management}


def test_vitamin_d_is_not_stopped_while_calcium_is_low() -> None:
    excess = (present("vitamin_d_excess_intake"), flagged("25_oh_vitamin_d", "high"))
    now_low = flagged("serum_calcium_total", "low", "2025-11-01")
    told = assessed(*excess, flagged("serum_calcium_total", "high", "2024-01-01"), now_low)
    assert "mc-vitamin-d" not in {item.id for item in told.management}


def test_the_plan_for_tumoral_calcinosis_forbids_no_calcium_while_calcium_is_low() -> None:
    rows = (HIGH_P, mass("M1", "hip"), flagged("creatinine", "normal"))
    low = {item.id for item in assessed(*rows, LOW_CA).management}
    normal = {i.id for i in assessed(*rows, flagged("serum_calcium_total", "normal")).management}
    assert "hftc-binder" in low & normal
    assert "hftc-avoid" in normal
    assert "hftc-avoid" not in low


def test_under_treatment_phosphate_is_not_called_high_when_it_was() -> None:
    told = assessed(
        flagged("serum_phosphate", "high", "2020-01-01"),
        flagged("serum_phosphate", "normal", "2025-10-01"),
        flagged("1_25_oh2_vitamin_d", "high", "2020-01-01"),
        flagged("creatinine", "normal"),
        mass("M1", "hip"),
        takes("sevelamer"),
    )
    named = {"avoid-oral-phosphate", "avoid-vitamin-d-phosphate"}
    found = [a for a in told.alerts if a.id in named]
    assert len(found) == len(named)
    assert all("was before treatment" in a.text for a in found)
    assert all("is or was too high" in a.patient_text for a in found)


def test_what_is_urgent_is_told_before_other_cautions() -> None:
    told = assessed(KNOWN, HIGH_CA, HIGH_P, present("confusion_or_encephalopathy"))
    warnings = [a.id for a in told.alerts if a.severity == "warning"]
    assert warnings[0] == "calcium-severe-on-treatment"
    assert "avoid-oral-phosphate" in warnings


# Potassium and bicarbonate without a printed range: 3.5 and 18 mmol/L stand in.


@pytest.mark.parametrize(
    ("result", "alert", "is_told"),
    [
        (lab("potassium", "2.9", "mmol/L", "2025-12-01"), "potassium", True),
        (lab("potassium", "4.1", "mmol/L", "2025-12-01"), "potassium", False),
        (lab("potassium", "3.4", "mmol/L", "2025-12-01", ref_low="3.3"), "potassium", False),
        (lab("bicarbonate", "14", "mmol/L", "2025-12-01"), "acidosis", True),
        (lab("bicarbonate", "21", "mmol/L", "2025-12-01"), "acidosis", False),
    ],
)
def test_a_low_result_without_a_range_is_a_caution_under_acetazolamide(
    result: r.LabResult, alert: str, *, is_told: bool
) -> None:
    told = alert_ids(assessed(takes("acetazolamide"), result, birth="1980-01-01"))
    assert (f"acetazolamide-{alert}-running" in told) is is_told
