"""What can be wrong with a backup: its manifest, its checksum, its keys, what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.db import soundness
from desktop.db.connection import DatabaseError
from desktop.db.durable import sha256
from desktop.db.reading import reading
from desktop.db.vault_file import HEADER, first_bytes, keys_path
from desktop.domain.language import say

if TYPE_CHECKING:
    from desktop.db.backups import Backup
    from desktop.db.backups_manifest import Manifest
    from desktop.db.connection import Connection
    from desktop.db.keyring import Unlocked


def fits(backup: Backup, unlocked: Unlocked | None) -> bool:
    """Whether the keys at hand open a backup: not one from before somebody left, or encryption."""
    begin = first_bytes(backup.file)
    if unlocked is None:
        return begin == HEADER
    return begin == unlocked.salt


def problems_with(backup: Backup, unlocked: Unlocked | None, *, opens: bool) -> list[str]:
    """What is wrong with a backup: its manifest, its checksum and, if it is opened, its content."""
    file, known = backup.file, backup.manifest
    if backup.is_authentic is False:
        return [say("the manifest was altered")]
    if sha256(file) != known.sha256:
        return [say("the copy is not the one that was made")]
    if known.keys_sha256:
        keys = keys_path(file)
        if not keys.exists() or sha256(keys) != known.keys_sha256:
            return [say("its keys are missing or were altered")]
    if not opens:
        return []
    with reading(file, unlocked) as connection:
        return content_problems(connection, known)


def content_problems(connection: Connection, known: Manifest) -> list[str]:
    """What is wrong inside a copy: pages, references, and counts that its manifest tells."""
    try:
        wrong = soundness.page_problems(connection) or soundness.reference_problems(connection)
        if not wrong and soundness.counts_of(connection) != known.counts:
            wrong = [say("its rows are not as many as its manifest tells")]
        if not wrong and soundness.head_of(connection) != (known.head_seq, known.head_seal):
            wrong = [say("its journal does not end where its manifest tells")]
    except DatabaseError as error:
        return [str(error)]
    return wrong
