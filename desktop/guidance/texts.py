"""Which texts of the rules people see, their fingerprints, and their translations.

The files of rules stay in one language. Another language lies beside them, in a folder with its
code: ``es/alerts.toml`` holds one table for each rule of ``alerts.toml``, by its id::

    ["avoid-burosumab"]
    of = "3f2a91bc"
    text = "No dé burosumab. …"

``of`` is the fingerprint of the texts that were translated: once they are worded anew, the
translation counts as missing until somebody has looked at it. Phrases that recur (the strength
of advice, what an interval rests on) stand once in ``phrases.toml``, the statements of the
source text in ``statements.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from dataclasses import replace as replaced
from functools import cache
from typing import TYPE_CHECKING, Any

import tomli
from msgspec import structs

from desktop.domain.language import ENGLISH
from desktop.guidance import pack as p

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import msgspec

    from desktop.guidance.loader import Pack, Statement

Texts = dict[str, str | tuple[str, ...]]
"""The texts of one entry by the name of their field; lists for the outcomes of a test."""

_FIELDS: dict[type, tuple[str, ...]] = {
    p.CriterionRule: ("text", "patient_text"),
    p.AlertRule: ("text", "short", "patient_text", "cleared"),
    p.ManagementRule: ("action", "text", "superseded_by", "patient_text"),
    p.TestRule: ("test", "text", "patient_text"),
    p.MonitoringRule: ("what", "text", "patient_text"),
    p.MissingRule: ("text", "patient_text"),
    p.DisorderRule: ("excluded_because",),
    p.RemarkRule: ("text", "dated"),
}
_PHRASES = ("strength", "basis", "rhythm")
PHRASES = "phrases.toml"
STATEMENTS = "statements.toml"


def entry_name(entry: msgspec.Struct) -> str:
    """What an entry is called in a file of translations: its id, key or statement."""
    for name in ("id", "key", "statement"):
        if found := getattr(entry, name, ""):
            return str(found)
    return ""


def shown_entries(file: p.RuleFile) -> Iterator[msgspec.Struct]:
    """The entries of a file that hold texts which people see."""
    for section, shape in p.SECTIONS.items():
        if shape in _FIELDS:
            yield from getattr(file, section)


def texts_of(entry: msgspec.Struct) -> Texts:
    """The texts of an entry that people see, without the empty ones."""
    found: Texts = {name: getattr(entry, name) for name in _FIELDS[type(entry)]}
    if isinstance(entry, p.TestRule):
        found["answers"] = tuple(outcome.answer for outcome in entry.outcomes)
        found["changes"] = tuple(outcome.changes for outcome in entry.outcomes)
    return {name: text for name, text in found.items() if text}


def phrases_of(file: p.RuleFile) -> Iterator[str]:
    """The phrases of a file that recur from rule to rule."""
    for rule in file.rules():
        for name in _PHRASES:
            phrase = getattr(rule, name, "")
            if phrase and phrase != "general":
                yield phrase


def fingerprint(content: object) -> str:
    """Eight characters that change with the content."""
    import hashlib  # not needed until something was set aside or translated
    import json

    told = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Translations:
    """The translations of a folder: tables by file and entry, and phrases.

    ``unreadable`` holds the files that are no TOML, with the reader's message.
    """

    entries: Mapping[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)
    unreadable: tuple[tuple[Path, str], ...] = ()

    def of(self, file: str, entry: str, texts: Texts) -> Texts | None:
        """The translation of these very texts; None where it lacks, or is of older ones."""
        own = self.entries.get((file, entry))
        if own is None or own.get("of") != fingerprint(texts):
            return None
        found: Texts = {}
        for name, text in texts.items():
            said = own.get(name)
            if isinstance(text, tuple):
                if not _is_list_of(said, len(text)):
                    return None
                found[name] = tuple(said or ())
            elif isinstance(said, str) and said.strip():
                found[name] = said
            else:
                return None
        return found


def _is_list_of(said: object, count: int) -> bool:
    if not isinstance(said, list) or len(said) != count:
        return False
    return all(isinstance(text, str) and text.strip() for text in said)


def read_translations(folder: Path) -> Translations:
    """What a folder such as ``es`` holds; nothing where there is no such folder."""
    entries: dict[tuple[str, str], Mapping[str, Any]] = {}
    phrases: dict[str, str] = {}
    unreadable: list[tuple[Path, str]] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            tables = tomli.loads(path.read_text(encoding="utf-8"))
        except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
            unreadable.append((path, str(error)))
            continue
        if path.name == PHRASES:
            own = tables.get("phrases", {})
            phrases |= {key: text for key, text in own.items() if isinstance(text, str) and text}
        else:
            rows = tables.items()
            entries |= {(path.name, key): row for key, row in rows if isinstance(row, dict)}
    return Translations(entries, phrases, tuple(unreadable))


@cache
def in_language(pack: Pack, code: str) -> Pack:
    """The pack with its texts in a language; those that are not translated stay as they are."""
    if code == ENGLISH:
        return pack
    folders: dict[Path, Translations] = {}
    for file in pack.files:
        if file.path is not None and file.path.parent not in folders:
            folders[file.path.parent] = read_translations(file.path.parent / code)
    none = Translations()
    files = tuple(
        _file_in(file, folders[file.path.parent] if file.path else none) for file in pack.files
    )
    statements = dict(pack.statements)
    for known in folders.values():
        statements |= _statements_in(statements, known)
    return replaced(pack, files=files, statements=statements, original=pack)


def _file_in(file: p.RuleFile, known: Translations) -> p.RuleFile:
    sections = {
        name: tuple(_entry_in(entry, file.name, known) for entry in getattr(file, name))
        for name, shape in p.SECTIONS.items()
        if shape in _FIELDS
    }
    return structs.replace(file, **sections)


def _entry_in(entry: msgspec.Struct, file: str, known: Translations) -> msgspec.Struct:
    changed: dict[str, Any] = {
        name: known.phrases[phrase]
        for name in _PHRASES
        if (phrase := getattr(entry, name, "")) in known.phrases
    }
    texts = known.of(file, entry_name(entry), texts_of(entry))
    if texts is not None:
        if isinstance(entry, p.TestRule):
            answers, changes = texts.pop("answers", ()), texts.pop("changes", ())
            told = zip(entry.outcomes, answers, changes, strict=True)
            changed["outcomes"] = tuple(
                structs.replace(outcome, answer=answer, changes=change)
                for outcome, answer, change in told
            )
        changed |= texts
    return structs.replace(entry, **changed) if changed else entry


def _statements_in(known: Mapping[str, Statement], own: Translations) -> dict[str, Statement]:
    found: dict[str, Statement] = {}
    for key, statement in known.items():
        texts = own.of(STATEMENTS, key, {"text": statement.text})
        if texts is not None:
            found[key] = replaced(statement, text=str(texts["text"]))
    return found
