"""One person's slot in the keys of a registry: what a passphrase opens, and what it guards.

A slot holds an X25519 key pair. Its private half is wrapped with a key that argon2id makes from
the passphrase; the registry's master key is sealed to its public half. So the master key can be
made anew, when somebody leaves, without anybody else's passphrase.

The libraries for all this are imported where they are used: a registry that is not encrypted
opens without them.
"""

from __future__ import annotations

import secrets
import unicodedata

import msgspec

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.domain.roles import Role

KEY_BYTES = 32
_NONCE_BYTES = 12
_SALT_BYTES = 16


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one guess of a passphrase costs: memory in KiB, passes, lanes (argon2id)."""

    memory: int
    passes: int
    lanes: int


COST = Cost(memory=64 * 1024, passes=3, lanes=4)
"""RFC 9106, second recommended option: about 0.2 s on a desktop."""
FLOOR = COST
"""Less is refused unseen: a slot that was made cheaper would betray its passphrase."""
CEILING = Cost(memory=2 * 1024 * 1024, passes=32, lanes=64)
"""More is refused unseen: it would only stop the program."""


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One way in, for one person or for the recovery code (then ``user`` is empty).

    ``wrapped`` is the private key under the passphrase, ``sealed`` the master key under the
    public key, with the one-time public key ``sender``. Times are UTC.
    """

    user: str
    role: Role
    created_at: str
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes
    public: bytes
    sender: bytes = b""
    sealed: bytes = b""

    @property
    def is_recovery(self) -> bool:
        """Whether the recovery code opens it, and no person's passphrase."""
        return not self.user


def made(registry: str, user: str, role: Role, secret: str, *, created_at: str) -> Slot:
    """A slot for this passphrase or code; no master key is sealed to it yet."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    private = X25519PrivateKey.generate()
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    public = private.public_key().public_bytes_raw()
    cost = COST
    bound = _bound(registry, user, cost, salt, public)
    wrapping = AESGCM(_from_passphrase(secret, salt, cost))
    return Slot(
        user=user,
        role=role,
        created_at=created_at,
        cost=cost,
        salt=salt,
        nonce=nonce,
        wrapped=wrapping.encrypt(nonce, private.private_bytes_raw(), bound),
        public=public,
    )


def sealed_to(slot: Slot, registry: str, master: bytes) -> Slot:
    """The slot with this master key sealed to it; no passphrase is needed for it."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import (
        X25519PrivateKey,
        X25519PublicKey,
    )
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    sender = X25519PrivateKey.generate()
    shared = sender.exchange(X25519PublicKey.from_public_bytes(slot.public))
    public = sender.public_key().public_bytes_raw()
    # The key is used once, so the nonce may be constant.
    key = derived(shared, registry, b"seal " + public + slot.public)
    sealed = AESGCM(key).encrypt(bytes(_NONCE_BYTES), master, _named(registry, slot.user))
    return msgspec.structs.replace(slot, sender=public, sealed=sealed)


def opened(slot: Slot, registry: str, secret: str) -> bytes | None:
    """The master key; None where the passphrase or code does not fit, or the slot was edited.

    Raises UserError, before anything is computed, for a cost that nobody of us would set.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import (
        X25519PrivateKey,
        X25519PublicKey,
    )
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    _refuse_cost(slot.cost)
    bound = _bound(registry, slot.user, slot.cost, slot.salt, slot.public)
    try:
        wrapping = AESGCM(_from_passphrase(secret, slot.salt, slot.cost))
        own = X25519PrivateKey.from_private_bytes(wrapping.decrypt(slot.nonce, slot.wrapped, bound))
        shared = own.exchange(X25519PublicKey.from_public_bytes(slot.sender))
        key = derived(shared, registry, b"seal " + slot.sender + slot.public)
        return AESGCM(key).decrypt(bytes(_NONCE_BYTES), slot.sealed, _named(registry, slot.user))
    except (InvalidTag, ValueError):  # ValueError: a part whose length was altered
        return None


def derived(secret: bytes, registry: str, purpose: bytes) -> bytes:
    """A key of 32 bytes for one purpose, of one registry."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    salt = registry.encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose).derive(secret)


def _refuse_cost(cost: Cost) -> None:
    amounts = zip(
        msgspec.structs.astuple(FLOOR),
        msgspec.structs.astuple(cost),
        msgspec.structs.astuple(CEILING),
        strict=True,
    )
    if not all(least <= own <= most for least, own, most in amounts):
        raise UserError(
            say(
                "The keys of this registry were altered: the cost of a passphrase is out of bounds."
            ),
            kept=say("Nothing was opened or changed."),
            remedy=say("Take the keys file from a backup of this registry."),
        )


def _from_passphrase(secret: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    # The same letters must give the same key on every keyboard and system.
    typed = unicodedata.normalize("NFKC", secret).encode()
    return hash_secret_raw(typed, salt, cost.passes, cost.memory, cost.lanes, KEY_BYTES, Type.ID)


def _bound(registry: str, user: str, cost: Cost, salt: bytes, public: bytes) -> bytes:
    return msgspec.json.encode([registry, user, msgspec.structs.astuple(cost), salt, public])


def _named(registry: str, user: str) -> bytes:
    return msgspec.json.encode([registry, user])
