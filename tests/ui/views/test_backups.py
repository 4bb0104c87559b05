"""Backups on the screen and by themselves: made, tried, brought back, missed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.db import backups as kept
from desktop.db import backups_policy
from desktop.db.registry import Registry
from desktop.domain import records as r
from tests.ui.guarded import ANA

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.views.backups import BackupsPanel
    from tests.ui.guarded import GuardedWindow
    from tests.ui.pages import WindowPage


def panel_of(window: WindowPage) -> BackupsPanel:
    page = window.main.navigation.show_place("safekeeping")
    page.show_tab("backups")  # type: ignore[attr-defined]
    return page.backups  # type: ignore[attr-defined,no-any-return]


def back_up(window: WindowPage) -> BackupsPanel:
    panel = panel_of(window)
    before = len(panel.backups)
    panel.now_button.click()
    window.bot.waitUntil(lambda: len(panel.backups) > before, timeout=20_000)
    return panel


def add_result(window: WindowPage) -> None:
    lab = r.LabResult(patient="lena", analyte="pth", flag="normal")
    window.main.session.change("Add PTH", lambda edit: edit.put(lab))


def test_a_backup_is_made_verified_and_compared(window: WindowPage) -> None:
    panel = back_up(window)
    item = panel.list.topLevelItem(0)
    assert item is not None
    assert item.text(1) == "Asked for"
    assert item.text(4) == "has the same records"
    assert panel.backups[0].verified_at is not None
    add_result(window)
    panel.read_again()
    window.bot.waitUntil(
        lambda: (
            panel.list.topLevelItem(0).text(4)  # type: ignore[union-attr]
            == "differs by 1 record: Laboratory results +1"
        ),
        timeout=10_000,
    )


def test_a_backup_comes_back_under_a_new_name_and_is_opened(
    window: WindowPage, registry_path: Path, tmp_path: Path
) -> None:
    panel = back_up(window)
    add_result(window)
    window.answers.paths.append(tmp_path / "back.registry")
    panel.restore_button.click()
    window.bot.waitUntil(
        lambda: getattr(window.main.session.registry, "path", None) == tmp_path / "back.registry",
        timeout=20_000,
    )
    assert window.answers.suggested[-1] == "clinic-restored.registry"
    registry = window.main.session.registry
    assert registry is not None
    assert registry.counts()["labs"] == 1
    with Registry.open(registry_path) as before:
        assert before.counts()["labs"] == 2


def test_a_trial_restore_says_what_came_back(window: WindowPage) -> None:
    panel = back_up(window)
    panel.drill_button.click()
    window.bot.waitUntil(lambda: not panel.message.isHidden(), timeout=20_000)
    assert "was restored for trial and checked" in panel.message.text.text()
    assert panel.message.property("message") == "ok"


def test_a_second_place_gets_a_copy(window: WindowPage, tmp_path: Path) -> None:
    other = tmp_path / "other disk"
    other.mkdir()
    panel = panel_of(window)
    window.answers.paths.append(other)
    panel.place_button.click()
    assert panel.place.text() == str(other)
    panel = back_up(window)
    assert list(other.rglob(panel.backups[0].name))
    panel.no_place_button.click()
    assert panel.place.text() == "No second place is set."


def test_a_backup_of_an_encrypted_registry_can_be_brought_back(
    guarded: GuardedWindow, tmp_path: Path
) -> None:
    guarded.sign_in(ANA)
    panel = back_up(guarded)
    guarded.answers.paths.append(tmp_path / "back.registry")
    panel.restore_button.click()
    guarded.bot.waitUntil(
        lambda: getattr(guarded.main.session.registry, "path", None) == tmp_path / "back.registry",
        timeout=20_000,
    )
    registry = guarded.main.session.registry
    assert registry is not None
    assert registry.unlocked is not None
    assert {row.id for row in registry.patients()} == {"lena", "omar"}


def test_one_is_made_unasked_once_there_are_changes(window: WindowPage) -> None:
    watch, path = window.main.backups, window.main.session.registry
    assert path is not None
    add_result(window)
    watch.start()
    with window.bot.waitSignal(watch.made, timeout=20_000):
        watch.look()
    assert kept.listed(path.path)[0].manifest.why == "interval"


def test_the_window_closes_once_the_last_backup_is_made(
    window: WindowPage, registry_path: Path
) -> None:
    window.main.backups.start()
    add_result(window)
    assert not window.main.close()
    assert "closes once the backup is made" in window.main.status.note.text()
    window.bot.waitUntil(lambda: not window.main.isVisible(), timeout=20_000)
    assert [one.manifest.why for one in kept.listed(registry_path)] == ["close"]


def test_without_changes_it_closes_at_once(window: WindowPage, registry_path: Path) -> None:
    window.main.backups.start()
    assert window.main.close()
    assert kept.listed(registry_path) == ()


def test_a_backup_that_fails_on_closing_is_asked_about(
    window: WindowPage, registry_path: Path
) -> None:
    (registry_path.parent / "clinic.registry.backups").write_text("in the way", encoding="utf-8")
    window.main.backups.start()
    add_result(window)
    window.answers.agrees.append(True)
    window.main.close()
    window.bot.waitUntil(lambda: not window.main.isVisible(), timeout=20_000)
    assert "No backup could be made." in window.answers.asked[-1]


def test_locking_makes_a_last_backup_before_the_keys_are_forgotten(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    guarded.main.backups.start()
    add_result(guarded)
    guarded.lock()
    (made,) = kept.listed(guarded.path)
    assert made.manifest.is_encrypted
    assert made.manifest.why == "close"


def test_a_week_without_a_verified_backup_is_told_over_every_page(
    window: WindowPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "is_due", lambda *_: False)
    monkeypatch.setattr(backups_policy, "STALE", timedelta(0))
    watch = window.main.backups
    watch.start()
    watch.look()
    warning = window.main.warning
    window.bot.waitUntil(warning.isVisible, timeout=10_000)
    assert "no verified backup" in warning.text.text()
    window.open_patient("fiktiva")
    assert warning.isVisible()
    monkeypatch.setattr(backups_policy, "STALE", timedelta(days=7))
    warning.action.click()
    window.bot.waitUntil(lambda: not warning.isVisible(), timeout=20_000)
    registry = window.main.session.registry
    assert registry is not None
    assert not kept.is_stale(registry.path, datetime.now(UTC))


def test_the_demonstration_is_not_backed_up(window: WindowPage) -> None:
    from desktop.paths import demonstration_registry
    from desktop.work.demonstration import make_demonstration

    path = demonstration_registry()
    make_demonstration(path, patients=3, seed=1)
    window.main.entrance.open_path(path)
    assert window.main.backups.path is None
    assert window.main.status.kept.text() == "Demonstration · fictional patients · not encrypted"
