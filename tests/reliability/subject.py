"""The registry under trial: each step adds a result and the running sum, in one transaction."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.db import keyring, soundness, vault
from desktop.db.connection import DatabaseError, connect
from desktop.db.heads import chain_problems
from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.db.edit import Edit


def patient(number: int) -> r.Patient:
    """The one patient after so many steps: the note tells the number and the sum."""
    return r.Patient(id="p", patient_id="R-1", note=f"{number}:{number * (number + 1) // 2}")


def made(folder: Path, name: str = "clinic.registry", *, is_encrypted: bool = True) -> Path:
    """A new registry before the first step; this process may read it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / name
    if is_encrypted:
        unlocked, _ = vault.create(path, "keeper", "nine purple elephants")
        keyring.unlock(path, unlocked)
    with Registry.create(path) as registry:
        registry.change("Begin", lambda edit: edit.put(patient(0)))
    return path


def add(registry: Registry, number: int) -> None:
    """Step ``number``, committed when this returns."""
    registry.change("Add", partial(_add, number))


def _add(number: int, edit: Edit) -> None:
    edit.put(
        r.LabResult(
            id=f"lab-{number}",
            patient="p",
            analyte="serum_phosphate",
            value=str(number),
            unit="mg/dL",
            when="2020-01-01",
        )
    )
    edit.put(patient(number))


def steps_in(path: Path) -> tuple[int, list[str]]:
    """How many steps a registry holds, and everything that is not whole about it."""
    try:
        connection = connect(path)
    except UserError as error:
        return 0, [str(error)]
    try:
        (note,) = connection.execute("SELECT note FROM patients").fetchone()
        number, total = map(int, note.split(":"))
        count, summed = connection.execute(
            "SELECT count(*), coalesce(sum(CAST(value AS INTEGER)), 0) FROM labs"
        ).fetchone()
        problems = soundness.page_problems(connection, is_full=True)
        problems += chain_problems(connection, keyring.unlocked(path))
        if (count, summed) != (number, total):
            problems.append(f"partial: {count} results of sum {summed}, noted {note}")
    except (DatabaseError, TypeError, ValueError) as error:
        return 0, [repr(error)]
    finally:
        connection.close()
    return number, problems
