"""The guidance for a whole registry: every patient once, in order, by any number of processes."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop.db.registry import Registry
from desktop.domain.errors import Cancelled, UserError
from desktop.guidance.dossier import dossier_of
from desktop.guidance.encode import to_json
from desktop.work import processes
from desktop.work.assessments import assess_all, assessments_as_json, chosen, outline
from desktop.work.demonstration import make_demonstration
from desktop.work.processes import results, shares_of

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.work.processes import Share

DAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("cohort") / "demo.registry"
    make_demonstration(made, patients=12)
    return made


def test_every_patient_is_told_once_and_as_one_by_one(path: Path) -> None:
    with Registry.open(path) as registry:
        ids = registry.ids()
        dossiers = [dossier_of(registry.case(patient, DAY)) for patient in ids.values()]
        expected = [outline(one.case.patient.id, one.assessment) for one in dossiers]
    assert list(assess_all(path, as_of=DAY)) == expected
    assert [one.patient_id for one in expected] == list(ids)
    whole = [json.loads(one) for one in assessments_as_json(path, as_of=DAY)]
    assert whole == [json.loads(json.dumps(to_json(one.assessment))) for one in dossiers]


def test_several_processes_give_the_same_in_the_same_order(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = list(assess_all(path, as_of=DAY, processes=1))
    monkeypatch.setattr(processes, "CHUNK", 5)
    assert list(assess_all(path, as_of=DAY, processes=2)) == alone


def test_an_outline_holds_what_a_list_needs(path: Path) -> None:
    rows = list(assess_all(path, as_of=DAY))
    assert any(row.standings for row in rows)
    assert any("contraindication" in row.alerts.values() for row in rows)
    assert all(row.failures == () for row in rows)
    for row in rows:
        assert set(row.standings.values()) <= {"established", "probable", "possible"}


def test_progress_counts_up_to_all_and_stop_is_heard(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "CHUNK", 5)
    told: list[tuple[int, int]] = []

    def report(done: int, total: int, _text: str) -> None:
        told.append((done, total))

    list(assess_all(path, as_of=DAY, report=report))
    assert told == [(0, 12), (5, 12), (10, 12), (12, 12)]

    def stopping(done: int, _total: int, _text: str) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(assess_all(path, as_of=DAY, report=stopping))


def test_only_the_patients_asked_for_are_told_in_their_order(path: Path) -> None:
    with Registry.open(path) as registry:
        wanted = list(reversed(registry.ids()))[:2]
        assert len(chosen(registry, [])) == 12
    found = [json.loads(one)["patient_id"] for one in assessments_as_json(path, wanted)]
    assert found == wanted
    with pytest.raises(UserError, match="no patient nobody"):
        list(assessments_as_json(path, ["nobody"]))


def test_an_empty_registry_gives_nothing(tmp_path: Path) -> None:
    empty = tmp_path / "empty.registry"
    Registry.create(empty).close()
    assert list(assess_all(empty)) == []


def count(share: Share) -> int:
    """How many patients a share has."""
    return len(share.patients)


def test_results_come_in_the_order_of_the_shares(tmp_path: Path) -> None:
    names = [str(number) for number in range(processes.CHUNK * 7 + 1)]
    shares = shares_of(tmp_path, names, as_of=DAY, language="en")
    expected = [processes.CHUNK] * 7 + [1]
    assert list(results(count, shares, processes=1)) == expected
    assert list(results(count, shares, processes=2)) == expected
    assert [name for share in shares for name in share.patients] == names
