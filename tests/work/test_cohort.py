"""The measures of a whole registry are those of each patient alone, however many processes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop.db.registry import Registry
from desktop.domain.errors import Cancelled, UserError
from desktop.measures.derived import derive
from desktop.paths import resource
from desktop.work.cohort import derive_all
from desktop.work.demonstration import make_demonstration
from desktop.work.import_tables import import_tables

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("cohort") / "demo.registry"
    make_demonstration(made, patients=130)
    return made


@pytest.mark.parametrize("processes", [1, 2])
def test_every_patient_gets_the_measures_that_they_get_alone(path: Path, processes: int) -> None:
    found = dict(derive_all(path, as_of=DAY, processes=processes))
    with Registry.open(path) as registry:
        patients = list(registry.ids().values())
        assert set(found) == set(patients)
        for patient in patients[:40]:
            assert found[patient] == derive(registry.case(patient, DAY))


def test_the_published_cases_get_the_measures_that_they_get_alone(tmp_path: Path) -> None:
    with Registry.create(tmp_path / "cases.registry") as registry:
        import_tables(registry, [resource("cases")])
        alone = {
            patient: derive(registry.case(patient, DAY)) for patient in registry.ids().values()
        }
    assert dict(derive_all(tmp_path / "cases.registry", as_of=DAY)) == alone


def test_progress_is_told_up_to_the_last_patient(path: Path) -> None:
    told: list[tuple[int, int]] = []

    def report(done: int, total: int, _text: str) -> None:
        told.append((done, total))

    assert len(list(derive_all(path, as_of=DAY, processes=2, report=report))) == 130
    assert told[0] == (0, 130)
    assert told[-1] == (130, 130)


@pytest.mark.parametrize("processes", [1, 2])
def test_stop_ends_the_work(path: Path, processes: int) -> None:
    def report(done: int, _total: int, _text: str) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(derive_all(path, as_of=DAY, processes=processes, report=report))


def test_an_empty_registry_gives_nothing_and_a_missing_one_is_refused(tmp_path: Path) -> None:
    Registry.create(tmp_path / "empty.registry").close()
    assert list(derive_all(tmp_path / "empty.registry")) == []
    with pytest.raises(UserError, match="no registry"):
        list(derive_all(tmp_path / "absent.registry"))
