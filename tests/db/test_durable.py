"""Files that are whole or not there."""

from __future__ import annotations

import errno
import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from desktop.db import durable
from desktop.db.durable import copy_whole, part_of, private_folder
from desktop.db.files import write_private

if TYPE_CHECKING:
    from pathlib import Path


def test_a_copy_is_private_and_equal(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"content" * 300_000)
    found = copy_whole(source, tmp_path / "copy")
    assert found == hashlib.sha256(source.read_bytes()).hexdigest()
    assert (tmp_path / "copy").read_bytes() == source.read_bytes()
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
    assert not part_of(tmp_path / "copy").exists()


def test_a_copy_that_reads_back_differently_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"content")
    monkeypatch.setattr(durable, "sha256", lambda path: path.name)
    with pytest.raises(OSError, match="differs"):
        copy_whole(source, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_a_failing_copy_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "source").write_bytes(b"new")
    (tmp_path / "copy").write_bytes(b"old")

    def fail(_: Path) -> None:
        message = "no space"
        raise OSError(28, message)

    monkeypatch.setattr(durable, "sync_file", fail)
    with pytest.raises(OSError, match="no space"):
        copy_whole(tmp_path / "source", tmp_path / "copy")
    assert (tmp_path / "copy").read_bytes() == b"old"
    assert not part_of(tmp_path / "copy").exists()


def test_a_private_folder_is_closed_to_others_even_if_it_was_open(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir(mode=0o755)
    private_folder(folder)
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_small_file_that_cannot_be_written_leaves_the_old_one_and_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "clinic.registry.keys"
    write_private(path, b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_private(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
