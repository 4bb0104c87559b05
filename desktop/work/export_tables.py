"""Exporting the registry as CSV tables, with the count of who is in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.exchange.release_report import Balance
from desktop.work.export import Wish, prepare, unreported
from desktop.work.export_files import refuse_output, write

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
        return Balance(self.registered, self.counts["patients"]).text


def export_tables(
    registry: Registry,
    folder: Path,
    *,
    as_of: date | None = None,
    report: Callable[[int, int, str], None] | None = None,
) -> Exported:
    """Write every patient of the registry into ``folder`` as the tables of FORMATS.

    Beside them, in a folder of its own, lie the codebook, a schema of each table and a manifest.
    """
    wish = Wish(output=folder, format="csv")
    refuse_output(wish, registry.path)
    prepared = prepare(registry, wish, as_of=as_of, report=report or unreported)
    return Exported(prepared.balance.registered, dict(write(prepared).counts))
