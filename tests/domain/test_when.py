"""Times as people write them, and the width that they have."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.when import (
    NotATime,
    age_span,
    completed_age,
    date_span,
    is_when,
    parse_when,
    shown,
    shown_day,
    years,
)


def test_a_year_is_every_day_of_it_and_not_the_first_of_january() -> None:
    span = parse_when("2021").span
    assert span.first == date(2021, 1, 1).toordinal()
    assert span.last == date(2021, 12, 31).toordinal()


def test_a_month_ends_on_its_own_last_day() -> None:
    assert parse_when("2024-02").span.last == date(2024, 2, 29).toordinal()


def test_an_age_in_years_lasts_until_the_day_before_the_next_birthday() -> None:
    span = parse_when("P14Y").span
    assert years(span.first) == pytest.approx(14)
    assert years(span.last + 1) == pytest.approx(15)


def test_an_age_with_months_is_narrower_than_one_in_years() -> None:
    assert parse_when("P14Y6M").span.width < parse_when("P14Y").span.width


@pytest.mark.parametrize(
    "text",
    ["2021-03-04", "2021-03", "2021", "2021-03-04T10:15", "2021-03-04T10:15:00Z", "P3W", "P0D", ""],
)
def test_every_form_of_the_contract_is_a_time(text: str) -> None:
    assert is_when(text)


@pytest.mark.parametrize(
    "text",
    ["2021-02-30", "2021-13", "P", "P14", "14Y", "4.3.2021", "2021-03-04T25:00", "yesterday"],
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(NotATime):
        parse_when(text)


def test_the_age_at_a_date_needs_a_birth_date() -> None:
    when, birth = parse_when("2020-06-01"), parse_when("2010-06-01")
    span = age_span(when, birth)
    assert span is not None
    assert years(span.first) == pytest.approx(10, abs=0.01)
    assert age_span(when, parse_when("")) is None


def test_a_partial_birth_date_widens_every_age() -> None:
    span = age_span(parse_when("2020-06-01"), parse_when("2010"))
    assert span is not None
    assert span.width == 364


def test_an_age_becomes_a_date_only_with_a_birth_date() -> None:
    span = date_span(parse_when("P10D"), parse_when("2020-01-01"))
    assert span is not None
    assert span.first == date(2020, 1, 11).toordinal()
    assert date_span(parse_when("P10D"), parse_when("")) is None


def test_times_are_shown_with_the_month_in_letters_and_never_break() -> None:
    assert shown(parse_when("2021-03-04")) == "04\u2011Mar\u20112021"
    assert shown(parse_when("2021-03")) == "Mar\u20112021"
    assert shown(parse_when("2021")) == "2021"
    assert shown(parse_when("P14Y6M")) == "14 y 6 m"
    assert shown(parse_when("")) == "not dated"
    assert shown_day(date(2021, 3, 4)) == "04\u2011Mar\u20112021"


def test_the_banner_counts_completed_months() -> None:
    birth = parse_when("2009-05-14")
    assert completed_age(birth, date(2025, 11, 13)) == "16 y 5 m"
    assert completed_age(birth, date(2025, 11, 14)) == "16 y 6 m"
    assert completed_age(parse_when("2009"), date(2025, 11, 14)) == "about 16 y"
    assert completed_age(parse_when(""), date(2025, 11, 14)) == ""


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31)))
def test_a_whole_date_has_no_width_and_gives_its_day_back(day: date) -> None:
    when = parse_when(day.isoformat())
    assert when.is_whole_day
    assert when.day == day


@given(st.text(max_size=20))
def test_no_text_raises_anything_but_not_a_time(text: str) -> None:
    try:
        parse_when(text)
    except NotATime:
        assert text.strip()
