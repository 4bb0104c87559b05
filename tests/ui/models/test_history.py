"""The models of the history: lines, fields, versions, an earlier state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop.db.registry import Batch, Registry
from desktop.domain import records as r
from desktop.domain.columns import PATIENTS, table_named
from desktop.ui.models.history_fields import FieldsModel, fields_between
from desktop.ui.models.history_list import IMPORTS, HistoryModel, Wanted, merged
from desktop.ui.models.history_state import StateModel, records_then
from desktop.ui.models.history_versions import VersionsModel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.modeltest import ModelTester

    from desktop.db.edit import Edit

LAB = r.LabResult(
    id="p1", patient="a", analyte="serum_phosphate", value="5.2", unit="mg/dL", when="2025-06-17"
)


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    """A patient with one phosphate that was changed, removed and brought back, and an import."""
    with Registry.create(tmp_path / "one.registry", who="Dr A") as made:
        made.change("Add patient", lambda edit: edit.put(r.Patient(id="a", patient_id="A")))
        made.change("Add phosphate", lambda edit: edit.put(LAB))
        made.who = "Nurse B"
        made.change("Change", lambda edit: edit.put(replace(LAB, value="5.4", note="repeated")))
        made.change("Remove", lambda edit: edit.remove(LAB))
        made.undo()

        def bring(edit: Edit) -> dict[str, int]:
            edit.add_many([replace(LAB, id=f"i{n}", value=str(n)) for n in range(3, 5)])
            return {"labs": 2}

        made.import_batch(
            "Import june.csv", Batch(import_id="im1", source="june.csv", sha256="0" * 64), bring
        )
        yield made


@pytest.fixture
def model(registry: Registry, qtmodeltester: ModelTester) -> HistoryModel:
    made = HistoryModel()
    made.show_lines(merged(registry.history("a"), registry.arrivals("a")))
    qtmodeltester.check(made)  # type: ignore[no-untyped-call]  # pytest-qt has no types
    return made


def test_changes_come_newest_first_and_an_import_is_one_line(model: HistoryModel) -> None:
    assert [line.texts[2] for line in model.lines] == [
        "Imported",
        "Added by undo",
        "Removed",
        "Changed",
        "Added",
        "Added",
    ]
    assert model.lines[0].texts[3] == "Import june.csv: Laboratory results 2"
    assert "5.4 mg/dL" in model.lines[3].texts[3]


def test_the_list_is_narrowed_by_text_kind_person_day_and_record(model: HistoryModel) -> None:
    def found(wanted: Wanted) -> int:
        model.narrow(wanted)
        return len(model.lines)

    today = date.today()  # noqa: DTZ011 - the journal's own clock
    assert found(Wanted(text="PHOSPHATE 5.4")) == 3
    assert found(Wanted(kind="patients")) == 1
    assert found(Wanted(kind=IMPORTS)) == 1
    assert found(Wanted(who="Dr A")) == 2
    assert found(Wanted(last=date(2020, 1, 1))) == 0
    assert found(Wanted(first=today, last=today)) == 6
    assert found(Wanted(record="p1")) == 4


def test_a_screen_reader_hears_the_whole_line(model: HistoryModel) -> None:
    spoken = model.data(model.index(3, 0), 11)  # Qt.AccessibleTextRole
    assert "Nurse B, Changed, Laboratory result: Serum phosphate 5.4 mg/dL" in str(spoken)


def test_fields_are_told_apart_by_words(qtmodeltester: ModelTester) -> None:
    before = replace(LAB, fasting="yes", note="")
    after = replace(LAB, value="5.4", note="repeated")
    fields = fields_between(before, after)
    told = {field.name: (field.change, field.before, field.after) for field in fields}
    assert told == {
        "Value": ("changed", "5.2 mg/dL", "5.4 mg/dL"),
        "Fasting": ("removed", "Yes", ""),
        "Note": ("added", "", "repeated"),
    }
    model = FieldsModel()
    model.show_fields(fields, ("Before", "After"))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no types
    words = [model.data(model.index(row, 3)) for row in range(3)]
    assert words == ["Changed", "Removed", "Added"]


def test_columns_that_the_table_does_not_know_are_shown_too() -> None:
    fields = fields_between(replace(LAB, extra=(("batch", "7"),)), LAB)
    assert [(f.name, f.change, f.before) for f in fields] == [("batch", "removed", "7")]


def test_a_stored_assessment_is_told_in_words_and_a_broken_one_as_such() -> None:
    content = '{"differential":[{"name":"FOP","standing":"probable"}],"alerts":[{"text":"No."}]}'
    stored = r.StoredAssessment(
        patient="a", when="2026-01-01", guidance_version="1", content=content
    )
    told = {field.name: field.after for field in fields_between(None, stored)}
    assert told["Assessment"] == "Possible or more: FOP (probable). Alerts: No."
    broken = {f.name: f.after for f in fields_between(None, replace(stored, content="{"))}
    assert broken["Assessment"] == "not readable; 1 character"


def test_every_version_is_listed_with_a_word(
    registry: Registry, qtmodeltester: ModelTester
) -> None:
    model = VersionsModel()
    model.show_versions(registry.versions("p1"))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no types
    assert [model.word_at(row) for row in range(4)] == ["Now", "Removed", "Earlier", "Earlier"]
    assert model.present == replace(LAB, value="5.4", note="repeated")


def test_an_earlier_state_shows_any_table(registry: Registry, qtmodeltester: ModelTester) -> None:
    case = registry.case_as_of("a", registry.versions("p1")[-1].seq)
    assert records_then(case, PATIENTS) == [case.patient]
    labs = records_then(case, table_named("labs"))
    model = StateModel()
    model.show_records(table_named("labs"), labs)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no types
    shown = [model.data(model.index(0, n)) for n in range(model.columnCount())]
    assert "5.2 mg/dL" in shown
