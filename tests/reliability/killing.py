"""Writers and upgrades that are killed at any moment."""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import time
from typing import TYPE_CHECKING

from desktop.db import sealing, soundness
from desktop.db.connection import DatabaseError
from desktop.db.reading import reading, side_files, writing
from desktop.db.registry import Registry
from desktop.db.salvage_writing import shape
from desktop.db.sealing import FIRST_RULE, Link
from desktop.db.steps import STEPS
from tests.reliability.outcome import Outcome
from tests.reliability.subject import add, made, steps_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE = 20.0
_FRESH = 100
_OLD_STEPS = 2_000


def forked(run: Callable[[], None]) -> int:
    """A child that runs this and nothing else; gives its process id."""
    child = os.fork()
    if child:
        return child
    try:
        run()
    finally:
        os._exit(0)  # whatever happened: nothing of the parent's may run here


def killed_writers(count: int, seed: int, folder: Path) -> Outcome:
    """Kill a writer at a random moment; what it was told to be saved must be there, whole."""
    outcome, chance = Outcome(name="kill -9 while writing"), random.Random(seed)
    path, known = folder, 0
    for turn in range(count):
        if turn % _FRESH == 0:
            path, known = made(folder / str(turn)), 0
        known = max(known, _killed_writer(path, known, chance))
        found, problems = steps_in(path)
        if not known <= found <= known + 1:
            problems.append(f"turn {turn}: {known} were acknowledged, {found} are there")
        outcome.expect(holds=not problems, otherwise="; ".join(problems))
        known = found
    return outcome


def _killed_writer(path: Path, known: int, chance: random.Random) -> int:
    """The last step that a writer was told to be saved, before it was killed."""
    reader, told = os.pipe()

    def write() -> None:
        number = known
        with Registry.open(path) as registry:
            while True:
                number += 1
                add(registry, number)
                os.write(told, b"%d\n" % number)

    child = forked(write)
    os.close(told)
    if chance.random() > 0.2:  # the others are killed while they open the file
        select.select([reader], [], [], PATIENCE)
    time.sleep(chance.random() * 0.04)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as pipe:
        lines = pipe.read().split(b"\n")
    return int(lines[-2]) if len(lines) > 1 else known


def killed_upgrades(count: int, seed: int, folder: Path) -> Outcome:
    """Kill the upgrade of a file of each older shape: the old shape or a newer one, no mixture."""
    outcome, chance = Outcome(name="kill -9 while migrating"), random.Random(seed)
    olds, news = 0, 0
    for version in range(1, len(STEPS)):
        old = old_registry(folder / f"version-{version}.registry", version)
        begin = time.monotonic()
        Registry.open(_copied(old, folder / f"{version}-timed")).close()
        length = time.monotonic() - begin
        for turn in range(count):
            path = _copied(old, folder / f"{version}-{turn}")
            child = forked(lambda path=path: Registry.open(path).close())  # type: ignore[misc]  # bound per turn
            time.sleep(length * (0.3 + chance.random()))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            found, problems = _shape_now(path)
            olds, news = olds + (found == version), news + (found > version)
            problems += _resumed(path)
            outcome.expect(holds=not problems, otherwise=f"{path.parent.name}: {problems}")
            shutil.rmtree(path.parent)
    outcome.note = f"{olds} as before, {news} upgraded"
    return outcome


def _copied(old: Path, folder: Path) -> Path:
    folder.mkdir()
    path = folder / "clinic.registry"
    shutil.copy2(old, path)
    return path


def old_registry(path: Path, version: int) -> Path:
    """A registry in an older shape, with one patient, results, and a sealed journal."""
    with writing(path) as connection:
        shape(connection, version)
        connection.execute("BEGIN")
        connection.execute(
            "INSERT INTO patients (id, patient_id, note, row_version, created_at, changed_at)"
            " VALUES ('p', 'R-1', 'as it was', 1, '', '')"
        )
        previous = ""
        for number in range(1, _OLD_STEPS + 1):
            lab = f"lab-{number}"
            connection.execute(
                "INSERT INTO labs (id, patient, analyte, value, row_version, created_at,"
                " changed_at) VALUES (?, 'p', 'serum_phosphate', ?, 1, '', '')",
                (lab, str(number)),
            )
            link = Link(
                number, f"2026-01-01T00:00:00.{number:06}", "nurse", "", "", "0.1.0",
                "change", "Add", "", "", None, "", FIRST_RULE, "",
            )  # fmt: skip
            line = ("labs", lab, "p", None, f'{{"id":"{lab}","value":"{number}"}}')
            previous = sealing.sealed(link, [line], previous=previous, audit_key=b"")
            connection.execute(
                "INSERT INTO transactions (seq, at, who, kind, what, program, batch, seal)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (number, link.at, link.who, link.kind, link.what, link.program, None, previous),
            )
            connection.execute(
                "INSERT INTO journal (seq, table_name, record, patient, before, after)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (number, *line),
            )
        connection.execute("COMMIT")
    return path


def _shape_now(path: Path) -> tuple[int, list[str]]:
    """The version of a file as it lies there, and what is not as that version has it."""
    with reading(path) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        problems = soundness.shape_problems(connection)
    _, index = side_files(path)
    index.unlink(missing_ok=True)
    return version, problems


def _resumed(path: Path) -> list[str]:
    """Open a file after an upgrade that was killed: every row and entry must be there."""
    Registry.open(path).close()
    with reading(path) as connection:
        try:
            held = connection.execute(
                "SELECT (SELECT count(*) FROM labs), (SELECT count(*) FROM journal),"
                " (SELECT user_version FROM pragma_user_version)"
            ).fetchone()
            problems = soundness.shape_problems(connection)
            problems += soundness.page_problems(connection, is_full=True)
        except DatabaseError as error:
            return [repr(error)]
    if held != (_OLD_STEPS, _OLD_STEPS, len(STEPS)):
        problems.append(f"{held} rows, entries, version")
    return problems
