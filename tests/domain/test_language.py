from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain import language
from desktop.domain.language import Catalog, say, say_count, use_language

if TYPE_CHECKING:
    from collections.abc import Iterator

SPANISH = Catalog(
    "es",
    {("Saved at {time}", ""): "Guardado a las {time}", ("Right", "side"): "Derecha"},
    {("{n} masses", ""): ("{n} masa", "{n} masas")},
)


@pytest.fixture
def spanish(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(language, "catalog", lambda _code: SPANISH)
    before = language.language()
    use_language("es")
    yield
    monkeypatch.undo()
    use_language(before)


def test_english_is_the_text_of_the_code_with_its_values_filled_in() -> None:
    assert say("Saved at {time}", time="10:42") == "Saved at 10:42"
    assert say_count(1, "{n} mass", "{n} masses") == "1 mass"
    assert say_count(0, "{n} mass", "{n} masses") == "0 masses"


def test_a_text_without_values_keeps_its_braces() -> None:
    assert say("c.{52}") == "c.{52}"


@pytest.mark.usefixtures("spanish")
def test_a_catalog_gives_text_and_plural_in_its_own_language() -> None:
    assert say("Saved at {time}", time="10:42") == "Guardado a las 10:42"
    assert say_count(1, "{n} mass", "{n} masses") == "1 masa"
    assert say_count(3, "{n} mass", "{n} masses") == "3 masas"


@pytest.mark.usefixtures("spanish")
def test_what_a_word_is_about_tells_two_uses_apart() -> None:
    assert say("Right", about="side") == "Derecha"
    assert say("Right") == "Right"


@pytest.mark.usefixtures("spanish")
def test_a_text_that_the_catalog_lacks_is_shown_in_english() -> None:
    assert say("Not translated yet") == "Not translated yet"


def test_a_language_that_the_program_lacks_is_refused() -> None:
    with pytest.raises(KeyError):
        use_language("xx")
