"""The session and the guidance: own rules of the clinic, and what was set aside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.guidance.clinic import rules_folder
from desktop.ui.session import Session
from desktop.ui.session_guidance import HEAVY
from desktop.work.silence import set_aside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.db.edit import Edit
    from desktop.guidance.assessment import Alert

RULE = "avoid-oral-phosphate"
HIGH = r.LabResult(id="l1", patient="p", analyte="serum_phosphate", flag="high", when="2025-01-01")


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:  # noqa: ARG001 - Qt runs
    registry = Registry.create(tmp_path / "own.registry", who="Dr. Example")
    opened = Session()
    opened.open_registry(registry)
    opened.read_rules()
    opened.change("Add", lambda edit: edit.put(r.Patient(id="p", patient_id="P1")))
    opened.change("Add", lambda edit: edit.put(HIGH))
    opened.open_patient("p")
    yield opened
    opened.close()


def alert(session: Session, rule: str = RULE) -> Alert | None:
    """The alert of a rule for the open patient."""
    assert session.dossier is not None
    return next((a for a in session.dossier.assessment.alerts if a.id == rule), None)


def set_one_aside(session: Session) -> None:
    """Sets the rule aside, as a page does."""
    assert session.dossier is not None
    record = set_aside(
        session.dossier.case, RULE, reason="On a trial", who="Dr. Example", when="2026-01-01"
    )
    session.change("Set guidance aside", lambda edit: edit.put(record))


def test_setting_aside_is_a_step_that_can_be_undone(session: Session) -> None:
    set_one_aside(session)
    found = alert(session)
    assert found is not None
    assert found.silenced is not None
    session.undo()
    found = alert(session)
    assert found is not None
    assert found.silenced is None


def test_a_change_that_takes_the_facts_away_ends_it_in_the_same_step(session: Session) -> None:
    set_one_aside(session)
    changes = session.change("Mend", lambda edit: edit.put(replace(HIGH, flag="normal")))
    assert changes is not None
    assert {type(change.record) for change in changes.changes} == {r.LabResult, r.Silence}
    session.change("Mend", lambda edit: edit.put(HIGH))
    found = alert(session)
    assert found is not None
    assert found.silenced is None


def test_own_rules_beside_the_registry_are_applied(session: Session) -> None:
    assert session.registry is not None
    folder = rules_folder(session.registry.path)
    folder.mkdir()
    (folder / "own.toml").write_text(
        'approved_by = "Dr. Example"\napproved_on = 2026-02-03\n[[alert]]\nid = "own"\n'
        'severity = "info"\nshort = "S"\ntext = "T"\nwhen = "phosphate_high"\n',
        encoding="utf-8",
    )
    session.open_patient("p")
    assert alert(session, "own") is not None


def test_a_step_saved_by_other_means_ends_it_too(session: Session) -> None:
    set_one_aside(session)
    assert session.registry is not None
    with Registry.open(session.registry.path) as other:
        changes = other.change("Mend", lambda edit: edit.put(replace(HIGH, flag="normal")))
    assert changes is not None
    session.tell(changes)
    assert session.dossier is not None
    assert [bool(one.ended) for one in session.dossier.case.silences] == [True]


def test_with_very_many_results_the_page_is_painted_before_the_guidance(
    session: Session, qtbot: QtBot
) -> None:
    many = [replace(HIGH, id=f"m{n}") for n in range(HEAVY)]

    def fill(edit: Edit) -> None:
        for lab in many:
            edit.put(lab)

    session.change("Add", fill)
    changed = session.dossier
    assert changed is not None
    assert not changed.is_assessed
    with qtbot.waitSignal(session.assessed) as told:
        pass
    assert told.args == [changed]
    assert alert(session) is not None


def test_a_patient_who_is_removed_is_left(session: Session) -> None:
    session.change("Remove", lambda edit: edit.remove(r.Patient(id="p", patient_id="P1")))
    assert session.dossier is None
