"""Patient wording: beside every clinician text, at the level people read, in both languages."""

from __future__ import annotations

import re
from statistics import mean

import pytest
import tomli

from desktop.guidance import pack as p
from desktop.guidance.loader import guidance_pack
from desktop.guidance.reading import (
    inflesz,
    reading_grade,
    sentence_count,
    spanish_syllables,
    syllables,
    word_count,
)
from desktop.paths import resource

PACK = guidance_pack()
TOLD: tuple[p.Rule, ...] = tuple(
    rule
    for file in PACK.files
    for rule in (*file.alert, *file.management, *file.test, *file.monitoring)
)
HARDEST = 8.0
"""The school grade that no text for patients may exceed."""

GETTYSBURG = (
    "Four score and seven years ago our fathers brought forth on this continent, a new nation, "
    "conceived in Liberty, and dedicated to the proposition that all men are created equal. Now "
    "we are engaged in a great civil war, testing whether that nation, or any nation so conceived "
    "and so dedicated, can long endure. We are met on a great battle-field of that war. We have "
    "come to dedicate a portion of that field, as a final resting place for those who here gave "
    "their lives that that nation might live. It is altogether fitting and proper that we should "
    "do this. But, in a larger sense, we can not dedicate, we can not consecrate, we can not "
    "hallow this ground. The brave men, living and dead, who struggled here, have consecrated it, "
    "far above our poor power to add or detract. The world will little note, nor long remember "
    "what we say here, but it can never forget what they did here. It is for us the living, "
    "rather, to be dedicated here to the unfinished work which they who fought here have thus far "
    "so nobly advanced. It is rather for us to be here dedicated to the great task remaining "
    "before us, that from these honored dead we take increased devotion to that cause for which "
    "they gave the last full measure of devotion, that we here highly resolve that these dead "
    "shall not have died in vain, that this nation, under God, shall have a new birth of freedom, "
    "and that government of the people, by the people, for the people, shall not perish from the "
    "earth."
)
"""Abraham Lincoln, 1863; in the public domain."""


def is_passage(text: str) -> bool:
    """Two sentences or fifteen words: shorter texts have no grade worth the name."""
    return sentence_count(text) >= 2 or word_count(text) >= 15


def test_every_text_for_clinicians_has_one_for_patients() -> None:
    assert len(TOLD) > 150
    assert [rule.id for rule in TOLD if not rule.patient_text] == []


@pytest.mark.parametrize("rule", TOLD, ids=lambda rule: rule.id)
def test_no_patient_text_is_harder_than_the_eighth_grade(rule: p.Rule) -> None:
    if is_passage(rule.patient_text):
        assert reading_grade(rule.patient_text) <= HARDEST


def test_the_patient_texts_as_a_whole_are_neither_hard_nor_clipped() -> None:
    assert 5.0 <= mean(reading_grade(rule.patient_text) for rule in TOLD) <= HARDEST


def test_patient_sentences_stay_short() -> None:
    for rule in TOLD:
        longest = word_count(rule.patient_text) / sentence_count(rule.patient_text)
        assert longest <= 22, rule.id


def test_patient_texts_avoid_words_that_frighten_or_mislead() -> None:
    words = re.compile(r"metastatic|malignan|lethal|survival|hyperphosphat|calcinosis", re.I)
    assert [rule.id for rule in TOLD if words.search(rule.patient_text)] == []


def test_the_gettysburg_address_has_its_published_grade() -> None:
    # Published: grade 10.9 to 11 (the Boston Globe, October 2015: "an 11th-grade level"); Word
    # counts 271 words in 10 sentences with an ease of 65, which is 1.35 syllables a word.
    assert word_count(GETTYSBURG) == 271
    assert sentence_count(GETTYSBURG) == 10
    assert reading_grade(GETTYSBURG) == pytest.approx(10.9, abs=0.2)


def test_the_sentence_about_the_cat_has_the_grade_of_the_formula() -> None:
    # A standard example of Flesch's ease (116): 6 words, 6 syllables, 1 sentence.
    assert reading_grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)


