"""The patient banner: who this is, in one line, on every window and dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from desktop.domain.language import say
from desktop.ui import identity
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import clear, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.domain.case import Case
    from desktop.ui.identity import Fact

Size = Literal["full", "compact", "dialog"]

_HEIGHT: dict[Size, int] = {"full": 46, "compact": 40, "dialog": 42}
MARGINS, LABEL_GAP, LEAST_DIAGNOSIS = 34, 8, 180
IN_FIRST_LINE = 2
"""So many facts stay beside the name where there are two lines."""
_GAP: dict[Size, int] = {"full": 24, "compact": 18, "dialog": 18}


class PatientBanner(QFrame):
    """Shows one case's identity; never editable, never scrolls, never cuts a name or a date.

    Where one line is too narrow, number and diagnosis go into a second one.
    """

    def __init__(self, size: Size = "full") -> None:
        super().__init__()
        self.setObjectName("dialogIdentity" if size == "dialog" else "bannerNames")
        self._size: Size = size
        self._name: Fact | None = None
        self._facts: list[Fact] = []
        self._lines = (QHBoxLayout(), QHBoxLayout())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 0, 12, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._lines[0], 1)
        self._column.addLayout(self._lines[1], 0)
        self._fill()
        theme_signals.changed.connect(self._fill)

    def set_size(self, size: Size) -> None:
        """Use another of the three sizes."""
        if size != self._size:
            self._size = size
            self._fill()

    def show_case(self, case: Case | None) -> None:
        """Show whose record this is."""
        self._name = identity.name_of(case) if case else None
        self._facts = _facts(case, is_short=self._size == "dialog") if case else []
        self.setAccessibleName(say("Patient"))
        self.setAccessibleDescription(self.text())
        self._fill()

    def _fill(self) -> None:
        """One line if everything fits into it, else two."""
        is_split = bool(self._facts) and self._wanted_width() > self.width()
        for line in self._lines:
            clear(line)
            line.setSpacing(_GAP[self._size])
        self._column.setStretch(1, int(is_split))
        self.setFixedHeight(theme().px(_HEIGHT[self._size] + (28 if is_split else 0)))
        if self._name is None:
            return
        self._lines[0].addWidget(_name_label(self._name))
        for place, fact in enumerate(self._facts):
            line = self._lines[int(is_split and place >= IN_FIRST_LINE)]
            if fact.may_shrink:
                line.addStretch(1)
            line.addLayout(_pair(fact, may_shrink=fact.may_shrink))
        if is_split or self._size == "dialog":
            self._lines[0].addStretch(1)
        if is_split and self._size == "dialog":
            self._lines[1].addStretch(1)

    def _wanted_width(self) -> int:
        """What one line takes; the end of a long diagnosis alone may be cut."""
        current, gap = theme(), _GAP[self._size]
        labels = QFontMetrics(current.font(12))
        values = QFontMetrics(current.font(14, 600))
        name = self._name.value if self._name else ""
        width = MARGINS + QFontMetrics(current.font(19, 600)).horizontalAdvance(name)
        for fact in self._facts:
            value = values.horizontalAdvance(fact.value)
            shown = min(value, current.px(LEAST_DIAGNOSIS)) if fact.may_shrink else value
            width += gap + labels.horizontalAdvance(fact.label) + LABEL_GAP + shown
        return width

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take a second line when the window gets too narrow for one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fill()

    def text(self) -> str:
        """All that the banner says, as one line."""
        if self._name is None:
            return ""
        told = (self._name.value, *(f"{fact.label} {fact.value}" for fact in self._facts))
        return ", ".join(told)


def _facts(case: Case, *, is_short: bool) -> list[Fact]:
    facts = [identity.born(case), identity.died(case), identity.sex(case)]
    facts += [identity.registry_id(case)]
    if not is_short:
        facts += [identity.mrn(case), identity.diagnosis(case)]
    return [fact for fact in facts if fact]


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
    row.setSpacing(LABEL_GAP)
    row.addWidget(label(fact.label, "label"))
    role = "value" if fact.is_known else "unknown"
    row.addWidget(ElidedLabel(fact.value, role) if may_shrink else label(fact.value, role))
    return row
