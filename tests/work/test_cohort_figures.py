"""The figures of a registry: every patient counted, nothing named, nothing left out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.errors import Cancelled
from desktop.work.cohort_effects import effects_of
from desktop.work.cohort_figures import figures_of
from desktop.work.cohort_members import (
    Course,
    Latest,
    Member,
    members_of,
    up_to_date,
    versions_of,
)
from desktop.work.cohort_text import share, table_text
from desktop.work.demonstration import make_demonstration

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.db.edit import Edit
    from desktop.work.cohort_shapes import Figure

DAY = date(2026, 1, 1)


def quiet(_done: int, _total: int, _text: str) -> None:
    """Nobody listens."""


def everybody(path: Path, day: date = DAY) -> list[Member]:
    shares = members_of(path, list(versions_of(path)), day, report=quiet)
    return [one for members in shares for one in members]


def made(patient: str, **cells: object) -> Member:
    given: dict[str, object] = {
        "sex": "female",
        "diagnosis": "fop",
        "status": "confirmed",
        "is_dead": False,
        "is_fictional": False,
        "age_years": 12.0,
        "followed_years": 3.0,
        "has": (0, 1),
        "phosphate": None,
        "masses": (),
        "courses": (),
    }
    return Member(patient=patient, **(given | cells))  # type: ignore[arg-type]


def bars(figures: tuple[Figure, ...], key: str) -> dict[str, int]:
    figure = next(one for one in figures if one.key == key)
    return {bar.text: bar.count for bar in figure.bars}


def lab(value: str, when: str, comparator: str = "") -> r.LabResult:
    return r.LabResult(
        patient="a",
        analyte="serum_phosphate",
        value=value,
        comparator=comparator,
        unit="mg/dL",
        when=when,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """One patient with a binder from 1 March 2024, and phosphate around that day."""

    def fill(edit: Edit) -> None:
        edit.put(r.Patient(id="a", patient_id="A", sex="male", birth_date="2000-01-01"))
        edit.put(r.Treatment(patient="a", agent="sevelamer", start_when="2024-03-01"))
        for value, when in (
            ("9.0", "2023-01-01"),  # more than 180 days before
            ("7.0", "2024-01-10"),
            ("6.8", "2024-02-20"),  # the newest before
            ("6.0", "2024-03-10"),  # under it for less than 30 days
            ("5.5", "2024-09-01"),
            ("5.0", "2025-01-01"),  # the newest within a year
            ("4.0", "2025-06-01"),  # more than a year later
        ):
            edit.put(lab(value, when))

    found = tmp_path / "one.registry"
    with Registry.create(found) as registry:
        registry.change("Fill", fill)
    return found


def test_every_figure_of_patients_adds_up_to_all_of_them(tmp_path: Path) -> None:
    found = tmp_path / "demo.registry"
    make_demonstration(found, patients=40)
    members = everybody(found)
    assert len(members) == 40
    for figure in figures_of(members):
        if figure.is_whole:
            assert sum(bar.count for bar in figure.bars) == figure.of
        if figure.counted == "patients":
            assert figure.of == 40


def test_phosphate_before_and_under_a_treatment_is_taken_from_its_windows(path: Path) -> None:
    (course,) = everybody(path)[0].courses
    assert (course.before, course.after) == (6.8, 5.0)
    assert course.is_running


def test_a_value_beyond_a_limit_is_no_number_and_the_latest_has_its_age(path: Path) -> None:
    with Registry.open(path) as registry:
        registry.change("Add", lambda edit: edit.put(lab("2", "2025-12-01", "<")))
        registry.change("Add", lambda edit: edit.put(lab("8.0", "")))  # undated: not the latest
    latest = everybody(path)[0].phosphate
    assert latest is not None
    assert latest.value is None
    assert latest.age_years == pytest.approx(25.9, abs=0.05)


def test_follow_up_runs_from_the_first_to_the_last_record(path: Path) -> None:
    # 1 January 2023 to 1 June 2025 are 882 days.
    assert everybody(path)[0].followed_years == pytest.approx(882 / 365.25)


def test_only_changed_patients_are_worked_out_again(path: Path) -> None:
    with Registry.open(path) as registry:
        registry.change("Add", lambda edit: edit.put(r.Patient(id="b", patient_id="B")))
        known = {own: (version, DAY) for own, version in versions_of(path).items()}
        assert up_to_date(known, versions_of(path), DAY) == []
        registry.change("Add", lambda edit: edit.put(lab("4.0", "2025-11-01")))
        assert up_to_date(known, versions_of(path), DAY) == ["a"]
        assert up_to_date(known, versions_of(path), date(2026, 1, 2)) == ["a", "b"]


def test_stop_ends_the_counting(path: Path) -> None:
    def stop(_done: int, _total: int, _text: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(members_of(path, ["a"], DAY, report=stop))


def test_a_diagnosis_that_was_ruled_out_is_not_held() -> None:
    members = [made("a"), made("b", status="ruled_out"), made("c", diagnosis="", status="")]
    counted = bars(figures_of(members), "diagnosis")
    assert counted == {
        "Fibrodysplasia ossificans progressiva (FOP)": 1,
        "Fibrodysplasia ossificans progressiva (FOP): ruled out": 1,
        "No diagnosis held": 1,
    }


def test_what_is_not_recorded_is_a_bar_of_its_own() -> None:
    figures = figures_of([made("a", sex="", age_years=None, followed_years=None), made("b")])
    assert bars(figures, "sex") == {"Female": 1, "Not recorded": 1}
    assert bars(figures, "age") == {"10 to 19 years": 1, "Age not known": 1}
    assert bars(figures, "follow_up") == {"2 to under 5 years": 1, "No record with a time": 1}
    assert bars(figures, "phosphate") == {"Never measured": 2}


def test_masses_are_counted_and_their_patients_once() -> None:
    figures = figures_of([made("a", masses=("growing", "growing")), made("b", masses=("stable",))])
    growth = next(one for one in figures if one.key == "growth")
    assert (growth.of, growth.counted) == (3, "masses")
    growing = growth.bars[0]
    assert (growing.text, growing.count, growing.patients) == ("Growing", 2, frozenset("a"))


def test_a_bar_of_key_data_counts_who_has_it_and_lists_who_lacks_it() -> None:
    figures = figures_of([made("a", has=(0, 1)), made("b", has=(0,))])
    complete = next(one for one in figures if one.key == "complete")
    assert (complete.bars[1].count, complete.bars[1].patients) == (1, frozenset("b"))


def test_effects_are_medians_over_those_with_both_values() -> None:
    def course(before: float | None, after: float | None) -> tuple[Course, ...]:
        return (Course(agent="sevelamer", is_running=True, before=before, after=after),)

    pairs = [(8.0, 6.0), (7.0, 5.0), (6.0, 5.5), (9.0, None)]
    members = [made(str(n), courses=course(*pair)) for n, pair in enumerate(pairs)]
    (effect,) = effects_of(members)
    assert (effect.n, effect.before, effect.after) == (3, 7.0, 5.5)


def test_a_copied_figure_holds_counts_alone_and_warns_of_small_ones() -> None:
    latest = Latest(value=6.0, age_years=12.0, verdict="high")
    figures = figures_of([made("secret-id", phosphate=latest)])
    text = table_text(next(one for one in figures if one.key == "phosphate"))
    assert "secret-id" not in text
    assert "Above range\t1\t1\t100 %" in text
    assert "Counts below 5 can point at a person" in text


@pytest.mark.parametrize(
    ("count", "of", "words"),
    [
        (0, 10, "0 %"),
        (1, 1000, "under 1 %"),
        (999, 1000, "over 99 %"),
        (5, 5, "100 %"),
        (0, 0, "none"),
    ],
)
def test_a_share_never_says_nobody_or_all_where_that_is_wrong(
    count: int, of: int, words: str
) -> None:
    assert share(count, of) == words
