"""Each mass of a case as a line of the table on the Masses page: everything in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts.figures import percent, signed
from desktop.charts.history import histories
from desktop.charts.masses import COLORS
from desktop.charts.spec import SYMBOLS
from desktop.domain.language import mark, say, say_count
from desktop.measures.regression import FEWEST
from desktop.ui.models.masses_words import (
    change_text,
    complaint_texts,
    complaints_of,
    doubling_text,
    short_method,
    size_text,
    when_text,
)
from desktop.ui.widgets.mass_rows import MassRow, mass_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.charts.history import MassHistory
    from desktop.charts.spec import Symbol
    from desktop.domain.case import Case
    from desktop.domain.records import Mass
    from desktop.guidance.dossier import Dossier
    from desktop.measures.values import MassGrowth

PLANES: Mapping[str, str] = {
    "subcutaneous": mark("subcutaneous"),
    "intramuscular": mark("intramuscular"),
    "periarticular": mark("periarticular"),
    "intraarticular": mark("intraarticular"),
    "visceral": mark("visceral"),
    "skin": mark("in the skin"),
}
LINE_LETTERS = 17
"""What fits into the first line of the complaints."""
Cell = tuple[str, str]
"""Two lines of a cell: the value, and what belongs to it in smaller print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MassLine:
    """One mass of the table; every cell has two lines.

    ``complaint`` is ``troubled``, ``untroubled`` or ``too_few`` (not asked), as on the map.
    """

    row: MassRow
    color: str
    symbol: Symbol
    site: Cell
    first: Cell
    size: Cell
    volume: Cell
    growth: Cell
    complaints: Cell
    complaint: str

    @property
    def mass_id(self) -> str:
        """The number of the mass."""
        return self.row.mass_id


def mass_lines(dossier: Dossier) -> tuple[MassLine, ...]:
    """A line for every mass, those only measured included, M2 before M10."""
    case = dossier.case
    growth = {one.mass_id: one for one in dossier.derived.mass_growth}
    described = {mass.mass_id: mass for mass in case.masses}
    told = histories(case, dossier.derived)
    return tuple(
        _line(case, history, row, described.get(row.mass_id), growth.get(row.mass_id))
        for history, row in zip(told, mass_rows(dossier, told), strict=True)
    )


def _line(
    case: Case, history: MassHistory, row: MassRow, mass: Mass | None, growth: MassGrowth | None
) -> MassLine:
    asked = complaints_of(case, row.mass_id)
    complaint = "too_few"
    if asked is not None:
        complaint = "troubled" if complaint_texts(asked)[0] else "untroubled"
    return MassLine(
        row=row,
        color=COLORS[history.order % len(COLORS)],
        symbol=SYMBOLS[history.order % len(SYMBOLS)],
        site=(row.place, ", ".join(_about(mass, row))),
        first=_first(case, mass, history),
        size=_size(case, row),
        volume=_volume(history, row),
        growth=_growth(history, row, growth),
        complaints=_complaints(case, row.mass_id),
        complaint=complaint,
    )


def _about(mass: Mass | None, row: MassRow) -> list[str]:
    """The plane, and where the mass comes from or went."""
    if mass is None:
        return []
    plane = mass.plane.strip()
    parts = [say(PLANES[plane]) if plane in PLANES else plane] if plane else []
    if mass.recurrence_of.strip():
        parts.append(say("recurrence of {mass}", mass=mass.recurrence_of.strip()))
    elif row.remark:
        parts.append(row.remark)
    if mass.split_from.strip():
        parts.append(say("divided from {mass}", mass=mass.split_from.strip()))
    return parts


def _first(case: Case, mass: Mass | None, history: MassHistory) -> Cell:
    if mass is not None and mass.first_when.strip():
        return when_text(mass.first_when), ""
    if history.seen:
        return history.seen[0].when, say("first measured")
    measured = case.measurements_of(history.mass_id)
    return (when_text(measured[0].when), say("first measured")) if measured else (_unknown(), "")


def _unknown() -> str:
    return say("not recorded")


def _size(case: Case, row: MassRow) -> Cell:
    measured = case.measurements_of(row.mass_id)
    if not measured:
        return say("never measured"), row.unassessed if row.unassessed else ""
    last = measured[-1]
    unit = " mm" if last.length_mm.strip() and not last.not_detectable.strip() else ""
    looked = say("{method}, {when}", method=short_method(last.modality), when=when_text(last.when))
    return f"{size_text(last)}{unit}", row.unassessed or looked


def _volume(history: MassHistory, row: MassRow) -> Cell:
    if row.state in ("gone", "unseen", "merged") or history.latest is None:
        return row.volume, ""
    return row.amount, change_text(history, history.latest)


def _growth(history: MassHistory, row: MassRow, growth: MassGrowth | None) -> Cell:
    if row.state == "merged":
        return say("series ended"), say("merged into {mass}", mass=history.merged_into)
    if row.state in ("gone", "unseen"):
        return say("series ended"), say("excised")
    if growth is None or growth.percent_per_year is None:
        counted = say_count(growth.n if growth else 0, "has {n} value", "has {n} values")
        if growth is not None and growth.n >= FEWEST:
            return say("no yearly rate"), growth.reason
        return say("needs {n} values", n=FEWEST), counted
    interval = growth.ci95_percent_per_year
    low, high = (signed(one) for one in interval) if interval else ("", "")
    rate = percent(growth.percent_per_year)
    told = say("{rate} ({low} to {high})", rate=rate, low=low, high=high) if interval else rate
    return told, say("n = {n}, {doubling}", n=growth.n, doubling=doubling_text(growth))


def _complaints(case: Case, mass_id: str) -> Cell:
    asked = complaints_of(case, mass_id)
    if asked is None:
        return say("not asked"), ""
    present, absent = complaint_texts(asked)
    measured = case.measurements_of(mass_id)
    is_old = bool(measured) and measured[-1].id != asked.id
    lead = 2 if len(", ".join(present[:2])) <= LINE_LETTERS else 1
    first = ", ".join(present[:lead]) or say("none")
    rest = [*([when_text(asked.when)] if is_old else []), *present[lead:], *absent]
    return first, ", ".join(rest)
