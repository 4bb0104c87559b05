"""How the program looks and speaks, and who uses it: each choice applies at once."""

from __future__ import annotations

import getpass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.language import LANGUAGES, language, mark, say
from desktop.ui.forms.editors import ChoiceEditor
from desktop.ui.settings import LANGUAGE, PAPER, TEXT_SIZE, THEME, UNITS, Settings
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import Card, button, label
from desktop.ui.widgets.settings_parts import ChoiceRow, setting_row

if TYPE_CHECKING:
    from desktop.ui.session import Session

THEMES = (("light", mark("Light")), ("dark", mark("Dark")), ("system", mark("As the system")))
PAPERS = (("a4", mark("A4")), ("letter", mark("Letter (US)")))
UNIT_SYSTEMS = (("conventional", mark("mg/dL")), ("si", mark("mmol/L (SI)")))


class LookCard(Card):
    """Colors, text size, units and language.

    The first three are the actions of the View menu, so that menu and page always agree.
    """

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(say("Appearance"), icon="adjustments")
        self._session, self._settings = session, settings
        self._is_filling = False
        self.themes = ChoiceRow(say("Colors"), [(key, say(text)) for key, text in THEMES])
        self.sizes = ChoiceEditor([(size, f"{size} %") for size in TEXT_SIZE.values])
        self.sizes.setAccessibleName(say("Text size"))
        units = [(key, say(text)) for key, text in UNIT_SYSTEMS]
        self.units = ChoiceRow(say("Units of shown values"), units)
        self.language = ChoiceEditor(list(LANGUAGES.items()))
        self.language.setAccessibleName(say("Language"))
        size_hint = say("All text and all rows. The charts and the body map follow.")
        units_hint = say("What was entered stays as it was entered; only the display changes.")
        rows = (
            setting_row(say("Colors"), self.themes),
            setting_row(say("Text size"), self.sizes, size_hint),
            setting_row(say("Units of shown values"), self.units, units_hint),
            setting_row(say("Language"), self.language, say("Takes effect at the next start.")),
        )
        self.language_hint = rows[-1][1]
        for row, _ in rows:
            self.body.addWidget(row)
        self.body.addStretch(1)
        self._connect()
        self._fit()
        self.read_again()

    def _connect(self) -> None:
        command = self._session.asks.command
        self.themes.chosen.connect(lambda name: command.emit(f"theme_{name}"))
        self.units.chosen.connect(lambda name: command.emit(f"units_{name}"))
        self.sizes.edited.connect(self._choose_size)
        self.language.edited.connect(self._choose_language)
        self._session.units_changed.connect(self.read_again)
        theme_signals.changed.connect(self.read_again)
        theme_signals.changed.connect(self._fit)

    def _fit(self) -> None:
        for choice in (self.sizes, self.language):
            choice.setMaximumWidth(theme().px(200))

    def _choose_size(self) -> None:
        if not self._is_filling:
            self._session.asks.command.emit(f"text_{self.sizes.typed()}")

    def _choose_language(self) -> None:
        if not self._is_filling:
            self._settings.write(LANGUAGE, self.language.typed())
            self.read_again()

    def read_again(self) -> None:
        """Show what is in force, wherever it was chosen."""
        self._is_filling = True
        self.themes.show_value(self._settings.read(THEME))
        self.sizes.set_typed(self._settings.read(TEXT_SIZE))
        self.units.show_value(self._session.units or self._settings.read(UNITS))
        self.language.set_typed(self._settings.read(LANGUAGE))
        self._is_filling = False
        chosen = self._settings.read(LANGUAGE)
        hint = say("Takes effect at the next start.")
        if chosen != language():
            hint = say("{language} from the next start on.", language=LANGUAGES[chosen])
        self.language_hint.setText(hint)


class PersonCard(Card):
    """The name that is written beside each change, and the paper that documents begin with."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(say("You and your paper"), icon="user")
        self._session, self._settings = session, settings
        self.name = label("", "strong")
        self.name_button = button(say("Change name…"), icon="user")
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.name)
        row.addWidget(self.name_button)
        row.addStretch(1)
        self.paper = ChoiceRow(say("Paper"), [(key, say(text)) for key, text in PAPERS])
        about = say("Written beside each change in the history, and on worklist marks.")
        begins = say("What documents begin with; each can be made on the other paper too.")
        for made, _ in (
            setting_row(say("Your name"), line, about),
            setting_row(say("Paper"), self.paper, begins),
        ):
            self.body.addWidget(made)
        self.body.addStretch(1)
        self.name_button.clicked.connect(self._ask_name)
        self.paper.chosen.connect(partial(self._settings.write, PAPER))
        self.read_again()

    def _ask_name(self) -> None:
        self._session.asks.command.emit("user_name")
        self.read_again()

    def read_again(self) -> None:
        """Show what is in force."""
        registry = self._session.registry
        is_signed_in = registry is not None and registry.unlocked is not None
        name = self._settings.user_name or getpass.getuser()
        if registry is not None and is_signed_in:
            name = registry.who
        told = say("In an encrypted registry your name is the one with which you signed in.")
        self.name_button.setEnabled(not is_signed_in)
        self.name_button.setToolTip(told if is_signed_in else "")
        self.name.setText(name)
        self.name_button.setAccessibleName(say("Change your name, now {name}", name=name))
        self.paper.show_value(self._settings.read(PAPER))
