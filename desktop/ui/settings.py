"""Settings of this user on this computer: one declared table over QSettings.

Nothing about a patient is kept here: the last registry is kept as a path alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QSettings

from desktop.domain.language import ENGLISH, LANGUAGES, mark
from desktop.paths import user_folder

if TYPE_CHECKING:
    from desktop.ui.session import Units

ThemeChoice = Literal["light", "dark", "system"]


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key in the file, its default, and the values allowed where closed."""

    key: str
    default: str
    values: tuple[str, ...] = ()
    text: str = ""


THEME = Setting("theme", "system", ("light", "dark", "system"), mark("Colors of the window"))
UNITS = Setting("units", "conventional", ("conventional", "si"), mark("Units of shown values"))
TEXT_SIZE = Setting(
    "text_size",
    "100",
    ("90", "100", "110", "125", "150", "175", "200"),
    mark("Size of all text in percent"),
)
LAST_REGISTRY = Setting("last_registry", "", (), mark("Path of the registry opened last"))
USER_NAME = Setting("user_name", "", (), mark("Name written beside each change"))
PAPER = Setting("paper", "a4", ("a4", "letter"), mark("Paper that documents begin with"))
LANGUAGE = Setting("language", ENGLISH, tuple(LANGUAGES), mark("Language of the program"))
LOCK_AFTER = Setting(
    "lock_after",
    "5",
    ("1", "2", "3", "5", "10", "15"),
    mark("Minutes without use after which an encrypted registry is locked"),
)

TABLE: tuple[Setting, ...] = (
    *(THEME, UNITS, TEXT_SIZE, LAST_REGISTRY, USER_NAME, PAPER, LANGUAGE),
    LOCK_AFTER,
)


class Settings:
    """Typed access to the declared settings; a value outside the table reads as its default."""

    def __init__(self, path: Path | None = None) -> None:
        place = path or user_folder() / "settings.ini"
        self._store = QSettings(str(place), QSettings.Format.IniFormat)

    def read(self, setting: Setting) -> str:
        """The value of a setting, or its default."""
        value = str(self._store.value(setting.key, setting.default))
        return value if not setting.values or value in setting.values else setting.default

    def write(self, setting: Setting, value: str) -> None:
        """Keep a value; ValueError for one outside the table."""
        if setting.values and value not in setting.values:
            message = f"{value!r} is not a value of {setting.key}"
            raise ValueError(message)
        self._store.setValue(setting.key, value)

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or as the system has it."""
        return cast("ThemeChoice", self.read(THEME))

    @property
    def units(self) -> Units:
        """The units that windows start with."""
        return cast("Units", self.read(UNITS))

    @property
    def language(self) -> str:
        """The code of the language that the program starts in."""
        return self.read(LANGUAGE)

    @property
    def text_scale(self) -> float:
        """1.0 for the design's text size."""
        return int(self.read(TEXT_SIZE)) / 100

    @property
    def last_registry(self) -> Path | None:
        """The registry opened last, if it is still there."""
        text = self.read(LAST_REGISTRY)
        return Path(text) if text and Path(text).is_file() else None

    @property
    def user_name(self) -> str:
        """The name for the history; empty means the name of the system's account."""
        return self.read(USER_NAME)
