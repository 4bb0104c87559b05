"""Signed results: seen and signed by somebody, and changed only with a reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.db.backup import problems_of
from desktop.db.connection import connect
from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.audit import NeedsReasonError
from desktop.domain.errors import UserError
from desktop.work.import_tables import import_tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENT = r.Patient(patient_id="CR-0001", sex="female")
PHOSPHATE = r.LabResult(
    patient=PATIENT.id, analyte="serum_phosphate", value="5.0", unit="mg/dL", when="2010-01-01"
)
CALCIUM = replace(PHOSPHATE, id="calcium", analyte="serum_calcium_total", value="9.4")
CORRECTED = replace(PHOSPHATE, value="5.1")


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    with Registry.create(tmp_path / "clinic.registry", who="dr. mora") as opened:
        for record in (PATIENT, PHOSPHATE, CALCIUM):
            opened.change("Add", lambda edit, record=record: edit.put(record))  # type: ignore[misc]  # bound per turn
        yield opened


def test_signing_tells_who_when_and_which_results(registry: Registry) -> None:
    signed = registry.sign([PHOSPHATE, CALCIUM])
    assert signed is not None
    assert signed.concerns(PATIENT.id)
    found = registry.signatures(PATIENT.id)
    assert {own: (one.who, one.role) for own, one in found.items()} == {
        PHOSPHATE.id: ("dr. mora", "administrator"),
        CALCIUM.id: ("dr. mora", "administrator"),
    }
    row = registry.audit()[0]
    assert (row.kind, row.patient, row.at) == ("sign", PATIENT.id, found[PHOSPHATE.id].at)
    assert set(row.details["records"]) == {PHOSPHATE.id, CALCIUM.id}
    assert registry.sign([PHOSPHATE]) is None
    assert registry.undo_text == "Add"


def test_nobody_signs_what_they_did_not_see(registry: Registry) -> None:
    with pytest.raises(UserError, match="changed or removed"):
        registry.sign([CALCIUM, CORRECTED])
    assert registry.signatures(PATIENT.id) == {}
    registry.change("Remove", lambda edit: edit.remove(CALCIUM))
    with pytest.raises(UserError, match="changed or removed"):
        registry.sign([CALCIUM])


def test_a_signed_result_changes_only_with_a_reason_and_its_signature_ends(
    registry: Registry,
) -> None:
    registry.sign([PHOSPHATE, CALCIUM])
    with pytest.raises(NeedsReasonError, match="only with a reason"):
        registry.change("Correct", lambda edit: edit.put(CORRECTED))
    with pytest.raises(NeedsReasonError):
        registry.change("Correct", lambda edit: edit.put(CORRECTED), reason="  ")
    assert registry.case(PATIENT.id).labs[0] == PHOSPHATE
    registry.change("Correct", lambda edit: edit.put(CORRECTED), reason="typing error")
    assert registry.case(PATIENT.id).labs[0] == CORRECTED
    assert set(registry.signatures(PATIENT.id)) == {CALCIUM.id}
    row = registry.audit(search="typing error")[0]
    assert (row.what, row.details) == ("Correct", {"voided": [PHOSPHATE.id]})
    assert next(registry.history(PATIENT.id)).reason == "typing error"
    assert problems_of(registry.path) == []


def test_a_signed_result_is_removed_only_with_a_reason(registry: Registry) -> None:
    registry.sign([PHOSPHATE])
    for record in (PHOSPHATE, PATIENT):
        with pytest.raises(NeedsReasonError):
            registry.change("Remove", lambda edit, record=record: edit.remove(record))  # type: ignore[misc]  # bound per turn
    registry.change("Remove", lambda edit: edit.remove(PATIENT), reason="entered twice")
    assert registry.signatures(PATIENT.id) == {}
    assert registry.ids() == {}


def test_undo_and_redo_of_such_a_step_carry_its_reason_and_no_signature_returns(
    registry: Registry,
) -> None:
    registry.sign([PHOSPHATE])
    registry.change("Correct", lambda edit: edit.put(CORRECTED), reason="typing error")
    registry.undo()
    assert registry.case(PATIENT.id).labs[0] == PHOSPHATE
    registry.redo()
    assert registry.case(PATIENT.id).labs[0] == CORRECTED
    assert [row.reason for row in registry.audit(limit=3)] == ["typing error"] * 3
    assert registry.signatures(PATIENT.id) == {}


def test_a_step_without_a_reason_is_not_undone_once_its_result_is_signed(
    registry: Registry,
) -> None:
    registry.change("Correct", lambda edit: edit.put(CORRECTED))
    registry.sign([CORRECTED])
    with pytest.raises(NeedsReasonError):
        registry.undo()
    assert registry.case(PATIENT.id).labs[0] == CORRECTED
    assert registry.undo_text == "Correct"


def test_an_import_is_not_taken_back_once_a_result_of_it_is_signed(
    registry: Registry, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    rows = "patient_id,analyte,value,unit\nCR-0001,serum_magnesium,2.0,mg/dL\n"
    (folder / "labs.csv").write_text(rows)
    import_tables(registry, [folder])
    brought = registry.case(PATIENT.id).labs[-1]
    registry.sign([brought])
    with pytest.raises(NeedsReasonError):
        registry.undo()
    assert brought in registry.case(PATIENT.id).labs


def sent(folder: Path, value: str, *, at: str) -> Path:
    """A message of the laboratory; a later one under the same number corrects the first."""
    path = folder / "sent"
    lines = (
        f"MSH|^~\\&|LAB|CITY|||{at}||ORU^R01|C{at}|P|2.5",
        "PID|1||CR-0001^^^CITY^MR||||19900203|F",
        "OBR|1||F1|BONE|||20200304",
        f"OBX|1|NM|2777-1^Phosphate^LN||{value}|mg/dL|||||F|||20200304",
    )
    path.write_text("\r".join(lines))
    return path


def test_a_correction_of_a_signed_result_is_refused_in_words(
    registry: Registry, tmp_path: Path
) -> None:
    import_tables(registry, [sent(tmp_path, "4.5", at="20200305")])
    first = registry.case(PATIENT.id).labs[-1]
    registry.sign([first])
    outcome = import_tables(registry, [sent(tmp_path, "4.9", at="20200306")])
    assert [remark.rule for remark in outcome.refusals] == [
        "corrected by the laboratory, but the result here is signed"
    ]
    assert registry.case(PATIENT.id).labs[-1] == first
    assert first.id in registry.signatures(PATIENT.id)


@pytest.mark.parametrize(
    "deed",
    [
        "DELETE FROM signatures WHERE record = 'calcium'",
        "UPDATE signatures SET who = 'another' WHERE record = 'calcium'",
        "UPDATE signatures SET at = '2020-01-01' WHERE record = 'calcium'",
        "INSERT INTO signatures SELECT 'x', patient, who, at, role FROM signatures LIMIT 1",
    ],
)
def test_a_signature_that_was_forged_or_taken_away_is_found(registry: Registry, deed: str) -> None:
    registry.sign([PHOSPHATE])
    registry.sign([CALCIUM])
    registry.change("Correct", lambda edit: edit.put(CORRECTED), reason="typing error")
    assert problems_of(registry.path) == []
    connection = connect(registry.path)
    connection.execute(deed)
    connection.commit()
    connection.close()
    assert problems_of(registry.path) == ["1 signature is not as the audit tells it"]