def test_an_empty_text_has_no_grade() -> None:
    assert reading_grade("") == 0.0
    assert inflesz("…") == 100.0


# Syllables as dictionaries divide the words.
@pytest.mark.parametrize(
    ("word", "expected"),
    [
        *(("calcium", 3), ("phosphate", 2), ("tablets", 2), ("doctor", 2), ("kidneys", 2)),
        *(("medicine", 3), ("operation", 4), ("people", 2), ("because", 2), ("area", 3)),
        *(("dietitian", 4), ("needed", 2), ("loved", 1), ("table", 2), ("changes", 2)),
        *(("X-ray", 2), ("400", 3), ("inflammation", 4), ("infection", 3), ("quiet", 2)),
    ],
)
def test_english_syllables_are_those_of_the_dictionary(word: str, expected: int) -> None:
    assert syllables(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        *(("murciélago", 4), ("día", 2), ("ciudad", 2), ("aéreo", 4), ("guerra", 2)),
        *(("pingüino", 3), ("rey", 1), ("leyes", 2), ("país", 2), ("médico", 3)),
        *(("inyección", 3), ("continúe", 4), ("hueso", 2), ("agua", 2), ("quien", 1)),
    ],
)
def test_spanish_syllables_are_those_of_the_dictionary(word: str, expected: int) -> None:
    assert spanish_syllables(word) == expected


def test_the_spanish_scale_follows_its_formula() -> None:
    # Seven words of 2 + 2 + 2 + 1 + 2 + 1 + 2 syllables, counted by hand.
    text = "Llame hoy mismo si tiene la fiebre."
    total = sum(map(spanish_syllables, ("Llame", "hoy", "mismo", "si", "tiene", "la", "fiebre")))
    assert total == 11
    assert inflesz(text) == pytest.approx(206.835 - 62.3 * 11 / 7 - 7)


# Spanish.

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
NORMAL = 55.0
"""INFLESZ: from here on a text is of normal ease for adults."""


def spanish() -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for path in sorted(resource("guidance", "es").glob("*.toml")):
        if path.name not in ("phrases.toml", "statements.toml"):
            tables = tomli.loads(path.read_text(encoding="utf-8"))
            found |= {name: row for name, row in tables.items() if isinstance(row, dict)}
    return found


SPANISH = spanish()


def numbers(text: object) -> list[str]:
    words = " ".join(text) if isinstance(text, list | tuple) else str(text)
    plain = re.sub(r"\{\w+\}|FGF23|GALNT3|SAMD9|ACVR1|FGFR1|CYP3A|G6PD|99mTc|CO2|HbA1c", "", words)
    return sorted(number.replace(",", ".") for number in NUMBER.findall(plain))


def test_every_patient_text_is_there_in_spanish() -> None:
    assert [rule.id for rule in TOLD if not SPANISH.get(rule.id, {}).get("patient_text")] == []


@pytest.mark.parametrize("rule", TOLD, ids=lambda rule: rule.id)
def test_every_spanish_patient_text_is_of_normal_ease_or_easier(rule: p.Rule) -> None:
    text = str(SPANISH[rule.id]["patient_text"])
    if is_passage(text):
        assert inflesz(text) >= NORMAL


@pytest.mark.parametrize("rule", PACK.rules(), ids=lambda rule: rule.id)
def test_both_languages_have_the_same_numbers_and_marks(rule: p.Rule) -> None:
    told = SPANISH.get(rule.id)
    if told is None:
        pytest.fail(f"{rule.id}: not translated")
    for name in ("text", "short", "action", "what", "test", "patient_text", "superseded_by"):
        english = getattr(rule, name, "")
        if english:
            assert numbers(told[name]) == numbers(english), name
            marks = set(re.findall(r"\{\w+\}", english))
            assert set(re.findall(r"\{\w+\}", str(told[name]))) == marks, name
    for place, outcome in enumerate(getattr(rule, "outcomes", ())):
        answers, changes = told["answers"], told["changes"]
        assert isinstance(answers, list)
        assert isinstance(changes, list)
        assert numbers(answers[place]) == numbers(outcome.answer)
        assert numbers(changes[place]) == numbers(outcome.changes)
