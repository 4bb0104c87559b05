"""Dates as hurried people type them."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.ui.forms.quick_dates import days_meant, month_of_year, relative_day
from desktop.ui.forms.typed import NotReadable, typed_when

FRIDAY = date(2024, 5, 31)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("-2w", "2024-05-17"),
        ("+3d", "2024-06-03"),
        ("- 1 d", "2024-05-30"),
        ("\N{MINUS SIGN}1m", "2024-04-30"),
        ("-3m", "2024-02-29"),
        ("+1y", "2025-05-31"),
        ("-2 weeks", "2024-05-17"),
        ("2w", ""),
        ("-w", ""),
    ],
)
def test_days_are_counted_from_today(typed: str, day: str) -> None:
    assert relative_day(typed, FRIDAY) == day


@pytest.mark.parametrize(
    ("typed", "month"),
    [("3/2024", "2024-03"), ("12.1999", "1999-12"), ("13/2024", ""), ("3/24", "")],
)
def test_a_month_of_a_year_is_read(typed: str, month: str) -> None:
    assert month_of_year(typed) == month


@pytest.mark.parametrize(
    ("typed", "cell"),
    [
        ("t", "2024-05-31"),
        ("-2w", "2024-05-17"),
        ("3/2024", "2024-03"),
        ("14y6m", "P14Y6M"),
        ("2024-03", "2024-03"),
    ],
)
def test_fields_take_the_quick_spellings(typed: str, cell: str) -> None:
    assert typed_when(typed, FRIDAY) == cell


def test_an_ambiguous_day_is_still_asked_back_in_a_field() -> None:
    with pytest.raises(NotReadable, match="may be 2021-03-04 or 2021-04-03"):
        typed_when("4.3.2021", FRIDAY)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("14.05.2009", {"2009-05-14"}),
        ("5/14/2009", {"2009-05-14"}),
        ("2009/5/14", {"2009-05-14"}),
        ("20090514", {"2009-05-14"}),
        ("14 May 2009", {"2009-05-14"}),
        ("May 14, 2009", {"2009-05-14"}),
        ("14\N{NON-BREAKING HYPHEN}May\N{NON-BREAKING HYPHEN}2009", {"2009-05-14"}),
        ("4.3.2021", {"2021-03-04", "2021-04-03"}),
        ("14.5.09", {"1909-05-14", "2009-05-14"}),
        ("30.2.2009", set()),
        ("2009", set()),
        ("Romero Vance", set()),
        ("CR-00-07", set()),
    ],
)
def test_a_search_takes_every_day_that_may_be_meant(typed: str, days: set[str]) -> None:
    assert days_meant(typed) == days
