"""What is wrong with a rule file: one sentence each, with the file and the line at fault."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, or, where ``is_warning``, that somebody should look at.

    ``rule`` is the id of the rule at fault where there is one.
    """

    file: str
    line: int
    rule: str
    text: str
    is_warning: bool = False

    def __str__(self) -> str:
        """``alerts.toml:41: avoid-x: no fact is called 'phosphate_hihg'``."""
        named = f"{self.rule}: " if self.rule else ""
        return f"{self.file}:{self.line}: {named}{self.text}"


class PackError(ValueError):
    """Rule files that cannot be used; each problem names the file and the line."""

    def __init__(self, problems: Iterable[Problem] | str) -> None:
        self.problems = () if isinstance(problems, str) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)) or problems)


_HEADER = re.compile(r"\s*\[{1,2}\s*(?P<name>[^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?")
_NAMING = re.compile(
    r"\s*(?:id|name|key|statement|group|general|hpo)\s*=\s*[\"'](?P<name>[^\"']+)[\"']"
)


@dataclass(frozen=True, slots=True)
class _Entry:
    section: str
    name: str
    first: int
    last: int


class Lines:
    """Where the entries of a rule file begin, because the TOML reader tells no lines.

    Made only once something is wrong: reading the rules must stay fast.
    """

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._entries = tuple(_entries(self._lines))

    @classmethod
    def of(cls, path: Path | None) -> Lines:
        """The lines of a file; none where there is no such file."""
        if path is None or not path.is_file():
            return cls("")
        return _lines_of(path, path.stat().st_mtime_ns)

    def nth(self, section: str, place: int, word: str = "") -> int:
        """The line of ``word`` in the nth entry (from 1) of a section; else where it begins."""
        own = [entry for entry in self._entries if entry.section == section]
        return self._within(own[place - 1], word) if place <= len(own) else self.word(section)

    def named(self, name: str, word: str = "") -> int:
        """The line of ``word`` in the entry with this id, name or key; else of its id."""
        own = [entry for entry in self._entries if entry.name == name]
        # Of two entries with one id, the later one is at fault.
        return self._within(own[-1], word or name) if own else self.word(name)

    def word(self, word: str) -> int:
        """The first line on which a word stands; 1 where none does."""
        return self._search(word, 0, len(self._lines)) or 1

    def _within(self, entry: _Entry, word: str) -> int:
        found = self._search(word, entry.first, entry.last) if word else 0
        return found or self._search(entry.name, entry.first, entry.last) or entry.first + 1

    def _search(self, word: str, first: int, last: int) -> int:
        """A key before a text in quotes, that before any other place where the word stands."""
        plain = re.escape(word)
        for form in (rf"\s*{plain}\s*=", rf".*[\"'](?:no )?{plain}[\"']", rf".*\b{plain}\b"):
            for number in range(first, last):
                if word and re.match(form, self._lines[number]):
                    return number + 1
        return 0


def _entries(lines: list[str]) -> Iterable[_Entry]:
    starts: list[tuple[int, str]] = []
    is_text = False
    for number, line in enumerate(lines):
        found = None if is_text else _HEADER.fullmatch(line)
        if found:
            starts.append((number, found["name"].strip("\"'")))
        # A text over several lines may hold anything, a line in brackets too.
        is_text ^= bool((line.count('"""') + line.count("'''")) % 2)
    ends = [*(number for number, _ in starts[1:]), len(lines)]
    for (first, section), last in zip(starts, ends, strict=False):
        named = (_NAMING.match(line) for line in lines[first:last])
        name = next((found["name"] for found in named if found), section)
        yield _Entry(section, name, first, last)


@lru_cache(maxsize=64)
def _lines_of(path: Path, _changed_ns: int) -> Lines:
    return Lines(path.read_text(encoding="utf-8"))
