"""The worklist of a whole registry: quick candidates first, then patient by patient.

The guidance takes some milliseconds for each patient. It is worked out by other processes, so
that the window never waits; results come in chunks. Nothing is stored: what was worked out is
kept for this run of the program, by the version of each patient.
"""

from __future__ import annotations

import gc
import os
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from desktop.db import holding
from desktop.db.registry import Registry
from desktop.domain.columns import CLINICAL
from desktop.domain.language import language, use_language
from desktop.guidance.assess import assess_briefly
from desktop.guidance.clinic import pack_for
from desktop.guidance.dossier import Dossier
from desktop.measures.derived import derive
from desktop.work.processes import pool_of
from desktop.work.worklist_glance import Found
from desktop.work.worklist_items import has_died, items_of

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from desktop.work.worklist import Item

    Report = Callable[[int, int, str], None]

CHUNK = 25
"""Patients per task: a fifth of a second, so that the first results come soon."""
FEW = 40
"""Up to so many patients this process is faster than starting others."""
NICE = 10
"""The window's own work goes first."""

_UNUSED = frozenset(["sources", "consents", "assessments", "worklist_marks"])
_TABLES = tuple(table for table in CLINICAL if table.name not in _UNUSED)
"""What the items rest on."""

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Found).decode


@dataclass(frozen=True, slots=True)
class _Share:
    """What one task is told: the file, the patients, the day of looking, the language."""

    path: Path
    patients: tuple[str, ...]
    day: date
    language: str


def scan(
    path: Path,
    patients: Sequence[str],
    day: date,
    *,
    processes: int = 0,
    report: Report | None = None,
) -> Iterator[Found]:
    """The items of these patients in chunks, in the order in which they are done.

    ``processes`` is by default all cores but one. Raises UserError for a file that cannot be
    opened, and whatever ``report`` raises; tasks not begun are then dropped.
    """
    code = language()
    shares = [
        _Share(path, tuple(patients[start : start + CHUNK]), day, code)
        for start in range(0, len(patients), CHUNK)
    ]
    if not shares:
        return
    workers = min(processes or max((os.cpu_count() or 2) - 1, 1), len(shares))
    is_small = not processes and len(patients) <= FEW
    work = _here(path, patients, day) if is_small else _surely(shares, workers)
    done = 0
    with closing(work) as chunks:
        for found in chunks:
            done += len(found)
            if report is not None:
                report(done, len(patients), "")
            yield found


def _surely(shares: Sequence[_Share], workers: int) -> Generator[Found, None, None]:
    """By other processes; what they leave undone because one was ended is done here."""
    left = {own: None for share in shares for own in share.patients}
    try:
        with holding.holding(shares[0].path), closing(_elsewhere(shares, workers)) as chunks:
            for found in chunks:
                for own in found:
                    del left[own]
                yield found
    except BrokenProcessPool:
        yield from _here(shares[0].path, tuple(left), shares[0].day)


def _here(path: Path, patients: Sequence[str], day: date) -> Generator[Found, None, None]:
    """One by one, so that the window's thread has its turn between two patients."""
    with Registry.open(path) as registry:
        for own in patients:
            yield {own: _items(registry, own, day)}


def _elsewhere(shares: Sequence[_Share], workers: int) -> Generator[Found, None, None]:
    """By processes of their own."""
    waiting = list(reversed(shares))
    pool = pool_of(workers, partial(_begin, shares[0].language))
    running: set[Future[bytes]] = set()
    try:
        while waiting or running:
            while waiting and len(running) < 2 * workers:
                running.add(pool.submit(_encoded, waiting.pop()))
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield _decode(future.result())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _begin(code: str) -> None:
    """Behind the window's own work, in the window's language.

    Garbage is collected once after each task: in between it costs a tenth more.
    """
    gc.disable()
    gc.freeze()  # what is imported stays: it need not be looked through each time
    if hasattr(os, "nice"):
        os.nice(NICE)
    use_language(code)


def _encoded(share: _Share) -> bytes:
    try:
        return _encode(_worked_out(share.path, share.patients, share.day))
    finally:
        gc.collect()


def _worked_out(path: Path, patients: Sequence[str], day: date) -> Found:
    """The items of some patients; one removed since the list was made needs nothing."""
    with Registry.open(path) as registry:
        return {own: _items(registry, own, day) for own in patients}


def _items(registry: Registry, own: str, day: date) -> tuple[Item, ...]:
    """The same items as those of the patient's whole assessment, in half of the time."""
    try:
        case = registry.case(own, day, tables=_TABLES)
    except KeyError:  # removed meanwhile
        return ()
    if has_died(case):
        return ()
    derived, pack = derive(case), pack_for(registry.path)
    assessment = assess_briefly(case, derived, pack=pack)
    return items_of(Dossier(case, derived, assessment, lambda: pack))
