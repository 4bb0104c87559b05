"""What the entrance has done beside the window: keys are made, and the audit hears of it.

Nothing heavy is imported before the first of it is needed.
"""

from __future__ import annotations

import math
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.tasks import Report

PLAIN = b"SQLite format 3\0"
"""How every file of SQLite begins that is not encrypted."""
_NEEDED = ("argon2", "desktop.work.people")


def begins_plainly(path: Path) -> bool:
    """Whether a file begins as every file of SQLite does that is not encrypted."""
    with path.open("rb") as file:
        return file.read(len(PLAIN)) == PLAIN


def looks_encrypted(path: Path) -> bool:
    """Whether keys lie beside a file that is not plain; nothing heavy is imported for it."""
    try:
        is_other = path.stat().st_size > 0 and not begins_plainly(path)
    except OSError:
        return False
    return is_other and path.with_name(f"{path.name}.keys").exists()


def import_needed(_report: Report) -> None:
    """Import what signing in needs, while a person types."""
    for name in _NEEDED:
        import_module(name)


def signed_in(person: str, passphrase: str, path: Path, _report: Report) -> str:
    """In a worker: the key is in the ring then, and the audit has heard of it."""
    from desktop.work import people

    people.sign_in(path, person, passphrase).close()
    return ""


def recovered(code: str, person: str, passphrase: str, path: Path, _report: Report) -> str:
    """In a worker, as above; gives the code that holds from now on."""
    from desktop.work import people

    registry, next_code = people.recover(path, code, person, passphrase)
    registry.close()
    return next_code


def seconds_left(path: Path) -> int:
    """How long nobody may try again; 0 where one may."""
    from desktop.db import vault_attempts

    attempts = vault_attempts.read(path)
    wait = vault_attempts.wait_after(attempts.in_a_row)
    if not wait or not attempts.last:
        return 0
    passed = datetime.now(UTC) - datetime.fromisoformat(attempts.last)
    return max(0, math.ceil((wait - passed).total_seconds()))
