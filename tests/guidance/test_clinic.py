"""A clinic's own rules: beside the shipped ones, told apart, and never silently lost."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from desktop.domain.when import parse_when, shown
from desktop.guidance import clinic
from desktop.guidance.assess import assess
from desktop.guidance.clinic import pack_for, read_clinic_rules, rules_folder
from desktop.guidance.loader import guidance_pack
from desktop.measures.derived import derive
from tests.guidance.making import case_of, flagged, mass

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.guidance.assessment import Assessment

HEAD = """\
approved_by = "Dr. Example"
approved_on = 2026-02-03
"""
OWN = (
    HEAD
    + """
[[alert]]
id = "own-latex"
severity = "warning"
short = "Ask about latex"
text = "Ask about latex before each procedure."
when = "any_mass"
"""
)
OVERRIDE = """
[[alert]]
id = "own-phosphate"
overrides = "avoid-oral-phosphate"
reason = "Enemas are not stocked here."
severity = "warning"
short = "No oral phosphate"
text = "Avoid oral phosphate."
forbids = ["oral_phosphate"]
when = "phosphate_raised"
"""
CASE = case_of(flagged("serum_phosphate", "high", "2025-01-01"), mass("M1", "hip"))


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    path = tmp_path / "clinic.registry"
    rules_folder(path).mkdir()
    return path


def write(registry: Path, text: str) -> None:
    """The clinic's one file of rules."""
    (rules_folder(registry) / "own.toml").write_text(text, encoding="utf-8")


def assessed(registry: Path) -> Assessment:
    """The assessment of one patient by the rules beside a registry."""
    return assess(CASE, derive(CASE), pack=pack_for(registry))


def errors(registry: Path, text: str) -> list[str]:
    """What is wrong with a clinic's file."""
    write(registry, text)
    paths = sorted(rules_folder(registry).glob("*.toml"))
    read = read_clinic_rules(paths, guidance_pack())
    return [str(problem) for problem in read.problems if not problem.is_warning]


def test_without_own_rules_the_shipped_guidance_holds_as_it_is(registry: Path) -> None:
    assert pack_for(registry) is guidance_pack()
    assert pack_for(None) is guidance_pack()
    assert rules_folder(registry).name == "clinic.registry.rules"


def test_own_rules_are_told_beside_the_shipped_ones_as_the_clinics(registry: Path) -> None:
    write(registry, OWN)
    told = assessed(registry)
    own = next(alert for alert in told.alerts if alert.id == "own-latex")
    assert own.local is not None
    assert (own.local.by, own.local.on) == ("Dr. Example", "2026-02-03")
    day = shown(parse_when("2026-02-03"))
    assert own.basis == f"Local: approved by Dr. Example, {day}"
    assert own.statements == own.references == ()
    assert "avoid-oral-phosphate" in {alert.id for alert in told.alerts}
    assert all(alert.local is None for alert in told.alerts if alert is not own)


def test_the_edition_tells_of_own_rules_and_changes_with_them(registry: Path) -> None:
    write(registry, OWN)
    first = assessed(registry).guidance_version
    assert first.startswith(f"{guidance_pack().edition}+local ")
    assert len(first.rpartition(" ")[2]) == 8
    write(registry, OWN.replace("Ask about latex before", "Ask for latex before"))
    assert assessed(registry).guidance_version != first


def test_own_rules_are_read_again_when_the_file_changes(registry: Path) -> None:
    write(registry, OWN)
    pack = pack_for(registry)
    assert pack_for(registry) is pack
    write(registry, OWN + OVERRIDE)
    assert pack_for(registry).rule("own-phosphate") is not None


def test_an_own_rule_stands_in_for_a_shipped_one_that_it_overrides(registry: Path) -> None:
    write(registry, OWN + OVERRIDE)
    told = {alert.id: alert for alert in assessed(registry).alerts}
    assert "avoid-oral-phosphate" not in told
    local = told["own-phosphate"].local
    assert local is not None
    assert (local.overrides, local.reason) == (
        "avoid-oral-phosphate",
        "Enemas are not stocked here.",
    )


