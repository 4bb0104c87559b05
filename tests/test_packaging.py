"""The parts of the program folder that can be tried out without building it."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.work import sandbox_process

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[1]
PACKAGING = ROOT / "resources" / "packaging"


def _load(name: str) -> ModuleType:
    path = PACKAGING / f"{name}.py"
    specification = importlib.util.spec_from_file_location(f"{name}_under_test", path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_packaged_program_knows_the_word_that_makes_it_the_reader() -> None:
    assert _load("program").READER == sandbox_process.VERB


def test_packaged_program_as_the_reader_is_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[str] = []
    monkeypatch.setattr("desktop.work.sandbox_child.main", lambda: served.append("reader"))
    monkeypatch.setattr("desktop.cli.main", lambda: served.append("command"))
    monkeypatch.setattr(sys, "argv", ["calcinosis-registry", sandbox_process.VERB])
    assert _load("program").main() == 0
    assert served == ["reader"]


def test_packaged_program_without_streams_can_print(monkeypatch: pytest.MonkeyPatch) -> None:
    def command() -> int:
        print("nobody sees this")  # noqa: T201 - what a command does
        print("nor this", file=sys.stderr)  # noqa: T201
        return 3

    monkeypatch.setattr("desktop.cli.main", command)
    monkeypatch.setattr(sys, "argv", ["Calcinosis Registry.exe"])
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert _load("program").main() == 3
    for stream in (sys.stdout, sys.stderr):
        stream.close()


def test_sign_of_the_program_is_drawn_for_every_system(tmp_path: Path) -> None:
    pytest.importorskip("PIL")
    from PIL import Image

    _load("build").make_icons(tmp_path)
    with Image.open(tmp_path / "icon.ico") as icon:
        assert {(16, 16), (32, 32), (256, 256)} <= set(icon.info["sizes"])
    with Image.open(tmp_path / "icon.icns") as icon:
        assert icon.format == "ICNS"
    with Image.open(tmp_path / "icon-256.png") as icon:
        middle, corner = icon.getpixel((20, 128)), icon.getpixel((0, 0))
    assert middle == (11, 92, 122, 255)
    assert corner == (0, 0, 0, 0)


def test_texts_of_packages_that_only_build_it_are_left_out() -> None:
    is_inside = _load("build").is_inside
    assert all(map(is_inside, ("numpy", "sqlcipher3", "PySide6_Essentials", "et_xmlfile")))
    assert not any(map(is_inside, ("pip", "pytest", "pypdf", "pyinstaller", "cli")))


def test_folder_gets_every_licence_that_the_third_party_page_names(tmp_path: Path) -> None:
    build = _load("build")
    inside = tmp_path / "_internal"
    inside.mkdir()
    for name in build.LICENSES:
        assert (ROOT / name).is_file(), name
    build.copy_package_licenses(tmp_path / "packages")
    texts = {path.name.partition("-licenses")[0] for path in (tmp_path / "packages").iterdir()}
    assert {"numpy", "reportlab", "sqlite-utils", "cryptography"} <= texts
    own = {path.name for path in (PACKAGING / "licenses").iterdir()}
    assert own == {"README.txt", "GPL-3.0.txt", "LGPL-3.0.txt", "Python.txt"}


@pytest.mark.skipif(sys.platform != "linux", reason="a menu of a Linux desktop")
class TestMenu:
    """The entry in the menu, from wherever the folder lies."""

    def _folder(self, tmp_path: Path) -> Path:
        folder = tmp_path / 'my "programs" $HOME & more'
        folder.mkdir()
        for name in ("add-to-menu", "calcinosis-registry.desktop"):
            (folder / name).write_bytes((PACKAGING / name).read_bytes())
        return folder

    def _run(self, folder: Path, *arguments: str) -> Path:
        share = folder.parent / "share"
        environment = {**os.environ, "XDG_DATA_HOME": str(share)}
        command = ["sh", str(folder / "add-to-menu"), *arguments]
        subprocess.run(command, check=True, capture_output=True, env=environment)
        return share / "applications" / "calcinosis-registry.desktop"

    def test_entry_names_the_program_where_it_lies(self, tmp_path: Path) -> None:
        folder = self._folder(tmp_path)
        lines = self._run(folder).read_text(encoding="utf-8").splitlines()
        (command,) = (line for line in lines if line.startswith("Exec="))
        quoted = command.removeprefix("Exec=").replace("\\\\", "\\")
        path = quoted.rpartition('"')[0].removeprefix('"')
        for sign in '"$`':
            path = path.replace(f"\\{sign}", sign)
        assert path == f"{folder}/calcinosis-registry"
        assert command.endswith(" open %f")
        assert f"Icon={folder}/calcinosis-registry.png" in lines

    def test_entry_can_be_taken_away_again(self, tmp_path: Path) -> None:
        folder = self._folder(tmp_path)
        assert self._run(folder).exists()
        assert not self._run(folder, "remove").exists()
