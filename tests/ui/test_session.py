"""The guidance follows what is opened: never before the charts, never another patient's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

from desktop.domain import records as r
from desktop.guidance.problems import PackError
from desktop.ui.views.guidance import GuidancePage
from desktop.ui.widgets.alert_strip import CHECKING, FAILED, strip_items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.guidance.dossier import Dossier
    from tests.ui.pages import WindowPage

APPLYING = "Applying the guidance…"


class PaintedCharts(QObject):
    """Notes which charts were painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[QObject] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            parent = watched.parent()
            if isinstance(parent, QGraphicsView):
                self.seen.add(parent)
        return False


@pytest.fixture
def charts(qapp: QApplication) -> Iterator[PaintedCharts]:
    found = PaintedCharts()
    qapp.installEventFilter(found)
    yield found
    qapp.removeEventFilter(found)


def strip(window: WindowPage) -> list[str]:
    return window.main.navigation.patient_page.alerts.texts()


def expected(window: WindowPage) -> list[str]:
    assert window.main.session.dossier is not None
    return [item.text for item in strip_items(window.main.session.dossier)]


def guidance_page(window: WindowPage) -> GuidancePage:
    page = window.main.navigation.patient_page.page("guidance")
    assert isinstance(page, GuidancePage)
    return page


def test_the_first_patients_charts_do_not_wait_for_the_guidance(
    just_started: WindowPage, charts: PaintedCharts
) -> None:
    session = just_started.main.session
    painted: list[int] = []
    session.assessed.connect(lambda _dossier: painted.append(len(charts.seen)))
    with just_started.bot.waitSignal(session.assessed):
        session.open_patient("lena")
        assert strip(just_started) == [CHECKING.text]
        assert APPLYING in just_started.texts()
        assert just_started.main.status.guidance.text() == ""
    assert painted == [2]
    assert strip(just_started) == expected(just_started)
    assert "Allergies not recorded" in strip(just_started)
    assert APPLYING not in just_started.texts()
    assert just_started.main.status.guidance.text().startswith("Guidance ")


def test_guidance_that_was_waiting_is_that_of_the_patient_opened_last(
    just_started: WindowPage,
) -> None:
    session = just_started.main.session
    told: list[str] = []
    session.assessed.connect(lambda dossier: told.append(dossier.case.patient.id))
    session.open_patient("lena")
    with just_started.bot.waitSignal(session.assessed):
        session.open_patient("omar")
    just_started.bot.wait(400)
    assert told == ["omar"]
    assert strip(just_started) == expected(just_started)


def test_leaving_the_first_patient_leaves_no_guidance_to_come(just_started: WindowPage) -> None:
    session = just_started.main.session
    session.open_patient("lena")
    with just_started.bot.assertNotEmitted(session.assessed, wait=400):
        session.close_patient()
    assert strip(just_started) == []


def test_a_patient_just_opened_never_has_the_alerts_of_the_one_before(window: WindowPage) -> None:
    session = window.main.session
    session.open_patient("lena")
    shown: list[list[str]] = []
    session.opened.connect(lambda _dossier: shown.append(strip(window)))
    window.shortcut(Qt.Key.Key_6)
    guidance = guidance_page(window)
    session.opened.connect(lambda _: shown.append(list(map(str, guidance.criteria.criteria))))
    session.open_patient("omar")
    assert shown == [[CHECKING.text], []]
    assert strip(window) == expected(window)
    assert guidance.criteria.criteria


def test_guidance_comes_with_the_patient_once_the_rules_are_read(window: WindowPage) -> None:
    window.main.session.open_patient("lena")
    assert window.main.session.dossier is not None
    assert window.main.session.dossier.is_assessed
    assert strip(window) == expected(window)


def test_alerts_that_cannot_be_worked_out_are_said_to_be_missing(
    window: WindowPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_case: object, _derived: object, *, pack: object) -> Dossier:  # noqa: ARG001
        message = "rules.toml: not a rule"
        raise PackError(message)

    monkeypatch.setattr("desktop.guidance.assess.assess", refuse)
    session = window.main.session
    with window.bot.captureExceptions() as raised:
        session.open_patient("lena")
        lab = r.LabResult(patient="lena", analyte="pth", flag="normal")
        assert session.change("Add PTH", lambda edit: edit.put(lab)) is not None
        window.bot.waitUntil(lambda: len(raised) == 2)
    assert {kind for kind, _, _ in raised} == {PackError}
    assert strip(window) == [FAILED.text]
    assert "The guidance could not be applied to this patient." in window.texts()
    assert len(window.case.labs) == 2
    window.shortcut(Qt.Key.Key_6)
    guidance = guidance_page(window)
    assert "could not be applied" in guidance.card.title.text()


def test_undo_takes_back_a_step_that_was_made_elsewhere(window: WindowPage) -> None:
    from desktop.db.registry import Registry

    session = window.main.session
    assert session.registry is not None
    patient = r.Patient(patient_id="CR-0060")
    with Registry.open(session.registry.path, who="a worker") as worker:
        changes = worker.change("Import", lambda edit: edit.put(patient))
    assert changes is not None
    session.tell(changes)
    assert patient.id in {row.id for row in session.patients}
    assert session.undo() is not None
    assert patient.id not in {row.id for row in session.patients}


def test_the_overview_needs_no_rule_to_be_painted() -> None:
    script = (
        "import sys\n"
        "import desktop.guidance.dossier, desktop.ui.views.overview, desktop.ui.views.patient\n"
        "heavy = ('desktop.guidance.assess', 'desktop.guidance.loader', 'pyqtgraph')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[2],
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
