"""Switches between the pages of one patient, opens the patient anew, and moves the chart."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from tests.benchmarks.children.watch import Painted, tell
from tests.benchmarks.day import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.main_window import MainWindow

TIMES, FRAMES = 3, 60
POINTS = 2000
PAUSE_S = 0.15


def main() -> None:
    from desktop.ui.app import application, make_window
    from desktop.ui.collecting import GarbageCollector
    from desktop.ui.dialogs import Dialogs
    from desktop.ui.pages import PATIENT_TABLE
    from desktop.ui.settings import Settings
    from desktop.ui.theme import apply_theme

    apply_theme(application(), "light")
    _collector = GarbageCollector(application())  # as the program does
    window = make_window(Settings(), Dialogs())
    window.resize(1440, 900)
    window.show()
    window.start(Path(sys.argv[2]))
    window.session.read_rules()
    assert window.session.registry is not None
    own = window.session.registry.id_of(sys.argv[3])
    assert own is not None
    window.session.open_patient(own)
    names = [page.name for page in PATIENT_TABLE]
    found: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(TIMES + 1):
        for name in names:
            spent = until_painted(lambda name=name: window.navigation.show_tab(name))  # type: ignore[misc]
            settle_long()
            if turn:
                found[name].append(spent)
    window.navigation.show_tab("overview")
    settle_long()
    painted, guided = zip(*[opened_ms(window, own) for _ in range(2 * TIMES)], strict=True)
    tell(
        **{f"switch_{name}": median(times) for name, times in found.items()},
        open_ms=median(painted),
        guided_ms=median(guided),
        frame_ms=frame_ms(),
        empty_ms=empty_ms(window),
    )


def until_painted(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    QApplication.processEvents()
    return (time.perf_counter() - begun) * 1000


def opened_ms(window: MainWindow, own: str) -> tuple[float, float]:
    """Milliseconds from the choice of a patient until the overview is painted, and the advice."""
    painted: list[float] = []
    begun = time.perf_counter()
    page = window.navigation.patient_page.page("overview")
    watching = Painted(lambda: painted.append((time.perf_counter() - begun) * 1000))
    page.installEventFilter(watching)
    window.session.open_patient(own)
    dossier = window.session.dossier
    assert dossier is not None
    while not (painted and dossier.is_assessed):
        QApplication.processEvents()
    guided = (time.perf_counter() - begun) * 1000
    page.removeEventFilter(watching)
    settle_long()
    return painted[0], guided


def settle_long() -> None:
    """Let what a page puts off be done before the next is timed."""
    until = time.perf_counter() + PAUSE_S
    while time.perf_counter() < until:
        settle()


def frame_ms() -> float:
    """Milliseconds for one painted step of a chart that is panned, then zoomed."""
    from desktop.charts.labs import phosphate_trend
    from desktop.measures.derived import derive
    from desktop.ui.plot import ChartView
    from tests.benchmarks.measuring import patient

    case = patient(occasions=POINTS, masses=1)
    labs = tuple(lab for lab in case.labs if lab.analyte == "serum_phosphate")
    few = replace(case, labs=labs, masses=(), mass_measurements=())
    chart = ChartView()
    chart.resize(900, 360)
    chart.show()
    chart.show_spec(phosphate_trend(few, derive(few), unit="mg/dL"))
    QApplication.processEvents()
    assert chart.canvas is not None
    low, high = chart.canvas.x_range()
    width, times = (high - low) / 2, []
    for step in range(FRAMES):
        share = step / FRAMES
        at = low + (high - low - width) * share
        zoomed = width * (1 - share / 2) if step % 2 else width
        begun = time.perf_counter()
        chart.canvas.show_x_range(at, at + zoomed)
        QApplication.processEvents()
        times.append((time.perf_counter() - begun) * 1000)
    return median(times)


def empty_ms(window: MainWindow) -> float:
    """Milliseconds to switch between two empty widgets in the place of the pages."""
    stack = QStackedWidget(window)
    for _ in range(2):
        stack.addWidget(QWidget())
    stack.resize(1360, 760)
    stack.show()
    settle()
    return median(
        [until_painted(lambda n=n: stack.setCurrentIndex(n % 2)) for n in range(2 * TIMES)]  # type: ignore[misc]
    )


if __name__ == "__main__":  # processes that the program starts import this module
    main()
