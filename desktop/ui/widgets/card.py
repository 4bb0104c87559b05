"""Parts that the overview's cards share: text that ends in dots, headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.ui.widgets.basics import Card


class ElidedLabel(QLabel):
    """A label of one line that ends in dots where there is no room; the tooltip has it all."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)
        self._whole = ""
        self.show_text(text)

    @property
    def whole(self) -> str:
        """The text without dots."""
        return self._whole

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fit once more where the font became another by a style sheet."""
        if self._shown() != self.text():
            self._fit()
        super().paintEvent(event)

    def _shown(self) -> str:
        metrics = self.fontMetrics()
        room = max(self.contentsRect().width(), 0)
        return metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room)

    def _fit(self) -> None:
        shown = self._shown()
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class ClampedLabel(QLabel):
    """A wrapped label of a few lines at most, ending in dots; the tooltip has it all."""

    def __init__(self, text: str, role: str, most_lines: int) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setAccessibleName(text)
        self._whole, self._most_lines = text, most_lines
        self._known: tuple[tuple[int, str], list[str]] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def whole(self) -> str:
        """The text without dots."""
        return self._whole

    def hasHeightForWidth(self) -> bool:
        """More lines where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines that are shown at a width."""
        return len(self._lines(width)) * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        """As high as for the width it has."""
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 290
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(40, self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break and end the text anew."""
        super().resizeEvent(event)
        lines = self._lines(self.width())
        self.setText("\n".join(lines))
        is_cut = " ".join(lines) != self._whole
        self.setToolTip(self._whole if is_cut else "")

    def _lines(self, width: int) -> list[str]:
        """The lines at a width; layouts ask for the same one many times over."""
        key = width, self.font().key()
        if self._known is None or self._known[0] != key:
            self._known = key, self._break(width)
        return self._known[1]

    def _break(self, width: int) -> list[str]:
        metrics = self.fontMetrics()
        lines: list[str] = []
        rest = self._whole.split()
        while rest and len(lines) < self._most_lines - 1:
            taken = 1
            while (
                taken < len(rest)
                and metrics.horizontalAdvance(" ".join(rest[: taken + 1])) <= width
            ):
                taken += 1
            lines.append(" ".join(rest[:taken]))
            rest = rest[taken:]
        if rest:
            last = " ".join(rest)
            lines.append(metrics.elidedText(last, Qt.TextElideMode.ElideRight, width))
        return lines


def elided_hint(card: Card) -> ElidedLabel:
    """A hint in the header of a card that yields to the title and what stands right of it."""
    hint = ElidedLabel("", "hint", card)
    card.header.replaceWidget(card.hint, hint)
    card.hint.hide()
    card.hint.setParent(card)
    card.header.setStretchFactor(hint, 1)
    last = card.header.itemAt(card.header.count() - 1)
    if last is not None and last.spacerItem() is not None:
        card.header.removeItem(last)
    return hint
