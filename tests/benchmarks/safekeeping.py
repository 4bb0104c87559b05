"""What safekeeping costs: edits, signing in, the first paint, a large file, backups, checks."""

from __future__ import annotations

import os
import shutil
import sys
import time
from statistics import median
from typing import TYPE_CHECKING

from desktop.db import keyring, vault, vault_slots
from desktop.db.connection import connect, transaction
from desktop.db.registry import Registry
from desktop.work import backups
from desktop.work.demonstration import make_demonstration
from desktop.work.verify import verify
from tests.benchmarks.editing import measure_edits
from tests.benchmarks.figure import Figure, summary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.db.connection import Connection
    from tests.benchmarks.setting import Setting

PERSON, PASSPHRASE = "Anna Muster", "four words for anna"
UNLOCK_MS, OPEN_MS = 400.0, 1000.0
FIRST_PAINT = 1.5
LARGE, QUICK_LARGE = 10**9, 10**8
"""Bytes of a large registry."""
_ROWS = 40_000
"""Results written in one go; some 20 MB."""
_NOTE = "taken in the outpatient clinic; fasting since the evening before; sample on ice, " * 3


def measure(setting: Setting) -> list[Figure]:
    """Each figure of an encrypted registry beside what it would be without."""
    path = setting.folder / "encrypted.registry"
    keyring.unlock(path, vault.create(path, PERSON, PASSPHRASE)[0])
    make_demonstration(path)
    plain = [setting.folder / f"plain-{number}.registry" for number in range(2)]
    for copy in plain:
        _copy_registry(setting.small_registry, copy)
    return [
        *measure_edits(setting, path, *plain),
        _unlocking(setting, path),
        *_first_paint(setting, path),
        _large(setting),
        *_backups(setting, path),
    ]


def _copy_registry(path: Path, target: Path) -> None:
    """Copy a registry whole: a child that ended at once may have left a log beside it."""
    Registry.open(path).close()
    shutil.copy(path, target)


