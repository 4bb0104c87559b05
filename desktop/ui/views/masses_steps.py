"""What can be done to the chosen mass: the menu of the Masses page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from desktop.domain.language import say
from desktop.measures.lineage import merged_into
from desktop.measures.looks import is_ended

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from desktop.domain.case import Case
    from desktop.domain.records import Mass
    from desktop.ui.session import Session


class MassSteps(QObject):
    """The menu; each entry asks the window for a small form about the chosen mass."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.menu = QMenu(parent)
        self.menu.setToolTipsVisible(True)
        self.menu.setAccessibleName(say("Steps of the chosen mass"))
        self.measure = self._step(say("Add &measurement…"), self._measure)
        self.menu.addSeparator()
        self.excise = self._step(say("&Excision…"), self._excise)
        self.recur = self._step(say("&Recurrence as a new mass…"), self._recur)
        self.divide = self._step(say("&Divided into two…"), self._divide)
        self.merge = self._step(say("Merged &into another mass…"), self._merge)
        self.menu.addSeparator()
        self.edit = self._step(say("Edit m&ass…"), self._edit)
        self.remove = self._step(say("Remo&ve mass with its measurements"), self._remove)
        self.menu.aboutToShow.connect(self.follow)

    def _step(self, text: str, slot: Callable[[], None]) -> QAction:
        action = self.menu.addAction(text)
        action.triggered.connect(lambda _checked: slot())
        return action

    def follow(self) -> None:
        """Offer what makes sense for the chosen mass; the reason stands in the tooltip."""
        case, mass = self._case, self.mass
        merged = bool(case and mass and merged_into(case, mass.mass_id))
        others = [
            other
            for other in (case.masses if case else ())
            if mass and case and other.id != mass.id and not is_ended(case, other.mass_id)
        ]
        reason = "" if mass else say("Choose a mass first.")
        if merged:
            reason = say("This mass was merged into another.")
        for action in self.menu.actions():
            if not action.isSeparator():
                action.setEnabled(mass is not None)
                action.setToolTip("")
        for action in (self.measure, self.excise, self.divide, self.merge):
            action.setEnabled(mass is not None and not merged)
            action.setToolTip(reason)
        if not others:
            self.merge.setEnabled(False)
            self.merge.setToolTip(reason or say("There is no other mass."))

    @property
    def _case(self) -> Case | None:
        return self._session.dossier.case if self._session.dossier else None

    @property
    def mass(self) -> Mass | None:
        """The record of the chosen mass; None where none is chosen or it has only sizes."""
        masses = self._case.masses if self._case else ()
        return next((mass for mass in masses if mass.mass_id == self._session.mass_id), None)

    def _measure(self) -> None:
        self._ask("mass_measurements", {"mass_id": self._session.mass_id})

    def _excise(self) -> None:
        if mass := self.mass:
            cells = {"kind": "excision", "mass_id": mass.mass_id}
            self._ask("procedures", cells | {"site": mass.site, "side": mass.side})

    def _recur(self) -> None:
        if mass := self.mass:
            self._ask("masses", _place(mass) | {"recurrence_of": mass.mass_id})

    def _divide(self) -> None:
        if mass := self.mass:
            self._ask("masses", _place(mass) | {"split_from": mass.mass_id})

    def _merge(self) -> None:
        if mass := self.mass:
            self._ask("masses", {"mass_id": mass.mass_id, "merged_into": ""})

    def _edit(self) -> None:
        if mass := self.mass:
            self._session.asks.edit.emit(mass)

    def _remove(self) -> None:
        if mass := self.mass:
            self._session.asks.remove.emit(mass)

    def _ask(self, table: str, cells: dict[str, str]) -> None:
        self._session.asks.add.emit(table, cells)


def _place(mass: Mass) -> dict[str, str]:
    return {"site": mass.site, "side": mass.side, "plane": mass.plane}
