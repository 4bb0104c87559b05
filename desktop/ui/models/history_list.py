"""The changes of a patient as a Qt table, newest first, narrowed by text, kind, person and day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop.db.search import folded
from desktop.domain.columns import table_of
from desktop.domain.language import mark, say
from desktop.ui.models.history import (
    IMPORTED,
    arrival_words,
    deed_words,
    entry_words,
    local,
    moment,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from PySide6.QtCore import QPersistentModelIndex

    from desktop.db.journal import Entry
    from desktop.db.past import Arrival
    from desktop.domain.records import Record

    Index = QModelIndex | QPersistentModelIndex

COLUMNS = (
    (mark("When"), 142),
    (mark("By"), 110),
    (mark("Change"), 124),
    (mark("Entry"), 330),
)
"""Title and width of each column; titles are to be said."""
IMPORTS = "imports"
"""The kind under which imports are listed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to; an empty field narrows nothing."""

    text: str = ""
    kind: str = ""
    who: str = ""
    first: date | None = None
    last: date | None = None
    record: str = ""

    @property
    def words(self) -> list[str]:
        """The words of the text, as ``Line.searched`` holds them."""
        return _plain(self.text).split()


@dataclass(slots=True)
class Line:
    """One line: an entry of the journal, or an import with its counts."""

    entry: Entry | None = None
    arrival: Arrival | None = None
    _texts: tuple[str, ...] = field(default=(), repr=False)
    _searched: str = field(default="", repr=False)

    @property
    def source(self) -> Entry | Arrival:
        """What the line tells of."""
        source = self.entry or self.arrival
        assert source is not None  # noqa: S101 - one of both is always given
        return source

    @property
    def seq(self) -> int:
        """The number of the transaction."""
        return self.source.seq

    @property
    def record(self) -> Record | None:
        """The record as it stood after the change, or as it was if it is gone."""
        return (self.entry.after or self.entry.before) if self.entry else None

    @property
    def kind(self) -> str:
        """The name of the table, or ``IMPORTS``."""
        return table_of(type(self.record)).name if self.record else IMPORTS

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells of the line, then the name of the step; worked out once."""
        if not self._texts:
            source = self.source
            if self.entry is not None and self.record is not None:
                said = entry_words(self.record)
                deed, step = deed_words(self.entry), self.entry.what
            else:
                said = arrival_words(self.arrival) if self.arrival else ""
                deed, step = say(IMPORTED), say("Import")
            self._texts = (moment(source.at), source.who, deed, said, step)
        return self._texts

    @property
    def searched(self) -> str:
        """All words of the line without case and accents, worked out once."""
        if not self._searched:
            self._searched = _plain(" ".join(self.texts))
        return self._searched

    def fits(self, wanted: Wanted) -> bool:
        """True where the line is what is looked for; the text is looked at last."""
        source = self.source
        if wanted.record and (self.record is None or self.record.id != wanted.record):
            return False
        if (wanted.kind and wanted.kind != self.kind) or (wanted.who and wanted.who != source.who):
            return False
        if wanted.first is not None or wanted.last is not None:
            day = local(source.at).date()
            if (wanted.first and day < wanted.first) or (wanted.last and day > wanted.last):
                return False
        return all(word in self.searched for word in wanted.words)


def _plain(text: str) -> str:
    """Folded for search; nearly all texts are plain letters, for which this is quick."""
    plain = text.replace("\N{NON-BREAKING HYPHEN}", "-")
    return plain.casefold() if plain.isascii() else folded(plain)


def merged(entries: Iterable[Entry], arrivals: Iterable[Arrival]) -> list[Line]:
    """Both kinds of line, newest first, the entries of one step in their order."""
    lines = [Line(entry=entry) for entry in entries]
    lines += [Line(arrival=arrival) for arrival in arrivals]
    return sorted(lines, key=lambda line: -line.seq)


class HistoryModel(QAbstractTableModel):
    """The lines that fit what is looked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.every: Sequence[Line] = ()
        self.lines: list[Line] = []
        self.wanted = Wanted()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines, narrowed as before."""
        self.every = lines
        self.narrow(self.wanted)

    def narrow(self, wanted: Wanted) -> None:
        """Show the lines that fit."""
        self.beginResetModel()
        self.wanted = wanted
        is_open = wanted == Wanted()
        self.lines = (
            list(self.every) if is_open else [one for one in self.every if one.fits(wanted)]
        )
        self.endResetModel()

    def row_of(self, seq: int, record: str) -> int:
        """Where a change stands; -1 where it does not."""
        for row, line in enumerate(self.lines):
            if line.seq == seq and (line.record.id if line.record else "") == record:
                return row
        return -1

    def text_at(self, row: int, column: int) -> tuple[str, bool]:
        """The text of a cell, and whether anything is recorded; for the delegate."""
        text = self.lines[row].texts[column]
        return text, bool(text)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many changes fit."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

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
        if not 0 <= index.row() < len(self.lines):
            return None
        texts = self.lines[index.row()].texts
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return texts[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(texts) if index.column() == 0 else texts[index.column()]
        return None
