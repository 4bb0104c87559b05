"""The drugs of a patient for the screen: running ones with what is said about each, past ones.

Cautions and monitoring come from the assessment: whatever holds because the drug is taken, or
forbids it, stands beside the drug.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.doses import treatment_text
from desktop.domain.language import mark, say
from desktop.domain.terms import treatments
from desktop.domain.when import parse_when, shown
from desktop.guidance.facts_course import agents_in, is_running
from desktop.guidance.logic import names_in
from desktop.guidance.pack import AlertRule
from desktop.ui.forms.words import choice_name
from desktop.ui.models.entries import Action, Entry, Line
from desktop.ui.models.intervals import every_words
from desktop.ui.sources import Source, sources_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.domain import records as r
    from desktop.domain.case import Case
    from desktop.guidance.assessment import Alert, Monitoring
    from desktop.guidance.dossier import Dossier
    from desktop.guidance.pack import Rule
    from desktop.ui.models.entries import Ground

STOP, DOSE, EDIT, REMOVE = "stop", "dose", "edit", "remove"

_LEVELS: Mapping[str, tuple[str, str]] = {
    "contraindication": ("stop", mark("Contraindication:")),
    "warning": ("warn", mark("Caution:")),
    "info": ("info", mark("Note:")),
}


def current_drugs(case: Case) -> list[r.Treatment]:
    """The courses that are running or about to start, the newest first, the undated last."""
    if case.patient.death_when.strip():
        return []
    found = [one for one in case.treatments if is_running(case, one) or is_planned(case, one)]
    return _newest_first(case, found)


def past_drugs(case: Case) -> list[r.Treatment]:
    """The courses that have ended, the newest first."""
    current = {one.id for one in current_drugs(case)}
    return _newest_first(case, [one for one in case.treatments if one.id not in current])


def _newest_first(case: Case, found: list[r.Treatment]) -> list[r.Treatment]:
    dated = [one for one in found if case.place(one.start_when) is not None]
    undated = [one for one in found if case.place(one.start_when) is None]
    return sorted(dated, key=lambda one: case.order(one.start_when), reverse=True) + undated


def is_planned(case: Case, treatment: r.Treatment) -> bool:
    """True for a course that starts after the day of looking."""
    start = case.place(treatment.start_when)
    today = case.place(case.as_of.isoformat())
    if start is None or today is None or is_running(case, treatment):
        return False
    return start.first > today.last


def can_stop_today(case: Case, treatment: r.Treatment) -> bool:
    """True where today is a day on the patient's axis: not for a case told in ages alone."""
    return case.axis == "date" and is_running(case, treatment)


def drug_entries(dossier: Dossier, *, is_assessed: bool) -> list[Entry]:
    """The current drugs with response, cautions and monitoring; without guidance the first."""
    case = dossier.case
    return [_entry(dossier, drug, is_assessed=is_assessed) for drug in current_drugs(case)]


def _entry(dossier: Dossier, drug: r.Treatment, *, is_assessed: bool) -> Entry:
    case = dossier.case
    alerts = alerts_of(dossier, drug) if is_assessed else []
    watched = monitoring_of(dossier, drug) if is_assessed else []
    loud = [alert for alert in alerts if alert.silenced is None]
    ground = _ground(loud)
    lines = [*_response_lines(drug), *_allergy_lines(case, drug)]
    lines += [line for alert in alerts for line in _alert_lines(alert)]
    lines += [_watched_line(item) for item in watched]
    if drug.note:
        lines.append(Line(drug.note, "ink3", is_italic=True))
    return Entry(
        key=drug.id,
        title=treatment_text(drug),
        icon="pill",
        ink={"ban": "stop", "caution": "warn"}.get(ground, "ink2"),
        aside=since_text(case, drug),
        aside_ink="ink2" if drug.start_when else "unk",
        lines=tuple(lines),
        sources=_sources(alerts, watched),
        actions=_actions(case, drug),
        ground=ground,
        level={"ban": say("Contraindication"), "caution": say("Caution")}.get(ground, ""),
    )


def _ground(alerts: list[Alert]) -> Ground:
    levels = {alert.severity for alert in alerts}
    if "contraindication" in levels:
        return "ban"
    return "caution" if "warning" in levels else "plain"


def since_text(case: Case, drug: r.Treatment) -> str:
    """Since when, or from when, a drug is taken."""
    when = shown(parse_when(drug.start_when))
    if not drug.start_when.strip():
        return say("start not recorded")
    return (
        say("planned from {when}", when=when)
        if is_planned(case, drug)
        else say("since {when}", when=when)
    )


def _response_lines(drug: r.Treatment) -> Iterator[Line]:
    if drug.response:
        yield Line(choice_name("response", drug.response), lead=say("Response:"))
    else:
        yield Line(say("Response not recorded"), "unk", is_italic=True)
    if drug.stop_when:
        yield Line(say("until {when}", when=shown(parse_when(drug.stop_when))))


