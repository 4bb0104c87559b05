"""The first and every later start: what is made, what is left alone, what is said."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

START = Path(__file__).parents[1] / "start.py"

Commands = list[list[str]]


def _load(path: Path) -> ModuleType:
    specification = importlib.util.spec_from_file_location("start_under_test", path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def start(tmp_path: Path) -> ModuleType:
    """The script, standing in a folder of its own with the two files it compares."""
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    (tmp_path / "constraints.txt").write_text("numpy==2.4.6\n", encoding="utf-8")
    (tmp_path / "start.py").write_bytes(START.read_bytes())
    return _load(tmp_path / "start.py")


@pytest.fixture
def commands(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """The set-up's commands, recorded; making the environment leaves a Python there."""
    recorded: Commands = []

    def record(command: list[str]) -> None:
        recorded.append(command)
        if "venv" in command:
            start.environment_python().parent.mkdir(parents=True)
            start.environment_python().touch()

    monkeypatch.setattr(start, "set_up", record)
    return recorded


def test_first_start_makes_the_environment_and_stamps_it_last(
    start: ModuleType, commands: Commands
) -> None:
    python = start.ensure_environment(with_tools=False)

    assert python == start.environment_python()
    assert [command[3] for command in commands] == ["venv", "pip", "pip"]
    assert commands[-1][-2:] == ["--editable", str(start.HOME)]
    assert str(start.HOME / "constraints.txt") in commands[-1]
    assert start.is_ready(with_tools=False)
    assert not start.unfinished_path().exists()


def test_second_start_runs_nothing(start: ModuleType, commands: Commands) -> None:
    start.ensure_environment(with_tools=False)
    commands.clear()
    start.ensure_environment(with_tools=False)
    assert commands == []


def test_tools_are_added_when_tests_are_asked_for_and_serve_the_program_too(
    start: ModuleType, commands: Commands
) -> None:
    start.ensure_environment(with_tools=False)
    assert not start.is_ready(with_tools=True)
    commands.clear()
    start.ensure_environment(with_tools=True)
    assert commands[-1][-1] == f"{start.HOME}[dev]"
    assert "venv" not in commands[0]
    assert start.is_ready(with_tools=False)


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_changed_requirements_bring_the_environment_up_to_date_with_its_tools(
    start: ModuleType, commands: Commands, name: str
) -> None:
    start.ensure_environment(with_tools=True)
    commands.clear()
    (start.HOME / name).write_text("changed", encoding="utf-8")

    assert not start.is_ready(with_tools=False)
    start.ensure_environment(with_tools=False)

    assert [command[3] for command in commands] == ["pip", "pip"]
    assert start.is_ready(with_tools=True)


def test_interrupted_set_up_is_removed_and_made_anew(start: ModuleType, commands: Commands) -> None:
    start.environment_python().parent.mkdir(parents=True)
    start.environment_python().touch()
    start.unfinished_path().touch()
    remnant = start.ENVIRONMENT / "half-installed"
    remnant.touch()

    start.ensure_environment(with_tools=False)

    assert not remnant.exists()
    assert commands[0][3] == "venv"
    assert start.is_ready(with_tools=False)


def test_failed_installation_leaves_no_stamp(
    start: ModuleType, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_what: str) -> None:
        raise start.CannotStartError

    monkeypatch.setattr(start, "install", refuse)
    with pytest.raises(start.CannotStartError):
        start.ensure_environment(with_tools=False)
    assert not start.is_ready(with_tools=False)
    assert start.unfinished_path().exists()
    assert len(commands) == 1


def test_environment_copied_from_another_folder_is_not_used(
    start: ModuleType, commands: Commands
) -> None:
    start.ensure_environment(with_tools=False)
    commands.clear()
    written = start.stamp_path().read_text(encoding="utf-8")
    elsewhere = written.replace(str(start.HOME), "elsewhere")
    start.stamp_path().write_text(elsewhere, encoding="utf-8")

    start.ensure_environment(with_tools=False)

    assert commands[0][3] == "venv"


