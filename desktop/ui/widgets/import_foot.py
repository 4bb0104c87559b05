"""The foot of the import: back, on, start over, and what the next step would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.language import mark, say, say_count
from desktop.ui.models.import_words import counts
from desktop.ui.widgets.basics import button, label
from desktop.ui.widgets.status_row import ProgressLine

if TYPE_CHECKING:
    from desktop.ui.models.import_draft import ImportDraft

FILES, COLUMNS, PEOPLE, ROWS, DONE = range(5)
"""The steps of an import in their order."""

STEPS = (
    mark("Choose files"),
    mark("Match columns"),
    mark("Match patients"),
    mark("Check rows"),
    mark("Import"),
)
"""What each step is called."""


class ImportFoot(QWidget):
    """Follows the step and the draft; only the last button before the end writes."""

    def __init__(self) -> None:
        super().__init__()
        self.back_button = button(say("Back"))
        self.save_button = button(say("Save refused rows…"), icon="download")
        self.progress = ProgressLine()
        self.over_button = button(say("Start over"))
        self.next_button = button("", "primary")
        self.hint = label("", "hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.back_button)
        row.addWidget(self.save_button)
        row.addWidget(self.progress)
        row.addStretch(1)
        row.addWidget(self.hint)
        row.addWidget(self.over_button)
        row.addWidget(self.next_button)

    def follow(self, step: int, draft: ImportDraft, *, is_busy: bool) -> None:
        """Enable what can be done now, and say what the next step is."""
        outcome = draft.outcome
        ready = _ready(draft)
        self.next_button.setEnabled(_may_go_on(step, draft, ready) and not is_busy)
        self.next_button.setText(_next_words(step, ready, is_tried=outcome is not None))
        self.back_button.setEnabled(step not in (FILES, DONE) and not is_busy)
        self.over_button.setVisible(step != DONE and bool(draft.surveys))
        self.over_button.setEnabled(not is_busy)
        has_refused = outcome is not None and bool(outcome.refused_rows)
        self.save_button.setVisible(step in (ROWS, DONE) and has_refused)
        self.save_button.setEnabled(not is_busy)
        is_asked = bool(draft.open_questions())
        self.hint.setText("" if is_busy else _hint(step, is_asked=is_asked))


def _ready(draft: ImportDraft) -> int:
    if draft.outcome is None:
        return 0
    _, added, updated, _, _ = counts(draft.outcome)
    return added + updated


def _may_go_on(step: int, draft: ImportDraft, ready: int) -> bool:
    asked = draft.open_questions()
    if step == FILES:
        return bool(draft.readable) and all(one.asks == "columns" for _, one in asked)
    if step == COLUMNS:
        return bool(draft.readable) and not asked
    return ready > 0 if step == ROWS else True


def _next_words(step: int, ready: int, *, is_tried: bool) -> str:
    if step == ROWS:
        if not ready:
            return say("Nothing to import")
        return say_count(ready, "Import {n} row", "Import {n} rows")
    if step == DONE:
        return say("Import more files")
    if step in (COLUMNS, PEOPLE) and not is_tried:
        return say("Try it, write nothing")
    return say("Go on")


def _hint(step: int, *, is_asked: bool) -> str:
    if step in (FILES, COLUMNS) and is_asked:
        return say("A file waits for your answer.")
    if step == ROWS:
        return say("One undo takes back the whole import.")
    return "" if step == DONE else say("Nothing is written yet.")
