"""One program at a time on a registry file, and who it is."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.db import holding, keyring
from desktop.db.registry import Registry
from desktop.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

HOME = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Registry.create(tmp_path / "clinic.registry").close()
    return tmp_path / "clinic.registry"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holding, "PATIENCE", 0.1)


@contextmanager
def other_program(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that has the registry open."""
    code = (
        "import sys; from pathlib import Path; from desktop.db.registry import Registry\n"
        "registry = Registry.open(Path(sys.argv[1])); print('open', flush=True)\n"
        "sys.stdin.readline(); registry.close(); print('closed', flush=True)\n"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        cwd=HOME,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "open\n"
    try:
        yield program
    finally:
        program.kill()
        program.communicate()


def test_a_second_program_is_refused_and_told_who_holds_the_file(path: Path) -> None:
    with other_program(path) as program:
        held = holding.holder(path)
        assert held is not None
        assert held.pid == program.pid
        with pytest.raises(UserError, match=f"{held.user} on {held.host}, process {program.pid}"):
            Registry.open(path)
        program.kill()
        program.wait()
        Registry.open(path).close()


def test_reading_alone_needs_no_hold(path: Path) -> None:
    with other_program(path), Registry.open(path, read_only=True) as registry:
        assert registry.patients() == []


def test_a_program_that_is_just_finishing_is_waited_for(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "PATIENCE", 20.0)
    with other_program(path) as program:
        assert program.stdin is not None
        program.stdin.write("\n")
        program.stdin.flush()
        Registry.open(path).close()


def test_one_program_may_open_the_file_often_and_frees_it_with_the_last(path: Path) -> None:
    one = Registry.open(path)
    two = Registry.open(path)
    worker = threading.Thread(target=lambda: Registry.open(path).close())
    worker.start()
    worker.join()
    two.close()
    two.close()
    assert holding.holder(path) is not None
    one.close()
    assert not holding.lock_path(path).exists()
    with other_program(path):
        pass


def test_a_worker_process_of_the_holder_may_come_in(path: Path) -> None:
    with other_program(path):
        held = holding.holder(path)
        assert held is not None
        keyring.take(keyring.Carried({}, {path.resolve(): held.token}))
        try:
            Registry.open(path).close()
        finally:
            keyring.held(path, "")
        keyring.take(keyring.Carried({}, {path.resolve(): "another token"}))
        try:
            with pytest.raises(UserError, match="Another program is working on"):
                Registry.open(path)
        finally:
            keyring.held(path, "")


def test_a_file_that_could_not_be_opened_is_not_held(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(UserError, match="cut off"):
        Registry.open(path)
    assert not holding.lock_path(path).exists()


def test_the_lock_is_for_its_owner_alone_and_names_no_patient(path: Path) -> None:
    with Registry.open(path):
        lock = holding.lock_path(path)
        assert lock.stat().st_mode & 0o077 == 0
        assert set(json.loads(lock.read_text())) == {"user", "host", "pid", "since", "token"}


def test_whoever_comes_to_a_file_that_is_only_read_here_reads_only(path: Path) -> None:
    with Registry.open(path, read_only=True):
        with Registry.open(path) as worker:
            assert worker.read_only
        assert not holding.lock_path(path).exists()
        assert keyring.carried().tokens == {path.resolve(): holding.READING}
    with Registry.open(path) as again:
        assert not again.read_only


def test_a_worker_of_a_program_that_only_reads_goes_on_reading_only(path: Path) -> None:
    keyring.take(keyring.Carried({}, {path.resolve(): holding.READING}))
    try:
        for _ in range(2):
            with Registry.open(path) as worker:
                assert worker.read_only
    finally:
        keyring.held(path, "")


def test_a_full_disk_keeps_nobody_from_holding_and_letting_go(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with holding.holding(path):
            assert holding.holder(path) is None
    assert not holding.lock_path(path).exists()
    with Registry.open(path):
        assert holding.holder(path) is not None
