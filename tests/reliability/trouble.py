"""Full disks, files that may not be written, files that are moved or damaged under the program."""

from __future__ import annotations

import os
import pickle
import random
import shutil
from functools import partial
from typing import TYPE_CHECKING

from desktop.db import backups, keyring
from desktop.db.backups_places import set_second_place
from desktop.db.registry import Registry
from desktop.db.vault_file import keys_path
from desktop.domain.errors import UserError
from tests.reliability.killing import forked
from tests.reliability.outcome import Outcome
from tests.reliability.subject import add, made, patient, steps_in
from tests.reliability.syscalls import Disk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = 4096
NOBODY = 65534
_MOST_STEPS = 400


def told_by(run: Callable[[], int | str], answer: Path) -> int | str:
    """What a child found out; its exception as text if it had one."""

    def work() -> None:
        try:
            found: int | str = run()
        except Exception as error:  # noqa: BLE001 - it travels as text
            found = f"{type(error).__name__}: {error}"
        answer.write_bytes(pickle.dumps(found))

    _, status = os.waitpid(forked(work), 0)
    if status:
        return f"ended with status {status}"
    told: int | str = pickle.loads(answer.read_bytes())  # noqa: S301 - our own
    return told


def full_disks(count: int, seed: int, folder: Path) -> Outcome:
    """Fill the disk after each 4 kB: said, nothing acknowledged lost, then all goes on."""
    del seed
    outcome = Outcome(name="disk full while writing")
    original = made(folder / "original")
    for turn in range(count):
        path = _twin(original, folder / str(turn))
        found = told_by(partial(_write_until_full, path, turn * PAGE), folder / "answer")
        if isinstance(found, str):
            outcome.expect(holds=False, otherwise=f"after {turn} pages: {found}")
            continue
        stored, problems = steps_in(path)
        if found != stored:
            problems.append(f"{found} were acknowledged, {stored} are there")
        outcome.expect(holds=not problems, otherwise=f"after {turn} pages: {problems}")
        shutil.rmtree(path.parent)
    return outcome


def _write_until_full(path: Path, room: int) -> int:
    """Steps until the disk is full, and one after there is room again; gives the last one."""
    disk = Disk(records=False)
    disk.watch()
    with Registry.open(path) as registry:
        disk.room = room
        number, is_full = 0, False
        while not is_full and number < _MOST_STEPS:
            try:
                add(registry, number + 1)
                number += 1
            except UserError:
                is_full = True
        disk.room = None
        add(registry, number + 1)
    return number + 1


