"""Every action of the program in one table: text, shortcut, icon, menu, what it needs.

Menus, the command list of the search box and the help on shortcuts are made from it; the
window gives each name its slot.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QAction, QKeySequence

from desktop.ui.icons import dress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

Need = Literal["nothing", "registry", "patient"]
MENUS = ("&File", "&Edit", "&View", "&Patient", "&Reports", "&Help")

REASONS: dict[Need, str] = {
    "nothing": "",
    "registry": "Open a registry first.",
    "patient": "Open a patient first.",
}


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action; ``group`` is a submenu, ``starts_section`` draws a line above it.

    ``edits`` tells that it writes to the registry, so that it rests while an import runs.
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

    @property
    def plain(self) -> str:
        """The text without mnemonic and dots."""
        return self.text.replace("&", "").removesuffix("…")


def _add(name: str, text: str, icon: str, shortcut: str = "", **more: bool) -> ActionSpec:
    needs: Need = "registry" if name == "add_patients" else "patient"
    section = more.get("starts_section", False)
    return ActionSpec(
        name, "&Patient", text, shortcut, icon, needs, starts_section=section, edits=True
    )


ADD_ACTIONS: tuple[ActionSpec, ...] = (
    _add("add_patients", "New &patient…", "user", "Ctrl+Shift+N"),
    _add("add_labs", "Add &laboratory result…", "test-pipe", "Ctrl+L", starts_section=True),
    _add("add_mass_measurements", "Add mass m&easurement…", "ruler-measure", "Ctrl+M"),
    _add("add_masses", "Add &mass…", "body-scan"),
    _add("add_treatments", "Add &treatment…", "pill"),
    _add("add_procedures", "Add p&rocedure…", "scissors"),
    _add("add_findings", "Add &finding…", "stethoscope"),
    _add("add_events", "Add e&vent…", "calendar"),
    _add("add_allergies", "Add &allergy…", "ban"),
    _add("add_variants", "Add &genetic variant…", "dna-2"),
    _add("add_family", "Add relat&ive…", "users"),
    _add("add_body", "Add &height and weight…", "ruler-measure"),
    _add("add_targets", "Add target ra&nge…", "adjustments"),
    _add("add_visits", "Add vi&sit…", "calendar-due"),
    _add("add_sources", "Add so&urce…", "book-2"),
)
"""The Add menu: ``add_`` and the name of the table."""

_VIEW = "&View"

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new_registry", "&File", "&New registry…", icon="plus"),
    ActionSpec("open_registry", "&File", "&Open registry…", "Ctrl+O"),
    ActionSpec(
        "import_folder",
        "&File",
        "&Import folder of tables…",
        icon="file-import",
        needs="registry",
        starts_section=True,
        edits=True,
    ),
    ActionSpec("import_file", "&File", "Import &table…", needs="registry", edits=True),
    ActionSpec("export_csv", "&File", "&Export tables…", icon="download", needs="registry"),
    ActionSpec("user_name", "&File", "&Your name…", icon="user", starts_section=True),
    ActionSpec("quit", "&File", "&Quit", "Ctrl+Q", starts_section=True),
    ActionSpec("undo", "&Edit", "&Undo", "Ctrl+Z", "arrow-back-up", "registry", edits=True),
    ActionSpec("redo", "&Edit", "&Redo", "Ctrl+Shift+Z", needs="registry", edits=True),
    ActionSpec(
        "find",
        "&Edit",
        "&Find patient or command…",
        "Ctrl+K",
        "search",
        starts_section=True,
    ),
    ActionSpec("filter", "&Edit", "Filter this &list", "Ctrl+F", "filter", "registry"),
    ActionSpec("show_patients", _VIEW, "&Patients", "Ctrl+0", "users", "registry"),
    ActionSpec("show_overview", _VIEW, "&Overview", "Ctrl+1", "layout-grid", "patient"),
    ActionSpec("show_records", _VIEW, "&Records", "Ctrl+2", "table", "patient"),
    ActionSpec("show_guidance", _VIEW, "&Guidance", "Ctrl+3", "stethoscope", "patient"),
    ActionSpec(
        "units_conventional",
        _VIEW,
        "&mg/dL",
        group="&Units",
        starts_section=True,
        is_checkable=True,
    ),
    ActionSpec("units_si", _VIEW, "mmol/&L (SI)", group="&Units", is_checkable=True),
    ActionSpec("theme_light", _VIEW, "&Light", group="&Colors", is_checkable=True),
    ActionSpec("theme_dark", _VIEW, "&Dark", group="&Colors", is_checkable=True),
    ActionSpec("theme_system", _VIEW, "As the &system", group="&Colors", is_checkable=True),
    ActionSpec("text_90", _VIEW, "90 %", group="&Text size", is_checkable=True),
    ActionSpec("text_100", _VIEW, "100 %", group="&Text size", is_checkable=True),
    ActionSpec("text_110", _VIEW, "110 %", group="&Text size", is_checkable=True),
    ActionSpec("text_125", _VIEW, "125 %", group="&Text size", is_checkable=True),
    ActionSpec("text_150", _VIEW, "150 %", group="&Text size", is_checkable=True),
    ActionSpec("refresh", _VIEW, "Re&fresh", "F5", "rotate", "registry", starts_section=True),
    *ADD_ACTIONS,
    ActionSpec(
        "edit_patient",
        "&Patient",
        "Edit patient…",
        "",
        "user",
        "patient",
        starts_section=True,
        edits=True,
    ),
    ActionSpec("remove_patient", "&Patient", "Remove patient…", needs="patient", edits=True),
    ActionSpec("all_alerts", "&Patient", "Show all alerts", "", "alert-triangle", "patient"),
    ActionSpec(
        "export_pdf", "&Reports", "&Clinician summary as PDF…", "Ctrl+E", "file-type-pdf", "patient"
    ),
    ActionSpec("shortcuts", "&Help", "&Keyboard shortcuts", "F1", "info-circle"),
    ActionSpec("about", "&Help", "&About"),
)
"""Everything that menus hold, in their order."""

ADD_MENU = ActionSpec("add_menu", "", "Add…", "Ctrl+N", "plus", "registry")
"""Opens the Add menu; in the window's tab row, not in a menu."""


