"""The guidance column: best fit, next test, what to avoid, plan and monitoring, with sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.when import parse_when, shown
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import IconLabel, label
from desktop.ui.widgets.card import ClampedLabel
from desktop.ui.widgets.criterion_cells import CriterionCells
from desktop.ui.widgets.source_chips import SourceChips, source_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.guidance.assessment import (
        Advice,
        Alert,
        Assessment,
        Candidate,
        Monitoring,
        NextTest,
    )
    from desktop.guidance.dossier import Dossier

FAILED = "The guidance could not be applied to this patient."
MOST_PLANS, MOST_WATCHED = 5, 6
MOST_LINES = 2
"""Lines of a reason, so that what to avoid stays in sight; the tooltip has all of it."""
STANDINGS = {
    "established": "established",
    "probable": "probable",
    "possible": "possible",
    "unlikely": "unlikely",
    "excluded": "ruled out",
}


class GuidanceColumn(QScrollArea):
    """What the guidance says about one patient, most important first; it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Guidance")

    def show_guidance(self, dossier: Dossier | None, *, has_failed: bool = False) -> None:
        """Show the guidance for a patient, or that it failed; None leaves the column empty."""
        page = QWidget()
        page.setObjectName("guidancePage")
        page.setProperty("page", "true")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if has_failed:
            words = label(FAILED, "error", wrap=True)
            words.setContentsMargins(12, 9, 12, 9)
            column.addWidget(words)
        elif dossier is not None:
            self._fill(column, dossier.assessment, dossier.case.as_of)
        column.addStretch(1)
        self.setWidget(page)  # the page before is deleted by Qt

    def _fill(self, column: QVBoxLayout, found: Assessment, today: date) -> None:
        sections = [_best_fit(found.differential)]
        if found.next_tests:
            sections.append(_next_test(found.next_tests[0]))
        sections += _warnings(found.alerts)
        sections.append(_plan(found.management))
        if found.monitoring:
            sections.append(_monitoring(found.monitoring, today))
        for i, section in enumerate(sections):
            column.addWidget(section)
            if i < len(sections) - 1:
                line = QFrame()
                line.setProperty("rule", "true")
                column.addWidget(line)


class Section(QFrame):
    """One block of the column on its tint."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tint."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color(self._token))
        painter.end()


def _section(title: str, icon: str = "", *, level: str = "") -> tuple[QFrame, QVBoxLayout]:
    """A section with its heading; ``level`` is ``stop`` or ``warn`` for a tinted one."""
    frame = Section(f"{level}bg" if level else "surface")
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 9, 12, 9)
    column.setSpacing(3)
    row = QHBoxLayout()
    row.setSpacing(6)
    if icon:
        row.addWidget(IconLabel(icon, level or "ink2", 15))
    heading = label(title, {"stop": "error", "warn": "warning"}.get(level, "caption"))
    heading.setFont(theme().font(12, 600))
    row.addWidget(heading)
    row.addStretch(1)
    column.addLayout(row)
    return frame, column


def _text(words: str, role: str = "", *, is_rich: bool = False) -> QLabel:
    made = label(words, role, wrap=True)
    if is_rich:
        made.setTextFormat(Qt.TextFormat.RichText)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def _best_fit(candidates: Sequence[Candidate]) -> QFrame:
    frame, column = _section("Best fit by criteria")
    best = next((c for c in candidates if c.standing not in ("unlikely", "excluded")), None)
    if best is None:
        column.addWidget(_text("No disorder fits what is recorded.", "strong"))
        return frame
    name = _text(f"{best.name}")
    name.setProperty("role", "value")
    column.addWidget(name)
    cells = CriterionCells([c.counts_as for c in best.criteria if c.counts_as is not None])
    column.addWidget(cells)
    column.addWidget(_text(fit_words(best), "label", is_rich=True))
    if best.reason:
        words = f"{STANDINGS[best.standing].capitalize()}: {_lowered(best.reason)}"
        column.addWidget(ClampedLabel(words, "hint", MOST_LINES))
    return frame


def _lowered(text: str) -> str:
    """A sentence as it goes on behind a colon; names in capitals stay."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def fit_words(candidate: Candidate) -> str:
    """The counts of a candidate in words, unknown in italics; never a percentage.

    They are those of the guidance page: an argument against that holds counts as not met.
    """
    met, not_met = candidate.count("met"), candidate.count("not_met")
    unknown = candidate.count("unknown")
    told = f"{met} met, {not_met} not met, <i>{unknown} unknown</i>"
    return f"{told} of {met + not_met + unknown} criteria"


