"""What a sandboxed reader and the program say to each other: plain shapes, checked on arrival.

A message is JSON behind its length in four bytes. Nothing that arrives can name a class or be
run; what does not have the expected shape ends the reader.
"""

from __future__ import annotations

import struct
from dataclasses import replace
from typing import IO

import msgspec

from desktop.domain.errors import UserError
from desktop.exchange.asking import Asked, Question
from desktop.exchange.intake import Make
from desktop.exchange.mapping import TableMapping

LARGEST_MESSAGE = 64 * 1024**2
"""Bytes of one message; a reader that sends more is stopped."""

_LENGTH = struct.Struct(">I")


class Errand(msgspec.Struct, kw_only=True):
    """One file to read, and what the user said about it."""

    path: str
    dates: str
    decimal: str
    encoding: str
    patient: str
    mapping: TableMapping | None
    analytes: dict[str, str]
    units: dict[str, str]
    is_raw: bool


class Job(msgspec.Struct, tag=True, kw_only=True):
    """The files to read and how much the reader may use.

    ``beside`` are files that may explain one of them, in ``folders`` that may be looked
    through for them. ``has_workbook`` tells that the reader of workbooks is needed; ``memory``
    is in bytes.
    """

    files: list[Errand]
    beside: list[str]
    folders: list[str]
    language: str
    has_workbook: bool
    memory: int
    cpu_seconds: int


class Recalled(msgspec.Struct, tag=True):
    """The mapping that was kept for a header, as an answer to ``Recall``."""

    mapping: TableMapping | None


class OpenRows(msgspec.Struct, tag=True):
    """Wish for the first rows of a table, which are called by the number ``cursor`` then."""

    cursor: int
    file: int
    table: int


class MoreRows(msgspec.Struct, tag=True):
    """Wish for the rows that follow."""

    cursor: int


class NoMoreRows(msgspec.Struct, tag=True):
    """The rows of this cursor are not wanted any more."""

    cursor: int


Wish = Recalled | OpenRows | MoreRows | NoMoreRows


class Begun(msgspec.Struct, tag=True):
    """The reader begins with this file."""

    file: int


class Recall(msgspec.Struct, tag=True):
    """Question for the mapping that was kept for the header with this fingerprint."""

    fingerprint: str


class Refusal(msgspec.Struct, tag=True, kw_only=True):
    """A ``UserError`` of the reader; ``file`` is which one it is about.

    ``cursor`` is that of the rows that were wished, if any; ``question`` is there where the
    file waits for an answer.
    """

    file: int
    what: str
    kept: str
    remedy: str
    cursor: int = -1
    question: Question | None = None


class Head(msgspec.Struct, kw_only=True):
    """What is known of a table before its rows."""

    table: str
    header: tuple[str, ...]
    is_keyed: bool
    is_list: bool
    key_is_mrn: bool
    mapped_from: tuple[str, ...]


class FileRead(msgspec.Struct, tag=True):
    """A file was understood: its tables and remarks."""

    file: int
    tables: list[Head]
    notes: tuple[str, ...]
    make: Make | None


class Rows(msgspec.Struct, tag=True):
    """Rows of a cursor: number, cells and fault of each."""

    cursor: int
    rows: list[tuple[int, tuple[str, ...], str]]
    is_last: bool


class Broken(msgspec.Struct, tag=True):
    """The reader gives up; ``trace`` names places of the program, and no content."""

    cause: str
    trace: str = ""


Answer = Begun | Recall | Refusal | FileRead | Rows | Broken


class TooLargeError(Exception):
    """A message is larger than any honest one."""


def send(stream: IO[bytes], message: Job | Wish | Answer) -> None:
    """Send one message; TooLargeError, and nothing sent, above the limit."""
    content = msgspec.json.encode(message)
    if len(content) > LARGEST_MESSAGE:
        raise TooLargeError
    stream.write(_LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """The next message as it came; empty at the end. Raises TooLargeError above the limit."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return b""
    (length,) = _LENGTH.unpack(head)
    if length > LARGEST_MESSAGE:
        raise TooLargeError
    content = stream.read(length)
    return content if len(content) == length else b""


def refusal_of(error: UserError, file: int, cursor: int = -1) -> Refusal:
    """A refusal as it travels."""
    return Refusal(
        file=file,
        what=sound(error.what),
        kept=sound(error.kept),
        remedy=sound(error.remedy),
        cursor=cursor,
        question=_sound_question(error.question) if isinstance(error, Asked) else None,
    )


def error_of(refusal: Refusal) -> UserError:
    """The refusal that traveled."""
    if refusal.question is not None:
        return Asked(refusal.what, remedy=refusal.remedy, question=refusal.question)
    return UserError(refusal.what, kept=refusal.kept, remedy=refusal.remedy)


def sound(text: str) -> str:
    """A text as Unicode can write it: half a character becomes a question mark."""
    return text.encode("utf-8", "replace").decode()


def _sound_question(question: Question) -> Question:
    return replace(
        question,
        choices=tuple(map(sound, question.choices)),
        example=sound(question.example),
    )
