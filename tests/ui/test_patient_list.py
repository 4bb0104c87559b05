"""The patients as lists show them: read once, and again when somebody is another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.changes import ChangeSet
from desktop.ui.patient_list import PatientList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LENA = r.Patient(id="lena", patient_id="CR-0007")
LAB = r.LabResult(patient="lena", analyte="serum_phosphate", value="5.1", unit="mg/dL")


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    with Registry.create(tmp_path / "own.registry", who="Dr. Example") as made:
        made.change("Add", lambda edit: edit.put(LENA))
        yield made


def test_a_result_leaves_the_list_as_it_was_read(registry: Registry) -> None:
    subject = PatientList()
    before = subject.rows(registry)
    changes = registry.change("Add", lambda edit: edit.put(LAB))
    assert changes is not None
    subject.follow(changes, registry)
    assert subject.rows(registry) is before


@pytest.mark.parametrize(
    "changed",
    [
        replace(LENA, sex="female"),
        r.Patient(id="mia", patient_id="CR-0008"),
        r.Identity(patient="lena", family_name="Example"),
    ],
)
def test_who_somebody_is_changes_the_list(registry: Registry, changed: r.Record) -> None:
    subject = PatientList()
    before = subject.rows(registry)
    changes = registry.change("Change", lambda edit: edit.put(changed))
    assert changes is not None
    subject.follow(changes, registry)
    assert subject.rows(registry) == registry.patients()
    assert subject.rows(registry) != before


def test_an_import_changes_the_list(registry: Registry) -> None:
    subject = PatientList()
    before = subject.rows(registry)
    subject.follow(ChangeSet(9, "Import", batch="i1"), registry)
    assert subject.rows(registry) is not before
