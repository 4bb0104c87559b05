"""A day of work in the window, in short: patients, pages, an entry, undo; round after round."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

from desktop.domain.records import new_id
from desktop.ui.pages import PATIENT_TABLE, REGISTRY_TABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.main_window import MainWindow


def spend(window: MainWindow, patients: Sequence[str], rounds: int) -> None:
    """So many rounds: each opens a patient, shows every page, enters a result, undoes it."""
    for number in range(rounds):
        own = patients[number % len(patients)]
        window.session.open_patient(own)
        for page in PATIENT_TABLE:
            window.navigation.show_tab(page.name)
            settle()
        _enter_and_undo(window)
        place = REGISTRY_TABLE[number % len(REGISTRY_TABLE)]
        window.navigation.show_place(place.name)
        settle()


def _enter_and_undo(window: MainWindow) -> None:
    dossier = window.session.dossier
    assert dossier is not None
    window.navigation.show_tab("overview")
    if dossier.case.results:  # a test without a result can be given none
        entered = replace(dossier.case.results[-1], id=new_id(), value="4.4", comparator="")
        window.session.change("Add result", lambda edit: edit.put(entered))
        settle()
        window.session.undo()
    for mass in dossier.case.masses[:3]:
        window.session.select_mass(mass.mass_id)
        settle()


def settle() -> None:
    """Paint what has changed, and delete what was put away."""
    for _ in range(2):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
