"""Refusing to compute: the reason is a value that people read, never a crash."""

from __future__ import annotations

import math


class Refused(ValueError):  # noqa: N818 - reads as the fact that it states
    """A formula does not hold for these inputs; ``str()`` is the reason, in words for people."""


def require_positive(**numbers: float) -> None:
    """Refuse unless every number is above zero and finite; the names go into the reason.

    Raises Refused. Names are written with underscores for spaces.
    """
    for name, number in numbers.items():
        if not 0 < number < math.inf:
            message = f"{name.replace('_', ' ')} is {number:g}; a number above 0 is needed"
            raise Refused(message)
