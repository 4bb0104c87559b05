"""A field that names one patient of the registry, offered while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.domain.when import parse_when, shown
from desktop.ui.forms.editors import LineEditor
from desktop.ui.forms.terms import Entry, key_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.db.search import PatientRow


def patient_words(row: PatientRow) -> str:
    """Registry ID, name and date of birth: what tells people apart."""
    born = shown(parse_when(row.birth_date)) if row.birth_date else say("not recorded")
    name = row.name or say("name not recorded")
    return say("{id} · {name} · born {birth}", id=row.patient_id, name=name, birth=born)


class PatientField(LineEditor):
    """A registry ID, or the words of a patient that was offered."""

    def __init__(self, name: str) -> None:
        super().__init__([Entry("", "")])
        self.setAccessibleName(name)
        self.setPlaceholderText(say("Registry ID or name"))
        self._offered: tuple[Entry, ...] = ()

    def show_patients(self, rows: Sequence[PatientRow]) -> None:
        """Offer these patients."""
        self._offered = tuple(
            Entry(row.patient_id, patient_words(row), (row.patient_id, row.mrn)) for row in rows
        )
        self.offer(self._offered)

    @property
    def patient_id(self) -> str:
        """The registry ID that is meant; what was typed where it names nobody."""
        return key_of(self.text(), self._offered) if self.text().strip() else ""

    @property
    def is_known(self) -> bool:
        """Whether it names a patient of the registry."""
        return self.patient_id in {entry.key for entry in self._offered}
