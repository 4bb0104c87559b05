"""An assessment as the JSON object that FORMATS describes, with further keys added."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from desktop.guidance.assessment import Assessment


def to_json(assessment: Assessment) -> dict[str, Any]:
    """The assessment as plain dictionaries and lists, ready for any JSON writer."""
    built: dict[str, Any] = msgspec.to_builtins(assessment)
    for candidate, told in zip(assessment.differential, built["differential"], strict=True):
        counted = Counter(criterion.counts_as for criterion in candidate.criteria)
        told["counts"] = {status: counted[status] for status in ("met", "not_met", "unknown")}
    return built
