"""Backups in words: when and why they were made, how large, what they lack. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.db.backups_manifest import WHY_WORDS
from desktop.domain.language import say, say_count
from desktop.ui.forms.words import TABLE_TITLES, table_title
from desktop.ui.models.history import moment

if TYPE_CHECKING:
    from desktop.db.backups import Backup

KILO = 1024


def cells(backup: Backup) -> list[str]:
    """A backup as a row: made, why, size, verified, what the registry has more or fewer."""
    verified = backup.verified_at
    proof = moment(verified.isoformat()) if verified else say("not verified")
    return [
        moment(backup.made_at.isoformat()),
        say(WHY_WORDS[backup.manifest.why]),
        size_words(backup.manifest.size),
        say("altered: do not rely on it") if backup.is_authentic is False else proof,
        difference_words(backup),
    ]


def size_words(size: int) -> str:
    """A size of a file: ``812 kB``, ``1.3 MB``."""
    if size < KILO * KILO:
        return say("{n} kB", n=max(1, round(size / KILO)))
    return say("{n} MB", n=f"{size / KILO / KILO:.1f}")


def difference_words(backup: Backup) -> str:
    """What the registry has more or fewer than a backup: ``differs by 3 records: Masses +3``."""
    if backup.difference is None:
        return say("cannot be compared")
    known = {name: n for name, n in backup.difference.items() if name in TABLE_TITLES}
    if not known:
        return say("has the same records")
    listed = ", ".join(f"{table_title(name)} {count:+,}" for name, count in known.items())
    changed = sum(abs(count) for count in known.values())
    return say_count(
        changed,
        "differs by {n} record: {listed}",
        "differs by {n} records: {listed}",
        listed=listed,
    )
