"""Translations of rule files: whole, fitting the text of today, and never half a rule."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
import tomli

from desktop.domain.language import use_language
from desktop.guidance import pack as p
from desktop.guidance.assess import assess
from desktop.guidance.checking import check_folder
from desktop.guidance.loader import guidance_pack, load
from desktop.guidance.sources import grounding
from desktop.guidance.texts import fingerprint, in_language, texts_of
from desktop.guidance.untranslated import skeleton, text_counts, untranslated
from desktop.measures.derived import derive
from desktop.paths import resource
from tests.guidance.making import case_of, flagged, mass, present

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.guidance.loader import Pack


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copied = tmp_path / "guidance"
    shutil.copytree(resource("guidance"), copied, ignore=shutil.ignore_patterns("es"))
    return copied


@pytest.fixture
def spanish() -> Iterator[None]:
    use_language("es")
    yield
    use_language("en")


def translate(folder: Path, name: str, text: str) -> Pack:
    """The pack of a folder after one more file of translations."""
    (folder / "es").mkdir(exist_ok=True)
    (folder / "es" / name).write_text(text, encoding="utf-8")
    return load(folder)


def of(pack: Pack, rule: str) -> str:
    """The fingerprint of a rule's texts."""
    found = pack.rule(rule)
    assert found is not None
    return fingerprint(texts_of(found))


def text(pack: Pack, rule: str) -> str:
    """The text of a rule."""
    found = pack.rule(rule)
    assert found is not None
    return found.text


def test_a_translation_of_the_very_texts_is_shown(folder: Path) -> None:
    mark = of(load(folder), "avoid-burosumab")
    pack = translate(
        folder,
        "alerts.toml",
        f'["avoid-burosumab"]\nof = "{mark}"\ntext = "No dé."\nshort = "No"\npatient_text = "N."\n',
    )
    assert text(in_language(pack, "es"), "avoid-burosumab") == "No dé."
    assert in_language(pack, "en") is pack
    assert in_language(pack, "es").original is pack


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ('of = "00000000"\ntext = "No dé."\nshort = "No"\npatient_text = "No."', "stale"),
        ('of = "{mark}"\ntext = "No dé."\nshort = "No"', "stale"),
        ('of = "{mark}"\ntext = "No dé."\nshort = ""\npatient_text = "No."', "stale"),
        ('of = "{mark}"\ntext = ["No dé."]\nshort = "No"\npatient_text = "No."', "stale"),
    ],
)
def test_an_older_or_incomplete_translation_shows_the_english_text_and_is_an_error(
    folder: Path, body: str, state: str
) -> None:
    plain = load(folder)
    told = body.replace("{mark}", of(plain, "avoid-burosumab"))
    pack = translate(folder, "alerts.toml", f'["avoid-burosumab"]\n{told}\n')
    assert text(in_language(pack, "es"), "avoid-burosumab") == text(plain, "avoid-burosumab")
    assert state in {one.state for one in untranslated(pack, "es") if one.id == "avoid-burosumab"}
    errors = [e for e in check_folder(folder).errors if e.rule == "avoid-burosumab"]
    assert [(e.file, e.text) for e in errors] == [
        ("alerts.toml", "the translation (es) is incomplete or of an older text")
    ]


def test_answers_of_a_test_are_translated_with_it(folder: Path) -> None:
    kidney = load(folder).rule("test-kidney")
    assert kidney is not None
    texts = texts_of(kidney)
    lines = ['["test-kidney"]', f'of = "{fingerprint(texts)}"']
    lines += [f'{name} = "es"' for name, one in texts.items() if isinstance(one, str)]
    lines += ['answers = ["Normal", "Falla"]', 'changes = ["a", "b"]']
    pack = translate(folder, "tests.toml", "\n".join(lines))
    told = in_language(pack, "es").rule("test-kidney")
    assert isinstance(told, p.TestRule)
    assert told.test == "es"
    assert [(o.answer, o.changes) for o in told.outcomes] == [("Normal", "a"), ("Falla", "b")]


