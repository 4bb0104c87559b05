"""The head of the cohort page: what was counted when, progress with Stop, a word on release."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.domain.language import say
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import button, label
from desktop.work.cohort_text import release_note


class CohortHead(QWidget):
    """While patients are counted, the progress stands in the place of the note."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label(say("Cohort"), "title")
        self.hint = label("", "hint")
        self.note = label(release_note(), "hint", wrap=True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(say("Patients counted"))
        self.bar.setTextVisible(False)
        self.progress = label("", "hint")
        self.stop_button = button(say("Stop"), "header")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.hint)
        row.addWidget(self.note, 1)
        row.addStretch(0)
        for part in (self.progress, self.bar, self.stop_button):
            row.addWidget(part)
            part.hide()
        theme_signals.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.bar.setFixedWidth(theme().px(150))
        self.setMinimumHeight(theme().px(30))

    def show_progress(self, done: int, total: int) -> None:
        """How many of how many patients were counted."""
        self._run(is_running=done < total)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        told = say("{done} of {total} patients", done=f"{done:,}", total=f"{total:,}")
        self.progress.setText(told)

    def end(self) -> None:
        """Nothing is being counted."""
        self._run(is_running=False)

    def _run(self, *, is_running: bool) -> None:
        for part in (self.bar, self.progress, self.stop_button):
            part.setVisible(is_running)
        self.note.setVisible(not is_running)
