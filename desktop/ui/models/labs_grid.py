"""The laboratory grid as values: rows, columns, and what stands where they meet. No Qt.

Cells are worked out when they are looked at: of a patient with 2,000 results some 200 are in
sight.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.charts.figures import range_text
from desktop.charts.readings import limits_in
from desktop.domain import records as r
from desktop.domain.analytes import analyte_named
from desktop.domain.language import say
from desktop.measures.intervals import interval_for
from desktop.measures.values import Judgement
from desktop.ui.models.labs_cells import (
    EMPTY,
    CellView,
    calculated_cell,
    draft_cell,
    result_cell,
    warning_on,
)
from desktop.ui.models.labs_columns import Column, columns_of, tidy, time_of, within
from desktop.ui.models.labs_points import Trend, last_points, runs_of
from desktop.ui.models.labs_rows import rows_of
from desktop.ui.models.labs_targets import target_at, target_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.domain.case import Case
    from desktop.guidance.dossier import Dossier
    from desktop.measures.values import DerivedValue, ReferenceInterval
    from desktop.ui.models.labs_rows import Row

At = tuple[str, str]
"""A cell by the keys of its row and its column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the user chose to see: units, years back (0 for all), rows, columns made anew."""

    units: str = "conventional"
    years: float = 0.0
    added: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    only_filled: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that stands in a cell and is not stored, with the reason."""

    text: str
    problem: str


@dataclass(slots=True)
class Grid:
    """One patient's results as a table.

    ``hidden`` counts the columns that the chosen years leave out; ``drafts`` are texts that
    are not stored, by cell.
    """

    case: Case
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    hidden: int
    drafts: Mapping[At, Draft]
    newest: str = ""
    _labs: dict[At, r.LabResult] = field(default_factory=dict)
    _values: dict[At, list[DerivedValue]] = field(default_factory=dict)
    _views: dict[At, CellView] = field(default_factory=dict)
    _reasons: dict[At, str] = field(default_factory=dict)
    _intervals: dict[str, ReferenceInterval | None] = field(default_factory=dict)
    _trends: dict[str, Trend] = field(default_factory=dict)
    _known: dict[tuple[r.LabResult, str], CellView] = field(default_factory=dict)

    def lab(self, row: Row, column: Column) -> r.LabResult | None:
        """The result of a cell."""
        return self._labs.get((row.key, column.key))

    def values(self, row: Row, column: Column) -> Sequence[DerivedValue]:
        """The computed values of a cell: one, as a rule."""
        return self._values.get((row.key, column.key), ())

    def at(self, record: str) -> At | None:
        """Where a result stands; None where it is not shown."""
        return next((at for at, lab in self._labs.items() if lab.id == record), None)

    def reason(self, row: Row, column: Column) -> str:
        """Why nothing was computed in a cell; empty where nothing was asked for."""
        return self._reasons.get((row.analyte, column.when), "")

    def is_filled(self, row: Row, column: Column) -> bool:
        """True where anything stands: a result, a computed value, a draft."""
        at = (row.key, column.key)
        return at in self._labs or at in self._values or at in self.drafts

    def view(self, row: Row, column: Column) -> CellView:
        """What a cell says."""
        at = (row.key, column.key)
        found = self._views.get(at)
        if found is None:
            found = self._views[at] = self._made(row, column, at)
        return found

    def _made(self, row: Row, column: Column, at: At) -> CellView:
        if draft := self.drafts.get(at):
            return draft_cell(draft.text, draft.problem)
        if lab := self.lab(row, column):
            key = (lab, row.unit)
            if key not in self._known:
                self._known[key] = result_cell(self.case, row, lab)
            return self._known[key]
        cells = [calculated_cell(self.case, row, value) for value in self.values(row, column)]
        if len(cells) > 1:
            text = "; ".join(f"{cell.text} {cell.flag}".strip() for cell in cells)
            return replace(cells[0], text=text, flag="", spoken="; ".join(c.spoken for c in cells))
        return cells[0] if cells else EMPTY

    def take_over(self, before: Grid) -> None:
        """Keep what the grid before had worked out, where nothing that it rests on has changed."""
        old, new = before.case, self.case
        if (old.patient, old.ranges, old.targets) == (new.patient, new.ranges, new.targets):
            self._known = before._known

    def interval(self, row: Row) -> ReferenceInterval | None:
        """The range of a row.

        The laboratory's own of its newest result, else that for the age at the newest sampling.
        """
        if row.key not in self._intervals:
            self._intervals[row.key] = self._interval(row)
        return self._intervals[row.key]

    def _interval(self, row: Row) -> ReferenceInterval | None:
        own = _newest(row.labs, self.case)
        if own is not None and (own.ref_low.strip() or own.ref_high.strip()):
            found = interval_for(own, self.case)
            if found is not None and found.origin == "laboratory":
                return found
        if not analyte_named(row.analyte):
            return None
        method = row.method if row.kind == "calculated" or row.method else ""
        asked = r.LabResult(
            patient="", analyte=row.analyte, unit=row.unit, when=self.newest, method=method
        )
        return interval_for(asked, self.case)

    def limits(self, row: Row) -> tuple[float | None, float | None]:
        """The limits of the row's range in its unit."""
        judgement = Judgement(verdict="unknown", interval=self.interval(row), reason="")
        return limits_in(judgement, row.analyte, row.unit)

    def range_text(self, row: Row) -> str:
        """The range of a row, ``3.1–4.7``; empty where there is none."""
        text = range_text(*self.limits(row))
        interval = self.interval(row)
        if text and interval is not None and interval.origin == "laboratory":
            return say("{range} lab", range=text)
        return text

    def target_text(self, row: Row) -> str:
        """The patient's own target now, in the unit of the row."""
        now = self.case.as_of.isoformat()
        return target_text(target_at(self.case, row.analyte, now), row.unit)

    def trend(self, row: Row) -> Trend:
        """The last values of a row."""
        if row.key not in self._trends:
            points = last_points(self.case, row)
            self._trends[row.key] = Trend(runs_of(points), *self.limits(row))
        return self._trends[row.key]

    def problems(self) -> list[At]:
        """Every cell that needs a look, drafts included, from the newest column to the oldest."""
        found = []
        for column in reversed(self.columns):
            for row in self.rows:
                at = (row.key, column.key)
                lab = self._labs.get(at)
                if at in self.drafts or (lab is not None and warning_on(lab)):
                    found.append(at)
        return found


