"""What can be said about a size while it is typed: the trend, the error of measuring, slips."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from desktop.charts.figures import figure, percent, volume_text
from desktop.domain.analytes import number
from desktop.domain.language import mark, say
from desktop.domain.terms import place_label
from desktop.measures import sizes
from desktop.measures.masses import prediction_at
from desktop.measures.series import break_between
from desktop.measures.values import DerivedValue
from desktop.measures.volumes import volume_of
from desktop.ui.models.masses_words import method_text, when_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain.case import Case
    from desktop.domain.records import Mass, MassMeasurement
    from desktop.measures.values import MassGrowth

SLIP = 20.0
"""A volume so many times larger or smaller than the one before suggests cm typed as mm."""

TENFOLD = (6.0, 15.0)
"""An axis so many times larger or smaller than the last suggests a shifted decimal mark."""

OWN_AWAY, OTHER_NEAR = math.log(1.6), math.log(1.15)
"""A volume this far from its own mass's last and this near to another's may be the other's."""

OPPOSITE = {"left": "right", "right": "left"}
AXES: Mapping[str, str] = {
    "length_mm": mark("Length"),
    "width_mm": mark("Width"),
    "depth_mm": mark("Depth"),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about the entry; ``warn`` is worth a second look, ``info`` is not."""

    level: Literal["ok", "info", "warn"]
    text: str


def remarks(
    measured: MassMeasurement, case: Case, fits: Sequence[MassGrowth]
) -> tuple[Remark, ...]:
    """All that can be said; ``case`` is the patient without this measurement, ``fits`` its growth.

    Begins with "No entry problem found" where there is nothing to look at again.
    """
    value = volume_of(measured)
    if not isinstance(value, DerivedValue):
        return ()
    found = [*slips(measured, case), *_in_trend(measured, value, case, fits)]
    if not any(one.level == "warn" for one in found):
        found.insert(0, Remark("ok", say("No entry problem found.")))
    return (*found, *_beyond_error(measured, value, case), *_axis_order(measured, case))


def slips(measured: MassMeasurement, case: Case) -> tuple[Remark, ...]:
    """What looks like a slip: cm for mm, one shifted decimal mark, left for right."""
    value = volume_of(measured)
    if not isinstance(value, DerivedValue):
        return ()
    last = last_volume(measured, case)
    if last is None:
        return tuple(_too_small(measured, value))
    if parted(last[0], measured, case):
        return ()
    scaled = _scaled(measured, value.value / last[1].value)
    found = [scaled] if scaled else list(_shifted(measured, last[0]))
    return (*found, *_other_side(measured, value, last[1], case))


def last_volume(
    measured: MassMeasurement, case: Case, *, method: str = ""
) -> tuple[MassMeasurement, DerivedValue] | None:
    """The last measurement before this one that has a volume, by one method if given."""
    for other in reversed(_earlier(measured, case)):
        value = volume_of(other)
        if isinstance(value, DerivedValue) and method in ("", value.method):
            return other, value
    return None


def parted(last: MassMeasurement, now: MassMeasurement, case: Case) -> str:
    """What happened between two measurements so that they do not compare; empty for nothing."""
    return break_between(case, now.mass_id, last.when, later=now.when)


def _earlier(measured: MassMeasurement, case: Case) -> Sequence[MassMeasurement]:
    here = case.place(measured.when) if measured.when.strip() else None
    found = []
    for other in case.measurements_of(measured.mass_id):
        there = case.place(other.when)
        is_before = here is None or (there is not None and there.last <= here.first)
        if other.id != measured.id and is_before and not other.not_detectable.strip():
            found.append(other)
    return found


def _axes(measured: MassMeasurement) -> dict[str, float]:
    cells = {name: number(getattr(measured, name)) for name in AXES}
    return {name: size for name, size in cells.items() if size is not None and size > 0}


def _scaled(measured: MassMeasurement, ratio: float) -> Remark | None:
    """A volume that is off by the cube of ten, or by any other large factor."""
    if 1 / SLIP <= ratio <= SLIP:
        return None
    axes = _axes(measured)
    by = 0.1 if ratio > 1 else 10.0
    if len(axes) == len(AXES) and 1 / SLIP <= ratio * by**3 <= SLIP:
        shown = " × ".join(f"{size * by:g}" for size in axes.values())
        volume = figure(sizes.ellipsoid_volume_ml(*(size * by for size in axes.values())))
        text = say(
            "{ratio} the last volume. Meant {sizes} mm? That would be {volume} mL.",
            ratio=_times(ratio),
            sizes=shown,
            volume=volume,
        )
        return Remark("warn", text)
    text = say("{ratio} the last volume. Are all sizes in mm?", ratio=_times(ratio))
    return Remark("warn", text)


def _times(ratio: float) -> str:
    """``1156 times``, or ``1/865 of`` for what is smaller."""
    if ratio >= 1:
        return say("{n} times", n=f"{ratio:.0f}")
    return say("1/{n} of", n=f"{1 / ratio:.0f}")


def _shifted(measured: MassMeasurement, last: MassMeasurement) -> Iterator[Remark]:
    """One axis that is about ten times, or a tenth of, what it was."""
    now, before = _axes(measured), _axes(last)
    for name in now.keys() & before.keys():
        ratio = now[name] / before[name]
        by = 0.1 if ratio > 1 else 10.0
        if TENFOLD[0] <= max(ratio, 1 / ratio) <= TENFOLD[1]:
            text = say(
                "{axis} {now} mm, last time {before} mm. Meant {meant} mm?",
                axis=say(AXES[name]),
                now=f"{now[name]:g}",
                before=f"{before[name]:g}",
                meant=f"{now[name] * by:g}",
            )
            yield Remark("warn", text)


def _too_small(measured: MassMeasurement, value: DerivedValue) -> Iterator[Remark]:
    """A first measurement of a few millimeters with decimals: most likely centimeters."""
    axes = _axes(measured)
    cells = [getattr(measured, name) for name in axes]
    if len(axes) == len(AXES) and max(axes.values()) < 10 and any("." in cell for cell in cells):
        shown = " × ".join(f"{size * 10:g}" for size in axes.values())
        volume = volume_text(value.value * 1000)
        text = say(
            "Are these centimeters? {sizes} mm would be {volume} mL.", sizes=shown, volume=volume
        )
        yield Remark("warn", text)


def _other_side(
    measured: MassMeasurement, value: DerivedValue, own: DerivedValue, case: Case
) -> Iterator[Remark]:
    """A volume that fits the mass at the same site of the other side better than its own."""
    if abs(math.log(value.value / own.value)) < OWN_AWAY:
        return
    here = next((mass for mass in case.masses if mass.mass_id == measured.mass_id), None)
    for mass in case.masses:
        if here is None or not _is_opposite(here, mass):
            continue
        last = last_volume(_of(measured, mass.mass_id), case)
        if last is not None and abs(math.log(value.value / last[1].value)) <= OTHER_NEAR:
            text = say(
                "Fits {mass}, {place}, better ({volume} mL on {when}). Left and right exchanged?",
                mass=mass.mass_id,
                place=place_label(mass.site, mass.side),
                volume=volume_text(last[1].value),
                when=when_text(last[0].when),
            )
            yield Remark("warn", text)


def _is_opposite(one: Mass, other: Mass) -> bool:
    return one.site == other.site and OPPOSITE.get(one.side.strip()) == other.side.strip()


def _of(measured: MassMeasurement, mass_id: str) -> MassMeasurement:
    return replace(measured, mass_id=mass_id)


def fit_for(
    measured: MassMeasurement, value: DerivedValue, fits: Sequence[MassGrowth]
) -> MassGrowth | None:
    """The fit of the mass by the method of this measurement; None where there is none."""
    own = next((one for one in fits if one.mass_id == measured.mass_id), None)
    if own is None or own.slope is None or not own.method.endswith(f" of {value.method}"):
        return None
    return own


def _in_trend(
    measured: MassMeasurement, value: DerivedValue, case: Case, fits: Sequence[MassGrowth]
) -> Iterator[Remark]:
    own, at = fit_for(measured, value, fits), case.place(measured.when)
    if own is None or at is None or not measured.when.strip():
        return
    if own.first is not None and at.last < own.first:
        return
    low, middle, high = (math.exp(one) for one in prediction_at(own, at.middle))
    told = {
        "volume": figure(value.value),
        "low": volume_text(low),
        "high": volume_text(high),
        "n": str(own.n),
        "offset": percent((value.value / middle - 1) * 100),
        "expected": volume_text(middle),
    }
    if low <= value.value <= high:
        text = say(
            "{volume} mL is inside the 95 % prediction range ({low} to {high} mL, n = {n}); "
            "{offset} from the fitted {expected} mL.",
            **told,
        )
        yield Remark("info", text)
    else:
        text = say(
            "{volume} mL is outside the 95 % prediction range ({low} to {high} mL, n = {n}); "
            "{offset} from the fitted {expected} mL.",
            **told,
        )
        yield Remark("warn", text)


def _beyond_error(measured: MassMeasurement, value: DerivedValue, case: Case) -> Iterator[Remark]:
    last = last_volume(measured, case, method=value.method)
    if last is None or parted(last[0], measured, case):
        return
    change = sizes.real_change(last[1].value, value.value, same_method=True)
    limit = f"{sizes.REAL_CHANGE_PERCENT:.0f}"
    if change == "within error":
        text = say("The change is within {limit} %, the error set here.", limit=limit)
    else:
        text = say("The change is beyond {limit} %, the error set here.", limit=limit)
    yield Remark("info", text)


def _axis_order(measured: MassMeasurement, case: Case) -> Iterator[Remark]:
    """Axes typed in another order than last time; the volume does not depend on it."""
    now = list(_axes(measured).values())
    last = last_volume(measured, case)
    before = list(_axes(last[0]).values()) if last else []
    if len(now) == len(before) == len(AXES) and _falls(before) and not _falls(now):
        text = say("The axes are in another order than last time; the volume stays the same.")
        yield Remark("info", text)


def _falls(values: Sequence[float]) -> bool:
    return list(values) == sorted(values, reverse=True)


def told(measured: MassMeasurement) -> str:
    """A measurement in a few words: ``9.0 mL, CT, 17-Jun-2025``."""
    value = volume_of(measured)
    size = say("no size")
    if isinstance(value, DerivedValue):
        size = f"{volume_text(value.value)} mL"
    if measured.not_detectable.strip():
        size = say("not detectable")
    return f"{size}, {method_text(measured.modality)}, {when_text(measured.when)}"
