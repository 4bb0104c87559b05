"""Questions that a file leaves open: carried as data, worded by the command and by the window."""

from __future__ import annotations

import pickle

import pytest

from desktop.domain.errors import UserError
from desktop.exchange.asking import Asked, Question, options_for, value_in


def test_a_question_is_a_refusal_that_says_what_would_answer_it() -> None:
    question = Question(asks="dates", choices=("dmy", "mdy"), example="03/04/2013")
    error = Asked("Which order?", remedy="Say it with --dates dmy.", question=question)
    assert isinstance(error, UserError)
    assert str(error).endswith("Say it with --dates dmy.")
    sent = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert sent.question == question
    assert sent.remedy == error.remedy


@pytest.mark.parametrize(
    ("fault", "value"),
    [
        ("analyte: not an analyte known here [P-anorg]", "P-anorg"),
        ("OBX Phosphate: it has no LOINC code [A1]", "A1"),
        ("no such patient", ""),
    ],
)
def test_the_cell_stands_at_the_end_of_a_fault(fault: str, value: str) -> None:
    assert value_in(fault) == value


def test_the_command_names_each_option_once_with_all_that_it_would_answer() -> None:
    faults = [
        "analyte: not an analyte known here [P-anorg]",
        "analyte: not an analyte known here [P-anorg]",
        "analyte: not an analyte known here [Ca-ion]",
        "unit: no unit [serum_phosphate]",
        "value: may be thousands or decimals [1,234]",
        "no such patient",
    ]
    assert options_for(faults) == [
        "Say what a test is with --analyte NAME=KEY: P-anorg, Ca-ion",
        "Say a unit with --unit NAME=UNIT: serum_phosphate",
        "Say the decimal mark with --decimal point or --decimal comma: 1,234",
    ]
