"""The open registry and patient, and when the guidance is applied: once the charts are painted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.roles import allows

if TYPE_CHECKING:
    from desktop.db.registry import Registry
    from desktop.domain.roles import Deed, Role
    from desktop.guidance.dossier import Dossier

MOST_WAIT_MS = 300
"""So long the first guidance waits for the charts to be painted, should nothing paint them."""
HEAVY, HEAVY_WAIT_MS = 1000, 20
"""From so many results on the guidance takes some 50 ms and more: pages are painted first."""


class GuidedSession(QObject):
    """What is open, what its user may do, and its guidance; ``assessed`` tells of the last."""

    assessed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.registry: Registry | None = None
        self.dossier: Dossier | None = None
        self.has_rules = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._apply_guidance)

    @property
    def role(self) -> Role | None:
        """The role of who is signed in, a viewer's for a copy to look at; None while none is."""
        if self.registry is None:
            return None
        return "viewer" if self.registry.read_only else self.registry.role

    def may(self, deed: Deed) -> bool:
        """Whether the person who is signed in may do this; False while no registry is open."""
        return self.role is not None and allows(self.role, deed)

    def read_rules(self) -> None:
        """Read the rules of the guidance ahead of the first patient; raises PackError."""
        from desktop.guidance.clinic import pack_for

        pack_for(self.registry.path if self.registry else None)
        self.has_rules = True

    def _assess(self) -> None:
        """Apply the guidance: now if that is quick, else after the next paint."""
        is_heavy = self.dossier is not None and len(self.dossier.case.labs) >= HEAVY
        if self.has_rules and not is_heavy:
            self._apply_guidance()
        else:
            self._soon.start(HEAVY_WAIT_MS if self.has_rules else MOST_WAIT_MS)

    @property
    def waits_for_paint(self) -> bool:
        """True while the guidance waits until the open patient's charts are painted."""
        return self._soon.isActive()

    def go_on(self) -> None:
        """Apply the guidance that was waiting."""
        if self._soon.isActive():
            self._soon.stop()
            self._apply_guidance()

    def _apply_guidance(self) -> None:
        dossier = self.dossier
        if dossier is None:
            return
        try:
            self.has_rules = bool(dossier.assessment)
        except Exception as error:  # noqa: BLE001 - raised once the caller, who saved, is done
            QTimer.singleShot(0, self, partial(_raise, error))
        # Told even if it failed: nothing may go on promising alerts that never come.
        self.assessed.emit(dossier)


def _raise(error: Exception) -> None:
    raise error
