"""A FHIR R4 document (bundle, resource or NDJSON) as rows of ours; what is left out is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.exchange import fhir_clinical as clinical
from desktop.exchange import fhir_people as people
from desktop.exchange.fhir_document import document_of, panels
from desktop.exchange.fhir_observations import Skipped, observation
from desktop.exchange.fhir_own import OWN_READERS
from desktop.exchange.fhir_parts import Entry, Unfit, node, period_or_time, text, when
from desktop.exchange.limits import refused
from desktop.exchange.staging import Staging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from desktop.exchange.csv_tables import TableFile
    from desktop.exchange.fhir_document import Document
    from desktop.exchange.fhir_observations import Row

_READERS: Mapping[str, Callable[[Entry], Row]] = {
    "Condition": clinical.condition,
    "Procedure": clinical.procedure,
    "MedicationStatement": clinical.treatment,
    "BodyStructure": clinical.mass,
    "FamilyMemberHistory": lambda entry: ("family", people.relative(entry)),
    **{kind: read for kind, (_, read) in OWN_READERS.items()},
}
_TABLE_OF = {
    "Observation": "labs",
    "Condition": "findings",
    "Procedure": "procedures",
    "MedicationStatement": "treatments",
    "BodyStructure": "masses",
    "FamilyMemberHistory": "family",
    **{kind: table for kind, (table, _) in OWN_READERS.items()},
}


def read_fhir(
    roots: Sequence[tuple[int, object]], path: Path
) -> tuple[tuple[TableFile, ...], tuple[str, ...]]:
    """The tables in a FHIR document, and remarks about what was left out, with counts.

    Raises UserError for R5, for a broken bundle, and where nothing in it has a place here.
    """
    document = document_of(roots, path)
    staging = Staging(path)
    for number, why in document.problems:
        staging.add("patients", number, {}, why)
    keys = _Subjects(document)
    times = dict(_report_times(document))
    diagnoses: dict[str, dict[str, str]] = {}
    for entry in document.entries:
        if entry.kind in _TABLE_OF:
            _take(entry, keys, times, staging, diagnoses)
        elif entry.kind not in {"Patient", "DiagnosticReport"}:
            staging.skipped[entry.kind] += 1
    for entry in document.of("Patient"):
        _take_patient(entry, staging, diagnoses)
    tables = staging.tables()
    notes = tuple(_notes(document, staging, path))
    if not tables:
        raise refused(
            say("{file} holds nothing that the registry has a place for.", file=path.name)
            + "".join(f" {note}" for note in notes)
        )
    return tables, notes


class _Subjects:
    """Whom the resources of a document are about, by the number that the registry uses."""

    def __init__(self, document: Document) -> None:
        """Look nothing up yet."""
        self._document = document
        self._known: dict[int, str] = {}

    def of(self, entry: Entry) -> str:
        """The patient's number; Unfit where none is named."""
        reference = people.subject(entry.body)
        target = self._document.referred(reference, entry)
        if target is None:
            named = text(reference.get("reference")).rpartition("/")[2]
            identifier = text(node(reference.get("identifier")).get("value"))
            if "Patient" not in text(reference.get("reference")) and not identifier:
                raise Unfit(say("it does not say which patient it is about"))
            return identifier or named
        if target.kind != "Patient":
            raise Unfit(say("it is about a {kind}, not a patient", kind=target.kind))
        place = id(target.body)
        if place not in self._known:
            self._known[place] = people.patient(target)["patient_id"]
        return self._known[place]


def _take(
    entry: Entry,
    keys: _Subjects,
    times: Mapping[int, str],
    staging: Staging,
    diagnoses: dict[str, dict[str, str]],
) -> None:
    try:
        if entry.kind == "Observation":
            rows = list(observation(entry, times.get(id(entry.body), "")))
        else:
            rows = [_READERS[entry.kind](entry)]
        patient = keys.of(entry)
        _ = entry.id
    except Skipped:
        staging.skipped[entry.kind] += 1
        return
    except Unfit as error:
        staging.add(_TABLE_OF[entry.kind], entry.number, {}, f"{entry.kind}: {error}")
        return
    for table, cells in rows:
        if table == "patients":
            diagnoses.setdefault(patient, {}).update(cells)
        else:
            staging.add(table, entry.number, cells | {"patient_id": patient})


def _take_patient(entry: Entry, staging: Staging, diagnoses: Mapping[str, dict[str, str]]) -> None:
    try:
        cells = people.patient(entry)
        _ = entry.id
    except Unfit as error:
        staging.add("patients", entry.number, {}, f"Patient: {error}")
        return
    fault = "" if cells["patient_id"] else say("Patient: no number and no id")
    staging.add("patients", entry.number, cells | diagnoses.get(cells["patient_id"], {}), fault)


def _report_times(document: Document) -> Iterator[tuple[int, str]]:
    """The time of the report for results that have none of their own."""
    for report, results in panels(document):
        try:
            time = period_or_time(report.body, "effective") or when(report.body.get("issued"))
        except Unfit:
            continue
        for result in results:
            yield id(result.body), time


def _notes(document: Document, staging: Staging, path: Path) -> Iterator[str]:
    if reports := len(document.of("DiagnosticReport")):
        yield say(
            "{file}: {n} DiagnosticReport read for the times of their results.",
            file=path.name,
            n=reports,
        )
    if staging.skipped:
        counts = ", ".join(f"{n} {kind}" for kind, n in sorted(staging.skipped.items()))
        yield say("{file}: left out, no place here: {counts}.", file=path.name, counts=counts)
