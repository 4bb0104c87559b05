"""Opens a light and a heavy patient in turns, the charts being there, and times the heavy one."""

from __future__ import annotations

import sys
import time
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks.children.watch import (
    before_the_loop,
    on_plots_painted,
    tell,
    when_registry_is_open,
)

if TYPE_CHECKING:
    from desktop.ui.session import Session

CHARTS = 2
TIMES = 5


def main() -> None:
    from desktop.ui.app import run

    before_the_loop(lambda: when_registry_is_open(warm_up))
    run(Path(sys.argv[2]))


def warm_up(session: Session) -> None:
    on_plots_painted(CHARTS, partial(when_assessed, session))
    session.open_patient(sys.argv[4])


def when_assessed(session: Session) -> None:
    """Go on when the first guidance was shown: from then on it comes with the patient."""
    assert session.dossier is not None
    if session.dossier.is_assessed:
        take_turns(session)
        return
    single = Qt.ConnectionType.SingleShotConnection
    session.assessed.connect(lambda: QTimer.singleShot(0, partial(take_turns, session)), single)


def take_turns(session: Session) -> None:
    heavy, light = sys.argv[3], sys.argv[4]
    shown = []
    for _ in range(TIMES):
        milliseconds_to_show(session, light)
        shown.append(milliseconds_to_show(session, heavy))
    tell(ms=median(shown), dossier_ms=median(dossier_ms(session, heavy) for _ in range(TIMES)))


def milliseconds_to_show(session: Session, patient: str) -> float:
    begun = time.perf_counter()
    session.open_patient(patient)
    QApplication.processEvents()
    assert session.dossier is not None
    assert session.dossier.is_assessed
    return (time.perf_counter() - begun) * 1000


def dossier_ms(session: Session, patient: str) -> float:
    from desktop.guidance.dossier import dossier_of

    assert session.registry is not None
    begun = time.perf_counter()
    dossier = dossier_of(session.registry.case(patient, date(2026, 11, 20)))
    assert dossier.assessment is not None
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":  # processes that the program starts import this module
    main()
