"""The manifest of a backup: what was copied, in what state, and proof that nobody altered it.

It lies beside the copy as JSON, without names of people. That of an encrypted registry carries
an HMAC with the key that seals the journal; that of another one can be rewritten by anybody who
can rewrite the copy.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

import msgspec

from desktop.db.files import write_private
from desktop.domain.language import mark

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.db.keyring import Unlocked

Why = Literal["asked", "interval", "close", "migration", "import", "restore", "encryption"]
WHY: tuple[Why, ...] = get_args(Why)
WHY_WORDS = MappingProxyType(
    {
        "asked": mark("Asked for"),
        "interval": mark("During work"),
        "close": mark("On closing"),
        "migration": mark("Before an upgrade of the file"),
        "import": mark("Before an import"),
        "restore": mark("Before a restore"),
        "encryption": mark("Before the keys changed"),
    }
)
"""The words for the reasons of backups."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of one backup; times are UTC, sizes in bytes.

    Attributes:
        counts: rows of each table.
        head_seq: the last transaction of the journal, 0 for an empty one.
        key_id: which key ``mac`` was made with, without telling the key; empty without one.
    """

    format: int = 1
    file: str
    sha256: str
    size: int
    counts: dict[str, int]
    head_seq: int
    head_seal: str
    file_version: int
    program: str
    made_at: str
    why: Why
    is_encrypted: bool
    keys_sha256: str = ""
    verified_at: str = ""
    drilled_at: str = ""
    key_id: str = ""
    mac: str = ""

    @property
    def made(self) -> datetime:
        """When it was made."""
        return time_of(self.made_at)

    @property
    def verified(self) -> datetime | None:
        """When it was last verified; None if it never was."""
        return time_of(self.verified_at) if self.verified_at else None


def time_of(text: str) -> datetime:
    """A time of a manifest; without a zone it is UTC."""
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _key_id(unlocked: Unlocked) -> str:
    return hmac.digest(unlocked.audit_key, b"which key made a manifest", "sha256").hex()[:16]


def _mac(manifest: Manifest, unlocked: Unlocked) -> str:
    bare = msgspec.structs.replace(manifest, mac="")
    message = b"manifest\n" + msgspec.json.encode(bare, order="deterministic")
    return hmac.new(unlocked.audit_key, message, hashlib.sha256).hexdigest()


def is_authentic(manifest: Manifest, unlocked: Unlocked | None) -> bool | None:
    """Whether nobody without the key altered a manifest; None where that cannot be told.

    It cannot be told without the key, of a registry that is not encrypted, and of a backup that
    was made with keys of before.
    """
    if unlocked is None:
        return None
    if not manifest.key_id:
        return None if not manifest.is_encrypted else False
    if manifest.key_id != _key_id(unlocked):
        return None
    return hmac.compare_digest(manifest.mac, _mac(manifest, unlocked))


def write_manifest(path: Path, manifest: Manifest, unlocked: Unlocked | None) -> Manifest:
    """Write a manifest, sealed where there is a key; gives it as written."""
    if unlocked is not None:
        manifest = msgspec.structs.replace(manifest, key_id=_key_id(unlocked))
        manifest = msgspec.structs.replace(manifest, mac=_mac(manifest, unlocked))
    content = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
    write_private(path, content + b"\n")
    return manifest


def read_manifest(path: Path) -> Manifest | None:
    """The manifest in a file; None if it is damaged."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Manifest)
        _ = found.made, found.verified
    except (OSError, ValueError):
        return None
    return found
