"""The session: the open registry, the open patient, and the one way in which edits happen.

Every view listens here. An edit is one transaction, and goes out as one signal.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.ui.asks import Asks
from desktop.ui.drafts import Drafts
from desktop.ui.patient_list import PatientList

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.db.edit import Edit
    from desktop.db.registry import Registry
    from desktop.db.search import PatientRow
    from desktop.domain.changes import ChangeSet
    from desktop.guidance.dossier import Dossier

Units = Literal["conventional", "si"]
Step = Literal["change", "undo", "redo"]

MOST_WAIT_MS = 300
"""So long the first guidance waits for the charts to be painted, should nothing paint them."""
HEAVY, HEAVY_WAIT_MS = 1000, 20
"""From so many results on the guidance takes some 50 ms and more: pages are painted first."""


class Session(QObject):
    """One window's state: registry, patient, units, chosen mass.

    ``opened`` carries the dossier of a patient just opened (or None), ``changed`` each
    committed ChangeSet after the dossier was made anew. Neither waits for the guidance:
    ``assessed`` follows with the dossier once it was applied, or has failed, and in between
    nothing may show alerts or advice. It follows in the same call where the rules were read
    before; for the first patient of a session, and for one with very many results, the page
    is painted first.

    ``registry_changed`` tells that another registry file is open, ``selected_mass`` the mass
    picked on map, list or chart.
    ``has_rules`` is true once the guidance comes in the same call as the patient.
    ``asks`` carries the wishes of pages to the window.
    ``drafts`` keeps what was typed into forms and not finished; ``last_step`` tells whether the
    last change was a new step, an undo or a redo.
    """

    changed = Signal(object)
    opened = Signal(object)
    assessed = Signal(object)
    selected_mass = Signal(str)
    units_changed = Signal()
    registry_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asks = Asks(self)
        self.registry: Registry | None = None
        self.dossier: Dossier | None = None
        self.mass_id = ""
        self.saved_at: datetime | None = None
        self.drafts = Drafts(self)
        self.last_step: Step = "change"
        self._units: Units = "conventional"
        self._list = PatientList()
        self.has_rules = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._apply_guidance)

    @property
    def units(self) -> Units:
        """The units that are shown; what was entered stays as it was entered."""
        return self._units

    def set_units(self, units: Units) -> None:
        """Show values in conventional or SI units from now on."""
        if units != self._units:
            self._units = units
            self.units_changed.emit()

    @property
    def patients(self) -> list[PatientRow]:
        """The patients of the open registry, read once and again after a change of them."""
        return self._list.rows(self.registry)

    def read_ahead(self) -> None:
        """Read the patients beside the window's thread; 10,000 take half a second."""
        self._list.read_ahead(self.registry)

    @property
    def patient_id(self) -> str:
        """The internal id of the open patient; empty while none is open."""
        return self.dossier.case.patient.id if self.dossier else ""

    def open_registry(self, registry: Registry) -> None:
        """Work on this registry from now on; the one before is closed."""
        self.close_patient()
        if self.registry is not None:
            self.drafts.open(None)
            self.registry.close()
        self.registry = registry
        self.drafts.open(registry)
        self._list.forget()
        self.registry_changed.emit()

    def close(self) -> None:
        """Close patient and registry, at the end of the program."""
        self._soon.stop()
        self.dossier = None
        if self.registry is not None:
            self.drafts.open(None)
            self.registry.close()
            self.registry = None

    def open_patient(self, patient: str) -> None:
        """Open a patient by internal id."""
        self.mass_id = ""
        self.dossier = self._read(patient)
        self.opened.emit(self.dossier)
        self._assess()

    def close_patient(self) -> None:
        """Leave the open patient."""
        if self.dossier is not None:
            self._soon.stop()
            self.dossier = None
            self.mass_id = ""
            self.opened.emit(None)

    def read_again(self) -> None:
        """Read patients and the open patient from the file once more."""
        self._list.forget()
        if self.registry is not None:
            self.registry_changed.emit()
        if self.dossier is not None:
            self.open_patient(self.patient_id)

    def select_mass(self, mass_id: str) -> None:
        """Pick a mass of the open patient; every view that shows masses follows."""
        if mass_id != self.mass_id:
            self.mass_id = mass_id
            self.selected_mass.emit(mass_id)

    def change(self, what: str, edit: Callable[[Edit], None]) -> ChangeSet | None:
        """Make an edit as one saved step, named ``what`` for undo and the history.

        None where nothing changed. Raises UserError where the registry refuses it; nothing
        is written then. What was set aside and loses its facts speaks again, in the same step.
        """
        from desktop.work.silence import ending_stale  # not needed for the first paint

        registry = self._open_one()
        changes = registry.change(what, ending_stale(registry, edit))
        self.last_step = "change"
        return self._tell(changes) if changes else None

    def undo(self) -> ChangeSet | None:
        """Take back the last step; None where there is none."""
        changes = self._open_one().undo()
        self.last_step = "undo"
        return self._tell(changes) if changes else None

    def redo(self) -> ChangeSet | None:
        """Do again what was taken back; None where there is nothing."""
        changes = self._open_one().redo()
        self.last_step = "redo"
        return self._tell(changes) if changes else None

    def tell(self, changes: ChangeSet) -> None:
        """Announce a step that was saved by other means, such as an import; undo knows it."""
        from desktop.work.silence import end_stale_silences  # not needed for the first paint

        self._open_one().adopt(changes)
        end_stale_silences(self._open_one(), changes.patients or None)
        self.last_step = "change"
        self._tell(changes)

    def announce(self, changes: ChangeSet) -> None:
        """Tell a step that is saved and that undo must not know, such as ranges for everybody."""
        self.last_step = "change"
        self._tell(changes)

    @property
    def undo_text(self) -> str:
        """What Ctrl+Z would take back; empty where there is nothing."""
        return self.registry.undo_text if self.registry else ""

    @property
    def redo_text(self) -> str:
        """What Ctrl+Shift+Z would do again; empty where there is nothing."""
        return self.registry.redo_text if self.registry else ""

    def _tell(self, changes: ChangeSet) -> ChangeSet:
        self.saved_at = datetime.now().astimezone()
        self._list.follow(changes, self.registry)
        if self.dossier is not None and changes.concerns(self.patient_id):
            self._refresh_dossier()
        self.changed.emit(changes)
        if self.dossier is not None and not self.dossier.is_assessed:
            self._assess()
        return changes

    def _refresh_dossier(self) -> None:
        from desktop.domain.columns import PATIENTS  # not needed for the first paint

        patient = self.patient_id
        if self._open_one().records(PATIENTS, patient):
            self.dossier = self._read(patient)
        else:
            self.close_patient()

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

    def _open_one(self) -> Registry:
        if self.registry is None:
            raise UserError(
                say("No registry is open."), remedy=say("Open or make one in the File menu.")
            )
        return self.registry

    def _read(self, patient: str) -> Dossier:
        # Measures are not needed for the window's first paint.
        from desktop.work.dossiers import dossier_in

        return dossier_in(self._open_one(), patient, date.today())  # noqa: DTZ011


def _raise(error: Exception) -> None:
    raise error
