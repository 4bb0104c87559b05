"""Files that are open are not opened a second time to be looked at."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest

from desktop.db import in_use, keyring, vault
from desktop.db.registry import Registry
from desktop.domain import records as r

WORDS = "correct horse battery"


def locks_on(path: Path) -> int:
    """How many locks on the file the system knows."""
    inode = str(path.stat().st_ino)
    lines = [line.split() for line in Path("/proc/locks").read_text().splitlines()]
    return sum(line[5].split(":")[-1] == inode for line in lines if len(line) > 5)


@pytest.mark.skipif(sys.platform != "linux", reason="reads the list of locks of Linux")
def test_looking_at_an_open_file_leaves_the_locks_on_it(tmp_path: Path) -> None:
    path = tmp_path / "clinic.registry"
    with Registry.create(path) as registry:
        registry.change("Add", lambda edit: edit.put(r.Patient(patient_id="CR-0001")))
        held = locks_on(path)
        assert held
        Registry.open(path).close()
        assert not vault.is_encrypted(path)
        assert vault.people(path) == ()
        assert locks_on(path) == held
        path.read_bytes()  # what the program must never do: the control
        assert locks_on(path) < held


@pytest.mark.usefixtures("cheap_keys")
def test_an_open_file_is_known_by_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "clinic.registry"
    unlocked, _ = vault.create(path, "Ana", WORDS)
    keyring.unlock(path, unlocked)
    try:
        with Registry.create(path):
            assert in_use.is_open(path)
            assert in_use.beginning(path, 16) == unlocked.salt
            assert vault.is_encrypted(path)
    finally:
        keyring.lock(path)
    assert not in_use.is_open(path)
    assert path.read_bytes()[:16] == unlocked.salt == in_use.beginning(path, 16)


def test_a_connection_that_nobody_closed_is_forgotten_with_it(tmp_path: Path) -> None:
    from desktop.db.connection import connect

    path = tmp_path / "clinic.registry"
    Registry.create(path).close()
    connection = connect(path)
    assert in_use.is_open(path)
    del connection
    gc.collect()
    assert not in_use.is_open(path)
