"""What each action of the window does: the slots, by the names of the table of actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.ui.action_table import ADD_ACTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.main_window import MainWindow


def slots(window: MainWindow) -> dict[str, Callable[[], object]]:
    """The slot of each action; what imports much is looked up when the action is used."""
    session, panes, navigation = window.session, window.panes, window.navigation
    named: dict[str, Callable[[], object]] = {
        "new_registry": lambda: window.registries.new_registry(),
        "open_registry": lambda: window.registries.open_registry(),
        "encrypt_registry": lambda: window.registries.encrypt(),
        "lock": window.locking.by_command,
        "backup_now": lambda: window.backups.make_now(),
        "import_folder": lambda: window.files.import_folder(),
        "import_file": lambda: window.files.import_file(),
        "export_csv": lambda: window.files.export_csv(),
        "export_pdf": lambda: window.patients.export_pdf(),
        "print": lambda: window.patients.print_document(),
        "quit": window.close,
        "find": lambda: window.search.focus(),
        "undo": session.undo,
        "redo": session.redo,
        "next_problem": partial(panes.next_problem, 1),
        "previous_problem": partial(panes.next_problem, -1),
        "next_pane": partial(panes.go, 1),
        "previous_pane": partial(panes.go, -1),
        "chart_table": panes.chart_table,
        "refresh": session.read_again,
        "user_name": window.appearance.ask_user_name,
        "add_menu": navigation.open_add_menu,
        "edit_patient": lambda: window.patients.edit_patient(),
        "remove_patient": lambda: window.patients.remove_patient(),
        "erase_patient": lambda: window.patients.erase_patient(),
        "sign_results": lambda: window.patients.sign_results(),
        "all_alerts": lambda: window.patients.show_alerts(),
        "help": lambda: window.patients.show_help(),
        "shortcuts": lambda: window.patients.show_shortcuts(),
        "about": lambda: window.patients.show_about(),
    }
    for spec in ADD_ACTIONS:
        named[spec.name] = partial(_add, window, spec.name.removeprefix("add_"))
    return named | navigation.slots() | window.appearance.slots()


def _add(window: MainWindow, table: str) -> None:
    window.patients.add(table, {})
