"""Whether the journal still holds what it once held.

Its last entry, number and seal, stands in each manifest of a backup and on printed pages. A
registry whose journal does not have it any more was replaced by an older copy, or rewritten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.db import audit, soundness
from desktop.domain.language import say

if TYPE_CHECKING:
    from desktop.db.connection import Connection
    from desktop.db.keyring import Unlocked


def chain_problems(connection: Connection, unlocked: Unlocked | None) -> list[str]:
    """Every entry that was altered, removed or put in, guards that are gone."""
    return audit.broken(connection, unlocked.audit_key if unlocked else b"")


def head_problems(connection: Connection, seq: int, seal: str, *, seen_in: str) -> list[str]:
    """Whether the journal still holds an entry that was once its last one.

    ``seal`` may be the beginning of a seal, as on paper; ``seen_in`` tells where it was seen.
    """
    held = soundness.seal_at(connection, seq)
    if held is None:
        last, _ = soundness.head_of(connection)
        return [
            say(
                "the audit ends at entry {last}, but {seen} knows entry {seq}: an older copy was"
                " put in the registry's place",
                last=last,
                seen=seen_in,
                seq=seq,
            )
        ]
    if not held.startswith(seal):
        return [
            say(
                "entry {seq} is not the one that {seen} knows: the audit was written anew",
                seq=seq,
                seen=seen_in,
            )
        ]
    return []
