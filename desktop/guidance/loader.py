"""Reads the rule files once and refuses, naming file and line, whatever cannot be right."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

import msgspec
import tomli
from msgspec import structs

from desktop.domain.language import say
from desktop.guidance import pack as p
from desktop.guidance.problems import Lines, PackError, Problem
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from desktop.guidance.assessment import Failure

HEAD = ("approved_by", "approved_on")
"""What may stand once at the head of a clinic's file, for all its rules."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of the source text."""

    id: str
    disorder: str
    topic: str
    text: str


@dataclass(frozen=True, eq=False)  # a pack is itself and no other, so that it can be a key
class Pack:
    """All rule files of one edition, as they were read, in the order of their names.

    ``failures`` tell what of a clinic's own rules could not be used. ``original`` is the pack
    in the language in which it was written, where this one is a translation.
    """

    edition: str
    files: tuple[p.RuleFile, ...]
    statements: Mapping[str, Statement]
    failures: tuple[Failure, ...] = ()
    original: Pack | None = None

    def concepts(self) -> tuple[p.ConceptRule, ...]:
        """The concepts, earlier ones first."""
        return tuple(chain.from_iterable(file.concept for file in self.files))

    def rules(self) -> tuple[p.Rule, ...]:
        """Every rule that has a ground and examples."""
        return tuple(chain.from_iterable(file.rules() for file in self.files))

    def references(self) -> dict[str, p.Reference]:
        """The works of later literature by key."""
        return {ref.key: ref for file in self.files for ref in file.reference}

    def rule(self, id_: str) -> p.Rule | None:
        """The rule with this id; None where the pack has none."""
        return self._by_id.get(id_)

    def valid_on(self, day: date) -> Pack:
        """The pack with the rules that count on a day alone; itself where all of them do."""
        left_out = frozenset(rule.id for rule in self._dated if not _counts(rule, day))
        return _without(self, left_out) if left_out else self

    @cached_property
    def _by_id(self) -> dict[str, p.Rule]:
        return {rule.id: rule for rule in self.rules()}

    @cached_property
    def _dated(self) -> tuple[p.Rule, ...]:
        return tuple(rule for rule in self.rules() if rule.valid_from or rule.valid_until)


def _counts(rule: p.Rule, day: date) -> bool:
    is_begun = rule.valid_from is None or rule.valid_from <= day
    return is_begun and (rule.valid_until is None or day <= rule.valid_until)


@cache
def _without(whole: Pack, ids: frozenset[str]) -> Pack:
    files = tuple(without(file, ids) for file in whole.files)
    return replace(whole, files=files)


def without(file: p.RuleFile, ids: frozenset[str]) -> p.RuleFile:
    """A rule file without the rules that have these ids."""
    kept = {
        name: tuple(rule for rule in getattr(file, name) if rule.id not in ids)
        for name, shape in p.SECTIONS.items()
        if issubclass(shape, p.Rule)
    }
    return structs.replace(file, **kept)


@cache
def guidance_pack() -> Pack:
    """The guidance that ships with the program; read at first use.

    Raises PackError for a file that cannot be used.
    """
    return load(resource("guidance"))


def load(folder: Path) -> Pack:
    """Reads every ``*.toml`` of a folder, and its ``statements.csv``.

    Shapes, grounds, ids and days are checked here; names of facts, examples and translations
    by ``checking.problems_of``, because a start must be fast. Raises PackError.
    """
    read, problems = read_folder(folder)
    if problems:
        raise PackError(problems)
    return read


def read_folder(folder: Path) -> tuple[Pack, tuple[Problem, ...]]:
    """The pack of a folder with all that is wrong in it; entries that cannot be read are out."""
    from desktop.guidance.structure import structure_problems

    found = [parsed(path) for path in sorted(folder.glob("*.toml"))]
    files = tuple(file for file, _ in found)
    problems = list(chain.from_iterable(wrong for _, wrong in found))
    if not files:
        problems.append(Problem(folder.name, 1, "", say("There are no rule files.")))
    edition = max((file.edition for file in files), default="")
    read = Pack(edition, files, _statements(folder / "statements.csv"))
    return read, (*problems, *structure_problems(read))


