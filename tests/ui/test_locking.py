"""A locked window holds nothing of a patient, and gives everything back to who signs in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.db import keyring
from desktop.db.registry import Registry
from desktop.ui import locking
from desktop.ui.settings import LOCK_AFTER
from desktop.ui.tasks import Task
from tests.ui.conftest import _fill
from tests.ui.guarded import ANA, BEN, every_text, guarded_window, make_guarded
from tests.ui.pages import CTRL, SHIFT, WindowPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.tasks import Report
    from tests.ui.answers import Answers
    from tests.ui.guarded import GuardedWindow

pytestmark = pytest.mark.usefixtures("cheap_keys")
ROOT = Path(__file__).parents[2]
SECRETS = ("Fiktiva", "FIKTIVA", "Erfunden", "Lena", "Omar", "CR-0007", "CR-0011", "448")


@pytest.fixture
def guarded(qtbot: QtBot, tmp_path: Path, answers: Answers) -> GuardedWindow:
    path = tmp_path / "clinic.registry"
    make_guarded(path, _fill)
    return guarded_window(qtbot, path, answers)


def show_everything(window: GuardedWindow) -> None:
    """Every page of a patient and of the registry, a search, a note of the status row."""
    for name in ("worklist", "patients", "cohort", "safekeeping", "settings"):
        window.main.navigation.show_place(name)
    window.open_patient("fiktiva")
    for name in ("labs", "masses", "treatment", "genetics", "guidance", "history", "records"):
        window.main.navigation.show_tab(name)
    window.shortcut(Qt.Key.Key_K)
    window.keys.type("fikt")


def test_nothing_of_a_patient_is_left_in_any_widget(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    show_everything(guarded)
    assert all(word in every_text() for word in ("FIKTIVA", "CR-0007", "448"))
    guarded.lock()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    told = every_text()
    assert [word for word in SECRETS if word in told] == []
    assert guarded.main.windowTitle() == "Calcinosis Registry"
    assert guarded.main.stack.currentWidget() is guarded.main.entrance.page
    assert not guarded.main.commands["show_patients"].isEnabled()


def test_keys_and_file_are_let_go_and_the_audit_says_why(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    guarded.lock()
    assert keyring.unlocked(guarded.path) is None
    assert guarded.main.session.registry is None
    guarded.sign_in(BEN)
    registry = guarded.main.session.registry
    assert registry is not None
    (row,) = registry.audit(kinds=("lock",))
    assert (row.who, row.what) == (ANA, "Locked by command")


def test_the_last_backup_of_a_locked_registry_lets_nobody_in(
    guarded: GuardedWindow, tmp_path: Path
) -> None:
    guarded.sign_in(ANA)
    own = keyring.unlocked(guarded.path)
    assert own is not None
    guarded.lock()
    keyring.unlock(guarded.path, own)  # as long as the backup takes, the ring has the keys
    entrance = guarded.main.entrance
    entrance.open_or_tell(guarded.path)
    assert guarded.main.session.registry is None
    assert entrance.is_asking
    other = tmp_path / "other.registry"
    Registry.create(other).close()
    entrance.open_or_tell(other)
    assert guarded.main.session.registry is not None
    entrance.open_or_tell(guarded.path)
    assert guarded.main.session.registry.path == other
    assert entrance.is_asking
    guarded.sign_in(BEN)
    assert guarded.main.session.registry.path == guarded.path


def test_from_typing_over_locking_back_to_the_draft(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    guarded.open_patient("fiktiva")
    guarded.main.navigation.show_tab("records")
    guarded.add("labs")
    guarded.form.enter("value", "5.4")
    guarded.lock()
    assert not guarded.has_form
    assert b"5.4" not in guarded.path.read_bytes()
    guarded.sign_in(ANA)
    assert guarded.case.patient.id == "lena"
    assert guarded.main.navigation.shown_name == "records"
    assert guarded.main.status.unfinished.text().startswith("Unfinished: Laboratory result")
    guarded.main.activateWindow()
    guarded.main.status.unfinished.click()
    assert guarded.form.typed("value") == "5.4"
    guarded.form.leave()


def test_another_person_begins_with_the_list(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    guarded.open_patient("fiktiva")
    guarded.lock()
    guarded.sign_in(BEN)
    assert guarded.main.session.dossier is None
    assert guarded.main.navigation.shown_name == "worklist"


def test_locking_again_and_again_works_on_every_page(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    left: list[int] = []
    for tab in ("labs", "masses", "overview", "guidance", "overview"):
        guarded.open_patient("fiktiva")
        guarded.main.navigation.show_tab(tab)
        guarded.lock()
        left.append(len(QApplication.allWidgets()))
        guarded.main.commands["units_si"].trigger()  # what is gone listens to nothing any more
        guarded.main.commands["units_conventional"].trigger()
        guarded.main.commands["theme_dark"].trigger()
        guarded.main.commands["theme_light"].trigger()
        guarded.sign_in(ANA)
        assert guarded.main.navigation.shown_name == tab
    assert left[1:] == [left[1]] * 4  # nothing is left over from one time to the next


def test_idle_time_locks_and_use_puts_it_off(
    guarded: GuardedWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(locking, "monotonic", lambda: now[0])
    monkeypatch.setattr(locking, "time", lambda: now[0])
    guarded.sign_in(ANA)
    watch = guarded.main.locking
    watch.use()
    now[0] += 4 * 60
    handle = guarded.main.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    now[0] += 4 * 60
    watch.look()
    assert guarded.main.session.registry is not None
    now[0] += 61
    watch.look()
    assert guarded.is_locked()
    assert "5 minutes" in guarded.main.entrance.page.hint.text()


def test_the_time_is_chosen_in_the_settings(
    guarded: GuardedWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    guarded.sign_in(ANA)
    now = [1000.0]
    monkeypatch.setattr(locking, "monotonic", lambda: now[0])
    monkeypatch.setattr(locking, "time", lambda: now[0])
    guarded.main.settings.write(LOCK_AFTER, "1")
    guarded.main.session.asks.lock_time.emit()
    now[0] += 61
    guarded.main.locking.look()
    assert guarded.is_locked()


def test_a_sleep_that_only_the_wall_clock_saw_counts(
    guarded: GuardedWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    guarded.sign_in(ANA)
    asleep = time() + 3600
    monkeypatch.setattr(locking, "time", lambda: asleep)
    guarded.main.locking.look()
    assert guarded.is_locked()


def test_a_running_job_is_finished_before_idle_time_locks(
    guarded: GuardedWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    guarded.sign_in(ANA)
    goes_on = [True]

    def job(report: Report) -> None:
        while goes_on[0]:
            report(0, 0, "")

    guarded.main.run_task(Task("A long job", job))
    monkeypatch.setattr(locking, "monotonic", lambda: 1e12)
    guarded.main.locking.look()
    assert guarded.main.session.registry is not None
    goes_on[0] = False
    guarded.bot.waitUntil(lambda: not guarded.main.is_paused)
    guarded.main.locking.look()
    assert guarded.is_locked()


def test_the_command_asks_about_a_running_job(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)

    def job(report: Report) -> None:
        while True:
            report(0, 0, "")

    guarded.main.run_task(Task("A long job", job))
    guarded.answers.agrees.append(False)
    guarded.main.commands["lock"].trigger()
    assert guarded.main.session.registry is not None
    assert "A long job is still running." in guarded.answers.asked[0]
    guarded.answers.agrees.append(True)
    guarded.lock()


def test_a_question_that_stands_open_is_closed_first(guarded: GuardedWindow) -> None:
    """A box runs an event loop of its own, in which the idle time comes to its end."""
    guarded.sign_in(ANA)
    guarded.open_patient("fiktiva")
    box = QMessageBox(guarded.main)
    box.setText("Fiktiva")
    QTimer.singleShot(50, lambda: guarded.main.locking.lock("idle"))
    box.exec()
    guarded.bot.waitUntil(guarded.is_locked, timeout=10_000)
    assert guarded.main.stack.currentWidget() is guarded.main.entrance.page


def test_what_was_copied_here_leaves_the_clipboard(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    data = QMimeData()
    data.setText("FIKTIVA, Lena 5.2")
    QGuiApplication.clipboard().setMimeData(data)
    guarded.lock()
    assert QGuiApplication.clipboard().text() == ""


def test_ctrl_shift_l_locks(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    guarded.shortcut(Qt.Key.Key_L, CTRL | SHIFT)
    guarded.bot.waitUntil(guarded.is_locked, timeout=10_000)


def test_a_registry_that_is_not_encrypted_stays_open_and_says_why(window: WindowPage) -> None:
    window.main.commands["lock"].trigger()
    QApplication.processEvents()
    assert window.main.session.registry is not None
    assert "not encrypted" in window.main.status.note.text()


ON_A_BUS = """
    import sys
    from PySide6.QtCore import QCoreApplication, QTimer
    from PySide6.QtDBus import QDBusConnection, QDBusMessage
    from desktop.ui.locking_system import SystemLock

    app = QCoreApplication([])
    watch = SystemLock()
    told = []
    watch.locked.connect(lambda: told.append(True))

    def tell(state):
        saver = "org.freedesktop.ScreenSaver"
        message = QDBusMessage.createSignal("/org/freedesktop/ScreenSaver", saver, "ActiveChanged")
        message.setArguments([state])
        QDBusConnection.sessionBus().send(message)

    QTimer.singleShot(50, lambda: tell(False))
    QTimer.singleShot(100, lambda: tell(True))
    QTimer.singleShot(600, app.quit)
    app.exec()
    print(watch.heard > 0, len(told))
"""


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="no message bus here")
def test_the_screen_saver_of_the_system_locks() -> None:
    done = subprocess.run(
        [
            str(shutil.which("dbus-run-session")),
            "--",
            sys.executable,
            "-c",
            textwrap.dedent(ON_A_BUS),
        ],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "True 1"
