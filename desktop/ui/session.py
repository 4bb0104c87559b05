"""The session: the open registry, the open patient, and the one way in which edits happen.

Every view listens here. An edit is one transaction, and goes out as one signal.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.db.edit import Edit
    from desktop.db.registry import Registry
    from desktop.db.search import PatientRow
    from desktop.domain.changes import ChangeSet
    from desktop.guidance.dossier import Dossier

Units = Literal["conventional", "si"]


class Session(QObject):
    """One window's state: registry, patient, units, chosen mass.

    ``opened`` carries the dossier of a patient just opened (or None), ``changed`` each
    committed ChangeSet after the dossier was made anew, ``registry_changed`` tells that
    another registry file is open, ``selected_mass`` the mass picked on map, list or chart.
    ``drafts`` keeps what was typed into forms and not finished, by kind and owner.
    """

    changed = Signal(object)
    opened = Signal(object)
    selected_mass = Signal(str)
    units_changed = Signal()
    registry_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.registry: Registry | None = None
        self.dossier: Dossier | None = None
        self.mass_id = ""
        self.saved_at: datetime | None = None
        self.drafts: dict[tuple[str, str], dict[str, str]] = {}
        self._units: Units = "conventional"
        self._rows: list[PatientRow] | None = None

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
        """The patients of the open registry, read once and again after a change."""
        if self._rows is None:
            self._rows = [] if self.registry is None else list(self.registry.patients())
        return self._rows

    @property
    def patient_id(self) -> str:
        """The internal id of the open patient; empty while none is open."""
        return self.dossier.case.patient.id if self.dossier else ""

    def open_registry(self, registry: Registry) -> None:
        """Work on this registry from now on; the one before is closed."""
        self.close_patient()
        if self.registry is not None:
            self.registry.close()
        self.registry = registry
        self.drafts.clear()
        self._rows = None
        self.registry_changed.emit()

    def close(self) -> None:
        """Close patient and registry, at the end of the program."""
        self.dossier = None
        if self.registry is not None:
            self.registry.close()
            self.registry = None

    def open_patient(self, patient: str) -> None:
        """Open a patient by internal id."""
        self.mass_id = ""
        self.dossier = self._read(patient)
        self.opened.emit(self.dossier)

    def close_patient(self) -> None:
        """Leave the open patient."""
        if self.dossier is not None:
            self.dossier = None
            self.mass_id = ""
            self.opened.emit(None)

    def read_again(self) -> None:
        """Read patients and the open patient from the file once more."""
        self._rows = None
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
        is written then.
        """
        changes = self._open_one().change(what, edit)
        return self._tell(changes) if changes else None

    def undo(self) -> ChangeSet | None:
        """Take back the last step; None where there is none."""
        changes = self._open_one().undo()
        return self._tell(changes) if changes else None

    def redo(self) -> ChangeSet | None:
        """Do again what was taken back; None where there is nothing."""
        changes = self._open_one().redo()
        return self._tell(changes) if changes else None

    def tell(self, changes: ChangeSet) -> None:
        """Announce a step that was saved by other means, such as an import."""
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
        self._rows = None
        if self.dossier is not None and changes.concerns(self.patient_id):
            self._refresh_dossier()
        self.changed.emit(changes)
        return changes

    def _refresh_dossier(self) -> None:
        patient = self.patient_id
        if self.registry is None or any(row.id == patient for row in self.patients):
            self.dossier = self._read(patient)
        else:
            self.close_patient()

    def _open_one(self) -> Registry:
        if self.registry is None:
            raise UserError("No registry is open.", remedy="Open or make one in the File menu.")
        return self.registry

    def _read(self, patient: str) -> Dossier:
        # Measures and guidance are not needed for the window's first paint.
        from desktop.guidance.dossier import dossier_of

        return dossier_of(self._open_one().case(patient, date.today()))  # noqa: DTZ011
