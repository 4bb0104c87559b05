"""Alerts as entries for the screen, each as loud as it must be and no louder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import mark, say
from desktop.domain.when import parse_when, shown
from desktop.ui.models.entries import Action, Entry, Line
from desktop.ui.sources import sources_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.guidance.assessment import Alert, Assessment, Silenced
    from desktop.ui.models.entries import Ground

SET_ASIDE, BRING_BACK, INTERVAL = "set_aside", "bring_back", "interval"
SHOW_RECORD, ADD, USUAL = "show_record", "add", "usual"
MOST_REASONS = 3
"""More than so many reasons would hide what to do; the criteria name them all."""
FAILED, ALLERGY = "failed.", "allergy."
"""How the ids of alerts begin that come from no rule."""

PROCEDURES = frozenset(
    (
        "surgical_excision",
        "biopsy",
        "intramuscular_injection",
        "arterial_puncture",
        "mandibular_block",
        "forced_jaw_opening",
        "passive_stretching",
    )
)
"""What harms at once and cannot be taken back: forbidding it is the loudest there is."""

_LEVELS: Mapping[Ground, tuple[str, str, str]] = {
    "stop": ("alert-octagon-filled", "onstop", mark("Stop")),
    "hold": ("alert-octagon-filled", "stop", mark("Hold")),
    "ban": ("ban", "stop", mark("Do not use")),
    "caution": ("alert-triangle", "warn", mark("Caution")),
    "note": ("info-circle", "info", mark("Note")),
    "aside": ("clock-pause", "ink2", mark("Set aside")),
    "quiet": ("circle-check", "ink2", mark("Does not apply any more")),
}


def loudness(alert: Alert, assessment: Assessment) -> Ground:
    """How loud an alert is: solid only where FOP is established and a procedure is forbidden.

    While FOP is open the same alert is tinted, as an allergy is; a drug that must not be given
    is a bar; a warning is a bar of caution.
    """
    if alert.cleared:
        return "quiet"
    if alert.silenced is not None and alert.severity != "contraindication":
        return "aside"
    if alert.id.startswith(ALLERGY):
        return "hold"
    if alert.severity == "contraindication":
        if alert.forbids and not PROCEDURES.intersection(alert.forbids):
            return "ban"
        return "stop" if _is_established("fop", assessment) else "hold"
    return "caution" if alert.severity == "warning" else "note"


def _is_established(disorder: str, assessment: Assessment) -> bool:
    found = (c for c in assessment.differential if c.disorder == disorder)
    return any(candidate.standing == "established" for candidate in found)


def alert_entries(assessment: Assessment, *, for_patient: bool = False) -> list[Entry]:
    """The alerts in their order; one that forbids stays here although it was set aside."""
    return [
        alert_entry(alert, assessment, for_patient=for_patient)
        for alert in assessment.alerts
        if not alert.id.startswith(FAILED)
        and (alert.silenced is None or alert.severity == "contraindication")
    ]


def alert_entry(alert: Alert, assessment: Assessment, *, for_patient: bool = False) -> Entry:
    """One alert; one that was cleared or set aside stays visible and says so."""
    ground = loudness(alert, assessment)
    icon, token, level = _LEVELS[ground]
    is_allergy = alert.id.startswith(ALLERGY)
    is_told = alert.short in ("", alert.text) or alert.cleared or is_allergy
    lines = [] if is_told else [Line(alert.text, "ink")]
    if alert.silenced is not None:
        still = ground != "aside"
        lead = say("Set aside, still holds.") if still else say("Set aside.")
        lines.append(Line(silenced_words(alert.silenced), "ink2", lead=lead))
    if alert.cleared:
        lines.append(Line(say("Does not apply any more."), "ink2"))
    lines += [] if is_allergy else because_lines(alert.because)
    lines += patient_lines(alert.patient_text, for_patient)
    return Entry(
        key=alert.id,
        title=alert.text if is_told else alert.short,
        icon=icon,
        ink=token,
        lines=tuple(lines),
        sources=() if is_allergy else sources_of(alert),
        actions=_alert_actions(alert),
        ground=ground,
        level=say(level),
    )


def _alert_actions(alert: Alert) -> tuple[Action, ...]:
    if alert.id.startswith(ALLERGY):
        return (Action(SHOW_RECORD, say("Show record")),)
    return () if alert.cleared else silence_actions(alert.silenced)


def silence_actions(silenced: Silenced | None) -> tuple[Action, ...]:
    """Setting aside, or bringing back what was set aside."""
    if silenced is None:
        return (Action(SET_ASIDE, say("Set aside…")),)
    return (Action(BRING_BACK, say("Bring back")),)


def silenced_words(silenced: Silenced) -> str:
    """Who set something aside, when, and why."""
    day = shown(parse_when(silenced.when))
    return say("By {who}, {day}: {reason}", who=silenced.who, day=day, reason=silenced.reason)


def because_lines(because: Sequence[str], *, most: int = MOST_REASONS) -> list[Line]:
    """The first reasons in one line, and how many there are more."""
    if not because:
        return []
    told = "; ".join(because[:most])
    more = len(because) - most
    if more > 0:
        told = say("{reasons}; and {n} more", reasons=told, n=more)
    return [Line(say("Because: {reasons}", reasons=told))]


def patient_lines(text: str, for_patient: bool) -> list[Line]:
    """The wording for patients, or that there is none; nothing unless it is asked for."""
    if not for_patient:
        return []
    if text:
        return [Line(text, "info", lead=say("For the patient:"))]
    return [Line(say("No wording for patients."), "unk", is_italic=True)]
