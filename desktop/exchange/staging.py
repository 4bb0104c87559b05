"""Rows made from documents, gathered by table, as the import takes them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.columns import CLINICAL, PATIENTS
from desktop.exchange.csv_tables import KEY, SOURCE_COLUMNS, ReadRow, TableFile, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from desktop.domain.columns import Table


@dataclass(slots=True)
class Staging:
    """Gathers rows of several tables from one document.

    Attributes:
        skipped: how many sound things of each kind the registry has no place for.
    """

    path: Path
    skipped: Counter[str] = field(default_factory=Counter)
    _rows: dict[str, list[tuple[int, Mapping[str, str], str]]] = field(default_factory=dict)

    def add(self, table: str, number: int, cells: Mapping[str, str], fault: str = "") -> None:
        """Take a row in; ``cells`` has ``patient_id`` and columns of the table."""
        self._rows.setdefault(table, []).append((number, cells, fault))

    def tables(self) -> tuple[TableFile, ...]:
        """One table for each kind that has rows."""
        return tuple(
            self._table(table) for table in (PATIENTS, *CLINICAL) if table.name in self._rows
        )

    def _table(self, table: Table) -> TableFile:
        rows = self._rows[table.name]
        own = (KEY, *columns_of(table))
        sources = SOURCE_COLUMNS if table.name == "labs" else ()
        extras = dict.fromkeys(name for _, cells, _ in rows for name in cells)
        more = (name for name in extras if name not in own and name not in sources)
        header = (*own, *sources, *more)
        return TableFile(self.path, table, header, partial(_read, header, rows), is_keyed=True)


def _read(
    header: tuple[str, ...], rows: list[tuple[int, Mapping[str, str], str]]
) -> Iterator[ReadRow]:
    for number, cells, fault in rows:
        yield ReadRow(number, tuple(cells.get(name, "") for name in header), fault)
