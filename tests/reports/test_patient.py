"""The patient's sheet: plain words, nothing but the record, and never a prognosis."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.charts.labs import phosphate_trend
from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.errors import UserError
from desktop.domain.when import parse_when
from desktop.guidance.assessment import Alert, Monitoring
from desktop.measures.derived import derive
from desktop.reports.patient import patient_pdf, plain_trend
from desktop.reports.patient_sheet import PatientSheet, patient_sheet, untold
from desktop.reports.plain_words import in_words, watched
from tests.reports.examples import (
    IMPRINT,
    P,
    dossier,
    empty_dossier,
    full_assessment,
    full_case,
    full_dossier,
    lab,
)
from tests.reports.reading import read


def _sheet(case: Case) -> PatientSheet:
    return patient_sheet(dossier(case), IMPRINT)


def _phosphates(*results: tuple[str, str]) -> Case:
    labs = tuple(lab("serum_phosphate", value, "mg/dL", when) for when, value in results)
    return replace(full_case(), labs=labs)


def _alert(**more: str) -> Alert:
    return Alert(
        id=more["id"],
        severity="contraindication" if "severity" in more else "warning",
        text="For clinicians.",
        short="Short",
        patient_text=more.get("patient", ""),
    )


def test_the_sheet_takes_two_pages_with_headings_as_bookmarks() -> None:
    made = read(patient_pdf(full_dossier(), IMPRINT))
    assert len(made.pages) == 2
    assert made.title == "Your calcinosis summary"
    assert made.bookmarks == (
        "What you have",
        "Your phosphate is at the edge of the usual range",
        "Your lumps",
        "Your medicines and food",
        "What to avoid: show this to every doctor, dentist and pharmacist",
        "Call us the same day if",
        "What happens next",
        "Words we used",
    )


def test_numbers_come_with_unit_and_long_date() -> None:
    text = read(patient_pdf(full_dossier(), IMPRINT)).text
    assert "On 8 February 2022 it was 6.8. On 11 November 2025 it was 5.1 mg/dL." in text
    assert "The usual range at your age then was 3.1 to 4.7." in text
    # No letter of a flag, no abbreviated month in what the patient reads.
    assert "5.1 H" not in text
    assert "6.8 H" not in text


def test_only_the_diagnosis_that_the_clinic_holds_is_told() -> None:
    case = full_case()
    suspected = _sheet(case).what[0]
    assert suspected.startswith("You probably have tumoral calcinosis with high phosphate.")
    confirmed = replace(case.patient, diagnosis_status="confirmed")
    assert _sheet(replace(case, patient=confirmed)).what[0].startswith("You have tumoral")
    for patient in (
        replace(case.patient, diagnosis=""),
        replace(case.patient, diagnosis_status="ruled_out"),
        replace(case.patient, diagnosis="soft_tissue_sarcoma"),
    ):
        assert "still finding out" in _sheet(replace(case, patient=patient)).what[0]


@pytest.mark.parametrize(
    ("results", "title"),
    [
        # Reference range for women from 16 years: 3.1 to 4.7 mg/dL.
        ((("2025-11-11", "6.0"),), "Your phosphate is high"),
        (
            (("2024-11-11", "7.0"), ("2025-11-11", "6.0")),
            "Your phosphate is lower than before, but still high",
        ),
        ((("2024-11-11", "6.0"), ("2025-11-11", "7.0")), "Your phosphate is high"),
        ((("2024-11-11", "7.0"), ("2025-11-11", "4.0")), "Your phosphate is in the usual range"),
        ((("2025-11-11", "2.0"),), "Your phosphate is low"),
    ],
)
def test_phosphate_is_told_by_its_latest_verdict(
    results: tuple[tuple[str, str], ...], title: str
) -> None:
    told = _sheet(_phosphates(*results)).phosphate
    assert told is not None
    assert told[0] == title


def test_phosphate_that_was_never_measured_is_not_spoken_of() -> None:
    assert _sheet(_phosphates()).phosphate is None


def test_lumps_are_told_by_how_they_grow_and_unknown_stays_unknown() -> None:
    lumps = _sheet(full_case()).lumps
    assert [how for _, how in lumps] == [
        "growing",  # 33 to 70 mL in three years
        "growing",
        "about the same",
        "not clear yet",  # grew, then shrank
        "too early to say",
    ]
    assert lumps[2][0] == "Left elbow (M3)"


def test_a_medicine_that_was_stopped_is_not_listed_and_one_to_be_stopped_is() -> None:
    case = full_case()
    first, second, third = case.treatments
    stopped = replace(first, stop_when="2024-01-01")
    later = replace(second, stop_when="2026-03-01")
    names = [
        name for name, _ in _sheet(replace(case, treatments=(stopped, later, third))).medicines
    ]
    assert names == ["Sevelamer 800 mg", "Acetazolamide 250 mg"]


def test_a_medicine_without_plain_words_is_left_to_the_team() -> None:
    treatment = r.Treatment(id="t", patient=P, agent="something new", dose="5", dose_unit="mg")
    sheet = _sheet(replace(full_case(), treatments=(treatment,)))
    assert sheet.medicines == (("something new 5 mg", "Take it as your team told you."),)


@pytest.mark.parametrize("agent", ["acetazolamide", "probenecid", "calcium_carbonate"])
def test_no_effect_is_promised_that_the_guidance_doubts(agent: str) -> None:
    # Finer 2014: benefit without more phosphate in the urine. Probenecid: the label denies it.
    # Calcium carbonate is also the treatment of low calcium.
    treatment = r.Treatment(id="t", patient=P, agent=agent)
    ((_, how),) = _sheet(replace(full_case(), treatments=(treatment,))).medicines
    assert how == "Take it as your team told you."


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("none_known", "You have no known allergies."),
        ("unknown", "It is not known whether you have other allergies. Tell us."),
        ("present", "You are allergic to penicillin."),
    ],
)
def test_allergies_are_told_as_recorded(status: str, words: str) -> None:
    allergy = r.Allergy(id="a", patient=P, substance="penicillin", status=status)
    assert _sheet(replace(full_case(), allergies=(allergy,))).avoid[0] == words


def test_allergies_not_recorded_are_never_read_as_none() -> None:
    assert "not written down here" in _sheet(replace(full_case(), allergies=())).avoid[0]


def test_what_to_avoid_comes_from_the_guidance_worst_first_and_each_once() -> None:
    alerts = (
        _alert(id="a", patient="Take it apart."),
        _alert(id="b", patient="Never do this.", severity="contraindication"),
        _alert(id="c", patient="Take it apart."),
        _alert(id="d"),
        replace(_alert(id="e", patient="No longer."), cleared=True),
    )
    made = dossier(full_case(), replace(full_assessment(), alerts=alerts))
    assert patient_sheet(made, IMPRINT).avoid[1:] == ("Never do this.", "Take it apart.")
    assert [alert.id for alert in untold(made)] == ["d"]


def test_what_comes_next_is_in_order_of_time_with_the_overdue_first() -> None:
    def item(what: str, due: str | None, *, is_overdue: bool = False) -> Monitoring:
        return Monitoring(
            what=what, text="", every="P1Y", last=None, due=due, is_overdue=is_overdue
        )

    items = (
        item("Dental visit", None),
        item("CRP", "2026-05-01"),
        item("Size of all masses", "2025-01-01", is_overdue=True),
        item("Something new", "2026-02-10"),
    )
    made = dossier(full_case(), replace(full_assessment(), monitoring=items))
    assert patient_sheet(made, IMPRINT).next == (
        ("Now", "Measure all lumps"),
        ("By 10 February 2026", "Something new"),
        ("By 1 May 2026", "Blood test for swelling in the body"),
        ("We will arrange", "Visit to the dentist"),
    )


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("Blood count and creatinine (acetazolamide)", "Blood test (acetazolamide)"),
        ("Calcium, phosphate, PTH", "Blood test"),
        ("Phosphate, calcium, creatinine", "Blood test: phosphate, calcium, kidneys"),
        ("Eye examination (hydroxychloroquine)", "Eye examination (hydroxychloroquine)"),
    ],
)
def test_a_list_of_blood_values_is_one_blood_test(what: str, words: str) -> None:
    assert watched(what) == words


def test_phone_numbers_are_printed_or_leave_room_to_write() -> None:
    told = replace(IMPRINT, phones=(("Clinic", "555 0142"),))
    assert "Clinic 555 0142" in read(patient_pdf(full_dossier(), told)).text
    assert "____" in read(patient_pdf(full_dossier(), IMPRINT)).text


def test_an_empty_record_makes_no_claim() -> None:
    text = read(patient_pdf(empty_dossier(), IMPRINT)).text
    for words in ("No lump is on record.", "No medicine is on record.", "still finding out"):
        assert words in text


def test_no_sheet_is_made_for_a_patient_who_has_died() -> None:
    case = full_case()
    died = replace(case, patient=replace(case.patient, death_when="2025-01-01"))
    with pytest.raises(UserError, match="a death is recorded"):
        patient_pdf(dossier(died), IMPRINT)


@pytest.mark.parametrize("word", ["surviv", "mortality", "median", "life expectancy", "cure"])
def test_nothing_is_foretold(word: str) -> None:
    assert word not in read(patient_pdf(full_dossier(), IMPRINT)).text.lower()


def test_the_chart_for_patients_has_no_flags_and_no_lanes() -> None:
    case = full_case()
    spec = plain_trend(phosphate_trend(case, derive(case)))
    assert spec.lanes == ()
    assert [mark.text for mark in spec.marks] == [
        "Low-phosphate diet",
        "Sevelamer",
        "Acetazolamide",
    ]
    assert not any(point.flag for series in spec.series for point in series.points)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("2025-11-20", "20 November 2025"),
        ("2025-11", "November 2025"),
        ("2025", "2025"),
        ("2025-11-20T08:30", "20 November 2025"),
        ("P14Y", "age 14 y"),
        ("", "no date"),
    ],
)
def test_times_are_told_as_people_say_them(cell: str, words: str) -> None:
    assert in_words(parse_when(cell)) == words
