"""Results (OBX) of HL7 v2 messages as rows of ``labs.csv``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.analytes import LOINC, NUMBER, analyte_named, is_loinc
from desktop.domain.language import say
from desktop.exchange.asking import UNKNOWN_CODE
from desktop.exchange.column_names import analyte_key, flag_of
from desktop.exchange.fhir_parts import Unfit
from desktop.exchange.hl7_message import Segment, time_of
from desktop.exchange.keyed import WITHDRAWN, digest
from desktop.exchange.numerals import split_comparator

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FINAL = frozenset("FCUB")
_PRELIMINARY = frozenset("PSRA")
_WAITING = frozenset("IPSO")
_GONE = frozenset("DW")
_RANGE = re.compile(r"\s*([^\s<>=_-]+)\s*(?:-|–|_|to)\s*([^\s<>=_-]+)\s*")
_WITH_UNIT = re.compile(r"\s*(<=|>=|<|>|)\s*(\S+)(?:\s+(\S.*?))?\s*")
_OTHER_SAMPLE = re.compile(
    r"urin|\bur\b|\bu-|24 ?h|csf|fluid|stool|faec|liquor|dialysate|harn|orina", re.IGNORECASE
)
_IONIZED = re.compile(r"ioni[sz]", re.IGNORECASE)
_ADJUSTED = re.compile(r"correct|adjust|korrig|just", re.IGNORECASE)


class Words(Exception):  # noqa: N818 - counted, not a fault
    """A result in words of an analyte that the registry does not know."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the order says about its results.

    Attributes:
        number: of the laboratory, or of who asked; empty where there is none.
        status: of the order, for results that have none of their own.
        collected: when the sample was taken, by the order.
    """

    number: str
    status: str
    collected: str
    specimen: str
    notes: str


def order_of(obr: Segment | None, inside: Sequence[Segment]) -> Order:
    """The order of a group of results."""
    specimens = [one.component(4, 2) or one.component(4, 1) for one in inside if one.name == "SPM"]
    leading = []
    for one in inside:
        if one.name == "OBX":
            break
        if one.name == "NTE":
            leading.append(one.whole(3).strip())
    notes = "\n".join(one for one in leading if one)
    if obr is None:
        return Order("", "", "", next(iter(specimens), ""), notes)
    specimen = next((s for s in specimens if s), "") or obr.component(15, 1)
    number = obr.component(3, 1) or obr.component(2, 1)
    return Order(number, obr.component(25, 1), time_of(obr.component(7, 1)), specimen, notes)


def result(obx: Segment, order: Order, notes: str, named: Mapping[str, str]) -> dict[str, str]:
    """One result; ``named`` is what the user said names of analytes mean.

    Raises Words for a result in words that has no place here, Unfit for one that cannot be
    read.
    """
    status = obx.component(11, 1) or order.status
    cells = {"analyte": _analyte(obx, order, named), "specimen": order.specimen}
    observed = time_of(obx.component(14, 1))
    cells["when"] = observed or order.collected
    told = [order.notes, notes]
    if observed and order.collected and observed[:10] != order.collected[:10]:
        told.append(say("sample taken {day} by the order", day=order.collected[:10]))
    if not status:
        raise Unfit(say("its status (OBX-11) is missing: it may be cut off"))
    if status in _PRELIMINARY:
        told.append(say("preliminary"))
    if status in _GONE:
        cells |= {"state": "not_measured"}
        told = [say("taken back by the laboratory")]
    else:
        cells |= _value(obx, status, cells["analyte"], told)
        cells |= _range(obx, told)
    cells["note"] = "\n".join(one for one in told if one)
    return cells | {"source_digest": WITHDRAWN if status in _GONE else digest(cells)}


def _analyte(obx: Segment, order: Order, named: Mapping[str, str]) -> str:
    code, words = obx.component(3, 1), obx.component(3, 2)
    for name in (code, words):
        if name in named:
            return named[name]
    found = ""
    for place in (1, 4):
        one, system = obx.component(3, place), obx.component(3, place + 2)
        is_stated = system.upper() in {"LN", "LOINC", "LNC"}
        if LOINC.fullmatch(one) and (is_stated or (not system and is_loinc(one))):
            found = found or one
    if not found:
        if _is_number(obx):
            rule = f"{say(UNKNOWN_CODE)} [{code}]"
            raise Unfit(rule)
        raise Words
    _agree(found, words, order)
    return found


def _is_number(obx: Segment) -> bool:
    _, bare = split_comparator(obx.whole(5))
    return obx.raw(2) in {"NM", "SN"} or bool(NUMBER.fullmatch(bare))


def _agree(code: str, words: str, order: Order) -> None:
    """A code of the blood whose name or sample says something else is not to be trusted."""
    analyte = analyte_named(code)
    if analyte is None:
        return
    is_blood = not analyte.key.startswith("urine_")
    other = _OTHER_SAMPLE.search(words) or _OTHER_SAMPLE.search(order.specimen)
    is_total = analyte.key == "serum_calcium_total"
    by_name = analyte_key(words)
    differs = (
        (is_blood and other)
        or (is_total and (_IONIZED.search(words) or _ADJUSTED.search(words)))
        or (by_name and is_blood and by_name != analyte.key)
    )
    if differs:
        rule = say(
            "the code {code} means {analyte}, but its name is “{words}”: which is right",
            code=code,
            analyte=say(analyte.label),
            words=words or order.specimen,
        )
        raise Unfit(rule)


def _value(obx: Segment, status: str, analyte: str, told: list[str]) -> dict[str, str]:
    unit = obx.component(6, 1) or obx.component(6, 2)
    flags = [obx.of(one, 1) for one in obx.repetitions(8)]
    flag = next((f for one in flags if (f := flag_of(one))), "")
    if flags and not flag:
        told.append(say("flag: {flag}", flag=", ".join(flags)))
    shared = {"flag": flag} if flag else {}
    if len(obx.repetitions(5)) > 1:
        raise Unfit(say("several values in one result: {found}", found=obx.whole(5)[:60]))
    if obx.raw(2) == "SN":
        return shared | _structured(obx, unit)
    text = obx.whole(5).strip()
    if not text or text == '""':
        return _without(status, shared)
    if obx.raw(2) in {"CE", "CWE", "CNE"}:
        text = obx.component(5, 2) or obx.component(5, 1)
    return shared | _read(text, unit, obx.raw(2), analyte)


def _without(status: str, shared: dict[str, str]) -> dict[str, str]:
    if status in _WAITING:
        return {"state": "pending"}
    if status == "X":
        return {"state": "not_measured"}
    if shared:
        return shared
    raise Unfit(say("no result in it"))


def _structured(obx: Segment, unit: str) -> dict[str, str]:
    """A structured number: comparator, number; a ratio or a span is none."""
    comparator, first = obx.component(5, 1), obx.component(5, 2)
    others = obx.component(5, 3) or obx.component(5, 4)
    if others or comparator not in {"", "=", "<", ">", "<=", ">="} or not NUMBER.fullmatch(first):
        raise Unfit(say("not a number: {found}", found=obx.raw(5)[:60]))
    return {"value": first, "comparator": "" if comparator == "=" else comparator, "unit": unit}


def _read(text: str, unit: str, kind: str, analyte: str) -> dict[str, str]:
    comparator, bare = split_comparator(text)
    if NUMBER.fullmatch(bare):
        return {"value": bare, "comparator": comparator, "unit": unit}
    found = _WITH_UNIT.fullmatch(text)
    if kind != "NM" and not unit and found and NUMBER.fullmatch(found[2]) and found[3]:
        return {"value": found[2], "comparator": found[1], "unit": found[3]}
    if kind != "NM" and analyte_named(analyte) is None:
        raise Words
    raise Unfit(say("the result is words, not a number: {words}", words=text[:80]))


def _range(obx: Segment, told: list[str]) -> dict[str, str]:
    text = obx.whole(7).strip()
    if not text:
        return {}
    found = _RANGE.fullmatch(text)
    if found and NUMBER.fullmatch(found[1]) and NUMBER.fullmatch(found[2]):
        return {"ref_low": found[1], "ref_high": found[2]}
    comparator, bare = split_comparator(text)
    if comparator and NUMBER.fullmatch(bare):
        return {"ref_high" if comparator.startswith("<") else "ref_low": bare}
    told.append(say("range: {range}", range=text))
    return {}
