"""The masses of a patient on paper: the body map beside the table of volumes and growth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.body import markers
from desktop.charts.figures import percent, signed, volume_text
from desktop.charts.history import histories
from desktop.charts.masses import ARROWS
from desktop.domain.language import mark, say
from desktop.domain.when import parse_when, shown
from desktop.measures.masses import total_volume
from desktop.measures.wording import method_words
from desktop.reports import bodymap
from desktop.reports.style import WIDTH, bold, italic, markup, quiet
from desktop.reports.tables import Column, cut, gap, grid, paragraph, section, table
from desktop.reports.wording import state_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.charts.history import MassHistory
    from desktop.domain.case import Case
    from desktop.domain.records import Mass
    from desktop.measures.values import Derived, MassGrowth
    from desktop.reports.tables import Flow

NO_BREAK = "\u00a0"
MOST_BESIDE = 14
"""With more masses the table goes below the map, so that it can run over pages."""

LEGEND = mark("↑ growing · → stable · ↓ shrinking · dashed: unclear or unknown")


def masses_section(case: Case, derived: Derived) -> list[Flow]:
    """The body map with all masses that are still there, the table, and how it was computed."""
    found = histories(case, derived)
    if not found:
        return section(say("Masses"), [paragraph(italic(say("No mass recorded.")))])
    growth = {g.mass_id: g for g in derived.mass_growth}
    common = _common_time(found)
    notes = [paragraph(quiet(cut(line)), "small") for line in _notes(case, derived, found)]
    placed, without = markers(case, derived)
    if without:
        missing = say("Not on the map: {names}.", names="; ".join(without))
        notes.append(paragraph(quiet(cut(missing)), "small"))
    title = say("Masses, {day}", day=common) if common else say("Masses")
    if not placed:
        body: list[Flow] = [_table(case, found, growth, common=common, width=WIDTH), *notes]
        return section(title, body)
    left = [bodymap.body_map(placed)]
    notes.insert(0, paragraph(quiet(say(LEGEND)), "small"))
    if len(found) > MOST_BESIDE:
        wide = _table(case, found, growth, common=common, width=WIDTH)
        return section(title, [*left, gap(4), wide, *notes])
    room = WIDTH - bodymap.WIDTH - 4
    right = [_table(case, found, growth, common=common, width=room), gap(3), *notes]
    return section(title, [_beside(left, right)], keep=True)


def _beside(left: Sequence[Flow], right: Sequence[Flow]) -> Flow:
    return grid(
        [[list(left), list(right)]],
        [bodymap.WIDTH + 4, WIDTH - bodymap.WIDTH - 4],
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ],
    )


def _common_time(found: Sequence[MassHistory]) -> str:
    times = {mass.latest.when for mass in found if mass.latest}
    return times.pop() if len(times) == 1 else ""


def _table(
    case: Case,
    found: Sequence[MassHistory],
    growth: dict[str, MassGrowth],
    *,
    common: str,
    width: float,
) -> Flow:
    # Without a common date each volume carries its own below it.
    first, volume, rate, trend = (62.0, 52.0, 98.0, 60.0) if common else (62.0, 62.0, 90.0, 58.0)
    columns = [
        Column(say("Mass"), width - first - volume - rate - trend),
        Column(say("First seen"), first, is_number=True),
        Column(say("Volume"), volume, is_number=True),
        Column(say("Growth/y (95\u00a0%\u00a0CI)"), rate, is_number=True),
        Column(say("Trend"), trend),
    ]
    described = {mass.mass_id: mass for mass in case.masses}
    rows = [
        [
            f"{bold(mass.mass_id)} {markup(mass.place)}",
            _first_seen(described.get(mass.mass_id), mass),
            _volume(case, mass, common),
            _rate(mass, growth.get(mass.mass_id)),
            _trend(mass, growth.get(mass.mass_id)),
        ]
        for mass in found
    ]
    return table(columns, rows, padding=2.2)


def _first_seen(described: Mass | None, mass: MassHistory) -> str:
    if described and described.first_when.strip():
        return markup(shown(parse_when(described.first_when)))
    return markup(mass.seen[0].when) if mass.seen else italic(say("not recorded"))


def _volume(case: Case, mass: MassHistory, common: str) -> str:
    latest = mass.latest
    if mass.is_unseen_since and latest is not None and not latest.is_undetected:
        volume = volume_text(latest.volume)
        told = say("{volume} mL before excision, {day}", volume=volume, day=latest.when)
        return markup(told)
    if latest is None:
        return _undated(case, mass)
    when = "" if latest.when == common else f"<br/>{quiet(latest.when)}"
    if latest.is_undetected:
        return italic(say("not detectable")) + when
    rough = f"<br/>{quiet(say('approx.'))}" if "approximation" in latest.how else ""
    return f"{bold(volume_text(latest.volume))} mL{rough}{when}"


def _undated(case: Case, mass: MassHistory) -> str:
    volumes = [
        mass.volumes_by_record[m.id]
        for m in case.measurements_of(mass.mass_id)
        if m.id in mass.volumes_by_record
    ]
    if not volumes:
        return italic(say("not measured"))
    rough = any("approximation" in method for method in mass.methods.values())
    note = say("approx., not dated") if rough else say("not dated")
    return f"{bold(volume_text(volumes[-1]))} mL<br/>{quiet(note)}"


def _rate(mass: MassHistory, growth: MassGrowth | None) -> str:
    if growth is None or growth.percent_per_year is None or mass.is_unseen_since:
        return italic(say("too few values") if mass.volumes else say("not known"))
    interval = growth.ci95_percent_per_year
    low, high = (signed(limit) for limit in interval or (0.0, 0.0))
    doubt = f" ({say('{low} to {high}', low=low, high=high)})" if interval else ""
    return f"{bold(percent(growth.percent_per_year))}{markup(doubt)}"


def _trend(mass: MassHistory, growth: MassGrowth | None) -> str:
    state = state_of(mass, growth)
    if growth and state in ARROWS:
        return markup(f"{ARROWS[state]} {say(state)}")
    return italic(say("unknown") if state.startswith("too few") else say(state))


def _notes(case: Case, derived: Derived, found: Sequence[MassHistory]) -> Iterator[str]:
    total = total_volume(case)
    if total.value_ml is not None:
        when = shown(parse_when(total.when))
        yield say(
            "Total volume {volume} mL on {day} ({assessed} of {masses} masses assessed).",
            volume=volume_text(total.value_ml),
            day=when,
            assessed=total.assessed,
            masses=total.masses,
        )
    methods = dict.fromkeys(method_words(m) for mass in found for m in mass.methods.values())
    if methods:
        yield say("Volumes: {methods}.", methods="; ".join(methods))
    fitted = [g for g in derived.mass_growth if g.percent_per_year is not None]
    if fitted:
        counts = ", ".join(f"{g.mass_id} n = {g.n}" for g in fitted)
        methods = dict.fromkeys(method_words(g.method) for g in fitted)
        yield say("Growth: {methods}; {counts}.", methods="; ".join(methods), counts=counts)
    for mass in found:
        excision = mass.last_excision
        if excision is not None:
            how = f" ({excision.completeness})" if excision.completeness else ""
            remark = next((s.remark for s in mass.seen if s.remark), "")
            seen = next((s.when for s in mass.seen if s.remark), "")
            after = f", {remark.removeprefix(mass.mass_id).strip(' ,')} seen {seen}" if seen else ""
            yield f"{mass.mass_id}: excised {shown(parse_when(excision.when))}{how}{after}."
