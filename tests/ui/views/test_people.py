"""The people of an encrypted registry: let in, given roles, kept out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.db import keyring, vault
from desktop.domain.errors import UserError
from desktop.ui.widgets.recovery_code import RecoveryCode
from tests.ui.guarded import ANA, BEN, PASSPHRASES, VERA

if TYPE_CHECKING:
    from desktop.ui.views.people import PeoplePanel
    from tests.ui.guarded import GuardedWindow
    from tests.ui.pages import WindowPage


def panel_of(window: GuardedWindow) -> PeoplePanel:
    """The tab of people; each change throws it away and makes another."""
    page = window.safekeeping
    page.show_tab("people")
    return page.people


def choose(panel: PeoplePanel, name: str) -> None:
    row = [one.user for one in panel.people].index(name)
    item = panel.list.topLevelItem(row)
    assert item is not None
    panel.list.setCurrentItem(item)


def wait_open(window: GuardedWindow) -> None:
    """The registry is closed while people change, and open again then."""
    window.bot.waitUntil(lambda: window.main.session.registry is None, timeout=10_000)
    window.bot.waitUntil(
        lambda: window.main.session.registry is not None and not window.main.is_paused,
        timeout=20_000,
    )


def opens(window: GuardedWindow, name: str, passphrase: str) -> bool:
    try:
        vault.sign_in(window.path, name, passphrase)
    except UserError:
        return False
    return True


def test_everybody_is_listed_with_role_and_last_sign_in(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    panel = panel_of(guarded)
    shown = [panel.list.topLevelItem(row) for row in range(panel.list.topLevelItemCount())]
    texts = [[item.text(column) for column in range(3)] for item in shown if item is not None]
    assert [row[0] for row in texts] == [f"{ANA} (you)", BEN, VERA, "Recovery code"]
    assert [row[1] for row in texts[:3]] == ["Administrator", "Clinician", "Viewer"]
    assert texts[1][2] == "not yet"
    assert texts[0][2] != "not yet"


def test_a_person_who_is_added_can_sign_in(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    panel = panel_of(guarded)
    panel.add_button.click()
    form = panel.form
    assert form is not None
    form.user.setText("Carla Neri")
    form.role.set_typed("keeper")
    assert not form.go_button.isEnabled()
    form.passphrase.first.line.setText("words for carla to use")
    form.passphrase.second.line.setText("words for carla to use")
    form.go_button.click()
    wait_open(guarded)
    assert guarded.main.navigation.shown_name == "safekeeping"
    (carla,) = [one for one in vault.people(guarded.path) if one.user == "Carla Neri"]
    assert carla.role == "keeper"
    assert opens(guarded, "Carla Neri", "words for carla to use")


def test_a_person_who_is_removed_is_kept_out_by_a_new_key(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    before = keyring.unlocked(guarded.path)
    panel = panel_of(guarded)
    choose(panel, VERA)
    guarded.answers.agrees.append(True)
    panel.remove_button.click()
    assert "under a new key" in guarded.answers.asked[-1]
    wait_open(guarded)
    after = keyring.unlocked(guarded.path)
    assert before is not None
    assert after is not None
    assert before.database_key != after.database_key
    assert not opens(guarded, VERA, PASSPHRASES[VERA])
    assert opens(guarded, BEN, PASSPHRASES[BEN])


def test_another_role_holds_from_the_next_sign_in_on(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    panel = panel_of(guarded)
    choose(panel, VERA)
    panel.role_button.click()
    assert panel.form is not None
    panel.form.role.set_typed("clinician")
    assert "enters, changes" in panel.form.rights.text()
    panel.form.go_button.click()
    wait_open(guarded)
    guarded.lock()
    guarded.sign_in(VERA)
    assert guarded.main.session.may("change")


def test_everybody_changes_their_own_passphrase(guarded: GuardedWindow) -> None:
    guarded.sign_in(BEN)
    panel = panel_of(guarded)
    panel.own_button.click()
    assert panel.form is not None
    panel.form.passphrase.first.line.setText("quite another passphrase")
    panel.form.passphrase.second.line.setText("quite another passphrase")
    panel.form.go_button.click()
    wait_open(guarded)
    assert not opens(guarded, BEN, PASSPHRASES[BEN])
    assert opens(guarded, BEN, "quite another passphrase")


def test_a_new_recovery_code_is_shown_once(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    panel = panel_of(guarded)
    guarded.answers.agrees.append(True)
    panel.code_button.click()
    guarded.bot.waitUntil(lambda: guarded.main.findChild(RecoveryCode) is not None, timeout=20_000)
    shown = guarded.main.findChild(RecoveryCode)
    assert shown is not None
    assert len(shown.code.text()) > 20
    shown.check.setChecked(True)
    shown.window().close()


def test_the_last_administrator_stays(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    panel = panel_of(guarded)
    choose(panel, ANA)
    assert not panel.remove_button.isEnabled()
    panel.role_button.click()
    assert panel.form is not None
    panel.form.role.set_typed("viewer")
    panel.form.go_button.click()
    wait_open(guarded)
    guarded.bot.waitUntil(lambda: bool(guarded.answers.told))
    assert "needs an administrator" in guarded.answers.told[-1]
    assert vault.people(guarded.path)[0].role == "administrator"


def test_a_registry_without_encryption_has_nobody_and_offers_it(window: WindowPage) -> None:
    page = window.main.navigation.show_place("safekeeping")
    page.show_tab("people")  # type: ignore[attr-defined]
    panel = page.people  # type: ignore[attr-defined]
    assert panel.people == ()
    assert panel.encrypt_button.isVisible()


@pytest.mark.parametrize("name", [BEN, VERA])
def test_only_administrators_let_people_in(guarded: GuardedWindow, name: str) -> None:
    guarded.sign_in(name)
    panel = panel_of(guarded)
    for part in (panel.add_button, panel.role_button, panel.remove_button, panel.code_button):
        assert not part.isEnabled()
        assert "does not allow this" in part.toolTip()
