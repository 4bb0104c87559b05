"""Where each mass lies on the two body silhouettes (front and back, 200 x 440 units).

The front view faces the reader, so the patient's right is on the left of the picture; the
back view is not mirrored, so there the patient's right is on the right.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from desktop.charts.history import histories
from desktop.domain.language import say
from desktop.domain.terms import place_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.charts.history import MassHistory
    from desktop.domain.case import Case
    from desktop.domain.records import Mass
    from desktop.measures.values import Derived, GrowthState

View = Literal["front", "back"]
WIDTH, HEIGHT, CENTER = 200.0, 440.0, 100.0


@dataclass(frozen=True, slots=True)
class Place:
    """A site on a silhouette: the view, units aside of the midline, units from the top."""

    view: View
    aside: float
    down: float


PLACES = MappingProxyType(
    {
        "shoulder": Place("front", 44, 97),
        "rotator_cuff": Place("front", 40, 92),
        "scapula": Place("back", 25, 112),
        "clavicle_region": Place("front", 20, 86),
        "supraclavicular": Place("front", 22, 80),
        "axilla": Place("front", 37, 116),
        "upper_arm": Place("front", 47, 130),
        "elbow": Place("back", 53, 162),
        "forearm": Place("front", 59, 190),
        "wrist": Place("front", 65, 220),
        "hand": Place("front", 70, 236),
        "thenar_eminence": Place("front", 66, 230),
        "metacarpophalangeal_joint": Place("front", 70, 242),
        "finger": Place("front", 70, 256),
        "thumb": Place("front", 78, 234),
        "upper_limb": Place("front", 50, 146),
        "hip": Place("front", 32, 205),
        "greater_trochanter": Place("front", 37, 212),
        "gluteal": Place("back", 20, 215),
        "gluteal_tendons": Place("back", 30, 205),
        "groin": Place("front", 15, 220),
        "thigh": Place("front", 23, 262),
        "knee": Place("front", 24, 312),
        "popliteal_fossa": Place("back", 24, 312),
        "leg": Place("front", 25, 352),
        "shin": Place("front", 24, 345),
        "ankle": Place("front", 23, 402),
        "lateral_malleolus": Place("front", 28, 402),
        "achilles_tendon": Place("back", 23, 394),
        "foot": Place("front", 26, 416),
        "heel": Place("back", 23, 416),
        "sole": Place("back", 28, 423),
        "toe": Place("front", 32, 423),
        "great_toe": Place("front", 25, 423),
        "lower_limb": Place("front", 24, 330),
        "head": Place("front", 0, 18),
        "face": Place("front", 7, 44),
        "cheek": Place("front", 10, 46),
        "masseter": Place("front", 14, 49),
        "periorbital": Place("front", 8, 33),
        "preauricular": Place("front", 18, 40),
        "jaw": Place("front", 10, 55),
        "temporomandibular_joint": Place("front", 17, 42),
        "neck": Place("front", 5, 70),
        "cervical_spine": Place("back", 0, 68),
        "thoracolumbar_spine": Place("back", 0, 150),
        "back": Place("back", 14, 135),
        "sternum": Place("front", 0, 108),
        "chest_wall": Place("front", 24, 125),
        "breast": Place("front", 22, 116),
        "abdominal_wall": Place("front", 14, 170),
        "abdomen": Place("front", 0, 165),
        "pelvis": Place("front", 20, 200),
        "penis": Place("front", 0, 232),
        "lung": Place("front", 18, 112),
        "kidney": Place("back", 16, 165),
        "brain": Place("front", 0, 22),
        "heart": Place("front", 6, 118),
        "liver": Place("front", 14, 148),
        "eye": Place("front", 8, 33),
        "retroperitoneum": Place("back", 0, 172),
    }
)
"""The sites of the vocabulary that have a place; the others ("several sites") have none."""

UNPAIRED = frozenset(
    {
        "head",
        "brain",
        "neck",
        "cervical_spine",
        "thoracolumbar_spine",
        "sternum",
        "abdomen",
        "penis",
        "heart",
        "liver",
        "retroperitoneum",
        "back",
        "abdominal_wall",
        "pelvis",
        "face",
        "jaw",
    }
)
"""Sites that need no side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MassMarker:
    """One mass on a silhouette: place, latest volume, growth state.

    ``volume`` is None where none is known, ``state`` ``too_few`` where growth is unknown.
    A bilateral mass has a marker on each side.
    """

    mass_id: str
    place: str
    view: View
    x: float
    y: float
    volume: float | None
    state: GrowthState
    order: int


def markers(
    case: Case, derived: Derived, told: Sequence[MassHistory] | None = None
) -> tuple[tuple[MassMarker, ...], tuple[str, ...]]:
    """The markers of all masses that are still there, and in words those without a place.

    A mass completely excised and not seen since, or merged into another, has no marker and is
    named. A paired site without a
    side is named too, because a marker on either side would be a guess. ``told`` are the
    histories of the case, where they are at hand.
    """
    described = {mass.mass_id: mass for mass in case.masses}
    states: dict[str, GrowthState] = {g.mass_id: g.state for g in derived.mass_growth}
    found: list[MassMarker] = []
    without: list[str] = []
    for history in told or histories(case, derived):
        mass = described.get(history.mass_id)
        reason = _reason_without(mass, history)
        if mass is None or reason:
            without.append(f"{history.mass_id}: {reason}")
        else:
            latest = history.latest
            is_open = history.is_unseen_since or latest is None or latest.is_undetected
            state = "too_few" if is_open else states.get(history.mass_id, "too_few")
            found.extend(_marked(mass, history, state=state))
    return tuple(found), tuple(without)


def _reason_without(mass: Mass | None, history: MassHistory) -> str:
    if mass is None:
        return say("site not recorded")
    if history.merged_into:
        return say("merged into {mass}", mass=history.merged_into)
    if history.is_removed:
        return say("completely excised, not seen since")
    if mass.site not in PLACES:
        place = place_label(mass.site, mass.side) or say("site not recorded")
        return say("{place} has no place here", place=place)
    if mass.side not in ("left", "right", "midline", "bilateral") and mass.site not in UNPAIRED:
        return say("{place}, side not recorded", place=history.place)
    return ""


def _marked(mass: Mass, history: MassHistory, *, state: GrowthState) -> Iterator[MassMarker]:
    place = PLACES[mass.site]
    sides = ("left", "right") if mass.side == "bilateral" else (mass.side,)
    latest = history.latest
    for side in sides:
        yield MassMarker(
            mass_id=mass.mass_id,
            place=history.place,
            view=place.view,
            x=CENTER + _aside(place, side),
            y=place.down,
            volume=latest.volume if latest and not history.is_unseen_since else None,
            state=state,
            order=history.order,
        )


def _aside(place: Place, side: str) -> float:
    toward_right_of_picture = 1 if (side == "left") == (place.view == "front") else -1
    return place.aside * toward_right_of_picture if side in ("left", "right") else 0.0
