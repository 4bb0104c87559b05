"""The keys of an encrypted registry: who gets in, with what, and how keys are made.

``REGISTRY.keys`` holds one slot for each person and one for the printed recovery code. All open
the same random master key, from which the key of the file is derived. Roles and names in it are
readable without a key, but cannot be altered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.db import vault_attempts, vault_slots
from desktop.db.opening import refuse_keyless
from desktop.db.vault_attempts import CLOCK, Clock
from desktop.db.vault_file import HEADER, first_bytes, is_encrypted, keys_path, read, write
from desktop.db.vault_keys import is_same, new_keys, way_in
from desktop.db.vault_people import (
    add_person,
    change_passphrase,
    change_role,
    encrypt,
    new_recovery_code,
    recover,
    remove_person,
)
from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.db.keyring import Unlocked
    from desktop.domain.roles import Role

__all__ = [
    "Person",
    "add_person",
    "change_passphrase",
    "change_role",
    "create",
    "encrypt",
    "is_encrypted",
    "keys_path",
    "new_recovery_code",
    "people",
    "recover",
    "remove_person",
    "sign_in",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who can open the registry; times are UTC, empty where unknown."""

    user: str
    role: Role
    created_at: str
    is_recovery: bool = False
    last_sign_in: str = ""


def people(path: Path) -> tuple[Person, ...]:
    """Who can open the registry, in the order in which they were added; no key is needed.

    The recovery code comes last. A registry that is not encrypted has nobody. Raises UserError
    where the keys file is missing or damaged.
    """
    if not is_encrypted(path):
        if first_bytes(path) not in (b"", HEADER):
            refuse_keyless(path)
        return ()
    last = vault_attempts.read(path).last_sign_in
    return tuple(
        Person(
            user=slot.user,
            role=slot.role,
            created_at=slot.created_at,
            is_recovery=slot.is_recovery,
            last_sign_in=last.get(slot.user, ""),
        )
        for slot in sorted(read(path).slots, key=lambda slot: slot.is_recovery)
    )


def create(path: Path, user: str, passphrase: str) -> tuple[Unlocked, str]:
    """Keys for a new registry at ``path``: its first person, an administrator, and a code.

    Gives the way in and the recovery code, which is shown once and kept nowhere. Unlock the key
    ring with it, then make the registry. Raises UserError where registry or keys exist already.
    """
    for existing in (path, keys_path(path)):
        if existing.exists():
            raise UserError(
                say("{path} exists already.", path=existing),
                kept=say("It was not changed."),
                remedy=say("Choose another name for the new registry."),
            )
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    keys, master, code = new_keys(user, passphrase)
    write(path, keys)
    return way_in(keys, master, keys.slots[0], path), code


def sign_in(path: Path, user: str, passphrase: str, *, clock: Clock = CLOCK) -> Unlocked:
    """The way into an encrypted registry; an empty ``user`` tries everybody's slot.

    It does not unlock the key ring. Failures are counted beside the registry and kept for its
    journal. Raises UserError for a passphrase that does not fit, for an unknown person, while
    one has to wait after failures, and where the keys file was altered.
    """
    keys = read(path)
    vault_attempts.refuse_haste(path, clock)
    slots = [s for s in keys.slots if not s.is_recovery and (not user or is_same(user, s.user))]
    for slot in slots:
        master = vault_slots.opened(slot, keys.registry, passphrase)
        if master is not None:
            found = way_in(keys, master, slot, path)
            vault_attempts.succeeded(path, slot.user, clock)
            return found
    vault_attempts.failed(path, slots[0].user if len(slots) == 1 else "", clock)
    if not slots:
        raise UserError(
            say("Nobody called {user} can open this registry.", user=user),
            kept=say("Nothing was opened or changed."),
            remedy=say("Check the name, or ask an administrator of this registry."),
        )
    raise UserError(
        say("The passphrase does not fit."),
        kept=say("Nothing was opened or changed."),
        remedy=say(
            "Type it again; capital letters count. Without it, the printed recovery code opens"
            " the registry."
        ),
    )
