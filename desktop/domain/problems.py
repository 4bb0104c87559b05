"""What a check finds: one thing wrong or unlikely in one cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.domain.language import say


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong or unlikely in one cell, with the rule and what would be accepted.

    ``rule`` and ``accepted`` are in the language that was shown when the check was made.
    """

    level: Literal["error", "warning"]
    column: str
    value: str
    rule: str
    accepted: str = ""

    @property
    def text(self) -> str:
        """The problem as a sentence for people."""
        shown = f"{self.column} {self.value!r}" if self.value else self.column
        if not self.accepted:
            return f"{shown}: {self.rule}."
        accepted = self.accepted
        return say(
            "{cell}: {rule}. Accepted: {accepted}.", cell=shown, rule=self.rule, accepted=accepted
        )


def errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Only what must be mended before the record can be kept."""
    return tuple(problem for problem in problems if problem.level == "error")
