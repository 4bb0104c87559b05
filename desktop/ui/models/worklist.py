"""The worklist as a Qt model: groups by urgency, in them one row for each item."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from desktop.domain.disorders import disorder_name
from desktop.domain.language import mark, say
from desktop.domain.when import completed_age, parse_when, shown
from desktop.work.worklist import GROUPS, URGENCY_WORDS, due_words, is_late
from desktop.work.worklist_deeds import NOTHING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from desktop.db.attention import Glance, Person
    from desktop.work.worklist import Item
    from desktop.work.worklist_deeds import Deeds

    Index = QModelIndex | QPersistentModelIndex

COLUMNS = (mark("Urgency"), mark("Patient"), mark("Why"), mark("Evidence"), mark("When, who"))
URGENCY, PATIENT, WHY, EVIDENCE, WHEN = range(5)
MOST = 40
"""So many rows a group shows at first; its last row brings as many again."""
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """One item with the words that the list shows beside it."""

    item: Item
    word: str
    name: str
    person: str
    due: str
    is_late: bool
    deeds: Deeds = NOTHING

    def text(self, column: int) -> str:
        """The cell of a column as one text."""
        item = self.item
        told = {
            URGENCY: (self.word,),
            PATIENT: (self.name, self.person),
            WHY: (item.text, item.detail, self.note),
            EVIDENCE: (f"{item.value} {item.unit}".strip(), item.flag, item.chip, self.dated),
            WHEN: (self.due, self.whose),
        }[column]
        return ", ".join(part for part in told if part)

    @property
    def whose(self) -> str:
        """To whom it was given, else who saw the patient last."""
        to = self.deeds.to
        return say("Given to {name}", name=to) if to else self.item.owner

    @property
    def note(self) -> str:
        """The newest note."""
        return say("Note: {text}", text=self.deeds.notes[-1].reason) if self.deeds.notes else ""

    @property
    def dated(self) -> str:
        """The day of the number that decided; a number never stands without it."""
        return shown(parse_when(self.item.when)) if self.item.when and self.item.value else ""


@dataclass(slots=True)
class _Group:
    """The items that a group shows, of ``total``; the words of a row are made when it is seen."""

    title: str
    items: list[Item]
    total: int
    rows: dict[int, Row]


def row_of(item: Item, person: Person | None, day: date, deeds: Deeds = NOTHING) -> Row:
    """An item with its patient's name, registry ID, age and diagnosis."""
    word = say(URGENCY_WORDS[item.urgency])
    due, late = due_words(item, day), is_late(item, day)
    if person is None:
        return Row(item, word, say("Name not recorded"), "", due, late, deeds)
    birth = parse_when(person.birth_date)
    age = completed_age(birth, day) if birth else ""
    diagnosis = disorder_name(person.diagnosis) if person.diagnosis else say("diagnosis open")
    told = " · ".join(part for part in (person.patient_id, age, diagnosis) if part)
    return Row(item, word, person.name or say("Name not recorded"), told, due, late, deeds)


class WorklistModel(QAbstractItemModel):
    """Two levels: groups, and the rows in them; a group that is empty is not listed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[_Group] = []
        self._most: dict[str, int] = {}
        self._seen: Glance | None = None
        self._day = date.min
        self._deeds: Mapping[tuple[str, str], Deeds] = {}

    def show_items(
        self,
        items: Sequence[Item],
        seen: Glance,
        day: date,
        deeds: Mapping[tuple[str, str], Deeds] | None = None,
    ) -> bool:
        """Show these items, which come in order; False where the same ones were shown before."""
        groups = []
        for title, urgencies in GROUPS:
            own = [item for item in items if item.urgency in urgencies]
            if own:
                kept = own[: self._most.get(title, MOST)]
                groups.append(_Group(title, kept, len(own), {}))
        told = deeds or {}
        if told == self._deeds and self._is_shown(groups, seen, day):
            for group, new in zip(self._groups, groups, strict=True):
                group.total = new.total
            last = self.index(len(groups) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.DisplayRole])
            return False
        self.beginResetModel()
        self._groups, self._seen, self._day, self._deeds = groups, seen, day, told
        self.endResetModel()
        return True

    def clear(self) -> None:
        """Show nobody: another registry is being looked at."""
        self.beginResetModel()
        self._groups, self._seen = [], None
        self.endResetModel()

    def _is_shown(self, groups: list[_Group], seen: Glance, day: date) -> bool:
        if self._seen is None or seen.people != self._seen.people or day != self._day:
            return False
        return [(g.title, g.items, g.total > len(g.items)) for g in groups] == [
            (g.title, g.items, g.total > len(g.items)) for g in self._groups
        ]

    def show_more(self, group: int) -> None:
        """Let a group show more rows from the next time on."""
        title = self._groups[group].title
        self._most[title] = self._most.get(title, MOST) + MOST

    def rest(self, index: Index) -> int:
        """How many rows the group of the last row ``index`` does not show."""
        if not index.isValid() or index.internalId() == 0:
            return 0
        group = self._groups[index.internalId() - 1]
        return group.total - len(group.items) if index.row() == len(group.items) else 0

    def row_at(self, index: Index) -> Row | None:
        """The row behind an index; None for a group."""
        if not index.isValid() or index.internalId() == 0:
            return None
        group, place = self._groups[index.internalId() - 1], index.row()
        if place >= len(group.items) or self._seen is None:
            return None
        if place not in group.rows:
            item = group.items[place]
            person = self._seen.people.get(item.patient)
            deeds = self._deeds.get((item.patient, item.key), NOTHING)
            group.rows[place] = row_of(item, person, self._day, deeds)
        return group.rows[place]

    def title_at(self, index: Index) -> tuple[str, int]:
        """The title of a group and how many items are in it."""
        group = self._groups[index.row()]
        return say(group.title), group.total

    def index_of(self, patient: str, key: str) -> QModelIndex:
        """Where an item stands; an invalid index where it is not shown."""
        for place, group in enumerate(self._groups):
            for number, item in enumerate(group.items):
                if item.patient == patient and item.key == key:
                    return self.createIndex(number, 0, place + 1)
        return QModelIndex()

    def first(self) -> QModelIndex:
        """The most urgent row."""
        return self.createIndex(0, 0, 1) if self._groups else QModelIndex()

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """A group, or a row of the group that is the parent."""
        above = parent if parent is not None else QModelIndex()
        if not (0 <= column < len(COLUMNS) and 0 <= row < self.rowCount(above)):
            return QModelIndex()
        return self.createIndex(row, column, above.row() + 1 if above.isValid() else 0)

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override]  # QObject's has none
        """The group of a row."""
        if not child.isValid() or child.internalId() == 0:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many groups there are, or rows in a group; one more stands for those not shown."""
        if parent is None or not parent.isValid():
            return len(self._groups)
        if parent.internalId() != 0 or parent.column() != 0:
            return 0
        group = self._groups[parent.row()]
        return len(group.items) + (group.total > len(group.items))

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: ARG002 - the same for all
        """How many columns there are."""
        return len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The titles of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return say(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell."""
        if role == ROW:
            return self.row_at(index)
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        if index.internalId() == 0:
            title, total = self.title_at(index)
            return f"{title} ({total:,})" if index.column() == 0 else ""
        row = self.row_at(index)
        if row is None:
            rest = self.rest(index)
            return say("Show {n} more", n=f"{rest:,}") if index.column() == WHY else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{say(COLUMNS[index.column()])}: {row.text(index.column())}"
        return row.text(index.column())
