"""Files of every kind, damaged anywhere: each comes in or is refused in words, nothing else."""

from __future__ import annotations

import io
import json
import zipfile
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.errors import UserError
from desktop.exchange.csv_tables import read_rows
from desktop.exchange.intake import find_tables
from desktop.exchange.to_fhir import write_bundle
from desktop.exchange.to_phenopackets import write_phenopackets
from desktop.exchange.to_redcap import redcap_project
from desktop.exchange.to_tables import filled_tables
from desktop.exchange.to_xlsx import write_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MADE = datetime(2026, 6, 1, 12, tzinfo=UTC)
MESSAGE = (
    "MSH|^~\\&|LAB|H|R|C|20210304||ORU^R01|1|P|2.5\rPID|1||42^^^H^MR||Doe^Jane||20100506|F\r"
    "OBR|1|||CHEM^Chemistry|||202103040700\r"
    "OBX|1|NM|2777-1^Phosphate^LN||7.1|mg/dL|2.5-4.5|H|||F|||202103040700\r"
)
_PARTS = ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml")
KINDS = ("csv", "xlsx", "bundle", "ndjson", "phenopacket", "hl7", "redcap")


def _case() -> Case:
    patient = r.Patient(id="p", patient_id="TC-1", sex="female", birth_date="2010-05-06")
    lab = r.LabResult(
        patient="p", analyte="serum_phosphate", value="7.1", unit="mg/dL", when="2021-03-04"
    )
    mass = r.Mass(patient="p", mass_id="M1", site="hip", side="left")
    target = r.Target(patient="p", analyte="serum_phosphate", high="5.5", unit="mg/dL")
    return Case(
        patient=patient, as_of=date(2026, 6, 1), labs=(lab,), masses=(mass,), targets=(target,)
    )


@cache
def sound(kind: str) -> bytes:
    """A sound file of a kind."""
    case = _case()
    with TemporaryDirectory() as folder:
        path = Path(folder, "file")
        if kind == "csv":
            return b"patient_id,analyte,value,unit,when\r\nTC-1,pth,33,pg/mL,2020-01-02\r\n"
        if kind == "xlsx":
            write_workbook(path, filled_tables([case]))
        elif kind in {"bundle", "ndjson"}:
            write_bundle(path, [case], made=MADE)
        elif kind == "phenopacket":
            write_phenopackets(Path(folder), [case], made=MADE)
            path = next(Path(folder).glob("*.json"))
        elif kind == "hl7":
            return MESSAGE.encode()
        else:
            return redcap_project([case]).data.encode()
        content = path.read_bytes()
    if kind != "ndjson":
        return content
    entries = json.loads(content)["entry"]
    return b"\n".join(json.dumps(entry["resource"]).encode() for entry in entries)


def _read_whole(content: bytes) -> int:
    with TemporaryDirectory() as folder:
        path = Path(folder, "file")
        path.write_bytes(content)
        return sum(1 for file in find_tables([path]).tables for _ in read_rows(file))


@pytest.mark.parametrize("kind", KINDS)
def test_the_sound_file_comes_in(kind: str) -> None:
    assert _read_whole(sound(kind))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    place=st.floats(0, 1),
    gone=st.integers(0, 40),
    put=st.one_of(
        st.binary(max_size=12),
        st.sampled_from([b"\0", b'"', b"\n", b"\xff\xfe", b"{", b"1e999", b"null", b"\\u0000"]),
    ),
    is_cut=st.booleans(),
)
def test_a_damaged_file_comes_in_or_is_refused(
    kind: str, place: float, gone: int, put: bytes, is_cut: bool
) -> None:
    def damaged(content: bytes) -> bytes:
        start = int(place * len(content))
        return content[:start] + put + (b"" if is_cut else content[start + gone :])

    content = sound(kind)
    for each in (damaged(content), *(_inside(content, damaged) if kind == "xlsx" else ())):
        with suppress(UserError):
            _read_whole(each)


def _inside(workbook: bytes, damaged: Callable[[bytes], bytes]) -> Iterator[bytes]:
    """The workbook with each of its parts damaged in turn; the archive itself stays sound."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    for name in _PARTS:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as packed:
            for each, content in parts.items():
                packed.writestr(each, damaged(content) if each == name else content)
        yield out.getvalue()
