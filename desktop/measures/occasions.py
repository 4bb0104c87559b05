"""Which results belong to one occasion: the same day, or the same age as reported.

A partial date such as ``2021`` names no single day, so two of them are not known to be the
same day and are never paired; neither are results that are not dated.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from desktop.domain.analytes import Quantity, analyte_named, analytes, converted, number, unit_of
from desktop.domain.language import language, mark, say
from desktop.domain.when import parse_when
from desktop.measures.refusal import Refused
from desktop.measures.wording import listed, name_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.domain.analytes import Analyte
    from desktop.domain.case import Case
    from desktop.domain.records import LabResult

Kind = Literal["day", "age", "partial", "undated"]

_NOT_PAIRED = {
    "partial": mark("the date names no single day: results cannot be known to be of the same day"),
    "undated": mark("results that are not dated are not paired"),
}


class Reading(NamedTuple):  # as Entry: thousands are made, at a third of a dataclass's cost
    """A result read as a number in the canonical unit of its analyte.

    ``shown`` is the number as it goes into a formula, ``remark`` what is unusual about it.
    """

    lab: LabResult
    value: float
    comparator: str
    shown: str
    remark: str


class Entry(NamedTuple):
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
        return say("same reported age") if self.kind == "age" else ""


def occasions(case: Case, keys: Iterable[str]) -> tuple[Occasion, ...]:
    """The case's results of these analytes by occasion, oldest first, the undated last."""
    wanted = frozenset(keys)
    found: dict[tuple[Kind, str], Occasion] = {}
    for lab in case.results:
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
    read = _interpreted(analyte, lab.analyte, lab.value, lab.comparator, lab.unit, language())
    time = lab.when.strip()
    if isinstance(read, str):
        return Entry(lab, time, None, read)
    return Entry(lab, time, Reading(lab, *read))


@lru_cache(maxsize=65536)
def _interpreted(
    analyte: Analyte, code: str, value: str, comparator: str, unit: str, _language: str
) -> tuple[float, str, str, str] | str:
    """The cells of a result as the fields of a reading, or the reason why there is none.

    Kept, because the same few numbers come again in every patient and at every look.
    """
    entered = number(value)
    if entered is None:
        return say("{analyte} has no number", analyte=name_of(analyte.key))
    spelled = unit_of(analyte, unit) or unit.strip()
    canonical = converted(Quantity(entered, spelled, comparator.strip()), analyte, analyte.unit)
    if canonical is None:
        return say(
            "{analyte} in {unit} cannot be converted to {canonical}",
            analyte=name_of(analyte.key),
            unit=spelled or say("no unit"),
            canonical=analyte.unit,
        )
    low, high = analyte.plausible
    if not low <= canonical.value <= high:
        return say(
            "{analyte} {value} {unit} is not plausible: check unit and typing",
            analyte=name_of(analyte.key),
            value=plain(canonical.value),
            unit=analyte.unit,
        )
    shown, remarks = f"{canonical.comparator}{plain(canonical.value)}", []
    if not analyte.query[0] <= canonical.value <= analyte.query[1]:
        remarks.append(_unusual(analyte, canonical.value, shown))
    if is_code_of_other_unit(code, unit, analyte):
        remarks.append(
            say("code {code} and unit {unit} disagree, unit trusted", code=code.strip(), unit=unit)
        )
    return canonical.value, canonical.comparator, shown, "; ".join(remarks)


def is_code_of_other_unit(code: str, unit: str, analyte: Analyte) -> bool:
    """True for a LOINC mass code with a molar unit, or a molar code with a mass unit."""
    wrong, right = analyte.loinc_molar, analyte.loinc_mass
    if "mol" in unit:
        wrong, right = right, wrong
    return bool(right) and code.strip() == wrong


def _unusual(analyte: Analyte, value: float, shown: str) -> str:
    low, high = analytes()["serum_calcium_ionised"].query
    told = {"analyte": name_of(analyte.key), "value": shown, "unit": analyte.unit}
    if analyte.key == "serum_calcium_total" and low <= value * 0.2495 <= high:
        return say(
            "{analyte} {value} {unit} is unusual: it may be ionized calcium entered as total",
            **told,
        )
    return say("{analyte} {value} {unit} is unusual: confirm it", **told)


