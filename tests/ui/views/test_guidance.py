"""The guidance page: counts and reasons, never a percentage; everything by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.guidance.dossier import Dossier
from desktop.ui.models.alerts import ADD, BRING_BACK, INTERVAL, SET_ASIDE, USUAL
from desktop.ui.models.criteria import HEADER, WHEN, CriteriaModel
from desktop.ui.session import Session
from desktop.ui.theme import apply_theme
from desktop.ui.views.guidance import GuidancePage
from desktop.ui.widgets.fit_list import counts_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from desktop.db.edit import Edit
    from desktop.ui.widgets.entry_list import EntryList

HFTC = "Hyperphosphatemic tumoral calcinosis"


def _give_lena_a_disease(edit: Edit) -> None:
    """Enough for alerts, a plan, tests, a schedule, and a finding that no rule can read."""
    edit.put(
        r.Finding(
            id="f1",
            patient="lena",
            feature="periarticular_calcified_mass",
            status="present",
            when="2025-06-17",
            site="hip",
        )
    )
    edit.put(r.Finding(id="f2", patient="lena", feature="plays the violin", status="present"))
    edit.put(
        r.LabResult(
            id="p2",
            patient="lena",
            analyte="serum_phosphate",
            value="7.4",
            unit="mg/dL",
            when="2025-01-10",
        )
    )


@pytest.fixture
def session(registry_path: Path) -> Iterator[Session]:
    made = Session()
    registry = Registry.open(registry_path, who="Dr Muster")
    registry.change("Give Lena a disease", _give_lena_a_disease)
    made.open_registry(registry)
    made.read_rules()
    made.open_patient("lena")
    yield made
    made.close()


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> GuidancePage:
    made = GuidancePage(session)
    qtbot.addWidget(made)
    made.resize(1364, 717)
    session.changed.connect(lambda _changes: made.show_dossier(session.dossier))
    session.assessed.connect(
        lambda dossier: made.show_guidance(dossier, has_failed=not dossier.is_assessed)
    )
    made.show_dossier(session.dossier)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def dossier_of(session: Session) -> Dossier:
    assert session.dossier is not None
    return session.dossier


def spoken(one: EntryList) -> str:
    return " | ".join(entry.spoken() for entry in one.entries.entries)


def decide(page: GuidancePage, reason: str, *, every: str = "") -> None:
    """Fill the dialog that is open and confirm it with the keyboard."""
    dialog = page.deeds.dialog
    assert dialog is not None
    if dialog.every is not None and every:
        dialog.every.edit.setText(every)
    dialog.reason.edit.setText(reason)
    dialog.decide()


# The differential and its criteria


def test_every_disorder_is_listed_in_the_order_of_the_assessment(
    page: GuidancePage, session: Session
) -> None:
    assert page.differential.fits.candidates == dossier_of(session).assessment.differential
    current = page.current()
    assert current is not None
    assert current.name == HFTC


def test_fit_is_counted_and_is_no_probability(page: GuidancePage) -> None:
    candidate = page.current()
    assert candidate is not None
    met, unknown = candidate.count("met"), candidate.count("unknown")
    assert counts_text(candidate).startswith(f"{met} met, ")
    assert counts_text(candidate).endswith(f"{unknown} unknown")
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "not a probability" in told
    assert "%" not in told


def test_each_criterion_says_status_in_words_and_its_source(page: GuidancePage) -> None:
    model = page.card.criteria
    words = {model.index(row, 0).data() for row in range(model.rowCount())}
    assert words <= {"Met", "Not met", "Unknown"}
    page.card.table.selectRow(0)
    assert "source text" in spoken(page.card.strip)
    assert "TC-05" in spoken(page.card.strip)


def test_a_superseded_statement_stays_in_sight_and_says_what_holds_now(page: GuidancePage) -> None:
    assert page.show_rule("hftc-family")
    told = spoken(page.card.strip)
    assert "TC-03" in told
    assert "Superseded." in told


def test_enter_on_a_criterion_goes_to_its_evidence(
    page: GuidancePage, session: Session, qtbot: QtBot
) -> None:
    page.show_rule("hftc-mass")
    with qtbot.waitSignal(session.asks.show_record) as caught:
        QTest.keyClick(page.card.table, Qt.Key.Key_Return)
        if page.deeds.menu is not None:  # several records: the first is offered first
            QTest.keyClick(page.deeds.menu, Qt.Key.Key_Return)
    assert caught.args == ["f1"]


def test_a_click_on_the_date_goes_to_the_evidence(
    page: GuidancePage, session: Session, qtbot: QtBot
) -> None:
    page.show_rule("hftc-mass")
    table = page.card.table
    index = table.model().index(table.currentIndex().row(), WHEN)
    assert index.data() == "17\u2011Jun\u20112025"
    with qtbot.waitSignal(session.asks.show_record) as caught:
        at = table.visualRect(index).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        if page.deeds.menu is not None:
            QTest.keyClick(page.deeds.menu, Qt.Key.Key_Return)
    assert caught.args == ["f1"]


def test_an_unknown_criterion_leads_to_the_form_that_answers_it(
    page: GuidancePage, session: Session, qtbot: QtBot
) -> None:
    page.show_rule("hftc-teeth")
    with qtbot.waitSignal(session.asks.add) as caught:
        QTest.keyClick(page.card.table, Qt.Key.Key_Return)
        assert page.deeds.menu is not None
        QTest.keyClick(page.deeds.menu, Qt.Key.Key_Return)
    assert caught.args == ["findings", {"feature": "short_dental_roots"}]


def test_the_page_follows_an_edit_and_keeps_the_chosen_disorder(
    page: GuidancePage, session: Session
) -> None:
    page.differential.setCurrentIndex(page.differential.fits.index(2, 0))
    chosen = page.current()
    assert chosen is not None
    lab = r.LabResult(patient="lena", analyte="pth", flag="normal", when="2025-06-17")
    session.change("Add PTH", lambda edit: edit.put(lab))
    now = page.current()
    assert now is not None
    assert now.name == chosen.name


def test_another_patient_begins_with_the_disorder_that_fits_best(
    page: GuidancePage, session: Session
) -> None:
    page.differential.setCurrentIndex(page.differential.fits.index(2, 0))
    assert session.registry is not None
    other = next(row.id for row in session.registry.patients() if row.id != "lena")
    session.open_patient(other)
    page.show_dossier(session.dossier)
    now = page.current()
    assert now is not None
    assert now.name == dossier_of(session).assessment.differential[0].name
    assert page.differential.currentIndex().row() == 0


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester, session: Session) -> None:
    dossier = dossier_of(session)
    model = CriteriaModel()
    model.show_criteria(dossier.assessment.differential[0].criteria, dossier.case)
    assert model.columnCount() == len(HEADER)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_the_page_shows_a_patient_again_after_it_was_emptied(
    page: GuidancePage, session: Session
) -> None:
    page.show_dossier(None)
    assert not page.differential.fits.candidates
    page.show_dossier(session.dossier)
    assert dossier_of(session).assessment.next_tests[0].text in spoken(page.tests.order)


# Setting aside, and intervals


def test_an_alert_is_set_aside_only_with_a_reason(page: GuidancePage, session: Session) -> None:
    alert = dossier_of(session).assessment.alerts[0]
    page.deeds.act(alert.id, SET_ASIDE)
    decide(page, "  ")
    dialog = page.deeds.dialog
    assert dialog is not None
    assert dialog.reason.message.text() == "A reason is needed."
    assert not dossier_of(session).case.silences
    decide(page, "Known to the team")
    (silence,) = dossier_of(session).case.silences
    assert (silence.rule, silence.reason, silence.who) == (
        alert.id,
        "Known to the team",
        "Dr Muster",
    )


def test_what_was_set_aside_says_who_and_why_comes_back_and_can_be_undone(
    page: GuidancePage, session: Session
) -> None:
    advice = next(a for a in dossier_of(session).assessment.management if not a.superseded_by)
    page.deeds.act(advice.id, SET_ASIDE)
    decide(page, "Not wanted")
    assert advice.id not in [entry.key for entry in page.side.plan.list.entries.entries]
    assert "By Dr Muster" in spoken(page.side.aside.list)
    assert "Not wanted" in spoken(page.side.aside.list)
    page.deeds.act(advice.id, BRING_BACK)
    assert not page.side.aside.list.entries.entries
    assert advice.id in [entry.key for entry in page.side.plan.list.entries.entries]
    session.undo()
    assert "Not wanted" in spoken(page.side.aside.list)
    session.undo()
    assert not page.side.aside.list.entries.entries


def test_a_dialog_left_with_esc_keeps_what_was_typed(page: GuidancePage, session: Session) -> None:
    alert = dossier_of(session).assessment.alerts[0]
    page.deeds.act(alert.id, SET_ASIDE)
    assert page.deeds.dialog is not None
    page.deeds.dialog.reason.edit.setText("Half a sen")
    QTest.keyClick(page.deeds.dialog, Qt.Key.Key_Escape)
    page.deeds.act(alert.id, SET_ASIDE)
    assert page.deeds.dialog.reason.text == "Half a sen"
    assert not dossier_of(session).case.silences


def test_an_interval_is_typed_in_plain_words_and_goes_back_to_the_rules(
    page: GuidancePage, session: Session
) -> None:
    item = dossier_of(session).assessment.monitoring[0]
    page.deeds.act(item.id, INTERVAL)
    decide(page, "Lives far away", every="as often as needed")
    assert page.deeds.dialog is not None
    assert page.deeds.dialog.every is not None
    assert "cannot be read" in page.deeds.dialog.every.message.text()
    decide(page, "Lives far away", every="every 2 years")
    (own,) = dossier_of(session).case.own_intervals
    assert (own.rule, own.every, own.reason, own.who) == (
        item.id,
        "P2Y",
        "Lives far away",
        "Dr Muster",
    )
    assert "This patient's own interval" in spoken(page.side.watched.list)
    page.deeds.act(item.id, USUAL)
    assert not dossier_of(session).case.own_intervals
    assert "own interval" not in spoken(page.side.watched.list)


# Missing, unused, stored


def test_what_is_missing_leads_to_the_form_that_adds_it(
    page: GuidancePage, session: Session, qtbot: QtBot
) -> None:
    assert "missing-calcium" in [entry.key for entry in page.side.missing.list.entries.entries]
    with qtbot.waitSignal(session.asks.add) as caught:
        page.deeds.act("missing-calcium", ADD)
        if page.deeds.menu is not None:
            QTest.keyClick(page.deeds.menu, Qt.Key.Key_Return)
    table, cells = caught.args
    assert table == "labs"
    assert "calcium" in cells["analyte"]


def test_free_text_that_no_rule_reads_is_told(page: GuidancePage) -> None:
    told = spoken(page.side.unused.list)
    assert "plays the violin" in told
    assert "Free text: no rule can read it" in told


def test_a_stored_assessment_tells_what_changed_by_the_data(
    page: GuidancePage, session: Session, qtbot: QtBot
) -> None:
    assert "No assessment was stored yet" in page.side.changes.edition.text()
    page.side.changes.store_button.click()
    (stored,) = dossier_of(session).case.assessments
    assert stored.guidance_version == dossier_of(session).assessment.guidance_version
    qtbot.waitUntil(lambda: "Nothing changed since" in page.side.changes.edition.text())
    result = r.LabResult(
        patient="lena",
        analyte="serum_phosphate",
        value="8.1",
        unit="mg/dL",
        when="2025-07-01",
    )
    session.change("Add phosphate", lambda edit: edit.put(result))
    qtbot.waitUntil(lambda: "8.1" in spoken(page.side.changes.list))
    assert "Added" in spoken(page.side.changes.list)


# Failures


def test_guidance_that_failed_is_told_and_never_nothing(
    page: GuidancePage, session: Session
) -> None:
    page.show_guidance(dossier_of(session), has_failed=True)
    assert page.message.isVisible()
    assert "could not be applied" in page.message.text.text()


def test_a_rule_that_failed_has_a_card_and_a_message(page: GuidancePage, session: Session) -> None:
    from dataclasses import replace

    from desktop.guidance.assessment import Failure

    dossier = dossier_of(session)
    failure = Failure(rule="clinic.toml", text="clinic.toml:7: no fact is called 'phosphat'")
    broken = replace(dossier.assessment, failures=(failure,))
    page.show_dossier(Dossier(dossier.case, dossier.derived, broken))
    assert page.message.isVisible()
    assert "clinic.toml:7" in spoken(page.side.failures.list)
    assert page.side.failures.isVisible()


# Keyboard, sizes, patient wording


def test_tab_goes_from_left_to_right(page: GuidancePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.isActiveWindow)
    page.focus_first()
    seen = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == [
        page.differential,
        page.card.table,
        page.card.strip,
        page.tests.add_button,
        page.tests.detail,
    ]


def test_a_rule_is_shown_by_its_id_wherever_it_stands(page: GuidancePage, session: Session) -> None:
    found = dossier_of(session).assessment
    assert page.show_rule(found.monitoring[0].id)
    assert page.side.watched.list.current_key() == found.monitoring[0].id
    assert page.show_rule(found.next_tests[0].id)
    assert page.show_rule(found.alerts[0].id)
    assert not page.show_rule("no-such-rule")


def test_the_wording_for_patients_is_a_switch(page: GuidancePage) -> None:
    assert "For the patient" not in spoken(page.side.plan.list)
    page.side.patient_button.click()
    assert "For the patient" in spoken(page.side.plan.list)


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(1364, 717, 1.0), (1314, 551, 1.0), (1128, 491, 1.0), (1314, 551, 1.5)],
)
def test_no_list_is_wider_than_its_column(
    page: GuidancePage, qapp: QApplication, qtbot: QtBot, width: int, height: int, scale: float
) -> None:
    apply_theme(qapp, "light", text_scale=scale)
    page.compact(height < 700)
    page.resize(width, height)
    qtbot.wait(30)
    inner = page.side.widget()
    assert inner is not None
    assert inner.width() <= page.side.viewport().width()
    columns = [page.card.table.columnWidth(at) for at in range(len(HEADER))]
    assert sum(columns) <= page.card.table.viewport().width()


def test_every_control_has_a_name(page: GuidancePage) -> None:
    lists = [page.differential, page.card.table, page.card.strip, *page.side.lists()]
    assert all(one.accessibleName() for one in (*lists, page.tests.order, page.tests.detail))


def test_a_patient_without_records_is_told_where_to_begin(
    page: GuidancePage, session: Session
) -> None:
    session.open_patient("omar")
    page.show_dossier(dossier_of(session))
    told = [one.text() for one in page.tests.findChildren(QLabel) if not one.isHidden()]
    assert any("Begin with the masses and where they lie, phosphate" in text for text in told)
