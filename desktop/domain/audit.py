"""The audit: what was done in a registry, by whom, and the words that it is told in."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, Self, get_args

from desktop.domain.errors import UserError
from desktop.domain.language import mark, say, say_count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.changes import ChangeSet

ChangeKind = Literal["change", "undo", "redo", "import"]
EventKind = Literal[
    "sign_in",
    "sign_out",
    "failed_sign_in",
    "lock",
    "export",
    "print",
    "backup",
    "restore",
    "override",
    "role",
    "person",
    "erasure",
    "verify",
    "recovery",
    "sign",
    "clock",
]
Kind = ChangeKind | EventKind

EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)
KINDS: tuple[Kind, ...] = (*get_args(ChangeKind), *EVENT_KINDS)
"""Every kind of entry, changes of records first."""

KIND_WORDS: Mapping[Kind, str] = MappingProxyType(
    {
        "change": mark("Change"),
        "undo": mark("Step taken back"),
        "redo": mark("Step done again"),
        "import": mark("Import of data"),
        "sign_in": mark("Sign-in"),
        "sign_out": mark("Sign-out"),
        "failed_sign_in": mark("Failed sign-in"),
        "lock": mark("Lock of the window"),
        "export": mark("Export of data"),
        "print": mark("Document made"),
        "backup": mark("Backup made"),
        "restore": mark("Restored from a backup"),
        "override": mark("Warning overridden"),
        "role": mark("Role changed"),
        "person": mark("People with access"),
        "erasure": mark("Person erased"),
        "verify": mark("Registry verified"),
        "recovery": mark("Recovery code used"),
        "sign": mark("Results signed"),
        "clock": mark("Clock went back"),
    }
)
"""The word of each kind; said when it is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """One entry of the audit; ``at`` is UTC, ``seq`` gives the order.

    ``patient`` is our id of the one person whom it concerns, ``patient_id`` the registry ID
    that they have now; both empty for none or several, ``patient_id`` for one who is gone.
    """

    seq: int
    at: str
    who: str
    role: str
    session: str
    kind: Kind
    what: str
    reason: str
    program: str
    patient: str
    patient_id: str
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry of the audit and its seal; 0 and empty for a registry without any.

    A registry in which the entry is missing, or has another seal, was put back to an older
    copy or rewritten. ``seal`` may be its beginning only, as it stands on paper.
    """

    seq: int
    seal: str

    @property
    def short(self) -> str:
        """The form for paper: ``1234·9f3c2a10``."""
        return f"{self.seq}·{self.seal[:8]}"

    @classmethod
    def read(cls, text: str) -> Self:
        """The head that ``short`` wrote; UserError for anything else."""
        number, _, seal = text.strip().replace("-", "·").partition("·")
        if not (number.isdecimal() and len(seal) >= len("9f3c2a10") and seal.isalnum()):
            raise UserError(
                say("{text} is not the audit mark of a document.", text=text),
                remedy=say("It looks like 1234·9f3c2a10 and stands in the foot of each page."),
            )
        return cls(int(number), seal.lower())


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who saw a result and signed it, in which role; ``at`` is UTC."""

    who: str
    at: str
    role: str


class NeedsReasonError(UserError):
    """A signed result was to be changed or removed, and no reason was given."""

    def __init__(self) -> None:
        super().__init__(
            say("This result is signed: it changes only with a reason."),
            kept=say("Nothing was changed; the signature stands."),
            remedy=say("Give the reason. It is kept in the audit, and the signature ends."),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What the erasure of a person removed, and what it could not reach.

    Attributes:
        seq: the entry of the audit that says so.
        change: for the views, which read everything again.
        removed: how many records went, by the name of the table, and drafts.
        emptied: entries of the audit that stay without their content.
        mentions: entries of relatives that name the registry ID of the person.
        exports: exports since the person came; any of them may hold their data.
        prints: documents made about this person.
        copies: names of files beside the registry that were made before and still hold them.
        is_log_cleared: False where another program was reading, so that the write-ahead log
            still holds old pages until it closes.
    """

    seq: int
    change: ChangeSet
    removed: Mapping[str, int] = field(default_factory=dict)
    emptied: int = 0
    mentions: int = 0
    exports: int = 0
    prints: int = 0
    copies: tuple[str, ...] = ()
    is_log_cleared: bool = True

    @property
    def remains(self) -> tuple[str, ...]:
        """What remains, in whole sentences for the person who asked and for the clinic."""
        told = [
            say_count(
                self.emptied,
                "{n} entry of the audit stays: who did which step when, without its content.",
                "{n} entries of the audit stay: who did which step when, without their content.",
            ),
            say("Backups made before now hold the person until they are thinned or deleted."),
            say_count(
                self.exports,
                "{n} export was made since the person came; what was handed out is not recalled.",
                "{n} exports were made since the person came; what was handed out is not recalled.",
            ),
            say_count(
                self.prints,
                "{n} document was made about the person; paper and files stay where they are.",
                "{n} documents were made about the person; paper and files stay where they are.",
            ),
            say("Lists of pseudonyms that the clinic keeps may name the person."),
        ]
        if self.mentions:
            told.append(
                say_count(
                    self.mentions,
                    "{n} entry of a relative names the registry ID of the person.",
                    "{n} entries of relatives name the registry ID of the person.",
                )
            )
        if self.copies:
            names = ", ".join(self.copies)
            told.append(say("Copies beside the registry hold the person: {names}.", names=names))
        if not self.is_log_cleared:
            told.append(
                say(
                    "Another program has the registry open: close it, so that the last traces"
                    " leave the file."
                )
            )
        return tuple(told)
