"""Every row of a damaged table that can still be read.

After one unreadable page a connection reads nothing any more, so each attempt behind damage has a
connection of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.db.reading import DatabaseError, read_only

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from desktop.db.connection import Connection
    from desktop.db.keyring import Unlocked

Row = tuple[Any, ...]

_PATIENCE = 64
"""Unreadable rows one after the other that are tried singly; a page holds fewer, as a rule."""
_STRIDE = 4096
_ATTEMPTS = 20_000


@dataclass(frozen=True, slots=True)
class _Query:
    table: str
    columns: list[str]
    end: int

    def where(self, condition: str) -> str:
        names = ", ".join(f'"{name}"' for name in ("rowid", *self.columns))
        return f'SELECT {names} FROM "{self.table}" NOT INDEXED WHERE {condition}'  # noqa: S608 - names out of the file


class Damaged:
    """A damaged registry file, read again and again; ``columns`` are by table."""

    def __init__(self, path: Path, unlocked: Unlocked | None) -> None:
        self._path = path
        self._unlocked = unlocked
        self._connection: Connection | None = None

    @property
    def connection(self) -> Connection:
        """A connection that has met no damage yet."""
        if self._connection is None:
            self._connection = read_only(self._path, self._unlocked)
        return self._connection

    def close(self) -> None:
        """Close the connection; the next one is fresh."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def columns(self, table: str) -> list[str]:
        """The columns of a table, in their order."""
        return [row[1] for row in self.connection.execute(f'PRAGMA table_info("{table}")')]

    def expected(self, table: str) -> int | None:
        """How many rows a table should have, told by the indexes that can still be read."""
        found = []
        for index in ("", *self._indexes(table)):
            source = f'"{table}" INDEXED BY "{index}"' if index else f'"{table}"'
            try:
                query = f"SELECT count(*) FROM {source}"  # noqa: S608 - names out of the file
                found.append(int(self.connection.execute(query).fetchone()[0]))
            except DatabaseError:
                self.close()
        return max(found, default=None)

    def _indexes(self, table: str) -> list[str]:
        try:
            listed = self.connection.execute(f'PRAGMA index_list("{table}")').fetchall()
        except DatabaseError:
            self.close()
            return []
        return [row[1] for row in listed if not row[4]]  # a partial index counts only some rows

    def rows(self, table: str, columns: list[str]) -> Generator[Row, None, None]:
        """The readable rows, each after its rowid; behind damage they may be out of order."""
        query = _Query(table, columns, end=self._end(table))
        seen, gaps, is_damaged = 0, [], False
        for row in self._passed(query):
            if not row:
                is_damaged = True
                continue
            if row[0] > seen + 1:
                gaps.append((seen, row[0]))
            seen = row[0]
            yield row
        if is_damaged:
            # A garbled rowid may have led over rows that are sound: look again, from the root.
            for last, start in gaps:
                yield from self._between(query, last, start)

    def _passed(self, query: _Query) -> Generator[Row, None, None]:
        """One pass over a table; an empty row stands for each attempt that met damage."""
        at = 1 + (yield from self._run(query, 0))
        failures, stride = 0, 1
        for _ in range(_ATTEMPTS):
            first = self._first(query, at) if at <= query.end else None
            if first is None:
                return
            if not first:
                yield ()
                failures += 1
                stride = 1 if failures < _PATIENCE else min(stride * 2, _STRIDE)
                at += stride
                continue
            yield first
            at = 1 + (yield from self._run(query, first[0]))
            failures, stride = 0, 1

    def _run(self, query: _Query, after: int) -> Generator[Row, None, int]:
        """Rows behind ``after`` until damage or the end; gives the last rowid."""
        condition = "rowid > ? ORDER BY rowid"
        try:
            for row in self.connection.execute(query.where(condition), (after,)):
                if not after < row[0] <= query.end:  # a damaged tree may lead anywhere
                    yield ()
                    break
                after = row[0]
                yield row
        except DatabaseError:
            self.close()
            yield ()
        return after

    def _first(self, query: _Query, start: int) -> Row | None:
        """The first row from ``start`` on; empty for damage, None if there is no more."""
        condition = "rowid >= ? ORDER BY rowid LIMIT 1"
        try:
            cursor = self.connection.execute(query.where(condition), (start,))
            found: Row | None = cursor.fetchone()
        except DatabaseError:
            self.close()
            return ()
        return found

    def _between(self, query: _Query, last: int, start: int) -> Generator[Row, None, None]:
        """Rows between two rowids from both sides, until damage."""
        found: dict[int, Row] = {}
        for order in ("ASC", "DESC"):
            condition = f"rowid > ? AND rowid < ? ORDER BY rowid {order}"
            try:
                for row in self.connection.execute(query.where(condition), (last, start)):
                    if last < row[0] < start:
                        found[row[0]] = row
                return
            except DatabaseError:
                self.close()
            finally:
                yield from found.values()
                found.clear()

    def _end(self, table: str) -> int:
        """The last rowid; where its page cannot be read, as far as the rows may reach."""
        query = f'SELECT max(rowid) FROM "{table}"'  # noqa: S608 - a name out of the file
        try:
            return int(self.connection.execute(query).fetchone()[0] or 0)
        except DatabaseError:
            self.close()
        return 2 * (self.expected(table) or 0) + _STRIDE
