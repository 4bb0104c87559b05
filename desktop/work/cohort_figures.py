"""The figures of a whole registry: who is behind each number, and no number without its whole.

Pure counting over ``cohort_members``. What is not recorded is a bar of its own, never left
out, so that the bars of a figure of patients add up to all patients where ``is_whole``.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from desktop.domain.disorders import disorder_name
from desktop.domain.language import mark, say, say_count
from desktop.domain.terms import treatment_label
from desktop.work.cohort_shapes import Bar, Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from desktop.work.cohort_members import Member

_STATUSES = {
    "confirmed": mark("confirmed"),
    "suspected": mark("suspected"),
    "ruled_out": mark("ruled out"),
    "": mark("no standing recorded"),
}
_SEXES = {
    "female": mark("female"),
    "male": mark("male"),
    "intersex": mark("intersex"),
    "unknown": mark("unknown"),
    "": mark("not recorded"),
}
VERDICTS: Mapping[str, str] = {
    "high": mark("above range"),
    "borderline": mark("borderline"),
    "normal": mark("within range"),
    "low": mark("below range"),
    "unknown": mark("not judged"),
}
"""How the latest phosphate stands against the range for age; to be said."""
_YEARS = (
    (1.0, mark("under 1 year")),
    (2.0, mark("1 to under 2 years")),
    (5.0, mark("2 to under 5 years")),
    (10.0, mark("5 to under 10 years")),
    (float("inf"), mark("10 years and more")),
)
_GROWTH = (
    mark("growing"),
    mark("stable"),
    mark("shrinking"),
    mark("change unclear"),
    mark("too few values for a rate"),
    mark("not detectable at the last look"),
    mark("excised, not seen since"),
    mark("not measured"),
)


def figures_of(members: Sequence[Member]) -> tuple[Figure, ...]:
    """Every figure, in the order in which they are shown."""
    return (
        _diagnoses(members),
        _standings(members),
        _sexes(members),
        _ages(members),
        _follow_up(members),
        _phosphate(members),
        _growth(members),
        _treatments(members),
        _completeness(members),
    )


def _split(
    members: Iterable[Member], key_of: Callable[[Member], str], words: Mapping[str, str]
) -> tuple[Bar, ...]:
    """One bar for each of ``words`` that anybody has, in their order, then any other."""
    found: dict[str, set[str]] = {}
    for one in members:
        found.setdefault(key_of(one), set()).add(one.patient)
    keys = [key for key in words if key in found] + [key for key in found if key not in words]
    return tuple(
        Bar(
            key=key,
            text=_capital(words.get(key, key)),
            count=len(found[key]),
            patients=frozenset(found[key]),
        )
        for key in keys
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _said(words: Mapping[str, str]) -> dict[str, str]:
    return {key: say(text) for key, text in words.items()}


def _diagnoses(members: Sequence[Member]) -> Figure:
    """A diagnosis that was ruled out is not held: it is counted apart."""
    found: dict[tuple[str, bool], list[Member]] = {}
    for one in members:
        is_out = one.status == "ruled_out" and bool(one.diagnosis)
        found.setdefault((one.diagnosis, is_out), []).append(one)
    order = sorted(found, key=lambda key: (not key[0], key[1], -len(found[key]), key[0]))
    bars = tuple(
        Bar(
            key=f"{diagnosis}|{'out' if is_out else 'held'}",
            text=_diagnosis_words(diagnosis, is_out=is_out),
            count=len(found[diagnosis, is_out]),
            patients=frozenset(one.patient for one in found[diagnosis, is_out]),
            note=_diagnosis_note(diagnosis, [] if is_out else found[diagnosis, is_out]),
        )
        for diagnosis, is_out in order
    )
    return Figure(key="diagnosis", title=say("Diagnosis held"), bars=bars, of=len(members))


def _diagnosis_words(diagnosis: str, *, is_out: bool) -> str:
    if not diagnosis:
        return say("No diagnosis held")
    name = disorder_name(diagnosis).partition(": ")[0]
    return say("{diagnosis}: ruled out", diagnosis=name) if is_out else name


def _diagnosis_note(diagnosis: str, members: Sequence[Member]) -> str:
    """The cause, for the groups that have several, then how the diagnosis stands."""
    if not diagnosis:
        return ""
    counts = {status: sum(one.status == status for one in members) for status in _STATUSES}
    told = [
        say("{standing} {n}", standing=say(_STATUSES[status]), n=count)
        for status, count in counts.items()
        if count
    ]
    cause = disorder_name(diagnosis).partition(": ")[2]
    return " · ".join(part for part in (cause, *told) if part)


def _standings(members: Sequence[Member]) -> Figure:
    words = {**_said(_STATUSES), "none": say("no diagnosis held")}
    bars = _split(members, lambda one: one.status if one.diagnosis else "none", words)
    title = say("Standing of the diagnosis")
    return Figure(key="standing", title=title, bars=bars, of=len(members))


def _sexes(members: Sequence[Member]) -> Figure:
    bars = _split(members, lambda one: one.sex, _said(_SEXES))
    return Figure(key="sex", title=say("Sex"), bars=bars, of=len(members))


def _ages(members: Sequence[Member]) -> Figure:
    words = {
        str(low): say("{low} to {high} years", low=low, high=low + 9) for low in range(0, 150, 10)
    }
    words |= {"": say("age not known"), "died": say("died")}
    bars = _split(members, _decade, words)
    return Figure(key="age", title=say("Age today"), bars=bars, of=len(members))


def _decade(one: Member) -> str:
    if one.is_dead:
        return "died"
    return "" if one.age_years is None else str(int(one.age_years) // 10 * 10)


def _follow_up(members: Sequence[Member]) -> Figure:
    words = {text: say(text) for _, text in _YEARS}
    words[""] = say("no record with a time")
    bars = _split(members, _length, words)
    years = [one.followed_years for one in members if one.followed_years is not None]
    middle = f"{median(years):.1f}" if years else ""
    note = say("first to last record; median {years} years", years=middle) if years else ""
    return Figure(key="follow_up", title=say("Follow-up"), bars=bars, of=len(members), note=note)


def _length(one: Member) -> str:
    years = one.followed_years
    return "" if years is None else next(text for most, text in _YEARS if years < most)


def _phosphate(members: Sequence[Member]) -> Figure:
    words = {**_said(VERDICTS), "": say("never measured")}
    bars = _split(members, lambda one: one.phosphate.verdict if one.phosphate else "", words)
    return Figure(
        key="phosphate",
        title=say("Phosphate, latest result"),
        bars=bars,
        of=len(members),
        note=say("by the range for the age at sampling"),
    )


def _growth(members: Sequence[Member]) -> Figure:
    """Masses, not patients; the patients behind a bar have at least one such mass."""
    counts: dict[str, int] = dict.fromkeys(_GROWTH, 0)
    behind: dict[str, set[str]] = {state: set() for state in _GROWTH}
    for one in members:
        for state in one.masses:
            counts[state] = counts.get(state, 0) + 1
            behind.setdefault(state, set()).add(one.patient)
    bars = tuple(
        Bar(
            key=state,
            text=_capital(say(state)),
            count=count,
            patients=frozenset(behind[state]),
            note=say_count(len(behind[state]), "in {n} patient", "in {n} patients"),
        )
        for state, count in counts.items()
        if count
    )
    whole = sum(counts.values())
    return Figure(
        key="growth", title=say("Masses by growth"), bars=bars, of=whole, counted="masses"
    )


def _treatments(members: Sequence[Member]) -> Figure:
    behind: dict[str, list[tuple[Member, bool]]] = {}
    for one in members:
        for course in one.courses:
            behind.setdefault(course.agent, []).append((one, course.is_running))
    agents = sorted(behind, key=lambda agent: (-len(behind[agent]), agent))
    bars = tuple(
        Bar(
            key=agent,
            text=treatment_label(agent),
            count=len(behind[agent]),
            patients=frozenset(one.patient for one, _ in behind[agent]),
            note=_running(sum(runs for _, runs in behind[agent])),
        )
        for agent in agents
    )
    return Figure(
        key="treatment",
        title=say("Treatments ever used"),
        bars=bars,
        of=len(members),
        note=say("a patient may have several"),
        is_whole=False,
    )


def _running(count: int) -> str:
    return say("running in {n}", n=count) if count else say("no longer running in anybody")


def _completeness(members: Sequence[Member]) -> Figure:
    """A bar is what is there; the patients behind it are those who lack it."""
    from desktop.work.cohort_members import KEY_ITEMS  # paper and tables: not for the window

    bars = tuple(
        Bar(
            key=text,
            text=_capital(say(text)),
            count=sum(place in one.has for one in members),
            patients=frozenset(one.patient for one in members if place not in one.has),
        )
        for place, text in enumerate(KEY_ITEMS)
    )
    return Figure(
        key="complete",
        title=say("Key data recorded"),
        bars=bars,
        of=len(members),
        note=say("choosing one lists who lacks it"),
        is_whole=False,
    )
