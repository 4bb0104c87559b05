"""Lets one rule fail without silencing the others, and without hiding that it failed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.language import say
from desktop.guidance.assessment import Alert, Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_Result = TypeVar("_Result")
_log = logging.getLogger(__name__)

MOST = 5
"""So many failures are alerts of their own."""

FAILED = "failed."
"""How the id of an alert about a failure begins; the rule that failed follows."""

RECORD = "record."
"""How the name of a part of the record begins, which is read before any rule."""


class Attempts:
    """Runs rules one by one and keeps which of them could not be applied.

    ``known`` are failures from before, such as those of a clinic's own rules.
    """

    __slots__ = ("_failed", "_known")

    def __init__(self, known: Iterable[Failure] = ()) -> None:
        self._known = tuple(known)
        self._failed: dict[str, str] = {}

    def of(
        self, rule: str, work: Callable[[], _Result], otherwise: _Result, *, warns: str = ""
    ) -> _Result:
        """The result of ``work``; ``otherwise`` where it fails, which becomes a failure.

        ``warns`` is the short text of an alert that could then not be checked.
        """
        try:
            return work()
        except Exception as error:  # noqa: BLE001 - a failing rule is shown, the others still count
            # The type alone: a message could carry what was recorded about the patient.
            _log.error("guidance rule %s failed: %s", rule, type(error).__name__)
            self._failed.setdefault(rule, warns)
            return otherwise

    def failures(self) -> tuple[Failure, ...]:
        """What could not be worked out, each once."""
        own = (Failure(rule=rule, text=_told(rule, warns)) for rule, warns in self._failed.items())
        return (*self._known, *own)

    def alerts(self) -> tuple[Alert, ...]:
        """One alert for each failure, so that it is seen wherever alerts are.

        Where there are very many, one alert names them all: they must not bury the others.
        """
        found = self.failures()
        if len(found) <= MOST:
            return tuple(_alert(failure.rule, failure.text) for failure in found)
        text = say(
            "{n} rules of the guidance could not be applied to this record: {rules}. What they"
            " would tell is missing here. Do not rely on its absence, and report the fault.",
            n=len(found),
            rules=", ".join(failure.rule for failure in found),
        )
        return (_alert("many", text),)


def _alert(rule: str, text: str) -> Alert:
    return Alert(
        id=f"{FAILED}{rule}",
        severity="warning",
        text=text,
        short=say("Part of the guidance could not be applied"),
        basis=say("fault in the program or in a rule"),
    )


def _told(rule: str, warns: str) -> str:
    if rule.startswith(RECORD):
        return say(
            "Part of the record could not be read ({part}). Alerts and advice that rest on it"
            " may be missing here. Do not rely on their absence, and report the fault.",
            part=rule.removeprefix(RECORD),
        )
    if warns:
        return say(
            "An alert could not be checked: {alert} (rule {rule}). It may hold here. Review it"
            " by hand, and report the fault.",
            alert=warns,
            rule=rule,
        )
    return say(
        "Rule {rule} could not be applied to this record. Its advice is missing here. Review"
        " this point by hand, and report the fault.",
        rule=rule,
    )
