"""One entry changed three ways in turns: as shipped, without what keeps it safe, and bare SQL.

All three commit each change to a file of its own, through the same driver with WAL and
synchronous FULL.
"""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import dataclass, field, replace
from statistics import median
from typing import TYPE_CHECKING

from desktop.db.connection import connect, transaction, utils_database
from desktop.db.edit import Edit
from desktop.db.registry import Registry
from desktop.db.sealing import now
from tests.benchmarks.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.db.connection import Connection
    from desktop.domain import records as r
    from tests.benchmarks.setting import Setting

MOST = 1.5
EDITS, QUICK_EDITS = 600, 200
_WARM = 20
"""Edits before the first that counts: they read the pages and fill the driver's cache."""


@dataclass
class Way:
    """One way of making a change, and what each time cost in ms: on the wall, of the processor."""

    change: Callable[[str], object]
    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def take_turn(self, value: str) -> None:
        """Make the change once."""
        wall, processor = time.perf_counter(), time.process_time()
        self.change(value)
        self.wall.append((time.perf_counter() - wall) * 1000)
        self.processor.append((time.process_time() - processor) * 1000)

    @property
    def told(self) -> str:
        """Least wall time and the processor's: a busy machine delays every commit alike."""
        return f"least {min(self.wall):.2f}, processor {median(self.processor):.2f} ms"


def measure_edits(setting: Setting, encrypted: Path, plain: Path, bare: Path) -> list[Figure]:
    """A change of one result in the window's way, beside the same without audit and encryption.

    The three files hold the same patients; ``plain`` and ``bare`` are not encrypted.
    """
    with (
        Registry.open(encrypted) as registry,
        closing(connect(plain)) as unguarded_file,
        closing(connect(bare)) as bare_file,
    ):
        ways = (
            shipped(registry, first_result(encrypted)),
            same_unguarded(unguarded_file, first_result(plain)),
            statement(bare_file, first_result(bare).id),
        )
        for turn in range(_WARM + (QUICK_EDITS if setting.is_quick else EDITS)):
            if turn == _WARM:
                for way in ways:
                    way.wall.clear()
                    way.processor.clear()
            for way in ways:
                way.take_turn(f"{2 + turn % 7}.{turn % 10}")
    whole, unguarded, sql = ways
    return [
        _figure(
            "an edit, encrypted and audited",
            whole,
            unguarded,
            floor_name="the same edit without audit and encryption",
            limit=MOST,
        ),
        _figure(
            "the same beside a bare statement",
            whole,
            sql,
            floor_name="one UPDATE of the same row and a commit, unread and unchecked",
            limit=None,
        ),
    ]


def _figure(name: str, way: Way, floor: Way, *, floor_name: str, limit: float | None) -> Figure:
    return Figure(
        name=name,
        value=median(way.wall),
        unit="ms",
        floor=median(floor.wall),
        floor_name=floor_name,
        limit=limit,
        limit_is_ratio=limit is not None,
        note=f"medians of {len(way.wall)}; {way.told} beside {floor.told}",
    )


def first_result(path: Path) -> r.LabResult:
    """The first result in a registry that has a value."""
    with Registry.open(path) as registry:
        for patient in registry.ids().values():
            for lab in registry.case(patient).labs:
                if lab.value:
                    return lab
    message = "no patient has a result"
    raise RuntimeError(message)


def shipped(registry: Registry, lab: r.LabResult) -> Way:
    """As a form saves it: checked, written, journaled, sealed, and encrypted."""

    def change(value: str) -> None:
        nonlocal lab
        old, lab = lab, replace(lab, value=value)
        registry.change("Change phosphate", lambda edit: edit.put(lab, replacing=old))

    return Way(change)


def same_unguarded(connection: Connection, lab: r.LabResult) -> Way:
    """The same: checked and written by the same code, with no journal, in a plain file."""
    database = utils_database(connection)

    def change(value: str) -> None:
        nonlocal lab
        old, lab = lab, replace(lab, value=value)
        with transaction(connection):
            Edit(connection, database, now()).put(lab, replacing=old)

    return Way(change)


def statement(connection: Connection, lab: str) -> Way:
    """What the file alone costs: one statement in a transaction."""

    def change(value: str) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "UPDATE labs SET value = ?, changed_at = ?, row_version = row_version + 1 WHERE id = ?",
            (value, now(), lab),
        )
        connection.execute("COMMIT")

    return Way(change)
