"""Moving by keyboard between the panes of the window, its problems and its charts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.language import say
from desktop.ui.pages import Focuses, HasProblems

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow
    from desktop.ui.plot import ChartView


class Panes(QObject):
    """F6 goes through rail, alerts, tabs, page and status row; each remembers its place."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last: dict[int, ref[QWidget]] = {}
        self._chart: ref[ChartView] | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - a window has one
        app.focusChanged.connect(self._remember)

    def _panes(self) -> list[QWidget]:
        window = self._window
        patient = window.navigation.open_patient_page
        page = window.navigation.shown_page
        parts: list[QWidget | None] = [window.rail]
        if patient is not None:
            parts += [patient.alerts, patient.tabs]
        parts += [page, window.menu_row]
        return [part for part in parts if part is not None and part.isVisible()]

    def _remember(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._window.isAncestorOf(new):
            return
        for pane in self._panes():
            if pane is new or pane.isAncestorOf(new):
                self._last[id(pane)] = ref(new)
        self._note_chart(new)

    def _note_chart(self, focused: QWidget) -> None:
        if "desktop.ui.plot" not in sys.modules:
            return
        from desktop.ui.plot import ChartView

        part: QWidget | None = focused
        while part is not None and part is not self._window:
            if isinstance(part, ChartView):
                self._chart = ref(part)
                return
            part = part.parentWidget()

    def go(self, step: int) -> None:
        """To the next (1) or the previous (-1) pane that can have the keyboard."""
        panes = self._panes()
        focused = QApplication.focusWidget()
        here = next((n for n, one in enumerate(panes) if focused and _holds(one, focused)), -step)
        for distance in range(1, len(panes) + 1):
            pane = panes[(here + step * distance) % len(panes)]
            if self._enter(pane):
                return

    def _enter(self, pane: QWidget) -> bool:
        kept = self._last.get(id(pane))
        target = kept() if kept else None
        if target is not None and _can_have_focus(target) and _holds(pane, target):
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        if isinstance(pane, Focuses):
            pane.focus_first()
            focused = QApplication.focusWidget()
            if focused is not None and _holds(pane, focused):
                return True
        candidates = [pane, *pane.findChildren(QWidget)]
        for part in candidates:
            if _can_have_focus(part) and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                part.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return False

    def next_problem(self, step: int) -> None:
        """F8: to the next entry of this page that needs to be looked at."""
        page = self._window.navigation.shown_page
        if not (isinstance(page, HasProblems) and page.next_problem(step)):
            self._window.status.show_note(say("No problems on this page"))

    def chart_table(self) -> None:
        """Ctrl+T: the chart used last on this page, or its first one, as a table and back."""
        page = self._window.navigation.shown_page
        used = self._chart() if self._chart else None
        chart = used if used is not None and page and page.isAncestorOf(used) else None
        if chart is None or not chart.isVisible():
            chart = next(iter(self._charts(page)), None)
        if chart is None:
            self._window.status.show_note(say("No chart on this page"))
        else:
            chart.table_action.trigger()

    @staticmethod
    def _charts(page: QWidget | None) -> list[ChartView]:
        from desktop.ui.plot import ChartView  # pyqtgraph comes with the first chart

        found = page.findChildren(ChartView) if page else []
        return [chart for chart in found if chart.isVisible()]


def _holds(pane: QWidget, part: QWidget) -> bool:
    return pane is part or pane.isAncestorOf(part)


def _can_have_focus(part: QWidget) -> bool:
    return part.isVisible() and part.isEnabled() and part.focusPolicy() != Qt.FocusPolicy.NoFocus
