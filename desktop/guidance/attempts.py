"""Lets one rule fail without silencing the others, and without hiding that it failed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, TypeVar

from desktop.guidance.assessment import Alert

if TYPE_CHECKING:
    from collections.abc import Callable

_Result = TypeVar("_Result")
_log = logging.getLogger(__name__)


class Attempts:
    """Runs rules one by one and keeps which of them could not be applied."""

    __slots__ = ("_failed",)

    def __init__(self) -> None:
        self._failed: list[str] = []

    def of(self, rule: str, work: Callable[[], _Result], otherwise: _Result) -> _Result:
        """The result of ``work``; ``otherwise`` where it fails, which becomes an alert."""
        try:
            return work()
        except Exception as error:  # noqa: BLE001 - a failing rule is shown, the others still count
            # The type alone: a message could carry what was recorded about the patient.
            _log.error("guidance rule %s failed: %s", rule, type(error).__name__)
            self._failed.append(rule)
            return otherwise

    def alerts(self) -> tuple[Alert, ...]:
        """One alert for each rule that could not be applied."""
        return tuple(
            Alert(
                id=f"failed.{rule}",
                severity="warning",
                text=(
                    f"Rule {rule} could not be applied to this record. Its advice is missing"
                    " here. Review this point by hand, and report the fault."
                ),
                short="A guidance rule could not be applied",
                basis="fault in the program",
            )
            for rule in dict.fromkeys(self._failed)
        )
