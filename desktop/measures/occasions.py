"""Which results belong to one occasion: the same day, or the same age as reported.

A partial date such as ``2021`` names no single day, so two of them are not known to be the
same day and are never paired; neither are results that are not dated.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from desktop.domain.analytes import analyte_named, analytes, converted, quantity_of
from desktop.domain.when import parse_when
from desktop.measures.refusal import Refused
from desktop.measures.wording import name_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.domain.analytes import Analyte, Quantity
    from desktop.domain.case import Case
    from desktop.domain.records import LabResult

Kind = Literal["day", "age", "partial", "undated"]

_NOT_PAIRED = {
    "partial": "names no single day, so results cannot be known to be of the same day",
    "undated": "results that are not dated are not paired",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A result read as a number in the canonical unit of its analyte.

    ``shown`` is the number as it goes into a formula, ``remark`` what is unusual about it.
    """

    lab: LabResult
    value: float
    comparator: str
    shown: str
    remark: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A result of an occasion: its reading, or None and the reason why it has none."""

    lab: LabResult
    time: str
    reading: Reading | None
    reason: str = ""


@dataclass(slots=True)
class Occasion:
    """The results of one day or of one reported age, by analyte key."""

    kind: Kind
    when: str
    entries: dict[str, list[Entry]] = field(default_factory=dict)

    @property
    def note(self) -> str:
        """What must be said about values paired here."""
        return "same reported age" if self.kind == "age" else ""


def occasions(case: Case, keys: Iterable[str]) -> tuple[Occasion, ...]:
    """The case's results of these analytes by occasion, oldest first, the undated last."""
    wanted = frozenset(keys)
    found: dict[tuple[Kind, str], Occasion] = {}
    for lab in case.labs:
        analyte = analyte_named(lab.analyte)
        if analyte is None or analyte.key not in wanted:
            continue
        identity = _identity(lab.when)
        if identity not in found:
            found[identity] = Occasion(*identity)
        found[identity].entries.setdefault(analyte.key, []).append(_entry(lab, analyte))
    return tuple(sorted(found.values(), key=lambda one: (case.order(one.when), one.when)))


@lru_cache(maxsize=65536)
def _identity(text: str) -> tuple[Kind, str]:
    when = parse_when(text)
    if when.kind == "age":
        return "age", text.strip()
    if day := when.day:
        return "day", day.isoformat()
    return ("partial", text.strip()) if when else ("undated", "")


def _entry(lab: LabResult, analyte: Analyte) -> Entry:
    """The result in its analyte's canonical unit, or why it has no number to compute with."""
    time, quantity = lab.when.strip(), quantity_of(lab)
    if quantity is None:
        return Entry(lab, time, None, f"{name_of(analyte.key)} has no number")
    canonical = converted(quantity, analyte, analyte.unit)
    if canonical is None:
        unit = quantity.unit or "no unit"
        reason = f"{name_of(analyte.key)} in {unit} cannot be converted to {analyte.unit}"
        return Entry(lab, time, None, reason)
    low, high = analyte.plausible
    if not low <= canonical.value <= high:
        shown = f"{plain(canonical.value)} {analyte.unit}"
        reason = f"{name_of(analyte.key)} {shown} is not plausible: check unit and typing"
        return Entry(lab, time, None, reason)
    return Entry(lab, time, _reading(lab, analyte, canonical))


def _reading(lab: LabResult, analyte: Analyte, canonical: Quantity) -> Reading:
    shown, remarks = f"{canonical.comparator}{plain(canonical.value)}", []
    if not analyte.query[0] <= canonical.value <= analyte.query[1]:
        doubt = _fraction_doubt(analyte.key, canonical.value)
        remarks.append(f"{name_of(analyte.key)} {shown} {analyte.unit} is unusual: {doubt}")
    if is_code_of_other_unit(lab, analyte):
        remarks.append(f"code {lab.analyte.strip()} and unit {lab.unit} disagree, unit trusted")
    return Reading(lab, canonical.value, canonical.comparator, shown, "; ".join(remarks))


def is_code_of_other_unit(lab: LabResult, analyte: Analyte) -> bool:
    """True for a LOINC mass code with a molar unit, or a molar code with a mass unit."""
    is_molar = "mol" in lab.unit
    wrong, right = analyte.loinc_molar, analyte.loinc_mass
    if is_molar:
        wrong, right = right, wrong
    return bool(right) and lab.analyte.strip() == wrong


def _fraction_doubt(key: str, value: float) -> str:
    low, high = analytes()["serum_calcium_ionised"].query
    if key == "serum_calcium_total" and low <= value * 0.2495 <= high:
        return "it may be ionized calcium entered as total"
    return "confirm it"


def paired(occasion: Occasion, keys: Sequence[str]) -> list[tuple[str, tuple[Reading, ...]]]:
    """The sets of readings of these analytes that belong together, each with its time.

    Results with the same clock time go together; else those of the day, where each analyte
    has one value. Raises Refused with the reason where a partner is missing or more than
    one could be meant.
    """
    if why := _NOT_PAIRED.get(occasion.kind):
        message = f"{occasion.when} {why}" if occasion.when else why
        raise Refused(message)
    missing = [name_of(key) for key in keys if key not in occasion.entries]
    if missing:
        span = "at the same age" if occasion.kind == "age" else "on the same day"
        message = f"no {' and '.join(missing)} {span}"
        raise Refused(message)
    listed = [occasion.entries[key] for key in keys]
    times = [{entry.time for entry in entries} for entries in listed]
    together = set.intersection(*times)
    if occasion.kind == "age" or not together:
        return [(occasion.when, tuple(_only(entries) for entries in listed))]
    return [
        (time, tuple(_only([one for one in entries if one.time == time]) for entries in listed))
        for time in sorted(together)
    ]


def _only(entries: list[Entry]) -> Reading:
    if len(entries) == 1:
        if (one := entries[0].reading) is None:
            raise Refused(entries[0].reason)
        return one
    return _agreeing(entries)


def _agreeing(entries: list[Entry]) -> Reading:
    """The one reading; the same number twice counts once, a flag alone beside it not at all."""
    numbers = [entry for entry in entries if entry.lab.value.strip()] or entries
    entries = sorted(numbers, key=lambda entry: entry.lab.id)
    readings: dict[tuple[float, str], Reading] = {}
    for entry in entries:
        if entry.reading is None:
            raise Refused(entry.reason)
        readings.setdefault((entry.reading.value, entry.reading.comparator), entry.reading)
    if len(readings) > 1:
        values = ", ".join(sorted(one.shown for one in readings.values()))
        name = name_of(entries[0].lab.analyte)
        message = f"{name} has several results ({values}): which one belongs is unknown"
        raise Refused(message)
    return next(iter(readings.values()))


def remarks_on(readings: Iterable[Reading]) -> str:
    """What is unusual about these readings; empty where nothing is."""
    return "; ".join(one.remark for one in readings if one.remark)


def combined(parts: Iterable[tuple[str, int]]) -> str:
    """The comparator of a result whose inputs have comparators and directions.

    A direction is +1 where the result rises with the input, -1 where it falls. Raises
    Refused where the inputs point both ways.
    """
    turned = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
    found = {
        comparator if direction > 0 else turned[comparator]
        for comparator, direction in parts
        if comparator
    }
    if not found:
        return ""
    ways = {comparator[0] for comparator in found}
    if len(ways) > 1:
        message = "results reported as above and below a limit cannot be combined"
        raise Refused(message)
    strict = {comparator for comparator in found if len(comparator) == 1}
    return next(iter(strict or found))
