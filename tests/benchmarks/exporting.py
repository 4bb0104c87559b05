"""Export: 10,000 patients as phenopackets, reading them from the registry included.

Times are those of the processor, as an export works on one core.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from desktop.db.registry import Registry
from desktop.work.export import Wish, prepare
from desktop.work.export_files import write
from tests.benchmarks.figure import Figure

if TYPE_CHECKING:
    from tests.benchmarks.setting import Setting

LIMIT_S = 60.0
PATIENTS = 10_000


def measure(setting: Setting) -> list[Figure]:
    """Seconds for 10,000 phenopackets; a quick run measures fewer and tells so."""
    target = setting.folder / "phenopackets"
    with Registry.open(setting.large_registry) as registry:
        started = time.process_time()
        written = write(prepare(registry, Wish(output=target, format="phenopackets")))
        seconds = time.process_time() - started
    files = written.counts["phenopackets"]
    floor = _as_they_are(setting)
    share = files / PATIENTS
    return [
        Figure(
            name=f"{files:,} phenopackets out, reading included",
            value=seconds,
            unit="s",
            floor=floor,
            floor_name="reading the same files as JSON and writing them again",
            limit=LIMIT_S * share,
            note=f"{seconds / files * 1000:.2f} ms each",
        )
    ]


def _as_they_are(setting: Setting) -> float:
    """Seconds to read and write the same content with the standard library's JSON."""
    target = setting.folder / "phenopackets-again"
    target.mkdir()
    started = time.process_time()
    for path in (setting.folder / "phenopackets").glob("*.json"):
        (target / path.name).write_text(json.dumps(json.loads(path.read_bytes())))
    return time.process_time() - started
