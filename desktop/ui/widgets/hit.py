"""One thing that the search box found."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Hit(NamedTuple):
    """A patient, a command, or the way to the whole list of matches."""

    kind: Literal["patient", "command", "list"]
    key: str
    text: str
    icon: str
    shortcut: str = ""
    is_enabled: bool = True