def _allergy_lines(case: Case, drug: r.Treatment) -> Iterator[Line]:
    """An allergy to this very drug; related substances are the guidance's to know."""
    own = set(agents_in(drug.agent)) or {drug.agent.strip().casefold()}
    for allergy in case.allergies:
        if allergy.status in ("none_known", "unknown"):
            continue
        named = set(agents_in(allergy.substance)) or {allergy.substance.strip().casefold()}
        if own & named:
            said = say(
                "{substance} {reaction}", substance=allergy.substance, reaction=allergy.reaction
            )
            yield Line(said.strip(), "stop", lead=say("Allergy recorded:"))


def _alert_lines(alert: Alert) -> Iterator[Line]:
    token, lead = _LEVELS[alert.severity]
    if alert.silenced is not None and alert.severity != "contraindication":
        told = say("{text} ({reason})", text=alert.text, reason=alert.silenced.reason)
        yield Line(told, "ink3", lead=say("Set aside:"))
    else:
        yield Line(alert.text, token, lead=say(lead))


def _watched_line(item: Monitoring) -> Line:
    every = every_words(item.every)
    what = item.what or item.text
    if item.is_overdue and item.due:
        day = shown(parse_when(item.due))
        told = say("{what}, {every}; overdue since {day}", what=what, every=every, day=day)
        return Line(told, "warn", lead=say("Monitor:"))
    if item.last is None:
        told = say("{what}, {every}; never recorded", what=what, every=every)
        return Line(told, "warn", lead=say("Monitor:"))
    if item.due:
        day = shown(parse_when(item.due))
        told = say("{what}, {every}; due {day}", what=what, every=every, day=day)
    else:
        told = say("{what}, {every}", what=what, every=every)
    return Line(told, lead=say("Monitor:"))


def _sources(alerts: list[Alert], watched: list[Monitoring]) -> tuple[Source, ...]:
    found = [one for alert in alerts for one in sources_of(alert)]
    found += [one for item in watched for one in sources_of(item)]
    return merged(found)


def merged(found: list[Source]) -> tuple[Source, ...]:
    """Each source once; what rests on no named source becomes one chip with all its words."""
    named = {(one.key, one.label, one.kind): one for one in found if one.kind != "general"}
    general = list(dict.fromkeys(one.text for one in found if one.kind == "general"))
    if not general:
        return tuple(named.values())
    return (*named.values(), Source("", say("General"), "general", "; ".join(general)))


def _actions(case: Case, drug: r.Treatment) -> tuple[Action, ...]:
    actions = []
    if is_running(case, drug):
        actions.append(Action(DOSE, say("Change dose…")))
    if can_stop_today(case, drug):
        actions.append(Action(STOP, say("Stop today")))
    actions.append(Action(EDIT, say("Edit…"), is_quiet=True))
    actions.append(Action(REMOVE, say("Remove"), is_quiet=True))
    return tuple(actions)


def alerts_of(dossier: Dossier, drug: r.Treatment) -> list[Alert]:
    """The alerts that concern a drug: held by its being taken, or forbidding it."""
    agents = agents_in(drug.agent)
    kinds = {treatments()[agent].group for agent in agents}
    found = []
    for alert in dossier.assessment.alerts:
        if alert.cleared:
            continue
        if kinds.union(agents).intersection(alert.forbids) or _is_held_by(dossier, alert.id, drug):
            found.append(alert)
    return found


def monitoring_of(dossier: Dossier, drug: r.Treatment) -> list[Monitoring]:
    """What is to be watched because a drug is taken, the overdue first."""
    found = [
        item
        for item in dossier.assessment.monitoring
        if item.silenced is None and _is_held_by(dossier, item.id, drug)
    ]
    return sorted(found, key=lambda item: (not item.is_overdue, item.due or "9999"))


def _is_held_by(dossier: Dossier, rule_id: str, drug: r.Treatment) -> bool:
    """True where a rule speaks of taking this drug, or one of its class."""
    rule = dossier.pack.rule(rule_id)
    return rule is not None and bool(_facts(drug) & _named(rule))


def _facts(drug: r.Treatment) -> frozenset[str]:
    agents = agents_in(drug.agent)
    kinds = {treatments()[agent].group for agent in agents}
    return frozenset(
        {*(f"taking.{one}" for one in agents), *(f"taking_class.{kind}" for kind in kinds)}
    )


def _named(rule: Rule) -> frozenset[str]:
    running = rule.running if isinstance(rule, AlertRule) else ""
    return names_in(rule.when) | ({running} if running else frozenset())


def allergy_line(case: Case) -> tuple[str, str, str]:
    """Icon, token and sentence about allergies: recorded, none known, or not recorded at all."""
    own = [one for one in case.allergies if one.status not in ("none_known", "unknown")]
    if own:
        told = "; ".join(_allergy_words(one) for one in own)
        return "alert-octagon-filled", "stop", say("Allergies: {told}", told=told)
    if any(one.status == "none_known" for one in case.allergies):
        return "circle-check", "ok", say("No known allergies")
    if case.allergies:
        return "circle-dashed", "unk", say("Allergies asked for, not known")
    return "circle-dashed", "unk", say("Allergies not recorded")


def _allergy_words(allergy: r.Allergy) -> str:
    when = shown(parse_when(allergy.when)) if allergy.when else ""
    about = ", ".join(part for part in (allergy.reaction, when) if part)
    if not about:
        return allergy.substance
    return say("{substance} ({details})", substance=allergy.substance, details=about)
