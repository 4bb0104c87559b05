"""Which texts of the rules a language still lacks, for translators and for the checks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop.domain.language import ENGLISH, LANGUAGES, say
from desktop.guidance import texts as t
from desktop.guidance.problems import Lines, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from desktop.guidance.loader import Pack


@dataclass(frozen=True, slots=True)
class Untranslated:
    """One entry without a translation that fits; ``stale`` has one of older texts.

    ``file`` is the file of translations it belongs into, ``source`` the one it comes from;
    ``of`` is the fingerprint of its texts. A phrase has no fingerprint.
    """

    file: str
    id: str
    of: str
    state: Literal["missing", "stale"]
    texts: t.Texts
    source: Path | None = None


def untranslated(pack: Pack, code: str) -> Iterator[Untranslated]:
    """Every entry and phrase of a pack that this language lacks, in the order of the files."""
    folders: dict[Path, t.Translations] = {}
    for file in pack.files:
        if file.path is None:
            continue
        folder = file.path.parent / code
        known = folders.setdefault(folder, t.read_translations(folder))
        for entry in t.shown_entries(file):
            rows = (file.name, t.entry_name(entry), t.texts_of(entry))
            yield from _lacking(*rows, known, file.path)
    # The statements lie beside the shipped files, which come first.
    for folder, known in list(folders.items())[:1]:
        for key, statement in pack.statements.items():
            source = folder.parent / "statements.csv"
            yield from _lacking(t.STATEMENTS, key, {"text": statement.text}, known, source)
    yield from _phrases(pack, folders, code)


def _lacking(
    file: str, name: str, texts: t.Texts, known: t.Translations, source: Path
) -> Iterator[Untranslated]:
    if texts and known.of(file, name, texts) is None:
        state: Literal["missing", "stale"] = "stale" if (file, name) in known.entries else "missing"
        yield Untranslated(file, name, t.fingerprint(texts), state, texts, source)


def _phrases(pack: Pack, folders: dict[Path, t.Translations], code: str) -> Iterator[Untranslated]:
    seen: set[str] = set()
    for file in pack.files:
        if file.path is None:
            continue
        known = folders[file.path.parent / code]
        for phrase in t.phrases_of(file):
            if phrase not in known.phrases and phrase not in seen:
                seen.add(phrase)
                texts: t.Texts = {"phrase": phrase}
                yield Untranslated(t.PHRASES, phrase, "", "missing", texts, file.path)


def translation_problems(pack: Pack, *, is_warning: bool = False) -> Iterator[Problem]:
    """Texts of a pack that are not translated, and translations that belong to nothing."""
    for code in LANGUAGES:
        if code != ENGLISH:
            for one in untranslated(pack, code):
                yield _problem(one, code, is_warning=is_warning)
            yield from _strays(pack, code)


def _problem(one: Untranslated, code: str, *, is_warning: bool) -> Problem:
    if one.state == "stale":
        text = say("the translation ({language}) is incomplete or of an older text", language=code)
    else:
        text = say("not translated ({language})", language=code)
    line = Lines.of(one.source).named(one.id)
    return Problem(one.source.name if one.source else "", line, one.id, text, is_warning)


def _strays(pack: Pack, code: str) -> Iterator[Problem]:
    """Translations of nothing, and files of translations that cannot be read."""
    entries = ((file.name, entry) for file in pack.files for entry in t.shown_entries(file))
    names = {(file, t.entry_name(entry)) for file, entry in entries}
    names |= {(t.STATEMENTS, key) for key in pack.statements}
    # A file that could not be read holds nothing: that is told once, not for each translation.
    unread = {file.name for file in pack.files if not any(file.rules())}
    for folder in sorted({file.path.parent / code for file in pack.files if file.path}):
        known = t.read_translations(folder)
        for path, message in known.unreadable:
            yield Problem(f"{code}/{path.name}", 1, "", message)
        for file, entry in known.entries:
            if (file, entry) not in names and file not in unread:
                line = Lines.of(folder / file).named(entry)
                text = say("a translation of nothing: no such entry in {file}", file=file)
                yield Problem(f"{code}/{file}", line, entry, text)


def text_counts(pack: Pack) -> dict[str, int]:
    """How many entries with texts a pack holds in each language, statements included."""
    entries = [e for file in pack.files for e in t.shown_entries(file) if t.texts_of(e)]
    whole = len(entries) + len(pack.statements)
    lacking = {code: untranslated(pack, code) for code in LANGUAGES if code != ENGLISH}
    without = {code: sum(bool(one.of) for one in rows) for code, rows in lacking.items()}
    return {ENGLISH: whole} | {code: whole - count for code, count in without.items()}


def skeleton(rows: Iterable[Untranslated]) -> str:
    """TOML to be filled in, file by file: the texts as comments, empty texts to be written."""
    lines: list[str] = []
    current = ""
    for one in sorted(rows, key=lambda row: row.file):
        if one.file != current:
            current = one.file
            lines += ["", f"# ---- {current}"]
            if current == t.PHRASES:
                lines += ["", "[phrases]"]
        if one.of:
            lines += ["", *_table(one)]
        else:
            lines.append(f'{_quoted(one.id)} = ""')
    return "\n".join(lines).strip() + "\n" if lines else ""


def _table(one: Untranslated) -> Iterator[str]:
    yield f"[{_quoted(one.id)}]"
    yield f"of = {_quoted(one.of)}"
    for name, text in one.texts.items():
        if isinstance(text, str):
            yield f"# {text}"
            yield f'{name} = ""'
        else:
            yield from (f"# {number}. {part}" for number, part in enumerate(text, 1))
            blanks = ", ".join(['""'] * len(text))
            yield f"{name} = [{blanks}]"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
