"""What the vocabulary, months and disorders are called in the chosen language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.analytes import analytes
from desktop.domain.disorders import disorder_names
from desktop.domain.language import ENGLISH, in_every_language, use_language
from desktop.domain.terms import features, place_label, place_names, sites, treatments
from desktop.domain.when import month_named, parse_when, shown

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def _spanish() -> Iterator[None]:
    use_language("es")
    yield
    use_language(ENGLISH)


@pytest.mark.usefixtures("_spanish")
def test_labels_of_the_vocabulary_are_in_the_chosen_language() -> None:
    assert treatments()["sevelamer"].label == "Sevelámero"
    assert analytes()["albumin"].label == "Albúmina en suero"
    assert place_label("hip", "left") == "Cadera izq."
    use_language(ENGLISH)
    assert treatments()["sevelamer"].label == "Sevelamer"
    assert analytes()["albumin"].label == "Albumin, serum"
    assert place_label("hip", "left") == "Left hip"


def test_names_for_reading_hold_every_language_whichever_is_shown() -> None:
    before = (treatments()["sevelamer"].names, place_names("hip", "left"))
    use_language("es")
    try:
        assert (treatments()["sevelamer"].names, place_names("hip", "left")) == before
    finally:
        use_language(ENGLISH)
    assert {"Sevelamer", "Sevelámero"} <= set(before[0])
    assert {"left hip", "cadera izq."} <= before[1]


def test_no_two_sites_or_findings_share_a_spanish_label() -> None:
    for terms in (sites(), features(), treatments()):
        told = [in_every_language(term.english)[-1] for term in terms.values()]
        assert len(set(told)) == len(told)


@pytest.mark.usefixtures("_spanish")
def test_a_day_is_shown_with_the_spanish_month() -> None:
    assert shown(parse_when("2021-01-04")).replace("\u2011", "-") == "04-ene-2021"
    assert shown(parse_when("2025-09")).replace("\u2011", "-") == "sep-2025"


@pytest.mark.parametrize(("text", "month"), [("Jan", 1), ("ene", 1), ("DIC", 12), ("x", 0)])
def test_a_month_is_read_in_every_language(text: str, month: int) -> None:
    assert month_named(text) == month


@pytest.mark.usefixtures("_spanish")
def test_a_disorder_is_searched_by_its_shown_and_its_english_name() -> None:
    assert set(disorder_names("gout_tophus")) == {"Gouty tophus", "Tofo gotoso"}
    assert disorder_names("something else") == ("something else",)
