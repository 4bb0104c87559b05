"""What was exported comes in again as it was: exactly, or all that the standard can hold."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from desktop.db.registry import Registry
from desktop.exchange.csv_writing import write_folder
from desktop.work.demonstration import make_demonstration
from desktop.work.export import Wish, prepare
from desktop.work.export_files import write
from desktop.work.import_file import import_into
from tests.exchange.drawn_cases import drawn_cases

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.case import Case
    from desktop.work.export import Format

Rows = dict[str, Counter[tuple[tuple[str, str], ...]]]

HELD = {
    "labs": ("analyte", "value", "comparator", "unit", "when", "flag", "fasting"),
    "findings": ("feature", "status", "when", "site", "side"),
    "masses": ("mass_id", "site", "side", "plane", "first_when", "recurrence_of"),
    "mass_measurements": ("mass_id", "when", "modality", "length_mm", "volume_ml", "pain"),
    "treatments": ("agent", "start_when", "stop_when", "response"),
    "procedures": ("kind", "when", "mass_id", "site", "side", "completeness"),
    "events": ("kind", "when", "mass_id", "site"),
    "variants": ("gene", "hgvs_c", "hgvs_p", "zygosity", "classification"),
    "consents": ("purpose", "status", "when"),
}
"""What FHIR holds exactly, control characters of free text apart."""

NAMES = {"csv": "tables", "xlsx": "book.xlsx", "fhir": "bundle.json"}
TRACE = "source_"
"""What an import keeps about where a result came from begins so."""


def _exported(registry: Path, target: Path, kind: Format) -> None:
    with Registry.open(registry) as opened:
        write(prepare(opened, Wish(output=target, format=kind)))


def _held(registry: Path, folder: Path) -> Rows:
    """Every filled cell of every row of every table."""
    _exported(registry, folder, "csv")
    found: Rows = {}
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            rows = (
                tuple(sorted((n, c) for n, c in row.items() if c and not n.startswith(TRACE)))
                for row in csv.DictReader(file)
            )
            found[path.stem] = Counter(rows)
    return {name: rows for name, rows in found.items() if rows}


def _through(registry: Path, base: Path, kind: Format) -> Rows:
    """What a new registry holds after it took in an export of another."""
    _exported(registry, base / NAMES[kind], kind)
    outcome = import_into(base / "new.registry", [base / NAMES[kind]])
    assert [remark.text for remark in outcome.refusals] == []
    return _held(base / "new.registry", base / "again")


@pytest.mark.parametrize("kind", ["csv", "xlsx", "fhir"])
def test_the_demonstration_comes_back_cell_by_cell(tmp_path: Path, kind: Format) -> None:
    registry = tmp_path / "clinic.registry"
    make_demonstration(registry, patients=5)
    held = _held(registry, tmp_path / "before")
    held.pop("sources", None)
    assert _through(registry, tmp_path, kind) == held


@pytest.mark.parametrize("kind", ["csv", "xlsx", "fhir"])
def test_whatever_a_registry_holds_comes_back(
    tmp_path_factory: pytest.TempPathFactory, kind: Format
) -> None:
    @settings(
        max_examples=12,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
    )
    @given(case=drawn_cases())
    def comes_back(case: Case) -> None:
        base = tmp_path_factory.mktemp("round")
        write_folder(base / "first", [case])
        # What breaks a rule is refused here already; what came in must come back.
        import_into(base / "clinic.registry", [base / "first"])
        held = _held(base / "clinic.registry", base / "before")
        if "patients" not in held:
            return  # refused, with all that hangs on them
        again = _through(base / "clinic.registry", base, kind)
        if kind != "fhir":
            assert again == held
        for table, names in HELD.items():
            kept, came = (one.get(table, Counter()) for one in (held, again))
            assert _cells(came, names) == _cells(kept, names), table

    comes_back()


def _cells(
    rows: Counter[tuple[tuple[str, str], ...]], names: tuple[str, ...]
) -> Counter[tuple[str, ...]]:
    found: Counter[tuple[str, ...]] = Counter()
    for row, number in rows.items():
        found[tuple(dict(row).get(name, "") for name in names)] += number
    return found


def test_phenopackets_bring_back_what_they_can_hold(tmp_path: Path) -> None:
    registry = tmp_path / "clinic.registry"
    make_demonstration(registry, patients=5)
    _exported(registry, tmp_path / "packets", "phenopackets")
    import_into(tmp_path / "new.registry", [tmp_path / "packets"])
    held, again = (_held(one, tmp_path / one.stem) for one in (registry, tmp_path / "new.registry"))
    for table in ("findings", "labs", "mass_measurements", "procedures", "variants"):
        assert sum(again[table].values()) == sum(held[table].values()) - _awaited(held, table)
    told = ("value", "comparator", "unit", "when", "flag")
    assert _only(again["labs"], told) == _only(held["labs"], told)
    sizes = ("mass_id", "when", "length_mm", "width_mm", "depth_mm", "not_detectable")
    assert _only(again["mass_measurements"], sizes) == _only(held["mass_measurements"], sizes)


def _awaited(held: Rows, table: str) -> int:
    return sum(n for row, n in held[table].items() if table == "labs" and "state" in dict(row))


def _only(
    rows: Counter[tuple[tuple[str, str], ...]], names: tuple[str, ...]
) -> Counter[tuple[str, ...]]:
    found: Counter[tuple[str, ...]] = Counter()
    for row, number in rows.items():
        cells = dict(row)
        if "state" not in cells:
            exact = "value" in cells
            kept = [cells.get(n, "") if n != "flag" or not exact else "" for n in names]
            found[tuple(kept)] += number
    return found
