"""What the user is told when something fails, and what is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import Cancelled, UserError
from desktop.paths import user_folder
from desktop.ui.errors import LOG_NAME, ErrorReporter, description
from tests.ui.answers import Answers

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def reporter(qtbot: QtBot, answers: Answers) -> ErrorReporter:
    parent = QWidget()
    qtbot.addWidget(parent)
    return ErrorReporter(answers, parent)


def caught(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as raised:
        return raised


def test_a_message_for_the_user_is_shown_as_it_is(qtbot: QtBot, answers: Answers) -> None:
    error = UserError("The file is locked.", kept="Nothing was lost.", remedy="Try again.")
    reporter(qtbot, answers).report(error)
    assert answers.told == ["The file is locked.\n\nNothing was lost.\n\nTry again."]
    assert answers.details == [""]


def test_a_mistake_of_the_program_is_logged_without_its_values(
    qtbot: QtBot, answers: Answers
) -> None:
    reporter(qtbot, answers).report(caught(KeyError("FIKTIVA, Lena")))
    log = (user_folder() / LOG_NAME).read_text(encoding="utf-8")
    assert "KeyError" in log
    assert "test_errors.py" in log
    for text in (log, *answers.told, *answers.details):
        assert "FIKTIVA" not in text


def test_the_users_own_stop_shows_nothing(qtbot: QtBot, answers: Answers) -> None:
    reporter(qtbot, answers).report(Cancelled())
    assert answers.told == []


def test_a_description_names_the_cause_too() -> None:
    try:
        try:
            raise ValueError("secret")
        except ValueError as inner:
            raise RuntimeError("also secret") from inner
    except RuntimeError as error:
        told = description(error)
    assert "RuntimeError" in told
    assert "ValueError" in told
    assert "secret" not in told
