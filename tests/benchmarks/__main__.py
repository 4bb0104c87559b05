"""``python -m tests.benchmarks``: every figure beside its floor, measured in the same run."""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from pathlib import Path
from types import MappingProxyType

from tests.benchmarks import (
    advising,
    attention,
    exporting,
    importing,
    laboratory,
    measuring,
    memory,
    opening,
    reports,
    safekeeping,
    searching,
    window,
    workspace,
)
from tests.benchmarks.figure import Figure, table
from tests.benchmarks.setting import NotMeasured, Setting

SUBJECTS = MappingProxyType(
    {
        "window": window.measure,
        "search": searching.measure,
        "worklist": attention.measure,
        "patient": opening.measure,
        "import": importing.measure,
        "export": exporting.measure,
        "memory": memory.measure,
        "measures": measuring.measure,
        "labs": laboratory.measure,
        "guidance": advising.measure,
        "reports": reports.measure,
        "workspace": workspace.measure,
        "safekeeping": safekeeping.measure,
    }
)


def main() -> int:
    """Measure the subjects named, or all; exit status 1 if a limit is not kept."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks", description=__doc__)
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=", ".join(SUBJECTS))
    parser.add_argument("--quick", action="store_true", help="smaller registries, fewer runs")
    parser.add_argument("--runs", type=int, default=0, metavar="N", help="runs per figure")
    options = parser.parse_args()
    unknown = [name for name in options.subjects if name not in SUBJECTS]
    if unknown:
        parser.error(f"no such subject: {', '.join(unknown)}; there are {', '.join(SUBJECTS)}")
    runs = options.runs or (3 if options.quick else 9)
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        setting = Setting(Path(folder), options.quick, runs)
        figures, failed = _measured(setting, options.subjects or list(SUBJECTS))
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n")
    print(table(figures))
    for name in failed:
        print(f"  {name}: NOT MEASURED, see above")
    return 0 if not failed and all(figure.is_kept for figure in figures) else 1


def _measured(setting: Setting, names: list[str]) -> tuple[list[Figure], list[str]]:
    figures: list[Figure] = []
    failed: list[str] = []
    for name in names:
        print(f"… {name}", file=sys.stderr)
        try:
            figures.extend(SUBJECTS[name](setting))
        except NotMeasured as reason:
            print(reason, file=sys.stderr)
            failed.append(name)
    return figures, failed


if __name__ == "__main__":
    raise SystemExit(main())