def read_file(path: Path) -> p.RuleFile:
    """One rule file; raises PackError naming the file and each line at fault."""
    file, problems = parsed(path)
    if problems:
        raise PackError(problems)
    return file


def parsed(path: Path, *, is_local: bool = False) -> tuple[p.RuleFile, tuple[Problem, ...]]:
    """One rule file, and what is wrong with its shape; entries at fault are left out.

    A clinic's own file (``is_local``) needs no edition.
    """
    try:
        tables: dict[str, Any] = tomli.loads(path.read_text(encoding="utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        empty = p.RuleFile(name=path.name, edition="", path=path)
        return empty, (Problem(path.name, _line_told(error), "", str(error)),)
    problems: list[Problem] = []
    edition = tables.pop("edition", "" if is_local else None)
    if not isinstance(edition, str):
        problems.append(Problem(path.name, 1, "", say("an edition is missing")))
        edition = ""
    head = {name: tables.pop(name) for name in HEAD if is_local and name in tables}
    sections: dict[str, Any] = {}
    for name, rows in tables.items():
        if name not in p.SECTIONS or not isinstance(rows, list):
            problems.append(_no_section(path, name))
            continue
        headed = ((n, _headed(row, name, head)) for n, row in _numbered(rows))
        read = [
            _unapproved(path, name, row, n)
            if is_local and not _is_approved(row, name)
            else _entry(path, name, row, n)
            for n, row in headed
        ]
        sections[name] = tuple(entry for entry in read if not isinstance(entry, Problem))
        problems.extend(entry for entry in read if isinstance(entry, Problem))
    file = p.RuleFile(name=path.name, edition=edition, path=path, **sections)
    return file, tuple(problems)


def _numbered(rows: list[object]) -> Iterable[tuple[int, dict[str, Any]]]:
    for number, row in enumerate(rows, 1):
        yield number, row if isinstance(row, dict) else {"": row}


def _headed(row: dict[str, Any], section: str, head: Mapping[str, Any]) -> dict[str, Any]:
    """The entry with what stands for all rules at the head of the file."""
    return {**head, **row} if head and issubclass(p.SECTIONS[section], p.Rule) else row


def _is_approved(row: Mapping[str, Any], section: str) -> bool:
    return not issubclass(p.SECTIONS[section], p.Rule) or all(row.get(name) for name in HEAD)


def _unapproved(path: Path, section: str, row: Mapping[str, Any], place: int) -> Problem:
    text = say("who approved it (approved_by) and when (approved_on) are needed")
    line = Lines.of(path).nth(section, place, "approved_by")
    return Problem(path.name, line, str(row.get("id", "")), text)


def _no_section(path: Path, name: str) -> Problem:
    text = say(
        "no section is called {name}; there are {sections}",
        name=repr(name),
        sections=", ".join(p.SECTIONS),
    )
    return Problem(path.name, Lines.of(path).word(name), "", text)


_TOLD_LINE = re.compile(r"at line (\d+)")
_AT_KEY = re.compile(r"at `\$\.([A-Za-z_]+)")
_FIELD = re.compile(r"field `([^`]+)`")


def _line_told(error: tomli.TOMLDecodeError | UnicodeDecodeError) -> int:
    if isinstance(error, UnicodeDecodeError):
        return error.object[: error.start].count(b"\n") + 1
    found = _TOLD_LINE.search(str(error))
    return int(found[1]) if found else 1


def _entry(path: Path, section: str, row: dict[str, Any], place: int) -> msgspec.Struct | Problem:
    try:
        entry: msgspec.Struct = msgspec.convert(row, p.SECTIONS[section])
    except msgspec.ValidationError as error:
        message = str(error)
        named = str(row.get("id") or row.get("name") or row.get("key") or f"{section} {place}")
        key = _AT_KEY.search(message) or _FIELD.search(message)
        line = Lines.of(path).nth(section, place, key[1] if key else "")
        told = message.removeprefix(f"{named}: ").removesuffix(" - at `$`")
        return Problem(path.name, line, named, told)
    return entry


def _statements(path: Path) -> dict[str, Statement]:
    if not path.is_file():
        return {}
    with path.open(newline="", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    return {
        row["id"]: Statement(row["id"], row["disorder"], row["topic"], row["statement"])
        for row in rows
    }
