"""One kind of trouble in a process of its own, which may fork: it has neither threads nor Qt."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.reliability.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

SEED = 20261123
_LIMIT = 4 * 3600
_ROOT = Path(__file__).resolve().parents[2]


def run(name: str, count: int, *, seed: int = SEED) -> Outcome:
    """Make one kind of trouble so many times; see ``PARTS`` for their names."""
    with tempfile.TemporaryDirectory(prefix="reliability-") as folder:
        arguments = ["part", name, str(count), str(seed), folder]
        done = subprocess.run(
            [sys.executable, "-m", "tests.reliability", *arguments],
            capture_output=True,
            text=True,
            cwd=_ROOT,
            timeout=_LIMIT,
            check=False,
        )
    if done.returncode:
        raise AssertionError(done.stderr)
    return Outcome(**json.loads(done.stdout.splitlines()[-1]))


def run_part(name: str, count: int, seed: int, folder: Path) -> Outcome:
    """The trouble itself, in this process."""
    begin = time.monotonic()
    outcome = parts()[name](count, seed, folder)
    outcome.seconds = round(time.monotonic() - begin, 1)
    return outcome


def parts() -> dict[str, Callable[[int, int, Path], Outcome]]:
    """Every kind of trouble by name: how often, with what seed, in which folder."""
    from tests.reliability import fuzzing, killing, power, together, trouble

    return {
        "killed_writers": killing.killed_writers,
        "killed_upgrades": killing.killed_upgrades,
        "power_cuts": power.power_cuts,
        "unsynced_power_cuts": power.unsynced_power_cuts,
        "full_disks": trouble.full_disks,
        "full_disk_backups": trouble.full_disk_backups,
        "closed_files": trouble.closed_files,
        "moved_files": trouble.moved_files,
        "flipped_bytes": trouble.flipped_bytes,
        "three_writers": together.three_writers,
        "round_trips": together.round_trips,
        "clocks": together.clocks,
        "fuzzed_imports": fuzzing.fuzzed_imports,
    }
