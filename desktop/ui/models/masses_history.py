"""The history of one mass, newest first: measurements, operations, looks that left it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.charts.figures import volume_text
from desktop.charts.history import history_of
from desktop.domain.language import mark, say
from desktop.domain.terms import site_label
from desktop.measures.lineage import MERGING_EVENT, merged_into, merging_when
from desktop.measures.looks import names_place, regions_of
from desktop.ui.forms.words import choice_name
from desktop.ui.models.masses_words import (
    change_text,
    complaint_texts,
    short_method,
    size_text,
    when_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QObject

    from desktop.charts.history import MassHistory
    from desktop.domain import records as r
    from desktop.domain.case import Case
    from desktop.measures.values import Derived

HEADINGS = (mark("Date"), mark("Method"), mark("L × W × D"), mark("mL"), mark("Change"))
DATE, METHOD, SIZE, VOLUME, CHANGE = range(len(HEADINGS))
RIGHT = frozenset({SIZE, VOLUME, CHANGE})

Kind = Literal["measurement", "surgery", "event", "unassessed"]
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()

EVENTS = {
    "ulceration": mark("ulceration"),
    "drainage": mark("drainage"),
    "infection": mark("infection"),
    "nerve_compression": mark("nerve compression"),
    "flare": mark("flare"),
    "recurrence": mark("recurrence"),
    "fracture": mark("fracture"),
    "joint_ankylosis": mark("joint ankylosis"),
    "death": mark("death"),
    "other": mark("event"),
}
CUTS = frozenset({"excision", "biopsy", "drainage"})
COMPLETENESS = {"complete": mark("complete"), "incomplete": mark("incomplete")}


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One row: ``cells`` of a measurement, or ``text`` over the whole width for all others.

    ``record`` is the id behind it, ``note`` stands in smaller print or in the tooltip.
    """

    kind: Kind
    when: str
    order: tuple[int, float, float]
    record: str
    cells: tuple[str, ...] = ()
    text: str = ""
    note: str = ""

    @property
    def spoken(self) -> str:
        """The row as one sentence."""
        said = self.cells or (self.when, self.text)
        return ", ".join(part for part in (*said, self.note) if part)


def history_rows(case: Case, derived: Derived, mass_id: str) -> tuple[HistoryRow, ...]:
    """The rows of one mass, newest first, the undated last."""
    history = history_of(case, derived, mass_id)
    if history is None:
        return ()
    rows = [
        *_measurements(case, history),
        *_operations(case, mass_id),
        *_events(case, mass_id),
        *_parts(case, mass_id),
        *_left_out(case, mass_id),
    ]
    dated = [row for row in rows if row.order[0] == 0]
    undated = [row for row in rows if row.order[0] != 0]
    return (*sorted(dated, key=lambda row: row.order, reverse=True), *undated)


def _measurements(case: Case, history: MassHistory) -> Iterator[HistoryRow]:
    seen = {look.record: look for look in history.seen}
    for measured in case.measurements_of(history.mass_id):
        look = seen.get(measured.id)
        volume = history.volumes_by_record.get(measured.id)
        amount = volume_text(volume) if volume is not None else ""
        when = when_text(measured.when)
        yield HistoryRow(
            kind="measurement",
            when=when,
            order=case.order(measured.when),
            record=measured.id,
            cells=(
                when,
                short_method(measured.modality),
                size_text(measured),
                say("ND") if measured.not_detectable.strip() else amount,
                change_text(history, look) if look else "",
            ),
            note=", ".join((*_complaints(measured), *filter(None, [measured.note]))),
        )


def _complaints(measured: r.MassMeasurement) -> list[str]:
    present, absent = complaint_texts(measured)
    return [*present, *absent]


def _operations(case: Case, mass_id: str) -> Iterator[HistoryRow]:
    for done in case.procedures:
        if done.mass_id.strip() != mass_id:
            continue
        parts = [say(COMPLETENESS[done.completeness])] if done.completeness in COMPLETENESS else []
        if done.kind == "excision":
            parts = parts or [say("completeness not recorded")]
        yield HistoryRow(
            kind="surgery" if done.kind in CUTS else "event",
            when=when_text(done.when),
            order=case.order(done.when),
            record=done.id,
            text=choice_name("kind", done.kind).lower(),
            note=", ".join((*parts, *filter(None, [done.note]))),
        )


def _events(case: Case, mass_id: str) -> Iterator[HistoryRow]:
    into = merged_into(case, mass_id)
    for event in case.events:
        if event.mass_id.strip() != mass_id:
            continue
        text = say(EVENTS[event.kind]) if event.kind in EVENTS else event.kind
        if event.kind == MERGING_EVENT and into:
            text = say("merged into {mass}", mass=into)
        yield HistoryRow(
            kind="event",
            when=when_text(event.when),
            order=case.order(event.when),
            record=event.id,
            text=text,
            note=event.note,
        )


def _parts(case: Case, mass_id: str) -> Iterator[HistoryRow]:
    """The masses that grew into this one, and those that were divided off it."""
    for mass in case.masses:
        told = {"mass": mass.mass_id}
        if mass.merged_into.strip() == mass_id != mass.mass_id:
            when, text = merging_when(case, mass.mass_id), say("{mass} merged into it", **told)
        elif mass.split_from.strip() == mass_id != mass.mass_id:
            when, text = mass.first_when, say("{mass} divided off", **told)
        else:
            continue
        order = case.order(when)
        yield HistoryRow(kind="event", when=when_text(when), order=order, record=mass.id, text=text)


def _left_out(case: Case, mass_id: str) -> Iterator[HistoryRow]:
    """The visits after the first look that examined something, and have no size of this mass."""
    mass = next((one for one in case.masses if one.mass_id == mass_id), None)
    spans = [s for m in case.measurements_of(mass_id) if (s := case.place(m.when))]
    if mass is None or not spans or merged_into(case, mass_id):
        return
    first = min(span.first for span in spans)
    for visit in case.visits:
        at = case.place(visit.when)
        if at is None or at.last < first or not regions_of(visit):
            continue
        if not any(s.first <= at.last and at.first <= s.last for s in spans):
            yield _unassessed(case, visit, is_named=names_place(visit, mass))


def _unassessed(case: Case, visit: r.Visit, *, is_named: bool) -> HistoryRow:
    regions = ", ".join(site_label(region).lower() for region in regions_of(visit))
    text = say("region examined, no size entered") if is_named else say("not assessed")
    return HistoryRow(
        kind="unassessed",
        when=when_text(visit.when),
        order=case.order(visit.when),
        record=visit.id,
        text=text,
        note=say("examined: {regions}", regions=regions),
    )


class HistoryModel(QAbstractTableModel):
    """The history of the chosen mass."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[HistoryRow, ...] = ()

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Take other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row_of(self, record: str) -> int:
        """The row of a record; −1 where there is none."""
        return next((n for n, row in enumerate(self.rows) if row.record == record), -1)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """One row per look, operation or event."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """The headings."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Texts, alignment, and the whole row for tooltips and screen readers."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            if row.cells:
                return row.cells[column]
            return f"{row.when} {row.text}" if column == DATE else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.spoken
        if role == Qt.ItemDataRole.AccessibleTextRole:
            is_whole = column == DATE or not row.cells
            return row.spoken if is_whole else f"{say(HEADINGS[column])}: {row.cells[column]}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """The headings; those of numbers stand right."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return say(HEADINGS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section in RIGHT
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None
