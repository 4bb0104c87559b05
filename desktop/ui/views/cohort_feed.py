"""Brings the figures of a registry to the window: counted beside it, kept by patient in memory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal

from desktop.domain.language import say
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from desktop.charts.spec import ChartSpec
    from desktop.domain.ranges import RegistryRange
    from desktop.work.cohort_effects import Effect
    from desktop.work.cohort_members import Member
    from desktop.work.cohort_shapes import Figure

    Report = Callable[[int, int, str], None]
    Known = dict[str, tuple[int, date]]

QUIT_MS = 3000
UNITS = {"conventional": "mg/dL", "si": "mmol/L"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What the page shows: everybody's facts, the figures, and both charts for each unit."""

    members: tuple[Member, ...]
    figures: tuple[Figure, ...]
    effects: tuple[Effect, ...]
    charts: Mapping[str, tuple[ChartSpec, ChartSpec]]
    day: date
    at: datetime


class CohortFeed(QObject):
    """Counts one registry; a patient who did not change since is not worked out again.

    ``ready`` carries a Board, ``progress`` how many of how many patients were worked out,
    ``stopped`` the same where Stop was pressed. Nothing is written anywhere.
    """

    ready = Signal(object)
    progress = Signal(int, int)
    stopped = Signal(int, int)
    failed = Signal(object)
    _came = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._members: dict[str, Member] = {}
        self._known: Known = {}
        self._ranges: tuple[RegistryRange, ...] = ()
        self._task: Task | None = None
        self._reached = (0, 0)
        self._came.connect(self._keep)
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(self._quit)

    @property
    def is_running(self) -> bool:
        """True while patients are counted."""
        return self._task is not None

    def refresh(self, path: Path, day: date, *, ranges: Sequence[RegistryRange]) -> None:
        """Bring the figures up to date; what is known of unchanged patients stays."""
        if path != self._path or tuple(ranges) != self._ranges:
            self._path, self._ranges = path, tuple(ranges)
            self._members, self._known = {}, {}
        self._drop()
        self._reached = (0, 0)
        members, known = dict(self._members), dict(self._known)
        task = Task(say("Count patients"), partial(self._work, (path, day), members, known))
        task.signals.progress.connect(partial(self._tell_progress, task))
        task.signals.finished.connect(partial(self._take, task))
        task.signals.stopped.connect(partial(self._tell_stop, task))
        task.signals.failed.connect(partial(self._tell_failure, task))
        self._task = task
        task.start()

    def stop(self) -> None:
        """Count no further; what was worked out is kept for the next time."""
        if self._task is not None:
            self._task.stop()

    def _quit(self) -> None:
        """The program ends: the worker is heard out, for a moment."""
        if self._task is not None:
            self.stop()
            QThreadPool.globalInstance().waitForDone(QUIT_MS)

    def forget(self) -> None:
        """No registry is open: keep nothing."""
        self._drop()
        self._path = None
        self._members, self._known = {}, {}

    def _drop(self) -> None:
        self.stop()
        self._task = None

    def _work(
        self, what: tuple[Path, date], members: dict[str, Member], known: Known, report: Report
    ) -> Board:
        """In a thread of the pool: tells what it finds by signals."""
        from desktop.work.cohort_members import members_of, up_to_date, versions_of

        path, day = what
        versions = versions_of(path)
        todo = up_to_date(known, versions, day)
        report(0, 0, "")
        for found in members_of(path, todo, day, report=report) if todo else ():
            new = {one.patient: one for one in found}
            members |= new
            self._came.emit(path, new, {own: (versions[own], day) for own in new})
        report(0, 0, "")
        return _board([members[own] for own in versions if own in members], day, self._ranges)

    def _keep(self, path: Path, found: dict[str, Member], known: Known) -> None:
        if path == self._path:
            self._members |= found
            self._known |= known

    def _tell_progress(self, task: Task, done: int, total: int, _text: str) -> None:
        if task is self._task and total:
            self._reached = (done, total)
            self.progress.emit(done, total)

    def _take(self, task: Task, board: Board) -> None:
        if task is self._task:
            self._task = None
            self.ready.emit(board)

    def _tell_stop(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self.stopped.emit(*self._reached)

    def _tell_failure(self, task: Task, error: BaseException) -> None:
        if task is self._task:
            self._task = None
            self.failed.emit(error)


def _board(members: Sequence[Member], day: date, ranges: Sequence[RegistryRange]) -> Board:
    from desktop.work.cohort_effects import effects_of
    from desktop.work.cohort_figures import figures_of

    effects = effects_of(members)
    charts = {unit: _charts(members, effects, unit, ranges) for unit in UNITS.values()}
    return Board(
        members=tuple(members),
        figures=figures_of(members),
        effects=effects,
        charts=charts,
        day=day,
        at=datetime.now().astimezone(),
    )


def _charts(
    members: Sequence[Member],
    effects: Sequence[Effect],
    unit: str,
    ranges: Sequence[RegistryRange],
) -> tuple[ChartSpec, ChartSpec]:
    from desktop.charts.cohort import Reading, phosphate_by_age
    from desktop.charts.cohort_treatments import Change, treatment_changes
    from desktop.domain.terms import treatment_label

    latest = [one.phosphate for one in members if one.phosphate is not None]
    readings = [
        Reading(value=one.value, age_years=one.age_years, verdict=one.verdict)
        for one in latest
        if one.value is not None and one.age_years is not None
    ]
    left_out = len(latest) - len(readings)
    changes = [
        Change(
            agent=one.agent,
            name=treatment_label(one.agent),
            n=one.n,
            before=one.before,
            under=one.after,
        )
        for one in effects
    ]
    by_age = phosphate_by_age(readings, unit=unit, ranges=ranges, left_out=left_out)
    return by_age, treatment_changes(changes, unit=unit)
