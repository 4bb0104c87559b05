"""Measurements in words: size, method, change since the last, and what the patient tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.figures import percent
from desktop.domain.analytes import number
from desktop.domain.language import mark, say
from desktop.domain.when import DAYS_PER_MONTH, DAYS_PER_YEAR, parse_when, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.charts.history import MassHistory, Seen
    from desktop.domain.case import Case
    from desktop.domain.records import MassMeasurement
    from desktop.measures.values import MassGrowth

METHODS: Mapping[str, str] = {
    "clinical": mark("clinical"),
    "radiograph": mark("X-ray"),
    "ultrasound": mark("ultrasound"),
    "ct": mark("CT"),
    "mri": mark("MRI"),
    "bone_scan": mark("bone scan"),
    "other": mark("other method"),
}
"""The modalities in words."""

_SHORT = {"ultrasound": mark("US"), "bone_scan": mark("scan"), "other": mark("other")}

MOTIONS: Mapping[str, str] = {
    "full": mark("motion full"),
    "limited": mark("motion limited"),
    "fixed": mark("joint fixed"),
}
LONG_MONTHS = 24.0
"""Times from here on are told in years."""


def method_text(modality: str) -> str:
    """A modality in words; the cell as it came where it is none of the vocabulary."""
    text = modality.strip()
    if not text:
        return say("method not recorded")
    return say(METHODS[text]) if text in METHODS else text


def short_method(modality: str) -> str:
    """A modality as it stands in narrow columns: ``US``."""
    text = modality.strip()
    if not text:
        return say("unknown")
    return say(_SHORT[text]) if text in _SHORT else method_text(text)


def size_text(measured: MassMeasurement) -> str:
    """The diameters as entered (``33 × 26 × 20``), or what stands instead of them."""
    if measured.not_detectable.strip():
        return say("not detectable")
    cells = (measured.length_mm, measured.width_mm, measured.depth_mm)
    given = [cell.strip() for cell in cells if cell.strip()]
    if given:
        return " × ".join(given)
    return say("volume alone") if measured.volume_ml.strip() else say("no size")


def change_text(history: MassHistory, seen: Seen) -> str:
    """The change of a volume since the last by the same method, or why there is none."""
    if seen.is_undetected:
        return ""
    run = next(run for run in history.runs() if seen in run)
    place = run.index(seen)
    if place:
        return percent((seen.volume / run[place - 1].volume - 1) * 100)
    words = {
        "recurrence": say("recurrence"),
        "residual": say("residual"),
        "after_excision": say("after excision"),
    }
    if seen.back:
        return words[seen.back]
    earlier = [look for look in history.volumes if look.span.last < seen.span.first]
    if not earlier:
        return say("first")
    return say("new method") if earlier[-1].stage == seen.stage else say("new series")


def doubling_text(growth: MassGrowth | None) -> str:
    """How long doubling or halving takes, where the change is certain."""
    if growth is None or growth.doubling_time_days is None:
        return ""
    if growth.state not in ("growing", "shrinking"):
        return say("no clear change")
    duration = duration_text(abs(growth.doubling_time_days))
    if growth.doubling_time_days > 0:
        return say("doubles in {duration}", duration=duration)
    return say("halves in {duration}", duration=duration)


def duration_text(days: float) -> str:
    """Days as whole months, or as years from two on."""
    months = days / DAYS_PER_MONTH
    if months < 1:
        return say("{n} days", n=round(days))
    if months < LONG_MONTHS:
        return say("{n} months", n=round(months)) if round(months) != 1 else say("1 month")
    return say("{n} years", n=f"{days / DAYS_PER_YEAR:.1f}")


def complaints_of(case: Case, mass_id: str) -> MassMeasurement | None:
    """The latest measurement at which the patient was asked about a mass; None for never."""
    asked = [m for m in case.measurements_of(mass_id) if _is_asked(m)]
    return asked[-1] if asked else None


def _is_asked(measured: MassMeasurement) -> bool:
    cells = (measured.pain, measured.motion, measured.ulcer, measured.drainage)
    return any(cell.strip() for cell in cells)


def complaint_texts(measured: MassMeasurement) -> tuple[Sequence[str], Sequence[str]]:
    """What there is of pain, stiffness, ulcer and drainage, and what was asked and is not."""
    present: list[str] = []
    absent: list[str] = []
    if ulcer := measured.ulcer.strip():
        (present if ulcer == "yes" else absent).append(
            say("ulcer") if ulcer == "yes" else say("no ulcer")
        )
    if drainage := measured.drainage.strip():
        (present if drainage == "yes" else absent).append(
            say("drains") if drainage == "yes" else say("no drainage")
        )
    if pain := measured.pain.strip():
        (present if number(pain) != 0 else absent).append(say("pain {n}/10", n=pain))
    if motion := measured.motion.strip():
        text = say(MOTIONS[motion]) if motion in MOTIONS else motion
        (absent if motion == "full" else present).append(text)
    return present, absent


def when_text(when: str) -> str:
    """A time as it stands in tables."""
    return shown(parse_when(when))
