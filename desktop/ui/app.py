"""Starting the window: paint first, then open the registry."""

from __future__ import annotations

import importlib
import os
import sys
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QThreadPool, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

import desktop.ui.imports  # noqa: F401 - before the many modules below
from desktop.ui.appearance import apply_settings
from desktop.ui.collecting import GarbageCollector
from desktop.ui.dialogs import Dialogs
from desktop.ui.errors import ErrorReporter
from desktop.ui.icons import program_icon
from desktop.ui.main_window import PRODUCT, MainWindow
from desktop.ui.session import Session
from desktop.ui.settings import Settings
from desktop.ui.warm_up import warm_up

if TYPE_CHECKING:
    from pathlib import Path

LAST_WAIT_MS = 3000


def run(registry_path: Path | None) -> int:
    """Open the window on a registry (by default the last one) and wait until it is closed.

    Gives the exit status. A registry that cannot be opened is told in the window.
    """
    app = application()
    settings = Settings()
    apply_settings(app, settings)
    window = make_window(settings, Dialogs())
    warm_up(window)
    path = registry_path or settings.last_registry
    if window.errors is not None:
        window.errors.install()
    window.entrance.prepare(path)
    window.backups.start()
    open_it = partial(window.start, path)
    window.painted.connect(lambda: QTimer.singleShot(0, open_it))
    window.painted.connect(lambda: window.setWindowIcon(program_icon()))
    window.painted.connect(Thread(target=_prepare_charts, daemon=True).start)
    window.show()
    status = app.exec()
    # The worklist may be at work for one patient more; the window is gone already.
    QThreadPool.globalInstance().waitForDone(LAST_WAIT_MS)
    return status


def _prepare_charts() -> None:
    """Import what charts need and what is safe to import beside the window's thread.

    The first patient opens some 60 ms sooner for it; pyqtgraph itself waits, for it makes Qt
    objects.
    """
    # One thread is plenty for what is drawn here; making more takes 50 ms.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    importlib.import_module("numpy")


def application() -> QApplication:
    """The one QApplication of the process."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    # Fusion by option: setStyle() gives back a QStyle, whose enums take 13 ms to make.
    made = QApplication([*sys.argv[:1], "-style", "Fusion"])
    QCoreApplication.setApplicationName(PRODUCT)
    QGuiApplication.setDesktopFileName("calcinosis-registry")  # finds icon and name on Wayland
    GarbageCollector(made)  # wherever there are widgets, no other thread may destroy one
    return made


def make_window(settings: Settings, dialogs: Dialogs) -> MainWindow:
    """A window with its session, not yet shown."""
    window = MainWindow(Session(), settings, dialogs)
    window.session.setParent(window)
    window.errors = ErrorReporter(dialogs, window)
    return window
