"""Adding, changing and removing the people of an encrypted registry.

Whoever loses a right may have kept a key, so the file comes under a new one when somebody is
removed or given a lesser role, and when a passphrase or the recovery code is replaced. Then
nothing may have the registry open: close it, call, open it again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from desktop.db import holding, keyring, vault_attempts, vault_rekey, vault_slots
from desktop.db.vault_attempts import CLOCK, Clock
from desktop.db.vault_code import new_code, read_code
from desktop.db.vault_file import (
    HEADER,
    Keys,
    check_seal,
    first_bytes,
    keys_path,
    read,
    sealed,
    settle,
    write,
)
from desktop.db.vault_keys import (
    check_passphrase,
    checked_name,
    chest_of,
    is_same,
    moment,
    new_keys,
    way_in,
    with_new_master,
)
from desktop.db.vault_slots import Slot
from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.domain.roles import ROLES, demand

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.db.keyring import Unlocked
    from desktop.domain.roles import Role


def add_person(path: Path, unlocked: Unlocked, user: str, role: Role, passphrase: str) -> None:
    """Let somebody else in, with a passphrase of their own; for administrators."""
    demand(unlocked.role, "people")
    check_passphrase(passphrase)
    with holding.holding(path):
        keys = _ours(path, unlocked)
        name = checked_name(user, keys.slots)
        slot = vault_slots.made(keys.registry, name, role, passphrase, created_at=moment())
        slot = vault_slots.sealed_to(slot, keys.registry, unlocked.master_key)
        _write(path, unlocked, keys, (*keys.slots, slot))


def change_role(path: Path, unlocked: Unlocked, user: str, role: Role) -> Unlocked:
    """Give a person another role; for administrators. A lesser one brings a new key."""
    demand(unlocked.role, "people")
    with holding.holding(path):
        keys = _ours(path, unlocked)
        old = _slot_of(keys, user)
        slot = msgspec.structs.replace(old, role=role)
        slots = tuple(slot if one is old else one for one in keys.slots)
        _demand_administrator(slots)
        if ROLES.index(role) < ROLES.index(old.role):
            return _rekeyed(path, unlocked, keys, slots)
        _write(path, unlocked, keys, slots)
        return unlocked


def remove_person(path: Path, unlocked: Unlocked, user: str) -> Unlocked:
    """Keep somebody out from now on, by a new key of the file; for administrators."""
    demand(unlocked.role, "people")
    with holding.holding(path):
        keys = _ours(path, unlocked)
        gone = _slot_of(keys, user)
        if is_same(user, unlocked.user):
            raise UserError(
                say("You cannot remove yourself."),
                kept=say("Nothing was changed."),
                remedy=say("Another administrator can."),
            )
        slots = tuple(slot for slot in keys.slots if slot is not gone)
        _demand_administrator(slots)
        return _rekeyed(path, unlocked, keys, slots)


def change_passphrase(path: Path, unlocked: Unlocked, user: str, passphrase: str) -> Unlocked:
    """A new passphrase, of oneself or, for administrators, of anybody; the old one is void."""
    if not is_same(user, unlocked.user):
        demand(unlocked.role, "people")
    check_passphrase(passphrase)
    with holding.holding(path):
        keys = _ours(path, unlocked)
        old = _slot_of(keys, user)
        new = vault_slots.made(
            keys.registry, old.user, old.role, passphrase, created_at=old.created_at
        )
        slots = tuple(new if one is old else one for one in keys.slots)
        return _rekeyed(path, unlocked, keys, slots)


def new_recovery_code(path: Path, unlocked: Unlocked) -> tuple[Unlocked, str]:
    """Another recovery code, shown once; the old one is void. For administrators."""
    demand(unlocked.role, "people")
    with holding.holding(path):
        keys = _ours(path, unlocked)
        code = new_code()
        slot = vault_slots.made(
            keys.registry, "", "administrator", read_code(code), created_at=moment()
        )
        slots = (*(one for one in keys.slots if not one.is_recovery), slot)
        return _rekeyed(path, unlocked, keys, slots), code


def recover(
    path: Path,
    code: str,
    user: str,
    passphrase: str,
    *,
    clock: Clock = CLOCK,
) -> Unlocked:
    """The way in with the recovery code: the person gets this passphrase and all rights.

    Somebody who is in the registry already keeps the name, anybody else is added. It does not
    unlock the key ring. Raises UserError for a wrong code, counted like a wrong passphrase.
    """
    letters = read_code(code)
    check_passphrase(passphrase)
    with holding.holding(path):
        settle(path)
        keys = read(path)
        vault_attempts.refuse_haste(path, clock)
        found = (s for s in keys.slots if s.is_recovery)
        masters = [vault_slots.opened(slot, keys.registry, letters) for slot in found]
        master = next((one for one in masters if one is not None), None)
        if master is None:
            vault_attempts.failed(path, "", clock)
            raise UserError(
                say("The recovery code does not fit this registry."),
                kept=say("Nothing was opened or changed."),
                remedy=say("Compare it with the code that was printed last for this registry."),
            )
        check_seal(keys, master, path)
        others = tuple(s for s in keys.slots if s.is_recovery or not is_same(user, s.user))
        known = [s for s in keys.slots if s not in others]
        name = known[0].user if known else checked_name(user, others)
        at = known[0].created_at if known else moment()
        slot = vault_slots.made(keys.registry, name, "administrator", passphrase, created_at=at)
        slot = vault_slots.sealed_to(slot, keys.registry, master)
        renewed = msgspec.structs.replace(keys, changed_at=moment(), slots=(slot, *others))
        write(path, sealed(renewed, master))
        vault_attempts.succeeded(path, name, clock)
        return way_in(sealed(renewed, master), master, slot, path)


def encrypt(path: Path, user: str, passphrase: str) -> tuple[Unlocked, str]:
    """Encrypt a registry that is not: its first person, an administrator, and the code.

    The plain file is overwritten and replaced once the encrypted one was found to be the same.
    It does not unlock the key ring. Copies and backups made before stay as they are. Raises
    UserError, with everything as it was, where it is encrypted already or open anywhere.
    """
    if first_bytes(path) != HEADER or keys_path(path).exists():
        raise UserError(
            say("{file} is encrypted already, or is no registry.", file=path.name),
            kept=say("Nothing was changed."),
        )
    keys, master, code = new_keys(user, passphrase)
    new = way_in(keys, master, keys.slots[0], path)
    with holding.holding(path):
        settle(path)
        vault_rekey.put_under(path, keys, new, old=None)
    return new, code


def _ours(path: Path, unlocked: Unlocked) -> Keys:
    """The keys as they are, proved to be unaltered."""
    settle(path)
    keys = read(path)
    check_seal(keys, unlocked.master_key, path)
    return keys


def _slot_of(keys: Keys, user: str) -> Slot:
    for slot in keys.slots:
        if not slot.is_recovery and is_same(user, slot.user):
            return slot
    raise UserError(
        say("Nobody called {user} can open this registry.", user=user),
        kept=say("Nothing was changed."),
        remedy=say("Check the name."),
    )


def _demand_administrator(slots: Sequence[Slot]) -> None:
    if not any(slot.role == "administrator" and not slot.is_recovery for slot in slots):
        raise UserError(
            say("A registry needs an administrator."),
            kept=say("Nothing was changed."),
            remedy=say("Make another person administrator first."),
        )


def _write(path: Path, unlocked: Unlocked, keys: Keys, slots: tuple[Slot, ...]) -> None:
    renewed = msgspec.structs.replace(keys, changed_at=moment(), slots=slots)
    write(path, sealed(renewed, unlocked.master_key))


def _rekeyed(path: Path, unlocked: Unlocked, keys: Keys, slots: tuple[Slot, ...]) -> Unlocked:
    """The file under a new key that these slots alone open; the key ring follows."""
    chest = chest_of(keys, unlocked.master_key, path)
    renewed, master = with_new_master(msgspec.structs.replace(keys, slots=slots), chest)
    own = next(slot for slot in slots if is_same(slot.user, unlocked.user))
    follows = replace(way_in(renewed, master, own, path), session=unlocked.session)
    vault_rekey.put_under(path, renewed, follows, old=unlocked)
    if keyring.unlocked(path) is not None:
        keyring.unlock(path, follows)
    return follows
