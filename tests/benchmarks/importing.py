"""Import of laboratory rows from CSV, beside plain insertion of the same file."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.columns import table_named
from desktop.exchange.to_fhir import write_bundle
from desktop.work.demo import demonstration
from tests.benchmarks.figure import Figure, summary
from tests.benchmarks.setting import NotMeasured

if TYPE_CHECKING:
    from tests.benchmarks.setting import Setting

LIMIT = 3.0
BUNDLE_LIMIT = 2.0
_BUNDLE_BYTES = 3_000_000


def measure(setting: Setting) -> list[Figure]:
    """The program's import command on ``labs.csv``, against ``sqlite-utils insert --csv``."""
    tables = setting.folder / "tables"
    rows = _write_tables(tables, setting.lab_rows)
    prepared = setting.folder / "prepared.registry"
    _product(setting, prepared, tables / "patients.csv")
    measured, floor = [], []
    for number in range(max(setting.runs // 3, 1)):
        plain = setting.folder / f"plain{number}.db"
        floor.append(_timed(setting, *_plain_command(plain, tables / "labs.csv")))
        filled = setting.folder / f"filled{number}.registry"
        shutil.copyfile(prepared, filled)
        measured.append(_product(setting, filled, tables / "labs.csv"))
        _must_hold(filled, rows)
    middle, _ = summary(measured)
    floor_middle, _ = summary(floor)
    return [
        Figure(
            name=f"import of {rows:,} laboratory rows",
            value=middle,
            unit="s",
            floor=floor_middle,
            floor_name="sqlite-utils insert --csv of the same file",
            limit=LIMIT,
            limit_is_ratio=True,
            note=f"whole commands, medians of {len(measured)}",
        ),
        _bundle(setting),
    ]


def _bundle(setting: Setting) -> Figure:
    """The import command on a FHIR bundle of 3 MB, against reading it as JSON."""
    path, patients = setting.folder / "bundle.json", 0
    while not path.exists() or path.stat().st_size < _BUNDLE_BYTES:
        patients += 2
        made = datetime(2026, 1, 1, tzinfo=UTC)
        write_bundle(path, list(demonstration(patients)), made=made)
    measured, floor = [], []
    for number in range(max(setting.runs // 3, 1)):
        floor.append(_timed(setting, sys.executable, "-m", "json.tool", "--compact", str(path)))
        measured.append(_product(setting, setting.folder / f"bundle{number}.registry", path))
    middle, _ = summary(measured)
    return Figure(
        name=f"import of a FHIR bundle of {path.stat().st_size / 1e6:.1f} MB",
        value=middle,
        unit="s",
        floor=summary(floor)[0],
        floor_name="json.tool of the same file",
        limit=BUNDLE_LIMIT,
        note=f"whole commands, medians of {len(measured)}",
    )


def _plain_command(database: Path, labs: Path) -> tuple[str, ...]:
    command = Path(sys.executable).with_name("sqlite-utils")
    return (str(command), "insert", str(database), "labs", str(labs), "--csv")


def _product(setting: Setting, registry: Path, table: Path) -> float:
    return _timed(setting, sys.executable, "-m", "desktop", "import", str(registry), str(table))


def _timed(setting: Setting, *command: str) -> float:
    started = time.perf_counter()
    done = subprocess.run(
        command, env=setting.environment, capture_output=True, text=True, check=False
    )
    seconds = time.perf_counter() - started
    if done.returncode:
        message = f"{' '.join(command)} failed:\n{done.stderr[-2000:]}"
        raise NotMeasured(message)
    return seconds


def _must_hold(registry: Path, rows: int) -> None:
    from desktop.db.registry import Registry

    with Registry.open(registry) as opened:
        held = opened.counts()["labs"]
    if held != rows:
        message = f"{held} of {rows} rows arrived"
        raise NotMeasured(message)


def _write_tables(folder: Path, rows: int) -> int:
    """``patients.csv`` and ``labs.csv`` of fictional patients, with exactly so many results."""
    folder.mkdir()
    columns = table_named("labs").names
    with (
        (folder / "patients.csv").open("w", newline="", encoding="utf-8") as people,
        (folder / "labs.csv").open("w", newline="", encoding="utf-8") as results,
    ):
        patients, labs = csv.writer(people), csv.writer(results)
        patients.writerow(["patient_id", "sex", "birth_date"])
        labs.writerow(["patient_id", *columns])
        written = 0
        for case in demonstration(rows):
            if written == rows:
                break
            person = case.patient
            patients.writerow([person.patient_id, person.sex, person.birth_date])
            for lab in case.labs[: rows - written]:
                labs.writerow([person.patient_id, *(getattr(lab, name) for name in columns)])
                written += 1
    return written
