"""The summary in sentences, each computed from the record, none without number and date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.charts.figures import display_unit, percent, unit_text, volume_text
from desktop.charts.history import histories
from desktop.charts.readings import read_result
from desktop.charts.timeline import treatment_text
from desktop.domain.analytes import analytes
from desktop.domain.disorders import disorder_name
from desktop.domain.language import mark, say, say_count
from desktop.reports.style import bold, italic, markup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.charts.history import MassHistory
    from desktop.charts.readings import Reading
    from desktop.domain.case import Case
    from desktop.guidance.assessment import Assessment, Candidate, Criterion
    from desktop.measures.values import Derived, MassGrowth

_PHOSPHATE = "serum_phosphate"
_RANGE = re.compile(r" \(range [^()]*\)")
_HELD = {
    "confirmed": mark("confirmed"),
    "suspected": mark("suspected"),
    "ruled_out": mark("ruled out"),
    "": mark("status not recorded"),
}


def summary(case: Case, derived: Derived, assessment: Assessment, *, units: str) -> str:
    """The summary as markup: best fit, diagnosis held, phosphate, masses, treatment."""
    parts = [_best(assessment), _held(case), _phosphate(case, units)]
    parts += [markup(sentence) for sentence in _masses(case, derived)]
    parts.append(markup(_treatment(case)))
    return " ".join(part for part in parts if part)


def best_candidate(assessment: Assessment) -> Candidate | None:
    """The first candidate, if the record makes it possible at all."""
    first = assessment.differential[0] if assessment.differential else None
    if first is None or first.standing in ("unlikely", "excluded"):
        return None
    return first


def counts_text(candidate: Candidate) -> str:
    """``8 criteria met, 1 not met, 3 unknown``: an argument against that holds is not met."""
    return say_count(
        candidate.count("met"),
        "{n} criterion met, {not_met} not met, {unknown} unknown",
        "{n} criteria met, {not_met} not met, {unknown} unknown",
        not_met=candidate.count("not_met"),
        unknown=candidate.count("unknown"),
    )


def is_row(criterion: Criterion) -> bool:
    """True for a criterion with a row of its own: one that counts, unless unknown and minor."""
    is_aside = criterion.counts_as == "unknown" and criterion.weight == "minor"
    return criterion.counts_as is not None and not is_aside


def brief(reasons: Sequence[str], most: int = 1) -> str:
    """The first reasons, and how many more the program shows: ``Phosphate 6.8 … (+4 more)``."""
    shown = "; ".join(reasons[:most])
    more = len(reasons) - most
    return say("{shown} (+{n} more)", shown=shown, n=more) if more > 0 else shown


def because_text(reasons: Sequence[str]) -> str:
    """The reasons as a sentence with a space before it; nothing where there is none."""
    return f" {say('Because: {reasons}.', reasons=brief(reasons))}" if reasons else ""


def evidence(reasons: Sequence[str]) -> str:
    """The first reason with value, unit and date, and how many more there are: ``… (+4)``.

    Its range is left out: it stands in the table of results.
    """
    more = f"\u00a0(+{len(reasons) - 1})" if len(reasons) > 1 else ""
    return "".join(_RANGE.sub("", reason) for reason in reasons[:1]) + more


def _best(assessment: Assessment) -> str:
    best = best_candidate(assessment)
    if best is None:
        return italic(say("No disorder of the guidance fits what is recorded."))
    lead = say(
        "Best fit by criteria: {name}, {standing}:", name=best.name, standing=say(best.standing)
    )
    return bold(lead) + markup(f" {counts_text(best)}.")


def _held(case: Case) -> str:
    if not case.patient.diagnosis:
        return markup(say("No diagnosis is held in the registry."))
    status = case.patient.diagnosis_status
    name = disorder_name(case.patient.diagnosis)
    told = say(_HELD[status]) if status in _HELD else status
    return markup(say("Diagnosis held in the registry: {name}, {status}.", name=name, status=told))


def _phosphate(case: Case, units: str) -> str:
    unit = display_unit(analytes()[_PHOSPHATE], units)
    results = [read_result(case, lab, unit=unit) for lab in case.labs_of(_PHOSPHATE)]
    if not results:
        return italic(say("Phosphate never recorded."))
    numbers = [r for r in results if r.quantity is not None and r.span is not None]
    if not numbers:
        last = results[-1]
        flag = say(last.lab.flag) if last.lab.flag else say("words")
        told = last.text or say("reported as {flag} only", flag=flag)
        return markup(say("Phosphate {value} ({day}).", value=told, day=last.when))
    return markup(_trend(numbers, unit_text(unit)))


def _trend(numbers: list[Reading], unit: str) -> str:
    first, last = numbers[0], numbers[-1]
    if len(numbers) == 1 or first.when == last.when:
        return say(
            "Phosphate {value} {unit} ({day}), {standing}.",
            value=last.text,
            unit=unit,
            day=last.when,
            standing=last.verdict_text,
        )
    if first.quantity is None or last.quantity is None:
        return ""
    change, share = mark("went"), ""
    if not (first.quantity.comparator or last.quantity.comparator) and first.quantity.value:
        ratio = last.quantity.value / first.quantity.value - 1
        change = mark("fell") if ratio < -0.02 else mark("rose") if ratio > 0.02 else change
        share = f", {percent(100 * ratio)}"
    return say(
        "Phosphate {change} from {first} ({first_day}) to {last} {unit} ({day}{share}); the last"
        " is {standing}.",
        change=say(change),
        first=first.text,
        first_day=first.when,
        last=last.text,
        unit=unit,
        day=last.when,
        share=share,
        standing=last.verdict_text,
    )


def _masses(case: Case, derived: Derived) -> Iterator[str]:
    growth = {g.mass_id: g for g in derived.mass_growth}
    found = histories(case, derived)
    if not found:
        yield say("No mass recorded.")
        return
    quiet: dict[str, list[str]] = {}
    for mass in found:
        sentence = _moving(mass, growth.get(mass.mass_id))
        if sentence:
            yield sentence
        else:
            quiet.setdefault(state_of(mass, growth.get(mass.mass_id)), []).append(mass.mass_id)
    for state, names in quiet.items():
        yield f"{', '.join(names)}: {say(state)}."


def _moving(mass: MassHistory, growth: MassGrowth | None) -> str:
    latest = mass.latest
    if growth is None or growth.percent_per_year is None or latest is None:
        return ""
    if growth.state not in ("growing", "shrinking") or mass.is_unseen_since:
        return ""
    if latest.is_undetected:
        return ""
    return say(
        "Mass {name}, {place}, is {state} ({rate} per year; {volume} mL on {day}).",
        name=mass.mass_id,
        place=f"{mass.place[:1].lower()}{mass.place[1:]}",
        state=say(growth.state),
        rate=percent(growth.percent_per_year),
        volume=volume_text(latest.volume),
        day=latest.when,
    )


def state_of(mass: MassHistory, growth: MassGrowth | None) -> str:
    """How a mass stands, in words to be said; what nobody looked at is never called stable."""
    if mass.is_unseen_since:
        return mark("excised, not seen since")
    if mass.latest is None:
        return mark("not measured")
    if mass.latest.is_undetected:
        return mark("not detectable at the last look")
    words = {
        "growing": mark("growing"),
        "stable": mark("stable"),
        "shrinking": mark("shrinking"),
        "unclear": mark("change unclear"),
        "too_few": mark("too few values for a rate"),
    }
    state = growth.state if growth else "too_few"
    return words.get(state, state)


def _treatment(case: Case) -> str:
    running = [t for t in case.treatments if not t.stop_when.strip()]
    if not case.treatments:
        return say("No treatment recorded.")
    if not running:
        return say_count(
            len(case.treatments),
            "{n} treatment recorded, none running.",
            "{n} treatments recorded, none running.",
        )
    names = ", ".join(dict.fromkeys(treatment_text(t) for t in running))
    return say("Treatment without a recorded end: {names}.", names=names)
