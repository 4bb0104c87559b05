"""What people hear who listen to the window: saves, errors, and stops that are new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from desktop.domain import records as r

if TYPE_CHECKING:
    from tests.ui.pages import WindowPage

Heard = list[tuple[str, bool]]


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    """What would reach a screen reader, with whether it interrupts."""
    told: Heard = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            assertive = QAccessible.AnnouncementPoliteness.Assertive
            told.append((event.message(), event.politeness() == assertive))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return told


def test_a_save_and_its_undoing_are_told_without_interrupting(
    window: WindowPage, heard: Heard
) -> None:
    session = window.main.session
    session.open_patient("omar")
    heard.clear()
    mass = r.Mass(patient="omar", mass_id="M1", site="hip", side="left")
    session.change("Add mass: M1", lambda edit: edit.put(mass))
    assert ("Saved: Add mass: M1", False) in heard
    session.undo()
    assert ("Undone: Add mass: M1", False) in heard
    session.redo()
    assert ("Done again: Add mass: M1", False) in heard


def test_a_stop_is_told_at_once_when_it_is_new_and_only_then(
    window: WindowPage, heard: Heard
) -> None:
    session = window.main.session
    session.open_patient("omar")
    heard.clear()
    patient = window.case.patient
    fop = r.Patient(
        id=patient.id,
        patient_id=patient.patient_id,
        sex=patient.sex,
        birth_date=patient.birth_date,
        diagnosis="fop",
        diagnosis_status="confirmed",
    )
    session.change("Set diagnosis", lambda edit: edit.put(fop, replacing=patient))
    stops = [text for text, interrupts in heard if interrupts]
    assert any("Do not biopsy" in text for text in stops)
    heard.clear()
    mass = r.Mass(patient="omar", mass_id="M1", site="hip", side="left")
    session.change("Add mass: M1", lambda edit: edit.put(mass))
    assert not any(interrupts for _, interrupts in heard)


def test_an_entry_that_is_refused_is_told_at_once(window: WindowPage, heard: Heard) -> None:
    window.open_patient("erfunden")
    window.add("labs")
    form = window.form
    form.pick("analyte", "phos")
    form.enter("value", "five")
    heard.clear()
    form.save()
    assert window.has_form
    assert ("Not saved: one entry cannot be read.", True) in heard
    form.keys.press(Qt.Key.Key_Escape)
