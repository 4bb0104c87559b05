"""An encrypted registry with three people, and the window as each of them meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from desktop.db import keyring
from desktop.ui.app import make_window
from desktop.ui.settings import THEME, Settings
from desktop.work import people
from tests.ui.pages import WindowPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.db.edit import Edit
    from desktop.ui.main_window import MainWindow
    from desktop.ui.views.safekeeping import SafekeepingPage
    from tests.ui.answers import Answers

ANA, BEN, VERA = "Ana Lopez", "Ben Weiss", "Vera Ruiz"
PASSPHRASES = {
    ANA: "four words for ana",
    BEN: "four words for ben",
    VERA: "four words for vera",
}
"""Administrator, clinician, viewer."""


def make_guarded(path: Path, fill: Callable[[Edit], None]) -> str:
    """An encrypted registry with two patients and three people, locked; gives its code."""
    registry, code = people.create(path, ANA, PASSPHRASES[ANA])
    with registry:
        registry.change("Make two patients", fill)
    people.add(path, BEN, "clinician", PASSPHRASES[BEN])
    people.add(path, VERA, "viewer", PASSPHRASES[VERA])
    keyring.lock(path)
    return code


class GuardedWindow(WindowPage):
    """A window that was started on an encrypted registry."""

    def __init__(self, bot: QtBot, main: MainWindow, answers: Answers, path: Path) -> None:
        super().__init__(bot, main, answers)
        self.path = path

    def sign_in(self, person: str, passphrase: str = "") -> None:
        """Type name and passphrase, press Enter, and wait for what comes of it."""
        page = self.main.entrance.page
        page.person.setEditText(person)
        page.passphrase.line.setText(passphrase or PASSPHRASES[person])
        page.sign_button.click()
        self.bot.waitUntil(lambda: not page.is_busy, timeout=10_000)
        if self.main.session.registry is not None:
            self.main.session.read_rules()

    def lock(self) -> None:
        """Ctrl+Shift+L, and wait until the keys are forgotten."""
        self.main.commands["lock"].trigger()
        self.bot.waitUntil(self.is_locked, timeout=10_000)

    def is_locked(self) -> bool:
        return self.main.session.registry is None and keyring.unlocked(self.path) is None

    @property
    def safekeeping(self) -> SafekeepingPage:
        """The page of backups, audit and people."""
        return cast("SafekeepingPage", self.main.navigation.show_place("safekeeping"))


def guarded_window(bot: QtBot, path: Path, answers: Answers) -> GuardedWindow:
    """A window that asks who is there."""
    settings = Settings()
    settings.write(THEME, "light")
    main = make_window(settings, answers)
    bot.addWidget(main)
    main.resize(1440, 900)
    main.entrance.prepare(path)
    main.show()
    bot.waitExposed(main)
    main.activateWindow()
    main.start(path)
    bot.waitUntil(lambda: main.entrance.page.person.count() > 0, timeout=10_000)
    return GuardedWindow(bot, main, answers, path)


def every_text() -> str:
    """Everything that any widget of the program says: texts, tooltips, names for the ear."""
    found: list[str] = []
    for part in QApplication.allWidgets():
        found += [part.windowTitle(), part.toolTip(), part.statusTip(), part.whatsThis()]
        found += [part.accessibleName(), part.accessibleDescription()]
        found += _said(part)
    return "\n".join(found)


_ASKED: tuple[tuple[type[QWidget], tuple[str, ...]], ...] = (
    (QLabel, ("text",)),
    (QAbstractButton, ("text",)),
    (QLineEdit, ("text", "placeholderText")),
    (QPlainTextEdit, ("toPlainText",)),
    (QTextEdit, ("toPlainText",)),
    (QComboBox, ("currentText",)),
)
"""The methods of Qt itself; a widget of ours may call a part of its own ``text``."""


def _said(part: QWidget) -> list[str]:
    said = [
        str(getattr(kind, name)(part))
        for kind, names in _ASKED
        if isinstance(part, kind)
        for name in names
    ]
    heard = QAccessible.queryAccessibleInterface(part)
    if heard is not None:
        kinds = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
        said += [heard.text(kind) for kind in kinds]
        for place in range(min(heard.childCount(), 200)):
            child = heard.child(place)
            if child is not None:
                said += [child.text(kind) for kind in kinds]
    return said
