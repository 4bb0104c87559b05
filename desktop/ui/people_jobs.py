"""What is done to the people of a registry while it is closed: jobs of a worker.

Each takes what was agreed, then the path of the registry and the report of progress.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.work import people

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.roles import Role
    from desktop.ui.tasks import Report


def add(user: str, role: Role, passphrase: str, path: Path, _report: Report) -> None:
    """Let somebody else in."""
    people.add(path, user, role, passphrase)


def change_role(user: str, role: Role, path: Path, _report: Report) -> None:
    """Give somebody another role."""
    people.change_role(path, user, role)


def change_passphrase(user: str, passphrase: str, path: Path, _report: Report) -> None:
    """Give somebody, or oneself, another passphrase."""
    people.change_passphrase(path, user, passphrase)


def remove(user: str, path: Path, _report: Report) -> None:
    """Keep somebody out from now on."""
    people.remove(path, user)


def new_code(path: Path, _report: Report) -> str:
    """Make another recovery code, and give it."""
    return people.new_recovery_code(path)
