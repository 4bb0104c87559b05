"""The measures of every patient of a registry, computed by several processes at once.

Each process opens the file for itself and reads its share; cases never travel between them,
only the measures do, as MessagePack.
"""

from __future__ import annotations

import os
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from desktop.db.registry import Registry
from desktop.domain.columns import CLINICAL
from desktop.measures.derived import derive
from desktop.measures.values import Derived
from desktop.work.processes import pool_of

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from datetime import date
    from pathlib import Path

_CHUNK = 100
"""Patients per task: some tenths of a second, so that Stop is heard and no process idles."""

_FEW = 300
"""Up to so many patients one process is faster than starting others."""

_UNUSED = frozenset({"variants", "family", "sources", "allergies", "targets", "visits"})
_TABLES = tuple(table for table in CLINICAL if table.name not in _UNUSED)
"""What the measures rest on; findings too, because their times tell the axis of a case."""

_Measures = dict[str, Derived]
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Measures).decode


@dataclass(frozen=True, slots=True)
class _Share:
    """What one task is told: the file, the patients (our ids), the day of looking."""

    path: Path
    patients: tuple[str, ...]
    as_of: date


def unreported(_done: int, _total: int, _text: str) -> None:
    """Report progress to nobody."""


def derive_all(
    path: Path,
    *,
    as_of: date | None = None,
    processes: int = 0,
    report: Callable[[int, int, str], None] = unreported,
) -> Iterator[tuple[str, Derived]]:
    """Our id and the measures of every patient, in the order in which they are done.

    ``as_of`` is the day of looking, by default today; ``processes`` by default one for each
    core. Time grows in step with the number of patients; only some hundred patients are held
    at a time, about 25 kB each. Raises UserError for a file that cannot be opened, and
    whatever ``report`` raises, such as Cancelled; tasks not begun are then dropped.
    """
    day = as_of or datetime.now(UTC).astimezone().date()
    # Kept open to the end: else each process that closes the file would fold its log in.
    with Registry.open(path) as registry:
        patients = list(registry.ids().values())
        shares = [
            _Share(path, tuple(patients[start : start + _CHUNK]), day)
            for start in range(0, len(patients), _CHUNK)
        ]
        workers = min(processes or os.cpu_count() or 1, len(shares))
        is_small = workers <= 1 or (not processes and len(patients) <= _FEW)
        done, text = 0, "Computing measures"
        report(done, len(patients), text)
        with closing(_here(shares) if is_small else _elsewhere(shares, workers)) as measured:
            for measures in measured:
                yield from measures.items()
                done += len(measures)
                report(done, len(patients), text)


def _here(shares: Sequence[_Share]) -> Generator[_Measures, None, None]:
    for share in shares:
        yield _measured(share)


def _elsewhere(shares: Sequence[_Share], workers: int) -> Generator[_Measures, None, None]:
    """The measures of the shares as they are done.

    At most two tasks for each process wait, so that results do not pile up.
    """
    waiting = list(reversed(shares))
    pool = pool_of(workers)
    running: set[Future[bytes]] = set()
    try:
        while waiting or running:
            while waiting and len(running) < 2 * workers:
                running.add(pool.submit(_encoded, waiting.pop()))
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield _decode(future.result())
    finally:
        pool.shutdown(cancel_futures=True)


def _encoded(share: _Share) -> bytes:
    return _encode(_measured(share))


def _measured(share: _Share) -> _Measures:
    """The measures of one share; a patient removed since the list was made is left out."""
    with Registry.open(share.path) as registry:
        known = set(registry.ids().values())
        return {
            patient: derive(registry.case(patient, share.as_of, tables=_TABLES))
            for patient in share.patients
            if patient in known
        }
