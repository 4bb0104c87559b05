"""What came of one kind of trouble."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(slots=True, kw_only=True)
class Outcome:
    """How often it was made and what failed; ``note`` says more, such as what was skipped."""

    name: str
    count: int = 0
    failures: list[str] = field(default_factory=list)
    note: str = ""
    seconds: float = 0.0

    def expect(self, *, holds: bool, otherwise: str) -> None:
        """Count one trial."""
        self.count += 1
        if not holds:
            self.failures.append(otherwise)

    def as_json(self) -> dict[str, Any]:
        """For the way between processes."""
        return asdict(self)
