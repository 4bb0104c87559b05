"""Who was looked at when: masses that a later visit did not assess are never taken as gone.

A visit names the regions that were examined. A mass elsewhere was not assessed at it; a mass in
an examined region without an entry was seen by somebody, and nothing is known of its size.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop.domain.terms import place_names
from desktop.measures.lineage import merged_into

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.case import Case
    from desktop.domain.records import Mass, Visit
    from desktop.domain.when import Span

SAME_LOOK_DAYS = 31.0
"""Measurements up to this far apart count as one look at all masses."""

LookState = Literal["assessed", "region_only", "not_assessed", "ended"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Whether a mass was assessed at the latest look.

    ``last`` is the time of its own last measurement as recorded (empty for none), ``latest``
    that of the look that left it out or named only its region. ``ended`` is a mass merged into
    another or completely excised since.
    """

    mass_id: str
    state: LookState
    last: str = ""
    latest: str = ""


def regions_of(visit: Visit) -> tuple[str, ...]:
    """The regions that a visit names, as recorded."""
    return tuple(part for text in visit.regions_examined.split(";") if (part := text.strip()))


def names_place(visit: Visit, mass: Mass) -> bool:
    """True where a visit names the site of a mass, with its side or without any."""
    site, side = mass.site.strip().casefold(), mass.side.strip().casefold()
    names = {site, f"{side} {site}", *place_names(mass.site, mass.side)}
    return bool(site) and any(region.casefold() in names for region in regions_of(visit))


def looks(case: Case) -> tuple[Look, ...]:
    """One look per mass, in the order of their records."""
    latest = _latest(case)
    return tuple(_look(case, mass, latest) for mass in case.masses)


def _latest(case: Case) -> tuple[Span, str] | None:
    """The latest time at which any region or mass was examined."""
    times = [v.when for v in case.visits if regions_of(v)]
    times += [measured.when for measured in case.mass_measurements]
    return max(_placed(case, times), key=lambda one: one[0].last, default=None)


def _placed(case: Case, times: list[str]) -> Iterator[tuple[Span, str]]:
    for when in times:
        if (span := case.place(when)) is not None:
            yield span, when.strip()


def _look(case: Case, mass: Mass, latest: tuple[Span, str] | None) -> Look:
    own = list(_placed(case, [m.when for m in case.measurements_of(mass.mass_id)]))
    last = max(own, key=lambda one: one[0].last, default=None)
    seen = last[1] if last else ""
    if is_ended(case, mass.mass_id):
        return Look(mass_id=mass.mass_id, state="ended", last=seen)
    if latest is None or (last and latest[0].last - last[0].last <= SAME_LOOK_DAYS):
        state: LookState = "assessed" if last else "not_assessed"
        return Look(mass_id=mass.mass_id, state=state, last=seen)
    later = [
        (span, when)
        for span, when in _placed(case, [v.when for v in case.visits if names_place(v, mass)])
        if last is None or span.first > last[0].last
    ]
    if later:
        named = max(later, key=lambda one: one[0].last)
        if named[0].last >= latest[0].last - SAME_LOOK_DAYS:
            return Look(mass_id=mass.mass_id, state="region_only", last=seen, latest=named[1])
    return Look(mass_id=mass.mass_id, state="not_assessed", last=seen, latest=latest[1])


def is_ended(case: Case, mass_id: str) -> bool:
    """True for a mass merged into another, or completely excised and not measured since."""
    return bool(merged_into(case, mass_id)) or is_removed(case, mass_id)


def is_removed(case: Case, mass_id: str) -> bool:
    """True for a mass completely excised that nobody has measured since."""
    spans = [s for m in case.measurements_of(mass_id) if (s := case.place(m.when))]
    for procedure in case.procedures:
        is_complete = procedure.kind == "excision" and procedure.completeness == "complete"
        if is_complete and procedure.mass_id.strip() == mass_id:
            cut = case.place(procedure.when)
            if cut is not None and all(cut.first >= span.last for span in spans):
                return True
    return False
