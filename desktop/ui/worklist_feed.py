"""Brings the worklist to the window: looks, works out and sorts beside the window's thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from desktop.db.attention import Glance
    from desktop.domain.records import WorklistMark
    from desktop.work.worklist import Item
    from desktop.work.worklist_deeds import Deeds

    Found = dict[str, tuple[Item, ...]]
    Report = Callable[[int, int, str], None]

FIRST_PAUSE_S = 1.8
"""The first scan waits: a patient opened at once comes first, and so does the warm-up, whose
steps took the window five times as long beside the scan's imports."""
PAUSE_S = 1.5
"""So long it waits again when a patient is opened meanwhile."""
GLIMPSE_S = 0.2
"""So soon a scan that waits notices that it is not wanted any more."""
EVERY_MS = (400, 800, 1600, 3000)
"""Results on their way are put in order after so long, then more and more seldom."""


@dataclass(frozen=True, slots=True)
class Board:
    """What the page shows: every open item in order, counts for the tiles, who they are.

    ``deeds`` tell whose an item is and what was noted on it, by patient and key.
    """

    items: tuple[Item, ...]
    counts: Mapping[str, int]
    seen: Glance
    day: date
    deeds: Mapping[tuple[str, str], Deeds] = field(default_factory=dict)

    def told(self, item: Item) -> Deeds:
        """What was agreed about an item."""
        from desktop.work.worklist_deeds import NOTHING

        return self.deeds.get((item.patient, item.key), NOTHING)

    def with_mark(self, made: WorklistMark) -> Board:
        """This board with one mark more about what was agreed."""
        from desktop.work.worklist_deeds import deeds_by_item

        seen = replace(self.seen, marks=(*self.seen.marks, made))
        return replace(self, seen=seen, deeds=deeds_by_item(seen.marks))


@dataclass(frozen=True, slots=True)
class _Look:
    """What a glance at the registry told; ``first`` is a board where there was none yet."""

    seen: Glance
    quick: Found
    first: Board | None


