"""How much of a stranger's file is read at all, and JSON read without losing a digit.

A file is refused before it can fill the memory: by its size, its depth, or by how far a
packed one would unfold.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn

from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LARGEST_DOCUMENT = 256 * 1024 * 1024
"""Bytes of a file that is read as a whole: a document, not a stream of rows."""

DEEPEST = 100
"""How deep JSON may be nested; FHIR and phenopackets stay below 30."""


class Digits(str):
    """A number of a JSON document as its digits stand there: 1.50 is not 1.5."""

    __slots__ = ()


def refused(what: str, *, remedy: str = "") -> UserError:
    """The refusal of a whole file."""
    return UserError(what, kept=say("Nothing was imported from it."), remedy=remedy)


def read_document(path: Path) -> bytes:
    """The bytes of a file that is read as a whole; UserError above the limit."""
    if path.stat().st_size > LARGEST_DOCUMENT:
        raise refused(
            say(
                "{file} is larger than {limit} MB.",
                file=path.name,
                limit=LARGEST_DOCUMENT // 1024**2,
            ),
            remedy=say("Export it in several smaller files."),
        )
    return path.read_bytes()


def decoded(content: bytes, name: str) -> str:
    """Text in UTF-8, or in UTF-16 or UTF-32 with its mark; UserError for anything else."""
    marks = {b"\xff\xfe\0\0": "utf-32", b"\0\0\xfe\xff": "utf-32"}
    short = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
    encoding = marks.get(content[:4]) or short.get(content[:2]) or "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise refused(
            say("{file} is not written in Unicode (UTF-8).", file=name),
            remedy=say("Export it again in UTF-8."),
        ) from error


def _unfounded(constant: str) -> NoReturn:
    raise ValueError(say("{constant} is not a number in JSON", constant=constant))


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        raise ValueError(say("the name “{name}” stands twice in one object", name=twice[:80]))
    return found


def parse_json(text: str, name: str) -> object:
    """A JSON document with every number as ``Digits``.

    Raises UserError for what is not JSON, for a name that stands twice in one object (which
    of the two is meant cannot be known), and for nesting without end.
    """
    try:
        found: object = json.loads(
            text,
            parse_float=Digits,
            parse_int=Digits,
            parse_constant=_unfounded,
            object_pairs_hook=_once,
        )
    except RecursionError as error:
        raise refused(say("{file} is nested too deeply.", file=name)) from error
    except json.JSONDecodeError as error:
        raise refused(
            say(
                "{file} is not sound JSON: {error} (line {line}, column {column}).",
                file=name,
                error=error.msg,
                line=error.lineno,
                column=error.colno,
            ),
            remedy=say("It may be cut off: export or send it again."),
        ) from error
    except ValueError as error:
        raise refused(say("{file} is not sound JSON: {error}.", file=name, error=error)) from error
    if _is_deep(found):
        raise refused(say("{file} is nested too deeply.", file=name))
    return found


def _is_deep(found: object) -> bool:
    level: list[object] = [found]
    inside: Callable[[object], list[object]] = _inside
    for _ in range(DEEPEST):
        level = [child for one in level for child in inside(one)]
        if not level:
            return False
    return True


def _inside(one: object) -> list[object]:
    if isinstance(one, dict):
        return [child for child in one.values() if isinstance(child, (dict, list))]
    if isinstance(one, list):
        return [child for child in one if isinstance(child, (dict, list))]
    return []
