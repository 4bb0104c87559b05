"""A rule that fails is told and takes no other with it; nothing about the patient is logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.guidance import alerts, catalog, monitoring, next_tests, plan
from desktop.guidance.attempts import Attempts
from desktop.guidance.encode import to_json
from tests.guidance.making import alert_ids, assessed, flagged, forbidden, mass, present, takes

if TYPE_CHECKING:
    from types import ModuleType

    from desktop.guidance.assessment import Assessment

SECRET = "Jane Doe, phosphate 6.8"  # noqa: S105 - what must never be logged


def broken(*_: object, **__: object) -> object:
    raise ZeroDivisionError(SECRET)


def told() -> Assessment:
    """An assessment with alerts, plan, tests and monitoring."""
    return assessed(
        flagged("serum_phosphate", "high", "2025-01-01"),
        mass("M1", "hip"),
        present("great_toe_malformation"),
        takes("acetazolamide"),
    )


@pytest.mark.parametrize(
    ("module", "name"),
    [(alerts, "_alert"), (plan, "_advice"), (plan, "_lacking"), (monitoring, "_item")],
)
def test_a_rule_that_fails_is_a_failure_and_the_rest_stands(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, module: ModuleType, name: str
) -> None:
    whole = told()
    monkeypatch.setattr(module, name, broken)
    found = told()
    assert found.failures
    assert SECRET not in caplog.text
    assert "ZeroDivisionError" in caplog.text
    standings = [(one.disorder, one.standing) for one in whole.differential]
    assert [(one.disorder, one.standing) for one in found.differential] == standings
    assert any(name.startswith("failed.") for name in alert_ids(found))


def test_an_alert_that_could_not_be_checked_says_what_it_would_have_warned_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(alerts, "_alert", broken)
    text = {failure.rule: failure.text for failure in told().failures}["avoid-burosumab"]
    assert "An alert could not be checked: No burosumab" in text
    assert "It may hold here." in text


def test_a_test_that_fails_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(next_tests, "_gain", broken)
    found = told()
    assert found.next_tests == ()
    assert "test-kidney" in {failure.rule for failure in found.failures}


@pytest.mark.parametrize(
    ("part", "name"),
    [("findings", "gather_records"), ("course", "gather_course"), ("laboratory", "lab_facts")],
)
def test_a_part_of_the_record_that_cannot_be_read_leaves_the_other_parts(
    monkeypatch: pytest.MonkeyPatch, part: str, name: str
) -> None:
    monkeypatch.setattr(catalog, name, broken)
    found = told()
    (failure,) = found.failures
    assert failure.rule == f"record.{part}"
    assert f"({part})" in failure.text
    assert "Do not rely on their absence" in failure.text
    stops = forbidden(found, "contraindication")
    if part == "findings":
        assert "oral_phosphate" in forbidden(found)
    else:
        assert "surgical_excision" in stops


def test_failures_are_in_json_without_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    assert to_json(told())["failures"] == ()
    monkeypatch.setattr(catalog, "lab_facts", broken)
    (failure,) = to_json(told())["failures"]
    assert set(failure) == {"rule", "text"}
    assert SECRET not in failure["text"]


def test_one_rule_is_told_once_however_often_it_fails() -> None:
    attempts = Attempts()
    for _ in range(3):
        assert attempts.of("x", broken, None) is None
    assert [failure.rule for failure in attempts.failures()] == ["x"]
    assert [alert.id for alert in attempts.alerts()] == ["failed.x"]
    assert attempts.of("y", lambda: 1, 0) == 1
