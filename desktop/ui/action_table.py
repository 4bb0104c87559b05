"""Every action of the program in one table: text, keys, icon, menu, and what it needs.

Menus, the command list of the search box and the sheet of keys are made from it. Texts are
marked here and said when they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.domain.language import mark, say
from desktop.ui.pages import Page, patient_pages, registry_pages

Need = Literal["nothing", "registry", "patient"]

FILE, EDIT, VIEW = mark("&File"), mark("&Edit"), mark("&View")
PATIENT, REPORTS, HELP = mark("&Patient"), mark("&Reports"), mark("&Help")
MENUS = (FILE, EDIT, VIEW, PATIENT, REPORTS, HELP)

UNITS, COLORS, TEXT_SIZES = mark("&Units"), mark("C&olors"), mark("Te&xt size")
"""Submenus of the View menu."""

REASONS: dict[Need, str] = {
    "nothing": "",
    "registry": mark("Open a registry first."),
    "patient": mark("Open a patient first."),
}


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action; ``group`` is a submenu, ``starts_section`` draws a line above it.

    ``edits`` tells that it writes to the registry, so that it rests while an import runs.
    ``heard_last`` tells that its keys belong to whatever has the focus, and to the window only
    where that leaves them alone.
    """

    name: str
    menu: str
    text: str
    shortcut: str = ""
    icon: str = ""
    needs: Need = "nothing"
    group: str = ""
    starts_section: bool = False
    is_checkable: bool = False
    edits: bool = False
    heard_last: bool = False

    @property
    def plain(self) -> str:
        """The text in the chosen language, without the letter to press and without dots."""
        return say(self.text).replace("&", "").removesuffix("…")

    @property
    def keys(self) -> str:
        """The keys as people read them; entries of the Add menu have a letter behind its own."""
        if self.shortcut or self not in ADD_ACTIONS:
            return self.shortcut
        text = say(self.text)
        place = text.find("&") + 1
        return f"{ADD_MENU.shortcut}, {text[place].upper()}" if place else ""


def _add(
    table: str, text: str, icon: str, shortcut: str = "", *, starts_section: bool = False
) -> ActionSpec:
    needs: Need = "registry" if table == "patients" else "patient"
    return ActionSpec(
        f"add_{table}",
        PATIENT,
        text,
        shortcut,
        icon,
        needs,
        starts_section=starts_section,
        edits=True,
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

ADD_MENU = ActionSpec("add_menu", "", mark("Add…"), "Ctrl+N", "plus", "registry")
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
    ActionSpec(
        "import_folder",
        FILE,
        mark("&Import folder of tables…"),
        "Ctrl+I",
        "file-import",
        "registry",
        starts_section=True,
        edits=True,
    ),
    ActionSpec(
        "import_file",
        FILE,
        mark("Import &table…"),
        "Ctrl+Shift+I",
        "file-import",
        "registry",
        edits=True,
    ),
    ActionSpec("export_csv", FILE, mark("&Export tables…"), "Ctrl+Shift+E", "download", "registry"),
    ActionSpec("user_name", FILE, mark("&Your name…"), "Ctrl+Shift+U", "user", starts_section=True),
    ActionSpec("quit", FILE, mark("&Quit"), "Ctrl+Q", "x", starts_section=True),
)

_EDIT_ACTIONS = (
    ActionSpec("undo", EDIT, mark("&Undo"), "Ctrl+Z", "arrow-back-up", "registry", edits=True),
    ActionSpec("redo", EDIT, mark("&Redo"), "Ctrl+Shift+Z", "rotate", "registry", edits=True),
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
    ),
    ActionSpec(
        "edit_patient",
        PATIENT,
        mark("Edit patient…"),
        "F4",
        "user",
        "patient",
        edits=True,
    ),
    ActionSpec(
        "remove_patient",
        PATIENT,
        mark("Remove patient…"),
        "Ctrl+Shift+Del",
        "x",
        "patient",
        edits=True,
    ),
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

RESERVED = ("Ctrl+Shift+L",)
"""Keys kept for locking the window."""
