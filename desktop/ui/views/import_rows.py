"""Fourth step of an import: what it would do, table by table, and the rows that stay out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.language import say, say_count
from desktop.ui.models.import_columns import heading, shown_cell
from desktop.ui.models.import_rows import (
    ProblemRow,
    count_lines,
    problem_line,
    problem_rows,
    problem_words,
)
from desktop.ui.models.import_words import counts
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import Card, IconLabel, InlineMessage, clear, label, rule
from desktop.ui.widgets.import_table import ImportTable
from desktop.ui.widgets.settings_parts import ChoiceRow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.ui.models.import_draft import ImportDraft
    from desktop.work.import_outcome import Outcome

SIDE = 330


class RowsStep(QWidget):
    """Counts that add up, every problem with its row, and the whole row beside it."""

    def __init__(self, draft: ImportDraft) -> None:
        super().__init__()
        self._draft = draft
        self.problems: list[ProblemRow] = []
        self._shown: list[ProblemRow] = []
        self.message = InlineMessage()
        self.counts_card = Card(say("What the import would do"), icon="list-check")
        self.counts = ImportTable(
            say("What the import would do"),
            (
                say("Table"),
                say("Rows read"),
                say("Added"),
                say("Filled in"),
                say("There already"),
                say("Refused"),
            ),
        )
        self.counts.horizontalHeader().setStretchLastSection(False)
        self.rows_card = Card(say("Rows to look at"), icon="table")
        self.only = ChoiceRow(
            say("Rows shown"), [("error", say("Errors")), ("all", say("Errors and checks"))]
        )
        self.table = ImportTable(say("Rows to look at"))
        self.table.cap(240)
        self.notes = label("", "hint", wrap=True)
        self.bar = _Bar()
        self.side = Card(say("Rows"), icon="info-circle")
        self.row_card = Card(say("The whole row"))
        self._lay_out()
        self.only.chosen.connect(lambda _value: self._show_lines())
        selection = self.table.selectionModel()
        selection.currentRowChanged.connect(lambda *_: self._show_row())

    def _lay_out(self) -> None:
        self.counts_card.body.addWidget(self.counts)
        self.rows_card.header.addWidget(self.only)
        self.only.show_value("all")
        self.rows_card.body.addWidget(self.table, 1)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.message)
        left.addWidget(self.counts_card)
        left.addWidget(self.rows_card, 1)
        self._sums = QVBoxLayout()
        self._sums.setContentsMargins(12, 10, 12, 12)
        self._sums.setSpacing(8)
        self.side.body.addLayout(self._sums)
        inner = QWidget()
        inner.setProperty("page", "true")
        self._details = QVBoxLayout(inner)
        self._details.setContentsMargins(12, 10, 12, 12)
        self._details.setSpacing(4)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self.row_card.body.addWidget(area)
        beside = QWidget()
        beside.setFixedWidth(theme().px(SIDE))
        right = QVBoxLayout(beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(10)
        right.addWidget(self.side)
        right.addWidget(self.row_card, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addLayout(left, 1)
        row.addWidget(beside)

    def read_again(self) -> None:
        """Show what the trial found."""
        outcome = self._draft.outcome
        if outcome is None:
            return
        lines = count_lines(outcome)
        self.counts.cells.show_lines(lines)
        height = self.counts.verticalHeader().defaultSectionSize() * max(len(lines), 1)
        head = max(self.counts.horizontalHeader().sizeHint().height(), theme().px(36))
        self.counts.setFixedHeight(min(height + head + 8, theme().px(190)))
        self.problems = problem_rows(outcome)
        self._show_sums(outcome)
        errors = sum(one.level == "error" for one in self.problems)
        self.only.buttons["error"].setText(say("Errors ({n})", n=f"{errors:,}"))
        every = len(self.problems)
        self.only.buttons["all"].setText(say("Errors and checks ({n})", n=f"{every:,}"))
        self._show_lines()
        if not outcome.changes_anything:
            told = say("Nothing new: all of it is in the registry already, so nothing changes.")
            if outcome.refusals:
                told = say("Nothing would change: what is not refused is in the registry already.")
            self.message.show_message("info", told)
        else:
            self.message.hide()

    def _show_sums(self, outcome: Outcome) -> None:
        read, added, updated, unchanged, refused = counts(outcome)
        self.bar.setParent(self)
        clear(self._sums)
        checks = len(outcome.warnings)
        self.bar.show_parts(
            (("okline", added + updated), ("line2", unchanged), ("stopline", refused)), read
        )
        self._sums.addWidget(self.bar)
        self.bar.show()
        for sign, token, words, number in (
            ("circle-check-filled", "ok", say("Ready"), added + updated),
            ("check", "ink2", say("There already"), unchanged),
            ("alert-octagon-filled", "stop", say("Refused"), refused),
            ("alert-triangle", "warn", say("To check"), checks),
        ):
            self._sums.addLayout(_sum_line(sign, token, words, number))
        people = sum(one.match in ("known", "filled", "new") for one in outcome.people.values())
        told = say_count(people, "{n} patient.", "{n} patients.")
        nothing = say("Nothing is written until you accept it.")
        self._sums.addWidget(rule())
        self._sums.addWidget(label(f"{told} {nothing}", "hint", wrap=True))
        notes = [note for note in outcome.notes if note != say("Trial run: nothing was written.")]
        for note in notes[:6]:
            self._sums.addWidget(label(note, "hint", wrap=True))

    def _show_lines(self) -> None:
        only = self.only.value == "error"
        self._shown = [one for one in self.problems if not only or one.level == "error"]
        has_files = len({one.remark.file for one in self.problems}) > 1
        headings = (
            *((say("File"),) if has_files else ()),
            say("Row"),
            say("State"),
            say("Patient"),
            say("Column"),
            say("Value"),
            say("What is wrong"),
        )
        lines = [problem_line(one, has_files=has_files) for one in self._shown]
        self.table.cells.show_lines(lines, headings)
        self.rows_card.hint.setText("" if self._shown else say("none: every row is in order"))
        self.table.choose(0)
        self._show_row()

    def _show_row(self) -> None:
        clear(self._details)
        row = self.table.row
        if 0 <= row < len(self._shown):
            self._show_problem(self._shown[row])
        else:
            self._details.addWidget(label(say("No row is chosen."), "hint", wrap=True))
        self._details.addStretch(1)

    def _show_problem(self, one: ProblemRow) -> None:
        remark = one.remark
        place = say("{file}, row {row}", file=remark.file, row=remark.row)
        self._details.addWidget(label(place if remark.row else remark.file, "strong", wrap=True))
        role = "error" if one.level == "error" else "warning"
        self._details.addWidget(label(problem_words(one), role, wrap=True))
        cells = dict(one.cells)
        for name, cell in one.cells:
            if cell.strip():
                told = say(
                    "{heading} {text}",
                    heading=heading(one.table, name),
                    text=shown_cell(name, cells),
                )
                self._details.addWidget(label(told, "label", wrap=True))

    def next_problem(self, step: int) -> bool:
        """Go to the next or the previous row to look at."""
        if not self._shown:
            return False
        self.table.choose((self.table.row + step) % len(self._shown))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_first(self) -> None:
        """Begin at the list of problems, or at the counts where there is none."""
        first = self.table if self._shown else self.counts
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def _sum_line(sign: str, token: str, words: str, number: int) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(6)
    made.addWidget(IconLabel(sign, token))
    made.addWidget(label(words, "strong"), 1)
    made.addWidget(label(f"{number:,}", "value"))
    return made


class _Bar(QWidget):
    """How the rows divide, as a bar; the numbers stand below it."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[tuple[str, int], ...] = ()
        self._all = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(12)
        theme_signals.changed.connect(self.update)

    def show_parts(self, parts: tuple[tuple[str, int], ...], whole: int) -> None:
        """Show parts of a whole, each in the color of a token."""
        self._parts, self._all = parts, whole
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The parts from left to right."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        painter.fillRect(area, theme().color("sunken"))
        left = 0.0
        for token, count in self._parts:
            width = area.width() * count / self._all if self._all else 0.0
            painter.fillRect(QRectF(left, 0, width, area.height()), theme().color(token))
            left += width
        painter.end()
