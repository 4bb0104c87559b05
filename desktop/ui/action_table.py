"""Every action of the program in one table: text, keys, icon, menu, and what it needs.

Menus, the command list of the search box and the sheet of keys are made from it. Texts are
marked here and said when they are shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import mark
from desktop.ui.action_spec import (
    ADD,
    ADD_KEYS,
    COLORS,
    EDIT,
    FILE,
    HELP,
    MENUS,
    PATIENT,
    REASONS,
    REPORTS,
    TEXT_SIZES,
    UNITS,
    VIEW,
    ActionSpec,
    Need,
)
from desktop.ui.pages import Page, patient_pages, registry_pages

if TYPE_CHECKING:
    from desktop.domain.roles import Deed

__all__ = ["ACTIONS", "ADD_ACTIONS", "ADD_MENU", "MENUS", "PATIENT", "REASONS", "ActionSpec"]


def _add(
    table: str, text: str, icon: str, shortcut: str = "", *, starts_section: bool = False
) -> ActionSpec:
    needs: Need = "registry" if table == "patients" else "patient"
    return ActionSpec(
        f"{ADD}{table}",
        PATIENT,
        text,
        shortcut,
        icon,
        needs,
        starts_section=starts_section,
        edits=True,
        deed="change",
    )


ADD_ACTIONS: tuple[ActionSpec, ...] = (
    _add("patients", mark("New &patient…"), "user", "Ctrl+Shift+N"),
    _add("labs", mark("Add &laboratory result…"), "test-pipe", starts_section=True),
    _add("mass_measurements", mark("Add mass m&easurement…"), "ruler-measure", "Ctrl+M"),
    _add("masses", mark("Add &mass…"), "body-scan"),
    _add("treatments", mark("Add &treatment…"), "pill"),
    _add("procedures", mark("Add p&rocedure…"), "scissors"),
    _add("findings", mark("Add &finding…"), "stethoscope"),
    _add("events", mark("Add e&vent…"), "calendar"),
    _add("allergies", mark("Add &allergy…"), "ban"),
    _add("variants", mark("Add &genetic variant…"), "dna-2"),
    _add("family", mark("Add relat&ive…"), "users"),
    _add("body", mark("Add &height and weight…"), "ruler-measure"),
    _add("targets", mark("Add target ra&nge…"), "adjustments"),
    _add("visits", mark("Add vi&sit…"), "calendar-due"),
    _add("consents", mark("Add &consent…"), "clipboard-text"),
    _add("sources", mark("Add so&urce…"), "book-2"),
)
"""The Add menu: ``add_`` and the name of the table."""

ADD_MENU = ActionSpec(
    "add_menu", "", mark("Add…"), ADD_KEYS, "plus", "registry", edits=True, deed="change"
)
"""Opens the Add menu; in the window's tab row, not in a menu."""


def _show(page: Page, needs: Need, *, starts_section: bool = False) -> ActionSpec:
    return ActionSpec(
        f"show_{page.name}",
        VIEW,
        page.text,
        page.shortcut,
        page.icon,
        needs,
        starts_section=starts_section,
    )


_PLACES = tuple(
    _show(page, "nothing" if page.name == "settings" else "registry") for page in registry_pages()
)
_TABS = tuple(
    _show(page, "patient", starts_section=place == 0) for place, page in enumerate(patient_pages())
)


def _choice(
    name: str, text: str, keys: str, group: str, *, starts_section: bool = False
) -> ActionSpec:
    return ActionSpec(
        name, VIEW, text, keys, group=group, starts_section=starts_section, is_checkable=True
    )


_CHOICES = (
    _choice("units_conventional", "&mg/dL", "Ctrl+D, M", UNITS, starts_section=True),
    _choice("units_si", mark("mmol/L (&SI)"), "Ctrl+D, S", UNITS),
    _choice("theme_light", mark("&Light"), "Ctrl+D, L", COLORS),
    _choice("theme_dark", mark("&Dark"), "Ctrl+D, D", COLORS),
    _choice("theme_system", mark("As the &system"), "Ctrl+D, A", COLORS),
    _choice("text_90", "90 %", "Ctrl+D, 1", TEXT_SIZES),
    _choice("text_100", "100 %", "Ctrl+D, 2", TEXT_SIZES),
    _choice("text_110", "110 %", "Ctrl+D, 3", TEXT_SIZES),
    _choice("text_125", "125 %", "Ctrl+D, 4", TEXT_SIZES),
    _choice("text_150", "150 %", "Ctrl+D, 5", TEXT_SIZES),
    _choice("text_175", "175 %", "Ctrl+D, 6", TEXT_SIZES),
    _choice("text_200", "200 %", "Ctrl+D, 7", TEXT_SIZES),
)

