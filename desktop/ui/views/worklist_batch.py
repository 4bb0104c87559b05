"""Documents for the patients of a list as it is filtered: what to print is chosen here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from desktop.domain.language import say, say_count
from desktop.ui.dialogs import Dialogs
from desktop.ui.forms.editors import ChoiceEditor
from desktop.ui.settings import Settings
from desktop.ui.views.documents_batch import BatchDialog
from desktop.ui.widgets.document_options import KINDS, DocumentOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from desktop.ui.session import Session
    from desktop.work.report import PatientKind

LISTED = "listed"
OFFERED: tuple[PatientKind, ...] = ("clinician", "patient", "emergency", "timeline")
"""A referral letter is written for one patient at a time."""


class ListedDocuments(BatchDialog):
    """One PDF file for each patient of a list; ``kind`` is what is made."""

    def __init__(
        self,
        session: Session,
        patients: Sequence[str],
        *,
        dialogs: Dialogs | None = None,
        settings: Settings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            session, DocumentOptions(settings or Settings()), dialogs or Dialogs(), parent
        )
        self._listed = tuple(patients)
        self._options.units.set_typed(session.units)
        self.setWindowTitle(say("Documents for these patients"))
        self.kind = ChoiceEditor([(kind, say(KINDS[kind])) for kind in OFFERED])
        self.kind.setAccessibleName(say("What to print"))
        self.kind.edited.connect(self._choose)
        column: QVBoxLayout = self.layout()  # type: ignore[assignment]  # the one it was given
        self._reword()
        column.insertWidget(1, self.kind)
        self.who.clear()
        told = say_count(
            len(self._listed),
            "The list as it is filtered: {n} patient",
            "The list as it is filtered: {n} patients",
        )
        self.who.addItem(told, LISTED)
        self.start_button.setEnabled(bool(self._listed))

    def _reword(self) -> None:
        """Without the registry report, which is of everybody."""
        self.registry_button.hide()
        words = [one for one in self.findChildren(QLabel) if one.parent() is self]
        words[0].setText(
            say("One PDF file for each patient. A file name holds the registry ID only.")
        )
        words[-1].hide()

    @property
    def patients(self) -> list[str]:
        """Our ids of the patients of the list who are still in the registry, in its order."""
        there = {row.id for row in self._session.patients}
        return [own for own in self._listed if own in there]

    def _choose(self) -> None:
        kind = next(one for one in OFFERED if one == self.kind.typed())
        self._options.choose(kind)
