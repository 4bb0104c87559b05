"""Commands on encrypted registries: passphrases, people, recovery, the audit, erasure."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.cli import main
from desktop.db import keyring, vault
from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = "correct horse battery"
OTHER = "staple staple staple"
HOME = Path(__file__).parents[1]

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture(autouse=True)
def nobody_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CALCINOSIS_PASSPHRASE", "CALCINOSIS_USER"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def words(tmp_path: Path) -> Path:
    return written(tmp_path / "words", f"{WORDS}\n")


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def registry(tmp_path: Path, words: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "cases" / "cases.registry"
    patients = written(tmp_path / "patients.csv", "patient_id,sex\nP1,female\nP2,male\n")
    given = ("--user", "Ana", "--passphrase-file", str(words))
    assert main(["import", str(path), str(patients), *given]) == 0
    told = capsys.readouterr()
    assert "Recovery code: " in told.err
    assert "Recovery code" not in told.out
    return path


@pytest.fixture
def run(
    registry: Path, words: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[str, str]]:
    """Runs a command on the registry as Ana; gives output and errors."""

    def command(name: str, *rest: str, status: int = 0) -> tuple[str, str]:
        arguments = [name, str(registry), *rest]
        if "--passphrase-file" not in rest:
            arguments += ["--passphrase-file", str(words), "--user", "ana"]
        assert main(arguments) == status
        told = capsys.readouterr()
        return told.out, told.err

    return command


def test_a_registry_made_with_a_passphrase_is_encrypted(
    registry: Path, run: Callable[..., tuple[str, str]]
) -> None:
    assert vault.is_encrypted(registry)
    assert [p.user for p in vault.people(registry)] == ["Ana", ""]
    assert "2 patients" in run("list")[0]
    assert keyring.unlocked(registry) is None
    assert not [file for file in registry.parent.iterdir() if file.name.endswith(".lock")]


def test_one_made_without_is_not_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALCINOSIS_PASSPHRASE", "")  # an empty variable is none
    path = tmp_path / "plain.registry"
    assert main(["demo", str(path), "--patients", "2"]) == 0
    assert "plain.registry is not encrypted" in capsys.readouterr().err
    assert not vault.is_encrypted(path)
    assert main(["list", str(path), "--passphrase-file", str(written(tmp_path / "w", WORDS))]) == 0
    assert "was not used" in capsys.readouterr().err


def test_demo_with_a_passphrase_in_the_environment_is_encrypted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALCINOSIS_PASSPHRASE", WORDS)
    monkeypatch.setenv("CALCINOSIS_USER", "Zoë")
    path = tmp_path / "demo.registry"
    assert main(["demo", str(path), "--patients", "2"]) == 0
    assert "Recovery code" in capsys.readouterr().err
    assert [p.user for p in vault.people(path)] == ["Zoë", ""]
    assert main(["list", str(path)]) == 0


def test_an_import_that_finds_nothing_leaves_no_keys_behind(tmp_path: Path, words: Path) -> None:
    path = tmp_path / "new.registry"
    given = ("--passphrase-file", str(words))
    assert main(["import", str(path), str(tmp_path / "absent.csv"), *given]) == 1
    assert not vault.keys_path(path).exists()
    assert not path.exists()


def test_a_trial_of_a_new_registry_leaves_nothing(tmp_path: Path, words: Path) -> None:
    path = tmp_path / "own" / "new.registry"
    path.parent.mkdir()
    given = ("--dry-run", "--passphrase-file", str(words))
    assert main(["import", str(path), str(resource("cases")), *given]) == 0
    assert list(path.parent.iterdir()) == []


def test_without_terminal_and_passphrase_the_command_says_what_is_missing(
    registry: Path, words: Path
) -> None:
    command = [sys.executable, "-m", "desktop", "list", str(registry)]
    done = subprocess.run(
        command, cwd=HOME, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "its passphrase is missing" in done.stderr
    assert "--passphrase-file" in done.stderr
    assert done.stdout == ""
    assert words.exists()


def test_every_reading_command_takes_the_passphrase(
    registry: Path, tmp_path: Path, run: Callable[..., tuple[str, str]]
) -> None:
    assert json.loads(run("show", "P1", "--json")[0])["patient_id"] == "P1"
    assert len(json.loads(run("assess", "--json")[0])) == 2
    run("ranges")
    run("report", "P1", "-o", str(tmp_path / "p1.pdf"))
    run("export", "-o", str(tmp_path / "out"), "--format", "csv")
    run("verify")
    assert run("verify", "--passphrase-file", "absent", status=1)[1].startswith("absent")
    more = written(tmp_path / "more.csv", "patient_id,sex\nP3,male\n")
    run("import", str(more))
    assert "3 patients" in run("list")[0]
    assert registry.read_bytes()[:6] != b"SQLite"


def test_a_wrong_passphrase_is_refused_and_told_in_the_audit(
    tmp_path: Path, run: Callable[..., tuple[str, str]]
) -> None:
    wrong = str(written(tmp_path / "wrong", "wrong wrong wrong"))
    out, errors = run("list", "--passphrase-file", wrong, status=1)
    assert out == ""
    assert "does not fit" in errors
    rows = json.loads(run("audit", "--json", "--kind", "failed_sign_in")[0])
    assert [row["details"]["user"] for row in rows] == ["Ana"]
    rows = json.loads(run("audit", "--json", "--kind", "sign_in")[0])
    assert {row["who"] for row in rows} == {"Ana"}


def test_people_are_added_changed_and_removed(
    tmp_path: Path, run: Callable[..., tuple[str, str]]
) -> None:
    other = str(written(tmp_path / "other", OTHER))
    run("users", "add", "Ben", "--role", "viewer", "--new-passphrase-file", other)
    ben = ("--user", "Ben", "--passphrase-file", other)
    assert "2 patients" in run("list", *ben)[0]
    table = str(written(tmp_path / "more.csv", "patient_id,sex\nP3,male\n"))
    assert "Your role, Viewer" in run("import", table, *ben, status=1)[1]
    assert "does not allow" in run("users", *ben, "remove", "Ana", status=1)[1]
    run("users", "role", "Ben", "keeper")
    run("import", table, *ben)
    run("users", *ben, "passphrase", "--new-passphrase-file", written_new(tmp_path))
    assert "does not fit" in run("list", *ben, status=1)[1]
    listed = json.loads(run("users", "list", "--json")[0])
    assert [(p["user"], p["role"]) for p in listed[:2]] == [
        ("Ana", "administrator"),
        ("Ben", "keeper"),
    ]
    run("users", "remove", "Ben")
    assert "Nobody called Ben" in run("list", *ben, status=1)[1]
    assert "3 patients" in run("list")[0]
    told = run("audit", "--kind", "person", "--kind", "role")[0]
    for what in ("Add Ana", "Add Ben", "Make Ben Registry keeper", "Remove Ben"):
        assert what in told
    run("verify")


def written_new(folder: Path) -> str:
    return str(written(folder / "new words", "own words of Ben"))


def test_the_recovery_code_opens_a_registry_and_is_replaced(
    registry: Path,
    tmp_path: Path,
    run: Callable[..., tuple[str, str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = code_in(run("users", "recovery-code")[0])
    code_file = str(written(tmp_path / "code", code))
    other = str(written(tmp_path / "other", OTHER))
    recover = ["recover", str(registry), "--user", "Ana", "--code-file", code_file]
    recover += ["--new-passphrase-file", other]
    assert main(recover) == 0
    following = code_in(capsys.readouterr().out)
    assert following != code
    assert main(recover) == 1
    assert "does not fit this registry" in capsys.readouterr().err
    as_ana = ("--user", "Ana", "--passphrase-file", other)
    kinds = [row["kind"] for row in json.loads(run("audit", "--json", *as_ana)[0])]
    assert kinds.count("recovery") == 2


def code_in(told: str) -> str:
    (line,) = [line for line in told.splitlines() if line.startswith("Recovery code: ")]
    return line.removeprefix("Recovery code: ")


def test_a_plain_registry_is_encrypted_and_what_stays_readable_is_named(
    tmp_path: Path, words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "clinic.registry"
    with Registry.create(path) as registry:
        registry.change("Add", lambda edit: edit.put(r.Patient(id="p", patient_id="P1")))
        registry.change("Add", lambda edit: edit.put(r.Mass(patient="p", mass_id="M", site="hip")))
    old = tmp_path / "clinic.registry.version-1"
    old.write_bytes(path.read_bytes())
    given = ["--user", "Ana", "--passphrase-file", str(words)]
    assert main(["encrypt", str(path), *given]) == 0
    told = capsys.readouterr()
    assert "Recovery code" in told.out
    assert f"Still readable by anybody: {old}" in told.err
    old.unlink()
    assert main(["verify", str(path), *given]) == 0
    assert main(["show", str(path), "P1", "--json", *given]) == 0
    assert main(["encrypt", str(path), *given]) == 1
    keyring.unlock(path, vault.sign_in(path, "Ana", WORDS))
    with Registry.open(path) as registry:
        assert [entry.what for entry in registry.history("p")] == ["Add", "Add"]
        assert registry.undo() is None
    keyring.lock(path)


def test_the_audit_is_written_to_a_table(
    tmp_path: Path, run: Callable[..., tuple[str, str]]
) -> None:
    table = tmp_path / "audit.csv"
    run("audit", "-o", str(table))
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {"seq", "at", "who", "role", "kind", "what", "details"} <= set(rows[0])
    assert {row["kind"] for row in rows} >= {"import", "sign_in", "person"}
    assert "cannot be written" in run("audit", "-o", str(table), status=1)[1]
    assert "export" in run("audit", "--kind", "export")[0]


def test_a_person_is_erased_and_told_what_remains(run: Callable[..., tuple[str, str]]) -> None:
    out, _ = run("erase", "P1", "--reason", "Wish of the person")
    assert "What remains" in out
    assert "1 patients" in run("list")[0]
    assert "There is no patient P1" in run("erase", "P1", "--reason", "again", status=1)[1]
    assert "Wish" in run("audit", "--kind", "erasure", "--json")[0]


def test_damage_in_the_middle_of_a_command_is_a_message(
    registry: Path, run: Callable[..., tuple[str, str]]
) -> None:
    content = bytearray(registry.read_bytes())
    for page in range(4096 * 2, len(content), 4096):
        content[page + 100] ^= 1
    registry.write_bytes(bytes(content))
    assert "is damaged" in run("list", status=1)[1]


def test_worker_processes_get_the_keys_through_their_pipe(
    registry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.work import processes
    from desktop.work.assessments import assessments_as_json

    monkeypatch.setattr(processes, "CHUNK", 1)
    keyring.unlock(registry, vault.sign_in(registry, "Ana", WORDS))
    try:
        assert len(list(assessments_as_json(registry, [], processes=2))) == 2
    finally:
        keyring.lock(registry)


def test_a_trial_writes_nothing_readable_into_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.work import import_file
    from desktop.work.import_tables import import_found

    seen: list[bytes] = []

    def watched(opened: Registry, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - handed on as they come
        outcome = import_found(opened, *arguments, **named)
        seen.extend(file.read_bytes() for file in opened.path.parent.iterdir())
        return outcome

    monkeypatch.setattr(import_file, "import_found", watched)
    patients = written(tmp_path / "patients.csv", "patient_id,note\nP1,Zwetschgenkuchen\n")
    assert main(["import", str(tmp_path / "new.registry"), str(patients), "--dry-run"]) == 0
    assert seen
    assert not any(b"Zwetschgenkuchen" in one or b"SQLite format" in one for one in seen)


def test_who_opens_the_window_with_a_passphrase_file_is_told_in_the_audit(
    registry: Path, run: Callable[..., tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[bool] = []

    def window(path: Path) -> int:
        opened.append(keyring.unlocked(path) is not None)
        return 0

    monkeypatch.setattr("desktop.ui.app.run", window)
    before = len(json.loads(run("audit", "--json", "--kind", "sign_in")[0]))
    run("open")
    assert opened == [True]
    rows = json.loads(run("audit", "--json", "--kind", "sign_in")[0])
    assert len(rows) == before + 2  # the window, and this look at the audit
    run("verify")
    assert len(json.loads(run("audit", "--json", "--kind", "sign_in")[0])) == before + 3
    assert keyring.unlocked(registry) is None


def test_every_part_of_backups_takes_the_passphrase_where_one_types_it(
    registry: Path, words: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ("--user", "Ana", "--passphrase-file", str(words))
    (tmp_path / "disk").mkdir()
    for job in (("make",), ("list",), ("drill",), ("place", str(tmp_path / "disk"))):
        assert main(["backups", str(registry), *job, *given]) == 0
        assert main(["backups", str(registry), *given, *job]) == 0
    name = next(registry.with_name("cases.registry.backups").glob("*.registry")).name
    assert main(["backups", str(registry), "remove", name, *given]) == 0
    assert "Deleted" in capsys.readouterr().out


def test_a_registry_that_lost_its_keys_is_never_called_open_to_everybody(
    registry: Path, run: Callable[..., tuple[str, str]]
) -> None:
    vault.keys_path(registry).rename(registry.with_name("older name.keys"))
    for command in (("list",), ("users", "list"), ("verify",)):
        out, errors = run(*command, status=1)
        assert "not encrypted" not in out + errors
        assert "older name.keys" in errors


def test_a_registry_that_is_not_there_is_not_called_open_to_everybody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["users", str(tmp_path / "absent.registry"), "list"]) == 1
    told = capsys.readouterr()
    assert "There is no registry" in told.err
    assert told.out == ""


@pytest.mark.parametrize("command", ["list", "verify"])
def test_a_folder_in_place_of_a_registry_is_an_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert main([command, str(tmp_path)]) == 1
    assert "There is no registry" in capsys.readouterr().err
