"""The commands as a script sees them: output, errors and exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, cast

import pytest

from desktop.cli import main
from desktop.db.registry import Registry
from desktop.paths import resource

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def registry(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "cases.registry"
    assert main(["import", str(path), str(resource("cases"))]) == 0
    capsys.readouterr()
    return path


def output(capsys: pytest.CaptureFixture[str], *arguments: str) -> object:
    """The JSON that a command prints."""
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_list_gives_the_agreed_keys(registry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = output(capsys, "list", str(registry))
    assert isinstance(listed, list)
    assert len(listed) == 134
    agreed = "patient_id family_name given_name mrn sex birth_date diagnosis"
    assert set(agreed.split()) <= set(listed[0])


def test_search_narrows_the_list(registry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = output(capsys, "list", str(registry), "--search", "P002")
    assert isinstance(listed, list)
    assert [row["patient_id"] for row in listed] == ["P002"]


def test_show_gives_records_and_every_derived_measure(
    registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = output(capsys, "show", str(registry), "P008")
    assert isinstance(shown, dict)
    assert shown["patient_id"] == "P008"
    assert len(shown["records"]["mass_measurements"]) == 3
    measures = (
        "calcium_phosphate_product trp fepi tmp_gfr egfr corrected_calcium mass_volume"
        " mass_growth not_computed"
    )
    assert set(measures.split()) <= set(shown["derived"])


def test_assess_gives_every_disorder_once_for_every_patient(
    registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from desktop.domain.disorders import DISORDER_KEYS

    assessed = output(capsys, "assess", str(registry))
    assert isinstance(assessed, list)
    assert len(assessed) == 134
    for patient in assessed:
        keys = [
            f"{c['disorder']}.{c['cause']}" if c["cause"] else c["disorder"]
            for c in patient["differential"]
        ]
        assert sorted(keys) == sorted(DISORDER_KEYS)
        scores = [c["score"] for c in patient["differential"]]
        assert scores == sorted(scores, reverse=True)


def test_assessments_are_one_list_however_many_there_are(
    registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (one,) = cast("list[dict[str, object]]", output(capsys, "assess", str(registry), "P008"))
    assert one["patient_id"] == "P008"
    assert one["failures"] == []
    empty = registry.with_name("empty.registry")
    Registry.create(empty).close()
    assert output(capsys, "assess", str(empty)) == []
    assert main(["assess", str(registry), "nobody", "--json"]) == 1
    assert "There is no patient nobody" in capsys.readouterr().err


def test_a_stored_assessment_is_compared_with_later(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ("assess", str(registry), "P008")
    (first,) = cast("list[dict[str, object]]", output(capsys, *command, "--store", "--since-last"))
    assert first["changed_since"] is None
    assert first["stored"]
    table = tmp_path / "variants.csv"
    table.write_text(
        "patient_id,gene,zygosity,classification\nP008,GALNT3,homozygous,pathogenic\n",
        encoding="utf-8",
    )
    assert main(["import", str(registry), str(table)]) == 0
    assert main([*command, "--since-last"]) == 0
    told = capsys.readouterr().out
    assert "now established (why: the record)" in told
    assert "Added: GALNT3" in told
    (again,) = cast("list[dict[str, object]]", output(capsys, *command, "--since-last"))
    changes = cast("dict[str, list[dict[str, object]]]", again["changed_since"])
    assert [record["change"] for record in changes["records"]] == ["added"]
    assert "stored" not in again


def test_own_rules_beside_the_registry_are_applied(
    registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = registry.with_name(f"{registry.name}.rules")
    folder.mkdir()
    (folder / "own.toml").write_text(
        'approved_by = "Dr. Example"\napproved_on = 2026-02-03\n[[alert]]\nid = "own"\n'
        'severity = "info"\nshort = "S"\ntext = "Own text."\nwhen = "any_mass"\n',
        encoding="utf-8",
    )
    (told,) = cast("list[dict[str, object]]", output(capsys, "assess", str(registry), "P008"))
    assert "+local " in str(told["guidance_version"])
    assert main(["assess", str(registry), "P008"]) == 0
    assert "INFO: Own text." in capsys.readouterr().out


def test_summaries_for_people_name_the_patient(
    registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("show", "assess"):
        assert main([command, str(registry), "P008"]) == 0
        assert "P008" in capsys.readouterr().out


def test_a_report_is_a_pdf(registry: Path, tmp_path: Path) -> None:
    target = tmp_path / "P008.pdf"
    assert main(["report", str(registry), "P008", "-o", str(target)]) == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_export_tells_that_nobody_was_left_out(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out"
    assert main(["export", str(registry), "-o", str(target), "--format", "csv"]) == 0
    assert "134 in the registry = 134 exported + 0 excluded" in capsys.readouterr().out


def test_an_unknown_patient_is_refused_on_standard_error(
    registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", str(registry), "NOBODY"]) == 1
    captured = capsys.readouterr()
    assert "NOBODY" in captured.err
    assert captured.out == ""


def test_refused_rows_give_status_1_and_the_reason_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "patients.csv").write_text("patient_id,sex\nP1,femal\n")
    assert main(["import", str(tmp_path / "x.registry"), str(tmp_path / "patients.csv")]) == 1
    assert "patients.csv, row 2 [femal]: sex:" in capsys.readouterr().err


def test_a_mistyped_path_leaves_no_registry_behind(tmp_path: Path) -> None:
    target = tmp_path / "x.registry"
    assert main(["import", str(target), str(tmp_path / "absent")]) == 1
    assert not target.exists()


def test_a_trial_run_of_a_new_registry_leaves_none_behind(tmp_path: Path) -> None:
    target = tmp_path / "x.registry"
    assert main(["import", str(target), str(resource("cases")), "--dry-run"]) == 0
    assert not target.exists()


def test_wrong_usage_gives_status_2() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["report"])
    assert stopped.value.code == 2


def test_backup_restore_and_verify_go_round(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy, back = tmp_path / "copy.registry", tmp_path / "back.registry"
    assert main(["backup", str(registry), "-o", str(copy)]) == 0
    assert main(["restore", str(copy), "-o", str(back)]) == 0
    assert main(["verify", str(back)]) == 0
    assert "sound" in capsys.readouterr().out


def test_the_command_line_imports_neither_qt_nor_charts(tmp_path: Path) -> None:
    code = (
        "import sys; from desktop.cli import main;"
        f"main(['demo', {str(tmp_path / 'd.registry')!r}, '--patients', '1']);"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in ('PySide6', 'pyqtgraph')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
