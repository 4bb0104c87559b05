"""The jobs of the import page, one at a time: looking at files, trying, writing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.ui.models.import_jobs import importing, looking
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.ui.models.import_draft import ImportDraft
    from desktop.ui.models.import_jobs import Tried
    from desktop.ui.session import Session
    from desktop.ui.settings import Settings
    from desktop.work.import_outcome import Outcome


class ImportWork(QObject):
    """``run`` runs a job, by the window so that nothing is edited meanwhile; signals tell of it.

    ``failed`` carries the ``UserError`` of a job, ``tried`` the step that was meant to follow.
    """

    changed = Signal()
    looked = Signal(list)
    tried = Signal(int, object)
    written = Signal(object)
    saved = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, session: Session, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self.run: Callable[[Task], None] = Task.start
        self.task: Task | None = None
        self._then: Callable[..., object] = self._looked

    @property
    def is_busy(self) -> bool:
        """True while a job runs."""
        return self.task is not None

    def look(self, paths: Sequence[Path], draft: ImportDraft) -> None:
        """Look at files."""
        job = looking(paths, draft.answers())
        self._run(Task(say("Looking at the files"), job), self._looked)

    def attempt(self, draft: ImportDraft, step: int) -> None:
        """Find out what the import would do; ``step`` is told back."""
        self._import(say("Trying the import"), draft, partial(self.tried.emit, step))

    def write(self, draft: ImportDraft) -> None:
        """Import."""
        self._import(say("Importing"), draft, self.written.emit, writes=True)

    def save_refused(self, draft: ImportDraft, folder: Path) -> None:
        """Write the refused rows into a folder."""

        def done(_outcome: Outcome) -> None:
            self.saved.emit(folder)

        self._import(say("Writing refused rows"), draft, done, refused=folder)

    def _import(
        self,
        name: str,
        draft: ImportDraft,
        then: Callable[[Outcome], object],
        *,
        writes: bool = False,
        refused: Path | None = None,
    ) -> None:
        registry = self._session.registry
        if registry is None:
            raise UserError(
                say("No registry is open."), remedy=say("Open or make one in the File menu.")
            )
        job = importing(
            registry.path,
            draft.paths,
            draft.answers(),
            who=self._settings.user_name,
            writes=writes,
            refused=refused,
        )

        def take(tried: Tried) -> None:
            if tried.outcome is None:
                self.failed.emit(tried.error)
            else:
                then(tried.outcome)

        self._run(Task(name, job), take)

    def _run(self, task: Task, then: Callable[..., None]) -> None:
        if self.task is not None:
            return
        self.task, self._then = task, then
        task.signals.ended.connect(self._ended)
        task.signals.finished.connect(self._finished)
        task.signals.stopped.connect(self.stopped)
        self.changed.emit()
        try:
            self.run(task)
        except UserError:
            self._ended()
            raise

    def _ended(self) -> None:
        self.task = None
        self.changed.emit()

    def _finished(self, result: object) -> None:
        self._then(result)

    def _looked(self, found: object) -> None:
        (self.failed if isinstance(found, UserError) else self.looked).emit(found)