def full_disk_backups(count: int, seed: int, folder: Path) -> Outcome:
    """Fill the disk during a backup: said, nothing left behind, the registry as it was."""
    del seed
    outcome = Outcome(name="disk full during a backup")
    path = made(folder / "original")
    with Registry.open(path) as registry:
        for number in range(1, 11):
            add(registry, number)
    pages = path.stat().st_size // PAGE
    for turn in range(count):
        room = (turn * pages // count) * PAGE
        found = told_by(partial(_back_up_until_full, path, room), folder / "answer")
        left = [one.name for one in backups.folder_of(path).iterdir()]
        stored, problems = steps_in(path)
        if found != "refused" or left or stored != 10:
            problems.append(f"{found}, left {left}, {stored} steps")
        outcome.expect(holds=not problems, otherwise=f"at {room} bytes: {problems}")
    return outcome


def _back_up_until_full(path: Path, room: int) -> str:
    disk = Disk(records=False)
    disk.watch()
    disk.room = room
    try:
        backups.make(path, "asked")
    except UserError:
        return "refused"
    return "made"


def closed_files(count: int, seed: int, folder: Path) -> Outcome:
    """Files and folders that may not be written or read: refused with a reason, nothing lost."""
    del count, seed
    outcome = Outcome(name="read-only files and folders")
    trials: dict[str, Callable[[Path], str]] = {
        "file": _close_file,
        "folder": _close_folder,
        "read-only opening": _open_for_reading,
        "folder of backups": _close_backups,
        "second place": _close_second_place,
        "keys": _close_keys,
    }
    if os.geteuid() == 0:
        outcome.note = "as nobody, because root may write everything"
    for name, trial in trials.items():
        path = made(folder / name)
        with Registry.open(path) as registry:
            add(registry, 1)
        if os.geteuid() == 0:
            _give_away(folder, path)
        found = told_by(partial(_as_nobody, trial, path), folder / "answer")
        _open_up(path)
        stored, problems = steps_in(path)
        if found != "" or stored != 1:
            problems.append(f"{found} {stored} steps")
        outcome.expect(holds=not problems, otherwise=f"{name}: {problems}")
    return outcome


def _give_away(folder: Path, path: Path) -> None:
    for one in (folder, path.parent, *path.parent.iterdir()):
        os.chown(one, NOBODY, NOBODY)
    folder.chmod(0o777)


def _as_nobody(trial: Callable[[Path], str], path: Path) -> str:
    if os.geteuid() == 0:
        answer = path.parents[1] / "answer"
        answer.touch()
        answer.chmod(0o666)
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    return trial(path)


def _open_up(path: Path) -> None:
    path.parent.chmod(0o700)
    for one in path.parent.iterdir():
        one.chmod(0o700 if one.is_dir() else 0o600)


def _refused(run: Callable[[], object]) -> str:
    """Empty if this is refused with words for people."""
    try:
        run()
    except UserError as error:
        return "" if error.what and (error.remedy or error.kept) else f"no way forward: {error}"
    return "not refused"


def _close_file(path: Path) -> str:
    path.chmod(0o400)
    return _refused(lambda: _one_more(path))


def _close_folder(path: Path) -> str:
    path.parent.chmod(0o500)
    return _refused(lambda: _one_more(path))


def _open_for_reading(path: Path) -> str:
    path.chmod(0o400)
    path.parent.chmod(0o500)
    with Registry.open(path, read_only=True) as registry:
        if registry.case("p").patient != patient(1):
            return "not readable"
        return _refused(lambda: add(registry, 2))


def _close_backups(path: Path) -> str:
    backups.folder_of(path).write_text("a file where the folder should be")
    return _refused(lambda: backups.make(path, "asked"))


def _close_second_place(path: Path) -> str:
    place = path.parent / "disk"
    place.mkdir()
    set_second_place(path, place)
    (place / backups.folder_of(path).name).rmdir()
    place.chmod(0o500)
    backup = backups.make(path, "asked")
    return "" if backup.failures and backup.verified_at else "the failure was not told"


def _close_keys(path: Path) -> str:
    keys_path(path).chmod(0o000)
    keyring.lock(path)
    return _refused(lambda: _one_more(path))


def _one_more(path: Path) -> None:
    with Registry.open(path) as registry:
        add(registry, 2)


def moved_files(count: int, seed: int, folder: Path) -> Outcome:
    """Replace, delete or move the file of an open registry: it refuses to write from then on."""
    del count, seed
    outcome = Outcome(name="file replaced, deleted, moved")
    deeds: dict[str, Callable[[Path], object]] = {
        "deleted": lambda path: path.unlink(),
        "moved": lambda path: path.rename(path.with_name("other.registry")),
        "replaced by a copy": _replace_by_copy,
        "replaced by an empty file": _replace_by_empty,
        "replaced by another registry": _replace_by_other,
    }
    for name, deed in deeds.items():
        path = made(folder / name)
        outcome.expect(
            holds=(found := told_by(partial(_refuses_after, deed, path), folder / "answer")) == "",
            otherwise=f"{name}: {found}",
        )
    return outcome


def _refuses_after(deed: Callable[[Path], object], path: Path) -> str:
    registry = Registry.open(path)
    add(registry, 1)
    deed(path)
    return _refused(lambda: add(registry, 2))


def _replace_by_copy(path: Path) -> None:
    copy = path.with_name("copy")
    shutil.copy2(path, copy)
    copy.replace(path)


def _replace_by_empty(path: Path) -> None:
    path.unlink()
    path.touch()


def _replace_by_other(path: Path) -> None:
    made(path.parent / "other", is_encrypted=False).replace(path)


def flipped_bytes(count: int, seed: int, folder: Path) -> Outcome:
    """Change one byte of an encrypted registry: found, or nothing in it is different."""
    outcome, chance = Outcome(name="one byte flipped"), random.Random(seed)
    original = made(folder / "original")
    with Registry.open(original) as registry:
        for number in range(1, 31):
            add(registry, number)
    content = original.read_bytes()
    unread = 0
    for turn in range(count):
        path = _twin(original, folder / str(turn))
        place, bit = chance.randrange(len(content)), 1 << chance.randrange(8)
        changed = bytearray(content)
        changed[place] ^= bit
        path.write_bytes(bytes(changed))
        stored, problems = steps_in(path)
        unread += not problems
        outcome.expect(
            holds=bool(problems) or stored == 30, otherwise=f"byte {place} not found, {stored}"
        )
        shutil.rmtree(path.parent)
    outcome.note = f"{count - unread} found, {unread} on pages that nothing uses"
    return outcome


def _twin(original: Path, folder: Path) -> Path:
    """A copy of a registry with its keys, which this process may read."""
    folder.mkdir(mode=0o700)
    path = folder / original.name
    shutil.copy2(original, path)
    shutil.copy2(keys_path(original), keys_path(path))
    unlocked = keyring.unlocked(original)
    assert unlocked is not None
    keyring.unlock(path, unlocked)
    return path
