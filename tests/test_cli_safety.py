"""Copies, backups, restore, salvage and verification from the command line."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.cli import main
from desktop.db import backups, vault

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("cheap_keys")

PASSPHRASE = "nine purple elephants"  # noqa: S105 - of a test


@pytest.fixture(params=["plain", "encrypted"])
def registry(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Path:
    path = tmp_path / "clinic.registry"
    if request.param == "encrypted":
        monkeypatch.setenv("CALCINOSIS_PASSPHRASE", PASSPHRASE)
    assert main(["demo", str(path), "--patients", "2"]) == 0
    capsys.readouterr()
    return path


def test_a_copy_goes_out_and_comes_back_with_its_keys(registry: Path, tmp_path: Path) -> None:
    copy, back = tmp_path / "copy.registry", tmp_path / "back.registry"
    assert main(["backup", str(registry), "-o", str(copy)]) == 0
    assert main(["restore", str(copy), "-o", str(back)]) == 0
    assert main(["verify", str(back)]) == 0
    assert vault.is_encrypted(back) == vault.is_encrypted(registry)
    assert main(["restore", str(copy), "-o", str(back)]) == 1


def test_backups_are_made_listed_tried_and_removed(
    registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backups", str(registry), "make"]) == 0
    assert main(["backups", str(registry), "drill"]) == 0
    capsys.readouterr()
    assert main(["backups", str(registry), "list", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["state"], told["counts"]["patients"]) == ("tried", 2)
    (file,) = backups.folder_of(registry).glob("*.registry")
    assert main(["backups", str(registry), "remove", file.name]) == 0
    assert main(["backups", str(registry), "remove", file.name]) == 1
    assert main(["backups", str(registry), "list"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "0 backups"


def test_a_second_place_is_chosen_and_given_up(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "disk").mkdir()
    assert main(["backups", str(registry), "place", str(tmp_path / "disk")]) == 0
    assert main(["backups", str(registry), "make"]) == 0
    assert list((tmp_path / "disk" / "clinic.registry.backups").glob("*.json"))
    assert main(["backups", str(registry), "place", "--none"]) == 0
    assert "no second place" in capsys.readouterr().out


def test_a_damaged_registry_is_told_and_salvaged(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = bytearray(registry.read_bytes())
    content[-9 * 4096 : -4096] = b"\xff" * (8 * 4096)
    registry.write_bytes(bytes(content))
    assert main(["verify", str(registry)]) == 1
    told = capsys.readouterr()
    assert "The registry is damaged." in told.out
    assert told.err
    assert main(["salvage", str(registry), "-o", str(tmp_path / "saved.registry")]) == 0
    assert "saved" in capsys.readouterr().out
    assert main(["list", str(tmp_path / "saved.registry")]) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_registry_that_others_can_read_is_not_called_damaged(
    registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    registry.chmod(0o644)
    assert main(["verify", str(registry)]) == 1
    told = capsys.readouterr()
    assert "chmod" in told.err
    assert "damaged" not in told.out
    assert "The records are sound" in told.out


def test_verify_tells_each_check_as_json(
    registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(registry), "--json", "--quick"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["sound"]
    assert told["complete"]
    assert {"pages", "audit", "shape"} <= {one["check"] for one in told["checks"]}
    assert main(["verify", str(registry), "--head", told["head"]]) == 0
    assert main(["verify", str(registry), "--head", "999·00000000"]) == 1
    assert main(["verify", str(registry), "--head", "nonsense"]) == 1


def test_without_a_passphrase_verify_checks_what_needs_none(
    registry: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CALCINOSIS_PASSPHRASE", raising=False)
    assert main(["verify", str(registry)]) == 0
    is_whole = "The registry is sound." in capsys.readouterr().out
    assert is_whole != vault.is_encrypted(registry)
