"""Finding a patient while typing."""

from __future__ import annotations

import pytest

from desktop.db.search import matching, patient_row

ROWS = [
    patient_row(
        ("a", "CR-0001", "Żółw", "Łucja", "448 120", "female", "2009-05-14", "", "fop", "")
    ),
    patient_row(("b", "CR-0002", "Romero-Vance", "José", "", "male", "1970", "", "", "")),
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["a", "b"]),
        ("zolw", ["a"]),
        ("ŻÓŁ", ["a"]),
        ("lucja zolw", ["a"]),
        ("Romero, Jose", ["b"]),
        ("cr-0002", ["b"]),
        ("14.5.2009", ["a"]),
        ("14-May-2009", ["a"]),
        ("2009-05-14", ["a"]),
        ("fibrodysplasia", ["a"]),
        ("448", ["a"]),
        ("1970", ["b"]),
        ("nobody", []),
    ],
)
def test_words_in_any_order_case_and_accent_find_the_patient(query: str, found: list[str]) -> None:
    assert [row.id for row in matching(query, ROWS)] == found
