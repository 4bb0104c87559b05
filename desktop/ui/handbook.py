"""The handbook: which pages it has, in which order, what they say, and the search over them.

A page is a Markdown file in ``resources/help/LANGUAGE``; one that a language lacks is shown in
English. Words in bold are words of the window: they are said in the chosen language when a page
is shown, so that the handbook and the window cannot call one thing by two names. The table of
keys is made from the table of actions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from desktop.domain.language import ENGLISH, catalog, language, mark, say
from desktop.paths import resource
from desktop.ui.action_table import ACTIONS, ADD_MENU, MENUS, PATIENT
from desktop.ui.widgets.shortcuts import FORM_KEYS, LIST_KEYS, WORKLIST_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

CONTENTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (mark("First steps"), ("start", "entering", "keyboard")),
    (mark("The registry"), ("worklist", "patients", "cohort", "safekeeping", "settings")),
    (
        mark("A patient"),
        (
            "overview",
            "labs",
            "masses",
            "measuring",
            "treatment",
            "genetics",
            "guidance",
            "limits",
            "documents",
            "history",
            "records",
        ),
    ),
    (mark("Files and terms"), ("import", "export", "files", "safety", "glossary")),
)
"""The pages of the handbook by chapter, each by the name of its file."""

FIRST = "start"
KEYS = "{{keys}}"
"""Where the table of keys stands on the page about them."""

HELP_KEYS = (
    ("Alt+Left, Alt+Right", mark("Back and forward in the handbook")),
    ("Ctrl+F", mark("Search the handbook")),
)

_KEYS_BEHIND = re.compile(r"\t| {3}")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_RULES = re.compile(r"^\|[-|]+\|$|^- |^\d+\. |^> ", re.MULTILINE)
_MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*`#|]+")
_AROUND = 36


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page in the chosen language: its name, its title and its text in Markdown."""

    name: str
    title: str
    text: str

    @property
    def plain(self) -> str:
        """The words of the page without marks, on one line."""
        return " ".join(_MARKS.sub(r"\1", _RULES.sub("", self.text)).split())


@dataclass(frozen=True, slots=True)
class Found:
    """A page that a search found, and the words around the first hit."""

    page: HelpPage
    excerpt: str


def names() -> tuple[str, ...]:
    """The names of all pages in their order."""
    return tuple(name for _, group in CONTENTS for name in group)


def page_for(name: str) -> str:
    """The handbook's page for a page of the window; the first where there is none."""
    return name if name in names() else FIRST


def page(name: str) -> HelpPage:
    """A page in the chosen language; KeyError for one that the handbook does not have."""
    if name not in names():
        raise KeyError(name)
    return _read(name, language())


def picture(name: str) -> Path:
    """Where a picture lies: of the window in the chosen language, else of the English one."""
    own = resource("help", "pictures", language(), name)
    return own if own.exists() else resource("help", "pictures", name)


@cache
def _read(name: str, code: str) -> HelpPage:
    path = resource("help", code, f"{name}.md")
    if not path.exists():
        path = resource("help", ENGLISH, f"{name}.md")
    text = path.read_text(encoding="utf-8")
    spoken = _BOLD.sub(lambda found: f"**{_in_window(found[1], code)}**", text)
    title = spoken.partition("\n")[0].removeprefix("# ").strip()
    return HelpPage(name, title, spoken.replace(KEYS, keys_table()))


def _in_window(words: str, code: str) -> str:
    """Words of the window as it shows them in a language; others stay as they are."""
    if code == ENGLISH:
        return words
    return _window_words(code).get(words, words)


@cache
def _window_words(code: str) -> Mapping[str, str]:
    """The translation of each text by its English words without dots and letter to press."""
    found: dict[str, str] = {}
    for (source, about), translation in catalog(code).texts.items():
        words = bare(source)
        if words not in found or not about:
            found[words] = bare(translation)
    return found


def bare(text: str) -> str:
    """A text of the window without the letter to press, without dots and without its keys."""
    return _KEYS_BEHIND.split(text.replace("&", ""))[0].removesuffix("…")


def keys_table() -> str:
    """Every key and what it does, as Markdown, from the table of actions."""
    return "\n".join(_key_lines())


def _key_lines() -> Iterator[str]:
    for title, keys in _key_groups():
        yield from (f"## {title}", "", f"| {say('Key')} | {say('What it does')} |", "|---|---|")
        yield from (f"| `{key}` | {text} |" for key, text in keys)
        yield ""


def _key_groups() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for menu in MENUS:
        keys = [(spec.keys, spec.plain) for spec in ACTIONS if spec.menu == menu and spec.keys]
        if menu == PATIENT:
            keys.insert(0, (ADD_MENU.keys, ADD_MENU.plain))
        yield bare(say(menu)), keys
    for title, table in (
        (say("In lists"), LIST_KEYS),
        (say("In the worklist"), WORKLIST_KEYS),
        (say("In forms"), FORM_KEYS),
        (say("In the handbook"), HELP_KEYS),
    ):
        yield title, [(key, say(text)) for key, text in table]


def find(words: str) -> list[Found]:
    """The pages that hold every word, those with a word in their title first."""
    wanted = _folded(words).split()
    if not wanted:
        return []
    found = [one for name in names() if (one := _found(page(name), wanted)) is not None]
    return sorted(found, key=lambda one: not _holds_all(_folded(one.page.title), wanted))


def _found(one: HelpPage, wanted: list[str]) -> Found | None:
    plain = one.plain
    folded = _folded(plain)
    if not _holds_all(folded, wanted):
        return None
    # The first hit beyond the title, where there is one, says more than the title once more.
    beyond = folded.find(wanted[0], len(one.title))
    place = beyond if beyond >= 0 else folded.find(wanted[0])
    first, last = max(place - _AROUND, 0), place + len(wanted[0]) + _AROUND
    start = plain.find(" ", first) + 1 if first else 0
    end = plain.rfind(" ", 0, last) if last < len(plain) else len(plain)
    before, after = ("… " if first else ""), (" …" if end < len(plain) else "")
    return Found(one, f"{before}{plain[start:end]}{after}")


def _holds_all(text: str, wanted: list[str]) -> bool:
    return all(word in text for word in wanted)


def _folded(text: str) -> str:
    """Without case and accents, letter for letter as long as before."""
    return "".join(_plain_letter(letter) for letter in text)


def _plain_letter(letter: str) -> str:
    parts = [part for part in normalize("NFKD", letter) if not combining(part)]
    return parts[0].lower()[:1] if parts else letter
