"""Reading the pieces of FHIR R4 resources: concepts, times, references, cells of our own.

What is not as FHIR says raises ``Unfit`` with the reason; the resource is then refused by
itself and the others go in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from desktop.domain.language import say
from desktop.domain.when import NotATime, parse_when
from desktop.exchange.limits import Digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OWN = "urn:calcinosis-registry"
LOINC_SYSTEM = "loinc.org"
_DATE_TIME = re.compile(
    r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?)?)?", re.ASCII
)
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
_ID = re.compile(r"[A-Za-z0-9.\-]{1,64}", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CODE = re.compile(r"\S+(?: \S+)*")


class Unfit(Exception):  # noqa: N818 - a verdict on one resource, told with its reason
    """A resource that cannot be taken in; the text says why."""


Node = dict[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """One resource of a document: its place (1 is the first) and its address."""

    number: int
    address: str
    body: Node
    within: Mapping[str, Node] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The type of the resource."""
        return str(self.body.get("resourceType", ""))

    @property
    def id(self) -> str:
        """The id of the resource, perhaps empty; Unfit for one that FHIR does not allow."""
        found = self.body.get("id")
        if found is None:
            return ""
        if isinstance(found, Digits) or not isinstance(found, str) or not _ID.fullmatch(found):
            raise Unfit(say("the id {id} is none that FHIR allows", id=str(found)[:80]))
        return found


def node(found: object) -> Node:
    """An object of the document; an empty one for what is absent, Unfit for anything else."""
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise Unfit(say("a part that should be an object is none"))
    return cast("Node", found)


def nodes(found: object) -> list[Node]:
    """A list of objects; Unfit for anything else."""
    if found is None:
        return []
    if not isinstance(found, list):
        raise Unfit(say("a part that should be a list is none"))
    return [node(one) for one in found if one is not None]


def text(found: object) -> str:
    """A string; empty for what is absent, Unfit for a number or anything else."""
    if found is None:
        return ""
    if isinstance(found, Digits) or not isinstance(found, str):
        raise Unfit(say("a text was expected where {found} stands", found=str(found)[:80]))
    if not found.isprintable() and _CONTROL.search(found):
        raise Unfit(say("a text holds a control character"))
    return found


def code(found: object) -> str:
    """A code: a text without blanks around it."""
    word = text(found)
    if word and not _CODE.fullmatch(word):
        raise Unfit(say("{found} is not a code", found=repr(word)[:80]))
    return word


def decimal(found: object) -> str:
    """The digits of a number as they stand; Unfit for a text, however much like a number."""
    if found is None:
        return ""
    if not isinstance(found, Digits) or not _DECIMAL.fullmatch(found):
        raise Unfit(say("a number was expected where {found} stands", found=repr(found)[:80]))
    return str(found)


def when(found: object) -> str:
    """A date, partial date or instant as FHIR writes it; Unfit for any other text."""
    stamp = text(found)
    if not stamp:
        return ""
    if not _DATE_TIME.fullmatch(stamp):
        raise Unfit(say("{found} is not a date", found=stamp[:80]))
    try:
        parse_when(stamp)
    except NotATime as error:
        raise Unfit(say("{found} is not a date", found=stamp[:80])) from error
    return stamp


def codings(concept: object) -> list[tuple[str, str, str]]:
    """System, code and display of each coding of a concept."""
    return [
        (text(one.get("system")), code(one.get("code")), text(one.get("display")))
        for one in nodes(node(concept).get("coding"))
    ]


def said(concept: object) -> str:
    """A concept in words: its text, or the first display, or the first code."""
    if words := text(node(concept).get("text")).strip():
        return words
    found = codings(concept)
    display = next((display for _, _, display in found if display.strip()), "")
    return display.strip() or next((code for _, code, _ in found if code), "")


def own_code(concept: object, kind: str) -> str:
    """The code in our own system of this kind."""
    system = f"{OWN}:{kind}"
    return next((code for found, code, _ in codings(concept) if found == system), "")


def has_code(concept: object, *wanted: str) -> bool:
    """Whether one of the codings has one of these codes."""
    return any(code in wanted for _, code, _ in codings(concept))


def loinc(concept: object) -> str:
    """The LOINC code of a concept; empty where it has none."""
    for system, found, _ in codings(concept):
        if system.rstrip("/").endswith(LOINC_SYSTEM):
            return found
    return ""


def own_cells(body: Node) -> dict[str, str]:
    """The cells that an export of ours kept beside a resource, by column."""
    found: dict[str, str] = {}
    for extension in _extensions(body):
        address = text(extension.get("url"))
        if address.startswith(f"{OWN}:cell:"):
            found[address.rpartition(":")[2]] = text(extension.get("valueString"))
        elif address == f"{OWN}:extra":
            inner = {text(one.get("url")): one for one in nodes(extension.get("extension"))}
            column = text(inner.get("column", {}).get("valueString"))
            if column:
                found[column] = text(inner.get("cell", {}).get("valueString"))
    return found


def _extensions(body: Node) -> Iterator[Node]:
    yield from nodes(body.get("extension"))
    for part in body.values():
        if isinstance(part, dict):
            yield from nodes(part.get("extension"))


def period_or_time(body: Node, name: str) -> str:
    """``nameDateTime``, ``nameInstant``, or the start of ``namePeriod``; an age as a duration."""
    stamp = when(body.get(f"{name}DateTime")) or when(body.get(f"{name}Instant"))
    if stamp:
        return stamp
    if period := node(body.get(f"{name}Period")):
        return when(period.get("start")) or when(period.get("end"))
    return age(body.get(f"{name}Age"))


_AGE_UNITS = {"a": "Y", "mo": "M", "wk": "W", "d": "D"}


def age(found: object) -> str:
    """An Age as a duration since birth; empty for none, and for a unit that is no age."""
    quantity = node(found)
    unit = _AGE_UNITS.get(text(quantity.get("code")))
    value = decimal(quantity.get("value"))
    return f"P{value}{unit}" if unit and value and "." not in value else ""


def notes_of(body: Node) -> str:
    """The annotations of a resource as one text."""
    found = body.get("note")
    told = [text(one.get("text")).strip() for one in nodes(found)]
    return "\n".join(one for one in told if one)


def status_of(body: Node, name: str = "status") -> str:
    """The status of a resource, in small letters."""
    return code(body.get(name)).casefold()
