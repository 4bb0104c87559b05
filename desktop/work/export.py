"""Exporting: who may go, under which name, in which format; nothing is written before it is known.

Two steps: ``prepare`` checks consent, and reads and hides people where that is asked for;
``write`` writes the files, each whole or not at all, and a manifest beside them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from desktop.domain.columns import table_named
from desktop.domain.errors import UserError
from desktop.domain.language import mark, say, say_count
from desktop.domain.roles import demand
from desktop.exchange.release_consent import reason_against
from desktop.exchange.release_report import Balance, ReleaseReport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from desktop.db.registry import Registry
    from desktop.domain.case import Case

Format = Literal["csv", "xlsx", "fhir", "phenopackets", "redcap", "eucde"]
FORMATS: tuple[Format, ...] = ("csv", "xlsx", "fhir", "phenopackets", "redcap", "eucde")
"""The formats, as ``export --format`` takes them."""

NOT_CHOSEN = mark("not chosen for this export")
RESEARCH = "research"
"""The purpose of a de-identified export for which none is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be exported: without ``purpose`` and ``deidentifies``, everybody as they are.

    ``patients`` are our ids of those who are chosen; None stands for everybody. ``recipient``
    names who gets it; ``mapping`` is where the clinic keeps which pseudonym is
    whose, outside of what is handed over. ``dictionary`` is the data dictionary of a REDCap
    project whose names and codes are to be used.
    """

    output: Path
    format: Format
    deidentifies: bool = False
    purpose: str = ""
    recipient: str = ""
    keeps_free_text: bool = False
    mapping: Path | None = None
    dictionary: Path | None = None
    patients: tuple[str, ...] | None = None

    @property
    def asked_purpose(self) -> str:
        """The purpose for which consent is asked; empty where nobody is asked."""
        return self.purpose or (RESEARCH if self.deidentifies or self.recipient else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What would leave: nothing is written yet. ``report`` is there for a de-identified one.

    ``going`` names the patients by our ids. ``cases`` may be gone through several times; those
    for oneself are read as they are written.
    """

    registry: Registry
    going: tuple[str, ...]
    wish: Wish
    cases: Iterable[Case]
    balance: Balance
    made: datetime
    as_of: date | None = None
    report: ReleaseReport | None = None
    pseudonyms: Mapping[str, str] = field(default_factory=dict)


def unreported(_done: int, _total: int, _text: str) -> None:
    """No progress is told."""


@dataclass(frozen=True, slots=True)
class _FromRegistry:
    """The cases of these patients, read one by one whenever they are gone through."""

    registry: Registry
    ids: tuple[str, ...]
    as_of: date | None
    report: Callable[[int, int, str], None]

    def __iter__(self) -> Iterator[Case]:
        total = len(self.ids)
        for done, patient in enumerate(self.ids):
            self.report(done, total, say("Exporting patients"))
            yield self.registry.case(patient, self.as_of)
        self.report(total, total, say("Exporting patients"))


def prepare(
    registry: Registry,
    wish: Wish,
    *,
    as_of: date | None = None,
    report: Callable[[int, int, str], None] = unreported,
) -> Prepared:
    """Leave out whose consent does not cover it, and hide who people are if that is asked for.

    Consent is checked now, not when the data came in, and once more when they are written.
    Raises UserError where the role of whoever signed in does not allow exports.
    """
    demand(registry.role, "export")
    with registry.moment():  # consent and data of one state, whoever writes meanwhile
        return _prepared(registry, wish, as_of, report)


def refuse_withdrawn(prepared: Prepared) -> None:
    """Raise UserError where consent of somebody in it ended since it was prepared."""
    still, _ = _who(prepared.registry, prepared.wish, prepared.as_of)
    gone = len(set(prepared.going) - set(still))
    if gone:
        raise UserError(
            say_count(
                gone,
                "{n} patient withdrew consent, or left, since this export was prepared.",
                "{n} patients withdrew consent, or left, since this export was prepared.",
            ),
            kept=say("Nothing was written."),
            remedy=say("Prepare the export again: it will leave them out."),
        )


def _prepared(
    registry: Registry, wish: Wish, as_of: date | None, report: Callable[[int, int, str], None]
) -> Prepared:
    going, excluded = _who(registry, wish, as_of)
    # The patients are counted apart from the list that is exported: a sum must not prove itself.
    balance = Balance(registry.counts()["patients"], len(going), dict(sorted(excluded.items())))
    made = datetime.now(UTC)
    cases = _FromRegistry(registry, going, as_of, report)
    if not wish.deidentifies:
        return Prepared(
            registry=registry,
            going=going,
            wish=wish,
            cases=cases,
            balance=balance,
            made=made,
            as_of=as_of,
        )
    from desktop.exchange.deidentify import deidentified
    from desktop.exchange.release_report import release_report

    everybody = [registry.case(patient, as_of, tables=()) for patient in registry.ids().values()]
    hidden = deidentified(list(cases), people=everybody, keeps_free_text=wish.keeps_free_text)
    about = release_report(
        hidden,
        balance,
        purpose=wish.asked_purpose,
        recipient=wish.recipient,
        keeps_free_text=wish.keeps_free_text,
    )
    return Prepared(
        registry=registry,
        going=going,
        wish=wish,
        cases=hidden.cases,
        balance=balance,
        made=made,
        as_of=as_of,
        report=about,
        pseudonyms=hidden.pseudonyms,
    )


def _who(
    registry: Registry, wish: Wish, as_of: date | None
) -> tuple[tuple[str, ...], Counter[str]]:
    """Who goes, by our ids, and how many do not, by reason."""
    everybody, purpose = tuple(registry.ids().values()), wish.asked_purpose
    excluded: Counter[str] = Counter()
    ids = everybody
    if wish.patients is not None:
        chosen = set(wish.patients)
        ids = tuple(patient for patient in everybody if patient in chosen)
        excluded += Counter({NOT_CHOSEN: len(everybody) - len(ids)})
    if not purpose:
        return ids, excluded
    going: list[str] = []
    is_shared = wish.deidentifies or bool(wish.recipient)
    for patient in ids:
        case = registry.case(patient, as_of, tables=(table_named("consents"),))
        reason = reason_against(case, purpose, is_shared=is_shared)
        if reason:
            excluded[reason] += 1
        else:
            going.append(patient)
    return tuple(going), excluded
