"""Files of every kind, broken by chance, given to the import's reader: refused or read, no more."""

from __future__ import annotations

import csv
import io
import json
import random
import resource
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError
from desktop.exchange.mapping import Answers
from desktop.exchange.to_fhir import write_bundle
from desktop.exchange.to_phenopackets import phenopacket
from desktop.paths import resource as shipped
from desktop.work.demo import demonstration
from desktop.work.sandbox import attempts_in
from tests.measures.making import SHARED
from tests.reliability.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

_AT_ONCE = 50
_LARGEST = 60_000
_MEMORY_KIB = 768 * 1024
_FOREIGN = ("01_fhir", "02_hl7v2", "03_phenopackets", "06_hostile_text_csv")
_MESSAGE = "\r".join(
    (
        "MSH|^~\\&|LAB|CITY|||20200305101500+0100||ORU^R01|M1|P|2.5.1",
        "PID|1||H17^^^CITY^MR||Probst^Ana||19900203|F",
        "OBR|1|PL1|F1|BONE^Bone profile|||20200304081500||||||||SER^Serum",
        "OBX|1|NM|14879-1^Phosphate^LN||1.50|mmol/L|0.80-1.50|N|||F|||20200304081500+0100",
        "",
    )
)
_SPLINTERS = (
    b"\0",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b'"',
    b"'",
    b",,,,,",
    b";\t|",
    b"\r\n\r\n",
    b"{",
    b"]",
    b"[[[[[[[[",
    b"NaN",
    b"-Infinity",
    b"1e999",
    b"0" * 400,
    b"=cmd()",
    b"\\ud800",
    b"|||^^~\\&",
    b"<!DOCTYPE x [",
    b"9999-99-99",
    b"\xc2\xa0",
    "٣٤".encode(),
    b"x" * 5000,
)


def fuzzed_imports(count: int, seed: int, folder: str | Path) -> Outcome:
    """Break ``count`` files and have them read; a reader that was lost over one is a failure."""
    chance = random.Random(seed)
    originals = _originals()
    outcome = Outcome(name="fuzzed imports")
    read = 0
    while outcome.count < count:
        number = min(_AT_ONCE, count - outcome.count)
        paths = [_broken(chance, originals, Path(folder), place) for place in range(number)]
        with attempts_in([(path, Answers()) for path in paths]) as attempts:
            for path, tried in zip(paths, attempts, strict=True):
                fault = _fault(tried)
                read += not isinstance(tried, UserError)
                if fault:
                    kept = Path(folder) / f"kept-{outcome.count}{path.suffix}"
                    kept.write_bytes(path.read_bytes())
                outcome.expect(holds=not fault, otherwise=f"{outcome.count}{path.suffix}: {fault}")
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    outcome.note = f"{read} read, the others refused; at most {largest // 1024} MB"
    if largest > _MEMORY_KIB:
        outcome.failures.append(f"a reader held {largest // 1024} MB")
    return outcome


def _fault(tried: object) -> str:
    """What is wrong with an attempt; also its rows are read to the end."""
    try:
        for table in getattr(tried, "tables", ()):
            for row in table.source():
                assert row.fault or len(row.cells) == len(table.header)
    except UserError as error:
        tried = error
    lost = isinstance(tried, UserError) and ("do harm" in tried.what or "longer" in tried.what)
    return str(tried) if lost else ""


def _broken(
    chance: random.Random, originals: list[tuple[str, bytes]], folder: Path, place: int
) -> Path:
    suffix, content = chance.choice(originals)
    for _ in range(chance.choice((0, 1, 1, 2, 4, 16))):
        content = chance.choice(_WAYS)(chance, content)
    path = folder / f"broken-{place}{suffix}"
    path.write_bytes(content)
    return path


def _flip(chance: random.Random, content: bytes) -> bytes:
    if not content:
        return content
    place = chance.randrange(len(content))
    return content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :]


def _cut(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _drop(chance: random.Random, content: bytes) -> bytes:
    begin, end = _span(chance, content)
    return content[:begin] + content[end:]


def _double(chance: random.Random, content: bytes) -> bytes:
    begin, end = _span(chance, content)
    return content[:end] + content[begin:end] * chance.choice((1, 2, 50)) + content[end:]


def _splinter(chance: random.Random, content: bytes) -> bytes:
    place = chance.randrange(len(content) + 1)
    return content[:place] + chance.choice(_SPLINTERS) + content[place:]


def _span(chance: random.Random, content: bytes) -> tuple[int, int]:
    begin = chance.randrange(len(content) + 1)
    return begin, min(begin + chance.choice((1, 2, 10, 200)), len(content))


_WAYS: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    _flip,
    _cut,
    _drop,
    _double,
    _splinter,
)


def _originals() -> list[tuple[str, bytes]]:
    """Sound files, each with its ending; foreign ones too where they lie beside the repository."""
    found = [(path.suffix, path.read_bytes()) for path in shipped("cases").glob("*.csv")]
    cases = list(demonstration(1))
    found.append((".json", phenopacket(cases[0], made=datetime(2026, 1, 1, tzinfo=UTC))))
    found.append((".hl7", _MESSAGE.encode()))
    found.append((".json", _bundle()))
    found.append((".xlsx", _workbook()))
    for folder in _FOREIGN:
        paths = sorted((SHARED / "external" / folder).rglob("*"))
        found += [(p.suffix, p.read_bytes()) for p in paths if p.is_file()][:200]
    return [(suffix, content) for suffix, content in found if len(content) < _LARGEST]


def _bundle() -> bytes:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bundle.json"
        made = datetime(2026, 1, 1, tzinfo=UTC)
        write_bundle(path, list(demonstration(1)), made=made)
        whole = json.loads(path.read_bytes())
    whole["entry"] = whole["entry"][:40]
    return json.dumps(whole).encode()


def _workbook() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    with (shipped("cases") / "labs.csv").open(newline="", encoding="utf-8") as handle:
        for number, row in enumerate(csv.reader(handle)):
            if number < _AT_ONCE:
                sheet.append(row)
    sheet.title = "labs"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()
