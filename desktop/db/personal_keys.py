"""A key for each person: their images in the journal can be read only as long as it exists.

The journal is append-only, so nobody can be taken out of it. What it holds of a person is
encrypted with AES-GCM under a random key of that person; erasing them destroys the key. The
row stays without a key: it keeps an erased person from being brought back by an undo.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from desktop.db.connection import Connection

ERASED = "␡"
"""What stands in the place of a text that an erasure took out; nobody types it."""
_NONCE = 12
_KEY = 32


@dataclass(slots=True)
class Images:
    """Hides the images that are written, shows those that are read; keys are looked up once.

    For one transaction, or one reading: another program may destroy a key meanwhile.
    """

    connection: Connection
    _keys: dict[str, bytes | None] = field(default_factory=dict)

    def hidden(self, image: str | None, patient: str, place: str) -> bytes | str | None:
        """The image as the journal keeps it; ``place`` binds it to its line and side.

        What belongs to no person stays as it is. Raises UserError for an erased person.
        """
        if image is None or not patient:
            return image
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # 20 ms

        nonce = os.urandom(_NONCE)
        cipher = AESGCM(self._key_to_write(patient))
        return nonce + cipher.encrypt(nonce, image.encode(), place.encode())

    def shown(self, stored: bytes | str | None, patient: str, place: str) -> str | None:
        """The image that the journal keeps; ``ERASED`` for one of an erased person.

        Raises UserError for one that was altered.
        """
        if stored is None or isinstance(stored, str):
            return stored
        key = self._key(patient)
        if key is None:
            return ERASED
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            return AESGCM(key).decrypt(stored[:_NONCE], stored[_NONCE:], place.encode()).decode()
        except (InvalidTag, ValueError) as error:
            raise UserError(
                say("An entry of the journal was altered and cannot be read."),
                kept=say("The records themselves are not affected."),
                remedy=say("Verify the registry, and compare it with a backup."),
            ) from error

    def _key(self, patient: str) -> bytes | None:
        if patient not in self._keys:
            query = "SELECT key FROM personal_keys WHERE patient = ?"
            row = self.connection.execute(query, (patient,)).fetchone()
            self._keys[patient] = row[0] if row else None
        return self._keys[patient]

    def _key_to_write(self, patient: str) -> bytes:
        if key := self._key(patient):
            return key
        refuse_erased(self.connection, patient)
        key = os.urandom(_KEY)
        self.connection.execute(
            "INSERT INTO personal_keys (patient, key) VALUES (?, ?)", (patient, key)
        )
        self._keys[patient] = key
        return key


def told(text: str) -> str:
    """A reason or the name of a step for people; words in place of one that was taken out."""
    return say("(erased)") if text == ERASED else text


def place(seq: int, record: str, side: str) -> str:
    """What binds an image to its line: it cannot be moved to another one."""
    return f"{seq}/{record}/{side}"


def refuse_erased(connection: Connection, patient: str) -> None:
    """Raise UserError where this person was erased: nothing brings them back."""
    query = "SELECT 1 FROM personal_keys WHERE patient = ? AND key IS NULL"
    if connection.execute(query, (patient,)).fetchone():
        raise UserError(
            say("This person was erased from the registry at their wish."),
            kept=say("Nothing was written."),
            remedy=say("A person who comes again is entered as a new patient."),
        )


def destroy(connection: Connection, patient: str) -> None:
    """Destroy the key of a person, inside the caller's transaction."""
    connection.execute(
        "INSERT INTO personal_keys (patient, key) VALUES (?, NULL)"
        " ON CONFLICT (patient) DO UPDATE SET key = NULL",
        (patient,),
    )
