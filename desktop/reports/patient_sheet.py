"""What the sheet for a patient says, as text: the page and the reading grade share it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from desktop.charts.history import histories
from desktop.charts.labs import PHOSPHATE
from desktop.charts.readings import read_result
from desktop.domain.language import say, say_count
from desktop.domain.terms import treatment_label, treatments
from desktop.domain.when import parse_when
from desktop.reports import plain_words as words
from desktop.reports.plain_words import in_words
from desktop.reports.refusal import NoSuchDocument
from desktop.reports.wording import state_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.charts.readings import Reading
    from desktop.domain.case import Case
    from desktop.domain.records import Treatment
    from desktop.guidance.assessment import Alert, Monitoring
    from desktop.guidance.dossier import Dossier
    from desktop.reports.imprint import Imprint

MOST_NEXT = 5
_FOUND_BY_BONE = frozenset({"fop", "progressive_osseous_heteroplasia"})
_SEVERITY = {"contraindication": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientSheet:
    """The words of a patient's sheet, in the language that is shown.

    Rows are pairs of what and how. ``avoid`` is the box to show to others: allergies first,
    then what the guidance forbids or warns of, as far as it has words for patients.
    """

    hello: str
    what: tuple[str, str]
    phosphate: tuple[str, str] | None
    lumps: tuple[tuple[str, str], ...]
    lumps_note: str
    medicines: tuple[tuple[str, str], ...]
    avoid: tuple[str, ...]
    call: tuple[str, ...]
    phones: tuple[tuple[str, str], ...]
    next: tuple[tuple[str, str], ...]
    meanings: tuple[tuple[str, str], ...] = field(default=())

    @property
    def text(self) -> str:
        """All sentences, for the measure of how hard they are to read; names are left out."""
        rows = chain(self.medicines, self.next, self.meanings)
        lines = [*self.what, *(self.phosphate or ()), self.lumps_note]
        lines += [f"{what}: {how}" for what, how in rows]
        lines += [*self.avoid, *self.call]
        return "\n".join(f"{line.rstrip('.')}." for line in lines if line)


def patient_sheet(dossier: Dossier, imprint: Imprint) -> PatientSheet:
    """The sheet of one patient.

    Only what is recorded and what the clinic holds is told: no candidate of the guidance, no
    prognosis. Raises NoSuchDocument for a patient who has died.
    """
    case, assessment = dossier.case, dossier.assessment
    if case.patient.death_when.strip():
        raise NoSuchDocument(
            say("A sheet for the patient is not made: a death is recorded."),
            kept=say("The registry is unchanged."),
            remedy=say("Print the clinical summary instead."),
        )
    rows = tuple(_lumps(dossier))
    return PatientSheet(
        hello=_hello(case),
        what=_what(case),
        phosphate=_phosphate(case, imprint.unit),
        lumps=rows,
        lumps_note="" if rows else say("No lump is on record."),
        medicines=tuple(_medicine(t) for t in running(case)),
        avoid=(*_allergies(case), *told_alerts(assessment.alerts)),
        call=tuple(_call(case, has_lumps=bool(rows))),
        phones=_phones(imprint),
        next=tuple(_next(assessment.monitoring)),
        meanings=tuple((say(word), say(meaning)) for word, meaning in words.WORDS),
    )


def untold(dossier: Dossier) -> tuple[Alert, ...]:
    """The contraindications and warnings that hold but have no words for patients."""
    return tuple(
        alert
        for alert in dossier.assessment.alerts
        if not (alert.cleared or alert.patient_text or alert.severity == "info")
    )


def _hello(case: Case) -> str:
    told = say("Bring it to other doctors, dentists and pharmacists.")
    name = case.identity.given_name.strip() if case.identity else ""
    if name:
        return f"{say('{name}, this page says how you are doing.', name=name)} {told}"
    return f"{say('This page says how you are doing.')} {told}"


def _what(case: Case) -> tuple[str, str]:
    """What the clinic holds, and how sure it is; a disorder without plain words is left open."""
    disorder = case.patient.diagnosis.partition(".")[0]
    known = words.DISORDERS.get(disorder)
    status = case.patient.diagnosis_status
    if known is None or status == "ruled_out":
        lead = say("Your team is still finding out what you have, or tells you about it itself.")
        return lead, ""
    name = say(known[0])
    if status == "confirmed":
        return say("You have {disorder}.", disorder=name), say(known[1])
    return say("You probably have {disorder}. It is not proven yet.", disorder=name), say(known[1])


def _phosphate(case: Case, unit: str) -> tuple[str, str] | None:
    """The title and the sentences about phosphate; None where it was never measured."""
    every = [read_result(case, lab, unit=unit) for lab in case.labs_of(PHOSPHATE)]
    dated = [r for r in every if r.quantity is not None and r.span is not None]
    if not dated:
        return None
    first, last = dated[0], dated[-1]
    when = in_words(parse_when(last.lab.when))
    told = [say("On {day} it was {value} {unit}.", day=when, value=last.text, unit=unit)]
    if len(dated) > 1:
        earlier = in_words(parse_when(first.lab.when))
        told.insert(0, say("On {day} it was {value}.", day=earlier, value=first.text))
    if last.range_text and last.low is not None and last.high is not None:
        low, _, high = last.range_text.partition("–")
        told.append(
            say("The usual range at your age then was {low} to {high}.", low=low, high=high)
        )
    else:
        told.append(say("There is no usual range to hold it against."))
    return _phosphate_title(first, last), " ".join(told)


def _phosphate_title(first: Reading, last: Reading) -> str:
    verdict = last.judgement.verdict
    change = _change(first, last)
    if verdict == "high" and change < 0:
        return say("Your phosphate is lower than before, but still high")
    if verdict == "high":
        return say("Your phosphate is high")
    if verdict == "low":
        return say("Your phosphate is low")
    if verdict == "borderline":
        return say("Your phosphate is at the edge of the usual range")
    if verdict == "normal":
        return say("Your phosphate is in the usual range")
    return say("Your phosphate")


def _change(first: Reading, last: Reading) -> int:
    """-1 where the last is lower by more than 2 %, 1 where higher, 0 else or not comparable."""
    if first is last or not (first.quantity and last.quantity):
        return 0
    if first.quantity.comparator or last.quantity.comparator or not first.quantity.value:
        return 0
    ratio = last.quantity.value / first.quantity.value
    return -1 if ratio < 0.98 else 1 if ratio > 1.02 else 0


def _lumps(dossier: Dossier) -> Iterator[tuple[str, str]]:
    growth = {g.mass_id: g for g in dossier.derived.mass_growth}
    for mass in histories(dossier.case, dossier.derived):
        state = state_of(mass, growth.get(mass.mass_id))
        how = words.GROWTH.get(state, words.GROWTH["too few values for a rate"])
        yield say("{place} ({name})", place=mass.place, name=mass.mass_id), say(how)


def running(case: Case) -> list[Treatment]:
    """The treatments without an end, or with an end still to come, oldest first."""
    today = case.place(case.as_of.isoformat())

    def runs(treatment: Treatment) -> bool:
        stop = case.place(treatment.stop_when)
        is_ahead = stop is not None and today is not None and stop.first > today.last
        return is_ahead or not treatment.stop_when.strip()

    return [t for t in sorted(case.treatments, key=lambda t: case.order(t.start_when)) if runs(t)]


def _medicine(treatment: Treatment) -> tuple[str, str]:
    dose = " ".join(part.strip() for part in (treatment.dose, treatment.dose_unit) if part.strip())
    term = treatments().get(treatment.agent.strip())
    purpose = words.PURPOSES.get(term.group) if term else None
    frequency = treatment.frequency.strip()
    how = [f"{frequency[:1].upper()}{frequency[1:]}."] if frequency else []
    how.append(say(purpose) if purpose else say("Take it as your team told you."))
    return f"{treatment_label(treatment.agent)} {dose}".strip(), " ".join(how)


def _allergies(case: Case) -> Iterator[str]:
    present = [a for a in case.allergies if a.status in {"", "present"}]
    for allergy in present:
        yield say("You are allergic to {substance}.", substance=allergy.substance)
    if any(a.status == "unknown" for a in case.allergies):
        yield say("It is not known whether you have other allergies. Tell us.")
    elif not present and case.allergies:
        yield say("You have no known allergies.")
    elif not present:
        yield say("Your allergies are not written down here. Tell everyone who treats you.")


def told_alerts(alerts: Sequence[Alert]) -> Iterator[str]:
    """What the guidance has to say to the patient, worst first, each sentence once."""
    standing = [alert for alert in alerts if not alert.cleared and alert.patient_text]
    ordered = sorted(standing, key=lambda alert: _SEVERITY[alert.severity])
    yield from dict.fromkeys(alert.patient_text for alert in ordered)


def _call(case: Case, *, has_lumps: bool) -> Iterator[str]:
    is_bone = case.patient.diagnosis.partition(".")[0] in _FOUND_BY_BONE
    if is_bone:
        yield from (say(text) for text in words.CALL_FOR_BONE)
    if has_lumps or not is_bone:
        yield from (say(text) for text in words.CALL_FOR_LUMPS)
    if case.patient.sex != "male":
        yield say(words.CALL_IF_PREGNANT)


def _phones(imprint: Imprint) -> tuple[tuple[str, str], ...]:
    if imprint.phones:
        return imprint.phones
    return (say("Clinic"), ""), (say("Nights and weekends"), "")


def _next(monitoring: Sequence[Monitoring]) -> Iterator[tuple[str, str]]:
    """What comes next, the overdue first, then by date; what has no date is arranged."""
    by_time: dict[str, list[str]] = {}
    ordered = sorted(monitoring, key=lambda m: (not m.is_overdue, m.due or "9999", m.what))
    for item in ordered:
        told = by_time.setdefault(_time(item), [])
        if (what := words.watched(item.what)) not in told:
            told.append(what)
    rows = list(by_time.items())
    yield from ((when, ". ".join(what)) for when, what in rows[:MOST_NEXT])
    if hidden := sum(len(what) for _, what in rows[MOST_NEXT:]):
        yield (
            say("Later"),
            say_count(hidden, "{n} more check. Ask us.", "{n} more checks. Ask us."),
        )


def _time(item: Monitoring) -> str:
    if item.is_overdue:
        return say("Now")
    if item.due:
        return say("By {day}", day=in_words(parse_when(item.due)))
    return say("We will arrange")
