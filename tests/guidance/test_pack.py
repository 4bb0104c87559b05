"""The rule files: every example, every name, every statement; and what is refused."""

from __future__ import annotations

import shutil
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from desktop.domain.disorders import DISORDER_KEYS
from desktop.guidance import pack as p
from desktop.guidance.alerts import BANNER
from desktop.guidance.catalog import concept_conditions, fact_names
from desktop.guidance.checking import check_folder
from desktop.guidance.facts import Facts, supposed
from desktop.guidance.loader import guidance_pack, load, read_file
from desktop.guidance.logic import holds
from desktop.guidance.monitoring import after
from desktop.guidance.naming import fact_names_in
from desktop.guidance.problems import PackError
from desktop.guidance.sources import grounding
from desktop.paths import resource
from tests.guidance.making import AS_OF

if TYPE_CHECKING:
    from pathlib import Path

PACK = guidance_pack()
RULES = PACK.rules()
GOOD = """
edition = "2026.1"

[[criterion]]
id = "x"
text = "X"
statements = ["TC-01"]
when = "phosphate_high"
"""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_example_fires_or_stays_silent_as_it_must(rule: p.Rule) -> None:
    for example in rule.firing():
        facts = Facts(supposed(example), concept_conditions(PACK))
        assert holds(rule.when, facts.truth) is True, example
    for example in rule.keeping_silent():
        facts = Facts(supposed(example), concept_conditions(PACK))
        assert holds(rule.when, facts.truth) is not True, example


def test_every_fact_that_a_rule_names_exists() -> None:
    known = fact_names(PACK)
    stray = {name: where for name, where in fact_names_in(PACK.files) if name not in known}
    assert not stray


def test_every_statement_of_the_source_has_its_effect_somewhere() -> None:
    cited = set(chain.from_iterable(rule.statements for rule in RULES))
    cited |= {remark.statement for file in PACK.files for remark in file.remark}
    assert len(PACK.statements) == 48
    assert sorted(set(PACK.statements) - cited) == []


def test_a_statement_that_is_only_a_remark_is_the_one_on_ancestry() -> None:
    in_rules = set(chain.from_iterable(rule.statements for rule in RULES))
    assert set(PACK.statements) - in_rules == {"TC-07"}


def test_ancestry_is_never_a_criterion() -> None:
    names = {name for name, _ in fact_names_in(PACK.files)}
    assert not [name for name in names if "ancestry" in name or "ethnic" in name]


def test_every_disorder_key_has_its_rules_once() -> None:
    keys = [rule.key for file in PACK.files for rule in file.disorder]
    assert sorted(keys) == sorted(DISORDER_KEYS)
    priors = [rule.prior for file in PACK.files for rule in file.disorder]
    assert len(set(priors)) == len(priors)


def test_every_reference_is_used() -> None:
    used = set(chain.from_iterable(rule.references for rule in RULES))
    used |= {key for file in PACK.files for remark in file.remark for key in remark.references}
    assert sorted(set(PACK.references()) - used) == []


def test_every_reference_has_a_short_label_of_its_own() -> None:
    labels = [reference.label for reference in PACK.references().values()]
    assert len(set(labels)) == len(labels)
    assert [label for label in labels if len(label) > 24] == []


def test_statements_and_references_are_never_mixed_in_a_rule() -> None:
    assert not [rule.id for rule in RULES if rule.statements and rule.references]


def test_short_texts_fit_the_banner() -> None:
    longest = "established"
    shorts = [a.short.replace("{fop}", longest) for f in PACK.files for a in f.alert]
    assert [text for text in shorts if len(text) > BANNER] == []


def test_only_contraindications_say_no_or_do_not() -> None:
    advice = [rule for file in PACK.files for rule in file.management]
    warned = [a for f in PACK.files for a in f.alert if a.severity == "warning"]
    assert [rule.id for rule in advice if rule.text.startswith(("No ", "Do not"))] == []
    assert [rule.id for rule in warned if rule.text.startswith(("No ", "Do not"))] == []
    stops = [a for f in PACK.files for a in f.alert if a.severity == "contraindication"]
    assert [rule.id for rule in stops if "not " not in rule.text] == []


