"""A closed choice as a row of buttons: one stop for Tab, arrows and letters choose."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.domain.language import mark, say
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import restyle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

TOGETHER_SECONDS = 0.9
"""Letters typed within this time belong to one word."""

NOT_ASSESSED = "not_assessed"
"""The third result of a look at a mass: nobody looked. It makes no measurement."""

SEGMENTS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "modality": (
        ("ct", mark("CT"), mark("Computed tomography")),
        ("radiograph", mark("X-ray"), mark("Radiograph")),
        ("ultrasound", mark("US"), mark("Ultrasound")),
        ("mri", mark("MRI"), mark("Magnetic resonance imaging")),
        ("clinical", mark("Clinical"), mark("By hand: calipers or tape")),
        ("bone_scan", mark("Bone scan"), mark("Bone scan")),
        ("other", mark("Other"), mark("Another method")),
    ),
    "not_detectable": (
        ("", mark("Measured"), mark("Measured or seen")),
        ("yes", mark("Not detectable"), mark("Looked for, not detectable. This is not zero.")),
        (NOT_ASSESSED, mark("Not assessed"), mark("Nobody looked. This is not gone.")),
    ),
}
"""The choices of a column: cell, word on the button, words in full."""


class SegmentEditor(QWidget):
    """The choices of a column side by side; none is chosen while nothing was recorded."""

    edited = Signal()
    left = Signal()

    def __init__(self, choices: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._buttons: dict[str, QPushButton] = {}
        self._letters, self._last_key = "", 0.0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        for cell, text, told in choices:
            self._add(cell, say(text), say(told))
        self._row.addStretch(1)
        self._shape()

    def _add(self, cell: str, text: str, told: str) -> None:
        made = QPushButton(text)
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setToolTip(told)
        made.setAccessibleName(told)
        made.clicked.connect(lambda: self._choose(cell, is_toggled=True))
        self._buttons[cell] = made
        self._row.insertWidget(len(self._buttons) - 1, made)

    def _shape(self) -> None:
        parts = list(self._buttons.values())
        for place, part in enumerate(parts):
            ends = {0: "first", len(parts) - 1: "last"}
            part.setProperty("segment", ends.get(place, "middle"))
            restyle(part)

    def typed(self) -> str:
        """The cell of the choice; empty where none is made."""
        return next((cell for cell, one in self._buttons.items() if one.isChecked()), "")

    def set_typed(self, text: str) -> None:
        """Choose a cell; one outside the choices is added, so that it is not lost."""
        if text and text not in self._buttons:
            self._add(text, text, text)
            self._shape()
        for cell, one in self._buttons.items():
            one.setChecked(cell == text)
        self._tell()

    def _choose(self, cell: str, *, is_toggled: bool = False) -> None:
        """Choose; a click on the choice takes it back where the choice may be empty."""
        was = self._chosen
        may_be_empty = "" not in self._buttons
        self.set_typed("" if is_toggled and may_be_empty and was == cell else cell)
        self.setFocus()

    @property
    def _chosen(self) -> str:
        return getattr(self, "_told", "")

    def _tell(self) -> None:
        self._told = self.typed()
        chosen = self._buttons.get(self._told)
        value = chosen.accessibleName() if chosen else say("not recorded")
        self.setAccessibleDescription(value)
        self.edited.emit()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along the choices, letters to the one that begins so, Backspace to none."""
        cells = list(self._buttons)
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None:
            has_choice = self.typed() in cells
            place = cells.index(self.typed()) + step if has_choice else max(-step, 0) * -1
            self._choose(cells[min(max(place, 0), len(cells) - 1)])
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and "" not in cells:
            self._choose("")
        elif not self._by_letters(event.text()):
            super().keyPressEvent(event)

    def _by_letters(self, letter: str) -> bool:
        """Choose by the letters typed in a row; the same letter again goes to the next."""
        now = monotonic()
        kept = self._letters if now - self._last_key < TOGETHER_SECONDS else ""
        letter = letter.casefold()
        if not letter.isprintable() or not (kept + letter).strip():
            return False
        texts = {cell: one.text().casefold() for cell, one in self._buttons.items()}
        longer = [cell for cell, text in texts.items() if text.startswith(kept + letter)]
        fitting = longer or [cell for cell, text in texts.items() if text.startswith(letter)]
        if not fitting:
            return False
        self._letters, self._last_key = (kept if longer else "") + letter, now
        at = self.typed()
        is_again = not longer and letter == kept and at in fitting
        self._choose(fitting[(fitting.index(at) + 1) % len(fitting)] if is_again else fitting[0])
        return True

    def event(self, event: QEvent) -> bool:
        """Draw the ring anew when the focus comes or goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show where the keyboard is, and a problem, around the buttons in use."""
        token = {"error": "stopline", "warning": "warnline"}.get(self.property("problem") or "")
        if token is None and not self.hasFocus():
            return
        last = list(self._buttons.values())[-1]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color(token or "focus"), 2))
        painter.drawRoundedRect(QRectF(1, 1, last.geometry().right() + 2, self.height() - 2), 5, 5)
        painter.end()
