"""The audit on the screen: searched, read in full, written out, verified."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from PySide6.QtTest import QAbstractItemModelTester

from desktop.domain import records as r
from desktop.work import audit_export
from tests.ui.guarded import ANA, BEN

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.views.audit import AuditPanel
    from tests.ui.guarded import GuardedWindow


def panel_of(window: GuardedWindow) -> AuditPanel:
    page = window.safekeeping
    page.show_tab("audit")
    wait(window, page.audit)
    return page.audit


def wait(window: GuardedWindow, panel: AuditPanel) -> None:
    window.bot.waitUntil(lambda: not panel.model.is_reading, timeout=10_000)


def narrow(window: GuardedWindow, panel: AuditPanel) -> list[str]:
    """The kinds of the entries that are listed, once the pause of typing is over."""
    panel.filters.changed.emit()
    wait(window, panel)
    return [row.kind for row in panel.model.rows]


def test_what_was_done_is_listed_the_newest_first(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    panel = panel_of(guarded)
    seqs = [row.seq for row in panel.model.rows]
    assert seqs == sorted(seqs, reverse=True)
    assert panel.model.rows[0].kind == "sign_in"
    assert panel.head.text().startswith(f"Head {seqs[0]}·")
    told = [part.text() for part in panel.entry.findChildren(type(panel.head))]
    assert ANA in told


def test_it_is_narrowed_by_words_kind_person_and_day(guarded: GuardedWindow) -> None:
    guarded.sign_in(BEN)
    lab = r.LabResult(patient="lena", analyte="pth", flag="normal")
    guarded.main.session.change("Add PTH", lambda edit: edit.put(lab))
    panel = panel_of(guarded)
    panel.filters.text.setText("pth")
    assert narrow(guarded, panel) == ["change"]
    panel.filters.text.clear()
    panel.filters.kind.set_typed("person")
    assert set(narrow(guarded, panel)) == {"person"}
    panel.filters.kind.set_typed("")
    panel.filters.who.set_typed(BEN)
    assert set(narrow(guarded, panel)) == {"change", "sign_in"}
    panel.filters.who.set_typed("")
    panel.filters.last.setText("2020-01-01")
    assert narrow(guarded, panel) == []
    assert panel.empty.text() == "No entry fits."


def test_thousands_of_entries_come_page_by_page(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    registry = guarded.main.session.registry
    assert registry is not None
    for number in range(2 * audit_export.PAGE):
        registry.note("print", f"Document {number}")
    panel = panel_of(guarded)
    model = panel.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first = len(model.rows)
    assert first < 2 * audit_export.PAGE
    assert not model.has_all
    while not model.has_all:
        model.fetchMore()
        wait(guarded, panel)
    assert [row.seq for row in model.rows] == list(range(registry.head().seq, 0, -1))


def test_it_is_written_out_with_formulas_made_harmless(
    guarded: GuardedWindow, tmp_path: Path
) -> None:
    guarded.sign_in(ANA)
    registry = guarded.main.session.registry
    assert registry is not None
    registry.note("print", "=HYPERLINK(1)")
    panel = panel_of(guarded)
    guarded.answers.paths.append(tmp_path / "audit.csv")
    panel.export_button.click()
    guarded.bot.waitUntil(lambda: not guarded.main.is_paused, timeout=10_000)
    with (tmp_path / "audit.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert "'=HYPERLINK(1)" in [row["what"] for row in rows]
    assert not any(cell.startswith("=") for row in rows for cell in row.values())
    assert registry.audit(kinds=("export",))[0].details["entries"] == len(rows)


def test_verify_says_that_all_is_sound(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    panel = panel_of(guarded)
    panel.verify_button.click()
    guarded.bot.waitUntil(lambda: not panel.message.isHidden(), timeout=20_000)
    assert "all is sound" in panel.message.text.text()


def test_verify_tells_what_is_wrong(guarded: GuardedWindow) -> None:
    guarded.sign_in(ANA)
    folder = guarded.path.with_name(f"{guarded.path.name}.backups")
    folder.mkdir(mode=0o700)
    (folder / "half.registry").write_bytes(b"cut off")
    panel = panel_of(guarded)
    panel.verify_button.click()
    guarded.bot.waitUntil(lambda: not panel.message.isHidden(), timeout=20_000)
    assert panel.message.property("message") == "stop"
    assert "half.registry has no readable manifest" in panel.message.text.text()
