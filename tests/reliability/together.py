"""Several programs at once, backups during writing, and clocks that jump."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from unittest import mock

from desktop.db import backups, holding, keyring, sealing
from desktop.db.backups_restore import drill, restore
from desktop.db.reading import reading
from desktop.db.registry import Registry
from desktop.db.soundness import tables_of
from desktop.domain import records as r
from desktop.domain.errors import UserError
from tests.reliability.killing import forked
from tests.reliability.outcome import Outcome
from tests.reliability.subject import add, made, steps_in

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.db.edit import Edit

WRITERS = 3
_BREATH = 0.002


def three_writers(count: int, seed: int, folder: Path) -> Outcome:
    """Three processes of one program read, add one and write for so many seconds."""
    del seed
    outcome = Outcome(name="three writers")
    path = made(folder)
    with Registry.open(path) as registry:
        registry.change("Begin", lambda edit: edit.put(r.Patient(id="n", patient_id="N", note="0")))
        carried = keyring.carried()
        told = [_counter(path, count, carried) for _ in range(WRITERS)]
        answers = []
        for child, reader in told:
            with os.fdopen(reader, "rb") as pipe:
                answers.append(pipe.read().decode())
            os.waitpid(child, 0)
    done = [int(answer) if answer.isdigit() else 0 for answer in answers]
    with Registry.open(path) as registry:
        stored = int(registry.case("n").patient.note)
    for answer in answers:
        outcome.expect(holds=answer.isdigit(), otherwise=f"a writer ended with: {answer}")
    outcome.expect(
        holds=stored == sum(done), otherwise=f"{sum(done)} acknowledged, {stored} stored"
    )
    _, problems = steps_in(path)
    outcome.expect(holds=not problems, otherwise="; ".join(problems))
    outcome.count = stored
    outcome.note = f"{stored} commits in {count} s, " + " + ".join(answers)
    return outcome


def _counter(path: Path, seconds: int, carried: keyring.Carried) -> tuple[int, int]:
    """A writer that is not the holder, as a worker process of the window is not."""
    reader, told = os.pipe()

    def run() -> None:
        holding._holds.clear()
        keyring.take(carried)
        until, done = time.monotonic() + seconds, 0
        answer = ""
        try:
            with Registry.open(path) as registry:
                while time.monotonic() < until:
                    registry.change("Count", _one_more)
                    done += 1
                    # SQLite's lock has no queue: whoever never lets go starves the others.
                    time.sleep(_BREATH)
            answer = str(done)
        except (UserError, RuntimeError) as error:
            answer = str(error)
        finally:
            os.write(told, answer.encode())

    child = forked(run)
    os.close(told)
    return child, reader


def _one_more(edit: Edit) -> None:
    (note,) = edit.connection.execute("SELECT note FROM patients WHERE id = 'n'").fetchone()
    edit.put(r.Patient(id="n", patient_id="N", note=str(int(note) + 1)))


def round_trips(count: int, seed: int, folder: Path) -> Outcome:
    """Back up, try, restore while another process writes: equal content, and a whole one."""
    del seed
    outcome = Outcome(name="backup, verify, restore")
    path = made(folder)
    unlocked = keyring.unlocked(path)
    assert unlocked is not None

    def write() -> None:
        number = 0
        with Registry.open(path) as registry:
            while True:
                number += 1
                add(registry, number)

    child = forked(write)
    seen = -1
    try:
        for turn in range(count):
            time.sleep(0.2)
            backup = backups.make(path, "asked")
            tried = drill(path)
            keyring.unlock(backup.file, unlocked)
            target = folder / f"restored-{turn}.registry"
            restore(backup.file, target)
            found, problems = steps_in(target)
            problems += tried.problems
            if digest(backup.file) != digest(target):
                problems.append("the content is not equal")
            if found <= seen:
                problems.append(f"{found} steps, {seen} before")
            seen = found
            outcome.expect(holds=not problems, otherwise=f"turn {turn}: {problems}")
            target.unlink()
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    outcome.note = f"{seen} steps were in the last one"
    return outcome


def digest(path: Path) -> str:
    """A SHA-256 of every row of every table."""
    content = hashlib.sha256()
    with reading(path, keyring.unlocked(path)) as connection:
        for table in tables_of(connection):
            content.update(table.encode())
            rows = connection.execute(f'SELECT * FROM "{table}" ORDER BY rowid')  # noqa: S608
            for row in rows:
                content.update(repr(row).encode())
    return content.hexdigest()


def clocks(count: int, seed: int, folder: Path) -> Outcome:
    """Clocks that jump: the order is that of the entries, and going back is an entry itself."""
    del count, seed
    outcome = Outcome(name="clock jumps")
    jumps = {
        "-1 h": timedelta(hours=-1),
        "-1 y": timedelta(days=-365),
        "end of summer time": timedelta(hours=-1, seconds=30),
        "+10 y": timedelta(days=3652),
    }
    for name, jump in jumps.items():
        path = made(folder / name)
        with Registry.open(path) as registry:
            add(registry, 1)
            shifted = (datetime.now(UTC) + jump).isoformat(timespec="milliseconds")
            with mock.patch.object(sealing, "now", return_value=shifted):
                add(registry, 2)
            add(registry, 3)
            rows = registry.audit()
        stored, problems = steps_in(path)
        told = sum(row.kind == "clock" for row in rows)
        order = [row.seq for row in rows]
        if told != 1 or stored != 3 or order != sorted(order, reverse=True):
            problems.append(f"{told} entries of the clock, {stored} steps, order {order}")
        if backups.is_stale(path, datetime.now(UTC)):
            problems.append("a new registry is called stale")
        outcome.expect(holds=not problems, otherwise=f"{name}: {problems}")
    return outcome
