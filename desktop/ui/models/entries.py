"""Entries of guidance as a Qt list: title, lines, sources, and what can be done with each.

An entry is plain data. Lists paint it, screen readers get the same words, and keyboard and
mouse reach the same actions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from desktop.ui.sources import source_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from desktop.ui.sources import Source

    Index = QModelIndex | QPersistentModelIndex

Ground = Literal["plain", "stop", "hold", "ban", "caution", "note", "aside", "quiet", "told"]
"""How loud an entry is: solid for a stop, tinted for hold, caution and note, else plain."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done with an entry: a name for the program, a text for people.

    One that ``is_quiet`` stands in the menu of the entry alone, not as a link on it.
    """

    name: str
    text: str
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line below the title; ``lead`` stands in bold before it."""

    text: str
    ink: str = "ink2"
    lead: str = ""
    is_italic: bool = False

    @property
    def whole(self) -> str:
        """The line as it is read."""
        return f"{self.lead} {self.text}" if self.lead else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry; ``key`` is the id of the rule or record, ``aside`` stands right of the title.

    ``mark`` is a chip in the place of the icon, for a list of sources. One that ``is_row`` has
    its links right of the title instead of below.
    """

    key: str
    title: str
    icon: str = ""
    ink: str = "ink2"
    aside: str = ""
    aside_ink: str = "ink2"
    lines: tuple[Line, ...] = ()
    sources: tuple[Source, ...] = ()
    actions: tuple[Action, ...] = ()
    ground: Ground = "plain"
    mark: Source | None = None
    is_light: bool = False
    is_row: bool = False
    level: str = ""

    @property
    def links(self) -> tuple[Action, ...]:
        """The actions that are painted."""
        return tuple(action for action in self.actions if not action.is_quiet)

    def spoken(self) -> str:
        """Everything that is painted, in words."""
        named = (one.label for one in self.sources)
        mark = self.mark.spoken() if self.mark else ""
        lines = (line.whole for line in self.lines)
        told = (self.level, mark, self.title, self.aside, *lines, ", ".join(named))
        return ". ".join(part.rstrip(".") for part in told if part)


class EntryModel(QAbstractListModel):
    """Entries in the order in which they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Replace all."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many entries there are."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; for screen readers all that is painted, with the sources in words."""
        if not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.spoken()
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return source_words(entry.sources)
        return None
