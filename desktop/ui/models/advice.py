"""Plan, tests, monitoring, and what was set aside or failed, as entries for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.disorders import disorder_name
from desktop.domain.language import mark, say
from desktop.domain.when import parse_when, shown
from desktop.ui.models.alerts import (
    ADD,
    INTERVAL,
    USUAL,
    because_lines,
    patient_lines,
    silence_actions,
    silenced_words,
)
from desktop.ui.models.entries import Action, Entry, Line
from desktop.ui.models.intervals import every_words
from desktop.ui.sources import sources_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.guidance.assessment import (
        Advice,
        Assessment,
        Monitoring,
        NextTest,
        Silenced,
    )

_BURDENS: Mapping[str, str] = {
    "question": mark("a question"),
    "examination": mark("examination"),
    "urine": mark("urine sample"),
    "blood": mark("blood sample"),
    "imaging": mark("imaging, no radiation"),
    "radiation": mark("imaging with radiation"),
    "biopsy": mark("biopsy"),
}


def is_warning_sign(advice: Advice) -> bool:
    """True for advice that names what must bring the patient back at once."""
    return "warning-signs" in advice.id


def plan_entries(assessment: Assessment, *, for_patient: bool = False) -> list[Entry]:
    """The plan without warning signs and without what was set aside; superseded lines last."""
    return [
        advice_entry(advice, for_patient=for_patient)
        for advice in assessment.management
        if not is_warning_sign(advice) and advice.silenced is None
    ]


def warning_sign_entries(assessment: Assessment, *, for_patient: bool = False) -> list[Entry]:
    """What must bring the patient back at once."""
    return [
        advice_entry(advice, for_patient=for_patient)
        for advice in assessment.management
        if is_warning_sign(advice) and advice.silenced is None
    ]


def advice_entry(advice: Advice, *, for_patient: bool = False) -> Entry:
    """One item of the plan with its level of evidence; a superseded one says by what."""
    is_old = bool(advice.superseded_by)
    token = "ink3" if is_old else "ink2"
    is_sign = is_warning_sign(advice)
    lines = [] if is_sign else [Line(advice.text, token)]
    if is_old:
        lines.insert(0, Line(advice.superseded_by, "warn", lead=say("Superseded:")))
    if advice.strength:
        lines.append(Line(advice.strength, "ink3", lead=say("Evidence:")))
    lines += because_lines(advice.because, most=1)
    lines += patient_lines(advice.patient_text, for_patient)
    icon = "history" if is_old else "alert-triangle" if is_sign else "pill"
    return Entry(
        key=advice.id,
        title=advice.text if is_sign else advice.action or advice.text,
        icon=icon,
        ink="ink3" if is_old else "warn" if is_sign else "ink2",
        lines=tuple(lines),
        sources=sources_of(advice),
        actions=silence_actions(advice.silenced),
        ground="quiet" if is_old else "plain",
    )


def entries_of_tests(assessment: Assessment) -> list[Entry]:
    """The next tests in their order, short: number, test, burden."""
    return [
        Entry(
            key=test.id or test.test,
            title=say("{n}. {test}", n=place, test=test.text),
            aside=burden_words(test.burden),
            aside_ink="ink3",
            is_light=place > 1,
        )
        for place, test in enumerate(open_tests(assessment), 1)
    ]


def open_tests(assessment: Assessment) -> list[NextTest]:
    """The next tests that nobody set aside."""
    return [test for test in assessment.next_tests if test.silenced is None]


def burden_words(burden: str) -> str:
    """What a test asks of the patient."""
    return say(_BURDENS[burden]) if burden in _BURDENS else burden


def entry_of_test(test: NextTest) -> Entry:
    """One test with what each answer would change."""
    lines = [Line(_own_reason(test), "ink2")]
    for change in test.changes:
        answer, _, meaning = change.partition(": ")
        lines.append(Line(meaning, "ink2", lead=f"{answer}:") if meaning else Line(answer))
    if test.separates:
        names = ", ".join(disorder_name(key) for key in test.separates)
        lines.append(Line(say("Tells apart: {names}", names=names), "ink3"))
    add = Action(ADD, say("Add the answer…"), is_quiet=True)
    return Entry(
        key=test.id or test.test,
        title=test.text,
        aside=burden_words(test.burden),
        lines=tuple(line for line in lines if line.text),
        sources=sources_of(test),
        actions=(add, *silence_actions(test.silenced)),
    )


def _own_reason(test: NextTest) -> str:
    """The reason without the answers: each of them has its own line."""
    return test.why.partition(test.changes[0])[0].strip() if test.changes else test.why


def monitoring_entries(assessment: Assessment) -> list[Entry]:
    """The schedule, what is overdue first."""
    items = [item for item in assessment.monitoring if item.silenced is None]
    items.sort(key=lambda item: (not item.is_overdue, item.due or "9999"))
    return [monitoring_entry(item) for item in items]


def monitoring_entry(item: Monitoring) -> Entry:
    """One item of the schedule: how often, when last, when due."""
    aside, token = due_aside(item)
    rhythm = every_words(item.every).capitalize()
    if item.last:
        rhythm = say("{rhythm}; last {day}", rhythm=rhythm, day=_day(item.last))
    if item.is_overdue and item.due:
        due = _day(item.due)
        rhythm = say("{rhythm}; was due {day}", rhythm=rhythm, day=due)
    lines = [Line(rhythm)]
    lines += _own_lines(item)
    if item.text != item.what:
        lines.append(Line(item.text, "ink3"))
    lines += because_lines(item.because, most=1)
    lines += _basis_lines(item)
    return Entry(
        key=item.id or item.what,
        title=item.what or item.text,
        icon="calendar-due" if item.is_overdue else "calendar",
        ink="warn" if item.is_overdue else "ink2",
        aside=aside,
        aside_ink=token,
        lines=tuple(lines),
        sources=sources_of(item),
        actions=(*_interval_actions(item), *silence_actions(item.silenced)),
    )


def _interval_actions(item: Monitoring) -> Iterator[Action]:
    yield Action(INTERVAL, say("Interval…"))
    if item.own is not None:
        usual = every_words(item.own.usual)
        yield Action(USUAL, say("Back to {usual}", usual=usual), is_quiet=True)


def due_aside(item: Monitoring) -> tuple[str, str]:
    """``overdue`` in words, or when it is due, and the token of the word."""
    if item.is_overdue:
        return say("overdue"), "warn"
    if item.due:
        return _day(item.due), "ink2"
    return (say("never recorded") if item.last is None else say("not datable")), "unk"


def _own_lines(item: Monitoring) -> Iterator[Line]:
    if item.own is not None:
        usual, day = every_words(item.own.usual), shown(parse_when(item.own.when))
        told = say(
            "Instead of {usual}. {who}, {day}: {reason}",
            usual=usual,
            who=item.own.who,
            day=day,
            reason=item.own.reason,
        )
        yield Line(told, "info", lead=say("This patient's own interval."))


def _basis_lines(item: Monitoring) -> Iterator[Line]:
    if item.basis and item.local is None:
        yield Line(item.basis, "ink3", lead=say("Interval:"), is_italic=item.is_expert_opinion)


def _day(iso: str) -> str:
    return shown(parse_when(iso))


def silenced_entries(assessment: Assessment) -> list[Entry]:
    """Everything that was set aside, with who, when and why; each can be brought back."""
    found: list[tuple[str, str, Silenced]] = []
    found += [(a.id, a.text, a.silenced) for a in assessment.alerts if a.silenced]
    found += [(a.id, a.action or a.text, a.silenced) for a in assessment.management if a.silenced]
    found += [(t.id, t.text, t.silenced) for t in assessment.next_tests if t.silenced]
    found += [(m.id, m.what or m.text, m.silenced) for m in assessment.monitoring if m.silenced]
    return [
        Entry(
            key=key,
            title=title,
            icon="clock-pause",
            is_light=True,
            lines=(Line(silenced_words(silenced)),),
            actions=silence_actions(silenced),
            ground="quiet",
            level=say("Set aside"),
        )
        for key, title, silenced in found
    ]


def failure_entries(assessment: Assessment) -> list[Entry]:
    """One entry for each rule that could not be applied, and for a clinic's broken rule file."""
    return [
        Entry(
            key=failure.rule,
            title=failure.text,
            icon="alert-triangle",
            ink="stop",
            is_light=True,
            ground="hold",
            level=say("Failed"),
        )
        for failure in assessment.failures
    ]
