"""The commands ``rules check`` and ``rules texts``: for whoever writes or translates rules."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
import tomli

from desktop.cli import main
from desktop.domain.errors import UserError
from desktop.paths import resource
from desktop.work.rules import checks_of, texts_json, texts_toml

if TYPE_CHECKING:
    from pathlib import Path

OWN = """\
approved_by = "Dr. Example"
approved_on = 2026-02-03

[[alert]]
id = "own"
severity = "info"
short = "S"
text = "T"
when = "any_mass"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "clinic.registry.rules"
    made.mkdir()
    (made / "own.toml").write_text(OWN, encoding="utf-8")
    return made


def test_rules_in_order_give_a_summary_and_status_0(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rules", "check", str(folder)]) == 0
    told = capsys.readouterr()
    assert "clinic.registry.rules: in order" in told.out
    assert "1 files, 1 rules, texts en 1, es 0" in told.out
    assert "warning: own.toml:5: own: not translated (es)" in told.err


def test_every_problem_goes_to_standard_error_with_status_1(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoiled = OWN.replace("any_mass", "any_masss").replace('"S"', f'"{"S" * 46}"')
    (folder / "own.toml").write_text(spoiled, encoding="utf-8")
    assert main(["rules", "check", str(folder)]) == 1
    told = capsys.readouterr()
    assert "own.toml:9: own: no fact is called 'any_masss'" in told.err
    assert "own.toml:7: own: the short text is longer" in told.err
    assert "2 errors" in told.out


def test_the_check_is_json_where_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rules", "check", str(folder), "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["local"] is True
    assert told["rules"] == 1
    assert "+local " in told["edition"]
    (problem,) = told["problems"]
    assert (problem["file"], problem["line"], problem["rule"]) == ("own.toml", 5, "own")
    assert problem["severity"] == "warning"


def test_without_a_folder_the_shipped_rules_are_checked() -> None:
    (check,) = checks_of([])
    assert not check.is_local
    assert check.files == len(list(resource("guidance").glob("*.toml")))
    assert [str(p) for p in check.errors if "(es)" not in p.text] == []


def test_a_folder_without_rules_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rules", "check", str(tmp_path / "absent")]) == 1
    assert "There are no rule files" in capsys.readouterr().err
    with pytest.raises(UserError, match="no rule files"):
        checks_of([tmp_path])


def test_a_whole_guidance_is_known_by_its_statements(tmp_path: Path) -> None:
    copied = tmp_path / "guidance"
    shutil.copytree(resource("guidance"), copied)
    (copied / "fop.toml").unlink()
    (check,) = checks_of([copied])
    assert not check.is_local
    assert "disorders without rules: fop" in "\n".join(p.text for p in check.errors)


def test_texts_that_a_language_lacks_are_listed_to_be_filled_in(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copied = folder.parent / "plain"
    shutil.copytree(resource("guidance"), copied, ignore=shutil.ignore_patterns("es"))
    assert main(["rules", "texts", "es", str(copied)]) == 0
    assert "# ---- alerts.toml" in capsys.readouterr().out
    listed = texts_json("es", copied)
    one = next(row for row in listed if row["id"] == "avoid-burosumab")
    assert one["state"] == "missing"
    assert isinstance(one["texts"], dict)
    assert set(one["texts"]) >= {"text", "short"}
    lines = texts_toml("es", copied).partition("# ---- concepts")[0]
    part = lines.partition("# ---- alerts.toml")[2].partition("# ----")[0]
    assert tomli.loads(part)["avoid-burosumab"]["of"] == one["of"]


@pytest.mark.parametrize("language", ["en", "xx"])
def test_a_language_without_translations_is_refused(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rules", "texts", language]) == 1
    assert "There are: es." in capsys.readouterr().err


def test_rules_without_a_job_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["rules"])
    assert stopped.value.code == 2
