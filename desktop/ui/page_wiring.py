"""What single pages need of the window beside the wishes that all of them have."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.main_window import MainWindow
    from desktop.ui.views.documents import DocumentsPage
    from desktop.ui.views.overview import OverviewPage
    from desktop.ui.views.patients import PatientsPage
    from desktop.ui.views.safekeeping import SafekeepingPage
    from desktop.ui.views.worklist import WorklistPage


def connect_place(window: MainWindow, name: str, page: QWidget) -> None:
    """A page of the registry was made: the worklist counts, others ask with our dialogs."""
    if name == "worklist":
        worklist = cast("WorklistPage", page)
        worklist.dialogs = window.dialogs
        worklist.counted.connect(window.navigation.rail_places[name].show_count)
        window.closing.connect(worklist.feed.stop)
    if name == "patients":
        cast("PatientsPage", page).dialogs = window.dialogs
    if name in ("import", "export"):
        window.files.connect_page(page)
    if name == "safekeeping":
        safekeeping = cast("SafekeepingPage", page)
        safekeeping.use_dialogs(window.dialogs)
        window.backups.made.connect(safekeeping.backups.read_again)


def connect_tab(window: MainWindow, name: str, page: QWidget) -> None:
    """A page of the patient was made: the overview asks with signals of its own."""
    if name == "documents":
        cast("DocumentsPage", page).dialogs = window.dialogs
    if name == "overview":
        asks, overview = window.session.asks, cast("OverviewPage", page)
        overview.measure_wanted.connect(partial(asks.command.emit, "add_mass_measurements"))
        overview.guidance_wanted.connect(partial(asks.show_page.emit, "guidance"))
        overview.result_wanted.connect(asks.show_analyte)