_FILE_ACTIONS = (
    ActionSpec("new_registry", FILE, mark("&New registry…"), "Ctrl+Shift+O", "plus"),
    ActionSpec("open_registry", FILE, mark("&Open registry…"), "Ctrl+O", "table"),
    ActionSpec("lock", FILE, mark("&Lock"), "Ctrl+Shift+L", "lock", "registry"),
    ActionSpec(
        "backup_now",
        FILE,
        mark("&Back up now"),
        "Ctrl+Shift+B",
        "copy",
        "registry",
        starts_section=True,
        edits=True,
    ),
    ActionSpec(
        "encrypt_registry",
        FILE,
        mark("Encr&ypt this registry…"),
        "Ctrl+Shift+Y",
        "lock",
        "registry",
        edits=True,
        deed="people",
    ),
    ActionSpec(
        "import_folder",
        FILE,
        mark("Import &folder…"),
        "Ctrl+Alt+I",
        "file-import",
        "registry",
        starts_section=True,
        edits=True,
        deed="import",
    ),
    ActionSpec(
        "import_file",
        FILE,
        mark("&Import files…"),
        "Ctrl+Shift+I",
        "file-import",
        "registry",
        edits=True,
        deed="import",
    ),
    ActionSpec(
        "export_csv",
        FILE,
        mark("&Export…"),
        "Ctrl+Alt+E",
        "download",
        "registry",
        deed="export",
    ),
    ActionSpec("user_name", FILE, mark("&Your name…"), "Ctrl+Shift+U", "user", starts_section=True),
    ActionSpec("quit", FILE, mark("&Quit"), "Ctrl+Q", "x", starts_section=True),
)

_EDIT_ACTIONS = (
    ActionSpec(
        "undo",
        EDIT,
        mark("&Undo"),
        "Ctrl+Z",
        "arrow-back-up",
        "registry",
        edits=True,
        deed="change",
    ),
    ActionSpec(
        "redo",
        EDIT,
        mark("&Redo"),
        "Ctrl+Shift+Z",
        "rotate",
        "registry",
        edits=True,
        deed="change",
    ),
    ActionSpec(
        "find",
        EDIT,
        mark("&Find patient or command…"),
        "Ctrl+K",
        "search",
        starts_section=True,
    ),
    ActionSpec("filter", EDIT, mark("Filter this &list"), "Ctrl+F", "filter", "registry"),
    ActionSpec("next_problem", EDIT, mark("&Next problem"), "F8", "alert-triangle", "registry"),
    ActionSpec(
        "previous_problem",
        EDIT,
        mark("&Previous problem"),
        "Shift+F8",
        "alert-triangle",
        "registry",
    ),
)

_VIEW_ACTIONS = (
    *_PLACES,
    *_TABS,
    ActionSpec(
        "chart_table",
        VIEW,
        mark("Chart as ta&ble"),
        "Ctrl+T",
        "table",
        "registry",
        starts_section=True,
        heard_last=True,
    ),
    ActionSpec("next_pane", VIEW, mark("Next pa&ne"), "F6", "columns"),
    ActionSpec("previous_pane", VIEW, mark("Previous pan&e"), "Shift+F6", "columns"),
    *_CHOICES,
    ActionSpec("refresh", VIEW, mark("Re&fresh"), "F5", "rotate", "registry", starts_section=True),
)


def _patient(name: str, text: str, keys: str, icon: str, *, deed: Deed = "change") -> ActionSpec:
    return ActionSpec(name, PATIENT, text, keys, icon, "patient", edits=True, deed=deed)


_PATIENT_ACTIONS = (
    *ADD_ACTIONS,
    ActionSpec(
        "lab_column",
        PATIENT,
        mark("Results of today in La&bs"),
        "Ctrl+L",
        "test-pipe",
        "patient",
        starts_section=True,
        edits=True,
        deed="change",
    ),
    _patient("sign_results", mark("Sign results…"), "Ctrl+Shift+S", "check"),
    _patient("edit_patient", mark("Edit patient…"), "F4", "user"),
    _patient("remove_patient", mark("Remove patient…"), "Ctrl+Shift+Del", "x"),
    _patient("erase_patient", mark("Erase this person…"), "Alt+Shift+Del", "x", deed="erase"),
    ActionSpec("all_alerts", PATIENT, mark("Show all alerts"), "F7", "alert-triangle", "patient"),
)

_OTHER_ACTIONS = (
    ActionSpec(
        "export_pdf",
        REPORTS,
        mark("&Export PDF…"),
        "Ctrl+E",
        "file-type-pdf",
        "patient",
    ),
    ActionSpec("print", REPORTS, mark("&Print document…"), "Ctrl+P", "printer", "patient"),
    ActionSpec("help", HELP, mark("&Help for this page"), "F1", "book-2"),
    ActionSpec("shortcuts", HELP, mark("&Keyboard"), "Ctrl+F1", "info-circle"),
    ActionSpec("about", HELP, mark("&About"), "Shift+F1", "info-circle"),
)

ACTIONS: tuple[ActionSpec, ...] = (
    *_FILE_ACTIONS,
    *_EDIT_ACTIONS,
    *_VIEW_ACTIONS,
    *_PATIENT_ACTIONS,
    *_OTHER_ACTIONS,
)
"""Everything that menus hold, in their order."""
