"""One pasted value on its way into the registry, and what the user decided about a block. No Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from desktop.domain import records as r
from desktop.domain.analytes import unit_of
from desktop.domain.language import say
from desktop.domain.when import parse_when, shown
from desktop.ui.forms.typed import NotReadable, typed_number
from desktop.ui.models.labs_columns import time_of
from desktop.ui.models.labs_names import named_test

if TYPE_CHECKING:
    from desktop.ui.models.labs_block import Pasted, Place

Status = Literal["ready", "same", "asked", "skipped"]
Ask = Literal["", "test", "unit", "time", "existing", "value"]


@dataclass(slots=True)
class Choices:
    """What the user decided about a block so far; keys are places in the block, or its texts."""

    tests: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    existing: dict[Place, str] = field(default_factory=dict)
    skipped: set[Place] = field(default_factory=set)
    stored: set[Place] = field(default_factory=set)
    day_first: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One value of the block: what would be stored, or what stands against it.

    ``shown`` is the value in the unit of the grid, ``entered`` as it will be stored.
    ``before`` is a result that it takes the place of: one that was pending, or chosen so.
    """

    pasted: Pasted
    name: str
    status: Status
    when: str = ""
    entered: str = ""
    shown: str = ""
    flag: str = ""
    warning: str = ""
    problem: str = ""
    ask: Ask = ""
    options: tuple[str, ...] = ()
    lab: r.LabResult | None = None
    before: r.LabResult | None = None

    @property
    def place(self) -> Place:
        """Where the value stands in the block."""
        return self.pasted.row, self.pasted.column

    @property
    def day(self) -> str:
        """The time for people."""
        return shown(parse_when(self.when)) if self.when else ""


def onto(lab: r.LabResult, other: r.LabResult) -> r.LabResult:
    """The pasted result as a new state of a recorded one; what it does not say stays."""
    return replace(
        other,
        value=lab.value,
        comparator=lab.comparator,
        unit=lab.unit,
        flag=lab.flag,
        state=lab.state,
        ref_low=lab.ref_low or other.ref_low,
        ref_high=lab.ref_high or other.ref_high,
        method=lab.method or other.method,
        specimen=lab.specimen or other.specimen,
        note="; ".join(part for part in (other.note, lab.note) if part),
    )


def is_there(lab: r.LabResult, other: r.LabResult) -> bool:
    """True where a recorded result says what a pasted one says; a method may stand beside it."""
    if lab.method.strip() and lab.method.strip() != other.method.strip():
        return False
    return identity(lab) == identity(other)


def identity(lab: r.LabResult) -> tuple[str, str, str, str]:
    """Test, time, value and unit of a result: what makes two pasted values the same."""
    analyte = named_test(lab.analyte)
    unit = (unit_of(analyte, lab.unit) if analyte else None) or lab.unit.strip()
    key = analyte.key if analyte else lab.analyte.strip()
    value = f"{lab.comparator.strip()}{lab.value.strip()}" or lab.flag.strip() or lab.state.strip()
    return key, time_of(lab), value, unit


def is_bare_number(text: str) -> bool:
    """True for a number without anything behind it."""
    try:
        typed_number(text)
    except NotReadable:
        return False
    return True


def read_range(text: str) -> tuple[str, str, str]:
    """Lower and upper limit of a printed range, and a note where it cannot be read."""
    plain = text.strip()
    if not plain:
        return "", "", ""
    found = re.fullmatch(r"([\d.,]+)\s*(?:-|–|to)\s*([\d.,]+)", plain)
    above = re.fullmatch(r"(?:<|≤|<=)\s*([\d.,]+)", plain)
    below = re.fullmatch(r"(?:>|≥|>=)\s*([\d.,]+)", plain)
    try:
        if found:
            return typed_number(found[1])[1], typed_number(found[2])[1], ""
        if above:
            return "", typed_number(above[1])[1], ""
        if below:
            return typed_number(below[1])[1], "", ""
    except NotReadable:
        pass
    return "", "", say("range as pasted: {range}", range=plain)
