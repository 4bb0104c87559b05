"""What is got ready while the user looks for a patient, and that it gives way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.ui import warm_up as subject
from desktop.ui.pages import PATIENT_TABLE
from desktop.ui.warm_up import WarmUp, warm_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.pages import WindowPage


def three_steps(done: list[int]) -> list[Callable[[], object]]:
    return [lambda n=n: done.append(n) for n in range(3)]  # type: ignore[misc]


@pytest.fixture
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "FIRST_PAUSE_MS", 0)


@pytest.mark.usefixtures("_no_pause")
def test_all_steps_are_done_in_their_order_and_once(qtbot: QtBot) -> None:
    done: list[int] = []
    work = WarmUp(three_steps(done))
    work.start()
    work.start()
    assert done == []  # nothing before the event loop had its turn
    qtbot.waitUntil(lambda: work.steps_left == 0)
    work.put_off()
    qtbot.wait(20)
    assert done == [0, 1, 2]


def test_it_waits_while_the_user_does_something(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subject, "FIRST_PAUSE_MS", 200)
    done: list[int] = []
    work = WarmUp(three_steps(done))
    work.start()
    for _ in range(4):
        qtbot.wait(80)
        work.put_off()
    assert done == []
    qtbot.waitUntil(lambda: work.steps_left == 0)


@pytest.mark.usefixtures("_no_pause")
def test_a_step_that_fails_is_told_and_the_next_ones_follow(qtbot: QtBot) -> None:
    done: list[int] = []

    def fail() -> None:
        message = "a step that fails"
        raise ValueError(message)

    work = WarmUp([fail, *three_steps(done)])
    with qtbot.captureExceptions() as raised:
        work.start()
        qtbot.waitUntil(lambda: work.steps_left == 0)
    assert [kind for kind, _, _ in raised] == [ValueError]
    assert done == [0, 1, 2]


@pytest.mark.usefixtures("_no_pause")
def test_after_it_the_first_patient_opens_with_guidance_at_once(just_started: WindowPage) -> None:
    main = just_started.main
    work = warm_up(main)
    main.session.read_again()
    just_started.bot.waitUntil(lambda: work.steps_left == 0)
    assert main.navigation.place("worklist").isVisible()
    main.session.open_patient("lena")
    assert main.session.dossier is not None
    assert main.session.dossier.is_assessed


@pytest.mark.usefixtures("_no_pause")
def test_after_it_every_page_of_a_patient_is_there(just_started: WindowPage) -> None:
    main = just_started.main
    work = warm_up(main)
    main.session.read_again()
    just_started.bot.waitUntil(lambda: work.steps_left == 0, timeout=20_000)
    made: list[str] = []
    main.navigation.patient_page.page_made.connect(lambda name, _: made.append(name))
    main.session.open_patient("lena")
    for page in PATIENT_TABLE:
        main.navigation.show_tab(page.name)
    assert made == []


def test_closing_the_window_ends_it(just_started: WindowPage) -> None:
    main = just_started.main
    work = warm_up(main)
    main.session.read_again()
    assert work.steps_left > 0
    assert main.close()
    assert work.steps_left == 0
    assert not work._timer.isActive()
