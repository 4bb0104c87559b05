"""A walk through the whole program in Spanish: nothing that a catalog translates is in English."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.domain.language import ENGLISH, catalog, use_language
from tests.ui.touring import DECEASED, EMPTY, RICH, Sight, Tour
from tests.ui.visible import visible_texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LABS_CHART_PAUSE_MS = 250
KEEPS_TEXTS = ("desktop.ui.forms.", "desktop.ui.models.", "desktop.ui.handbook")
"""Modules that keep shown texts for the life of the program, which starts in one language."""

EXCEPTIONS = {
    "L": "the mark of a low result; the L of a left side has a comment of its own",
    "a": "the year as a unit is the Spanish letter of another English text",
}
"""English texts that may stand in a Spanish window, each with the reason."""

FEWEST_WORDS = 2
"""A text with values is recognized by so many of its own words; fewer may be chance."""


@pytest.fixture
def tour(tour_registry: Path) -> Iterator[Tour]:
    _forget_texts()
    use_language("es")
    made = Tour(tour_registry, Sight())
    try:
        yield made
    finally:
        made.close()
        use_language(ENGLISH)
        _forget_texts()


def _forget_texts() -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith(KEEPS_TEXTS):
            for value in list(vars(module).values()):
                # Only what the module made: the vocabulary's own caches belong together.
                is_own = getattr(value, "__module__", "") == name
                if is_own and (forget := getattr(value, "cache_clear", None)):
                    forget()


def untranslated(texts: set[str]) -> set[str]:
    """The texts that are English although the Spanish catalog has another one for them."""
    known = {
        source: said
        for (source, about), said in catalog("es").texts.items()
        if said != source and not about and source not in EXCEPTIONS
    }
    patterns = [form for source in known if (form := _pattern(source))]
    return {
        text for text in texts if text in known or any(form.fullmatch(text) for form in patterns)
    }


def _pattern(source: str) -> re.Pattern[str] | None:
    """What a text looks like once its values are filled in; None for one that tells too little."""
    pieces = re.split(r"\{\w+\}", source)
    words = re.findall(r"[A-Za-z]{3,}", " ".join(pieces))
    if len(pieces) == 1 or len(words) < FEWEST_WORDS:
        return None
    return re.compile("(?s:.+)".join(map(re.escape, pieces)))


def test_an_english_text_is_found_among_spanish_ones() -> None:
    texts = {
        "Alergias",
        "Allergies",
        "3.9 mg/dL cannot be told against 3.5 (Mayo Clinic)",
        "Mayo Clinic",
    }
    assert untranslated(texts) == {
        "Allergies",
        "3.9 mg/dL cannot be told against 3.5 (Mayo Clinic)",
    }


def test_every_page_speaks_spanish(tour: Tour, qtbot: QtBot) -> None:
    found: dict[str, str] = {}
    seen: set[str] = set()
    for stop in tour.stops(RICH, EMPTY, DECEASED):
        qtbot.wait(LABS_CHART_PAUSE_MS)
        texts = visible_texts(tour.main)
        for text in untranslated(texts - seen):
            found[text] = str(stop)
        seen |= texts
    assert any("Alergia" in text for text in seen)
    assert not found, "\n".join(f"{stop}: {text}" for text, stop in sorted(found.items()))


def test_the_sides_of_the_body_map_are_those_of_the_language() -> None:
    from desktop.ui.widgets.map_painting import side_letter

    assert (side_letter("right"), side_letter("left")) == ("R", "L")
    use_language("es")
    try:
        assert (side_letter("right"), side_letter("left")) == ("D", "I")
    finally:
        use_language(ENGLISH)
