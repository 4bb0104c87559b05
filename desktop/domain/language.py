"""The words shown to people, in the language that was chosen; English is the text in the code.

Every shown text passes through ``say`` (or ``say_count``) at the moment it is shown. A text in a
table that is made while a module is imported is only marked with ``mark``, and said when shown.
The other languages are catalogs in Qt Linguist's own format, ``resources/i18n/LANGUAGE.ts``, so
that translators work with the tool of their trade and windows, charts and paper share one
catalog.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ENGLISH = "en"
LANGUAGES: Mapping[str, str] = {ENGLISH: "English", "es": "Español"}
"""The languages of the program by code, each called as its speakers call it."""

_FORMS: Mapping[str, Callable[[int], int]] = {"es": lambda n: 0 if n == 1 else 1}
"""Which of Qt Linguist's plural forms a number takes."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """The texts of one language by English text and, where that is ambiguous, its comment."""

    code: str
    texts: Mapping[tuple[str, str], str]
    plurals: Mapping[tuple[str, str], tuple[str, ...]]


class _Chosen:
    catalog: Catalog | None = None


def use_language(code: str) -> None:
    """Show texts in this language from now on; KeyError for one the program does not have."""
    if code not in LANGUAGES:
        raise KeyError(code)
    _Chosen.catalog = None if code == ENGLISH else catalog(code)


def language() -> str:
    """The code of the language that is shown."""
    return _Chosen.catalog.code if _Chosen.catalog else ENGLISH


def mark(text: str, /, *, about: str = "") -> str:
    """Mark a text for translation where it is only kept; ``say`` it when it is shown.

    ``about`` is that of ``say``, which must then be given the same one.
    """
    del about  # read from the code by what collects the texts
    return text


def say(text: str, /, *, about: str = "", **values: object) -> str:
    """The text in the chosen language, with ``{name}`` filled from the values.

    ``about`` tells two uses of one English word apart, for instance "Right" as a side. A text
    that a catalog lacks is shown in English: words in the wrong language beat none. Without
    values the text is taken as it is, braces and all.
    """
    if _Chosen.catalog is not None:
        text = _Chosen.catalog.texts.get((text, about), text)
    return text.format_map(values) if values else text


def say_count(count: int, one: str, many: str, /, *, about: str = "", **values: object) -> str:
    """The text for a number of things; ``{n}`` is the number.

    ``many`` is the English plural under which catalogs keep their own forms.
    """
    text = one if count == 1 else many
    chosen = _Chosen.catalog
    if chosen is not None and (forms := chosen.plurals.get((many, about))):
        text = forms[_FORMS[chosen.code](count)]
    return text.format_map({"n": count, **values})


def in_every_language(text: str, *, about: str = "") -> tuple[str, ...]:
    """The English text and its translations, for reading what people typed, each once.

    What is read must not depend on the language that happens to be shown.
    """
    catalogs = (catalog(code) for code in LANGUAGES if code != ENGLISH)
    said = (one.texts.get((text, about), text) for one in catalogs)
    return tuple(dict.fromkeys((text, *said)))


@cache
def catalog(code: str) -> Catalog:
    """The catalog of a language other than English, read once."""
    from xml.etree import ElementTree as ET  # English needs none, and waits for none

    texts: dict[tuple[str, str], str] = {}
    plurals: dict[tuple[str, str], tuple[str, ...]] = {}
    for message in ET.parse(resource("i18n", f"{code}.ts")).iter("message"):  # noqa: S314 - ours
        translation = message.find("translation")
        if translation is None or translation.get("type") in {"unfinished", "vanished"}:
            continue
        key = (message.findtext("source", ""), message.findtext("comment", ""))
        if message.get("numerus") == "yes":
            plurals[key] = tuple(form.text or "" for form in translation.iter("numerusform"))
        else:
            texts[key] = translation.text or ""
    return Catalog(code, texts, plurals)
