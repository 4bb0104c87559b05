"""The head of a clinical page: who it is, and the safety box that cannot be left out."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from desktop.domain.columns import CLINICAL
from desktop.domain.language import mark, say
from desktop.domain.naming import born_with_age, died, full_name, hospital_number
from desktop.domain.when import parse_when, shown
from desktop.guidance.sources import labels
from desktop.reports.scripts import is_printable
from desktop.reports.style import WIDTH, bold, ink, italic, markup, quiet
from desktop.reports.tables import cut, gap, grid, paragraph
from desktop.reports.wording import because_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain.case import Case
    from desktop.domain.records import Allergy, Record
    from desktop.guidance.assessment import Alert, Assessment
    from desktop.reports.tables import Flow

_ORDER = {"contraindication": 0, "warning": 1, "info": 2}
_WORDS = {"contraindication": mark("Contraindicated"), "warning": mark("Caution")}
UNPRINTABLE = mark(
    "Text in square brackets is written in Latin letters, or as the code of a character,"
    " because this page cannot draw its script. The registry holds it as it was entered."
)


def patient_line(case: Case) -> list[Flow]:
    """Name, birth, sex, registry ID and hospital number, each in words where missing."""
    values = [
        (say("Patient"), full_name(case), say("name not recorded")),
        (say("Born"), born_with_age(case), say("birth date not recorded")),
        (say("Sex"), _sex(case), say("not recorded")),
        (say("Registry ID"), case.patient.patient_id, ""),
        (say("MRN"), hospital_number(case), say("not recorded")),
    ]
    if died(case):
        values.insert(2, (say("Died"), died(case), ""))
    cells = [
        [paragraph(quiet(label), "small"), paragraph(_value(value, missing))]
        for label, value, missing in values
    ]
    shares = (150.0, 128.0, *([62.0] if died(case) else []), 55.0, 80.0)
    widths = (*shares, WIDTH - sum(shares))
    line = grid(
        [cells],
        widths,
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 6),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ("LINEBELOW", (0, 0), (-1, 0), 0.75, ink("line2")),
        ],
    )
    flows: list[Flow] = [line]
    if has_unprintable(case):
        flows += [gap(3), paragraph(italic(say(UNPRINTABLE)), "small")]
    return flows


_SEXES = {
    "female": mark("Female"),
    "male": mark("Male"),
    "intersex": mark("Intersex"),
    "unknown": mark("Unknown"),
}


def _sex(case: Case) -> str:
    return say(_SEXES[case.patient.sex]) if case.patient.sex in _SEXES else case.patient.sex


def has_unprintable(case: Case) -> bool:
    """True if some text of the case, the name first, cannot be drawn as itself."""
    return any(
        not is_printable(cell)
        for record in (case.identity, case.patient, *_records(case))
        if record is not None
        for cell in (getattr(record, field.name) for field in fields(record))
        if isinstance(cell, str) and not cell.isascii()
    )


def _records(case: Case) -> Iterator[Record]:
    for table in CLINICAL:
        yield from getattr(case, table.name, ())


def _value(value: str, missing: str) -> str:
    return bold(cut(value, 200)) if value.strip() else italic(missing)


def safety_box(case: Case, assessment: Assessment) -> Flow:
    """Allergies, then the alerts of the assessment, worst first, in a frame for greyscale."""
    listed = {f"allergy.{allergy.id}" for allergy in case.allergies}
    alerts = [alert for alert in _sorted(assessment) if alert.id not in listed]
    lines = [*_allergy_lines(case.allergies), *_alert_lines(alerts)]
    if not alerts:
        lines.append(italic(say("No alert of the guidance applies to what is recorded.")))
    box = grid(
        [[paragraph(line)] for line in lines],
        [WIDTH],
        [
            ("BOX", (0, 0), (-1, -1), 1.1, ink("ink")),
            ("LINEBEFORE", (0, 0), (0, -1), 6, ink("ink"), 0),
            ("LEFTPADDING", (0, 0), (-1, -1), 11),
            ("RIGHTPADDING", (0, 0), (-1, -1), 6),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
            ("TOPPADDING", (0, 0), (-1, 0), 4),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 5),
        ],
    )
    box.spaceBefore, box.spaceAfter = 6, 3
    box.outline = say("Safety")
    return box


def _sorted(assessment: Assessment) -> list[Alert]:
    return sorted(assessment.alerts, key=lambda a: (a.cleared, _ORDER[a.severity]))


def _alert_lines(alerts: Sequence[Alert]) -> Iterator[str]:
    """A line for each alert that forbids or warns; notes, and cleared ones, run together."""
    standing = [alert for alert in alerts if not alert.cleared]
    yield from (_alert_line(alert) for alert in standing if alert.severity != "info")
    for title, joined in (
        (say("Note: "), [alert for alert in standing if alert.severity == "info"]),
        (say("Cleared: "), [alert for alert in alerts if alert.cleared]),
    ):
        if joined:
            yield bold(title) + " ".join(_told(alert) for alert in joined)


def _alert_line(alert: Alert) -> str:
    word = say(_WORDS[alert.severity])
    if alert.severity == "contraindication":
        return bold(f"{word}: {cut(alert.text)}") + _ground(alert)
    return bold(f"{word}: ") + _told(alert)


def _told(alert: Alert) -> str:
    return markup(cut(alert.text)) + _ground(alert)


def _ground(alert: Alert) -> str:
    because = because_text(alert.because)
    sources = ", ".join(labels((*alert.statements, *alert.references))) or alert.basis
    return quiet(cut(because) + (f" [{sources}]" if sources else ""))


def _allergy_lines(allergies: Sequence[Allergy]) -> Iterator[str]:
    present = [a for a in allergies if a.status in ("", "present")]
    for allergy in present:
        substance = cut(allergy.substance, 200)
        told = say("Allergy: {substance}", substance=substance)
        yield bold(told) + markup(_details(allergy))
    unknown = [a for a in allergies if a.status == "unknown"]
    if unknown:
        names = "; ".join(allergy.substance for allergy in unknown)
        yield f"{bold(say('Allergy unclear: '))}{markup(cut(names))}"
    none_known = [a for a in allergies if a.status == "none_known"]
    if none_known and present:
        yield italic(say("The record also says that no allergy is known: clarify."))
    elif none_known:
        when = parse_when(none_known[-1].when)
        yield bold(say("No known allergies")) + markup(f" ({shown(when)})")
    if not allergies:
        yield italic(say("Allergies not recorded"))


def _details(allergy: Allergy) -> str:
    when = parse_when(allergy.when)
    parts = [allergy.reaction.strip(), shown(when) if when else "", allergy.note.strip()]
    listed = ", ".join(part for part in parts if part)
    return cut(f" ({listed})") if listed else ""
