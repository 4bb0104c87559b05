"""The volume of each measurement of a mass, and what stands in the way where there is none."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from desktop.domain.analytes import number
from desktop.domain.language import say
from desktop.measures import sizes
from desktop.measures.refusal import Refused, require_positive
from desktop.measures.values import DerivedValue, NotComputed
from desktop.measures.wording import plain

if TYPE_CHECKING:
    from desktop.domain.case import Case
    from desktop.domain.records import MassMeasurement

RECORDED = "volume as recorded"
ELLIPSOID = "ellipsoid"
TWO_DIAMETERS = "approximation from 2 diameters"
ONE_DIAMETER = "approximation from 1 diameter"


def outcomes(case: Case) -> tuple[DerivedValue | NotComputed, ...]:
    """For every measurement its volume (mL) or why it has none, oldest first.

    A recorded volume wins over diameters. With two diameters the third is taken as their
    geometric mean, with one the mass as a sphere; method and note say so. A mass that was
    not detectable has no volume, which is neither zero nor a refusal: it is left out.
    """
    ordered = sorted(case.mass_measurements, key=lambda one: (case.order(one.when), one.mass_id))
    return tuple(volume_of(one) for one in ordered if not one.not_detectable.strip())


def volumes(case: Case) -> tuple[DerivedValue, ...]:
    """The volumes of a case, mL, oldest first; see ``outcomes``."""
    return tuple(one for one in outcomes(case) if isinstance(one, DerivedValue))


def volume_of(measured: MassMeasurement) -> DerivedValue | NotComputed:
    """The volume of one measurement, mL, or why it has none."""
    when, reason = measured.when.strip(), say("no size was recorded")
    try:
        size = _size(measured)
    except Refused as refused:
        size, reason = None, str(refused)
    if size is None:
        return NotComputed(
            quantity="mass_volume", reason=reason, when=when, mass_id=measured.mass_id
        )
    value, method, formula, note = size
    return DerivedValue(
        when=when,
        value=value,
        unit="mL",
        method=f"{method}, {measured.modality.strip() or 'modality not stated'}",
        mass_id=measured.mass_id,
        inputs=(measured.id,),
        formula=formula,
        note=note,
    )


def _size(measured: MassMeasurement) -> tuple[float, str, str, str] | None:
    """Volume in mL, method, formula and note; None without any size."""
    recorded = _positive(measured.volume_ml, say("volume"))
    if recorded is not None:
        return recorded, RECORDED, say("{volume} mL as recorded", volume=plain(recorded)), ""
    cells = (measured.length_mm, measured.width_mm, measured.depth_mm)
    diameters = [size for cell in cells if (size := _positive(cell, say("diameter"))) is not None]
    if not diameters:
        return None
    shown = " × ".join(f"{size:g}" for size in diameters)
    if len(diameters) == 3:
        value = _ellipsoid(diameters[0], diameters[1], diameters[2])
        return value, ELLIPSOID, f"π/6 × {shown} mm = {plain(value)} mL", ""
    if len(diameters) == 2:
        third = math.sqrt(diameters[0] * diameters[1])
        value = _ellipsoid(diameters[0], diameters[1], third)
        note = say(
            "approximation: third diameter taken as their geometric mean, {third} mm",
            third=f"{third:.3g}",
        )
        return value, TWO_DIAMETERS, f"π/6 × {shown} × {third:.3g} mm = {plain(value)} mL", note
    value = _ellipsoid(diameters[0], diameters[0], diameters[0])
    note = say("approximation: a sphere from one diameter")
    return value, ONE_DIAMETER, f"π/6 × {shown}³ mm = {plain(value)} mL", note


def _ellipsoid(length_mm: float, width_mm: float, depth_mm: float) -> float:
    value = sizes.ellipsoid_volume_ml(length_mm, width_mm, depth_mm)
    require_positive(volume=value)
    return value


def _positive(cell: str, name: str) -> float | None:
    value = number(cell)
    if value is not None and 0 < value < math.inf:
        return value
    if not cell.strip():
        return None
    message = say("{what} {cell} is not a number above 0", what=name, cell=repr(cell.strip()))
    raise Refused(message)
