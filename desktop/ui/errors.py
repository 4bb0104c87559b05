"""The one excepthook: a UserError is shown as it is, anything else is a bug and says so.

What is logged names the kind of error and the places in the program, never the error's own
text or any value, for those may hold a patient's data.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.domain.errors import Cancelled, UserError
from desktop.domain.language import say
from desktop.paths import user_folder
from desktop.ui.spoken import announce

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

    from desktop.ui.dialogs import Dialogs

LOG_NAME = "problems.log"


class ErrorReporter:
    """Shows errors over a window; one problem is shown at a time."""

    def __init__(self, dialogs: Dialogs, parent: QWidget) -> None:
        self._dialogs = dialogs
        self._parent = parent
        self._showing = False

    def install(self) -> None:
        """Receive every exception that nothing caught."""
        sys.excepthook = self.report_uncaught

    def report_uncaught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """What ``sys.excepthook`` calls."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error.with_traceback(trace))

    def report(self, error: BaseException) -> None:
        """Show an error; the user's own Stop shows nothing."""
        if isinstance(error, Cancelled):
            return
        details = "" if isinstance(error, UserError) else description(error)
        if details:
            write_log(details)
        if self._showing:
            return
        self._showing = True
        try:
            self._show(error, details)
        finally:
            self._showing = False

    def _show(self, error: BaseException, details: str) -> None:
        if isinstance(error, UserError):
            parts = (error.what, error.kept, error.remedy)
            text = "\n\n".join(part for part in parts if part)
            announce(self._parent, text, at_once=True)
            self._dialogs.tell(self._parent, "Calcinosis Registry", text)
            return
        text = say(
            "The program made a mistake. What was saved before is safe in the registry.\n\n"
            "A description without any patient’s data was added to {file} in the "
            "program’s folder. Please send it to whoever looks after the program.",
            file=LOG_NAME,
        )
        announce(self._parent, text, at_once=True)
        title = say("A mistake of the program")
        self._dialogs.tell(self._parent, title, text, details=details)


def description(error: BaseException) -> str:
    """An error as kind and places, without its text and without values."""
    import traceback  # not needed for the window's first paint

    root = Path(__file__).resolve().parents[2]
    lines = [f"{type(error).__module__}.{type(error).__qualname__}"]
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        place = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
        lines.append(f"  {place}:{frame.lineno} {frame.name}")
    if error.__cause__ is not None:
        lines.append(f"caused by {description(error.__cause__)}")
    return "\n".join(lines)


def write_log(details: str) -> None:
    """Add a description to the log in the user's folder."""
    import platform  # not needed for the window's first paint
    from datetime import datetime

    folder = user_folder()
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    head = f"{now} version {__version__}, Python {platform.python_version()}, {sys.platform}"
    with (folder / LOG_NAME).open("a", encoding="utf-8") as log:
        log.write(f"{head}\n{details}\n\n")
