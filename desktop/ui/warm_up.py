"""Gets ready what the first patient needs, while the user looks for one in the list.

Everything here happens anyway when it is first asked for; done ahead, the first overview opens
without a wait, and so does each page of a patient. The work is cut into steps of the event loop,
and waits while someone types.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from desktop.ui.pages import PATIENT_TABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from desktop.ui.main_window import MainWindow

    Step = Callable[[], object]

FIRST_PAUSE_MS = 600
"""After the list, the last letter typed, or a patient opened: these come first."""
PAUSE_MS = 30
"""Between two steps, for whatever else there is to do."""


_BESIDE_CHARTS = ("multiprocessing.connection", "pydoc", "xml.etree.ElementTree")
"""What pyqtgraph imports of Python itself: a quarter of its time, in steps of their own."""

_BESIDE_PAPER = ("reportlab.pdfgen.canvas", "reportlab.platypus", "desktop.reports.clinician")
"""What the page of documents needs, the last it may wait for."""


class WarmUp(QObject):
    """Does steps one by one, each in a turn of the event loop; lives as long as its parent.

    A step that raises is told as any error of the program is; the next ones follow.
    """

    def __init__(self, steps: Iterable[Step], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = list(steps)
        self._has_begun = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._do_one)

    @property
    def steps_left(self) -> int:
        """How many steps are still to be done."""
        return len(self._steps)

    def start(self) -> None:
        """Begin after a pause; a second call does nothing."""
        if not self._has_begun:
            self._has_begun = True
            self.put_off()

    def put_off(self) -> None:
        """Wait again: the user is doing something."""
        if self._has_begun and self._steps:
            self._timer.start(FIRST_PAUSE_MS)

    def stop(self) -> None:
        """Do no further step."""
        self._timer.stop()
        self._steps.clear()

    def _do_one(self) -> None:
        step = self._steps.pop(0)
        if self._steps:
            self._timer.start(PAUSE_MS)
        step()


def warm_up(window: MainWindow) -> WarmUp:
    """The warm-up of a window: begins when its registry is open, ends when it is closed."""
    made = WarmUp(_steps(window), window)
    once = Qt.ConnectionType.SingleShotConnection
    window.session.registry_changed.connect(partial(_begin, window, made), once)
    window.closing.connect(made.stop)
    return made


def _begin(window: MainWindow, made: WarmUp) -> None:
    window.session.opened.connect(made.put_off)
    window.search.field.textEdited.connect(made.put_off)
    made.start()


def _steps(window: MainWindow) -> list[Step]:
    qt = [partial(_make_classes, f"PySide6.Qt{name}") for name in ("Core", "Gui", "Widgets")]
    return [
        window.session.read_ahead,
        window.commands.dress,
        partial(import_module, "desktop.measures.derived"),
        partial(import_module, "desktop.ui.views.overview"),
        *qt,
        *(partial(import_module, name) for name in _BESIDE_CHARTS),
        partial(import_module, "desktop.ui.plot_canvas"),
        partial(import_module, "desktop.guidance.assess"),
        window.session.read_rules,
        partial(_make_page, window, "overview"),
        partial(_prepare_for_writing, window),
        *_pages(window),
    ]


def _pages(window: MainWindow) -> Iterator[Step]:
    """The other pages of a patient: import each, then make it; documents come last."""
    for page in sorted(PATIENT_TABLE, key=lambda page: page.name == "documents"):
        if page.name == "documents":
            yield from (partial(import_module, name) for name in _BESIDE_PAPER)
        yield partial(import_module, page.made_by.partition(":")[0])
        yield partial(_make_page, window, page.name)


def _make_classes(module: str) -> None:
    """Have Qt's classes made, which otherwise takes place in one go below pyqtgraph's import."""
    found = import_module(module)
    for name in dir(found):
        getattr(found, name)


def _make_page(window: MainWindow, name: str) -> None:
    if window.session.registry is not None:
        window.navigation.patient_page.page(name)


def _prepare_for_writing(window: MainWindow) -> None:
    if window.session.registry is not None:
        window.session.registry.prepare_for_writing()
