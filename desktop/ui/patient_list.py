"""The patients of the open registry as lists and searches show them, kept while they hold."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.db.registry import Registry
    from desktop.db.search import PatientRow
    from desktop.domain.changes import ChangeSet

MANY = 1000
"""So many patients are read again ahead of the next search, not with its first letter."""


class PatientList:
    """Reads the patients once, and again after a change of who they are.

    Kept because reading 10,000 takes half a second, which each search and each saved entry
    would wait for.
    """

    def __init__(self) -> None:
        self._rows: list[PatientRow] | None = None
        self._reading: Task | None = None

    def rows(self, registry: Registry | None) -> list[PatientRow]:
        """The patients of the registry; none while none is open."""
        if self._rows is None:
            self._rows = [] if registry is None else registry.patients()
            self._reading = None
        return self._rows

    def read_ahead(self, registry: Registry | None) -> None:
        """Read beside the window's thread, unless they are read or being read."""
        if registry is None or self._rows is not None or self._reading is not None:
            return
        task = Task("", partial(_listed, registry.path))
        task.signals.finished.connect(partial(self._take, task))
        task.signals.failed.connect(_raise)
        self._reading = task
        task.start()

    def _take(self, task: Task, rows: list[PatientRow]) -> None:
        """Rows read before a change, or of another registry, come too late."""
        if task is self._reading:
            self._rows = rows
            self._reading = None

    def forget(self) -> None:
        """Read them anew when they are asked for."""
        self._rows = None
        self._reading = None

    def follow(self, changes: ChangeSet, registry: Registry | None) -> None:
        """Forget them where a change concerns who somebody is; no other entry is listed."""
        from desktop.domain.records import Identity, Patient  # not for the first paint

        if not changes.batch and not any(
            isinstance(one.record, Patient | Identity) for one in changes.changes
        ):
            return
        were_many = len(self._rows or ()) > MANY
        self.forget()
        if were_many:
            self.read_ahead(registry)


def _listed(path: Path, _report: Callable[[int, int, str], None]) -> list[PatientRow]:
    from desktop.db.registry import Registry

    with Registry.open(path) as registry:
        return registry.patients()


def _raise(error: Exception) -> None:
    raise error
