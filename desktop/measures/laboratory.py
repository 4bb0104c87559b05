"""What the laboratory itself says about a result: its printed range and its flag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.analytes import number, quantity_of
from desktop.domain.language import mark, say
from desktop.measures.values import Judgement, ReferenceInterval
from desktop.measures.verdicts import opinion, verdict_of
from desktop.measures.wording import joined

if TYPE_CHECKING:
    from desktop.domain.analytes import Quantity
    from desktop.domain.records import LabResult
    from desktop.measures.values import Verdict

_WORDS = {"low": mark("low"), "normal": mark("normal"), "high": mark("high")}


def own_range(lab: LabResult) -> ReferenceInterval | None:
    """The range printed with a result; None without one or with its limits exchanged."""
    low, high = number(lab.ref_low), number(lab.ref_high)
    if (low is None and high is None) or (low is not None and high is not None and low > high):
        return None
    quantity = quantity_of(lab)
    return ReferenceInterval(
        low=low,
        high=high,
        unit=quantity.unit if quantity else lab.unit.strip(),
        source=say("the laboratory's own range, as printed with the result"),
        origin="laboratory",
    )


def by_flag(flag: Verdict | None, interval: ReferenceInterval | None, why: str) -> Judgement:
    """What a flag alone tells; ``why`` is the reason why no number decides."""
    if flag is None:
        reason = why or say("neither a number with a range nor a flag")
        return Judgement(verdict="unknown", interval=interval, reason=reason)
    reason = joined(say("flagged {flag} by the laboratory or report", flag=say(_WORDS[flag])), why)
    return Judgement(verdict=flag, interval=None, reason=reason)


def against_own(
    quantity: Quantity, own: ReferenceInterval, flag: Verdict | None, *, told: bool = True
) -> Judgement:
    """The verdict by the laboratory's own range, told where its flag says otherwise.

    Unless ``told``, the words of the comparison are left out.
    """
    verdict = verdict_of(quantity, own.low, own.high)
    if verdict == "unknown" and flag:
        reason = say(
            "flagged {flag} by the laboratory; the comparator leaves it open against the printed"
            " range",
            flag=say(_WORDS[flag]),
        )
        return Judgement(verdict=flag, interval=own, reason=reason)
    if not told:
        return Judgement(verdict=verdict, interval=own, reason="")
    reason = opinion(quantity, own.low, own.high, say("the laboratory's own range"))
    if flag and verdict != flag:
        slip = say("the flag says {flag}: one of the two is a slip", flag=say(_WORDS[flag]))
        reason = joined(reason, slip)
    return Judgement(verdict=verdict, interval=own, reason=reason)
