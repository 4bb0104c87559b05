"""Ages at sampling: birthdays by the calendar, and the width of partial times."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.measures.ages import age_in_years, age_words
from tests.measures.making import case_of


def age(birth: str, when: str) -> tuple[float, float] | None:
    return age_in_years(case_of(birth=birth), when)


@pytest.mark.parametrize(
    ("birth", "birthday", "years"),
    [
        ("2001-03-04", "2015-03-04", 14),
        ("2000-02-29", "2018-03-01", 18),
        ("2000-02-29", "2016-02-29", 16),
        ("1999-12-31", "2017-12-31", 18),
    ],
)
def test_a_birthday_is_a_whole_number_of_years(birth: str, birthday: str, years: int) -> None:
    assert age(birth, birthday) == (years, years)
    eve = (date.fromisoformat(birthday) - timedelta(days=1)).isoformat()
    found = age(birth, eve)
    assert found is not None
    assert years - 0.01 < found[1] < years


def test_a_partial_date_gives_the_youngest_and_the_oldest_possible_age() -> None:
    found = age("2003", "2021")
    assert found is not None
    assert found[0] == pytest.approx(17, abs=0.01)
    assert found[1] == pytest.approx(19, abs=0.01)


def test_an_age_in_years_covers_that_year_and_no_birthday_beyond() -> None:
    found = age("", "P14Y")
    assert found is not None
    assert found[0] == 14
    assert 14.99 < found[1] < 15


def test_without_a_birth_date_a_dated_result_has_no_age() -> None:
    assert age("", "2020-01-01") is None
    assert age("2000-01-01", "") is None


def test_a_result_before_birth_has_no_age() -> None:
    assert age("2010-01-01", "2009-12-31") is None


def test_the_first_and_the_last_years_of_the_calendar_do_no_harm() -> None:
    assert age("0001-01-02", "0001-01-02") == (0, 0)
    found = age("9999-01-01", "9999-12-31")
    assert found is not None
    assert found[0] < 1


@given(st.dates(date(1900, 1, 1), date(2020, 1, 1)), st.integers(0, 30000), st.integers(0, 400))
def test_nobody_grows_younger(birth: date, days: int, later: int) -> None:
    first = age(birth.isoformat(), (birth + timedelta(days=days)).isoformat())
    second = age(birth.isoformat(), (birth + timedelta(days=days + later)).isoformat())
    assert first is not None
    assert second is not None
    assert first[0] <= second[0]
    assert second[0] - first[0] == pytest.approx(later / 365.25, abs=0.005)


@pytest.mark.parametrize(
    ("years", "words"), [(14, "14 y"), (0.5, "6 mo"), (0.0192, "7 d"), (1, "1 y"), (0, "0 y")]
)
def test_limits_of_bands_read_as_people_say_them(years: float, words: str) -> None:
    assert age_words(years) == words