class Actions:
    """The QActions made from the table, by name."""

    def __init__(self, window: QWidget, slots: Mapping[str, Callable[[], object]]) -> None:
        self.by_name: dict[str, QAction] = {}
        self._specs = {spec.name: spec for spec in (*ACTIONS, ADD_MENU)}
        for spec in self._specs.values():
            action = _action(spec, window)
            action.triggered.connect(_without_arguments(slots[spec.name]))
            window.addAction(action)
            self.by_name[spec.name] = action

    def dress(self) -> None:
        """Give the actions their icons, after the first paint: menus are closed until then."""
        for name, action in self.by_name.items():
            if icon := self._specs[name].icon:
                dress(action, icon)

    def __getitem__(self, name: str) -> QAction:
        """The action of this name."""
        return self.by_name[name]

    def spec(self, name: str) -> ActionSpec:
        """The row of the table of this name."""
        return self._specs[name]

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus."""
        for title in MENUS:
            menu = bar.addMenu(title)
            self._fill(menu, [spec for spec in ACTIONS if spec.menu == title])

    def fill_add(self, menu: QMenu) -> None:
        """Make the Add menu."""
        self._fill(menu, ADD_ACTIONS)

    def _fill(self, menu: QMenu, specs: Iterable[ActionSpec]) -> None:
        groups: dict[str, QMenu] = {}
        for spec in specs:
            if spec.starts_section and not menu.isEmpty():
                menu.addSeparator()
            if spec.group and spec.group not in groups:
                groups[spec.group] = menu.addMenu(spec.group)
            target = groups.get(spec.group, menu)
            target.addAction(self.by_name[spec.name])

    def allow(self, *, registry: bool, patient: bool, paused: bool) -> None:
        """Enable what applies now; ``paused`` holds back edits while an import runs."""
        has = {"nothing": True, "registry": registry, "patient": patient}
        for name, action in self.by_name.items():
            spec = self._specs[name]
            action.setEnabled(has[spec.needs] and not (paused and spec.edits))

    def reason(self, name: str) -> str:
        """Why an action does not apply now; empty if it does."""
        if self.by_name[name].isEnabled():
            return ""
        spec = self._specs[name]
        return REASONS[spec.needs] or "Wait until the import has ended."


def _action(spec: ActionSpec, window: QWidget) -> QAction:
    action = QAction(spec.text, window)
    action.setObjectName(spec.name)
    action.setCheckable(spec.is_checkable)
    if spec.shortcut:
        action.setShortcut(QKeySequence(spec.shortcut))
    return action


def _without_arguments(slot: Callable[[], object]) -> Callable[[bool], None]:
    """``triggered`` carries whether the action is checked, which no slot here asks for."""

    def run(_checked: bool) -> None:
        slot()

    return run