def _times(work: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of each run."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        found.append((time.perf_counter() - begun) * 1000)
    return found


def _unlocking(setting: Setting, path: Path) -> Figure:
    """From the passphrase to the open registry; what it needs is imported while one types."""
    whole: list[float] = []
    floor: list[float] = []
    spent: list[float] = []
    held = keyring.unlocked(path)
    assert held is not None
    for _ in range(1 + 2 * setting.runs):
        keyring.lock(path)
        processor = time.process_time()
        whole += _times(lambda: _let_in(path), 1)
        spent.append((time.process_time() - processor) * 1000)
        floor += _times(_argon2, 1)
    keyring.unlock(path, held)
    middle, least = summary(whole[1:])
    return Figure(
        name="unlock: sign in and open",
        value=middle,
        unit="ms",
        floor=median(floor[1:]),
        floor_name="argon2id with the shipped cost alone",
        limit=UNLOCK_MS,
        note=f"median of {len(whole) - 1}; least {least:.0f}, processor {median(spent):.0f} ms",
    )


def _let_in(path: Path) -> None:
    keyring.unlock(path, vault.sign_in(path, PERSON, PASSPHRASE))
    Registry.open(path).close()


def _argon2() -> None:
    from argon2.low_level import Type, hash_secret_raw

    cost = vault_slots.COST
    hash_secret_raw(
        PASSPHRASE.encode(), bytes(16), cost.passes, cost.memory, cost.lanes, 32, Type.ID
    )


def _first_paint(setting: Setting, path: Path) -> list[Figure]:
    bare, page = setting.interleaved(("bare_window",), ("product_sign_in", str(path)))
    floor, floor_least = summary([run["ms"] for run in bare])
    middle, least = summary([run["ms"] for run in page])
    ready = median(run["ready_ms"] for run in page)
    note = f"medians of {len(page)}; least {least:.0f} and {floor_least:.0f} ms"
    return [
        Figure(
            name="first paint of the sign-in page",
            value=middle,
            unit="ms",
            floor=floor,
            floor_name="a bare window with a table",
            limit=FIRST_PAINT,
            limit_is_ratio=True,
            note=f"{note}; processor {median(run['cpu_ms'] for run in page):.0f} ms",
        ),
        Figure(
            name="sign-in page knows its people",
            value=ready,
            unit="ms",
            floor=floor,
            floor_name="a bare window with a table",
            note="what signing in needs is imported by then",
        ),
    ]


def _large(setting: Setting) -> Figure:
    """Open and list the patients, the file not being in the system's memory where it can be."""
    path = setting.folder / "gigabyte.registry"
    _copy_registry(setting.large_registry, path)
    keyring.unlock(path, vault.encrypt(path, PERSON, PASSPHRASE)[0])
    before = _opened_ms(setting, path)
    print("… filling a large encrypted registry", file=sys.stderr)
    rows, seconds = _fill(path, QUICK_LARGE if setting.is_quick else LARGE)
    size = path.stat().st_size / 10**9
    opened = _opened_ms(setting, path)
    warm = median(_times(lambda: _list(path), setting.runs))
    path.unlink()
    return Figure(
        name=f"open and list a registry of {size:.1f} GB",
        value=median(opened),
        unit="ms",
        floor=median(before),
        floor_name="the same before it was filled",
        limit=OPEN_MS,
        note=f"{setting.patients:,} patients, {rows:,} results added in {seconds:.0f} s;"
        f" most {max(opened):.0f} ms; {warm:.0f} ms where the file is in memory"
        + ("; a quick run takes a smaller file" if setting.is_quick else ""),
    )


def _opened_ms(setting: Setting, path: Path) -> list[float]:
    found = []
    for _ in range(setting.runs):
        _forget_pages(path)
        found += _times(lambda: _list(path), 1)
    return found


def _list(path: Path) -> None:
    with Registry.open(path) as registry:
        registry.patients()


def _forget_pages(path: Path) -> None:
    """Let the system drop what it keeps of a closed file, so that it is read from the disk."""
    if sys.platform == "linux":
        with path.open("rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _fill(path: Path, size: int) -> tuple[int, float]:
    """Add results until the file is so large; how many, and in how many seconds.

    It goes round the journal: what is measured reads none of it.
    """
    begun = time.perf_counter()
    connection = connect(path)
    patients = [own for (own,) in connection.execute("SELECT id FROM patients ORDER BY id")]
    rows = 0
    while path.stat().st_size < size:
        _add_results(connection, patients[rows // _ROWS % len(patients)], rows)
        rows += _ROWS
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return rows, time.perf_counter() - begun


def _add_results(connection: Connection, patient: str, first: int) -> None:
    with transaction(connection):
        connection.executemany(
            "INSERT INTO labs (id, patient, analyte, value, unit, specimen, note, row_version,"
            " created_at, changed_at) VALUES (?, ?, 'serum_phosphate', '6.1', 'mg/dL', 'serum',"
            " ?, 1, '', '')",
            ((f"{number:032x}", patient, _NOTE) for number in range(first, first + _ROWS)),
        )


def _backups(setting: Setting, path: Path) -> list[Figure]:
    """A backup and a full check of the demonstration; for information."""
    made = _times(lambda: backups.make(path, "asked"), setting.runs)
    copied = _times(lambda: _copy(path, setting.folder / "copy"), setting.runs)
    checked = _times(lambda: _check(path), setting.runs)
    pages = _times(lambda: _check_pages(path), setting.runs)
    return [
        Figure(
            name="backup of the demonstration",
            value=median(made),
            unit="ms",
            floor=median(copied),
            floor_name="copying the file to the disk",
            note=f"verified by reopening; {path.stat().st_size / 1e6:.1f} MB",
        ),
        Figure(
            name="verify the demonstration",
            value=median(checked),
            unit="ms",
            floor=median(pages),
            floor_name="the engine's own check of every page and index",
            note="with its audit, keys and newest backup",
        ),
    ]


def _copy(path: Path, target: Path) -> None:
    shutil.copy(path, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _check(path: Path) -> None:
    report = verify(path)
    assert report.is_sound, report.problems


def _check_pages(path: Path) -> None:
    connection = connect(path)
    connection.execute("PRAGMA integrity_check").fetchall()
    connection.close()
