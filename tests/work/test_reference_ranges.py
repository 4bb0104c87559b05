"""The command ``ranges``: it lists the registry's own ranges, or replaces all or none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop.cli import main
from desktop.db.registry import Registry

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "analyte,sex,age_low_years,age_high_years,low,high,unit,method,source\n"
GOOD = "serum_phosphate,female,18,,2.6,4.4,mg/dL,,own laboratory\n"


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    path = tmp_path / "clinic.registry"
    Registry.create(path).close()
    return path


def ranges(path: Path, table: Path | None = None) -> int:
    options = ["--set", str(table)] if table else []
    return main(["ranges", str(path), *options, "--json"])


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "ranges.csv"
    path.write_text(text, encoding="utf-8-sig")
    return path


def test_what_was_set_is_listed(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ranges(registry, written(tmp_path, HEADER + GOOD)) == 0
    capsys.readouterr()
    assert ranges(registry) == 0
    (listed,) = json.loads(capsys.readouterr().out)
    assert listed["age_low_years"] == "18"
    assert listed["high"] == "4.4"
    assert main(["ranges", str(registry)]) == 0
    assert "1 range of this registry's own" in capsys.readouterr().out


def test_one_wrong_row_keeps_all_out_and_is_told_with_its_place(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ranges(registry, written(tmp_path, HEADER + GOOD)) == 0
    wrong = HEADER + GOOD.replace("4.4", "5") + "\n" + GOOD.replace("mg/dL", "meq/L")
    assert ranges(registry, written(tmp_path, wrong)) == 1
    told = capsys.readouterr().err
    assert "ranges.csv, row 4 [meq/L]: unit: no unit of Phosphate" in told
    assert "as they were" in told
    with Registry.open(registry) as opened:
        assert [one.high for one in opened.ranges()] == [4.4]


def test_rows_for_the_same_people_are_refused(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ranges(registry, written(tmp_path, HEADER + GOOD + GOOD.replace("18", "60"))) == 1
    assert "row 3 [60]: age_low_years: the range of row 2" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    ["", "patient_id,sex\nP1,male\n", HEADER.replace("low,", "lo,", 1), "analyte;unit\n"],
)
def test_a_file_that_is_no_table_of_ranges_is_refused(
    registry: Path, tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ranges(registry, written(tmp_path, text)) == 1
    assert "no table of reference ranges" in capsys.readouterr().err


def test_a_header_alone_removes_all_ranges(registry: Path, tmp_path: Path) -> None:
    assert ranges(registry, written(tmp_path, HEADER + GOOD)) == 0
    assert ranges(registry, written(tmp_path, HEADER)) == 0
    with Registry.open(registry) as opened:
        assert opened.ranges() == ()


def test_a_missing_file_or_registry_is_refused(registry: Path, tmp_path: Path) -> None:
    assert ranges(registry, tmp_path / "absent.csv") == 1
    assert ranges(tmp_path / "absent.registry") == 1
    assert not (tmp_path / "absent.registry").exists()
