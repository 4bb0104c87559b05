"""Refusing to compute: the reason is a value that people read, never a crash."""

from __future__ import annotations

import math

from desktop.domain.language import mark, say

_NAMES = {
    "creatinine": mark("creatinine"),
    "height": mark("height"),
    "calcium": mark("calcium"),
    "phosphate": mark("phosphate"),
    "albumin": mark("albumin"),
    "serum_phosphate": mark("serum phosphate"),
    "urine_phosphate": mark("urine phosphate"),
    "serum_creatinine": mark("serum creatinine"),
    "urine_creatinine": mark("urine creatinine"),
    "length": mark("length"),
    "width": mark("width"),
    "depth": mark("depth"),
    "volume": mark("volume"),
    "first_volume": mark("first volume"),
    "second_volume": mark("second volume"),
    "days": mark("number of days"),
}
"""What is refused, for people; names of what is never shown are missing here."""


class Refused(ValueError):  # noqa: N818 - reads as the fact that it states
    """A formula does not hold for these inputs; ``str()`` is the reason, in words for people."""


def require_positive(**numbers: float) -> None:
    """Refuse unless every number is above zero and finite; the names go into the reason.

    Raises Refused. Names are written with underscores for spaces.
    """
    for name, number in numbers.items():
        if not 0 < number < math.inf:
            what = say(_NAMES.get(name, name.replace("_", " ")))
            message = say(
                "{what} is {number}; a number above 0 is needed", what=what, number=f"{number:g}"
            )
            raise Refused(message)
