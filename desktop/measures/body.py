"""Body size and joints: surface, mass index, the joint scale of FOP, loss of motion."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.measures.refusal import Refused, require_positive

if TYPE_CHECKING:
    from collections.abc import Sequence

JOINT_SITES = 15


def body_surface_m2(height_cm: float, weight_kg: float) -> float:
    """Body surface by Mosteller, m2: sqrt(height (cm) x weight (kg) / 3600).

    Raises Refused for a size that is not above zero.
    """
    require_positive(height=height_cm, weight=weight_kg)
    return math.sqrt(height_cm * weight_kg / 3600)


def body_mass_index(height_cm: float, weight_kg: float) -> float:
    """Body mass index, kg/m2; Refused for a size that is not above zero."""
    require_positive(height=height_cm, weight=weight_kg)
    return weight_kg / (height_cm / 100) ** 2


def joint_scale(scores: Sequence[int]) -> int:
    """CAJIS, the joint involvement scale of FOP: the sum of 15 sites scored 0, 1 or 2.

    Raises Refused for any other number of sites or score: a site that was not assessed is
    not a site without involvement.
    """
    if len(scores) != JOINT_SITES or any(score not in (0, 1, 2) for score in scores):
        message = say("the scale needs {n} sites scored 0, 1 or 2", n=JOINT_SITES)
        raise Refused(message)
    return sum(scores)


def motion_deficit_percent(measured_degrees: float, reference_degrees: float) -> float:
    """Loss of a joint's range of motion, percent of the reference for age and sex."""
    require_positive(reference=reference_degrees)
    if measured_degrees < 0:
        message = say("a range of motion of {n} degrees is not possible", n=f"{measured_degrees:g}")
        raise Refused(message)
    return 100 * (1 - measured_degrees / reference_degrees)