def test_a_phrase_is_translated_wherever_it_stands(folder: Path) -> None:
    pack = translate(
        folder, "phrases.toml", '[phrases]\n"expert opinion" = "opinión de expertos"\n'
    )
    found = [rule.rhythm for file in in_language(pack, "es").files for rule in file.monitoring]
    assert "opinión de expertos" in found
    assert "expert opinion" not in found


def test_statements_of_the_source_are_translated(folder: Path) -> None:
    plain = load(folder)
    mark = fingerprint({"text": plain.statements["TC-01"].text})
    pack = translate(folder, "statements.toml", f'["TC-01"]\nof = "{mark}"\ntext = "Calcio."\n')
    assert in_language(pack, "es").statements["TC-01"].text == "Calcio."
    assert in_language(pack, "es").statements["TC-02"] == plain.statements["TC-02"]


def test_a_translation_of_nothing_and_a_broken_file_are_errors(folder: Path) -> None:
    translate(folder, "alerts.toml", '\n["no-such-rule"]\nof = "1"\ntext = "x"\n')
    translate(folder, "fop.toml", "= 1")
    errors = {str(e) for e in check_folder(folder).errors if e.file.startswith("es/")}
    assert "es/alerts.toml:2: no-such-rule: a translation of nothing" in {
        text.partition(":  ")[0].partition(": no such entry")[0] for text in errors
    }
    assert [text for text in errors if text.startswith("es/fop.toml:1:")]


def test_the_skeleton_is_toml_with_everything_that_lacks(folder: Path) -> None:
    pack = load(folder)
    rows = list(untranslated(pack, "es"))
    assert len(rows) > len(pack.rules())
    own = [one for one in rows if one.file == "alerts.toml"]
    tables = tomli.loads(skeleton(own))
    assert set(tables) == {one.id for one in own}
    assert tables["avoid-burosumab"]["of"] == of(pack, "avoid-burosumab")
    assert tables["avoid-burosumab"]["short"] == ""
    phrases = tomli.loads(skeleton([one for one in rows if one.file == "phrases.toml"]))
    assert "expert opinion" in phrases["phrases"]


def test_texts_are_counted_by_language(folder: Path) -> None:
    pack = load(folder)
    counts = text_counts(pack)
    assert counts["es"] == 0
    mark = of(pack, "avoid-oral-phosphate")
    entry = f'["avoid-oral-phosphate"]\nof = "{mark}"\n'
    entry += 'text = "a"\nshort = "b"\npatient_text = "c"\n'
    assert text_counts(translate(folder, "alerts.toml", entry)) == {**counts, "es": 1}


@pytest.mark.usefixtures("spanish")
def test_an_assessment_is_in_the_chosen_language_and_decides_the_same(folder: Path) -> None:
    plain = load(folder)
    mark = of(plain, "avoid-oral-phosphate")
    entry = f'["avoid-oral-phosphate"]\nof = "{mark}"\n'
    entry += 'text = "Evite."\nshort = "b"\npatient_text = "c"\n'
    pack = translate(folder, "alerts.toml", entry)
    case = case_of(flagged("serum_phosphate", "high", "2025-01-01"), mass("M1", "hip"))
    told = assess(case, derive(case), pack=pack)
    assert {a.id: a.text for a in told.alerts}["avoid-oral-phosphate"] == "Evite."
    use_language("en")
    english = assess(case, derive(case), pack=pack)
    assert [a.id for a in told.alerts] == [a.id for a in english.alerts]
    assert [c.standing for c in told.differential] == [c.standing for c in english.differential]


def test_grounding_is_told_in_the_chosen_language_and_in_english_without_a_translation() -> None:
    assert grounding("TC-01").text == guidance_pack().statements["TC-01"].text


@pytest.mark.usefixtures("spanish")
def test_how_fop_stands_is_said_in_the_language_of_the_alert() -> None:
    case = case_of(present("great_toe_malformation"))
    told = assess(case, derive(case))
    stop = next(alert for alert in told.alerts if alert.id == "fop-no-biopsy")
    assert "posible" in stop.text
    assert "possible" not in stop.text
