"""The growth of a patient's masses: volumes on a log scale, one fit, operations, not detectable."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.charts.figures import percent, signed, volume_text
from desktop.charts.fitting import fit_of, fitted_mass
from desktop.charts.history import MassHistory, histories
from desktop.charts.mass_axis import volume_axis
from desktop.charts.spec import SYMBOLS, ChartSpec, EndLabel, Point, Series
from desktop.charts.timeline import timeline
from desktop.domain.language import mark, say, say_count
from desktop.domain.terms import place_label
from desktop.domain.when import parse_when, shown
from desktop.measures.wording import method_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.charts.history import Seen
    from desktop.charts.mass_axis import VolumeAxis
    from desktop.domain.case import Case
    from desktop.measures.values import Derived, MassGrowth

COLORS = ("c1", "c2", "c3", "c5", "c4", "c6")
"""Series colors in the order of the masses; fixed per mass for its life."""

QUIET = "stable"
MOST_COLORED = 6
LARGEST = 5
HEADER = (
    mark("Mass"),
    mark("Site"),
    mark("When"),
    mark("Volume (mL)"),
    mark("By"),
    mark("How computed"),
    mark("Note"),
)
ARROWS = {"growing": "↑", "shrinking": "↓", "stable": "→"}
STATES = {
    "growing": mark("growing"),
    "shrinking": mark("shrinking"),
    "stable": mark("stable"),
    "unclear": mark("unclear"),
    "too_few": mark("too few values"),
}


def mass_growth(
    case: Case,
    derived: Derived,
    *,
    selected: str = "",
    modality: str = "",
    is_linear: bool = False,
    told: tuple[MassHistory, ...] | None = None,
) -> ChartSpec:
    """Volumes of all masses against time as log10 of mL, with one fitted line.

    The fit is that of the ``selected`` mass, else of the one that grows fastest. Lines join
    volumes by the same method and never cross an operation. Of more than 6 masses the selected one
    and the 5 largest are colored. ``modality`` shows one alone, ``told`` are known histories.
    """
    masses = told or histories(case, derived)
    shown_masses = tuple(_only(mass, case, modality) for mass in masses) if modality else masses
    frame = timeline(case)
    growth = {g.mass_id: g for g in derived.mass_growth}
    fitted = fitted_mass(masses, growth, selected)
    if modality and not (growth[fitted].method if fitted else "").endswith(f", {modality}"):
        fitted = ""
    drawn = [mass for mass in shown_masses if mass.volumes or mass.undetected]
    axis = volume_axis(drawn, is_linear=is_linear)
    fit, about_fit = fit_of(case, growth[fitted], _color(masses, fitted)) if fitted else (None, "")
    colored = _colored(drawn, selected)
    return ChartSpec(
        name="mass_growth",
        title=say("Mass growth"),
        subtitle=_subtitle(growth.get(fitted), masses),
        x=frame.x,
        y=axis.y,
        series=tuple(
            series
            for mass in drawn
            for series in _series(mass, growth.get(mass.mass_id), axis, colored=colored)
        ),
        fits=(axis.fit(fit),) if fit else (),
        marks=frame.marks,
        floor=(axis.floor, say("ND")) if any(mass.undetected for mass in drawn) else None,
        empty="" if drawn else _empty(case),
        left_out=(*_left_out(masses), *([about_fit] if about_fit else [])),
        summary=_summary(masses, growth),
        table_header=tuple(say(text) for text in HEADER),
        table=tuple(_rows(case, masses)),
    )


def _only(mass: MassHistory, case: Case, modality: str) -> MassHistory:
    """The history with the looks of one modality alone."""
    wanted = {m.id for m in case.measurements_of(mass.mass_id) if m.modality.strip() == modality}
    return replace(mass, seen=tuple(look for look in mass.seen if look.record in wanted))


def _color(masses: Sequence[MassHistory], mass_id: str) -> str:
    return next((COLORS[m.order % len(COLORS)] for m in masses if m.mass_id == mass_id), QUIET)


def _colored(drawn: Sequence[MassHistory], selected: str) -> frozenset[str]:
    if len(drawn) <= MOST_COLORED:
        return frozenset(mass.mass_id for mass in drawn)
    largest = sorted(drawn, key=lambda mass: -mass.latest_volume)[:LARGEST]
    return frozenset({mass.mass_id for mass in largest} | {selected})


def _series(
    mass: MassHistory, growth: MassGrowth | None, axis: VolumeAxis, *, colored: frozenset[str]
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
            points=tuple(_point(mass, seen, axis) for seen in run),
            is_joined=len(run) > 1 and not run[0].is_undetected,
            is_quiet=is_quiet,
            end_label=_end_label(mass, growth) if is_last else None,
        )


def _point(mass: MassHistory, seen: Seen, axis: VolumeAxis) -> Point:
    if seen.is_undetected:
        size, y = say("not detectable"), axis.floor
    else:
        size, y = f"{volume_text(seen.volume)} mL", axis.at(seen.volume)
    return Point(
        x=seen.span.middle,
        y=y,
        record=seen.record,
        is_filled=not seen.is_undetected,
        half_width=seen.span.width / 2,
        text=seen.remark,
        spoken=f"{mass.mass_id} {mass.place}, {size}, {method_words(seen.how)}, {seen.when}",
    )


def _end_label(mass: MassHistory, growth: MassGrowth | None) -> EndLabel:
    latest = mass.latest
    if mass.merged_into:
        line = say("merged into {mass}", mass=mass.merged_into)
        return EndLabel(title=mass.mass_id, lines=(line,))
    if mass.is_unseen_since:
        return EndLabel(title=mass.mass_id, lines=(say("excised, not seen since"),))
    if latest is None or latest.is_undetected:
        return EndLabel(title=mass.mass_id, lines=(say("not detectable"),))
    title = f"{mass.mass_id} {volume_text(latest.volume)} mL"
    return EndLabel(title=title, lines=(rate_text(growth),))


def rate_text(growth: MassGrowth | None) -> str:
    """Direction and yearly rate in short: ``↑ +233 %/y``, ``rate unknown``, ``unclear −20 %/y``."""
    if growth is None or growth.percent_per_year is None or growth.state == "too_few":
        return say("rate unknown")
    sign = ARROWS.get(growth.state, say(STATES[growth.state]))
    return say("{sign} {rate}/y", sign=sign, rate=percent(growth.percent_per_year))


def _subtitle(growth: MassGrowth | None, masses: Sequence[MassHistory]) -> str:
    if growth is None or growth.first is None:
        return ""
    mass = next(m for m in masses if m.mass_id == growth.mass_id)
    first = min(mass.volumes, key=lambda seen: abs(seen.span.middle - (growth.first or 0.0)))
    return say(
        "{mass} fit since {when} with 95 % CI, n = {n}",
        mass=growth.mass_id,
        when=first.when,
        n=growth.n,
    )


def _empty(case: Case) -> str:
    if not case.masses and not case.mass_measurements:
        return say("No mass recorded.")
    return say("No mass has a volume or a finding of not detectable with a date or age.")


def _left_out(masses: Sequence[MassHistory]) -> tuple[str, ...]:
    lines = []
    without = {m.mass_id: m.without_volume for m in masses if m.without_volume}
    undated = {m.mass_id: m.undated for m in masses if m.undated}
    if without:
        lines.append(
            say_count(
                sum(without.values()),
                "{n} measurement without a volume is not drawn ({where}).",
                "{n} measurements without a volume are not drawn ({where}).",
                where=_where(without),
            )
        )
    if undated:
        lines.append(
            say_count(
                sum(undated.values()),
                "{n} measurement without a usable date or age is not drawn ({where}).",
                "{n} measurements without a usable date or age are not drawn ({where}).",
                where=_where(undated),
            )
        )
    return tuple(lines)


def _where(counts: dict[str, int]) -> str:
    return ", ".join(f"{mass_id}: {n}" for mass_id, n in counts.items())


def _summary(masses: Sequence[MassHistory], growth: dict[str, MassGrowth]) -> str:
    if not masses:
        return say("No mass recorded.")
    states = Counter(state_text(mass, growth.get(mass.mass_id)) for mass in masses)
    counts = ", ".join(f"{n} {state}" for state, n in states.items())
    parts = [say_count(len(masses), "{n} mass: {counts}.", "{n} masses: {counts}.", counts=counts)]
    parts += [_sentence(mass, growth.get(mass.mass_id)) for mass in masses]
    return " ".join((*parts, *_left_out(masses)))


def state_text(mass: MassHistory, growth: MassGrowth | None) -> str:
    """The state of a mass in words: ``growing``, ``not detectable``, ``merged into M2``."""
    if mass.merged_into:
        return say("merged into {mass}", mass=mass.merged_into)
    if mass.is_unseen_since:
        return say("excised, not seen since")
    if mass.latest is None:
        return say("not measured")
    if mass.latest.is_undetected:
        return say("not detectable")
    return say(STATES[growth.state]) if growth else say("too few values")


def _sentence(mass: MassHistory, growth: MassGrowth | None) -> str:
    latest, name = mass.latest, mass.mass_id
    place = f"{mass.place[:1].lower()}{mass.place[1:]}"
    if latest is None:
        return say("{mass}, {place}: no dated volume.", mass=name, place=place)
    volume, when = f"{volume_text(latest.volume)} mL", latest.when
    told = {"mass": name, "place": place, "volume": volume, "when": when}
    if mass.merged_into:
        return say(
            "{mass}, {place}: merged into {into}; before it {volume} on {when}.",
            **told,
            into=mass.merged_into,
        )
    if mass.is_unseen_since:
        return say("{mass}, {place}: excised, not seen since; before it {volume}.", **told)
    if latest.is_undetected:
        return say("{mass}, {place}: not detectable on {when}.", **told)
    state = state_text(mass, growth)
    if growth is None or growth.percent_per_year is None:
        return say("{mass}, {place}: {volume} on {when}, {state}.", **told, state=state)
    ends = [signed(end) for end in growth.ci95_percent_per_year or ()]
    doubt = say("95 % CI {low} to {high}, ", low=ends[0], high=ends[1]) if ends else ""
    return say(
        "{mass}, {place}: {volume} on {when}, {state}, {rate} per year ({doubt}n = {n}).",
        **told,
        state=state,
        rate=percent(growth.percent_per_year),
        doubt=doubt,
        n=growth.n,
    )


def _rows(case: Case, masses: Sequence[MassHistory]) -> Iterator[tuple[str, ...]]:
    sites = {mass.mass_id: place_label(mass.site, mass.side) for mass in case.masses}
    for mass in masses:
        by_record = {seen.record: seen for seen in mass.seen}
        for measurement in case.measurements_of(mass.mass_id):
            seen = by_record.get(measurement.id)
            yield (
                mass.mass_id,
                sites.get(mass.mass_id) or say("site not recorded"),
                shown(parse_when(measurement.when)),
                _volume_cell(mass, measurement.id, seen),
                method_words(measurement.modality) or say("not stated"),
                method_words(mass.methods.get(measurement.id, "")),
                measurement.note,
            )


def _volume_cell(mass: MassHistory, record: str, seen: Seen | None) -> str:
    if seen is not None and seen.is_undetected:
        return say("not detectable")
    volume = mass.volumes_by_record.get(record)
    return volume_text(volume) if volume is not None else say("no volume")
