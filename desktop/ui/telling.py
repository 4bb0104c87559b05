"""What the window says of itself: saved, undone, unfinished, alerts, how the file is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.paths import demonstration_registry
from desktop.ui.spoken import announce
from desktop.ui.unfinished import unfinished_name

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
        what = unfinished_name(self._window, *found) if found else ""
        self._window.status.show_unfinished(what, more=max(len(drafts) - 1, 0))

    def follow_undo(self) -> None:
        """Say in the menu what undo and redo would do."""
        session, actions = self._window.session, self._window.commands
        for name, what in (("undo", session.undo_text), ("redo", session.redo_text)):
            action, text = actions[name], say(actions.spec(name).text)
            action.setText(f"{text} {what}".rstrip())
            action.setEnabled(action.isEnabled() and bool(what))

    def follow_status(self) -> None:
        """Name guidance edition and registry, how it is kept, and whether people are fictional."""
        status, session = self._window.status, self._window.session
        registry, dossier = session.registry, session.dossier
        is_assessed = dossier is not None and dossier.is_assessed
        edition = dossier.assessment.guidance_version if dossier and is_assessed else ""
        status.guidance.setText(say("Guidance {edition}", edition=edition) if edition else "")
        if registry is None:
            return
        status.registry.setText(registry.path.stem)
        status.registry.setToolTip(str(registry.path))
        is_demo = registry.path == demonstration_registry()
        is_fictional = is_demo or bool(dossier and dossier.case.is_fictional)
        status.show_kept(is_encrypted=registry.unlocked is not None, is_demo=is_demo)
        status.show_demo(is_demo=is_fictional and not is_demo)

    def forget(self) -> None:
        """Remember nothing of a patient."""
        self._alerts = ("", frozenset())
