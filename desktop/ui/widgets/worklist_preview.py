"""The pane beside the worklist: why an item is on it, before any record is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.language import say, say_count
from desktop.domain.when import shown_day
from desktop.ui.widgets.basics import IconLabel, button, chip, clear, label
from desktop.ui.widgets.worklist_delegate import LOOKS
from desktop.work.worklist import LONGEST_SNOOZE, latest_snooze
from desktop.work.worklist_deeds import given_words, note_words

if TYPE_CHECKING:
    from datetime import date

    from desktop.ui.models.worklist import Row

WIDTH = 330


class WorklistPreview(QFrame):
    """Explains one item; what is to be done with it is asked by signals."""

    open_wanted = Signal()
    done_wanted = Signal()
    snooze_wanted = Signal()
    assign_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setAccessibleName(say("Why this is on the list"))
        self.name = label("", "cardtitle")
        self.patient_id = label("", "hint")
        head = QFrame()
        head.setProperty("cardhead", "true")
        head.setFixedHeight(36)
        top = QHBoxLayout(head)
        top.setContentsMargins(12, 0, 12, 0)
        top.addWidget(self.name, 1)
        top.addWidget(self.patient_id)
        self._page = QWidget()
        self._page.setProperty("page", "true")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(4)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._make_foot())
        self.show_row(None, None)

    def _make_foot(self) -> QWidget:
        self.open_button = button(say("Open patient   {keys}", keys="Enter"), "primary")
        self.done_button = button(say("Mark as done   {keys}", keys=say("Space")))
        self.snooze_button = button(say("Snooze…   {keys}", keys="S"), "flat", icon="clock-pause")
        self.assign_button = button(say("Give to…   {keys}", keys="A"), "flat", icon="user")
        self.note_button = button(say("Note…   {keys}", keys="N"), "flat", icon="notes")
        self.assign_button.clicked.connect(self.assign_wanted)
        self.note_button.clicked.connect(self.note_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.done_button.clicked.connect(self.done_wanted)
        self.snooze_button.clicked.connect(self.snooze_wanted)
        self.limit = label("", "hint", wrap=True)
        self._foot = QWidget()
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(12, 6, 12, 12)
        column.setSpacing(6)
        column.addWidget(self.open_button)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.done_button, 1)
        row.addWidget(self.snooze_button)
        column.addLayout(row)
        more = QHBoxLayout()
        more.setSpacing(8)
        more.addWidget(self.assign_button)
        more.addWidget(self.note_button)
        more.addStretch(1)
        column.addLayout(more)
        column.addWidget(self.limit)
        return self._foot

    def show_row(self, row: Row | None, day: date | None) -> None:
        """Explain a row; nothing is chosen for None."""
        clear(self._column)
        self._foot.setVisible(row is not None)
        if row is None or day is None:
            self.name.setText(say("Nothing chosen"))
            self.patient_id.clear()
            return
        item = row.item
        self.name.setText(row.name)
        self.name.setToolTip(row.name)
        self.patient_id.setText(row.person.partition(" · ")[0])
        self._column.addWidget(_headline(row))
        self._add_part(say("Why this is on your list"), item.detail or item.rule)
        if item.detail and item.rule not in item.detail:
            self._add_part(say("Rule"), item.rule)
        self._add_sources(item.sources)
        self._add_evidence(item.because)
        self._add_part(say("Suggested next step"), item.step)
        self._add_part(say("Whose it is"), given_words(row.deeds))
        self._add_part(say("Notes"), "\n".join(note_words(one) for one in row.deeds.notes))
        self._column.addStretch(1)
        days = LONGEST_SNOOZE[item.urgency]
        self.limit.setText(
            say_count(
                days,
                "Can be snoozed for {n} day, until {until}.",
                "Can be snoozed for {n} days, until {until}.",
                until=shown_day(latest_snooze(item, day)),
            )
        )

    def _add_part(self, title: str, text: str) -> None:
        if text:
            self._column.addSpacing(6)
            self._column.addWidget(label(title, "caption"))
            self._column.addWidget(label(text, wrap=True))

    def _add_sources(self, sources: tuple[str, ...]) -> None:
        if not sources:
            return
        line = QHBoxLayout()
        line.setSpacing(4)
        for key in sources[:5]:
            line.addWidget(chip(key, "source"))
        line.addStretch(1)
        self._column.addLayout(line)

    def _add_evidence(self, because: tuple[str, ...]) -> None:
        if not because:
            return
        self._column.addSpacing(6)
        self._column.addWidget(label(say("Evidence in record"), "caption"))
        for text in because:
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(IconLabel("point", "ink3"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(text, wrap=True), 1)
            self._column.addLayout(line)


def _headline(row: Row) -> QFrame:
    """What it is about, on the tint of its urgency."""
    name, token, _ = LOOKS[row.item.urgency]
    made = QFrame()
    level = {"stop": "stop", "review": "warn", "new": "info"}.get(row.item.urgency, "")
    if level:
        made.setProperty("message", level)
    inner = QHBoxLayout(made)
    inner.setContentsMargins(10, 8, 10, 8)
    inner.setSpacing(8)
    inner.addWidget(IconLabel(name, token, 18), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(label(row.item.text, "strong", wrap=True))
    told = " · ".join(part for part in (row.word, row.due, row.whose) if part)
    words.addWidget(label(told, "hint", wrap=True))
    inner.addLayout(words, 1)
    return made
