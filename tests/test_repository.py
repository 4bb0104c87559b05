"""What holds for the repository as a whole: sizes, licences, privacy, reasons."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "desktop").rglob("*.py"))
WRITTEN = (".py", ".md", ".toml", ".csv", ".json", ".txt", ".svg", ".qss", ".html")


def _texts() -> list[Path]:
    folders = (ROOT / name for name in ("desktop", "resources", "tests", ".ci"))
    inside = chain.from_iterable(folder.rglob("*") for folder in folders)
    found = [path for path in chain(inside, ROOT.iterdir()) if path.suffix in WRITTEN]
    return sorted(path for path in found if path != Path(__file__))


def _project() -> dict[str, list[str]]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    return {"run": project["dependencies"], "dev": project["optional-dependencies"]["dev"]}


def _name(requirement: str) -> str:
    return re.split(r"[\[<>=!~; ]", requirement, maxsplit=1)[0]


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("==") for line in lines if line and not line.startswith("#"))
    return {_canonical(name): version for name, version in pairs}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_is_no_longer_than_300_lines(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 300


def test_no_table_has_a_snomed_column_or_row() -> None:
    tables = sorted((ROOT / "resources").rglob("*.csv"))
    assert tables
    for table in tables:
        with table.open(newline="", encoding="utf-8-sig") as file:
            cells = chain.from_iterable(csv.reader(file))
            assert not [cell for cell in cells if "snomed" in cell.lower()], table


def test_no_site_carries_a_number_that_could_be_a_snomed_code() -> None:
    text = (ROOT / "resources/vocabulary/sites.csv").read_text(encoding="utf-8")
    assert re.findall(r"\d{6,18}", text) == []


def test_no_path_of_one_machine_is_written_anywhere() -> None:
    machine = re.compile(r"(?<![\w.])/(?:work|tmp|root|home/\w+|Users/\w+)/\w")
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in _texts()
        for match in machine.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_every_dependency_has_its_reason() -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = contributing.partition("## Dependencies")[2].partition("\n## ")[0]
    requirements = _project()["run"] + _project()["dev"]
    assert [name for name in map(_name, requirements) if name not in section] == []


def test_every_dependency_at_run_time_has_its_licence_named() -> None:
    third_party = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    assert [name for name in map(_name, _project()["run"]) if name not in third_party] == []


def test_every_dependency_is_pinned_to_one_version_from_no_named_host() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert "://" not in text
    pins = _pins()
    requirements = _project()["run"] + _project()["dev"]
    assert [name for name in map(_name, requirements) if _canonical(name) not in pins] == []


def test_what_is_installed_is_what_is_pinned() -> None:
    from importlib.metadata import distributions

    installed = {_canonical(each.metadata["Name"]): each.version for each in distributions()}
    # pip and what builds the program may be those of the machine.
    tools = {"pip", "hatchling", "tomlkit", "trove-classifiers"}
    pins = {name: version for name, version in _pins().items() if name not in tools}
    assert {name: installed[name] for name in pins if name in installed} == {
        name: version for name, version in pins.items() if name in installed
    }


def test_licence_of_every_font_and_icon_ships_with_it() -> None:
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    fonts = {path.name.lower()[:4] for path in (ROOT / "resources/fonts").glob("*.[ot]tf")}
    licences = {path.name for path in (ROOT / "resources/fonts").glob("LICENSE-*.txt")}
    assert fonts == {"inte", "noto", "droi"}
    assert licences == {
        "LICENSE-inter-OFL.txt",
        "LICENSE-noto-OFL.txt",
        "LICENSE-droid-Apache-2.0.txt",
    }
    assert "MIT" in (ROOT / "resources/icons/LICENSE-tabler-MIT.txt").read_text(encoding="utf-8")


def test_every_published_case_has_its_source() -> None:
    def patients(table: str) -> set[str]:
        with (ROOT / "resources/cases" / table).open(newline="", encoding="utf-8") as file:
            return {row["patient_id"] for row in csv.DictReader(file)}

    assert patients("patients.csv")
    assert patients("patients.csv") == patients("sources.csv")


def test_no_published_case_tells_its_diagnosis_to_the_guidance() -> None:
    with (ROOT / "resources/cases/patients.csv").open(newline="", encoding="utf-8") as file:
        assert {row["diagnosis"] for row in csv.DictReader(file)} == {""}


def test_command_line_loads_neither_window_nor_charts_nor_paper() -> None:
    asked = "{'PySide6', 'pyqtgraph', 'reportlab', 'numpy', 'desktop.ui'} & set(sys.modules)"
    code = f"import sys, desktop.cli; print(sorted({asked}))"
    command = [sys.executable, "-P", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