class WorklistFeed(QObject):
    """Gives boards of one registry, again and again while results come.

    ``ready`` carries a Board; ``progress`` how many of how many patients were worked out, and
    equal numbers at the end.
    """

    ready = Signal(object)
    progress = Signal(int, int)
    failed = Signal(object)
    _looked = Signal(object, object)
    _came = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._day = date.min
        self._seen: Glance | None = None
        self._quick: Found = {}
        self._found: Found = {}
        self._known: dict[str, tuple[int, date]] = {}
        self._task: Task | None = None
        self._sorting: Task | None = None
        self._is_dirty = False
        self._was_first = True
        self._boards = 0
        self._halt = Event()
        self._free = Event()
        self._free.set()
        # A timer, not a time: it ends only when the window has nothing more pressing to do.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._free.set)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._arrange)
        self._looked.connect(self._take_look)
        self._came.connect(self._take_items)

    def refresh(self, path: Path, day: date) -> None:
        """Bring the worklist up to date; what is known of unchanged patients stays."""
        if path != self._path:
            self.forget()
            self._path = path
        self._day = day
        self._boards = 0
        self.stop()
        self._halt = Event()
        if self._was_first:
            self._rest(FIRST_PAUSE_S)
        self._was_first = False
        work = partial(self._work, (path, day), dict(self._known), self._halt)
        task = Task("", work, halt=self._halt)
        task.signals.progress.connect(self._tell_progress)
        task.signals.failed.connect(self.failed)
        task.signals.finished.connect(partial(self._ended, task))
        self._task = task
        task.start()

    def forget(self) -> None:
        """Work everything out anew at the next time."""
        self._seen, self._was_first = None, True
        for kept in (self._quick, self._found, self._known):
            kept.clear()

    @property
    def day(self) -> date:
        """The day of looking."""
        return self._day

    def stop(self) -> None:
        """Work nothing more out."""
        self._halt.set()
        self._soon.stop()
        if self._task is not None:
            self._task.stop()
            self._task = None

    def _work(
        self,
        what: tuple[Path, date],
        known: Mapping[str, tuple[int, date]],
        halt: Event,
        report: Report,
    ) -> None:
        """In a thread of the pool: tells what it finds by signals."""
        path, day = what
        from desktop.db.attention import glance
        from desktop.work.worklist_glance import pending_work, quick_items

        seen = glance(path)
        report(0, 0, "")
        quick = quick_items(seen)
        first = None if known else _arranged(seen, quick, day, report)
        self._looked.emit(halt, _Look(seen, quick, first))
        todo = pending_work(seen, known, day)
        report(0, len(todo), "")
        self._wait(halt)
        report(0, len(todo), "")
        from desktop.work.worklist_scan import scan  # guidance and measures

        for found in scan(path, todo, day, report=report):
            versions = {own: (seen.versions[own], day) for own in found}
            self._came.emit(halt, found, versions)
            self._wait(halt)

    def _wait(self, halt: Event) -> None:
        """In the worker: leave the machine to the window while it has more to do."""
        while not halt.is_set() and not self._free.wait(GLIMPSE_S):
            pass

    def put_off(self) -> None:
        """A patient is being opened, which comes first."""
        self._rest(PAUSE_S)

    def _rest(self, seconds: float) -> None:
        self._free.clear()
        self._pause.start(int(seconds * 1000))

    def _take_look(self, run: Event, look: _Look) -> None:
        if run is not self._halt:  # told for another registry, or before a change
            return
        self._seen, self._quick = look.seen, look.quick
        if look.first is not None:
            self.ready.emit(look.first)
        for own in set(self._found) - set(look.seen.people):
            del self._found[own]
            self._known.pop(own, None)
        if self._found:
            self._arrange_soon(now=True)

    def _take_items(self, run: Event, found: Found, versions: dict[str, tuple[int, date]]) -> None:
        if run is not self._halt:
            return
        self._found |= found
        self._known |= versions
        self._arrange_soon()

    def _ended(self, task: Task, _result: object) -> None:
        if task is self._task:
            self._task = None
            self.progress.emit(1, 1)
            self._arrange_soon(now=True)

    def _tell_progress(self, done: int, total: int, _text: str) -> None:
        if total:
            self.progress.emit(done, total)

    def _arrange_soon(self, *, now: bool = False) -> None:
        if now:
            self._soon.start(0)
        elif not self._soon.isActive():
            self._soon.start(EVERY_MS[min(self._boards, len(EVERY_MS) - 1)])
            self._boards += 1

    def _arrange(self) -> None:
        if self._sorting is not None:
            self._is_dirty = True
            return
        if self._seen is None:
            return
        self._is_dirty = False
        found = self._quick | self._found
        task = Task("", partial(_arranged, self._seen, found, self._day))
        task.signals.finished.connect(self._arranged)
        task.signals.failed.connect(self.failed)
        task.signals.ended.connect(self._sorted)
        self._sorting = task
        task.start()

    def _sorted(self) -> None:
        self._sorting = None
        if self._is_dirty:
            self._arrange_soon()

    def _arranged(self, board: Board) -> None:
        if board.seen is self._seen:
            self.ready.emit(board)


def _arranged(seen: Glance, found: Found, day: date, _report: Report) -> Board:
    from desktop.work.worklist import newest_marks, open_items, tile_counts
    from desktop.work.worklist_deeds import deeds_by_item

    marks: Mapping[tuple[str, str], WorklistMark] = newest_marks(seen.marks)
    items = open_items((one for own in found.values() for one in own), marks, day)
    counts = tile_counts(items) | _people_counts(seen)
    return Board(tuple(items), counts, seen, day, deeds_by_item(seen.marks))


def _people_counts(seen: Glance) -> dict[str, int]:
    """The living, and how many of them have which of the two great diagnoses."""
    keys = [person.diagnosis for person in seen.people.values() if not person.death_when]
    tumoral = sum(key.endswith("tumoral_calcinosis") for key in keys)
    return {"active": len(keys), "tumoral": tumoral, "fop": keys.count("fop")}
