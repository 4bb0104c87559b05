"""No cell is taken for a formula, and every cell comes back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.exchange.spreadsheet_text import escaped, marked, unescaped, unmarked

TEXT = st.text(st.one_of(st.sampled_from("'=+-@|%\t\r\n_x0D"), st.characters(codec="utf-8")))


@pytest.mark.parametrize(
    "payload",
    [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(1,1)",
        "\t=1+1",
        "\r=1+1",
        "|=1+1",
        "%0A=1+1",
        "=cmd|' /C notepad'!'A1'",
        "-2+3+cmd|' /C calc'!A0",
        "+cmd|' /C calc'!A0",
        '=HYPERLINK("http://example.invalid","x")',
    ],
)
def test_what_a_spreadsheet_would_work_out_begins_with_an_apostrophe(payload: str) -> None:
    assert marked(payload) == f"'{payload}"


@pytest.mark.parametrize(
    "cell", ["-5", "+3", "-0.8 (base excess)", "+47 73 88 99 00", "-", "", "5.0", "<0.5", "'tis"]
)
def test_genuine_values_stay_as_they_are(cell: str) -> None:
    assert marked(cell) == cell


@given(TEXT)
@example("'=1")
@example("''-1+1")
@example("'-5")
def test_a_marked_cell_comes_back(cell: str) -> None:
    assert unmarked(marked(cell)) == cell


@given(TEXT)
@example("_x000D_")
@example("_x005F_x000D_")
@example("a\rb\x0b")
def test_an_escaped_cell_comes_back(cell: str) -> None:
    assert unescaped(escaped(cell)) == cell


@given(TEXT)
def test_an_escaped_cell_holds_nothing_that_xml_cannot(cell: str) -> None:
    from xml.etree import ElementTree as ET

    element = ET.Element("t")
    element.text = escaped(cell)
    read = ET.fromstring(ET.tostring(element, "utf-8"))  # noqa: S314 - written above
    assert (read.text or "") == escaped(cell)
