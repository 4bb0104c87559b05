"""The actions of the window, made from the table in ``action_table``; the menus made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from desktop.domain.language import say
from desktop.domain.roles import ROLE_WORDS, allows
from desktop.ui.action_table import ACTIONS, ADD_ACTIONS, ADD_MENU, MENUS, REASONS, ActionSpec
from desktop.ui.icons import dress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

    from desktop.domain.roles import Role


class Actions:
    """The QActions made from the table, by name."""

    def __init__(self, window: QWidget, slots: Mapping[str, Callable[[], object]]) -> None:
        self.by_name: dict[str, QAction] = {}
        self._is_dressed = False
        self._role: Role | None = None
        self._specs = {spec.name: spec for spec in (*ACTIONS, ADD_MENU)}
        for spec in self._specs.values():
            action = _action(spec, window)
            action.triggered.connect(_without_arguments(slots[spec.name]))
            window.addAction(action)
            self.by_name[spec.name] = action

    def dress(self) -> None:
        """Give the actions their icons, once: 60 drawings, when a menu is opened or before."""
        if self._is_dressed:
            return
        self._is_dressed = True
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
            menu = bar.addMenu(say(title))
            menu.setToolTipsVisible(True)
            menu.aboutToShow.connect(self.dress)
            self._fill(menu, [spec for spec in ACTIONS if spec.menu == title])

    def fill_add(self, menu: QMenu) -> None:
        """Make the Add menu."""
        menu.aboutToShow.connect(self.dress)
        self._fill(menu, ADD_ACTIONS)

    def _fill(self, menu: QMenu, specs: Iterable[ActionSpec]) -> None:
        groups: dict[str, QMenu] = {}
        for spec in specs:
            if spec.starts_section and not menu.isEmpty():
                menu.addSeparator()
            if spec.group and spec.group not in groups:
                groups[spec.group] = menu.addMenu(say(spec.group))
            target = groups.get(spec.group, menu)
            target.addAction(self.by_name[spec.name])

    def allow(self, *, role: Role | None, patient: bool, paused: bool) -> None:
        """Enable what applies now to a person of this role; None while no registry is open.

        ``paused`` holds back edits while an import runs.
        """
        has = {"nothing": True, "registry": role is not None, "patient": patient}
        for name, action in self.by_name.items():
            spec = self._specs[name]
            is_fit = has[spec.needs] and not (paused and spec.edits)
            is_allowed = role is None or not spec.deed or allows(role, spec.deed)
            action.setEnabled(is_fit and is_allowed)
            why = "" if is_allowed or role is None else forbidden(role)
            action.setToolTip(why or spec.plain)
            action.setStatusTip(why)
        self._role = role

    def reason(self, name: str, *, has_registry: bool, has_patient: bool) -> str:
        """Why an action does not apply now; empty if it does."""
        if self.by_name[name].isEnabled():
            return ""
        spec = self._specs[name]
        lacks = {"nothing": False, "registry": not has_registry, "patient": not has_patient}
        if lacks[spec.needs]:
            return say(REASONS[spec.needs])
        if self._role is not None and spec.deed and not allows(self._role, spec.deed):
            return forbidden(self._role)
        if name == "undo":
            return say("Nothing to undo.")
        if name == "redo":
            return say("Nothing to redo.")
        return say("Wait until the import has ended.")

    def heard_last(self, keys: QKeySequence) -> QAction | None:
        """The action whose keys nothing else wanted."""
        for name, spec in self._specs.items():
            if spec.heard_last and QKeySequence(spec.shortcut) == keys:
                return self.by_name[name]
        return None


def forbidden(role: Role) -> str:
    """Why somebody of this role may not do it."""
    return say("Your role, {role}, does not allow this.", role=say(ROLE_WORDS[role]))


def _action(spec: ActionSpec, window: QWidget) -> QAction:
    action = QAction(say(spec.text), window)
    action.setObjectName(spec.name)
    action.setCheckable(spec.is_checkable)
    if spec.heard_last:
        action.setText(f"{say(spec.text)}\t{spec.shortcut}")
    elif spec.shortcut:
        action.setShortcut(QKeySequence(spec.shortcut))
    return action


def _without_arguments(slot: Callable[[], object]) -> Callable[[bool], None]:
    """``triggered`` carries whether the action is checked, which no slot here asks for."""

    def run(_checked: bool) -> None:
        slot()

    return run
