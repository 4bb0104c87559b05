"""Exporting the registry as CSV tables, with the count of who is in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.exchange.csv_writing import write_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from desktop.db.registry import Registry


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote; nobody is left out without being counted."""

    registered: int
    counts: dict[str, int]

    @property
    def balance(self) -> str:
        """The sum that shows that nobody was left out: N in the registry = n + excluded."""
        written = self.counts["patients"]
        left_out = self.registered - written
        return say(
            "{registered} in the registry = {written} exported + {left_out} excluded",
            registered=self.registered,
            written=written,
            left_out=left_out,
        )


def export_tables(
    registry: Registry,
    folder: Path,
    *,
    as_of: date | None = None,
    report: Callable[[int, int, str], None] | None = None,
) -> Exported:
    """Write every patient of the registry into ``folder`` as the tables of FORMATS."""
    ids = list(registry.ids().values())
    cases = []
    for done, patient in enumerate(ids):
        if report:
            report(done, len(ids), say("Reading patients"))
        cases.append(registry.case(patient, as_of))
    # The patients are counted apart from the list that is exported: a sum must not prove itself.
    return Exported(registry.counts()["patients"], write_folder(folder, cases))
