"""The growth of a patient's masses: volumes on a log scale, one fit, operations, not detectable."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from desktop.charts.figures import counted, percent, signed, volume_text
from desktop.charts.fitting import fit_of, fitted_mass
from desktop.charts.history import MassHistory, histories
from desktop.charts.spec import SYMBOLS, Axis, ChartSpec, EndLabel, Point, Series, Tick
from desktop.charts.timeline import timeline
from desktop.domain.terms import place_label
from desktop.domain.when import parse_when, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.charts.history import Seen
    from desktop.domain.case import Case
    from desktop.measures.values import Derived, MassGrowth

COLORS = ("c1", "c2", "c3", "c5", "c4", "c6")
"""Series colors in the order of the masses; fixed per mass for its life."""

QUIET = "stable"
MOST_COLORED = 6
LARGEST = 5
HEADER = ("Mass", "Site", "When", "Volume (mL)", "By", "How computed", "Note")
ARROWS = {"growing": "↑", "shrinking": "↓", "stable": "→"}
STATES = {
    "growing": "growing",
    "shrinking": "shrinking",
    "stable": "stable",
    "unclear": "unclear",
    "too_few": "too few values",
}

_STRIP = 0.4  # decades below the scale for "not detectable"


def mass_growth(case: Case, derived: Derived, *, selected: str = "") -> ChartSpec:
    """Volumes of all masses against time as log10 of mL, with one fitted line.

    The fit is that of the ``selected`` mass, else of the one that grows fastest. Lines join
    neighboring volumes by the same method and never cross an excision. With more than 6
    masses the selected one and the 5 largest are colored, the others quiet.
    """
    masses = histories(case, derived)
    frame = timeline(case)
    growth = {g.mass_id: g for g in derived.mass_growth}
    fitted = fitted_mass(masses, growth, selected)
    fit, about_fit = fit_of(case, growth[fitted], _color(masses, fitted)) if fitted else (None, "")
    drawn = [mass for mass in masses if mass.volumes or mass.undetected]
    y, floor = _vertical(drawn)
    colored = _colored(drawn, selected)
    return ChartSpec(
        name="mass_growth",
        title="Mass growth",
        subtitle=_subtitle(growth.get(fitted), masses),
        x=frame.x,
        y=y,
        series=tuple(
            series
            for mass in drawn
            for series in _series(mass, growth.get(mass.mass_id), floor, colored=colored)
        ),
        fits=(fit,) if fit else (),
        marks=frame.marks,
        floor=(floor, "ND") if any(mass.undetected for mass in drawn) else None,
        empty="" if drawn else _empty(case),
        left_out=(*_left_out(masses), *([about_fit] if about_fit else [])),
        summary=_summary(masses, growth),
        table_header=HEADER,
        table=tuple(_rows(case, masses)),
    )


def _color(masses: Sequence[MassHistory], mass_id: str) -> str:
    return next((COLORS[m.order % len(COLORS)] for m in masses if m.mass_id == mass_id), QUIET)


def _colored(drawn: Sequence[MassHistory], selected: str) -> frozenset[str]:
    if len(drawn) <= MOST_COLORED:
        return frozenset(mass.mass_id for mass in drawn)
    largest = sorted(drawn, key=lambda mass: -mass.latest_volume)[:LARGEST]
    return frozenset({mass.mass_id for mass in largest} | {selected})


def _vertical(drawn: Sequence[MassHistory]) -> tuple[Axis, float]:
    logs = [math.log10(seen.volume) for mass in drawn for seen in mass.volumes]
    first = math.floor(min(logs)) if logs else -1
    last = math.ceil(max(logs) + 0.02) if logs else 2
    last = max(last, first + 1)
    ticks = tuple(Tick(at=n, text=f"{10.0**n:g}") for n in range(first, last + 1))
    has_strip = any(mass.undetected for mass in drawn)
    low = first - _STRIP if has_strip else float(first)
    axis = Axis(low=low, high=float(last), ticks=ticks, unit="mL, log", is_log10=True)
    return axis, first - _STRIP / 2


def _series(
    mass: MassHistory, growth: MassGrowth | None, floor: float, *, colored: frozenset[str]
) -> Iterator[Series]:
    is_quiet = mass.mass_id not in colored
    color = QUIET if is_quiet else COLORS[mass.order % len(COLORS)]
    symbol = SYMBOLS[mass.order % len(SYMBOLS)]
    runs = mass.runs()
    for run in runs:
        is_last = run is runs[-1]
        yield Series(
            key=mass.mass_id,
            name=f"{mass.mass_id} {mass.place}",
            color=color,
            symbol=symbol,
            points=tuple(_point(mass, seen, floor) for seen in run),
            is_joined=len(run) > 1 and not run[0].is_undetected,
            is_quiet=is_quiet,
            end_label=_end_label(mass, growth) if is_last else None,
        )


def _point(mass: MassHistory, seen: Seen, floor: float) -> Point:
    if seen.is_undetected:
        size, y = "not detectable", floor
    else:
        size, y = f"{volume_text(seen.volume)} mL", math.log10(seen.volume)
    return Point(
        x=seen.span.middle,
        y=y,
        record=seen.record,
        is_filled=not seen.is_undetected,
        half_width=seen.span.width / 2,
        text=seen.remark,
        spoken=f"{mass.mass_id} {mass.place}, {size}, {seen.how}, {seen.when}",
    )


def _end_label(mass: MassHistory, growth: MassGrowth | None) -> EndLabel:
    latest = mass.latest
    if mass.is_unseen_since:
        return EndLabel(title=mass.mass_id, lines=("excised, not seen since",))
    if latest is None or latest.is_undetected:
        return EndLabel(title=mass.mass_id, lines=("not detectable",))
    title = f"{mass.mass_id} {volume_text(latest.volume)} mL"
    return EndLabel(title=title, lines=(rate_text(growth),))


def rate_text(growth: MassGrowth | None) -> str:
    """Direction and yearly rate in short: ``↑ +233 %/y``, ``rate unknown``, ``unclear −20 %/y``."""
    if growth is None or growth.percent_per_year is None or growth.state == "too_few":
        return "rate unknown"
    sign = ARROWS.get(growth.state, STATES[growth.state])
    return f"{sign} {percent(growth.percent_per_year)}/y"


def _subtitle(growth: MassGrowth | None, masses: Sequence[MassHistory]) -> str:
    if growth is None or growth.first is None:
        return ""
    mass = next(m for m in masses if m.mass_id == growth.mass_id)
    first = min(mass.volumes, key=lambda seen: abs(seen.span.middle - (growth.first or 0.0)))
    return f"{growth.mass_id} fit since {first.when} with 95 % CI, n = {growth.n}"


def _empty(case: Case) -> str:
    if not case.masses and not case.mass_measurements:
        return "No mass recorded."
    return "No mass has a volume or a finding of not detectable with a date or age."


def _left_out(masses: Sequence[MassHistory]) -> tuple[str, ...]:
    lines = []
    for words, counts in (
        ("without a volume", {m.mass_id: m.without_volume for m in masses}),
        ("without a usable date or age", {m.mass_id: m.undated for m in masses}),
    ):
        total = sum(counts.values())
        if total:
            where = ", ".join(f"{mass_id}: {n}" for mass_id, n in counts.items() if n)
            verb = "is" if total == 1 else "are"
            lines.append(f"{counted(total, 'measurement')} {words} {verb} not drawn ({where}).")
    return tuple(lines)


def _summary(masses: Sequence[MassHistory], growth: dict[str, MassGrowth]) -> str:
    if not masses:
        return "No mass recorded."
    states = Counter(_state(mass, growth.get(mass.mass_id)) for mass in masses)
    counts = ", ".join(f"{n} {state}" for state, n in states.items())
    parts = [f"{counted(len(masses), 'mass', 'masses')}: {counts}."]
    parts += [_sentence(mass, growth.get(mass.mass_id)) for mass in masses]
    return " ".join((*parts, *_left_out(masses)))


def _state(mass: MassHistory, growth: MassGrowth | None) -> str:
    if mass.is_unseen_since:
        return "excised, not seen since"
    if mass.latest is None:
        return "not measured"
    if mass.latest.is_undetected:
        return "not detectable"
    return STATES[growth.state] if growth else "too few values"


def _sentence(mass: MassHistory, growth: MassGrowth | None) -> str:
    latest = mass.latest
    name = f"{mass.mass_id}, {mass.place[:1].lower()}{mass.place[1:]}:"
    if latest is None:
        return f"{name} no dated volume."
    if mass.is_unseen_since:
        return f"{name} excised, not seen since; before it {volume_text(latest.volume)} mL."
    if latest.is_undetected:
        return f"{name} not detectable on {latest.when}."
    size = f"{name} {volume_text(latest.volume)} mL on {latest.when}"
    if growth is None or growth.percent_per_year is None:
        return f"{size}, {_state(mass, growth)}."
    interval = growth.ci95_percent_per_year
    doubt = f" (95 % CI {signed(interval[0])} to {signed(interval[1])}," if interval else " ("
    rate = f"{percent(growth.percent_per_year)} per year{doubt} n = {growth.n})"
    return f"{size}, {_state(mass, growth)}, {rate}."


def _rows(case: Case, masses: Sequence[MassHistory]) -> Iterator[tuple[str, ...]]:
    sites = {mass.mass_id: place_label(mass.site, mass.side) for mass in case.masses}
    for mass in masses:
        by_record = {seen.record: seen for seen in mass.seen}
        for measurement in case.measurements_of(mass.mass_id):
            seen = by_record.get(measurement.id)
            yield (
                mass.mass_id,
                sites.get(mass.mass_id, "site not recorded"),
                shown(parse_when(measurement.when)),
                _volume_cell(mass, measurement.id, seen),
                measurement.modality or "not stated",
                mass.methods.get(measurement.id, ""),
                measurement.note,
            )


def _volume_cell(mass: MassHistory, record: str, seen: Seen | None) -> str:
    if seen is not None and seen.is_undetected:
        return "not detectable"
    volume = mass.volumes_by_record.get(record)
    return volume_text(volume) if volume is not None else "no volume"
