"""Making documents and their files: a patient comes with a dossier, a file is whole or absent."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from desktop import __version__
from desktop.domain.errors import UserError
from desktop.domain.language import language, say, say_count, use_language
from desktop.work.cohort import unreported

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from desktop.db.registry import Registry
    from desktop.guidance.dossier import Dossier
    from desktop.reports.clinical_parts import Section
    from desktop.reports.imprint import Imprint, PaperName, Units

PatientKind = Literal["clinician", "patient", "letter", "emergency", "timeline"]
PATIENT_KINDS: tuple[PatientKind, ...] = get_args(PatientKind)
"""The documents about one patient; ``registry`` is the one about all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be made: the kind, and what the kinds leave to choose.

    ``sections`` None takes the usual ones; ``text`` is the edited letter, None its draft.
    """

    kind: PatientKind = "clinician"
    sections: tuple[Section, ...] | None = None
    text: str | None = None


def imprint(
    registry: Registry,
    *,
    paper: PaperName = "a4",
    units: Units = "conventional",
    phones: tuple[tuple[str, str], ...] = (),
) -> Imprint:
    """The imprint of documents from a registry as it is now, by the person who opened it."""
    from desktop.reports.imprint import Imprint

    head = registry.head()
    return Imprint(
        head=head.short if head.seq else "",
        registry_name=registry.path.stem,
        version=__version__,
        printed_by=registry.who,
        paper=paper,
        units=units,
        phones=phones,
    )


@contextmanager
def in_language(code: str) -> Iterator[None]:
    """Show texts in this language for a while; dossiers must be made within it.

    Raises KeyError for a language that the program does not have.
    """
    before = language()
    use_language(code)
    try:
        yield
    finally:
        use_language(before)


def document(dossier: Dossier, order: Order, made: Imprint) -> bytes:
    """One document about one patient.

    Raises UserError where there is none for this patient, or where a piece of it does not fit
    on a page.
    """
    # reportlab takes 0.2 s to import: not before it is needed.
    if order.kind == "clinician":
        from desktop.reports.clinician import clinician_pdf

        if order.sections is None:
            return clinician_pdf(dossier, made)
        return clinician_pdf(dossier, made, sections=order.sections)
    if order.kind == "letter":
        from desktop.reports.letter import CHOSEN, letter_pdf

        chosen = CHOSEN if order.sections is None else order.sections
        return letter_pdf(dossier, made, text=order.text, sections=chosen)
    return _simple(order.kind)(dossier, made)


def _simple(kind: PatientKind) -> Callable[[Dossier, Imprint], bytes]:
    if kind == "patient":
        from desktop.reports.patient import patient_pdf

        return patient_pdf
    if kind == "emergency":
        from desktop.reports.emergency import emergency_pdf

        return emergency_pdf
    from desktop.reports.timeline import timeline_pdf

    return timeline_pdf


def registry_document(
    registry: Registry,
    made: Imprint,
    *,
    as_of: date,
    report: Callable[[int, int, str], None] = unreported,
) -> bytes:
    """The report on the whole registry, which names nobody."""
    from desktop.measures.derived import derive
    from desktop.reports.registry import registry_pdf
    from desktop.reports.registry_figures import RegistryFigures

    patients = list(registry.ids().values())
    figures = RegistryFigures()
    for number, patient in enumerate(patients):
        report(number, len(patients), say("Counting"))
        case = registry.case(patient, as_of)
        figures.add(case, derive(case))
    report(len(patients), len(patients), say("Counting"))
    return registry_pdf(figures, made, as_of=as_of)


def reading_remark(dossier: Dossier, made: Imprint) -> str:
    """How hard the patient's sheet is to read: school grade in English, ease in Spanish.

    For the clinician, before the sheet is handed over; it does not stand on the sheet.
    """
    from desktop.guidance.reading import inflesz, reading_grade
    from desktop.reports.patient_sheet import patient_sheet

    text = patient_sheet(dossier, made).text
    if language() == "es":
        ease = f"{inflesz(text):.0f}"
        return say("Reading ease of the sheet: {ease} (INFLESZ, from 55 normal).", ease=ease)
    grade = f"{reading_grade(text):.1f}"
    return say("Reading grade of the sheet: {grade} (at most 8 is advised).", grade=grade)


def remarks(dossier: Dossier, order: Order, made: Imprint) -> tuple[str, ...]:
    """What the clinician should know before handing a document over, in whole sentences."""
    told = [
        say(
            "Every page carries the name. The file name holds {patient_id} only.",
            patient_id=dossier.case.patient.patient_id,
        )
    ]
    if order.kind == "patient":
        from desktop.reports.patient_sheet import untold

        told.append(reading_remark(dossier, made))
        if silent := len(untold(dossier)):
            told.append(
                say_count(
                    silent,
                    "{n} alert has no words for patients and is not on the sheet.",
                    "{n} alerts have no words for patients and are not on the sheet.",
                )
            )
    return tuple(told)


def write_clinician_report(
    dossier: Dossier,
    path: Path,
    *,
    registry_name: str,
    units: Units = "conventional",
    recorded_in: Path | None = None,
) -> None:
    """Write the clinician summary of ``dossier`` as a PDF, whole or not at all.

    ``recorded_in`` is the registry whose audit says so. Raises UserError if the file cannot be
    written, or the audit cannot take it in.
    """
    from desktop.db.registry import Registry
    from desktop.reports.imprint import Imprint

    if recorded_in is None:
        made = Imprint(registry_name=registry_name, version=__version__, units=units)
        write_whole(path, document(dossier, Order(), made))
        return
    with Registry.open(recorded_in) as registry:
        pages = document(dossier, Order(), imprint(registry, units=units))
        hand_out(registry, "clinician", pages, patient=dossier.case.patient.id)
    write_whole(path, pages)


def hand_out(registry: Registry, kind: str, content: bytes, *, patient: str = "") -> None:
    """Record in the audit that a document leaves, before it does; ``patient`` is our id.

    For files and for paper. Raises UserError where that cannot be recorded now.
    """
    details = {"document": kind, "sha256": hashlib.sha256(content).hexdigest()}
    registry.note("print", say("Hand out a document"), patient=patient, details=details)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises UserError if it cannot be written."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        raise UserError(
            say(
                "The report could not be written to {path}: {reason}.",
                path=path,
                reason=error.strerror,
            ),
            kept=say("The registry is unchanged."),
            remedy=say("Choose another folder."),
        ) from error


def report_name(dossier: Dossier, kind: str = "clinician") -> str:
    """The proposed file name: the registry ID only, never a name."""
    safe = "".join(c if c.isalnum() or c in "-_" else "_" for c in dossier.case.patient.patient_id)
    return f"{safe}-{kind}.pdf"
