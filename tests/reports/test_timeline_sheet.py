"""The timeline sheet: always one page, nothing dropped in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain import records as r
from desktop.reports.timeline import happened, timeline_pdf
from tests.reports.examples import IMPRINT, P, dossier, empty_dossier, full_case, full_dossier
from tests.reports.reading import read


def test_the_sheet_shows_both_charts_and_what_happened_in_order() -> None:
    made = read(timeline_pdf(full_dossier(), IMPRINT))
    assert made.bookmarks == ("Phosphate and treatment", "Mass growth", "What happened")
    started = made.text.rindex("Low-phosphate diet started")
    assert started < made.text.rindex("Excision (M2, incomplete)")
    assert made.text.rindex("Excision") < made.text.rindex("Sevelamer 800 mg 3 times daily started")


@pytest.mark.parametrize("number", [0, 1, 30, 60, 400])
def test_it_is_one_page_and_counts_what_it_leaves_out(number: int) -> None:
    events = tuple(
        r.ClinicalEvent(id=f"e{n}", patient=P, kind="flare", when=f"{1990 + n % 30}-03-01")
        for n in range(number)
    )
    made = read(timeline_pdf(dossier(replace(full_case(), events=events)), IMPRINT))
    assert len(made.pages) == 1
    shown = made.text.count("Flare")
    entries = len(list(happened(replace(full_case(), events=events))))
    if shown == number:
        assert "older entr" not in made.text
    else:
        all_shown = entries - (number - shown)
        assert f"{entries - all_shown} older entries are not shown" in made.text


def test_an_empty_record_says_that_nothing_is_recorded() -> None:
    text = read(timeline_pdf(empty_dossier(), IMPRINT)).text
    assert "Nothing recorded." in text
    assert "No phosphate result recorded." in text


def test_what_has_no_date_stands_last_and_says_so() -> None:
    case = full_case()
    undated = r.ClinicalEvent(id="e", patient=P, kind="infection")
    entries = list(happened(replace(case, events=(undated,))))
    assert entries[-1] == ("", "Infection")
    text = read(timeline_pdf(dossier(replace(case, events=(undated,))), IMPRINT)).text
    assert "not dated Infection" in text
