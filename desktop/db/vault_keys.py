"""How the keys of a registry are made, opened and made anew.

All slots open the same random master key, from which the key of the file is derived. The keys of
the journal and of the patients' own keys lie in a chest under the master key: they stay when the
master key is made anew, so that seals and wrapped keys go on fitting.
"""

from __future__ import annotations

import secrets
import unicodedata
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.db import vault_slots
from desktop.db.keyring import Unlocked
from desktop.db.vault_code import new_code, read_code
from desktop.db.vault_file import FORMAT, HEADER, Keys, check_seal, sealed
from desktop.db.vault_slots import KEY_BYTES, Slot, derived
from desktop.domain.errors import UserError
from desktop.domain.language import say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SHORTEST = 12
"""Characters that a passphrase has at least."""


def moment() -> str:
    """Now, in UTC, as it is written into the keys."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def checked_name(user: str, slots: Iterable[Slot]) -> str:
    """The name as it is kept; UserError for an empty name, or one that is taken."""
    name = unicodedata.normalize("NFC", " ".join(user.split()))
    if not name:
        raise UserError(say("A person needs a name."), remedy=say("Give a user name."))
    if any(is_same(name, slot.user) for slot in slots):
        raise UserError(
            say("There is a person called {user} already.", user=name),
            kept=say("Nothing was changed."),
            remedy=say("Choose another name."),
        )
    return name


def is_same(one: str, other: str) -> bool:
    """Whether two names are one: case and the way in which letters are composed aside."""
    folded = [unicodedata.normalize("NFKC", " ".join(n.split())).casefold() for n in (one, other)]
    return folded[0] == folded[1]


def check_passphrase(passphrase: str) -> None:
    """Raise UserError for a passphrase that is too short."""
    if len(passphrase) < SHORTEST:
        raise UserError(
            say_count(
                SHORTEST,
                "A passphrase has at least one character.",
                "A passphrase has at least {n} characters.",
            ),
            kept=say("Nothing was changed."),
            remedy=say("Several words in a row are easy to keep in mind."),
        )


def new_keys(user: str, passphrase: str) -> tuple[Keys, bytes, str]:
    """Keys with one administrator and a recovery slot, their master key, and the code."""
    name = checked_name(user, ())
    check_passphrase(passphrase)
    registry, at, code = secrets.token_hex(16), moment(), new_code()
    slots = tuple(
        vault_slots.made(registry, who, "administrator", secret, created_at=at)
        for who, secret in ((name, passphrase), ("", read_code(code)))
    )
    empty = Keys(
        format=FORMAT,
        registry=registry,
        changed_at=at,
        salt=b"",
        chest_nonce=b"",
        chest=secrets.token_bytes(2 * KEY_BYTES),
        slots=slots,
    )
    keys, master = with_new_master(empty, empty.chest)
    return keys, master, code


def with_new_master(keys: Keys, chest: bytes) -> tuple[Keys, bytes]:
    """The same slots and chest under a new master key, and with it a new key of the file."""
    master, nonce = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(12)
    salt = secrets.token_bytes(16)
    while salt == HEADER:  # a file must never look as if it were not encrypted
        salt = secrets.token_bytes(16)
    wrapping = AESGCM(derived(master, keys.registry, b"chest"))
    renewed = msgspec.structs.replace(
        keys,
        changed_at=moment(),
        salt=salt,
        chest_nonce=nonce,
        chest=wrapping.encrypt(nonce, chest, keys.registry.encode()),
        slots=tuple(vault_slots.sealed_to(slot, keys.registry, master) for slot in keys.slots),
    )
    return sealed(renewed, master), master


def chest_of(keys: Keys, master: bytes, path: Path) -> bytes:
    """The long-lived keys of journal and wrapping; UserError where they were altered."""
    check_seal(keys, master, path)
    wrapping = AESGCM(derived(master, keys.registry, b"chest"))
    try:
        return wrapping.decrypt(keys.chest_nonce, keys.chest, keys.registry.encode())
    except InvalidTag as error:  # sealed by us, so it was written wrongly
        message = "the chest does not fit its seal"
        raise RuntimeError(message) from error


def way_in(keys: Keys, master: bytes, slot: Slot, path: Path) -> Unlocked:
    """What a person who opened this slot may use, after the seal of the keys was checked."""
    chest = chest_of(keys, master, path)
    return Unlocked(
        user=slot.user,
        role=slot.role,
        session=secrets.token_hex(8),
        database_key=derived(master, keys.registry, b"database"),
        audit_key=chest[:KEY_BYTES],
        wrap_key=chest[KEY_BYTES:],
        salt=keys.salt,
        master_key=master,
    )
