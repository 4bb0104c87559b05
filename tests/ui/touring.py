"""A walk through every page of the window, for each kind of patient, at a size and a text size."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication

from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.ui.app import make_window
from desktop.ui.pages import patient_pages, registry_pages
from desktop.ui.settings import TEXT_SIZE, THEME, Settings
from desktop.ui.theme import ThemeName, apply_theme
from desktop.work.demonstration import make_demonstration
from tests.ui.answers import Answers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.db.edit import Edit
    from desktop.ui.main_window import MainWindow

RICH, EMPTY, BY_AGE, DECEASED = "CR-0001", "CR-9001", "CR-9002", "CR-9003"
STATES = {RICH: "rich", EMPTY: "empty", BY_AGE: "ages only", DECEASED: "deceased"}
PATIENTS = 24
LONGEST_WAIT_MS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """How the window is looked at: colors, size in pixels, text size in percent."""

    theme: ThemeName = "light"
    width: int = 1440
    height: int = 900
    text: int = 100

    def __str__(self) -> str:
        return f"{self.theme} {self.width}x{self.height} at {self.text} %"


def make_tour_registry(path: Path) -> None:
    """The demonstration, and three invented people: a new one, one known by ages, one who died."""
    make_demonstration(path, patients=PATIENTS, seed=1)
    with Registry.open(path, who="a test") as registry:
        registry.change("Make three invented patients", _add_three)


def _add_three(edit: Edit) -> None:
    edit.put(r.Patient(id="new", patient_id=EMPTY, note="Fictional."))
    edit.put(
        r.Patient(
            id="aged",
            patient_id=BY_AGE,
            sex="male",
            diagnosis="hyperphosphatemic_tumoral_calcinosis",
            diagnosis_status="confirmed",
            note="Fictional; told as a published case would be.",
        )
    )
    for number, (age, value) in enumerate((("P12Y", "6.4"), ("P13Y6M", "7.1"), ("P14Y", "6.9"))):
        edit.put(
            r.LabResult(
                id=f"aged-lab-{number}",
                patient="aged",
                analyte="serum_phosphate",
                value=value,
                unit="mg/dL",
                when=age,
            )
        )
    edit.put(r.Mass(id="aged-m", patient="aged", mass_id="M1", site="hip", side="left"))
    for age, length in (("P13Y", "30"), ("P14Y", "38")):
        edit.put(
            r.MassMeasurement(
                id=f"aged-m-{age}",
                patient="aged",
                mass_id="M1",
                when=age,
                modality="ct",
                length_mm=length,
                width_mm="25",
                depth_mm="20",
            )
        )
    edit.put(
        r.Treatment(id="aged-t", patient="aged", agent="sevelamer", start_when="P13Y", dose="")
    )
    edit.put(
        r.Patient(
            id="dead",
            patient_id=DECEASED,
            sex="female",
            birth_date="1950-02-03",
            death_when="2024-05-06",
            diagnosis="fop",
            note="Fictional.",
        )
    )
    edit.put(
        r.Identity(id="dead-name", patient="dead", family_name="Fiktiva", given_name="Anna Maria")
    )
    edit.put(
        r.LabResult(
            id="dead-lab",
            patient="dead",
            analyte="serum_phosphate",
            value="3.9",
            unit="mg/dL",
            when="2023-11-02",
        )
    )


@dataclass(frozen=True, slots=True)
class Stop:
    """A page that is in sight: its name, and for which kind of patient."""

    name: str
    state: str
    page: QWidget

    def __str__(self) -> str:
        return f"{self.name} ({self.state})" if self.state else self.name


class Tour:
    """A window on a registry; ``stops`` shows page after page."""

    def __init__(self, registry: Path, sight: Sight) -> None:
        self.sight = sight
        settings = Settings()
        settings.write(THEME, sight.theme)
        settings.write(TEXT_SIZE, str(sight.text))
        self.app = QApplication.instance()
        assert isinstance(self.app, QApplication)
        apply_theme(self.app, sight.theme, text_scale=sight.text / 100)
        self.answers = Answers()
        self.main: MainWindow = make_window(settings, self.answers)
        self.main.resize(sight.width, sight.height)
        self.main.show()
        self.main.activateWindow()
        self.main.start(registry)
        self.main.session.read_rules()
        settle()

    def close(self) -> None:
        """Close the window, and leave nothing of it that later tests would restyle."""
        self.main.close()
        QThreadPool.globalInstance().waitForDone(LONGEST_WAIT_MS)
        self.main.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        settle()

    def show_place(self, name: str) -> Stop:
        """Show a page of the whole registry, filled with what it counts beside the window."""
        page = self.main.navigation.show_place(name)
        self.main.activateWindow()
        wait_for_work()
        return Stop(name, "", page)

    def open(self, patient_id: str) -> None:
        """Open a patient by registry id."""
        registry = self.main.session.registry
        assert registry is not None
        own = registry.id_of(patient_id)
        assert own is not None
        self.main.session.open_patient(own)
        settle()

    def show_tab(self, name: str) -> Stop:
        """Show a page of the open patient."""
        page = self.main.navigation.show_tab(name)
        self.main.activateWindow()
        settle()
        dossier = self.main.session.dossier
        state = STATES.get(dossier.case.patient.patient_id, "") if dossier else ""
        return Stop(name, state, page)

    def stops(self, *patients: str) -> Iterator[Stop]:
        """Every page of the registry, then every page of these patients, each in sight."""
        for place in registry_pages():
            yield self.show_place(place.name)
        for patient in patients:
            self.open(patient)
            yield from self.tabs()

    def tabs(self) -> Iterator[Stop]:
        """Every page of the open patient, each in sight."""
        for page in patient_pages():
            yield self.show_tab(page.name)


def settle() -> None:
    """Let everything be laid out and painted that was put off."""
    for _ in range(4):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_for_work() -> None:
    """Wait for what is worked out beside the window, and let it be shown."""
    until, quiet = monotonic() + LONGEST_WAIT_MS / 1000, 0
    while quiet < 3:
        quiet = quiet + 1 if QThreadPool.globalInstance().waitForDone(10) else 0
        settle()
        assert monotonic() < until, "something beside the window does not end"


def copied(registry: Path, folder: Path) -> Path:
    """A copy of a registry that a test may change."""
    target = folder / registry.name
    shutil.copyfile(registry, target)
    target.chmod(0o600)  # a registry that everybody may read is not opened
    return target
