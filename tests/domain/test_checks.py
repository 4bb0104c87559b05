"""What is impossible is refused with the rule; what is unlikely is kept with a warning."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain import records as r
from desktop.domain.analytes import canonical_quantity
from desktop.domain.checks import check, errors
from desktop.domain.consent_checks import against_others

PATIENT = r.Patient(patient_id="P1", birth_date="2001-05-01")


def lab(**cells: str) -> r.LabResult:
    """A phosphate result with these cells changed."""
    given = {"analyte": "serum_phosphate", "value": "5.0", "unit": "mg/dL"} | cells
    return r.LabResult(patient=PATIENT.id, **given)  # type: ignore[arg-type]  # cells are texts


def refused(record: r.Record) -> list[str]:
    """The columns for which a record is refused."""
    return [problem.column for problem in errors(check(record, PATIENT))]


def warned(record: r.Record) -> list[str]:
    """The columns for which a record is kept with a warning."""
    return [p.column for p in check(record, PATIENT) if p.level == "warning"]


def test_an_ordinary_result_passes_without_remark() -> None:
    assert check(lab(when="2020-01-01"), PATIENT) == ()


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"unit": "meq/L"}, "unit"),
        ({"unit": ""}, "unit"),
        ({"value": "5,0"}, "value"),
        ({"value": "1e999"}, "value"),
        ({"value": "", "unit": ""}, "value"),
        ({"value": "", "flag": "high"}, "value"),
        ({"when": "01/02/2020"}, "when"),
        ({"when": "2000-01-01"}, "when"),
        ({"flag": "H"}, "flag"),
        ({"ref_low": "5", "ref_high": "3"}, "ref_low"),
        ({"analyte": "serum_phosphat"}, "analyte"),
        ({"analyte": "2777-2"}, "analyte"),
    ],
)
def test_a_result_that_breaks_a_rule_is_refused_at_its_cell(
    cells: dict[str, str], column: str
) -> None:
    assert refused(lab(**cells)) == [column]


def test_a_flag_alone_is_a_result() -> None:
    assert check(lab(value="", unit="", flag="high"), PATIENT) == ()


@pytest.mark.parametrize("value", ["0.1", "50", "-3"])
def test_a_number_is_never_refused_for_its_size(value: str) -> None:
    assert refused(lab(value=value)) == []
    assert warned(lab(value=value)) == ["value"]


def test_a_molar_code_with_a_mass_unit_trusts_the_unit_and_says_so() -> None:
    record = lab(analyte="14879-1")
    assert refused(record) == []
    assert warned(record) == ["analyte"]


def test_an_unknown_loinc_code_is_kept_verbatim() -> None:
    record = lab(analyte="2857-1", value="3", unit="ng/mL")
    assert refused(record) == []
    assert warned(record) == ["analyte"]


def test_an_unknown_analyte_without_a_unit_is_kept_verbatim() -> None:
    assert refused(lab(analyte="urine pH", value="6", unit="")) == []


def test_a_mass_that_is_gone_has_no_size() -> None:
    gone = r.MassMeasurement(patient=PATIENT.id, mass_id="M1", not_detectable="yes", length_mm="10")
    assert refused(gone) == ["length_mm"]


@pytest.mark.parametrize("size", ["0", "-4"])
def test_a_size_of_nothing_is_refused(size: str) -> None:
    measured = r.MassMeasurement(patient=PATIENT.id, mass_id="M1", length_mm=size)
    assert refused(measured) == ["length_mm"]


def test_a_treatment_cannot_stop_before_it_starts() -> None:
    treatment = r.Treatment(
        patient=PATIENT.id, agent="sevelamer", start_when="2020", stop_when="2019-05"
    )
    assert refused(treatment) == ["stop_when"]


def test_partial_dates_that_may_agree_are_not_refused() -> None:
    treatment = r.Treatment(
        patient=PATIENT.id, agent="sevelamer", start_when="2020-06-01", stop_when="2020"
    )
    assert refused(treatment) == []


@pytest.mark.parametrize(("feature", "level"), [("HP:12", "error"), ("odd gait", "warning")])
def test_a_feature_is_a_key_an_hpo_id_or_free_text(feature: str, level: str) -> None:
    finding = r.Finding(patient=PATIENT.id, feature=feature, status="present")
    assert [problem.level for problem in check(finding)] == [level]


def test_a_birth_date_cannot_be_an_age() -> None:
    assert refused(r.Patient(patient_id="P2", birth_date="P3Y")) == ["birth_date"]


def test_a_choice_that_is_nearly_right_is_named() -> None:
    (problem,) = check(r.Patient(patient_id="P2", sex="femal"))
    assert "female" in problem.rule


@pytest.mark.parametrize(
    ("analyte", "unit"),
    [
        ("serum_phosphate", "mg/dl"),
        ("serum_phosphate", "mmol/l"),
        ("serum_phosphate", "MG / DL"),
        ("creatinine", "µmol/L"),
        ("creatinine", "μmol/l"),
        ("urine_calcium_24h", "mg/24h"),
        ("urine_calcium_24h", "mg/day"),
        ("egfr", "mL/min/1.73m2"),
        ("egfr", "ml/min/1.73 m²"),
        ("wbc", "x10^9/L"),
        ("calcium_phosphate_product", "mg²/dL²"),
        ("serum_calcium_total", "mEq/L"),
        ("pth", "PG/ML"),
        ("25_oh_vitamin_d", "mcg/L"),
    ],
)
def test_usual_spellings_of_a_unit_that_belongs_are_accepted(analyte: str, unit: str) -> None:
    assert refused(lab(analyte=analyte, unit=unit)) == []


@pytest.mark.parametrize(
    ("analyte", "unit"),
    [
        ("serum_phosphate", "mEq/L"),
        ("serum_phosphate", "mg/dL PO4"),
        ("serum_phosphate", "g/dL"),
        ("fgf23_intact", "RU/mL"),
        ("fgf23_c_terminal", "pg/mL"),
        ("albumin", "mg/dL"),
    ],
)
def test_a_unit_that_cannot_belong_is_refused(analyte: str, unit: str) -> None:
    assert refused(lab(analyte=analyte, unit=unit)) == ["unit"]


def test_a_spelling_is_read_as_the_unit_that_it_means() -> None:
    quantity = canonical_quantity(lab(value="1.60", unit="MMOL/l"))
    assert quantity is not None
    assert quantity.unit == "mg/dL"
    assert quantity.value == pytest.approx(4.955, abs=0.001)  # 1.60 / 0.3229


def test_a_test_without_a_result_needs_neither_number_nor_flag() -> None:
    for state in ("pending", "not_measured"):
        assert check(lab(value="", unit="", state=state), PATIENT) == ()


@pytest.mark.parametrize("cells", [{}, {"value": "", "flag": "high"}, {"comparator": "<"}])
def test_a_test_without_a_result_cannot_have_one(cells: dict[str, str]) -> None:
    assert refused(lab(state="pending", **cells)) == ["state"]


@pytest.mark.parametrize("column", ["split_from", "merged_into"])
@pytest.mark.parametrize("own", ["M1", " M1", "M1 "])
def test_a_mass_neither_splits_from_nor_merges_into_itself(column: str, own: str) -> None:
    mass = r.Mass(patient=PATIENT.id, mass_id="M1 ", site="hip", **{column: own})  # type: ignore[arg-type]  # cells are texts
    assert refused(mass) == [column]
    other = r.Mass(patient=PATIENT.id, mass_id="M1", site="hip", **{column: "M2"})  # type: ignore[arg-type]  # cells are texts
    assert check(other, PATIENT) == ()


def test_a_mass_without_links_passes() -> None:
    assert check(r.Mass(patient=PATIENT.id, mass_id="M1", site="hip"), PATIENT) == ()


@pytest.mark.parametrize("every", ["P3M", "P2W", "P1Y6M", "never", " P3M "])
def test_an_own_interval_is_a_duration_or_never(every: str) -> None:
    assert check(r.OwnInterval(patient=PATIENT.id, rule="labs", every=every), PATIENT) == ()


@pytest.mark.parametrize("every", ["3 months", "P", "P0D", "2021", "Never", "P3M from now", ""])
def test_an_own_interval_that_is_neither_is_refused(every: str) -> None:
    assert refused(r.OwnInterval(patient=PATIENT.id, rule="labs", every=every)) == ["every"]


@pytest.mark.parametrize(
    ("recorded", "purpose", "status", "is_contradiction"),
    [
        ("", "research", "given", False),
        ("research", "research", "given", False),
        ("registry", "research", "refused", False),
        ("registry", "images", "given", False),
        ("registry", "research", "given", True),
        ("research", "research", "withdrawn", True),
        ("registry", "registry", "refused", True),
        ("withdrawn", "registry", "given", True),
        ("none", "contact", "given", True),
        ("none", "research", "refused", False),
    ],
)
def test_a_consent_that_the_patients_own_record_denies_is_kept_with_a_warning(
    recorded: str, purpose: str, status: str, *, is_contradiction: bool
) -> None:
    patient = r.Patient(patient_id="P1", consent=recorded)
    consent = r.Consent(patient=patient.id, purpose=purpose, status=status, when="2021")
    found = check(consent, patient)
    assert errors(found) == ()
    assert [problem.column for problem in found] == (["status"] if is_contradiction else [])


def test_two_answers_of_one_day_for_one_purpose_are_told() -> None:
    given = r.Consent(patient=PATIENT.id, purpose="research", status="given", when="2021-01-01")
    refusal = replace(given, id="other", status="refused")
    later = replace(refusal, when="2022-01-01")
    assert [p.level for p in against_others(given, (given, refusal))] == ["warning"]
    assert list(against_others(given, (given, later))) == []


def test_what_is_put_off_has_a_limit_and_a_reason() -> None:
    mark = r.WorklistMark(patient=PATIENT.id, item="phosphate", action="snoozed", when="2021-01-01")
    assert refused(mark) == ["until_when", "reason"]
    assert refused(replace(mark, until_when="2020-12-31", reason="away")) == ["until_when"]
    assert refused(replace(mark, until_when="2021-02-01", reason="away")) == []
    assert refused(replace(mark, action="done")) == []


def test_a_silence_does_not_end_before_it_began() -> None:
    silence = r.Silence(patient=PATIENT.id, rule="a", reason="known", when="2021-02-01")
    assert refused(replace(silence, ended="2021-01-31")) == ["ended"]
    assert refused(replace(silence, ended="2021-02-01T10:00:00Z")) == []


def test_a_relative_may_be_born_before_the_patient_but_is_never_the_patient() -> None:
    mother = r.Relative(patient=PATIENT.id, relation="mother", sex="female", birth_date="1970")
    assert check(mother, PATIENT) == ()
    assert refused(replace(mother, relative_id=" P1 ")) == ["relative_id"]
    assert warned(replace(mother, sex="male")) == ["sex"]


@pytest.mark.parametrize(("pain", "columns"), [("0", []), ("10", []), ("11", ["pain"])])
def test_pain_is_told_from_0_to_10(pain: str, columns: list[str]) -> None:
    measured = r.MassMeasurement(patient=PATIENT.id, mass_id="M1", length_mm="4", pain=pain)
    assert refused(measured) == columns