def paired(occasion: Occasion, keys: Sequence[str]) -> list[tuple[str, tuple[Reading, ...]]]:
    """The sets of readings of these analytes that belong together, each with its time.

    Results with the same clock time go together; else those of the day, where each analyte
    has one value. Raises Refused with the reason where a partner is missing or more than
    one could be meant.
    """
    if why := _NOT_PAIRED.get(occasion.kind):
        raise Refused(say(why))
    try:
        listed = [occasion.entries[key] for key in keys]
    except KeyError:
        raise Refused(_missing(occasion, keys)) from None
    singles = [entries[0] for entries in listed if len(entries) == 1]
    if len(singles) == len(listed):
        return [(_common_time(occasion, singles), tuple([_read(one) for one in singles]))]
    times = [{entry.time for entry in entries} for entries in listed]
    together = times[0].intersection(*times[1:])
    if occasion.kind == "age" or not together:
        return [(occasion.when, tuple(_only(entries) for entries in listed))]
    return [
        (time, tuple(_only([one for one in entries if one.time == time]) for entries in listed))
        for time in sorted(together)
    ]


def _missing(occasion: Occasion, keys: Sequence[str]) -> str:
    names = listed([name_of(key) for key in keys if key not in occasion.entries])
    if occasion.kind == "age":
        return say("no {names} at the same age", names=names)
    return say("no {names} on the same day", names=names)


def _common_time(occasion: Occasion, singles: Sequence[Entry]) -> str:
    """The clock time of single results where they share it, else the day or the age."""
    times = {entry.time for entry in singles}
    return occasion.when if occasion.kind == "age" or len(times) > 1 else times.pop()


def _only(entries: list[Entry]) -> Reading:
    return _read(entries[0]) if len(entries) == 1 else _agreeing(entries)


def _read(entry: Entry) -> Reading:
    if entry.reading is None:
        raise Refused(entry.reason)
    return entry.reading


def _agreeing(entries: list[Entry]) -> Reading:
    """The one reading; the same number twice counts once, a flag alone beside it not at all."""
    numbers = [entry for entry in entries if entry.lab.value.strip()] or entries
    entries = sorted(numbers, key=lambda entry: entry.lab.id)
    readings: dict[tuple[float, str], Reading] = {}
    for entry in entries:
        reading = _read(entry)
        readings.setdefault((reading.value, reading.comparator), reading)
    if len(readings) > 1:
        values = ", ".join(sorted(one.shown for one in readings.values()))
        name = name_of(entries[0].lab.analyte)
        message = say(
            "{analyte} has several results ({values}): which one belongs is unknown",
            analyte=name,
            values=values,
        )
        raise Refused(message)
    return next(iter(readings.values()))


def remarks_on(readings: Iterable[Reading]) -> str:
    """What is unusual about these readings; empty where nothing is."""
    return "; ".join([one.remark for one in readings if one.remark])


def turned(comparator: str) -> str:
    """The comparator of a result that falls where its input rises; empty stays empty."""
    return _TURNED[comparator] if comparator else ""


_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def combined(readings: Sequence[Reading], directions: Sequence[int]) -> str:
    """The comparator of a result computed from these readings, one direction for each.

    A direction is +1 where the result rises with the input, -1 where it falls. Raises
    Refused where the inputs point both ways.
    """
    comparators = [one.comparator for one in readings]
    if not any(comparators):
        return ""
    found = {
        comparator if direction > 0 else turned(comparator)
        for comparator, direction in zip(comparators, directions, strict=True)
        if comparator
    }
    ways = {comparator[0] for comparator in found}
    if len(ways) > 1:
        message = say("results reported as above and below a limit cannot be combined")
        raise Refused(message)
    strict = {comparator for comparator in found if len(comparator) == 1}
    return next(iter(strict or found))