def test_texts_are_american_and_calm() -> None:
    texts = [f"{rule.text} {rule.patient_text}" for rule in RULES]
    british = ("calcaemia", "phosphataemia", "tumour", "ionised", "haemo", "aluminium", "oedema")
    assert [t for t in texts if any(word in t.lower() for word in british)] == []
    assert [t for t in texts if "!" in t] == []


def test_every_interval_can_be_added_to_a_day() -> None:
    for file in PACK.files:
        for rule in file.monitoring:
            assert after(AS_OF, rule.every) > AS_OF, rule.id


def test_a_superseded_statement_keeps_its_text_and_says_what_is_wrong() -> None:
    surgery = grounding("TX-01")
    assert surgery.is_superseded
    assert "recur" in surgery.text
    assert "complications" in surgery.remark
    assert grounding("gr-hftc").kind == "reference"
    assert grounding("gr-hftc").label == "GeneReviews HFTC"
    assert grounding("TX-01").label == "TX-01"
    with pytest.raises(KeyError):
        grounding("no-such-source")


@pytest.mark.parametrize(
    ("spoiled", "told"),
    [
        (GOOD.replace('"TC-01"', '"TC-99"'), "x: no statement 'TC-99'"),
        (GOOD + 'references = ["gr-hftc"]\n', "only one of them"),
        (GOOD.replace('statements = ["TC-01"]', ""), "only one of them"),
        (GOOD.replace('when = "phosphate_high"', "when = {}"), "x: a group without conditions"),
        (GOOD + 'weigth = "major"\n', "weigth"),
        (GOOD.replace("[[criterion]]", "[[criterium]]"), "criterium"),
        (GOOD.replace('edition = "2026.1"', ""), "edition"),
        (GOOD.replace('id = "x"', 'id = "hftc-phosphate"'), "hftc-phosphate: the id is taken"),
        (GOOD.replace('when = "phosphate_high"', 'when = { any = ["a", "b"] }'), "example"),
        (GOOD + 'of = ["gout_tophus"]\n', "gout_tophus not in this file"),
        ("edition = 1 2", "spoiled.toml"),
    ],
)
def test_a_spoiled_rule_file_is_refused_by_name(tmp_path: Path, spoiled: str, told: str) -> None:
    folder = tmp_path / "guidance"
    shutil.copytree(resource("guidance"), folder)
    (folder / "spoiled.toml").write_text(spoiled, encoding="utf-8")
    with pytest.raises(PackError, match="spoiled") as caught:
        load(folder)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("phosphate_hihg", "no fact is called 'phosphate_hihg'"),
        ("fop.possible", "'fop.possible' is known only after the differential"),
    ],
)
def test_a_rule_on_a_fact_that_cannot_be_known_is_refused(
    tmp_path: Path, name: str, told: str
) -> None:
    folder = tmp_path / "guidance"
    shutil.copytree(resource("guidance"), folder)
    text = GOOD.replace("phosphate_high", name)
    (folder / "spoiled.toml").write_text(text, encoding="utf-8")
    found = [str(problem) for problem in check_folder(folder).errors]
    assert f"spoiled.toml:8: x: {told}" in "\n".join(found)


def test_a_folder_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="There are no rule files"):
        load(tmp_path)


def test_a_pack_that_forgets_a_disorder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "guidance"
    shutil.copytree(resource("guidance"), folder)
    (folder / "fop.toml").unlink()
    with pytest.raises(PackError, match="fop"):
        load(folder)


def test_the_shipped_pack_names_only_facts_that_can_be_known() -> None:
    known = fact_names(PACK)
    assert {name for name, _ in fact_names_in(PACK.files)} <= known
    assert read_file(resource("guidance", "fop.toml")).disorder[0].stays_possible
