"""The letter: the text is the writer's, identity and safety are not."""

from __future__ import annotations

from desktop.reports.letter import letter_draft, letter_pdf
from tests.reports.examples import IMPRINT, full_dossier
from tests.reports.reading import read


def test_the_draft_names_the_patient_the_course_and_the_writer() -> None:
    draft = letter_draft(full_dossier(), IMPRINT)
    assert "Re: ROMERO-VANCE, Lucia, born 14\u2011May\u20112009" in draft
    assert "Phosphate fell from 6.8 (08\u2011Feb\u20112022) to 5.1 mg/dL" in draft
    assert draft.endswith("Front desk")
    assert "<" not in draft


def test_an_edited_text_is_printed_with_its_lines_and_without_obeying_markup() -> None:
    text = "Dear Dr <b>Example</b>,\nline two\n\nA second paragraph."
    made = read(letter_pdf(full_dossier(), IMPRINT, text=text))
    assert "Dear Dr <b>Example</b>, line two A second paragraph." in made.text
    assert "Thank you for seeing this patient" not in made.text


def test_safety_box_and_identity_stand_also_over_an_empty_text() -> None:
    made = read(letter_pdf(full_dossier(), IMPRINT, text="", sections=()))
    assert "Allergy: co-trimoxazole" in made.text
    assert "ROMERO-VANCE, Lucia" in made.text
    assert made.bookmarks == ("Safety",)


def test_only_the_chosen_sections_follow_in_their_order() -> None:
    made = read(letter_pdf(full_dossier(), IMPRINT, sections=("plan", "results")))
    assert made.bookmarks == ("Safety", "Results", "Plan", "Monitoring")


def test_a_very_long_text_runs_over_pages() -> None:
    made = read(letter_pdf(full_dossier(), IMPRINT, text="word " * 6000, sections=()))
    assert len(made.pages) > 3
    assert made.text.count("word") == 6000
