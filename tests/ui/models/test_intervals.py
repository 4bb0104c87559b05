"""Intervals: what people type, and what they read."""

from __future__ import annotations

import pytest

from desktop.ui.models.intervals import duration_of, every_words


@pytest.mark.parametrize(
    ("typed", "duration"),
    [
        ("P3M", "P3M"),
        ("p6w", "P6W"),
        ("P1Y6M", "P1Y6M"),
        ("3 months", "P3M"),
        ("every 3 months", "P3M"),
        ("Every  3  Months", "P3M"),
        ("3m", "P3M"),
        ("2w", "P2W"),
        ("every month", "P1M"),
        ("once a year", "P1Y"),
        ("yearly", "P1Y"),
        ("quarterly", "P3M"),
        ("never", "never"),
        ("10 days", "P10D"),
    ],
)
def test_plain_words_and_iso_durations_are_read(typed: str, duration: str) -> None:
    assert duration_of(typed) == duration


@pytest.mark.parametrize("typed", ["", "3", "P", "P0M", "0 months", "m", "soon", "3 moons", "-2w"])
def test_nothing_is_guessed(typed: str) -> None:
    assert not duration_of(typed)


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        ("P3M", "every 3 months"),
        ("P1Y", "every year"),
        ("P1Y6M", "every year 6 months"),
        ("P2W", "every 2 weeks"),
        ("never", "never"),
        ("whenever", "whenever"),
    ],
)
def test_intervals_are_told_in_words(duration: str, words: str) -> None:
    assert every_words(duration) == words


@pytest.mark.parametrize("duration", ["P1D", "P6W", "P3M", "P2Y", "never"])
def test_what_is_told_can_be_typed(duration: str) -> None:
    assert duration_of(every_words(duration)) == duration
