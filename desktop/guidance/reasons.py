"""Which records are named as the reason for an alert or for monitoring: the most telling ones."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from desktop.guidance.differential import is_standing
from desktop.guidance.logic import deciding

if TYPE_CHECKING:
    from desktop.guidance.facts import Facts
    from desktop.guidance.logic import Condition

SHOWN = 3
"""How many records are named for one item."""


def reasons(condition: Condition, facts: Facts) -> tuple[str, ...]:
    """What in the record decided; where a standing alone did, what that disorder rests on.

    Each fact gives its most telling record before any fact gives its next one. What does not
    stand in the way is no reason.
    """
    names = [name for name in deciding(condition, facts.truth) if facts.truth(name)]
    own = [name for name in names if not is_standing(name)]
    grounds = list(facts.grounds(own)) or list(facts.grounds(names))
    in_turn = [one for row in zip_longest(*grounds) for one in row if one is not None]
    records: dict[str, str] = {}
    for evidence in in_turn:
        records.setdefault(evidence.record, evidence.say())
    return tuple(dict.fromkeys(records.values()))[:SHOWN]
