"""The summary in sentences, each computed from the record, none without number and date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.charts.figures import counted, display_unit, percent, unit_text, volume_text
from desktop.charts.history import histories
from desktop.charts.readings import read_result
from desktop.charts.timeline import treatment_text
from desktop.domain.analytes import analytes
from desktop.domain.disorders import disorder_name
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
_HELD = {"ruled_out": "ruled out", "": "status not recorded"}


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
    met = counted(candidate.count("met"), "criterion", "criteria")
    return f"{met} met, {candidate.count('not_met')} not met, {candidate.count('unknown')} unknown"


def is_row(criterion: Criterion) -> bool:
    """True for a criterion with a row of its own: one that counts, unless unknown and minor."""
    is_aside = criterion.counts_as == "unknown" and criterion.weight == "minor"
    return criterion.counts_as is not None and not is_aside


def brief(reasons: Sequence[str], most: int = 1) -> str:
    """The first reasons, and how many more the program shows: ``Phosphate 6.8 … (+4 more)``."""
    shown = "; ".join(reasons[:most])
    more = len(reasons) - most
    return f"{shown} (+{more} more)" if more > 0 else shown


def evidence(reasons: Sequence[str]) -> str:
    """The first reason with value, unit and date, and how many more there are: ``… (+4)``.

    Its range is left out: it stands in the table of results.
    """
    more = f"\u00a0(+{len(reasons) - 1})" if len(reasons) > 1 else ""
    return "".join(_RANGE.sub("", reason) for reason in reasons[:1]) + more


def _best(assessment: Assessment) -> str:
    best = best_candidate(assessment)
    if best is None:
        return italic("No disorder of the guidance fits what is recorded.")
    return bold(f"Best fit by criteria: {best.name}, {best.standing}:") + markup(
        f" {counts_text(best)}."
    )


def _held(case: Case) -> str:
    if not case.patient.diagnosis:
        return markup("No diagnosis is held in the registry.")
    status = case.patient.diagnosis_status
    name = disorder_name(case.patient.diagnosis)
    return markup(f"Diagnosis held in the registry: {name}, {_HELD.get(status, status)}.")


def _phosphate(case: Case, units: str) -> str:
    unit = display_unit(analytes()[_PHOSPHATE], units)
    results = [read_result(case, lab, unit=unit) for lab in case.labs_of(_PHOSPHATE)]
    if not results:
        return italic("Phosphate never recorded.")
    numbers = [r for r in results if r.quantity is not None and r.span is not None]
    if not numbers:
        last = results[-1]
        told = f"{last.text}" if last.text else f"reported as {last.lab.flag or 'words'} only"
        return markup(f"Phosphate {told} ({last.when}).")
    return markup(_trend(numbers, unit_text(unit)))


def _trend(numbers: list[Reading], unit: str) -> str:
    first, last = numbers[0], numbers[-1]
    standing = f"{last.verdict_text}"
    if len(numbers) == 1 or first.when == last.when:
        return f"Phosphate {last.text} {unit} ({last.when}), {standing}."
    if first.quantity is None or last.quantity is None:
        return ""
    if first.quantity.comparator or last.quantity.comparator or not first.quantity.value:
        change = "went"
        share = ""
    else:
        ratio = last.quantity.value / first.quantity.value - 1
        change = "fell" if ratio < -0.02 else "rose" if ratio > 0.02 else "went"
        share = f", {percent(100 * ratio)}"
    return (
        f"Phosphate {change} from {first.text} ({first.when}) to {last.text} {unit}"
        f" ({last.when}{share}); the last is {standing}."
    )


def _masses(case: Case, derived: Derived) -> Iterator[str]:
    growth = {g.mass_id: g for g in derived.mass_growth}
    found = histories(case, derived)
    if not found:
        yield "No mass recorded."
        return
    quiet: dict[str, list[str]] = {}
    for mass in found:
        sentence = _moving(mass, growth.get(mass.mass_id))
        if sentence:
            yield sentence
        else:
            quiet.setdefault(state_of(mass, growth.get(mass.mass_id)), []).append(mass.mass_id)
    for state, names in quiet.items():
        yield f"{', '.join(names)}: {state}."


def _moving(mass: MassHistory, growth: MassGrowth | None) -> str:
    latest = mass.latest
    if growth is None or growth.percent_per_year is None or latest is None:
        return ""
    if growth.state not in ("growing", "shrinking") or mass.is_unseen_since:
        return ""
    if latest.is_undetected:
        return ""
    return (
        f"Mass {mass.mass_id}, {mass.place[:1].lower()}{mass.place[1:]}, is {growth.state}"
        f" ({percent(growth.percent_per_year)} per year; {volume_text(latest.volume)} mL on"
        f" {latest.when})."
    )


def state_of(mass: MassHistory, growth: MassGrowth | None) -> str:
    """How a mass stands, in words; what nobody looked at is never called stable."""
    if mass.is_unseen_since:
        return "excised, not seen since"
    if mass.latest is None:
        return "not measured"
    if mass.latest.is_undetected:
        return "not detectable at the last look"
    words = {"unclear": "change unclear", "too_few": "too few values for a rate"}
    state = growth.state if growth else "too_few"
    return words.get(state, state)


def _treatment(case: Case) -> str:
    running = [t for t in case.treatments if not t.stop_when.strip()]
    if not case.treatments:
        return "No treatment recorded."
    if not running:
        return f"{counted(len(case.treatments), 'treatment')} recorded, none running."
    names = ", ".join(dict.fromkeys(treatment_text(t) for t in running))
    return f"Treatment without a recorded end: {names}."
