"""HL7 v2 files (ORU^R01) as rows of ours; other messages are counted, none is guessed at."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.exchange.asking import Asked, Question
from desktop.exchange.encodings import encoding_of
from desktop.exchange.fhir_parts import Unfit
from desktop.exchange.hl7_message import Message, Segment, groups, messages_in, time_of
from desktop.exchange.hl7_results import Words, order_of, result
from desktop.exchange.limits import read_document, refused
from desktop.exchange.staging import Staging

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.exchange.csv_tables import TableFile
    from desktop.exchange.hl7_results import Order
    from desktop.exchange.mapping import Answers

_SEX = {"F": "female", "M": "male"}
_OF_THE_CLINIC = ("MR", "PI", "MRN", "PT", "")
_LATIN = frozenset({"8859/1", "ISO8859-1", "ISO-8859-1"})


def read_hl7(path: Path, answers: Answers) -> tuple[tuple[TableFile, ...], tuple[str, ...]]:
    """The tables in a file of messages, and remarks about what was left out, with counts.

    Raises UserError for a broken file, for one without results, and where a message names no
    patient: the number is asked for, never made up.
    """
    staging = Staging(path)
    words = 0
    for message in messages_in(_text(path, answers), path):
        if message.kind != "ORU^R01":
            staging.skipped[message.kind or say("message without a type")] += 1
            continue
        words += _read(message, staging, answers, path)
    notes = []
    if staging.skipped:
        counts = ", ".join(f"{n} {kind}" for kind, n in sorted(staging.skipped.items()))
        notes.append(say("{file}: left out, not results: {counts}.", file=path.name, counts=counts))
    if words:
        told = say(
            "{file}: {n} results in words left out, of tests that the registry does not know.",
            file=path.name,
            n=words,
        )
        notes.append(told)
    tables = staging.tables()
    if not tables:
        what = say("{file} holds no laboratory results (ORU^R01).", file=path.name)
        raise refused(" ".join((what, *notes)))
    return tables, tuple(notes)


def _text(path: Path, answers: Answers) -> str:
    """The file as text: Unicode if it is that, whatever it says of itself, else what it says."""
    content = read_document(path)
    try:
        encoding = encoding_of(path, answers.encoding)
    except UserError:
        first = content[:4096].replace(b"\n", b"\r").partition(b"\r")[0].split(b"|")
        declared = first[17].decode("ascii", "replace") if len(first) > 17 else ""
        if declared not in _LATIN:
            raise
        encoding = "latin-1"
    return content.decode(encoding)


def _read(message: Message, staging: Staging, answers: Answers, path: Path) -> int:
    people = [one for one in message.segments if one.name == "PID"]
    line = people[0].line if people else message.head.line
    try:
        if len(people) != 1:
            raise Unfit(say("the message names {n} patients", n=len(people)))
        cells = _person(people[0], answers, path)
        issued = time_of(message.head.component(7, 1))
    except Unfit as error:
        staging.add("patients", line, {}, str(error))
        return 0
    staging.add("patients", line, cells)
    sender = message.head.component(4, 1) or message.head.component(3, 1)
    words = 0
    met: Counter[str] = Counter()
    for obr, inside in groups(message):
        try:
            order = order_of(obr, inside)
        except Unfit as error:
            staging.add("labs", (obr or people[0]).line, cells, str(error))
            continue
        for obx, notes in _results(inside):
            try:
                row = result(obx, order, notes, answers.analytes)
            except Words:
                words += 1
                continue
            except Unfit as error:
                fault = f"OBX {obx.component(3, 2) or obx.component(3, 1)}: {error}"
                staging.add("labs", obx.line, {"patient_id": cells["patient_id"]}, fault)
                continue
            key = _key(message, order, obx, sender, row["when"])
            met[key] += 1
            sources = {"source_key": f"{key}|{met[key]}", "source_version": issued}
            staging.add("labs", obx.line, row | sources | {"patient_id": cells["patient_id"]})
    return words


def _key(message: Message, order: Order, obx: Segment, sender: str, when: str) -> str:
    """What makes a result the same one when it is sent again: order, day, test, sub-number."""
    number = order.number or message.head.component(10, 1)
    day = (order.collected or when)[:10]
    return "|".join(("hl7", sender, number, day, obx.component(3, 1), obx.component(4, 1)))


def _results(inside: list[Segment]) -> Iterator[tuple[Segment, str]]:
    """Every OBX with the notes that follow it."""
    current: Segment | None = None
    notes: list[str] = []
    for segment in inside:
        if segment.name == "OBX":
            if current is not None:
                yield current, "\n".join(notes)
            current, notes = segment, []
        elif segment.name == "NTE" and current is not None and segment.whole(3).strip():
            notes.append(segment.whole(3).strip())
    if current is not None:
        yield current, "\n".join(notes)


def _person(pid: Segment, answers: Answers, path: Path) -> dict[str, str]:
    if pid.raw(35):
        raise Unfit(say("an animal, not a person"))
    own = _number(pid)
    number = own or answers.patient
    if not number:
        raise Asked(
            say("{file}, line {line}: no number of the patient.", file=path.name, line=pid.line),
            question=Question(asks="patient"),
            remedy=say("Say whose results they are with --patient ID, one file at a time."),
        )
    family, given = pid.component(5, 1), pid.component(5, 2)
    return {
        "patient_id": number,
        "mrn": own,
        "family_name": family if own else "",
        "given_name": given if own else "",
        "sex": _SEX.get(pid.component(8, 1).upper(), ""),
        "birth_date": time_of(pid.component(7, 1))[:10],
    }


def _number(pid: Segment) -> str:
    """The hospital's number; one of the state is none, and PID-2 is the old place for it."""
    found = [(pid.of(one, 5).upper(), pid.of(one, 1)) for one in pid.repetitions(3)]
    for kind in _OF_THE_CLINIC:
        for stated, number in found:
            if stated == kind and number:
                return number
    return "" if found else pid.component(2, 1)
