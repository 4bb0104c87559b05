"""Each mass in words and states, worked out once for the list, the map and the spoken text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts.figures import percent, volume_text
from desktop.charts.history import histories
from desktop.domain.language import mark, say
from desktop.domain.when import parse_when, shown
from desktop.measures.looks import looks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.charts.history import MassHistory
    from desktop.domain.case import Case
    from desktop.guidance.dossier import Dossier
    from desktop.measures.values import MassGrowth

WORDS = {
    "growing": mark("growing"),
    "shrinking": mark("shrinking"),
    "stable": mark("stable"),
    "unclear": mark("unclear whether it grows"),
    "too_few": mark("too few values for a rate"),
    "gone": mark("completely excised and not seen since"),
    "unseen": mark("excised, not seen since"),
    "undetected": mark("not detectable"),
    "merged": mark("merged into another mass"),
}
"""The states of a mass in words."""

ARROWS = {
    "growing": "arrow-narrow-up",
    "shrinking": "arrow-narrow-down",
    "stable": "arrow-narrow-right",
}
"""The icons of the states that have a direction."""

CHIPS = {
    "growing": ("growbg", "grow"),
    "shrinking": ("shrinkbg", "shrink"),
    "stable": ("stablebg", "ink2"),
}
"""Fill and text token of the states that are known; all others are dashed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MassRow:
    """One mass as people read it.

    ``state`` is a growth state, or ``gone`` or ``unseen`` (excised, not seen since),
    ``undetected`` or ``merged``. ``volume`` is the latest one without unit, or a word; ``chip``
    is the growth in a year or why there is none. ``unassessed`` says since when the mass was
    not assessed although others were; empty where it was. Where the map shows something else
    than growth, ``sign`` is the state of the marker and ``label`` stands instead of the volume.
    """

    mass_id: str
    place: str
    remark: str
    volume: str
    when: str
    state: str
    chip: str
    unassessed: str = ""
    sign: str = ""
    label: str = ""

    @property
    def has_number(self) -> bool:
        """True where ``volume`` is a number of milliliters."""
        return self.volume[:1].isdigit()

    @property
    def amount(self) -> str:
        """The volume with its unit, or the words that stand for it."""
        return f"{self.volume} mL" if self.has_number else self.volume

    @property
    def is_over(self) -> bool:
        """True for a mass that is no longer there by itself."""
        return self.state in ("gone", "merged")

    @property
    def spoken(self) -> str:
        """The mass as one sentence."""
        site = f"{self.place}, {self.remark}" if self.remark else self.place
        size = self.amount
        if self.when:
            size = say("{volume} on {when}", volume=self.amount, when=self.when)
        parts = [size, say(WORDS[self.state])]
        if self.state in CHIPS:
            parts[1] = say("{state}, {rate} per year", state=parts[1], rate=self.chip)
        parts += [text for text in (self.unassessed, self.label) if text]
        return f"{self.mass_id}, {site}: {', '.join(parts)}."


def mass_rows(dossier: Dossier, told: Sequence[MassHistory] | None = None) -> tuple[MassRow, ...]:
    """A row for every mass of a dossier, those only measured included, M2 before M10.

    ``told`` are the histories of the same dossier, where they are at hand.
    """
    growth = {g.mass_id: g for g in dossier.derived.mass_growth}
    left_out = unassessed(dossier.case)
    return tuple(
        _row(dossier.case, history, growth.get(history.mass_id), left_out)
        for history in told or histories(dossier.case, dossier.derived)
    )


def unassessed(case: Case) -> dict[str, str]:
    """The masses that the latest look left out, each with words for it."""
    found = {}
    for look in looks(case):
        if look.state == "not_assessed" and not look.last:
            found[look.mass_id] = say("never measured")
        elif look.state == "not_assessed":
            since = shown(parse_when(look.last))
            found[look.mass_id] = say("not assessed since {when}", when=since)
        elif look.state == "region_only":
            at = shown(parse_when(look.latest))
            found[look.mass_id] = say("region examined, no size ({when})", when=at)
    return found


def _row(
    case: Case, history: MassHistory, growth: MassGrowth | None, left_out: Mapping[str, str]
) -> MassRow:
    state = _state(history, growth)
    return MassRow(
        mass_id=history.mass_id,
        place=history.place,
        remark=_remark(case, history),
        volume=_volume(history),
        when=history.latest.when if history.latest else "",
        state=state,
        chip=_chip(state, history, growth),
        unassessed=left_out.get(history.mass_id, ""),
    )


def _state(history: MassHistory, growth: MassGrowth | None) -> str:
    if history.merged_into:
        return "merged"
    if history.is_unseen_since:
        return "gone" if history.is_removed else "unseen"
    if history.latest is not None and history.latest.is_undetected:
        return "undetected"
    return growth.state if growth else "too_few"


def _volume(history: MassHistory) -> str:
    if history.merged_into or history.is_unseen_since or history.latest is None:
        return say("no size")
    return say("ND") if history.latest.is_undetected else volume_text(history.latest.volume)


def _chip(state: str, history: MassHistory, growth: MassGrowth | None) -> str:
    fixed = {
        "merged": lambda: say("in {mass}", mass=history.merged_into),
        "gone": lambda: say("excised"),
        "unseen": lambda: say("excised"),
        "undetected": lambda: say("not found"),
    }
    if state in fixed:
        return fixed[state]()
    if growth is None or growth.percent_per_year is None or state == "too_few":
        values = len(history.volumes)
        return {0: say("no value"), 1: say("1 value")}.get(values, say("too few"))
    return say("unclear") if state == "unclear" else percent(growth.percent_per_year)


def _remark(case: Case, history: MassHistory) -> str:
    """Whether the mass came back: by its own record, an event, or a volume after excision."""
    recurred = any(
        mass.mass_id == history.mass_id and mass.recurrence_of for mass in case.masses
    ) or any(e.kind == "recurrence" and e.mass_id == history.mass_id for e in case.events)
    if recurred or any(seen.back == "recurrence" for seen in history.seen):
        return say("recurred")
    is_residual = any(seen.back == "residual" for seen in history.seen)
    return say("residual") if is_residual else ""


def counts_text(rows: Sequence[MassRow]) -> str:
    """``4 active, 1 merged, 2 not assessed at the latest look``."""
    if not rows:
        return ""
    states = Counter(row.state for row in rows)
    active = len(rows) - states["gone"] - states["merged"]
    parts = [say("{n} active", n=active)]
    recurred = say("recurred")
    if n := sum(row.remark == recurred for row in rows):
        parts.append(say("{n} recurred", n=n))
    if n := states["gone"]:
        parts.append(say("{n} excised", n=n))
    if n := states["merged"]:
        parts.append(say("{n} merged", n=n))
    if n := sum(bool(row.unassessed) for row in rows):
        parts.append(say("{n} not assessed at the latest look", n=n))
    return ", ".join(parts)
