"""HL7 v2 messages as segments and fields: framing, delimiters, escapes, batches."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.domain.when import NotATime, parse_when
from desktop.exchange.fhir_parts import Unfit
from desktop.exchange.limits import refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SEGMENT = re.compile(r"[A-Z][A-Z0-9]{2}(?=[^\w\s]|$)")
_ENVELOPES = {"FHS": "FTS", "BHS": "BTS"}
_STAMP = re.compile(
    r"(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(\d{2})(?:(\d{2})(?:\.\d{1,4})?)?)?)?)?([+-]\d{4})?",
    re.ASCII,
)
_WORDS = {"H": "", "N": "", ".br": "\n", ".sp": "\n", ".ce": "\n", ".nf": "", ".fi": "", ".in": ""}


@dataclass(frozen=True, slots=True)
class Delimiters:
    """The signs that part a message, as its MSH segment says them."""

    field: str = "|"
    component: str = "^"
    repetition: str = "~"
    escape: str = "\\"
    part: str = "&"


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment; ``line`` is its place in the file, the first line is 1."""

    line: int
    name: str
    fields: tuple[str, ...]
    signs: Delimiters

    def raw(self, number: int) -> str:
        """A field as it stands, by the number that the standard gives it."""
        return self.fields[number] if number < len(self.fields) else ""

    def repetitions(self, number: int) -> list[str]:
        """The repetitions of a field; none for an empty one."""
        raw = self.raw(number)
        return [one for one in raw.split(self.signs.repetition) if one] if raw else []

    def component(self, number: int, place: int, repetition: int = 0) -> str:
        """A component of a field in plain text; empty where there is none."""
        found = self.repetitions(number)
        return self.of(found[repetition], place) if repetition < len(found) else ""

    def of(self, repetition: str, place: int) -> str:
        """A component of one repetition in plain text, its first part."""
        parts = repetition.split(self.signs.component)
        if place > len(parts):
            return ""
        text = self.plain(parts[place - 1].split(self.signs.part)[0]).strip()
        return "" if text == '""' else text

    def whole(self, number: int) -> str:
        """A field in plain text, repetitions as lines."""
        return self.plain(self.raw(number).replace(self.signs.repetition, "\n"))

    def plain(self, text: str) -> str:
        """Text with its escapes resolved."""
        mark = self.signs.escape
        if not mark or mark not in text:
            return text
        shape = re.escape(mark)
        return re.sub(f"{shape}([^{shape}]*){shape}", self._unescaped, text)

    def _unescaped(self, found: re.Match[str]) -> str:
        word, signs = found[1], self.signs
        single = {
            "F": signs.field,
            "S": signs.component,
            "T": signs.part,
            "R": signs.repetition,
            "E": signs.escape,
        }
        if word in single:
            return single[word]
        if word[:1] == "X" and re.fullmatch(r"(?:[0-9A-Fa-f]{2})+", word[1:]):
            return bytes.fromhex(word[1:]).decode("cp1252", "replace").replace("\r", "\n")
        return _WORDS.get(word if word in _WORDS else word[:3], "")


@dataclass(slots=True)
class Message:
    """One message: its segments in order, MSH first."""

    segments: list[Segment] = field(default_factory=list)

    @property
    def head(self) -> Segment:
        """The MSH segment."""
        return self.segments[0]

    @property
    def kind(self) -> str:
        """The type of the message, such as ``ORU^R01``."""
        return "^".join(p for p in (self.head.component(9, 1), self.head.component(9, 2)) if p)


