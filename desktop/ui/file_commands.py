"""What the File and Reports menus do with files: import, export, PDF. Long work is a Task."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.ui.dialogs import CSV_FILES, PDF_FILES
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.ui.dialogs import Dialogs
    from desktop.ui.session import Session
    from desktop.ui.settings import Settings
    from desktop.ui.tasks import Report
    from desktop.work.import_outcome import Outcome

SHOWN_REFUSALS = 200


class FileCommands:
    """Needs the window to show dialogs over, and ``run`` to run a task with its progress.

    ``note`` shows a short sentence in the status row.
    """

    def __init__(
        self,
        window: QWidget,
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

    def import_folder(self) -> None:
        """Import every table of a folder."""
        folder = self._dialogs.folder(self._window, say("Import folder of tables"))
        if folder is not None:
            self._import(folder)

    def import_file(self) -> None:
        """Import one table."""
        path = self._dialogs.open_file(self._window, say("Import table"), CSV_FILES)
        if path is not None:
            self._import(path)

    def _import(self, source: Path) -> None:
        target, who = self._registry_path(), self._settings.user_name

        def job(report: Report) -> Outcome:
            from desktop.work.import_file import import_into

            return import_into(target, [source], who=who, report=report)

        task = Task(say("Importing {file}", file=source.name), job)
        task.signals.finished.connect(partial(self._imported, source))
        task.signals.stopped.connect(
            partial(self._note, say("Import stopped; nothing was written"))
        )
        self._run(task)

    def _imported(self, source: Path, outcome: Outcome) -> None:
        if outcome.change is not None:
            self._session.tell(outcome.change)
        self._note(import_summary(outcome))
        if outcome.refusals:
            self._offer_refused(source, outcome)

    def _offer_refused(self, source: Path, outcome: Outcome) -> None:
        listed = "\n".join(remark.text for remark in outcome.refusals[:SHOWN_REFUSALS])
        text = say(
            "{summary}.\n\nThe first refused rows:\n{rows}\n\n"
            "Refused rows can be written as tables with the reason beside each row; "
            "mended, they can be imported.",
            summary=import_summary(outcome),
            rows="\n".join(remark.text for remark in outcome.refusals[:5]),
        )
        title = say("Some rows were refused")
        self._dialogs.tell(self._window, title, text, details=listed)
        agreed = self._dialogs.confirm(
            self._window,
            title,
            say("Write the refused rows into a folder?"),
            yes=say("Choose a folder…"),
        )
        wanted = say("Folder for refused rows")
        folder = self._dialogs.folder(self._window, wanted) if agreed else None
        if folder is not None:
            self._write_refused(source, folder)

    def _write_refused(self, source: Path, folder: Path) -> None:
        target = self._registry_path()

        def job(report: Report) -> Outcome:
            from desktop.work.import_file import import_into

            return import_into(target, [source], dry_run=True, refused=folder, report=report)

        task = Task(say("Writing refused rows"), job)
        done = partial(self._note, say("Refused rows are in {folder}", folder=folder))
        task.signals.finished.connect(lambda _outcome: done())
        self._run(task)

    def export_csv(self) -> None:
        """Write every patient into a folder of tables."""
        folder = self._dialogs.folder(self._window, say("Export tables into a folder"))
        if folder is None or not self._may_replace(folder):
            return
        source = self._registry_path()

        def job(report: Report) -> str:
            from desktop.db.registry import Registry
            from desktop.work.export_tables import export_tables

            with Registry.open(source) as registry:
                return export_tables(registry, folder, report=report).balance

        task = Task(say("Exporting tables"), job)
        task.signals.finished.connect(
            lambda balance: self._note(say("Exported: {balance}", balance=balance))
        )
        self._run(task)

    def _may_replace(self, folder: Path) -> bool:
        if not any(folder.glob("*.csv")):
            return True
        text = say(
            "{folder} holds tables already. Tables of the same name are replaced.",
            folder=folder.name,
        )
        title = say("Export tables")
        return self._dialogs.confirm(self._window, title, text, yes=say("Replace them"))

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
        registry_name = self._registry_path().stem

        def job(_report: Report) -> None:
            write_clinician_report(dossier, named, registry_name=registry_name, units=units)

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


def import_summary(outcome: Outcome) -> str:
    """What an import did, in one line: counts that add up."""
    tallies = outcome.tallies.values()
    read = sum(tally.read for tally in tallies)
    return say(
        "{read} rows read: {added} added, {updated} filled in, {unchanged} there already, "
        "{refused} refused",
        read=f"{read:,}",
        added=f"{sum(tally.added for tally in tallies):,}",
        updated=f"{sum(tally.updated for tally in tallies):,}",
        unchanged=f"{sum(tally.unchanged for tally in tallies):,}",
        refused=f"{sum(tally.refused for tally in tallies):,}",
    )