def _next_test(test: NextTest) -> QFrame:
    frame, column = _section("Next most informative test", "bulb")
    column.addWidget(_text(test.text, "strong"))
    if test.why:
        column.addWidget(ClampedLabel(test.why, "label", MOST_LINES))
    _add_sources(column, test.statements, test.references)
    return frame


def _warnings(alerts: Sequence[Alert]) -> list[QFrame]:
    """Contraindications all, on a stop tint; then cautions; cleared ones stand elsewhere."""
    sections = []
    for severity, title, icon, level in (
        ("contraindication", "Avoid in this patient", "alert-octagon-filled", "stop"),
        ("warning", "Caution", "alert-triangle", "warn"),
    ):
        chosen = [a for a in alerts if a.severity == severity and not a.cleared]
        if not chosen:
            continue
        frame, column = _section(title, icon, level=level)
        for i, alert in enumerate(chosen):
            _part(column, i)
            column.addWidget(_text(alert.text))
            _add_sources(column, alert.statements, alert.references)
        sections.append(frame)
    return sections


def _plan(advice: Sequence[Advice]) -> QFrame:
    frame, column = _section("Plan now", "pill")
    current = [item for item in advice if not item.superseded_by]
    for i, item in enumerate(current[:MOST_PLANS]):
        _part(column, i)
        column.addWidget(_text(item.text))
        _add_sources(column, item.statements, item.references)
    if not current:
        column.addWidget(_text("Nothing follows from what is recorded.", "label"))
    superseded = len(advice) - len(current)
    rest = _more(len(current) - MOST_PLANS, "item")
    older = f"{superseded} superseded" if superseded else ""
    words = ", ".join(part for part in (rest, older) if part)
    if words:
        column.addWidget(_text(f"{words} in Guidance", "hint"))
    return frame


def _add_sources(
    column: QVBoxLayout, statement_ids: Sequence[str], references: Sequence[str]
) -> None:
    if statement_ids or references:
        column.addWidget(SourceChips(statement_ids, references))


def _part(column: QVBoxLayout, index: int) -> None:
    """Room between one item of a section and the next."""
    if index:
        column.addSpacing(5)


def _more(number: int, noun: str) -> str:
    if number <= 0:
        return ""
    return f"{number} more {noun if number == 1 else noun + 's'}"


def _monitoring(items: Sequence[Monitoring], today: date) -> QFrame:
    frame, column = _section("Monitoring", "calendar-due")
    grid = QGridLayout()
    grid.setContentsMargins(0, 2, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    ordered = sorted(items, key=lambda item: (not item.is_overdue, item.due or "9999"))
    for row, item in enumerate(ordered[:MOST_WATCHED]):
        words, role = due_words(item, today)
        what = _text(item.text, "strong" if item.is_overdue else "")
        what.setToolTip(source_words(item.statements, item.references) or item.basis)
        due = label(words, role)
        grid.addWidget(what, row, 0)
        grid.addWidget(due, row, 1, Qt.AlignmentFlag.AlignTop)
    column.addLayout(grid)
    rest = _more(len(items) - MOST_WATCHED, "item")
    if rest:
        column.addWidget(_text(f"{rest} in Guidance", "hint"))
    return frame


def due_words(item: Monitoring, today: date) -> tuple[str, str]:
    """When something is due, in words, and the role of its label."""
    if item.due is None:
        return ("never recorded" if item.last is None else "not datable"), "unknown"
    due = parse_when(item.due).day
    if due is None:
        return shown(parse_when(item.due)), "label"
    days = (today - due).days
    if days > 0:
        return f"{days} {'day' if days == 1 else 'days'} overdue", "warning"
    if days == 0:
        return "today", "warning"
    return shown(parse_when(item.due)), "label"
