"""The recovery code: 160 random bits as 32 letters and digits, and one that checks them."""

from __future__ import annotations

import secrets

from desktop.domain.errors import UserError
from desktop.domain.language import say

# Crockford's letters: none is mistaken for another on paper.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEANT = str.maketrans("OIL", "011")
_LENGTH = 32
_GROUP = 4


def new_code() -> str:
    """A new recovery code, in groups as it is printed."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    whole = letters + _check(letters)
    return "-".join(whole[start : start + _GROUP] for start in range(0, len(whole), _GROUP))


def read_code(typed: str) -> str:
    """The code without groups, as it opens its slot; UserError for one that was mistyped."""
    letters = "".join(c for c in typed.upper() if c.isalnum()).translate(_MEANT)
    is_whole = len(letters) == _LENGTH + 1 and set(letters) <= set(_LETTERS)
    if not is_whole or _check(letters[:-1]) != letters[-1]:
        raise UserError(
            say("This is not a whole recovery code, or a letter of it is wrong."),
            remedy=say("Compare it with the printed code and type it again."),
        )
    return letters[:-1]


def _check(letters: str) -> str:
    """Luhn's check for 32 letters: finds each wrong one, and two that changed places."""
    total = 0
    for place, letter in enumerate(reversed(letters)):
        number = _LETTERS.index(letter) * (2 if place % 2 == 0 else 1)
        total += number // len(_LETTERS) + number % len(_LETTERS)
    return _LETTERS[-total % len(_LETTERS)]
