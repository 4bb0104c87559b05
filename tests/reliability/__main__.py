"""``python -m tests.reliability nightly``: trouble by the hundred, and what came of it."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tests.reliability.running import SEED, run, run_part
from tests.reliability.tiers import AMOUNTS, Amounts

CONTROL_FAILS = 0.3
"""The share of images that must fail without syncs: it proves that the trial finds damage."""


def wanted(amounts: Amounts) -> dict[str, int]:
    """How often each kind of trouble is made."""
    return {
        "killed_writers": amounts.kills,
        "killed_upgrades": amounts.migration_kills,
        "power_cuts": amounts.images,
        "unsynced_power_cuts": amounts.control_images,
        "full_disks": amounts.full_disks,
        "full_disk_backups": amounts.full_disks,
        "closed_files": 1,
        "moved_files": 1,
        "flipped_bytes": amounts.flips,
        "three_writers": amounts.writing,
        "round_trips": amounts.round_trips,
        "clocks": 1,
        "fuzzed_imports": amounts.imports,
    }


def main() -> int:
    """Run a tier, or one part of it; exit status 1 for any failure."""
    parser = argparse.ArgumentParser(prog="tests.reliability", description=__doc__)
    jobs = parser.add_subparsers(dest="job", required=True)
    for tier in AMOUNTS:
        job = jobs.add_parser(tier)
        job.add_argument("--seed", type=int, default=SEED)
        job.add_argument("parts", nargs="*", metavar="PART")
    part = jobs.add_parser("part", help="one part, told as JSON")
    part.add_argument("name")
    part.add_argument("count", type=int)
    part.add_argument("seed", type=int)
    part.add_argument("folder", type=Path)
    options = parser.parse_args()
    if options.job == "part":
        outcome = run_part(options.name, options.count, options.seed, options.folder)
        print(json.dumps(outcome.as_json()))
        return 0
    return _table(AMOUNTS[options.job], options.seed, options.parts)


def _table(amounts: Amounts, seed: int, names: list[str]) -> int:
    print(f"{'trial':28} {'count':>7} {'failed':>7} {'seconds':>8}")
    failed = False
    for name, count in wanted(amounts).items():
        if names and name not in names:
            continue
        outcome = run(name, count, seed=seed)
        is_control = name.startswith("unsynced")
        share = len(outcome.failures) / max(outcome.count, 1)
        failed |= share <= CONTROL_FAILS if is_control else bool(outcome.failures)
        print(
            f"{outcome.name:28} {outcome.count:7} {len(outcome.failures):7}"
            f" {outcome.seconds:8} {outcome.note}",
            flush=True,
        )
        for failure in outcome.failures[:5] if not is_control else ():
            print(f"    {failure}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
