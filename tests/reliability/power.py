"""Power cuts: what may lie on the disk if the current fails at any point.

What was synced is there. What was written after the last sync of its file may be there, not be
there, or be there in part, in sectors of 512 bytes, each independent of the others.
"""

from __future__ import annotations

import os
import pickle
import random
from typing import TYPE_CHECKING

from desktop.db import keyring
from desktop.db.registry import Registry
from desktop.db.vault_file import keys_path
from tests.reliability.killing import forked
from tests.reliability.outcome import Outcome
from tests.reliability.subject import add, made, steps_in
from tests.reliability.syscalls import Disk, Operation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SECTOR = 512
STEPS_PER_RUN = 300
IMAGES_PER_RUN = 1_000
_CHECKPOINT = 200  # pages; the usual 1,000 would be met only twice in a run

Files = dict[str, bytearray]


def power_cuts(count: int, seed: int, folder: Path) -> Outcome:
    """As the program writes: nothing corrupt, nothing partial, nothing acknowledged lost."""
    return _tried(Outcome(name="power cuts"), count, seed, folder, is_synced=True)


def unsynced_power_cuts(count: int, seed: int, folder: Path) -> Outcome:
    """The control, without syncs: most images must fail, or this trial could not find anything."""
    return _tried(Outcome(name="power cuts, control"), count, seed, folder, is_synced=False)


def _tried(outcome: Outcome, count: int, seed: int, folder: Path, *, is_synced: bool) -> Outcome:
    chance = random.Random(seed)
    for run in range(0, count, IMAGES_PER_RUN):
        path = made(folder / f"run-{run}")
        unlocked = keyring.unlocked(path)
        assert unlocked is not None
        before: Files = {path.name: bytearray(path.read_bytes())}
        operations = _recorded(path, folder / f"log-{run}", is_synced=is_synced)
        for turn in range(min(IMAGES_PER_RUN, count - run)):
            point = chance.randrange(1, len(operations) + 1)
            image = folder / f"image-{run}-{turn}"
            image.mkdir(mode=0o700)
            for name, content in after_power_cut(before, operations[:point], chance).items():
                (image / name).write_bytes(content)
                (image / name).chmod(0o600)
            keys_path(image / path.name).write_bytes(keys_path(path).read_bytes())
            keyring.unlock(image / path.name, unlocked)
            told = max((one.at for one in operations[:point] if one.kind == "ack"), default=0)
            found, problems = steps_in(image / path.name)
            if not problems and not told <= found <= told + 1:
                problems = [f"{told} were acknowledged, {found} are there"]
            outcome.expect(holds=not problems, otherwise=f"at {point}: {'; '.join(problems)}")
            for file in image.iterdir():
                file.unlink()
            image.rmdir()
    outcome.note = f"{len(outcome.failures)} of {count} not whole"
    return outcome


def _recorded(path: Path, log: Path, *, is_synced: bool) -> list[Operation]:
    """Every request to the disk while a child makes its steps."""

    def write() -> None:
        disk = Disk()
        disk.watch()
        with Registry.open(path) as registry:
            connection = registry._connection
            connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT}")
            if not is_synced:
                connection.execute("PRAGMA synchronous = OFF")
            for number in range(1, STEPS_PER_RUN + 1):
                add(registry, number)
                disk.told(number)
        log.write_bytes(pickle.dumps(disk.operations))

    _, status = os.waitpid(forked(write), 0)
    assert status == 0
    operations: list[Operation] = pickle.loads(log.read_bytes())  # noqa: S301 - our own
    log.unlink()
    return operations


def after_power_cut(before: Files, operations: Sequence[Operation], chance: random.Random) -> Files:
    """One state in which the files may be found after these requests."""
    synced = {one.name: place for place, one in enumerate(operations) if one.kind == "sync"}
    files = {name: bytearray(content) for name, content in before.items()}
    for place, one in enumerate(operations):
        is_safe = place < synced.get(one.name, -1)
        fate = "kept" if is_safe else chance.choices(("kept", "dropped", "torn"), (50, 30, 20))[0]
        if one.kind == "delete":
            # Folders are not synced here: a name may come back with what was in it.
            if chance.random() < 0.5:
                files.pop(one.name, None)
        elif one.kind in ("write", "truncate"):
            _changed(files.setdefault(one.name, bytearray()), one, fate, chance)
    return files


def _changed(content: bytearray, one: Operation, fate: str, chance: random.Random) -> None:
    if one.kind == "truncate" and fate == "kept":
        del content[one.at :]
        content.extend(bytes(max(one.at - len(content), 0)))
    elif one.kind == "write" and fate == "kept":
        _put(content, one.at, one.content)
    elif one.kind == "write" and fate == "torn":
        for start in range(0, len(one.content), SECTOR):
            if chance.random() < 0.5:
                _put(content, one.at + start, one.content[start : start + SECTOR])


def _put(content: bytearray, at: int, new: bytes) -> None:
    content.extend(bytes(max(at - len(content), 0)))
    content[at : at + len(new)] = new
