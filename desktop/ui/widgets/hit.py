"""One thing that the search box found."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Hit(NamedTuple):
    """A patient, a command, a rule of the guidance, or the way to the whole list of matches.

    ``reason`` tells why a command does not apply now; it then cannot be chosen.
    """

    kind: Literal["patient", "command", "list", "rule"]
    key: str
    text: str
    icon: str
    shortcut: str = ""
    reason: str = ""

    @property
    def is_enabled(self) -> bool:
        """True where it can be chosen."""
        return not self.reason
