"""Who may do what in a registry: four roles, and the deeds that each one allows.

Roles are enforced by this program. Cryptography protects the file from people without a key; it
does not tell one person with a key from another.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal, get_args

from desktop.domain.errors import UserError
from desktop.domain.language import mark, say

Role = Literal["viewer", "clinician", "keeper", "administrator"]
Deed = Literal["print", "change", "import", "export", "restore", "erase", "people"]

ROLES: tuple[Role, ...] = get_args(Role)

ROLE_WORDS = MappingProxyType(
    {
        "viewer": mark("Viewer"),
        "clinician": mark("Clinician"),
        "keeper": mark("Registry keeper"),
        "administrator": mark("Administrator"),
    }
)
"""The word of each role."""

_ALLOWED: MappingProxyType[Role, frozenset[Deed]] = MappingProxyType(
    {
        "viewer": frozenset({"print"}),
        "clinician": frozenset({"print", "change"}),
        "keeper": frozenset({"print", "change", "import", "export", "restore", "erase"}),
        "administrator": frozenset(
            {"print", "change", "import", "export", "restore", "erase", "people"}
        ),
    }
)


def allows(role: Role, deed: Deed) -> bool:
    """Whether a person of this role may do this."""
    return deed in _ALLOWED[role]


def demand(role: Role, deed: Deed) -> None:
    """Raise UserError where the role does not allow the deed."""
    if not allows(role, deed):
        raise UserError(
            say("Your role, {role}, does not allow this.", role=say(ROLE_WORDS[role])),
            kept=say("Nothing was changed."),
            remedy=say("Ask an administrator of this registry."),
        )