def test_environment_that_lost_its_python_is_made_anew(
    start: ModuleType, commands: Commands
) -> None:
    start.ensure_environment(with_tools=False)
    commands.clear()
    start.environment_python().unlink()
    start.ensure_environment(with_tools=False)
    assert commands[0][3] == "venv"


def test_environment_made_by_hand_is_kept_and_completed(
    start: ModuleType, commands: Commands
) -> None:
    start.environment_python().parent.mkdir(parents=True)
    start.environment_python().touch()
    own = start.ENVIRONMENT / "own-work"
    own.touch()

    start.ensure_environment(with_tools=False)

    assert own.exists()
    assert [command[3] for command in commands] == ["pip", "pip"]


def test_second_of_two_starts_waits_and_finds_the_work_done(
    start: ModuleType, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_holds_the_lock = threading.Event()
    make = start.make_environment

    def make_slowly(*, with_tools: bool) -> None:
        first_holds_the_lock.set()
        second.start()
        second.join(timeout=0.2)
        assert second.is_alive(), "the second start did not wait"
        make(with_tools=with_tools)

    second = threading.Thread(target=start.ensure_environment, kwargs={"with_tools": False})
    monkeypatch.setattr(start, "make_environment", make_slowly)
    start.ensure_environment(with_tools=False)
    second.join(timeout=10)

    assert first_holds_the_lock.is_set()
    assert not second.is_alive()
    assert len(commands) == 3


@pytest.mark.parametrize(
    ("arguments", "passed_on"),
    [
        ([], ["demonstration"]),
        (["list", "a b.registry", "--json"], ["list", "a b.registry", "--json"]),
        (["--help"], ["--help"]),
    ],
)
def test_arguments_reach_the_program_as_they_are(
    start: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    passed_on: list[str],
) -> None:
    handed: Commands = []

    def hand_over(command: list[str]) -> int:
        handed.append(command)
        return 7

    monkeypatch.setattr(start, "ensure_system", lambda **_: None)
    monkeypatch.setattr(start, "ensure_environment", lambda **_: Path("python"))
    monkeypatch.setattr(start, "hand_over", hand_over)

    assert start.main(arguments) == 7
    assert handed == [["python", "-P", "-m", "desktop", *passed_on]]


@pytest.mark.parametrize(
    ("arguments", "windowed"),
    [([], True), (["open"], True), (["test"], True), (["import", "x.registry", "folder"], False)],
)
def test_only_what_shows_a_window_asks_for_its_libraries(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, arguments: list[str], windowed: bool
) -> None:
    def refuse(*, windowed: bool, new_environment: bool, packaging: bool) -> None:
        del packaging
        raise start.CannotStartError(f"{windowed=} {new_environment=}")

    said: list[str] = []
    monkeypatch.setattr(start, "ensure_system", refuse)
    monkeypatch.setattr(start, "say", said.append)

    assert start.main(arguments) == 1
    assert said == [f"windowed={windowed} new_environment=True"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks libraries of Qt")
class TestLibraries:
    """Missing system libraries on Linux."""

    def test_unknown_library_is_found_missing_and_the_loader_s_own_is_not(
        self, start: ModuleType
    ) -> None:
        absent = start.Library("libnothing-of-the-kind.so.9", ("libnothing9",))
        present = start.Library("libc.so.6", ("libc6",))
        assert start.missing_libraries((absent, present)) == [absent]

    def test_without_root_the_exact_command_is_named(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        monkeypatch.setattr(start, "known_name", lambda choice: choice[-1])
        choices = [("libegl1",), ("libglib2.0-0t64", "libglib2.0-0")]
        with pytest.raises(start.CannotStartError) as refusal:
            start.install_packages(choices, "Qt needs libraries")
        last = str(refusal.value).splitlines()[-1]
        assert last.endswith(": sudo apt-get install libegl1 libglib2.0-0")

    def test_everything_missing_is_told_at_once_with_one_command(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(start, "missing_libraries", list)
        monkeypatch.setattr(start, "find_spec", lambda name: None if name == "ensurepip" else name)
        monkeypatch.setattr(start, "has_display", lambda: False)
        monkeypatch.setattr(start.shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        monkeypatch.setattr(start, "known_name", lambda choice: choice[-1])
        with pytest.raises(start.CannotStartError) as refusal:
            start.ensure_system(windowed=True, new_environment=True)
        *complaints, command = str(refusal.value).splitlines()
        assert "libEGL.so.1" in complaints[0]
        assert "libxcb-cursor.so.0" not in complaints[0], "no display: not what fails now"
        assert "ensurepip" in complaints[1]
        assert command.startswith("Install them with: sudo apt-get install libegl1 ")
        assert " libxcb-cursor0 " in command, "one command brings all that a desktop needs"
        assert command.endswith(f" python3.{sys.version_info.minor}-venv")

    def test_root_gets_the_packages_installed_after_fetching_lists_if_there_are_none(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ran: Commands = []

        def apt(command: list[str]) -> bool:
            ran.append(command)
            return True

        monkeypatch.setattr(os, "geteuid", lambda: 0)
        monkeypatch.setattr(start, "is_known", lambda _package: False)
        monkeypatch.setattr(start, "apt", apt)
        start.install_packages([("libegl1",)], "Qt needs libraries.")
        assert [command[1] for command in ran] == ["update", "install"]
        assert ran[-1][-1] == "libegl1"

    def test_system_without_apt_is_told_the_names(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(start, "missing_libraries", list)
        monkeypatch.setattr(start.shutil, "which", lambda _name: None)
        with pytest.raises(start.CannotStartError, match=r"libEGL\.so\.1[\s\S]*package manager"):
            start.ensure_system(windowed=True, new_environment=False)

    def test_newer_name_of_a_package_is_taken_where_the_release_has_it(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(start, "is_known", lambda package: package.endswith("t64"))
        assert start.known_name(("libcups2t64", "libcups2")) == "libcups2t64"
        monkeypatch.setattr(start, "is_known", lambda _package: False)
        assert start.known_name(("libcups2t64", "libcups2")) == "libcups2"

    @pytest.mark.parametrize(
        ("variables", "expected"),
        [
            ({}, False),
            ({"DISPLAY": ":0"}, True),
            ({"WAYLAND_DISPLAY": "wayland-0"}, True),
            ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ],
    )
    def test_display_is_told_from_the_surroundings(
        self,
        start: ModuleType,
        monkeypatch: pytest.MonkeyPatch,
        variables: dict[str, str],
        expected: bool,
    ) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        assert start.has_display() is expected


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing has to be installed")
class TestPackaging:
    """What the building of a program folder asks of Linux."""

    def test_missing_tools_and_library_are_told_with_their_packages(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(start.shutil, "which", lambda _name: None)
        monkeypatch.setattr(start, "loads", lambda _soname: False)
        monkeypatch.setattr(start, "missing_libraries", lambda _libraries: [])
        tools, python = start.packaging_gaps()
        version = f"3.{sys.version_info.minor}"
        assert "objdump and objcopy" in tools.complaint
        assert tools.packages == [("binutils",)]
        assert python.packages == [(f"libpython{version}",)]

    def test_libraries_for_a_screen_go_along_even_if_there_is_none(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(start.shutil, "which", lambda name: name)
        monkeypatch.setattr(start, "loads", lambda _soname: True)
        monkeypatch.setattr(start, "missing_libraries", list)
        (gap,) = start.packaging_gaps()
        assert ("libxcb-cursor0",) in gap.packages
        assert ("libcups2t64", "libcups2") in gap.packages

    @pytest.mark.parametrize(
        ("arguments", "is_asked"),
        [(["build"], True), (["test"], True), (["test", "-k", "one"], False), ([], False)],
    )
    def test_only_what_builds_it_asks_for_them(
        self,
        start: ModuleType,
        monkeypatch: pytest.MonkeyPatch,
        arguments: list[str],
        is_asked: bool,
    ) -> None:
        def refuse(*, windowed: bool, new_environment: bool, packaging: bool) -> None:
            del windowed, new_environment
            raise start.CannotStartError(f"{packaging}")

        said: list[str] = []
        monkeypatch.setattr(start, "ensure_system", refuse)
        monkeypatch.setattr(start, "say", said.append)
        start.main(arguments)
        assert said == [str(is_asked)]


def test_program_folder_is_built_and_tried_out_where_everything_is_checked(
    start: ModuleType,
) -> None:
    everything = list(start.checks(Path("python"), []).items())
    assert everything[-1] == ("program folder", ["python", start.PACKAGING, "--check"])
    assert (START.parent / start.PACKAGING).is_file()


class TestWindows:
    """What is different there, tried out elsewhere."""

    @pytest.fixture(autouse=True)
    def _pretend(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "win32")

    def test_environment_has_its_programs_in_another_folder(self, start: ModuleType) -> None:
        assert start.environment_python() == start.ENVIRONMENT / "Scripts" / "python.exe"
        checks = start.checks(start.environment_python(), [])
        assert Path(checks["import contracts"][0]).name == "lint-imports.exe"

    def test_nothing_of_the_system_is_missing(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(start.shutil, "which", lambda _name: None)
        monkeypatch.setattr(start, "loads", lambda _soname: False)
        start.ensure_system(windowed=True, new_environment=True, packaging=True)

    def test_program_is_waited_for_and_its_status_handed_on(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        started: list[tuple[list[str], str]] = []

        class Program:
            waits = 0

            def __init__(self, command: list[str], *, env: dict[str, str]) -> None:
                started.append((command, env["PYTHONUTF8"]))

            def wait(self) -> int:
                self.waits += 1
                if self.waits == 1:
                    raise KeyboardInterrupt
                return 7

        monkeypatch.setattr(start.subprocess, "Popen", Program)
        monkeypatch.delattr(os, "execv")
        assert start.hand_over(["python", "-m", "desktop"]) == 7
        assert started == [(["python", "-m", "desktop"], "1")]

    def test_second_of_two_starts_waits_for_the_lock(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        said: list[str] = []
        tries: list[int] = []

        class Locks:
            LK_LOCK = 1

            @staticmethod
            def locking(_file: int, _mode: int, _bytes: int) -> None:
                tries.append(1)
                if len(tries) < 3:
                    raise OSError

        monkeypatch.setitem(sys.modules, "msvcrt", Locks)
        monkeypatch.setitem(sys.modules, "fcntl", None)
        monkeypatch.setattr(start, "say", said.append)
        with start.only_one_set_up():
            assert len(tries) == 3
        assert said == ["Another start is making the environment; waiting for it."] * 2

    def test_environment_is_made_without_what_only_posix_has(
        self, start: ModuleType, commands: Commands, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Locks:
            LK_LOCK = 1

            @staticmethod
            def locking(*_: int) -> None:
                return

        monkeypatch.setitem(sys.modules, "msvcrt", Locks)
        monkeypatch.setitem(sys.modules, "fcntl", None)
        monkeypatch.delattr(os, "geteuid")
        assert start.ensure_environment(with_tools=False).name == "python.exe"
        assert len(commands) == 3


def test_failed_check_fails_the_run_and_the_others_still_run(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    def run(command: list[str], **_surroundings: object) -> int:
        ran.append(" ".join(command))
        return 1 if "mypy" in command else 0

    monkeypatch.setattr(subprocess, "call", run)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert start.run_checks(Path("python"), ["-k", "something"]) == 1
    assert len(ran) == 5
    assert ran[-1].endswith("pytest -q -n 3 -k something")
    said = capsys.readouterr()
    assert said.out == ""
    assert "mypy             FAILED" in said.err


def test_first_lines_can_be_read_by_the_python_of_2016() -> None:
    import ast

    ast.parse(START.read_text(encoding="utf-8"), feature_version=(3, 6))
