from __future__ import annotations

import string

import pytest

from desktop.domain.language import ENGLISH, LANGUAGES
from tests.i18n.texts import NotLiteralError, messages, of_module, texts

OTHERS = [code for code in LANGUAGES if code != ENGLISH]


def fields(text: str) -> set[str]:
    """The names in braces of a text that takes values; none for one that cannot be parsed."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_texts_are_found_in_calls_tables_and_plurals() -> None:
    calls = (
        'say("A")',
        'mark("B")',
        'say_count(n, "{n} c", "{n} cs")',
        "say(table[name])",
        'say("D", about="x")',
    )
    code = "\n".join(calls)
    found = [(text.source, text.comment, text.is_plural) for text in of_module(code, "here")]
    assert sorted(found) == [
        ("A", "", False),
        ("B", "", False),
        ("D", "x", False),
        ("{n} cs", "", True),
    ]


@pytest.mark.parametrize("code", ['say(f"{n} masses")', 'say("one" + name)', "mark(f'{x}')"])
def test_a_text_that_no_translator_could_find_is_refused(code: str) -> None:
    with pytest.raises(NotLiteralError, match="one literal"):
        list(of_module(code, "here"))


@pytest.mark.parametrize("code", OTHERS)
def test_every_text_of_the_program_stands_in_the_catalog_and_is_translated(code: str) -> None:
    known = messages(code)
    missing = [text.source for text in texts() if text.key not in known]
    assert not missing, "run: python -m tests.i18n.texts"
    waiting = [
        text.source
        for text in texts()
        if (found := known[text.key].find("translation")) is None or found.get("type")
    ]
    assert waiting == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_takes_the_same_values_as_its_text(code: str) -> None:
    wrong = []
    for (source, _, _), message in messages(code).items():
        translation = message.find("translation")
        if translation is None or translation.get("type"):
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")]
        for form in forms or [translation.text or ""]:
            allowed = fields(source) | ({"n"} if forms else set())
            if not form or not fields(form) <= allowed or fields(source) - fields(form) - {"n"}:
                wrong.append((source, form))
    assert wrong == []