def messages_in(text: str, path: Path) -> list[Message]:
    """The messages in a file, whatever their line ends and frames.

    Raises UserError for a line that is no segment (a file broken by mail), for a batch
    without its end or with another number of messages than it says, and for no message.
    """
    found: list[Message] = []
    open_batches: list[str] = []
    begun = 0
    cleaned = text.replace("\x0b", "").replace("\x1c", "")
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", cleaned), start=1):
        line = raw.strip("\0 \t\ufeff")
        if not line:
            continue
        if not _SEGMENT.match(line):
            raise _broken(path, number, say("it begins with no name of a segment"))
        name = line[:3]
        if name in _ENVELOPES:
            open_batches.append(_ENVELOPES[name])
            begun = len(found)
        elif name in _ENVELOPES.values():
            _close(open_batches, name, line, len(found) - begun, path)
        elif name == "MSH":
            found.append(Message([_segment(number, line, _delimiters(line, number, path))]))
        elif not found:
            raise _broken(path, number, say("it stands before the first message (MSH)"))
        else:
            found[-1].segments.append(_segment(number, line, found[-1].head.signs))
    if open_batches:
        what = say(
            "{file} is a batch without its end ({end}).", file=path.name, end=open_batches[-1]
        )
        raise refused(what, remedy=say("It may be cut off: have it sent again."))
    if not found:
        raise refused(say("{file} holds no HL7 message.", file=path.name))
    return found


def _broken(path: Path, line: int, why: str) -> Exception:
    what = say("{file}, line {line} is no HL7 segment: {why}.", file=path.name, line=line, why=why)
    return refused(what, remedy=say("It may be broken by mail or cut off: have it sent again."))


def _close(waiting: list[str], name: str, line: str, messages: int, path: Path) -> None:
    if name in waiting:
        waiting.remove(name)
    count = line[4:].split("|")[0].strip()
    if name == "BTS" and count.isdigit() and int(count) != messages:
        what = say(
            "A batch of {file} should hold {count} messages, there are {messages}.",
            file=path.name,
            count=count,
            messages=messages,
        )
        raise refused(what, remedy=say("It may be cut off: have it sent again."))


def _delimiters(line: str, number: int, path: Path) -> Delimiters:
    if len(line) < 6:
        raise _broken(path, number, say("its delimiters are missing"))
    sign = line[3]
    coding = line[4:].split(sign)[0]
    signs = (sign, *coding[:4])
    if len(coding) < 1 or len(set(signs)) != len(signs) or any(s.isalnum() for s in signs):
        raise _broken(path, number, say("its delimiters are not sound"))
    usual = ("|", "^", "~", "\\", "&")
    return Delimiters(*(signs[n] if n < len(signs) else _unused(usual[n], signs) for n in range(5)))


def _unused(usual: str, signs: tuple[str, ...]) -> str:
    """A delimiter that MSH does not say; one that cannot occur where the usual one is taken."""
    return usual if usual not in signs else f"\x00{usual}"


def _segment(number: int, line: str, signs: Delimiters) -> Segment:
    fields = line.split(signs.field)
    if fields[0] == "MSH":
        fields.insert(1, signs.field)
    return Segment(number, fields[0], tuple(fields), signs)


def time_of(text: str) -> str:
    """A time stamp as we write times; Unfit for one that names no time."""
    stamp = text.strip()
    if not stamp:
        return ""
    found = _STAMP.fullmatch(stamp)
    if found is None:
        raise Unfit(say("{found} is not a time", found=stamp[:40]))
    year, month, day, hour, minute, second, zone = found.groups()
    iso = "-".join(part for part in (year, month, day) if part)
    if hour:
        iso += f"T{hour}:{minute}" + (f":{second}" if second else "")
        iso += f"{zone[:3]}:{zone[3:]}" if zone else ""
    try:
        parse_when(iso)
    except NotATime as error:
        raise Unfit(say("{found} is not a time", found=stamp[:40])) from error
    return iso


def groups(message: Message) -> Iterator[tuple[Segment | None, list[Segment]]]:
    """Every order (OBR) of a message with the segments that follow it."""
    order: Segment | None = None
    inside: list[Segment] = []
    for segment in message.segments[1:]:
        if segment.name == "OBR":
            if inside or order:
                yield order, inside
            order, inside = segment, []
        else:
            inside.append(segment)
    if inside or order:
        yield order, inside
