"""Real windows on a real registry in a folder of their own; only dialogs are answered."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.ui.app import make_window
from desktop.ui.collecting import GarbageCollector
from desktop.ui.settings import THEME, Settings
from desktop.ui.theme import apply_theme
from tests.ui.answers import Answers
from tests.ui.guarded import guarded_window, make_guarded
from tests.ui.pages import WindowPage
from tests.ui.touring import copied, make_tour_registry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.db.edit import Edit
    from tests.ui.guarded import GuardedWindow

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform tells for each window what it cannot do."""
    mark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(mark)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["calcinosis-registry", "-style", "Fusion"]


@pytest.fixture(scope="session", autouse=True)
def collector(qapp: QApplication) -> Iterator[GarbageCollector]:
    """As in the program, no widget dies in a worker thread."""
    made = GarbageCollector(qapp)
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def _collected(collector: GarbageCollector) -> Iterator[None]:
    """Between tests too, which run no event loop for long."""
    yield
    assert not gc.isenabled(), "this test lets any thread destroy widgets from now on"
    collector.look()


@pytest.fixture(autouse=True)
def _own_home(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Settings and registries of a test stay in its own folder; no thread is left running."""
    monkeypatch.setenv("CALCINOSIS_HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    apply_theme(qapp, "light")
    yield
    assert QThreadPool.globalInstance().waitForDone(5000)


@pytest.fixture
def answers() -> Answers:
    return Answers()


LENA = r.Patient(
    id="lena",
    patient_id="CR-0007",
    sex="female",
    birth_date="2009-05-14",
    diagnosis="hyperphosphatemic_tumoral_calcinosis",
    diagnosis_status="suspected",
)


def _fill(edit: Edit) -> None:
    edit.put(LENA)
    edit.put(
        r.Identity(id="name", patient="lena", family_name="Fiktiva", given_name="Lena", mrn="448")
    )
    edit.put(
        r.LabResult(
            id="p1",
            patient="lena",
            analyte="serum_phosphate",
            value="5.2",
            unit="mg/dL",
            when="2025-06-17",
        )
    )
    edit.put(r.Mass(id="m1", patient="lena", mass_id="M1", site="hip", side="right"))
    edit.put(r.Mass(id="m2", patient="lena", mass_id="M2", site="shoulder", side="left"))
    edit.put(
        r.MassMeasurement(
            id="mm1",
            patient="lena",
            mass_id="M2",
            when="2025-06-17",
            modality="ct",
            length_mm="33",
            width_mm="26",
            depth_mm="20",
        )
    )
    edit.put(r.Patient(id="omar", patient_id="CR-0011", sex="male", birth_date="1990"))
    edit.put(r.Identity(id="name2", patient="omar", family_name="Erfunden", given_name="Omar"))


@pytest.fixture
def registry_path(tmp_path: Path) -> Path:
    """A registry with two invented people: Lena with labs and masses, Omar with nothing."""
    path = tmp_path / "clinic.registry"
    with Registry.create(path, who="a test") as registry:
        registry.change("Make two patients", _fill)
    return path


@pytest.fixture(scope="session")
def untouched_tour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The registry of a tour, made once; no test writes into it."""
    path = tmp_path_factory.mktemp("tour") / "tour.registry"
    make_tour_registry(path)
    return path


@pytest.fixture
def tour_registry(untouched_tour: Path, tmp_path: Path) -> Path:
    """A registry with patients of every kind, for this test alone."""
    return copied(untouched_tour, tmp_path)


@pytest.fixture
def window(just_started: WindowPage) -> WindowPage:
    """The main window on the registry, as a user finds it."""
    just_started.main.session.read_rules()  # as the warm-up does while the list is shown
    return just_started


@pytest.fixture
def just_started(qtbot: QtBot, registry_path: Path, answers: Answers) -> WindowPage:
    """The window of a user who is faster than the warm-up: no rule was read yet."""
    settings = Settings()
    settings.write(THEME, "light")
    main = make_window(settings, answers)
    qtbot.addWidget(main)
    page = WindowPage(qtbot, main, answers)
    main.resize(1440, 900)
    main.show()
    qtbot.waitExposed(main)
    main.activateWindow()
    qtbot.waitUntil(main.isActiveWindow)
    main.start(registry_path)
    return page


@pytest.fixture
def guarded(
    qtbot: QtBot, tmp_path: Path, answers: Answers, request: pytest.FixtureRequest
) -> GuardedWindow:
    """The main window on an encrypted registry, at the page that asks who is there."""
    request.getfixturevalue("cheap_keys")
    path = tmp_path / "guarded.registry"
    make_guarded(path, _fill)
    return guarded_window(qtbot, path, answers)
