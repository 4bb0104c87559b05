"""The patient banner: who this is, in one line, on every window and dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from desktop.ui import identity
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import clear, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.domain.case import Case
    from desktop.ui.identity import Fact

Size = Literal["full", "compact", "dialog"]

_HEIGHT: dict[Size, int] = {"full": 46, "compact": 40, "dialog": 42}
_GAP: dict[Size, int] = {"full": 24, "compact": 18, "dialog": 18}


class PatientBanner(QFrame):
    """Shows one case's identity; never editable, never scrolls, never elides a name."""

    def __init__(self, size: Size = "full") -> None:
        super().__init__()
        self.setObjectName("dialogIdentity" if size == "dialog" else "bannerNames")
        self._size: Size = size
        self._told = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 12, 0)
        self._fit()

    def set_size(self, size: Size) -> None:
        """Use another of the three sizes."""
        if size != self._size:
            self._size = size
            self._fit()

    def _fit(self) -> None:
        self._row.setSpacing(_GAP[self._size])
        self.setFixedHeight(theme().px(_HEIGHT[self._size]))

    def show_case(self, case: Case | None) -> None:
        """Show whose record this is."""
        clear(self._row)
        self._told = ""
        if case is None:
            return
        name, facts = identity.name_of(case), self._facts(case)
        self._row.addWidget(_name_label(name))
        for fact in facts:
            self._row.addLayout(_pair(fact))
        self._row.addStretch(1)
        if self._size != "dialog":
            facts.append(identity.diagnosis(case))
            self._row.addLayout(_pair(facts[-1], may_shrink=True))
        self._told = ", ".join((name.value, *(f"{f.label} {f.value}" for f in facts)))
        self.setAccessibleName("Patient")
        self.setAccessibleDescription(self._told)

    def _facts(self, case: Case) -> list[Fact]:
        facts = [identity.born(case), identity.died(case), identity.sex(case)]
        facts += [identity.registry_id(case)]
        if self._size != "dialog":
            facts += [identity.mrn(case)]
        return [fact for fact in facts if fact]

    def text(self) -> str:
        """All that the banner says, as one line."""
        return self._told


def _name_label(fact: Fact) -> QLabel:
    made = label(fact.value, "title" if fact.is_known else "unknown")
    made.setObjectName("patientName")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    return made


class ElidedLabel(QLabel):
    """A label that ends in an ellipsis where room is short; the whole text is its tooltip."""

    def __init__(self, text: str, role: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        if role:
            self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, self.height())

    def minimumSizeHint(self) -> QSize:
        """Wide enough for a few letters and the ellipsis."""
        return QSize(min(self.sizeHint().width(), 80), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        room = self.contentsRect().width()
        fitted = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        if fitted != self.text():
            self.setText(fitted)


def _pair(fact: Fact, *, may_shrink: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(label(fact.label, "label"))
    role = "value" if fact.is_known else "unknown"
    row.addWidget(ElidedLabel(fact.value, role) if may_shrink else label(fact.value, role))
    return row
