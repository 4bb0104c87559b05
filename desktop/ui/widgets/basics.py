"""The small parts that every page is made of: labels with a role, chips, buttons, cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.icons import dress, pixmap
from desktop.ui.theme import theme, theme_signals

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

LABEL_ICON_GAP = 6


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A plain-text label with a role of the style sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def chip(text: str, kind: str) -> QLabel:
    """A short word on a tint: ``source``, ``warn``, ``stop``, ``grow`` and so on."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("chip", kind)
    return made


def button(text: str, kind: str = "", *, icon: str = "", color: str = "ink2") -> QPushButton:
    """A button that Enter in a field never presses."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if icon:
        dress(made, icon, color="onaccent" if kind == "primary" else color)
    return made


def rule(*, vertical: bool = False) -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setProperty("rule", "vertical" if vertical else "true")
    return made


def restyle(widget: QWidget) -> None:
    """Apply the style sheet again after a property that it looks at has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def set_role(target: QLabel, role: str) -> None:
    """Change the role of a label."""
    if target.property("role") != role:
        target.setProperty("role", role)
        restyle(target)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.widget()) is not None:
            inner.hide()
            inner.deleteLater()
        elif (nested := item.layout()) is not None:
            clear(nested)


class IconLabel(QLabel):
    """An icon that follows the theme; always beside a word, so it is not spoken."""

    def __init__(self, name: str, color: str = "ink2", size: int = 16) -> None:
        super().__init__()
        self._drawn = (name, color, size)
        self._draw()
        theme_signals.changed.connect(self._draw)

    def set_icon(self, name: str, color: str, size: int = 16) -> None:
        """Show another icon."""
        self._drawn = (name, color, size)
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(pixmap(*self._drawn))


class Card(QFrame):
    """A framed card with a header row: icon, title, a hint, and room for buttons."""

    def __init__(self, title: str, *, icon: str = "", hint: str = "") -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.header = QHBoxLayout()
        self.header.setContentsMargins(12, 0, 10, 0)
        self.header.setSpacing(8)
        self._head = QFrame()
        self._head.setProperty("cardhead", "true")
        self._head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._head.setLayout(self.header)
        self._fit_head()
        theme_signals.changed.connect(self._fit_head)
        self.title = label(title, "cardtitle")
        self.hint = label(hint, "hint")
        if icon:
            self.header.addWidget(IconLabel(icon))
        self.header.addWidget(self.title)
        self.header.addWidget(self.hint)
        self.header.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(self._head)
        outer.addLayout(self.body, 1)

    def _fit_head(self) -> None:
        """As high as the design has it, higher where large buttons need the room."""
        self._head.setMinimumHeight(theme().px(36))


class InlineMessage(QFrame):
    """A message above the content that pushes it down: icon, sentence, perhaps one action."""

    ICONS = {  # noqa: RUF012 - a constant table
        "stop": ("alert-octagon-filled", "stop"),
        "warn": ("alert-triangle", "warn"),
        "ok": ("circle-check-filled", "ok"),
        "info": ("info-circle", "info"),
    }

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("info-circle", "info")
        self.text = label(wrap=True)
        self.action = button("", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        row.addWidget(self.action)
        self.hide()

    def show_message(self, level: str, text: str, *, action: str = "") -> None:
        """Show a sentence at a level: ``stop``, ``warn``, ``ok`` or ``info``."""
        name, token = self.ICONS[level]
        self._icon.set_icon(name, token)
        self.text.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setProperty("message", level)
        restyle(self)
        set_role(self.text, f"message-{level}")
        self.show()
