"""Each mass in words and states, worked out once for the list, the map and the spoken text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts.figures import percent, volume_text
from desktop.charts.history import histories

if TYPE_CHECKING:
    from desktop.charts.history import MassHistory
    from desktop.domain.case import Case
    from desktop.guidance.dossier import Dossier
    from desktop.measures.values import MassGrowth

WORDS = {
    "growing": "growing",
    "shrinking": "shrinking",
    "stable": "stable",
    "unclear": "unclear whether it grows",
    "too_few": "too few values for a rate",
    "gone": "completely excised and not seen since",
    "unseen": "excised, not seen since",
    "undetected": "not detectable",
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

    ``state`` is a growth state, or ``gone`` or ``unseen`` (excised, not seen since), or
    ``undetected``. ``volume`` is the latest one without unit, or a word; ``chip`` is the
    growth in a year or why there is none.
    """

    mass_id: str
    place: str
    remark: str
    volume: str
    when: str
    state: str
    chip: str

    @property
    def has_number(self) -> bool:
        """True where ``volume`` is a number of milliliters."""
        return self.volume[:1].isdigit()

    @property
    def amount(self) -> str:
        """The volume with its unit, or the words that stand for it."""
        return f"{self.volume} mL" if self.has_number else self.volume

    @property
    def spoken(self) -> str:
        """The mass as one sentence."""
        site = f"{self.place}, {self.remark}" if self.remark else self.place
        size = f"{self.amount} on {self.when}" if self.when else self.amount
        growth = WORDS[self.state]
        rate = f", {self.chip} per year" if self.state in CHIPS else ""
        return f"{self.mass_id}, {site}: {size}, {growth}{rate}."


def mass_rows(dossier: Dossier) -> tuple[MassRow, ...]:
    """A row for every mass of a dossier, those only measured included, M2 before M10."""
    growth = {g.mass_id: g for g in dossier.derived.mass_growth}
    return tuple(
        _row(dossier.case, history, growth.get(history.mass_id))
        for history in histories(dossier.case, dossier.derived)
    )


def _row(case: Case, history: MassHistory, growth: MassGrowth | None) -> MassRow:
    state = _state(history, growth)
    return MassRow(
        mass_id=history.mass_id,
        place=history.place,
        remark=_remark(case, history),
        volume=_volume(history),
        when=history.latest.when if history.latest else "",
        state=state,
        chip=_chip(state, history, growth),
    )


def _state(history: MassHistory, growth: MassGrowth | None) -> str:
    if history.is_unseen_since:
        return "gone" if history.is_removed else "unseen"
    if history.latest is not None and history.latest.is_undetected:
        return "undetected"
    return growth.state if growth else "too_few"


def _volume(history: MassHistory) -> str:
    if history.is_unseen_since:
        return "no size"
    if history.latest is None:
        return "no size"
    return "ND" if history.latest.is_undetected else volume_text(history.latest.volume)


def _chip(state: str, history: MassHistory, growth: MassGrowth | None) -> str:
    if state in ("gone", "unseen"):
        return "excised"
    if state == "undetected":
        return "not found"
    if growth is None or growth.percent_per_year is None or state == "too_few":
        values = len(history.volumes)
        return {0: "no value", 1: "1 value"}.get(values, "too few")
    return "unclear" if state == "unclear" else percent(growth.percent_per_year)


def _remark(case: Case, history: MassHistory) -> str:
    """Whether the mass came back: by its own record, an event, or a volume after excision."""
    recurred = any(
        mass.mass_id == history.mass_id and mass.recurrence_of for mass in case.masses
    ) or any(e.kind == "recurrence" and e.mass_id == history.mass_id for e in case.events)
    if recurred or any(seen.remark.endswith("recurrence") for seen in history.seen):
        return "recurred"
    return "residual" if any(seen.remark.endswith("residual") for seen in history.seen) else ""
