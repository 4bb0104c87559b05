"""Colors, text size, units and the user's name: chosen in menus, kept in the settings."""

from __future__ import annotations

import getpass
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication

from desktop.domain.language import ENGLISH, say, use_language
from desktop.ui.settings import TEXT_SIZE, THEME, UNITS, USER_NAME
from desktop.ui.theme import apply_theme, system_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.language import ENGLISH, say, use_language
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Units
from desktop.ui.settings import Settings


def apply_settings(app: QApplication, settings: Settings) -> None:
    """Put the chosen language, colors and text size in force."""
    _speak(app, settings.language)
    apply_colors(app, settings)


def apply_colors(app: QApplication, settings: Settings) -> None:
    """Put the chosen colors and text size in force; the language stays until the next start."""
    name = settings.theme
    apply_theme(app, system_theme() if name == "system" else name, text_scale=settings.text_scale)


def _speak(app: QApplication, code: str) -> None:
    """Texts of the program and of Qt in the chosen language; Qt's own are English."""
    use_language(code)
    if code == ENGLISH:
        return
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{code}", folder):
        app.installTranslator(translator)


class Appearance:
    """The choices of the View menu; the checked action is the one in force."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def slots(self) -> dict[str, Callable[[], None]]:
        """The slots of the choices."""
        themed = {f"theme_{name}": partial(self._choose_theme, name) for name in THEME.values}
        sized = {f"text_{size}": partial(self._choose_text, size) for size in TEXT_SIZE.values}
        units = {f"units_{name}": partial(self._choose_units, name) for name in UNITS.values}
        return {**themed, **sized, **units}

    def show_choices(self) -> None:
        """Check what is in force, and name the user."""
        settings, actions = self._window.settings, self._window.commands
        for setting, prefix in ((THEME, "theme"), (TEXT_SIZE, "text"), (UNITS, "units")):
            group = QActionGroup(self._window)
            for value in setting.values:
                group.addAction(actions[f"{prefix}_{value}"])
            actions[f"{prefix}_{settings.read(setting)}"].setChecked(True)
        self._window.session.set_units(settings.units)
        self.name_user()

    def _choose_theme(self, name: str) -> None:
        self._window.settings.write(THEME, name)
        self._apply()

    def _choose_text(self, size: str) -> None:
        self._window.settings.write(TEXT_SIZE, size)
        self._apply()

    def _apply(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - a window has one
        apply_colors(app, self._window.settings)

    def _choose_units(self, name: str) -> None:
        self._window.settings.write(UNITS, name)
        self._window.session.set_units(cast("Units", name))

    def ask_user_name(self) -> None:
        """The name that is written beside each change."""
        settings, registry = self._window.settings, self._window.session.registry
        if registry is not None and registry.unlocked is not None:
            told = say("In an encrypted registry your name is the one with which you signed in.")
            self._window.status.show_note(told)
            return
        label = say("Name written beside each change:")
        title = say("Your name")
        name = self._window.dialogs.text(self._window, title, label, start=settings.user_name)
        if name is None:
            return
        settings.write(USER_NAME, name)
        if registry is not None:
            registry.who = name or getpass.getuser()
        self.name_user()

    def name_user(self) -> None:
        """Show who signed in, else the name of the settings."""
        registry = self._window.session.registry
        if registry is not None and registry.unlocked is not None:
            self._window.menu_row.show_user(registry.who, role=registry.role)
        else:
            self._window.menu_row.show_user(self._window.settings.user_name or getpass.getuser())
