"""One task for every share of a registry's patients, by several processes at once.

Each process opens the file for itself; cases never travel between them, only what was made of
them does.
"""

from __future__ import annotations

import gc
import os
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from desktop.db import holding, keyring

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from datetime import date
    from multiprocessing.process import BaseProcess
    from pathlib import Path

_Result = TypeVar("_Result")

CHUNK = 50
"""Patients per task: under a second, so that Stop is heard and no process idles."""

FEW = 100
"""Up to so many patients one process is faster than starting others."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one task is told: file, patients (our ids), the day of looking, the language."""

    path: Path
    patients: tuple[str, ...]
    as_of: date
    language: str


def shares_of(path: Path, patients: Sequence[str], *, as_of: date, language: str) -> list[Share]:
    """The patients of a registry in shares, in their order."""
    starts = range(0, len(patients), CHUNK)
    return [Share(path, tuple(patients[n : n + CHUNK]), as_of, language) for n in starts]


def results(
    task: Callable[[Share], _Result], shares: Sequence[Share], *, processes: int = 0
) -> Generator[_Result, None, None]:
    """What a task made of each share, in the order of the shares.

    ``task`` must be a function of a module; what it gives must be light, because it travels.
    ``processes`` is by default one for each core. Closing the generator drops the tasks that
    have not begun.
    """
    workers = min(processes or os.cpu_count() or 1, len(shares))
    patients = sum(len(share.patients) for share in shares)
    if workers <= 1 or (not processes and patients <= FEW):
        yield from map(task, shares)
        return
    with ExitStack() as held:
        for path in {share.path for share in shares}:
            held.enter_context(holding.holding(path))  # for all of them: none keeps another out
        yield from _by_processes(task, shares, workers)


def pool_of(workers: int, begin: Callable[[], None] | None = None) -> ProcessPoolExecutor:
    """So many worker processes, with our keys, for files that we hold while they work.

    ``begin`` is what each does first, a function of a module. They are spawned: a fork would
    take locks of Qt's threads and open files of SQLite along.
    """
    return ProcessPoolExecutor(
        workers,
        mp_context=get_context("spawn"),
        initializer=_begin,
        initargs=(keyring.carried(), begin),
    )


def _by_processes(
    task: Callable[[Share], _Result], shares: Sequence[Share], workers: int
) -> Generator[_Result, None, None]:
    # Few tasks wait at a time, so that results do not pile up.
    pool = pool_of(workers, gc.disable)
    running: deque[Future[_Result]] = deque()
    waiting = iter(shares)
    try:
        for share in waiting:
            running.append(pool.submit(_collected, task, share))
            if len(running) > 2 * workers:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(carried: keyring.Carried, begin: Callable[[], None] | None) -> None:
    """What a process of ours starts with: keys come through its pipe, never by its arguments."""
    _end_with_parent()
    keyring.take(carried)
    if begin is not None:
        begin()


def _end_with_parent() -> None:
    """Let this process end as soon as the program is gone, however that ended.

    Without it a worker would wait for its next task for ever after a crash, keys in memory.
    """
    parent = parent_process()
    if parent is not None:
        Thread(target=_outlast, args=(parent,), daemon=True, name="parent").start()


def _outlast(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _collected(task: Callable[[Share], _Result], share: Share) -> _Result:
    """A task whose garbage is collected once at its end: in between it costs a tenth more."""
    try:
        return task(share)
    finally:
        gc.collect()
