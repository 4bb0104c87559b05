"""The strip under the laboratory grid: where the current cell comes from, and the first problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.language import say, say_count
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import button, clear, label, rule
from desktop.ui.widgets.card import ClampedLabel, ElidedLabel

if TYPE_CHECKING:
    from desktop.ui.models.labs_explain import Explanation

HEIGHT, COMPACT_HEIGHT, PROBLEM_WIDTH = 74, 56, 400


class LabInspector(QFrame):
    """Provenance left, problem right.

    ``details_wanted`` opens the fields of the result; ``meant`` carries the text of a
    suggestion that was clicked; ``confirmed`` the reason why an unusual value is right;
    ``next_wanted`` goes on to the next problem.
    """

    details_wanted = Signal()
    meant = Signal(str)
    confirmed = Signal(str)
    next_wanted = Signal()
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_compact = False
        self.title = label("", "strong")
        self.flag = label("", "flag")
        self.facts = ElidedLabel("", "label")
        self.details_button = button(say("Details"), "link")
        self.details_button.setToolTip(say("Method, specimen, own range, marks, note (Shift+F2)"))
        self.details_button.setAccessibleName(say("Details of this result"))
        self.details_button.clicked.connect(self.details_wanted)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.problem = QFrame()
        self.problem_text = label("", "error", wrap=True)
        self.problem_text.setTextFormat(Qt.TextFormat.PlainText)
        self.more = button("", "link")
        self.more.clicked.connect(self.next_wanted)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(4)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(say("Why it is right, then Enter"))
        self.reason.setAccessibleName(say("Reason why this unusual value is right"))
        self.reason.returnPressed.connect(self._confirm)
        self._lay_out()
        self._size()
        theme_signals.changed.connect(self._size)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addWidget(self.flag)
        head.addWidget(self.facts, 1)
        head.addWidget(self.details_button)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(head)
        left.addLayout(self._lines)
        left.addStretch(1)
        right = QVBoxLayout(self.problem)
        right.setContentsMargins(10, 0, 0, 0)
        right.setSpacing(2)
        right.addWidget(self.problem_text)
        right.addWidget(self.reason)
        right.addLayout(self._actions)
        right.addStretch(1)
        self.reason.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 10, 6)
        row.setSpacing(10)
        row.addLayout(left, 1)
        self._rule = rule(vertical=True)
        row.addWidget(self._rule)
        row.addWidget(self.problem)
        self.show_problem("", 0)

    def _size(self) -> None:
        height = COMPACT_HEIGHT if self._is_compact else HEIGHT
        self.setMinimumHeight(theme().px(height))
        self.problem.setFixedWidth(theme().px(PROBLEM_WIDTH))

    def compact(self, is_compact: bool) -> None:
        """One line for each thing in small windows; the tooltip has the rest."""
        self._is_compact = is_compact
        self._size()

    def show_cell(self, explained: Explanation | None, provenance: str, *, is_result: bool) -> None:
        """Say what the current cell is; None where there is none."""
        clear(self._lines)
        self.title.setText(explained.title if explained else "")
        self.flag.setText(explained.flag if explained else "")
        self.flag.setVisible(bool(explained and explained.flag))
        self.details_button.setVisible(is_result)
        self.facts.show_text("")
        if explained is None:
            return
        most_lines = 1 if self._is_compact else 2
        first, *others = explained.lines or ("",)
        self.facts.show_text(first)
        judged, *others = others or [""]
        shown = [judged, " · ".join(part for part in (provenance, *others) if part)]
        for text in filter(None, shown):
            self._lines.addWidget(ClampedLabel(text, "label", most_lines))
        said = ". ".join(part for part in (explained.title, first, *shown) if part)
        self.setAccessibleName(say("About this cell"))
        self.setAccessibleDescription(said)

    def show_problem(
        self,
        text: str,
        count: int,
        *,
        is_here: bool = True,
        is_error: bool = True,
        suggestions: tuple[str, ...] = (),
        may_confirm: bool = False,
        may_clear: bool = False,
    ) -> None:
        """Show the problem of the current cell, or the first one there is; none for ``""``."""
        clear(self._actions)
        self.reason.hide()
        self.problem.setVisible(bool(text))
        self._rule.setVisible(bool(text))
        if not text:
            return
        self.problem_text.setProperty("role", "error" if is_error else "warning")
        self.problem_text.style().unpolish(self.problem_text)
        self.problem_text.style().polish(self.problem_text)
        self.problem_text.setText(text)
        self.problem_text.setAccessibleName(text)
        for meant in suggestions:
            self._action(
                say("Did you mean {value}?", value=meant), lambda m=meant: self.meant.emit(m)
            )
        if may_confirm:
            self._action(say("It is right…"), self._ask_reason)
        if may_clear:
            self._action(say("Clear"), self.cleared.emit)
        if count > 1 or not is_here:
            words = say_count(count, "{n} cell needs a look (F8)", "{n} cells need a look (F8)")
            self._action(words, self.next_wanted.emit)
        self._actions.addStretch(1)

    def _action(self, text: str, run: object) -> None:
        made = button(text, "link")
        made.clicked.connect(lambda _checked=False: run())  # type: ignore[operator]
        self._actions.addWidget(made)

    def _ask_reason(self) -> None:
        self.reason.clear()
        self.reason.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        if self.reason.text().strip():
            self.confirmed.emit(self.reason.text().strip())

    def first_focus(self) -> QWidget:
        """Where F6 comes to."""
        return self.details_button
