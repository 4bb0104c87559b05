"""What the window says of itself: saved, undone, unfinished, alerts; written and spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.ui.spoken import announce

if TYPE_CHECKING:
    from desktop.domain.changes import ChangeSet
    from desktop.guidance.dossier import Dossier
    from desktop.ui.main_window import MainWindow


class Telling:
    """Follows the session of one window in its status row, and for people who listen."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._alerts = ("", frozenset[str]())
        window.session.changed.connect(self.tell_change)
        window.session.assessed.connect(self.tell_stops)
        window.session.drafts.changed.connect(self.follow_drafts)

    def tell_change(self, changes: ChangeSet) -> None:
        """A step was saved, undone, or done again."""
        step = self._window.session.last_step
        if step == "undo":
            told = say("Undone: {what}", what=changes.what)
        elif step == "redo":
            told = say("Done again: {what}", what=changes.what)
        else:
            told = say("Saved: {what}", what=changes.what)
        self._window.status.show_note(told)
        announce(self._window, told)

    def tell_stops(self, dossier: Dossier) -> None:
        """Speak the stop alerts of a patient just opened, later only new ones."""
        if not dossier.is_assessed:
            return
        stops = frozenset(
            alert.text
            for alert in dossier.assessment.alerts
            if alert.severity == "contraindication" and not alert.cleared
        )
        patient, known = self._alerts
        new = stops - known if patient == dossier.case.patient.id else stops
        self._alerts = (dossier.case.patient.id, stops)
        if new:
            announce(self._window, " ".join(sorted(new)), at_once=True)

    def follow_drafts(self) -> None:
        """Name the entry that was typed last and not finished."""
        drafts = self._window.session.drafts
        found = drafts.latest()
        what = self._window.patients.unfinished_name(*found) if found else ""
        self._window.status.show_unfinished(what, more=max(len(drafts) - 1, 0))
