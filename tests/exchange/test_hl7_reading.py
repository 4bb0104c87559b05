"""HL7 v2 results as rows: framings, values as they stand, and what must be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import UserError
from desktop.exchange.csv_tables import read_rows
from desktop.exchange.intake import find_tables
from desktop.exchange.mapping import Answers

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "MSH|^~\\&|LAB|CITY|||20200305120000||ORU^R01|C1|P|2.5"
PERSON = "PID|1||H17^^^CITY^MR~999^^^^SS||Probst^Ana^Li||19900203|F"
ORDER = "OBR|1|PL1|F1|BONE^Bone profile|||20200304081500||||||||SER^Serum"
PHOSPHATE = "OBX|1|NM|14879-1^Phosphate^LN||1.50|mmol/L|0.80-1.50|N|||F|||20200304081500+0100"


def message(*segments: str) -> str:
    return "\r".join((HEAD, PERSON, ORDER, *segments)) + "\r"


def read(
    path: Path, content: bytes | str, answers: Answers | None = None
) -> dict[str, list[dict[str, str]]]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found: dict[str, list[dict[str, str]]] = {}
    for file in find_tables([path], answers).tables:
        for row in read_rows(file):
            cells = {n: c for n, c in zip(file.header, row.cells, strict=True) if c}
            found.setdefault(file.table.name, []).append(cells | {"fault": row.fault})
    return found


def lab(path: Path, obx: str, *more: str) -> dict[str, str]:
    return read(path, message(obx, *more))["labs"][0]


def test_a_result_comes_in_as_it_stands(tmp_path: Path) -> None:
    found = read(tmp_path / "f", message(PHOSPHATE, "NTE|1||not fasting\\.br\\second tube"))
    (person,), (result,) = found["patients"], found["labs"]
    assert (person["patient_id"], person["mrn"], person["sex"]) == ("H17", "H17", "female")
    assert (person["family_name"], person["given_name"]) == ("Probst", "Ana")
    assert person["birth_date"] == "1990-02-03"
    kept = ("analyte", "value", "unit", "ref_low", "ref_high", "flag", "when", "note")
    assert [result[name] for name in kept] == [
        *("14879-1", "1.50", "mmol/L", "0.80", "1.50", "normal"),
        *("2020-03-04T08:15:00+01:00", "not fasting\nsecond tube"),
    ]


PLAIN = message(PHOSPHATE)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(PLAIN.replace("\r", "\n"), id="LF"),
        pytest.param(PLAIN.replace("\r", "\r\n"), id="CRLF"),
        pytest.param(f"\x0b{PLAIN}\x1c\r", id="MLLP"),
        pytest.param(f"\ufeff{PLAIN}", id="byte order mark"),
        pytest.param(
            PLAIN.replace("|", "$").replace("^", "!").replace("~", "?").replace("\\&", ";:"),
            id="other delimiters",
        ),
        pytest.param(
            "FHS|^~\\&\rBHS|^~\\&\r" + PLAIN + "BTS|1\rFTS|1\r",
            id="batch",
        ),
        pytest.param(PLAIN.replace("\r", "\r\0"), id="stray NUL"),
    ],
)
def test_framing_changes_nothing(tmp_path: Path, content: str) -> None:
    expected = read(tmp_path / "a", PLAIN)
    found = read(tmp_path / "b", content)
    for table in ("patients", "labs"):
        for one, other in zip(expected[table], found[table], strict=True):
            assert one == other


def test_letters_are_read_as_what_they_are_not_as_what_is_declared(tmp_path: Path) -> None:
    text = PLAIN.replace("Probst", "Ødegård")
    declared = text.replace("|2.5", "|2.5||||||8859/1")
    for content in (declared.encode("utf-8"), declared.encode("latin-1")):
        (person,) = read(tmp_path / "f", content)["patients"]
        assert person["family_name"] == "Ødegård"
    with pytest.raises(UserError, match="--encoding"):
        read(tmp_path / "f", text.encode("latin-1"))


@pytest.mark.parametrize(
    ("obx", "expected"),
    [
        ("OBX|1|SN|2777-1^P^LN||<^0.5|mg/dL||||F||F", ("0.5", "<", "mg/dL", "")),
        ("OBX|1|SN|2777-1^P^LN||^4.5|mg/dL|||||F", ("4.5", "", "mg/dL", "")),
        ("OBX|1|ST|2777-1^P^LN||>15 mg/dL||||||F", ("15", ">", "mg/dL", "")),
        ("OBX|1|NM|2777-1^P^LN||||||||I", ("", "", "", "pending")),
        ("OBX|1|NM|2777-1^P^LN||||||||X", ("", "", "", "not_measured")),
        ("OBX|1|NM|L1^P^L^2777-1^Phosphate^LN||4.5|mg/dL|||||F", ("4.5", "", "mg/dL", "")),
    ],
)
def test_values_of_every_type(
    tmp_path: Path, obx: str, expected: tuple[str, str, str, str]
) -> None:
    found = lab(tmp_path / "f", obx.replace("||||F||F", "|||||F"))
    assert not found["fault"]
    kept = ("value", "comparator", "unit", "state")
    assert tuple(found.get(name, "") for name in kept) == expected


@pytest.mark.parametrize(
    ("obx", "reason"),
    [
        ("OBX|1|NM|17861-6^Kalsium ionisert^LN||1.08|mmol/L|||||F", "which is right"),
        ("OBX|1|NM|17861-6^Calcium corrected^LN||2.2|mmol/L|||||F", "which is right"),
        ("OBX|1|NM|2777-1^Phosphate, urine^LN||30|mg/dL|||||F", "which is right"),
        ("OBX|1|NM|PHO^Phosphate^L||4.5|mg/dL|||||F", "not known here [PHO]"),
        ("OBX|1|NM|2777-1^P^LN||27~25|mg/dL|||||F", "several values"),
        ("OBX|1|NM|2777-1^P^LN||see note|mg/dL|||||F", "words"),
        ("OBX|1|SN|2777-1^P^LN||^1^:^128||||||F", "not a number"),
        ("OBX|1|NM|2777-1^P^LN||4.5|mg/dL", "cut off"),
        ("OBX|1|NM|2777-1^P^LN||4.5|mg/dL|||||F|||20201332", "not a time"),
    ],
)
def test_a_result_in_doubt_is_refused_by_itself(tmp_path: Path, obx: str, reason: str) -> None:
    first, second = read(tmp_path / "f", message(obx, PHOSPHATE))["labs"]
    assert reason in first["fault"]
    assert not second["fault"]


def test_a_name_for_a_local_code_can_be_said(tmp_path: Path) -> None:
    content = message("OBX|1|NM|PHO^Phosphate^L||4.5|mg/dL|||||F")
    found = read(tmp_path / "f", content, Answers(analytes={"PHO": "serum_phosphate"}))
    assert found["labs"][0]["analyte"] == "serum_phosphate"


def test_a_message_that_names_nobody_asks_whose_results_they_are(tmp_path: Path) -> None:
    content = PLAIN.replace("H17^^^CITY^MR~", "")
    with pytest.raises(UserError, match="--patient"):
        read(tmp_path / "f", content)
    found = read(tmp_path / "f", content, Answers(patient="P1"))
    assert found["labs"][0]["patient_id"] == "P1"


def test_the_old_place_of_the_number_counts_where_the_usual_one_is_empty(tmp_path: Path) -> None:
    content = PLAIN.replace("PID|1||H17^^^CITY^MR~999^^^^SS", "PID|1|H18|")
    assert read(tmp_path / "f", content)["patients"][0]["patient_id"] == "H18"


def test_other_messages_are_counted_and_alone_refused(tmp_path: Path) -> None:
    other = PLAIN.replace("ORU^R01", "ADT^A01")
    path = tmp_path / "f"
    path.write_text(PLAIN + other, newline="")
    assert "1 ADT^A01" in " ".join(find_tables([path]).notes)
    with pytest.raises(UserError, match="no laboratory results"):
        read(tmp_path / "g", other)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (PLAIN.replace("mmol/L|0.80", "mmol/L|\r0.80"), "no HL7 segment"),
        ("BHS|^~\\&\r" + PLAIN, "without its end"),
        ("BHS|^~\\&\r" + PLAIN + "BTS|2\r", "should hold 2"),
        ("MSH|\r", "delimiters"),
        ("MSH|^^~&|\r", "delimiters"),
    ],
)
def test_a_broken_file_is_refused_as_a_whole(tmp_path: Path, content: str, reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        read(tmp_path / "f", content)


@settings(max_examples=200, deadline=None)
@given(
    cut=st.integers(0, len(PLAIN)),
    more=st.text(alphabet="|^~\\&\r\nOBXPIDMSH0123456789.<>-ABF ", max_size=60),
)
def test_no_message_does_anything_but_come_in_or_be_refused(
    tmp_path_factory: pytest.TempPathFactory, cut: int, more: str
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "f"
    try:
        read(path, PLAIN[:cut] + more + PLAIN[cut:])
    except UserError:
        return
