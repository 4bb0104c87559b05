"""What the File and Reports menus do with files: import, export, PDF. Long work is a Task."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.ui.dialogs import PDF_FILES
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.ui.dialogs import Dialogs
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session
    from desktop.ui.settings import Settings
    from desktop.ui.tasks import Report
    from desktop.ui.views.export_page import ExportPage
    from desktop.ui.views.import_page import ImportPage


class FileCommands:
    """Needs the window to show pages in, and ``run`` to run a task with its progress.

    ``note`` shows a short sentence in the status row.
    """

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        settings: Settings,
        dialogs: Dialogs,
        *,
        run: Callable[[Task], None],
        note: Callable[[str], None],
    ) -> None:
        self._window = window
        self._session = session
        self._settings = settings
        self._dialogs = dialogs
        self._run = run
        self._note = note

    def connect_page(self, page: QWidget) -> None:
        """Give a new page of import or export our dialogs, and run its jobs."""
        from desktop.ui.views.export_page import ExportPage
        from desktop.ui.views.import_page import ImportPage

        if isinstance(page, ImportPage):
            page.dialogs = self._dialogs
            page.work.run = self._run
            page.work.stopped.connect(self._tell_stop)
        elif isinstance(page, ExportPage):
            page.dialogs = self._dialogs
            page.run = self._run
            page.listed = self._listed

    def _tell_stop(self) -> None:
        self._note(say("Import stopped; nothing was written"))

    def _listed(self) -> tuple[str, ...]:
        """Our ids of the patients in the list as it is filtered; nobody where it is not."""
        shown = self._window.navigation.list_page.model.rows
        is_filtered = 0 < len(shown) < len(self._session.patients)
        return tuple(row.id for row in shown) if is_filtered else ()

    @property
    def import_page(self) -> ImportPage:
        """The page of the import, in sight."""
        return cast("ImportPage", self._window.navigation.show_place("import"))

    def import_folder(self) -> None:
        """Show the import and ask for a folder."""
        self.import_page.choose_folder()

    def import_file(self) -> None:
        """Show the import and ask for files."""
        self.import_page.choose_files()

    def export_csv(self) -> None:
        """Show the export."""
        self._window.navigation.show_place("export")

    def export_listed(self, listed: tuple[str, ...]) -> None:
        """Show the export, of the patients of a list to begin with."""
        page = cast("ExportPage", self._window.navigation.show_place("export"))
        page.show_listed(listed)

    def export_pdf(self) -> None:
        """Write the clinician summary of the patient who is open now."""
        from desktop.work.report import report_name, write_clinician_report

        dossier, units = self._session.dossier, self._session.units
        assert dossier is not None  # noqa: S101 - the action rests while no patient is open
        path = self._dialogs.save_file(
            self._window, say("Clinician summary as PDF"), PDF_FILES, suggested=report_name(dossier)
        )
        if path is None:
            return
        named = path if path.suffix else path.with_suffix(".pdf")
        registry = self._registry_path()

        def job(_report: Report) -> None:
            write_clinician_report(
                dossier, named, registry_name=registry.stem, units=units, recorded_in=registry
            )

        task = Task(say("Writing PDF"), job)
        task.signals.finished.connect(
            lambda _none: self._note(say("Saved {file}", file=named.name))
        )
        self._run(task)

    def _registry_path(self) -> Path:
        if self._session.registry is None:
            raise UserError(
                say("No registry is open."), remedy=say("Open or make one in the File menu.")
            )
        return self._session.registry.path
