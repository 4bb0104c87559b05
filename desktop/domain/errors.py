"""The two exceptions that are not bugs: a message for the user, and the user's own Stop."""

from __future__ import annotations


class UserError(Exception):
    """A failure that the user can understand and act on; anything else is a bug.

    ``what`` happened, what was ``kept`` and what to do (``remedy``) are whole sentences,
    shown as they are in dialogs and on standard error. They hold no patient's name.
    """

    def __init__(self, what: str, *, kept: str = "", remedy: str = "") -> None:
        self.what = what
        self.kept = kept
        self.remedy = remedy
        super().__init__(" ".join(part for part in (what, kept, remedy) if part))


class Cancelled(Exception):  # noqa: N818 - a request of the user, not an error
    """Raised out of a long job by its progress report when the user pressed Stop."""