def test_an_own_criterion_counts_for_the_disorders_that_it_names(registry: Path) -> None:
    text = """
[[criterion]]
id = "own-criterion"
of = ["gout_tophus"]
weight = "decisive"
text = "Seen here as gout"
when = "any_mass"
"""
    write(registry, HEAD + text)
    candidates = {c.disorder: c for c in assessed(registry).differential}
    ids = {
        key: [one.id for one in candidate.criteria if one.local]
        for key, candidate in candidates.items()
    }
    assert ids.pop("gout_tophus") == ["own-criterion"]
    assert not any(ids.values())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('approved_by = "Dr. Example"\n', "", "own-latex: who approved it (approved_by)"),
        ("approved_on = 2026-02-03\n", "", "own-latex: who approved it (approved_by)"),
        (
            'id = "own-latex"',
            'id = "own-latex"\nstatements = ["TC-01"]',
            "own-latex: a clinic's own rule rests on its approval alone",
        ),
        ('id = "own-latex"', 'id = "avoid-burosumab"', "own.toml:5: avoid-burosumab: the id is"),
        ('"any_mass"', '"any_masss"', "own.toml:9: own-latex: no fact is called 'any_masss'"),
        ('reason = "Enemas are not stocked here."\n', "", "own-phosphate: an override needs its"),
        (
            '"avoid-oral-phosphate"',
            '"avoid-nothing"',
            "own.toml:13: own-phosphate: overrides 'avoid-nothing', which is no shipped rule",
        ),
        (
            '"avoid-oral-phosphate"',
            '"avoid-burosumab"',
            "own.toml:13: own-phosphate: a contraindication of the shipped guidance cannot be",
        ),
        ('"avoid-oral-phosphate"', '"test-kidney"', "which is a rule of another section"),
        ("[[alert]]", "[[alert]", "own.toml:4: "),
    ],
)
def test_own_rules_that_are_not_in_order_are_told_with_their_line(
    registry: Path, old: str, new: str, told: str
) -> None:
    text = OWN + OVERRIDE
    assert errors(registry, text) == []
    found = errors(registry, text.replace(old, new, 1))
    assert told in "\n".join(found)


def test_own_rules_bring_no_literature_of_their_own(registry: Path) -> None:
    text = OWN + '\n[[reference]]\nkey = "r"\nlabel = "R"\ntitle = "R"\n'
    assert errors(registry, text) == ["own.toml:12: a clinic's own file has no section reference"]


def test_a_criterion_without_a_disorder_is_refused(registry: Path) -> None:
    text = '\n[[criterion]]\nid = "own-c"\ntext = "X"\nwhen = "any_mass"\n'
    assert "own-c: name the disorders" in errors(registry, HEAD + text)[0]
    named = text.replace('id = "own-c"', 'id = "own-c"\nof = ["gout"]')
    assert errors(registry, HEAD + named) == ["own.toml:6: own-c: no disorder 'gout'"]


def test_a_missing_translation_of_own_rules_is_only_a_warning(registry: Path) -> None:
    write(registry, OWN)
    paths = sorted(rules_folder(registry).glob("*.toml"))
    found = read_clinic_rules(paths, guidance_pack()).problems
    assert {problem.is_warning for problem in found} == {True}
    assert {problem.file for problem in found} == {"own.toml"}


def test_broken_own_rules_leave_the_shipped_ones_and_an_error_card(registry: Path) -> None:
    write(registry, OWN.replace("any_mass", "any_masss"))
    told = assessed(registry)
    assert told.guidance_version == guidance_pack().edition
    assert "avoid-oral-phosphate" in {alert.id for alert in told.alerts}
    assert [failure.rule for failure in told.failures] == ["clinic"]
    assert "own.toml:9: own-latex: no fact is called 'any_masss'" in told.failures[0].text
    assert "failed.clinic" in {alert.id for alert in told.alerts}


def test_a_fault_while_reading_own_rules_never_takes_the_shipped_ones_away(
    registry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise ZeroDivisionError

    write(registry, OWN + "\n# another text, not read before\n")
    monkeypatch.setattr(clinic, "read_clinic_rules", broken)
    told = assessed(registry)
    assert [failure.rule for failure in told.failures] == ["clinic"]
    assert "avoid-oral-phosphate" in {alert.id for alert in told.alerts}


@pytest.mark.skipif(os.geteuid() == 0, reason="an administrator may read everything")
def test_a_folder_that_cannot_be_read_is_told(registry: Path) -> None:
    write(registry, OWN)
    rules_folder(registry).chmod(0)
    try:
        assert [failure.rule for failure in assessed(registry).failures] == ["clinic"]
    finally:
        rules_folder(registry).chmod(0o700)
