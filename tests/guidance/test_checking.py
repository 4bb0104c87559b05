"""The checks of rule files: each error is found with its file and line, and all at once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from desktop.guidance.checking import check_folder
from desktop.guidance.loader import guidance_pack, load, read_file
from desktop.guidance.problems import Lines, PackError
from desktop.paths import resource

if TYPE_CHECKING:
    from pathlib import Path

RULE = """\
edition = "2026.1"

[[missing]]
id = "x"
text = "X"
statements = ["TC-01"]
when = { all = ["phosphate_high", "any_mass"] }
fires = [["phosphate_high", "any_mass"]]
silent = [["phosphate_high"]]
"""


ALERT = """\
severity = "warning"
short = "X"
text = "X"
forbids = ["biopsy", "calcium_based_binder", "sevelamer"]"""


def problems(tmp_path: Path, text: str) -> list[str]:
    """What is wrong with one more rule file, translations apart."""
    folder = tmp_path / "guidance"
    folder.mkdir()
    for name in ("references.toml", "concepts.toml", "statements.csv"):
        shutil.copy(resource("guidance", name), folder)
    (folder / "more.toml").write_text(text, encoding="utf-8")
    found = [str(problem) for problem in check_folder(folder).errors]
    return [p for p in found if p.startswith("more.toml") and "translated" not in p]


def test_a_rule_in_order_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, RULE) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"phosphate_high", "any_mass"] }', '"phosphate_hihg", "any_mass"] }', "7: x: no fact"),
        ('silent = [["phosphate_high"]]', 'silent = [["phosphat"]]', "9: x: no fact is called"),
        ('["TC-01"]', '["TC-99"]', "6: x: no statement 'TC-99'"),
        ('statements = ["TC-01"]', 'references = ["nobody"]', "6: x: no reference 'nobody'"),
        ('statements = ["TC-01"]\n', "", "4: x: give statements, references or a basis"),
        ('fires = [["phosphate_high", "any_mass"]]\n', "", "4: x: an example that fires"),
        ('fires = [["phosphate_high", "any_mass"]]', 'fires = [["any_mass"]]', "8: x: does not"),
        (
            'silent = [["phosphate_high"]]',
            'silent = [["phosphate_high", "any_mass"]]',
            "9: x: does not stay silent on its example phosphate_high, any_mass",
        ),
        ('text = "X"', 'text = "X"\ntxet = "Y"', "6: x: Object contains unknown field `txet`"),
        ('text = "X"', "text = 1", "5: x: Expected `str`"),
        ("[[missing]]", "[[mising]]", "3: no section is called 'mising'"),
        ("[[missing]]", "[[missing]", "3: "),
        ('edition = "2026.1"', "", "1: an edition is missing"),
        (
            'text = "X"',
            'text = "X"\nvalid_from = 2026-02-01\nvalid_until = 2026-01-31',
            "7: x: ends before it begins",
        ),
        ('text = "X"', 'text = "X"\nvalid_from = "soon"', "6: x: Invalid RFC3339"),
        ('text = "X"', 'text = "X"\nreplaces = "w"', "6: x: replaces 'w', which is no rule"),
        ('text = "X"', 'text = "X"\noverrides = "w"', "6: x: approvals and overrides are for a"),
    ],
)
def test_an_error_is_told_with_its_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in RULE
    found = problems(tmp_path, RULE.replace(old, new, 1))
    assert [text for text in found if text.startswith(f"more.toml:{told}")], found


def test_all_problems_are_told_not_only_the_first(tmp_path: Path) -> None:
    spoiled = RULE.replace("TC-01", "TC-99").replace('["phosphate_high"]]', '["phosphat"]]')
    again = spoiled.replace('edition = "2026.1"', "").replace('"x"', '"y"')
    found = problems(tmp_path, spoiled + again)
    assert [text.partition(": ")[0] for text in found] == [
        "more.toml:6",
        "more.toml:9",
        "more.toml:15",
        "more.toml:18",
    ]


def test_an_id_that_is_taken_is_told_where_it_is_given_again(tmp_path: Path) -> None:
    again = RULE.replace('edition = "2026.1"', "")
    found = problems(tmp_path, RULE + again)
    assert found == ["more.toml:13: x: the id is taken by more.toml"]


SUCCESSOR = """
[[missing]]
id = "y"
replaces = "x"
valid_from = 2026-03-01
text = "Y"
basis = "general"
when = "any_mass"
"""


@pytest.mark.parametrize(
    ("until", "is_wrong"),
    [("2026-02-28", False), ("2026-03-01", True), ("2027-01-01", True), ("", True)],
)
def test_a_successor_counts_only_after_the_rule_that_it_replaces(
    tmp_path: Path, until: str, *, is_wrong: bool
) -> None:
    ends = f"text = 'X'\nvalid_until = {until}" if until else "text = 'X'"
    found = problems(tmp_path, RULE.replace('text = "X"', ends) + SUCCESSOR)
    told = ["y: counts on the same days as x"] if is_wrong else []
    assert [text.partition(": ")[2].partition(",")[0] for text in found] == told


def test_an_alert_too_long_for_the_banner_and_an_odd_interval_are_errors(tmp_path: Path) -> None:
    text = """\
