"""Signing in to an encrypted registry, making one, and what each role may do."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.db import keyring, vault_attempts
from desktop.domain.errors import UserError
from desktop.ui.leaving import leave_registry
from desktop.ui.views.labs import LabsPage
from desktop.ui.widgets.recovery_code import RecoveryCode
from tests.ui.conftest import LENA, _fill
from tests.ui.guarded import ANA, BEN, PASSPHRASES, VERA, guarded_window, make_guarded
from tests.ui.pages import WindowPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.answers import Answers
    from tests.ui.guarded import GuardedWindow

pytestmark = pytest.mark.usefixtures("cheap_keys")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def code_and_path(tmp_path: Path) -> tuple[str, Path]:
    path = tmp_path / "clinic.registry"
    return make_guarded(path, _fill), path


@pytest.fixture
def guarded(qtbot: QtBot, code_and_path: tuple[str, Path], answers: Answers) -> GuardedWindow:
    return guarded_window(qtbot, code_and_path[1], answers)


def test_the_page_asks_in_the_window_and_knows_the_people(guarded: GuardedWindow) -> None:
    page = guarded.main.entrance.page
    assert guarded.main.stack.currentWidget() is page
    assert [page.person.itemText(place) for place in range(3)] == [ANA, BEN, VERA]
    assert page.registry.text() == "clinic"
    assert guarded.main.windowTitle() == "Calcinosis Registry"
    assert guarded.main.session.registry is None
    assert not guarded.main.commands["add_patients"].isEnabled()


def test_the_right_passphrase_opens_and_the_audit_hears_of_it(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    registry = guarded.main.session.registry
    assert registry is not None
    assert registry.who == ANA
    assert guarded.main.menu_row.user.text() == ANA
    assert guarded.main.status.kept.text() == "Encrypted"
    assert guarded.main.status.note.text().startswith("Signed in as Ana Lopez")
    assert guarded.main.navigation.shown_name == "worklist"
    assert registry.audit(kinds=("sign_in",))[0].who == ANA


def test_the_last_sign_in_of_that_person_is_told(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    assert "last sign-in" not in guarded.main.status.note.text()
    guarded.lock()
    guarded.sign_in(ANA)
    assert "last sign-in" in guarded.main.status.note.text()


def test_a_wrong_passphrase_is_told_on_the_page_and_opens_nothing(guarded: GuardedWindow) -> None:
    guarded.sign_in(BEN, "not the right words")
    page = guarded.main.entrance.page
    assert "does not fit" in page.message.text.text()
    assert guarded.main.session.registry is None
    assert keyring.unlocked(guarded.path) is None
    guarded.sign_in(BEN)
    registry = guarded.main.session.registry
    assert registry is not None
    failed = registry.audit(kinds=("failed_sign_in",))
    assert [row.details["user"] for row in failed] == [BEN]


def test_after_five_failures_one_waits_and_sees_how_long(guarded: GuardedWindow) -> None:
    for _ in range(vault_attempts.FREE):
        vault_attempts.failed(guarded.path, BEN, vault_attempts.CLOCK)
    guarded.sign_in(BEN)
    page = guarded.main.entrance.page
    assert guarded.main.session.registry is None
    assert "Try again in " in page.message.text.text()
    assert not page.sign_button.isEnabled()
    assert 0 < page.wait_s <= vault_attempts.FIRST_WAIT.total_seconds()
    before = page.wait_s
    page.count_down()
    assert page.wait_s == before - 1
    assert f"in {before - 1} second" in page.message.text.text()
    for _ in range(before):
        page.count_down()
    assert page.sign_button.isEnabled()


def test_letters_are_hidden_until_show_is_pressed(guarded: GuardedWindow) -> None:
    field = guarded.main.entrance.page.passphrase
    assert field.line.echoMode() == field.line.EchoMode.Password
    field.show_button.click()
    assert field.line.echoMode() == field.line.EchoMode.Normal
    field.clear()
    assert field.line.echoMode() == field.line.EchoMode.Password


def test_capital_letters_without_shift_tell_that_caps_lock_is_on(guarded: GuardedWindow) -> None:
    field = guarded.main.entrance.page.passphrase
    QTest.keyClick(field.line, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert field.caps.isHidden()
    QTest.keyClicks(field.line, "A", Qt.KeyboardModifier.NoModifier)
    assert not field.caps.isHidden()
    QTest.keyClicks(field.line, "a", Qt.KeyboardModifier.NoModifier)
    assert field.caps.isHidden()


def test_the_recovery_code_lets_in_and_the_next_code_is_shown(
    guarded: GuardedWindow, code_and_path: tuple[str, Path]
) -> None:
    page = guarded.main.entrance.page
    page.recover_button.click()
    form = page.recovery
    form.code.setText(code_and_path[0])
    form.person.setText(BEN)
    form.passphrase.first.line.setText("other words for ben")
    form.passphrase.second.line.setText("other words for ben")
    form.go_button.click()
    guarded.bot.waitUntil(lambda: guarded.main.session.registry is not None, timeout=10_000)
    shown = guarded.main.findChild(RecoveryCode)
    assert shown is not None
    assert shown.code.text() != code_and_path[0]
    dialog = shown.window()
    dialog.close()
    assert dialog.isVisible()  # not before somebody says that it is kept
    shown.check.setChecked(True)
    dialog.close()
    assert not dialog.isVisible()
    registry = guarded.main.session.registry
    assert registry is not None
    assert registry.who == BEN
    assert registry.audit(kinds=("recovery",))


def test_a_short_or_different_new_passphrase_is_refused_in_words(guarded: GuardedWindow) -> None:
    form = guarded.main.entrance.page.recovery
    form.passphrase.first.line.setText("short")
    assert form.passphrase.problem == "The passphrase needs 7 characters more."
    form.passphrase.first.line.setText("long enough words")
    form.passphrase.second.line.setText("long enough wordz")
    assert form.passphrase.problem == "The two passphrases are not the same."
    form.passphrase.second.line.setText("long enough words")
    assert form.passphrase.problem == ""


def test_a_viewer_reads_and_changes_nothing(guarded: GuardedWindow) -> None:
    guarded.sign_in(VERA)
    guarded.open_patient("fiktiva")
    commands = guarded.main.commands
    for name in ("add_labs", "edit_patient", "remove_patient", "undo", "erase_patient"):
        assert not commands[name].isEnabled(), name
    for name in ("import_folder", "export_csv", "encrypt_registry", "sign_results"):
        assert not commands[name].isEnabled(), name
    assert commands["print"].isEnabled()
    told = "Your role, Viewer, does not allow this."
    assert commands["add_labs"].toolTip() == told
    assert commands.reason("add_labs", has_registry=True, has_patient=True) == told
    guarded.main.navigation.show_tab("labs")
    labs = guarded.main.navigation.shown_page
    assert isinstance(labs, LabsPage)
    model = labs.desk.model
    able = [
        model.flags(model.index(row, column)) & Qt.ItemFlag.ItemIsEditable
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert model.rowCount()
    assert not any(able)
    guarded.main.session.asks.add.emit("labs", {})
    assert not guarded.has_form
    assert guarded.main.status.note.text() == told


def test_a_clinician_changes_and_may_not_let_anybody_in(guarded: GuardedWindow) -> None:
    guarded.sign_in(BEN)
    guarded.open_patient("fiktiva")
    assert guarded.main.commands["add_labs"].isEnabled()
    assert not guarded.main.commands["import_folder"].isEnabled()
    page = guarded.safekeeping
    page.show_tab("people")
    assert not page.people.add_button.isEnabled()
    assert "Clinician" in page.people.add_button.toolTip()
    assert page.people.own_button.isEnabled()


def test_a_new_registry_is_encrypted_unless_one_says_otherwise(
    window: WindowPage, tmp_path: Path
) -> None:
    path = tmp_path / "new.registry"
    window.answers.paths.append(path)
    window.main.commands["new_registry"].trigger()
    form = window.main.registries.form
    assert form is not None
    assert form.is_encrypted
    assert not form.go_button.isEnabled()
    form.user.setText(ANA)
    form.passphrase.first.line.setText(PASSPHRASES[ANA])
    form.passphrase.second.line.setText(PASSPHRASES[ANA])
    form.go_button.click()
    window.bot.waitUntil(lambda: form.code is not None, timeout=10_000)
    assert form.code is not None
    assert not form.go_button.isEnabled()
    form.reject()
    assert form.isVisible()
    form.code.check.setChecked(True)
    form.go_button.click()
    registry = window.main.session.registry
    assert registry is not None
    assert registry.path == path
    assert registry.unlocked is not None
    assert path.read_bytes()[:15] != b"SQLite format 3"


def test_a_registry_without_encryption_is_a_choice_and_says_so(
    window: WindowPage, tmp_path: Path
) -> None:
    path = tmp_path / "open.registry"
    window.answers.paths.append(path)
    window.main.commands["new_registry"].trigger()
    form = window.main.registries.form
    assert form is not None
    form.plain.setChecked(True)
    assert "Whoever can read the file can read every patient" in form.plain_hint.text()
    form.go_button.click()
    window.bot.waitUntil(
        lambda: getattr(window.main.session.registry, "path", None) == path, timeout=10_000
    )
    assert window.main.status.kept.text() == "Not encrypted"
    assert path.read_bytes()[:15] == b"SQLite format 3"


def test_an_open_registry_is_encrypted_with_all_that_it_holds(window: WindowPage) -> None:
    registry = window.main.session.registry
    assert registry is not None
    path = registry.path
    window.main.commands["encrypt_registry"].trigger()
    form = window.main.registries.form
    assert form is not None
    form.user.setText(ANA)
    form.passphrase.first.line.setText(PASSPHRASES[ANA])
    form.passphrase.second.line.setText(PASSPHRASES[ANA])
    form.go_button.click()
    window.bot.waitUntil(lambda: form.code is not None, timeout=10_000)
    assert form.code is not None
    form.code.check.setChecked(True)
    form.go_button.click()
    now = window.main.session.registry
    assert now is not None
    assert now.unlocked is not None
    assert {row.id for row in now.patients()} == {"lena", "omar"}
    assert b"Fiktiva" not in path.read_bytes()


def test_a_registry_that_is_refused_is_told_with_ways_forward(
    window: WindowPage, registry_path: Path
) -> None:
    leave_registry(window.main)
    content = bytearray(registry_path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    registry_path.write_bytes(bytes(content))
    window.main.entrance.open_or_tell(registry_path)
    start = window.main.start_page
    assert window.main.stack.currentWidget() is start
    assert not start.message.isHidden()
    window.bot.waitUntil(
        lambda: "Open a read-only copy" in [way.text() for way in start.ways], timeout=10_000
    )
    assert "Salvage what can be read…" in [way.text() for way in start.ways]


def test_a_refused_registry_asks_again_when_nobody_goes_forward(
    guarded: GuardedWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_damaged(*_: object, **__: object) -> None:
        raise UserError("It is damaged.")

    entrance = guarded.main.entrance
    monkeypatch.setattr(entrance, "_open", is_damaged)  # after the audit heard of the sign-in
    guarded.sign_in(BEN)
    assert keyring.unlocked(guarded.path) is not None  # for a copy to look at, and for salvage
    assert entrance.patience.isActive()
    entrance.patience.timeout.emit()
    assert keyring.unlocked(guarded.path) is None
    assert entrance.is_asking


def test_signed_results_change_only_with_a_reason(guarded: GuardedWindow) -> None:
    guarded.sign_in(BEN)
    guarded.open_patient("fiktiva")
    guarded.main.commands["sign_results"].trigger()
    form = guarded.main.patients.panel
    form.sign()  # type: ignore[union-attr]  # the form that was just opened
    session = guarded.main.session
    assert session.registry is not None
    assert session.registry.signatures("lena")["p1"].who == BEN
    lab = guarded.case.labs[0]
    changed = replace(lab, value="5.4")
    guarded.answers.texts.append("typed wrongly")
    session.change("Change phosphate", lambda edit: edit.put(changed, replacing=lab))
    assert guarded.case.labs[0].value == "5.4"
    assert session.registry.audit(kinds=("change",))[0].reason == "typed wrongly"
    assert session.registry.signatures("lena") == {}


def test_a_person_is_erased_after_reason_and_registry_id(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    guarded.open_patient("fiktiva")
    guarded.main.commands["erase_patient"].trigger()
    form = guarded.main.patients.panel
    assert form is not None
    form.reason.setText("wish of the person")  # type: ignore[attr-defined]
    form.confirmed.setText("CR-0008")  # type: ignore[attr-defined]
    assert not form.erase_button.isEnabled()  # type: ignore[attr-defined]
    form.confirmed.setText(LENA.patient_id)  # type: ignore[attr-defined]
    form.erase()  # type: ignore[attr-defined]
    assert [row.id for row in guarded.main.session.patients] == ["omar"]
    assert guarded.main.session.dossier is None
    assert "What remains" in guarded.answers.told[-1]
    assert guarded.main.session.registry is not None
    (erased,) = guarded.main.session.registry.audit(kinds=("erasure",))
    assert erased.reason == "wish of the person"


HEAVY = ("sqlite_utils", "sqlcipher3", "argon2", "cryptography", "msgspec", "desktop.db")


def test_the_sign_in_page_is_painted_before_keys_and_database_are_imported(
    code_and_path: tuple[str, Path], tmp_path: Path
) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from desktop.ui.app import application, apply_settings, make_window\n"
        "from desktop.ui.dialogs import Dialogs\n"
        "from desktop.ui.settings import Settings\n"
        "app, settings = application(), Settings()\n"
        "apply_settings(app, settings)\n"
        "window = make_window(settings, Dialogs())\n"
        f"window.entrance.prepare(Path({str(code_and_path[1])!r}))\n"
        "painted = []\n"
        "window.painted.connect(lambda: painted.append(window.entrance.is_asking))\n"
        "window.show()\n"
        "app.processEvents()\n"
        "assert painted == [True], painted\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "CALCINOSIS_HOME": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_nothing_of_a_person_is_kept_in_the_settings(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    guarded.open_patient("fiktiva")
    guarded.lock()
    kept = (Path(guarded.path).parent / "home" / "settings.ini").read_text(encoding="utf-8")
    for word in ("Fiktiva", "CR-0007", "lena", ANA, PASSPHRASES[ANA]):
        assert word not in kept


def test_what_can_be_read_of_a_damaged_registry_is_saved_into_a_new_one(
    window: WindowPage, registry_path: Path, tmp_path: Path
) -> None:
    leave_registry(window.main)
    content = bytearray(registry_path.read_bytes())
    content[-4096:] = b"\xff" * 4096
    registry_path.write_bytes(bytes(content))
    window.main.entrance.tell_refusal(registry_path, UserError("It is damaged."))
    start = window.main.start_page
    texts = ["Try again", "Open a read-only copy", "Salvage what can be read…"]
    window.bot.waitUntil(lambda: [way.text() for way in start.ways] == texts, timeout=10_000)
    target = tmp_path / "saved.registry"
    window.answers.paths.append(target)
    start.ways[2].click()
    window.bot.waitUntil(
        lambda: getattr(window.main.session.registry, "path", None) == target, timeout=20_000
    )
    assert "rows saved" in window.answers.told[-1]


def test_a_copy_to_look_at_cannot_be_changed(
    window: WindowPage, registry_path: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.registry"
    copy.write_bytes(registry_path.read_bytes())
    copy.chmod(0o600)
    window.main.entrance.open_copy(copy)
    window.open_patient("fiktiva")
    assert window.main.session.role == "viewer"
    assert not window.main.commands["add_labs"].isEnabled()
