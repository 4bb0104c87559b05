"""A patient's own interval of monitoring in place of the rule's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import records as r
from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.guidance.loader import guidance_pack
from desktop.guidance.monitoring import is_interval
from desktop.guidance.pack import MonitoringRule

if TYPE_CHECKING:
    from desktop.domain.case import Case
    from desktop.guidance.loader import Pack


def own_interval(
    case: Case,
    rule: str,
    *,
    every: str,
    reason: str,
    who: str,
    when: str,
    pack: Pack | None = None,
) -> r.OwnInterval:
    """The record of a patient's own interval; it is not yet written.

    An earlier one of the same rule is written anew under its id. ``every`` is an ISO 8601
    duration of whole years, months, weeks or days, or ``never``. Raises UserError for any
    other text, for ``never`` without a reason, and for what is no rule of monitoring.
    """
    kept = say("Nothing was written.")
    if not is_interval(every.strip()):
        raise UserError(
            say("“{text}” is no interval.", text=every),
            kept=kept,
            remedy=say("Give a duration such as P3M (3 months) or P2W (2 weeks), or never."),
        )
    if every.strip() == "never" and not reason.strip():
        raise UserError(
            say("Monitoring is given up only with a reason."),
            kept=kept,
            remedy=say("Say why this patient does not need it."),
        )
    if not isinstance((pack or guidance_pack()).rule(rule), MonitoringRule):
        raise UserError(say("“{rule}” is no rule of monitoring.", rule=rule), kept=kept)
    earlier = [row.id for row in case.own_intervals if row.rule == rule]
    return r.OwnInterval(
        id=earlier[-1] if earlier else r.new_id(),
        patient=case.patient.id,
        rule=rule,
        every=every.strip(),
        reason=reason.strip(),
        who=who,
        when=when,
    )
