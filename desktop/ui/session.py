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
from desktop.ui.session_guidance import GuidedSession

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.db.edit import Edit
    from desktop.db.registry import Registry
    from desktop.db.search import PatientRow
    from desktop.domain.audit import Erased
    from desktop.domain.changes import ChangeSet
    from desktop.domain.records import Record
    from desktop.guidance.dossier import Dossier

Units = Literal["conventional", "si"]
Step = Literal["change", "undo", "redo"]


class Session(GuidedSession):
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
    last change was a new step, an undo or a redo. ``ask_reason`` asks why a signed result
    changes, by the name of the step; an empty text for no answer.
    """

    changed = Signal(object)
    opened = Signal(object)
    selected_mass = Signal(str)
    units_changed = Signal()
    registry_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asks = Asks(self)
        self.mass_id = ""
        self.saved_at: datetime | None = None
        self.drafts = Drafts(self)
        self.ask_reason: Callable[[str], str] = _no_reason
        self.last_step: Step = "change"
        self._units: Units = "conventional"
        self._list = PatientList()

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
        self._leave(registry.path)
        self.registry = registry
        self.saved_at = None
        self.drafts.open(registry)
        self._list.forget()
        self.registry_changed.emit()

    def close(self) -> None:
        """Close patient and registry, at the end of the program."""
        self._soon.stop()
        self.dossier = None
        self._leave()

    def close_registry(self, *, keeps_keys: bool = False) -> None:
        """Hold nothing of the registry any more; pages that show it must be gone by now.

        ``keeps_keys`` leaves the keys in the ring, for a last backup; who asks for it must
        forget them then.
        """
        self._soon.stop()
        self.dossier = None
        self._leave(self.registry.path if self.registry and keeps_keys else None)
        self._list.forget()
        self.mass_id, self.saved_at = "", None
        self.registry_changed.emit()

    def _leave(self, following: Path | None = None) -> None:
        """Write drafts, close the file and forget its keys, unless it is opened anew."""
        if self.registry is None:
            return
        from desktop.db import keyring  # a registry is open: it was imported

        path = self.registry.path
        self.drafts.open(None)
        if self.registry.unlocked is not None and path != following:
            self._sign_out(self.registry)
        self.registry.close()
        self.registry = None
        if path != following:
            keyring.lock(path)

    def _sign_out(self, registry: Registry) -> None:
        """Write it to the audit; a file that cannot be written to any more is left all the same."""
        try:
            registry.note("sign_out", say("Sign out"))
        except (UserError, OSError) as error:
            QTimer.singleShot(0, partial(_raise, error))

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
        whole = ending_stale(registry, edit)
        try:
            changes = registry.change(what, whole)
        except UserError as error:
            reason = self._reason_for(what, error)
            changes = registry.change(what, whole, reason)
        self.last_step = "change"
        return self._tell(changes) if changes else None

    def _reason_for(self, what: str, error: UserError) -> str:
        """The reason why a signed result changes; the refusal is raised on where none is given."""
        from desktop.domain.audit import NeedsReasonError

        reason = self.ask_reason(what) if isinstance(error, NeedsReasonError) else ""
        if not reason:
            raise error
        return reason

    def sign(self, records: Sequence[Record]) -> None:
        """Sign results of the open patient as seen; undo does not know it."""
        changes = self._open_one().sign(records)
        if changes:
            self.announce(changes)

    def erase(self, patient: str, reason: str) -> Erased:
        """Erase a person for good; raises UserError, with nothing erased, if it is refused."""
        erased = self._open_one().erase(patient, reason)
        self.drafts.forget_patient(patient)
        if patient == self.patient_id:
            self.close_patient()
        self._list.forget()
        self.announce(erased.change)
        return erased

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


def _no_reason(_what: str) -> str:
    return ""