edition = "2026.1"

[[alert]]
id = "long"
severity = "info"
text = "Long."
short = "This text is far too long to fit into the banner of the window"
basis = "general"
when = "any_mass"

[[monitoring]]
id = "odd"
what = "Odd"
text = "Odd."
every = "P0.5M"
rhythm = "expert opinion"
basis = "general"
when = "any_mass"
"""
    found = problems(tmp_path, text)
    assert found[0] == "more.toml:7: long: the short text is longer than 45 characters"
    assert found[1].startswith("more.toml:15: odd: 'P0.5M' is not a duration")


def test_a_forbidden_action_that_no_reader_knows_is_an_error(tmp_path: Path) -> None:
    alert = RULE.replace("[[missing]]", "[[alert]]").replace('text = "X"', ALERT)
    assert problems(tmp_path, alert) == []
    misspelt = alert.replace("calcium_based_binder", "calcium_based_bindr")
    other = tmp_path / "other"
    other.mkdir()
    told = problems(other, misspelt)
    assert told == ["more.toml:8: x: no action or drug is called 'calcium_based_bindr'"]


def test_a_letter_that_is_no_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(b'edition = "1"\n\n# \xff\n')
    with pytest.raises(PackError, match=r"own\.toml:3: "):
        read_file(path)


def test_a_file_that_cannot_be_read_is_told_once_and_not_for_each_translation(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "guidance"
    shutil.copytree(resource("guidance"), folder)
    path = folder / "monitoring.toml"
    path.write_text("broken =\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    found = [str(problem) for problem in check_folder(folder).errors]
    assert len(found) == 1
    assert found[0].startswith("monitoring.toml:1: ")


def test_reading_rules_refuses_with_every_problem(tmp_path: Path) -> None:
    path = tmp_path / "more.toml"
    path.write_text(RULE.replace('text = "X"', "text = 1"), encoding="utf-8")
    with pytest.raises(PackError, match=r"more\.toml:5") as caught:
        read_file(path)
    assert [problem.line for problem in caught.value.problems] == [5]
    with pytest.raises(PackError, match="disorders without rules"):
        load(tmp_path)


def test_the_shipped_rules_are_in_order_but_for_translations() -> None:
    checked = check_folder(resource("guidance"))
    told = [str(p) for p in checked.errors if "(es)" not in str(p)]
    assert told == []
    assert checked.texts["en"] > len(guidance_pack().rules())


def test_lines_are_found_in_texts_that_look_like_headers() -> None:
    lines = Lines('a = """\n[[alert]]\n"""\n[[alert]] # first\n\n[[alert]]\nid = "two"\nx = 1\n')
    assert lines.nth("alert", 1) == 4
    assert lines.nth("alert", 2, "x") == 8
    assert lines.named("two") == 7
    assert lines.named("two", "x") == 8
    assert lines.named("three") == 1
