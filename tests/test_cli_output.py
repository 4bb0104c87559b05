"""What commands print can steer no terminal."""

from __future__ import annotations

import pytest

from desktop.cli_output import complain, tell


def test_letters_that_steer_a_terminal_are_spelled_out(capsys: pytest.CaptureFixture[str]) -> None:
    tell("Esc \x1b[2J, bell \x07, turned \u202e around\tand on\nthe next line")
    said = capsys.readouterr().out
    assert said == ("Esc \\x1b[2J, bell \\x07, turned \\u202e around\tand on\nthe next line\n")


def test_a_complaint_steers_no_terminal_either(capsys: pytest.CaptureFixture[str]) -> None:
    complain("\x1b]0;title\x07.csv cannot be read.")
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize("name", ["Łukasz Ñandú", "عائشة", "می\u200cنو", "王小明", "क्\u200dष"])
def test_names_in_any_script_stay_as_they_are(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tell(name)
    assert capsys.readouterr().out == f"{name}\n"
