"""Vocabulary behind fields."""

from __future__ import annotations

from desktop.domain.columns import Cell
from desktop.ui.forms.terms import (
    disorder_entries,
    entries_for,
    key_of,
    label_of,
    preferred_unit,
    suggestions,
)


def test_what_begins_with_the_letters_is_offered_first() -> None:
    found = suggestions("phos", entries_for(Cell.ANALYTE))
    assert found[0].key == "serum_phosphate"
    assert "alp" in {entry.key for entry in found}


def test_letters_of_a_synonym_find_the_term() -> None:
    found = suggestions("glenohumeral", entries_for(Cell.SITE))
    assert [entry.key for entry in found] == ["shoulder"]


def test_a_label_or_key_is_stored_as_its_key_and_free_text_as_it_is() -> None:
    entries = entries_for(Cell.SITE)
    assert key_of("shoulder", entries) == "shoulder"
    assert key_of("SHOULDER", entries) == "shoulder"
    assert key_of("left of the navel", entries) == "left of the navel"


def test_labels_and_keys_of_every_vocabulary_lead_back_to_the_key() -> None:
    kinds = (Cell.SITE, Cell.AGENT, Cell.FEATURE, Cell.ANALYTE)
    for entries in (*(entries_for(kind) for kind in kinds), disorder_entries()):
        assert entries
        for entry in entries:
            assert key_of(label_of(entry.key, entries), entries) == entry.key
            assert key_of(entry.key, entries) == entry.key


def test_the_unit_begins_with_what_is_shown_and_is_never_guessed() -> None:
    assert preferred_unit("serum_phosphate", "conventional") == "mg/dL"
    assert preferred_unit("serum_phosphate", "si") == "mmol/L"
    assert preferred_unit("something else", "si") == ""
