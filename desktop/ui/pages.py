"""Every page of the window in one table: its place in the order, word, icon, keys and class.

A page's module is imported when the page is shown for the first time. Each page is a QWidget
made with ``(session, parent)``. One of a patient has ``show_dossier(dossier | None)``, one of
the whole registry ``read_again()``; what else a page may do stands below as protocols, and the
window asks only those that have it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from desktop.domain.language import mark, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.guidance.dossier import Dossier
    from desktop.ui.session import Session


@dataclass(frozen=True, slots=True)
class Page:
    """One page: ``text`` is its menu text with a letter to press, ``made_by`` module:class.

    ``tables`` are the kinds of record that the page shows best.
    """

    name: str
    text: str
    icon: str
    shortcut: str
    made_by: str
    tables: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """The word on tab or rail, in the chosen language."""
        return say(self.text).replace("&", "")

    def make(self, session: Session, parent: QWidget) -> QWidget:
        """A new page of this kind; imports its module."""
        module, _, name = self.made_by.partition(":")
        made = cast("Callable[[Session, QWidget], QWidget]", getattr(import_module(module), name))
        return made(session, parent)


_VIEWS = "desktop.ui.views."

PATIENT_TABLE: tuple[Page, ...] = (
    Page("overview", mark("&Overview"), "layout-grid", "Ctrl+1", _VIEWS + "overview:OverviewPage"),
    Page("labs", mark("&Labs"), "test-pipe", "Ctrl+2", _VIEWS + "labs:LabsPage", ("labs",)),
    Page(
        "masses",
        mark("&Masses"),
        "body-scan",
        "Ctrl+3",
        _VIEWS + "masses:MassesPage",
        ("masses", "mass_measurements"),
    ),
    Page(
        "treatment",
        mark("&Treatment"),
        "pill",
        "Ctrl+4",
        _VIEWS + "treatment:TreatmentPage",
        (
            *("treatments", "procedures", "events", "body"),
            *("targets", "allergies", "visits", "consents"),
        ),
    ),
    Page(
        "genetics",
        mark("Genetics and &family"),
        "dna-2",
        "Ctrl+5",
        _VIEWS + "genetics:GeneticsPage",
        ("variants", "family"),
    ),
    Page("guidance", mark("&Guidance"), "stethoscope", "Ctrl+6", _VIEWS + "guidance:GuidancePage"),
    Page("documents", mark("&Documents"), "notes", "Ctrl+7", _VIEWS + "documents:DocumentsPage"),
    Page("history", mark("&History"), "history", "Ctrl+8", _VIEWS + "history:HistoryPage"),
    Page("records", mark("All &records"), "table", "Ctrl+9", _VIEWS + "records:RecordsPage"),
)
"""The tabs of a patient in their order; ``records`` takes every kind that no other page shows."""

REGISTRY_TABLE: tuple[Page, ...] = (
    Page("worklist", mark("&Worklist"), "list-check", "Alt+Home", _VIEWS + "worklist:WorklistPage"),
    Page("patients", mark("&Patients"), "users", "Ctrl+0", _VIEWS + "patients:PatientsPage"),
    Page("cohort", mark("&Cohort"), "chart-dots", "Ctrl+Shift+C", _VIEWS + "cohort:CohortPage"),
    Page("import", mark("&Import"), "file-import", "Ctrl+I", _VIEWS + "import_page:ImportPage"),
    Page("export", mark("E&xport"), "download", "Ctrl+Shift+E", _VIEWS + "export_page:ExportPage"),
    Page(
        "safekeeping",
        mark("Secur&ity"),
        "lock",
        "Ctrl+Shift+K",
        _VIEWS + "safekeeping:SafekeepingPage",
    ),
    Page("settings", mark("&Settings"), "settings", "Ctrl+,", _VIEWS + "settings:SettingsPage"),
)
"""The places of the rail that concern the whole registry, in their order."""

HOME = "worklist"
AT_THE_FOOT = frozenset({"safekeeping", "settings"})
"""Places at the lower end of the rail."""


@cache
def patient_pages() -> tuple[Page, ...]:
    """The tabs of a patient that exist."""
    return PATIENT_TABLE


@cache
def registry_pages() -> tuple[Page, ...]:
    """The places of the whole registry that exist."""
    return REGISTRY_TABLE


def page_of(table: str) -> str:
    """The name of the patient's page that shows records of a table best."""
    found = (page.name for page in patient_pages() if table in page.tables)
    return next(found, "records")


class PatientTab(Protocol):
    """A page of the open patient."""

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show a patient, the same one after a change, or nobody."""


class RegistryPlace(Protocol):
    """A page of the whole registry."""

    def read_again(self) -> None:
        """Show what the registry holds now."""


@runtime_checkable
class ShowsGuidance(Protocol):
    """A page that waits for the guidance, which comes after the record."""

    def show_guidance(self, dossier: Dossier, *, has_failed: bool) -> None:
        """The guidance was applied to the patient shown, or has failed."""


@runtime_checkable
class Compacts(Protocol):
    """A page that takes less room in small windows."""

    def compact(self, is_compact: bool) -> None:
        """Take less room, or the usual room."""


@runtime_checkable
class Focuses(Protocol):
    """A page that knows where the keyboard begins on it."""

    def focus_first(self) -> None:
        """Put the keyboard where work on the page begins."""


@runtime_checkable
class ShowsRecord(Protocol):
    """A page that can lead the eye to one record."""

    def show_record(self, record_id: str) -> bool:
        """Choose the record with this id; False where the page does not show it."""


@runtime_checkable
class ShowsAnalyte(Protocol):
    """A page with a row or a chart for each analyte."""

    def show_analyte(self, analyte: str) -> None:
        """Choose the row of an analyte."""


@runtime_checkable
class TakesResults(Protocol):
    """A page with a column for the results of a day."""

    def new_column(self) -> None:
        """Open the column of today and begin in it."""


@runtime_checkable
class ChoosesResults(Protocol):
    """A page on which several results can be chosen."""

    def chosen_results(self) -> tuple[str, ...]:
        """The ids of the results that are chosen."""


@runtime_checkable
class HasProblems(Protocol):
    """A page with entries that need to be looked at: F8 goes from one to the next."""

    def next_problem(self, step: int) -> bool:
        """Go to the next (1) or the previous (-1) problem; False where there is none."""
