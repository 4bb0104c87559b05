"""Setting guidance aside with a reason, lifting that, and ending it when its facts have gone.

A contraindication may be set aside too: it then stays in every list of alerts, marked with who,
when and why, and its forbidden actions stay forbidden for whoever reads them by machine. A
silence ends for good when somebody lifts it, when the rule is worded anew or decides otherwise,
or when its facts stop being true: if they come true again, the alert speaks again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, cast

from desktop.domain import records as r
from desktop.domain.columns import table_named
from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.guidance.assess import reckon
from desktop.guidance.attempts import Attempts
from desktop.guidance.clinic import pack_for
from desktop.guidance.loader import guidance_pack
from desktop.guidance.silencing import active_silences, fingerprint_of, still_speaks
from desktop.measures.derived import derive

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from desktop.db.edit import Edit
    from desktop.db.registry import Registry
    from desktop.domain.case import Case
    from desktop.guidance.loader import Pack


def set_aside(
    case: Case, rule: str, *, reason: str, who: str, when: str, pack: Pack | None = None
) -> r.Silence:
    """The record that sets an alert, advice, test or monitoring aside; it is not yet written.

    ``rule`` is the id of the item. ``when`` is an ISO date or date-time. Raises UserError
    without a reason, and for what is no rule: a failure cannot be set aside.
    """
    if not reason.strip():
        raise UserError(
            say("Guidance is set aside only with a reason."),
            kept=say("Nothing was written."),
            remedy=say("Say why it does not apply to this patient."),
        )
    fingerprint = fingerprint_of(rule, case, pack or guidance_pack())
    if not fingerprint:
        raise UserError(
            say("“{rule}” cannot be set aside: it is no rule of the guidance.", rule=rule),
            kept=say("Nothing was written."),
        )
    return r.Silence(
        patient=case.patient.id,
        rule=rule,
        reason=reason.strip(),
        who=who,
        when=when,
        fingerprint=fingerprint,
    )


def lift(silence: r.Silence, *, when: str) -> r.Silence:
    """The silence as it ends: what it set aside speaks again. It is not yet written."""
    return replace(silence, ended=when)


def stale_silences(case: Case, pack: Pack) -> tuple[r.Silence, ...]:
    """The silences of a case that must end: their facts have gone, or their rule has changed.

    One whose facts could not be worked out stays, and so does everything if the record cannot
    be read: that is shown as a failure of its own.
    """
    active = active_silences(case)
    if not active:
        return ()
    pack = pack.valid_on(case.as_of)
    attempts = Attempts()
    facts = reckon(case, derive(case), pack, attempts).facts
    if attempts.failures():
        return ()
    return tuple(
        silence
        for silence in active
        if silence.fingerprint != fingerprint_of(silence.rule, case, pack)
        or not still_speaks(silence.rule, case, pack, facts)
    )


def end_stale(edit: Edit, registry: Registry, patients: Collection[str] | None = None) -> int:
    """Ends what must end, inside the transaction that changed the facts; gives how many.

    ``patients`` are our ids, by default everybody who has something set aside. It belongs to
    the change itself, so that one undo takes both back. A rule that fails never stops the
    change: what was set aside then stays so, and the failure is shown.
    """
    attempts = Attempts()
    count = 0
    for patient in _with_silences(registry, patients):
        found: tuple[r.Silence, ...] = ()
        found = attempts.of("silences", partial(_stale_in, registry, patient), found)
        for silence in found:
            edit.put(lift(silence, when=edit.at))
            count += 1
    return count


def _stale_in(registry: Registry, patient: str) -> tuple[r.Silence, ...]:
    return stale_silences(registry.case(patient), pack_for(registry.path))


def end_stale_silences(registry: Registry, patients: Collection[str] | None = None) -> int:
    """Ends what must end after the facts changed by other means, as a change of its own."""
    counts: list[int] = []
    if _with_silences(registry, patients):
        what = say("Guidance set aside speaks again")
        registry.change(what, lambda edit: counts.append(end_stale(edit, registry, patients)))
    return sum(counts)


def ending_stale(registry: Registry, edit: Callable[[Edit], None]) -> Callable[[Edit], None]:
    """An edit followed by the end of the silences whose facts it took away."""

    def whole(open_edit: Edit) -> None:
        edit(open_edit)
        changed = {change.record.patient for change in open_edit.changes}
        end_stale(open_edit, registry, changed)

    return whole


def _with_silences(registry: Registry, patients: Collection[str] | None) -> list[str]:
    table = table_named("silences")
    if patients is not None and len(patients) == 1:
        rows = registry.records(table, next(iter(patients)))
    else:
        rows = registry.records(table)
    silences = (cast("r.Silence", row) for row in rows)
    found = dict.fromkeys(row.patient for row in silences if not row.ended)
    return [patient for patient in found if patients is None or patient in patients]


def now() -> str:
    """The present moment as records hold it: UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
