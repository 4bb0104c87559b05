"""An assessment as the JSON object that FORMATS describes, with further keys added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from desktop.guidance.assessment import Assessment


def to_json(assessment: Assessment) -> dict[str, Any]:
    """The assessment as plain dictionaries and lists, ready for any JSON writer."""
    built: dict[str, Any] = msgspec.to_builtins(assessment)
    for candidate, told in zip(assessment.differential, built["differential"], strict=True):
        told["counts"] = {
            "met": candidate.count("met"),
            "not_met": candidate.count("not_met"),
            "unknown": candidate.count("unknown"),
        }
    return built
