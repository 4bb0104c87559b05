"""What every benchmark is given: how long it may take, a folder, and registries to work on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from desktop.work.demonstration import make_demonstration

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 900
"""Seconds that a child may take: a whole day of work among them."""


class NotMeasured(Exception):  # noqa: N818 - reads as the fact that it states
    """A figure could not be measured; the others still can."""


@dataclass(frozen=True)
class Setting:
    """The scratch folder and the size of the run; registries are made when first asked for."""

    folder: Path
    is_quick: bool
    runs: int

    @property
    def patients(self) -> int:
        """How many patients a large registry has."""
        return 1_000 if self.is_quick else 10_000

    @property
    def lab_rows(self) -> int:
        """How many laboratory rows are imported."""
        return 10_000 if self.is_quick else 100_000

    @cached_property
    def small_registry(self) -> Path:
        """The registry that a demonstration has."""
        return self._registry("small.registry", 24)

    @cached_property
    def large_registry(self) -> Path:
        """A registry with very many patients, all their records included."""
        return self._registry("large.registry", self.patients)

    @cached_property
    def tenth_registry(self) -> Path:
        """A registry a tenth as large as the large one."""
        return self._registry("tenth.registry", self.patients // 10)

    def _registry(self, name: str, patients: int) -> Path:
        path = self.folder / name
        print(f"… making a registry of {patients} fictional patients", file=sys.stderr)
        make_demonstration(path, patients=patients)
        return path

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a child: a home of its own, and no screen unless there is one."""
        own = {
            "HOME": str(self.folder),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "CALCINOSIS_HOME": str(self.folder / "home"),
            "CALCINOSIS_PASSPHRASE": "",
            # As installed: byte code is kept, here in a folder that goes away.
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(self.folder / "bytecode"),
        }
        if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            own["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM", "offscreen")
        return os.environ | own

    def child(self, name: str, *arguments: str) -> dict[str, Any]:
        """What ``children/NAME.py`` found out, as it printed it; its start is told to it."""
        module = f"tests.benchmarks.children.{name}"
        started = str(time.monotonic_ns())
        done = subprocess.run(
            [sys.executable, "-m", module, started, *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=LONGEST_S,
            check=False,
        )
        lines = done.stdout.strip().splitlines()
        if not lines or not lines[-1].startswith("{"):
            message = f"{module} told nothing:\n{done.stdout}\n{done.stderr[-3000:]}"
            raise NotMeasured(message)
        found: dict[str, Any] = json.loads(lines[-1])
        return found

    def interleaved(self, *children: tuple[str, ...]) -> list[list[dict[str, Any]]]:
        """What each child found in each run, run in turns so that all meet the same weather."""
        found: list[list[dict[str, Any]]] = [[] for _ in children]
        for name, *arguments in children:
            self.child(name, *arguments)  # fills the caches of files and of byte code
        for _ in range(self.runs):
            for number, (name, *arguments) in enumerate(children):
                found[number].append(self.child(name, *arguments))
        return found
