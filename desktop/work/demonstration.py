"""The demonstration registry: fictional patients written into a file, in one batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.db.registry import Batch, Registry
from desktop.domain.columns import CLINICAL
from desktop.domain.records import new_id
from desktop.work.demo import demonstration

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.db.edit import Edit
    from desktop.domain.case import Case
    from desktop.domain.records import Record

PATIENTS = 24
SEED = 1

_CHUNK = 500


def make_demonstration(
    path: Path,
    *,
    patients: int = PATIENTS,
    seed: int = SEED,
    report: Callable[[int, int, str], None] | None = None,
) -> int:
    """Add ``patients`` fictional patients to the registry at ``path``, made if absent.

    The same seed gives the same patients. Raises UserError if their registry IDs are taken.
    Gives the number of patients.
    """
    with Registry.open_or_create(path) as registry:
        batch = Batch(import_id=new_id(), source=f"demonstration, seed {seed}", sha256="")

        def run(edit: Edit) -> dict[str, int]:
            chunk: list[Case] = []
            for number, case in enumerate(demonstration(patients, seed), start=1):
                chunk.append(case)
                if len(chunk) == _CHUNK or number == patients:
                    _write(edit, chunk)
                    chunk.clear()
                    if report:
                        report(number, patients, "Making fictional patients")
            return {"patients": patients}

        registry.import_batch("Make fictional patients", batch, run)
    return patients


def _write(edit: Edit, cases: list[Case]) -> None:
    people: list[Record] = [case.patient for case in cases]
    edit.add_many(people)
    edit.add_many([case.identity for case in cases if case.identity])
    for table in CLINICAL:
        edit.add_many([record for case in cases for record in getattr(case, table.name)])
