"""The audit as a Qt table that grows as it is scrolled: pages are read beside the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from desktop.domain.audit import KIND_WORDS
from desktop.domain.language import mark, say
from desktop.domain.roles import ROLE_WORDS
from desktop.ui.models.history import moment
from desktop.ui.tasks import Task
from desktop.work.audit_export import Narrowed, page

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QPersistentModelIndex

    from desktop.domain.audit import AuditRow
    from desktop.ui.tasks import Report

    Index = QModelIndex | QPersistentModelIndex
    Page = tuple[list[AuditRow], int | None]

COLUMNS = (
    (mark("No."), 64),
    (mark("When"), 150),
    (mark("By"), 130),
    (mark("Kind"), 150),
    (mark("Patient"), 96),
    (mark("What"), 330),
)
"""Title and width of each column; titles are to be said."""


def role_words(role: str) -> str:
    """The word for a role; a role that is not ours as it stands."""
    return next((say(word) for name, word in ROLE_WORDS.items() if name == role), role)


class AuditModel(QAbstractTableModel):
    """The entries read so far; ``came`` tells after each page, ``failed`` carries an error."""

    came = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[AuditRow] = []
        self.narrowed = Narrowed()
        self._path: Path | None = None
        self._next: int | None = None
        self._task: Task | None = None

    @property
    def is_reading(self) -> bool:
        """True while a page is on its way."""
        return self._task is not None

    @property
    def has_all(self) -> bool:
        """True where there is nothing more to read."""
        return self._next is None and self._task is None

    def show(self, path: Path | None, narrowed: Narrowed) -> None:
        """Show the entries of a registry that fit, from the newest on; of none for None."""
        self.beginResetModel()
        self._path, self.narrowed = path, narrowed
        self.rows, self._next, self._task = [], None, None
        self.endResetModel()
        if path is not None:
            self._read(None)

    def _read(self, before: int | None) -> None:
        assert self._path is not None  # noqa: S101 - only what is shown is read on
        task = Task("", partial(_read, self._path, self.narrowed, before))
        task.signals.finished.connect(partial(self._take, task))
        task.signals.failed.connect(partial(self._fail, task))
        self._task = task
        task.start()

    def _take(self, task: Task, read: Page) -> None:
        if task is not self._task:  # asked for before the list was narrowed otherwise
            return
        rows, self._next = read
        self._task = None
        if rows:
            first = len(self.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()
        self.came.emit()

    def _fail(self, task: Task, error: BaseException) -> None:
        if task is self._task:
            self._task = None
            self.failed.emit(error)

    def canFetchMore(self, parent: Index | None = None) -> bool:
        """Whether older entries are there to be read."""
        return not (parent and parent.isValid()) and self._next is not None and not self._task

    def fetchMore(self, _parent: Index | None = None) -> None:
        """Read older entries; they come a little later."""
        if self._next is not None and self._task is None:
            self._read(self._next)

    def texts(self, row: int) -> tuple[str, ...]:
        """The cells of a row."""
        entry = self.rows[row]
        cells = (f"{entry.seq}", moment(entry.at), entry.who, say(KIND_WORDS[entry.kind]))
        return (*cells, entry.patient_id, entry.what)

    def text_at(self, row: int, column: int) -> tuple[str, bool]:
        """The text of a cell, and whether anything is recorded; for the delegate."""
        text = self.texts(row)[column]
        return text, bool(text)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many entries were read."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns the list has."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The titles."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return say(COLUMNS[section][0])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell; screen readers hear the whole line with its first cell."""
        if not 0 <= index.row() < len(self.rows):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.texts(index.row())[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            texts = self.texts(index.row())
            return ", ".join(filter(None, texts)) if index.column() == 0 else texts[index.column()]
        return None


def _read(path: Path, narrowed: Narrowed, before: int | None, _report: Report) -> Page:
    """In a worker, on a connection of its own."""
    from desktop.db.registry import Registry

    with Registry.open(path) as registry:
        return page(registry, narrowed, before_seq=before)
