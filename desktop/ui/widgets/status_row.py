"""The status row: what is saved, what undo takes back, running work, which registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from desktop.domain.language import say, say_count
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import IconLabel, button, label, set_role

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.ui.tasks import Task


NOTE_MS = 30_000
"""How long a note stands."""


class StatusRow(QFrame):
    """The bottom row; it asks to take back the last step, and for the entry that was left."""

    undo_wanted = Signal()
    unfinished_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusRow")
        self._fit()
        theme_signals.changed.connect(self._fit)
        self._saved_icon = IconLabel("circle-check", "ok", 14)
        # As with no registry open: to change a role builds a QStyle, which takes 12 ms once.
        self.saved = label("", "status")
        self._undo_icon = IconLabel("arrow-back-up", "ink2", 14)
        self.undo = _link("undoLast")
        self._draft_icon = IconLabel("alert-triangle", "warn", 14)
        self.unfinished = _link("unfinishedEntry")
        self.note = label("", "status")
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.guidance = label("", "status")
        self.registry = label("", "status")
        self.demo = label(say("DEMO DATA – fictional people"), "demo")
        self._kept_icon = IconLabel("lock", "ok", 14)
        self.kept = label("", "status")
        self.progress = ProgressLine()
        self.undo.clicked.connect(self.undo_wanted)
        self.unfinished.clicked.connect(self.unfinished_wanted)
        self._lay_out()
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.timeout.connect(self.note.clear)
        self.show_undo("")
        self.show_unfinished("")
        self.show_demo(is_demo=False)
        self.show_closed()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(6)
        groups = (
            (self._saved_icon, self.saved),
            (self._undo_icon, self.undo),
            (self._draft_icon, self.unfinished),
        )
        for group in groups:
            for part in group:
                row.addWidget(part)
            row.addSpacing(12)
        row.addWidget(self.note, 1)
        row.addWidget(self.progress)
        for part in (self.guidance, self.registry):
            row.addSpacing(10)
            row.addWidget(part)
        row.addSpacing(4)
        row.addWidget(self._kept_icon)
        row.addWidget(self.kept)
        row.addSpacing(10)
        row.addWidget(self.demo)

    def _fit(self) -> None:
        self.setFixedHeight(theme().px(26))

    def show_closed(self) -> None:
        """No registry is open."""
        self._saved_icon.hide()
        set_role(self.saved, "status")
        self.saved.setText(say("No registry open"))
        for part in (self.registry, self.guidance, self.kept):
            part.clear()
            part.setToolTip("")
        self._kept_icon.hide()
        self.show_demo(is_demo=False)

    def show_saved(self, at: datetime | None) -> None:
        """Everything is saved; ``at`` is the time of the last change of this session."""
        self._saved_icon.show()
        set_role(self.saved, "saved")
        told = say("All changes saved {time}", time=f"{at:%H:%M}") if at else ""
        self.saved.setText(told or say("All changes saved"))

    def show_undo(self, what: str) -> None:
        """What Ctrl+Z would take back; pressed, it does."""
        self._undo_icon.setVisible(bool(what))
        self.undo.setVisible(bool(what))
        self.undo.setText(say("Ctrl+Z undoes: {what}", what=what) if what else "")

    def show_unfinished(self, what: str, *, more: int = 0) -> None:
        """Name an entry that was not finished, and how many more there are; pressed, it opens."""
        self._draft_icon.setVisible(bool(what))
        self.unfinished.setVisible(bool(what))
        text = say("Unfinished: {what}", what=what) if what else ""
        if more:
            text = say_count(more, "{text} and {n} more", "{text} and {n} more", text=text)
        self.unfinished.setText(text)

    def show_note(self, text: str) -> None:
        """A short sentence about what was just done; it goes away by itself."""
        self.note.setText(text)
        self.note.setToolTip(text)
        self._forget.start(NOTE_MS)

    def show_kept(self, *, is_encrypted: bool, is_demo: bool) -> None:
        """Say how the registry is kept: encrypted, or readable for whoever has the file."""
        if is_encrypted:
            told, hint = say("Encrypted"), say("Only people who sign in can read this registry.")
        elif is_demo:
            told = say("Demonstration · fictional patients · not encrypted")
            hint = say("Every person in this registry is invented.")
        else:
            told = say("Not encrypted")
            hint = say("Whoever can read the file can read the patients. See the File menu.")
        name, token = ("lock", "ok") if is_encrypted else ("alert-triangle", "warn")
        self._kept_icon.set_icon(name, token, 14)
        self._kept_icon.show()
        self.kept.setText(told)
        self.kept.setToolTip(hint)
        set_role(self.kept, "status" if is_encrypted else "demo")

    def forget(self) -> None:
        """Say nothing any more that was said of a patient."""
        self._forget.stop()
        self.note.clear()
        self.note.setToolTip("")
        self.show_undo("")
        self.show_unfinished("")
        self.show_closed()

    def show_demo(self, *, is_demo: bool) -> None:
        """Say that the people shown are fictional."""
        self.demo.setVisible(is_demo)


def _link(name: str) -> QPushButton:
    made = button("", "link")
    made.setObjectName(name)
    return made


class ProgressLine(QWidget):
    """One running task: its name, how far, and Stop."""

    def __init__(self) -> None:
        super().__init__()
        self.text = label("", "status")
        self.bar = QProgressBar()
        self.bar.setFixedWidth(160)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(say("Progress"))
        self.stop = button(say("Stop"), "link")
        self.stop.setObjectName("stopTask")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text)
        row.addWidget(self.bar)
        row.addWidget(self.stop)
        self._task: Task | None = None
        self.stop.clicked.connect(self._stop)
        self.hide()

    def follow(self, task: Task) -> None:
        """Show this task until it ends."""
        self._task = task
        self.text.setText(task.name)
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        task.signals.progress.connect(self._show)
        task.signals.ended.connect(self._end)
        self.show()

    def _show(self, done: int, total: int, text: str) -> None:
        self.bar.setRange(0, max(total, 0))
        self.bar.setValue(done)
        if total:
            counted = say("{done} of {total}", done=f"{done:,}", total=f"{total:,}")
        else:
            counted = f"{done:,}"
        self.text.setText(f"{text} {counted}" if text else counted)

    def _stop(self) -> None:
        if self._task is not None:
            self.stop.setEnabled(False)
            self.text.setText(say("Stopping…"))
            self._task.stop()

    def _end(self) -> None:
        self._task = None
        self.hide()
