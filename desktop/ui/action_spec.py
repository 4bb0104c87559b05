"""What one action of the program is: text, keys, icon, menu, and what it needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop.domain.language import mark, say

if TYPE_CHECKING:
    from desktop.domain.roles import Deed

Need = Literal["nothing", "registry", "patient"]

FILE, EDIT, VIEW = mark("&File"), mark("&Edit"), mark("&View")
PATIENT, REPORTS, HELP = mark("&Patient"), mark("&Reports"), mark("&Help")
MENUS = (FILE, EDIT, VIEW, PATIENT, REPORTS, HELP)

UNITS, COLORS, TEXT_SIZES = mark("&Units"), mark("C&olors"), mark("Te&xt size")
"""Submenus of the View menu."""

ADD, ADD_KEYS = "add_", "Ctrl+N"
"""How the names of the Add menu's actions begin, and the keys that open it."""

REASONS: dict[Need, str] = {
    "nothing": "",
    "registry": mark("Open a registry first."),
    "patient": mark("Open a patient first."),
}


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action; ``group`` is a submenu, ``starts_section`` draws a line above it.

    ``edits`` tells that it writes to the registry, so that it rests while an import runs.
    ``heard_last`` tells that its keys belong to whatever has the focus, and to the window only
    where that leaves them alone. ``deed`` is what the role of a person must allow.
    """

    name: str
    menu: str
    text: str
    shortcut: str = ""
    icon: str = ""
    needs: Need = "nothing"
    group: str = ""
    starts_section: bool = False
    is_checkable: bool = False
    edits: bool = False
    heard_last: bool = False
    deed: Deed | Literal[""] = ""

    @property
    def plain(self) -> str:
        """The text in the chosen language, without the letter to press and without dots."""
        return say(self.text).replace("&", "").removesuffix("…")

    @property
    def keys(self) -> str:
        """The keys as people read them; entries of the Add menu have a letter behind its own."""
        if self.shortcut or not self.name.startswith(ADD):
            return self.shortcut
        text = say(self.text)
        place = text.find("&") + 1
        return f"{ADD_KEYS}, {text[place].upper()}" if place else ""
