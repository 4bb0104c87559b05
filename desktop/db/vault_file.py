"""The keys file of an encrypted registry, ``REGISTRY.keys``: its content, seal and safe writing.

Everything in it is sealed under a key that only somebody with a slot can make: nobody else can
add a person, change a role, or put another public key in place of somebody's.
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

import msgspec

from desktop.db import in_use
from desktop.db.files import beside, sync_folder, write_private
from desktop.db.vault_slots import Slot, derived
from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
HEADER = b"SQLite format 3\x00"
"""The first bytes of a registry that is not encrypted; an encrypted one begins with its salt."""


class Keys(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The content of a keys file.

    ``registry`` is the random id of the registry, ``salt`` the first 16 bytes of the file that
    these keys open, ``chest`` the long-lived keys of journal and wrapping under the master key.
    """

    format: int
    registry: str
    changed_at: str
    salt: bytes
    chest_nonce: bytes
    chest: bytes
    slots: tuple[Slot, ...]
    seal: bytes = b""


def keys_path(path: Path) -> Path:
    """Where the keys of a registry lie."""
    return beside(path, "keys")


def next_path(path: Path) -> Path:
    """Where new keys lie until the file that they open is in place."""
    return beside(path, "keys.next")


def first_bytes(path: Path) -> bytes:
    """The first 16 bytes of a file; fewer where it is shorter, none where it is missing."""
    return in_use.beginning(path, len(HEADER))


def is_encrypted(path: Path) -> bool:
    """Whether the registry is encrypted, told from its first bytes; no key is needed."""
    begin = first_bytes(path)
    if not begin:
        return keys_path(path).exists()
    return begin != HEADER and (keys_path(path).exists() or next_path(path).exists())


def read(path: Path) -> Keys:
    """The keys that open the file as it is; UserError where they are missing or damaged."""
    coming = _coming(path)
    if coming is not None and coming.salt == first_bytes(path):
        return coming
    try:
        content = keys_path(path).read_bytes()
    except FileNotFoundError as error:
        raise UserError(
            say("The keys of this registry are missing: {file}.", file=keys_path(path).name),
            kept=say("Nothing was changed."),
            remedy=say("Put the keys file back beside the registry, for instance from a backup."),
        ) from error
    except OSError as error:
        raise UserError(
            say("{file} cannot be read: {error}.", file=keys_path(path).name, error=error.strerror),
            kept=say("Nothing was opened or changed."),
            remedy=say("Check who may read the file, or take it from a backup of this registry."),
        ) from error
    return _decoded(content, path)


def _coming(path: Path) -> Keys | None:
    """Keys that were written for a file which may not be in place yet.

    None also for what is no keys file: then those in place count, and tell if they do not fit.
    """
    try:
        return msgspec.json.decode(next_path(path).read_bytes(), type=Keys)
    except (FileNotFoundError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def fitting(path: Path) -> Path | None:
    """A keys file near by that opens this file, such as under its name of before; else None."""
    begin, folder = first_bytes(path), path.parent
    near = [*sorted(folder.glob("*.keys")), *sorted(folder.glob("*.backups/*.keys"), reverse=True)]
    return next((one for one in near if _salt_of(one) == begin), None)


def _salt_of(keys: Path) -> bytes | None:
    try:
        return msgspec.json.decode(keys.read_bytes(), type=Keys).salt
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def _decoded(content: bytes, path: Path) -> Keys:
    name = keys_path(path).name
    try:
        keys = msgspec.json.decode(content, type=Keys)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        if _format_of(content) > FORMAT:
            raise UserError(
                say("{file} was made by a newer version of this program.", file=name),
                kept=say("It was not changed."),
                remedy=say("Install the newer version to open it."),
            ) from error
        raise _altered(name) from error
    return keys


def _format_of(content: bytes) -> int:
    class _Begin(msgspec.Struct):
        format: int

    try:
        return msgspec.json.decode(content, type=_Begin).format
    except (msgspec.DecodeError, UnicodeDecodeError):
        return 0


def _altered(name: str) -> UserError:
    return UserError(
        say("{file} is damaged, or was altered by somebody without a key.", file=name),
        kept=say("Nothing was opened or changed."),
        remedy=say("Take the keys file from a backup of this registry."),
    )


def sealed(keys: Keys, master: bytes) -> Keys:
    """The keys with a seal that only the master key can make."""
    return msgspec.structs.replace(keys, seal=_seal(keys, master))


def check_seal(keys: Keys, master: bytes, path: Path) -> None:
    """Raise UserError where anything in the keys file was altered by somebody without a key."""
    if not hmac.compare_digest(keys.seal, _seal(keys, master)):
        raise _altered(keys_path(path).name)


def _seal(keys: Keys, master: bytes) -> bytes:
    content = msgspec.json.encode(msgspec.structs.replace(keys, seal=b""))
    return hmac.digest(derived(master, keys.registry, b"keys file"), content, "sha256")


def write(path: Path, keys: Keys, *, is_next: bool = False) -> None:
    """Write the keys at once, on the disk when it returns; ``is_next`` beside those that hold."""
    content = msgspec.json.format(msgspec.json.encode(keys), indent=1)
    try:
        write_private(next_path(path) if is_next else keys_path(path), content)
    except OSError as error:
        raise UserError(
            say("The keys cannot be written: {error}.", error=error.strerror),
            kept=say("They are as they were."),
            remedy=say("Free space on the disk, or check that its folder may be written to."),
        ) from error


def settle(path: Path) -> None:
    """Finish or undo a change of keys that was cut off: the file tells which keys open it.

    Only for whoever holds the registry, for a change may be under way elsewhere.
    """
    beside(path, "rekeyed").unlink(missing_ok=True)
    coming = _coming(path)
    if coming is None:
        return
    if coming.salt == first_bytes(path):
        next_path(path).replace(keys_path(path))
    else:
        next_path(path).unlink()
    sync_folder(path.parent)
