"""The preview of a pasted block: what would be stored, and the questions that are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.charts.figures import unit_text
from desktop.domain.language import mark, say, say_count
from desktop.ui.icons import icon
from desktop.ui.models.labs_words import test_name
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import Card, button, clear, label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.ui.models.labs_block import Block
    from desktop.ui.models.labs_planned import Planned

HEADER = (mark("Test"), mark("Date"), mark("Pasted"), mark("Shown as"), mark("State"))
_STATES = {
    "ready": ("check", "ok", mark("ready")),
    "same": ("minus", "ink3", mark("left out")),
    "asked": ("alert-triangle", "warn", mark("open")),
    "skipped": ("x", "ink3", mark("skipped")),
}
_EXISTING = {"both": mark("Keep both"), "replace": mark("Replace it")}
IN_A_ROW = 3


class LabPastePanel(Card):
    """``decided`` carries a question's kind, the row's number, and the answer.

    ``accepted`` stores what is ready, ``left`` closes the panel without storing.
    """

    decided = Signal(str, int, str)
    accepted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(say("Paste from a spreadsheet"), icon="clipboard-text")
        self.planned: Sequence[Planned] = ()
        self.intro = label("", wrap=True)
        self.intro.setContentsMargins(12, 8, 12, 8)
        self.table = QTableWidget(0, len(HEADER))
        self.question = label("", "warning", wrap=True)
        self._answers = QGridLayout()
        self._answers.setSpacing(6)
        self.store_button = button("", "primary")
        self.cancel_button = button(say("Cancel"))
        self._set_up()
        self._lay_out()
        self.store_button.clicked.connect(self.accepted)
        self.cancel_button.clicked.connect(self.left)
        self.table.currentCellChanged.connect(lambda *_: self._show_question())

    def _set_up(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels([say(words) for words in HEADER])
        table.setAccessibleName(say("What would be stored"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(theme().px(25))
        table.setStyleSheet(
            "QTableView::item { padding: 0 4px; } QHeaderView::section { padding: 0 6px; }"
        )
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def _lay_out(self) -> None:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.question)
        column.addLayout(self._answers)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.store_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.body.addWidget(self.intro)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(foot)

    def show_plan(self, block: Block, planned: Sequence[Planned], into: str) -> None:
        """Show what would be stored; ``into`` names the column for values without a time."""
        chosen = self.table.currentRow()
        self.planned = planned
        self.hint.setText(say_count(len(planned), "{n} value", "{n} values"))
        self.intro.setText(self._intro(block, into))
        self.table.setRowCount(len(planned))
        for row, one in enumerate(planned):
            self._fill_row(row, one)
        days = {one.day for one in planned if one.day}
        self.table.setColumnHidden(1, len(days) < 2)
        self._fit()
        ready = sum(one.status == "ready" for one in planned)
        self.store_button.setText(say_count(ready, "Store {n} value", "Store {n} values"))
        self.store_button.setEnabled(ready > 0)
        opened = [n for n, one in enumerate(planned) if one.status == "asked"]
        start = opened[0] if opened else 0
        keeps = 0 <= chosen < len(planned) and planned[chosen].status == "asked"
        if planned:
            self.table.setCurrentCell(chosen if keeps else start, 0)
        self._show_question()

    def _intro(self, block: Block, into: str) -> str:
        parts = []
        if any(not one.pasted.when for one in self.planned) and into:
            parts.append(say("Values without a date go into the column {column}.", column=into))
        parts.append(say("Stored as pasted, with its unit; shown in the unit of the grid."))
        if block.left_over:
            told = "; ".join(cell for *_, cell in block.left_over[:6])
            count = len(block.left_over)
            words = say_count(
                count,
                "Not understood, {n} cell: {cells}",
                "Not understood, {n} cells: {cells}",
                cells=told,
            )
            parts.append(words)
        return " ".join(parts)

    def _fill_row(self, row: int, one: Planned) -> None:
        name, token, state = _STATES[one.status]
        shown = f"{one.shown} {one.flag}".strip()
        cells = (one.name, one.day, one.entered, shown, say(state))
        why = one.problem or one.warning
        for place, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(f"{text}\n{why}".strip())
            said = say("{heading} {text}", heading=say(HEADER[place]), text=text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            if place == len(cells) - 1:
                shown_icon = "alert-triangle" if one.warning else name
                item.setIcon(icon(shown_icon, "warn" if one.warning else token, 14))
            self.table.setItem(row, place, item)

    def _fit(self) -> None:
        header = self.table.horizontalHeader()
        for place in range(len(HEADER)):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def current(self) -> Planned | None:
        """The value of the chosen row."""
        row = self.table.currentRow()
        return self.planned[row] if 0 <= row < len(self.planned) else None

    def _show_question(self) -> None:
        clear(self._answers)
        one = self.current()
        text = (one.problem or one.warning) if one else ""
        self.question.setVisible(bool(text))
        self.question.setText(f"{one.name}: {text}" if one and text else "")
        if one is not None and one.status in ("asked", "skipped"):
            for place, (words, run) in enumerate(self._choices(one)):
                made = button(words, "header")
                made.clicked.connect(lambda _checked=False, run=run: run())
                self._answers.addWidget(made, place // IN_A_ROW, place % IN_A_ROW)

    def _choices(self, one: Planned) -> list[tuple[str, Callable[[], None]]]:
        row = self.table.currentRow()

        def answer(ask: str, text: str) -> Callable[[], None]:
            return lambda: self.decided.emit(ask, row, text)

        if one.status == "skipped":
            return [(say("Do not skip"), answer("skip", ""))]
        found: list[tuple[str, Callable[[], None]]] = []
        for option in one.options[:5]:
            words = {
                "unit": unit_text(option),
                "test": test_name(option),
                "existing": say(_EXISTING.get(option, option)),
            }.get(one.ask, option)
            found.append((words, answer(one.ask, option)))
        if one.ask == "unit":
            found.append((say("All in the units of the grid"), answer("all_units", "")))
        if one.ask == "time":
            found.append((say("Day first"), answer("time", "day")))
            found.append((say("Month first"), answer("time", "month")))
        found.append((say("Skip"), answer("skip", "yes")))
        return found

    def focus_first(self) -> None:
        """The list, at the first open question."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