def _newest(labs: Sequence[r.LabResult], case: Case) -> r.LabResult | None:
    dated = [lab for lab in labs if lab.value.strip() and case.place(lab.when) is not None]
    return max(dated, key=lambda lab: case.order(lab.when), default=None)


def grid_of(dossier: Dossier, choice: Choice, drafts: Mapping[At, Draft]) -> Grid:
    """The grid of a patient as the user chose to see it."""
    case = dossier.case
    rows = rows_of(
        case,
        dossier.derived,
        units=choice.units,
        added=choice.added,
        only_filled=choice.only_filled,
    )
    new = [*choice.new, *(column.rpartition("#")[0] for _, column in drafts)]
    columns, of_lab = columns_of(case, rows, new=new)
    shown = within(case, columns, years=choice.years) if choice.years else columns
    grid = Grid(case, rows, shown, len(columns) - len(shown), drafts)
    dated = [column.when for column in columns if case.place(column.when) is not None]
    grid.newest = dated[-1] if dated else case.as_of.isoformat()
    _fill(grid, rows, columns, of_lab)
    grid._reasons |= _reasons(dossier)  # noqa: SLF001 - the grid is being made here
    return grid


def _fill(
    grid: Grid, rows: Sequence[Row], columns: Sequence[Column], of_lab: Mapping[str, Column]
) -> None:
    by_time: dict[str, Column] = {}
    for column in columns:
        by_time.setdefault(column.when, column)
        by_time.setdefault(column.when[:10] if "T" in column.when else column.when, column)
    for row in rows:
        for lab in row.labs:
            grid._labs[row.key, of_lab[lab.id].key] = lab  # noqa: SLF001 - being made here
        for value in row.values:
            column = _column_of(value, by_time, of_lab)
            grid._values.setdefault((row.key, column.key), []).append(value)  # noqa: SLF001


def _column_of(
    value: DerivedValue, by_time: Mapping[str, Column], of_lab: Mapping[str, Column]
) -> Column:
    """Where a computed value stands: with its inputs, in the first column of their time."""
    inputs = [of_lab[record] for record in value.inputs if record in of_lab]
    when = tidy(value.when)
    same = [column for column in inputs if column.when == when] or inputs
    if same:
        return max(same, key=lambda column: column.place)
    return by_time[when]


def _reasons(dossier: Dossier) -> dict[At, str]:
    """Why something was not computed, by analyte and time."""
    names = {"corrected_calcium": "serum_calcium_corrected"}
    found: dict[At, str] = {}
    for refused in dossier.derived.not_computed:
        for when in refused.times or (refused.when,):
            key = (names.get(refused.quantity, refused.quantity), tidy(when))
            found[key] = refused.reason
    return found


def same_time(lab: r.LabResult, column: Column) -> bool:
    """True where a result belongs to the time of a column."""
    return time_of(lab) == column.when
