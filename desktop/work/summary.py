"""Summaries for people on a terminal: a patient, an assessment, an import."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from desktop.domain.columns import CLINICAL
from desktop.domain.disorders import disorder_name
from desktop.domain.language import say
from desktop.domain.when import completed_age, parse_when, shown

if TYPE_CHECKING:
    from desktop.domain.case import Case
    from desktop.guidance.assessment import Advice, Alert, Assessment
    from desktop.measures.values import Derived
    from desktop.work.import_outcome import Outcome


def patient_summary(case: Case, derived: Derived) -> str:
    """One patient on a screenful: who, how many records, the newest measures, refusals."""
    age = completed_age(case.birth, case.as_of)
    born = f"{shown(case.birth)} ({age})" if age else "not recorded"
    lines = [
        f"{case.patient.patient_id}  sex {case.patient.sex or 'not recorded'}  born {born}",
        f"diagnosis: {disorder_name(case.patient.diagnosis) or 'open'}",
        "records: "
        + ", ".join(
            f"{t.name} {len(getattr(case, t.name))}" for t in CLINICAL if getattr(case, t.name)
        ),
    ]
    for name in ("calcium_phosphate_product", "tmp_gfr", "egfr", "mass_volume"):
        values = getattr(derived, name)
        if values:
            last = values[-1]
            when = shown(parse_when(last.when))
            lines.append(f"{name}: {last.value:.4g} {last.unit}, {when}, {last.method}")
    lines.extend(
        f"growth of {g.mass_id}: {g.state}"
        + (f", {g.percent_per_year:+.0f} % a year" if g.percent_per_year is not None else "")
        + f", n = {g.n}"
        for g in derived.mass_growth
    )
    if derived.not_computed:
        lines.append(f"not computed: {len(derived.not_computed)} (see --json for the reasons)")
    return "\n".join(lines)


def assessment_summary(assessment: Assessment) -> str:
    """Alerts first, then the candidates that are more than unlikely, then the plan."""
    lines = [f"{assessment.patient_id}  (guidance {assessment.guidance_version})"]
    lines += [
        f"  {alert.severity.upper()}: {alert.text}{_set_aside(alert)}"
        for alert in assessment.alerts
    ]
    for candidate in assessment.differential:
        if candidate.standing in {"established", "probable", "possible"}:
            counts = (
                f"{candidate.count('met')} met, {candidate.count('not_met')} not met, "
                f"{candidate.count('unknown')} unknown"
            )
            lines.append(f"  {candidate.standing}: {candidate.name} ({counts})")
    lines += [_planned(advice) for advice in assessment.management]
    lines += [f"  next test: {test.text}" for test in assessment.next_tests[:1]]
    lines += [f"  missing: {text}" for text in assessment.missing]
    return "\n".join(lines)


def _planned(advice: Advice) -> str:
    if advice.superseded_by:
        return f"  superseded: {advice.text} Now: {advice.superseded_by}"
    return f"  plan: {advice.text}{_set_aside(advice)}"


def _set_aside(item: Alert | Advice) -> str:
    """Who set it aside and why; nothing where nobody did."""
    if item.silenced is None:
        return ""
    told = say(
        "set aside by {who}, {when}: {reason}",
        who=item.silenced.who,
        when=item.silenced.when[:10],
        reason=item.silenced.reason,
    )
    return f" [{told}]"


def import_summary(outcome: Outcome) -> str:
    """What became of every row, table by table; the numbers add up."""
    lines = [
        f"{name}: {t.read} rows = {t.added} added + {t.updated} updated"
        f" + {t.unchanged} unchanged + {t.refused} refused"
        for name, t in outcome.tallies.items()
    ]
    if outcome.warnings:
        lines.append(f"{len(outcome.warnings)} warnings; everything warned of was kept")
    return "\n".join([*lines, *outcome.notes])


def import_json(outcome: Outcome) -> dict[str, object]:
    """The outcome of an import as JSON."""
    return {
        "written": outcome.written,
        "tables": {name: asdict(tally) for name, tally in outcome.tallies.items()},
        "refused": [asdict(remark) for remark in outcome.refusals],
        "warnings": [asdict(remark) for remark in outcome.warnings],
        "notes": outcome.notes,
    }
