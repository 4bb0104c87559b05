"""The clinical summary as a reader finds it: the real bytes, read back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.guidance.assessment import Alert, Assessment, Status
from desktop.reports.clinician import clinician_pdf
from desktop.reports.imprint import Units
from tests.reports.examples import (
    AS_OF,
    IMPRINT,
    P,
    dossier,
    empty_assessment,
    empty_case,
    full_assessment,
    full_case,
    lab,
    measured,
    named,
)
from tests.reports.reading import Read, read

SECTIONS = (
    "Safety",
    "Summary",
    "Results",
    "Phosphate and treatment",
    "Findings and genetics",
    "Masses, 17\u2011Jun\u20112025",
    "Mass growth",
    "Best fit: Hyperphosphatemic tumoral calcinosis",
    "Plan",
    "Monitoring",
    "Sources",
)


def _pdf(
    case: Case, assessment: Assessment | None = None, *, units: Units = "conventional"
) -> bytes:
    return clinician_pdf(dossier(case, assessment), replace(IMPRINT, units=units))


def _read(
    case: Case, assessment: Assessment | None = None, *, units: Units = "conventional"
) -> Read:
    return read(_pdf(case, assessment, units=units))


def test_every_page_carries_identity_number_and_what_it_is_not() -> None:
    made = _read(full_case())
    assert len(made.pages) >= 2
    for number, page in enumerate(made.pages, 1):
        assert "ROMERO-VANCE, Lucia · 14\u2011May\u20112009 · CR-0142" in page
        assert f"page {number} of {len(made.pages)}" in page
        assert "Decision support. Not a diagnosis." in page
        assert "DEMO DATA" in page


def test_a_real_patient_is_not_marked_as_demonstration() -> None:
    case = full_case()
    made = _read(replace(case, patient=replace(case.patient, note="")))
    assert "DEMO DATA" not in made.text


def test_the_same_case_gives_the_same_bytes() -> None:
    assert _pdf(full_case()) == _pdf(full_case())


def test_all_fonts_are_embedded_and_none_is_a_standard_one() -> None:
    fonts = _read(full_case()).fonts
    assert {name for name, _ in fonts} == {
        "NotoSans-Regular",
        "NotoSans-Bold",
        "NotoSans-Italic",
        "NotoSansMath-Regular",
    }
    assert all(is_embedded for _, is_embedded in fonts)


def test_the_file_states_title_language_and_bookmarks_in_the_order_of_the_page() -> None:
    made = _read(full_case())
    assert made.title == "Clinical summary"
    assert made.language == "en"
    assert made.bookmarks == SECTIONS


def test_the_first_page_holds_identity_safety_and_summary_in_words() -> None:
    page = _read(full_case()).pages[0]
    for text in (
        "As of 20\u2011Nov\u20112025",
        "registry-main · Calcinosis Registry 0.1.0 · guidance 2025.3",
        "14\u2011May\u20112009 (16 y 6 m)",
        "448 120 936",
        "Allergy: co-trimoxazole (rash, 2017)",
        "Caution: Avoid calcium-based binders and vitamin D supplements.",
        "Cleared: No excision, no biopsy",
        "3 criteria met, 1 not met, 2 unknown",
        "Phosphate fell from 6.8 (08\u2011Feb\u20112022) to 5.1 mg/dL",
        "(11\u2011Nov\u20112025, −25 %)",
    ):
        assert text in page


def test_results_carry_flags_units_and_words_for_what_was_not_measured() -> None:
    text = _read(full_case()).text
    assert "Phosphate mg/dL 6.8 H" in text
    assert "Ca × P (calculated) mg²/dL²" in text
    assert "not measured" in text
    assert "conventional units" in text
    # Under 19 years the direct form is the default; Kenny-Glen stands beside it in the program.
    assert "TmP/GFR (direct) mg/dL" in text
    assert "Kenny-Glen" not in text
    assert "historical marker, no decision threshold" in text


def test_si_units_convert_what_is_shown_and_say_so() -> None:
    text = _read(full_case(), units="si").text
    # 6.8 x 0.3229 = 2.196
    assert "Phosphate mmol/L 2.20 H" in text
    assert "SI units" in text


def test_criteria_say_their_status_in_words_with_evidence_and_source() -> None:
    text = _read(full_case()).text
    assert "Met Phosphate high for age (decisive) 6.8 mg/dL H (4.0–5.2), 08-Feb-2022 TC-14" in text
    assert "Not met Ca × P above 75 Highest 65.5 mg²/dL² TC-06" in text
    assert "Unknown Urine calcium low (major) nothing recorded TC-17" in text
    assert "Unknown, of minor weight: Two variants in GALNT3, FGF23 or KL." in text


def test_what_speaks_against_is_told_apart_from_what_would() -> None:
    assessment = full_assessment()
    best, *others = assessment.differential
    stated: tuple[tuple[Status, str], ...] = (
        ("met", "Calcium high"),
        ("not_met", "Calcium low"),
        ("unknown", "True bone"),
    )
    against = [
        replace(best.criteria[0], id=text, polarity="against", status=status, text=text)
        for status, text in stated
    ]
    made = replace(best, criteria=(*best.criteria, *against))
    text = _read(full_case(), replace(assessment, differential=(made, *others))).text
    assert "Against Speaks against: Calcium high (decisive)" in text
    assert "Would speak against, does not hold: Calcium low. not known: True bone." in text
    assert "3 criteria met, 2 not met, 2 unknown" in text


def test_statements_of_the_source_are_kept_apart_from_later_literature() -> None:
    text = _read(full_case()).text
    sources = text[text.rindex("Statements of the source text") :]
    source, _, later = sources.partition("Later literature, not part of the source")
    assert "laboratory TC-14, TC-15 (qualified)" in source
    assert "TC-06 (superseded)" in source
    assert "PMID:11111111" in later
    assert "PMID:11111111" not in source


def test_a_case_with_nothing_but_an_id_says_in_words_what_is_missing() -> None:
    made = _read(empty_case(), empty_assessment())
    assert len(made.pages) == 1
    for text in (
        "name not recorded",
        "birth date not recorded",
        "Allergies not recorded",
        "No alert of the guidance applies to what is recorded.",
        "No laboratory result recorded.",
        "No mass recorded.",
        "No treatment recorded.",
        "name not recorded · birth date not recorded · X-1",
    ):
        assert text in made.text


def test_markup_in_patient_text_is_printed_and_not_obeyed() -> None:
    case = named(full_case(), "<b>A&B</b>", '<img src="x"/>')
    case = replace(
        case,
        patient=replace(case.patient, note='Fictional patient <font size="90">huge</font> &amp;'),
        allergies=(r.Allergy(id="a", patient=P, substance="</para><b>", reaction="<i>"),),
    )
    text = _read(case).text
    assert '<IMG SRC="X"/>, <b>A&B</b>' in text
    assert '<font size="90">huge</font> &amp;' in text
    assert "Allergy: </para><b> (<i>)" in text


@pytest.mark.parametrize(
    ("given", "family"),
    [("Łucja Żaneta", "Święcka-Źdźbło"), ("Ελένη", "Παπαδοπούλου"), ("Ђорђе", "Јовановић")],
)
def test_names_in_latin_greek_and_cyrillic_are_printed(given: str, family: str) -> None:
    made = _read(named(full_case(), given, family))
    for page in made.pages:
        assert f"{family.upper()}, {given}" in page
    assert "[U+" not in made.text


def test_very_long_texts_are_cut_visibly_and_the_page_holds() -> None:
    case = named(full_case(), "Given " * 40, "Family" * 40)
    case = replace(
        case,
        patient=replace(case.patient, note="Fictional patient " + "word " * 3000 + "x" * 3000),
        treatments=(replace(case.treatments[0], note="y" * 5000, frequency="often " * 200),),
    )
    made = _read(case)
    assert "(cut; whole text in registry)" in made.text
    assert all("CR-0142" in page for page in made.pages)


def test_sixty_results_show_first_and_last_times_and_count_the_rest() -> None:
    analytes = ("serum_phosphate", "serum_calcium_total", "magnesium", "urate", "creatinine")
    labs = [
        lab(key, f"{4 + year % 3}.5", "mg/dL", f"{2009 + year}-05-20")
        for year in range(12)
        for key in analytes
    ]
    case = replace(full_case(), labs=(*labs, lab("bicarbonate", "22", "mmol/L", "2012-05-20")))
    text = _read(case).text
    for time in ("20\u2011May\u20112009", "20\u2011May\u20112018", "20\u2011May\u20112020"):
        assert time in text
    assert "4 of 12 times shown." in text
    assert "Bicarbonate latest: 22, 20\u2011May\u20112012" in text


def test_twelve_masses_have_each_a_row_with_volume_and_time() -> None:
    case = full_case()
    names = [f"M{number}" for number in range(1, 13)]
    case = replace(
        case,
        procedures=(),
        masses=tuple(
            r.Mass(id=n, patient=P, mass_id=n, site="knee", side="left", first_when="2020")
            for n in names
        ),
        mass_measurements=tuple(
            measured(name, f"{year}-03-{day:02d}", str(10 + day))
            for day, name in enumerate(names, 1)
            for year in (2020, 2021, 2022)
        ),
    )
    text = _read(case).text
    for day, name in enumerate(names, 1):
        assert f"{name} Left knee 2020 {10 + day} mL {day:02d}\u2011Mar\u20112022" in text


def test_a_long_criteria_table_repeats_its_header_on_the_next_page() -> None:
    assessment = full_assessment()
    best, *others = assessment.differential
    many = tuple(
        replace(best.criteria[0], id=f"c{n}", text=f"Criterion number {n} of the long list")
        for n in range(60)
    )
    long = replace(assessment, differential=(replace(best, criteria=many), *others))
    made = _read(full_case(), long)
    pages = [page for page in made.pages if "of the long list" in page]
    assert len(pages) >= 2
    for page in pages:
        assert "Status Criterion Evidence in record (+ more items) Source" in page
    for n in range(60):
        assert f"Criterion number {n} of the long list" in made.text


def test_forty_alerts_are_all_on_paper_with_contraindications_first() -> None:
    alerts = [
        Alert(id=f"w{n}", severity="warning", text=f"Warning number {n}.", short="w")
        for n in range(40)
    ]
    stop = Alert(id="s", severity="contraindication", text="Do not excise.", short="s")
    made = _read(full_case(), replace(full_assessment(), alerts=(*alerts, stop)))
    assert all(f"Warning number {n}." in made.text for n in range(40))
    assert made.text.index("Contraindicated: Do not excise.") < made.text.index("Warning number 0.")


def test_a_published_case_in_ages_is_told_in_ages() -> None:
    case = Case(
        patient=r.Patient(id=P, patient_id="P212", sex="male"),
        as_of=AS_OF,
        labs=(
            lab("serum_phosphate", "6.91", "mg/dL", "P17Y"),
            r.LabResult(id="f", patient=P, analyte="pth", flag="normal"),
        ),
        masses=(r.Mass(id="m", patient=P, mass_id="M1", site="shoulder", side="left"),),
        treatments=(r.Treatment(id="t", patient=P, agent="sevelamer"),),
        sources=(r.Source(id="s", patient=P, title="A family with calcinosis", year="1999"),),
    )
    text = _read(case, full_assessment("P212")).text
    for words in (
        "name not recorded · birth date not recorded · P212",
        "Phosphate 6.91 mg/dL (17 y), high.",
        "normal (flag)",
        "1 treatment without dates not drawn: Sevelamer.",
        "A family with calcinosis, 1999",
    ):
        assert words in text
    assert "Today" not in text


def test_the_assessment_of_another_patient_is_refused() -> None:
    with pytest.raises(ValueError, match="another patient"):
        _pdf(full_case(), full_assessment("CR-9999"))
