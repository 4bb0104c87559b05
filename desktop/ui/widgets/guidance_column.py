"""The guidance column: best fit, next test, what to avoid, plan and monitoring, with sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.language import mark, say, say_count
from desktop.domain.when import parse_when, shown
from desktop.ui.models.advice import open_tests
from desktop.ui.models.alerts import ALLERGY, loudness, silenced_words
from desktop.ui.models.alerts import FAILED as FAILED_RULE
from desktop.ui.sources import source_words, sources_of
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.card import ClampedLabel
from desktop.ui.widgets.column_section import add_sources, part, section, text
from desktop.ui.widgets.criterion_cells import CriterionCells
from desktop.ui.widgets.fit_list import CLOSED, standing_text
from desktop.ui.widgets.focus_ring import FocusRing

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
    from desktop.ui.models.entries import Ground

FAILED = mark("The guidance could not be applied to this patient.")
MOST_PLANS, MOST_WATCHED = 5, 6
MOST_LINES = 2
"""Lines of a reason, so that what to avoid stays in sight; the tooltip has all of it."""


class GuidanceColumn(QScrollArea):
    """What the guidance says about one patient, most important first; it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(say("Guidance"))
        FocusRing(self)

    def show_guidance(self, dossier: Dossier | None, *, has_failed: bool = False) -> None:
        """Show the guidance for a patient, or that it failed; None leaves the column empty."""
        page = QWidget()
        page.setObjectName("guidancePage")
        page.setProperty("page", "true")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if has_failed:
            words = label(say(FAILED), "error", wrap=True)
            words.setContentsMargins(12, 9, 12, 9)
            column.addWidget(words)
        elif dossier is not None:
            self._fill(column, dossier.assessment, dossier.case.as_of)
        column.addStretch(1)
        self.setWidget(page)  # the page before is deleted by Qt

    def _fill(self, column: QVBoxLayout, found: Assessment, today: date) -> None:
        stops, others = _warnings(found)
        sections = [*_failures(found), *stops, _best_fit(found.differential)]
        sections += [_next_test(test) for test in open_tests(found)[:1]]
        sections += others
        sections.append(_plan(found.management))
        watched = [item for item in found.monitoring if item.silenced is None]
        if watched:
            sections.append(_monitoring(watched, today))
        sections += _set_aside(found)
        for i, block in enumerate(sections):
            column.addWidget(block)
            if i < len(sections) - 1:
                line = QFrame()
                line.setProperty("rule", "true")
                column.addWidget(line)


def _failures(found: Assessment) -> list[QFrame]:
    """That something could not be worked out: never nothing."""
    if not found.failures:
        return []
    frame, column = section(say("Could not be worked out"), "alert-triangle", level="stop")
    for failure in found.failures:
        column.addWidget(text(failure.text))
    return [frame]


def _best_fit(candidates: Sequence[Candidate]) -> QFrame:
    frame, column = section(say("Best fit by criteria"))
    best = next((c for c in candidates if c.standing not in CLOSED), None)
    if best is None:
        column.addWidget(text(say("No disorder fits what is recorded."), "strong"))
        return frame
    name = text(best.name)
    name.setProperty("role", "value")
    column.addWidget(name)
    cells = CriterionCells([c.counts_as for c in best.criteria if c.counts_as is not None])
    column.addWidget(cells)
    column.addWidget(text(fit_words(best), "label", is_rich=True))
    if best.reason:
        column.addWidget(ClampedLabel(standing_text(best), "hint", MOST_LINES))
    return frame


def fit_words(candidate: Candidate) -> str:
    """The counts of a candidate in words, unknown in italics; never a percentage.

    They are those of the guidance page: an argument against that holds counts as not met.
    """
    met, not_met = candidate.count("met"), candidate.count("not_met")
    unknown = candidate.count("unknown")
    return say(
        "{met} met, {not_met} not met, <i>{unknown} unknown</i> of {all} criteria",
        met=met,
        not_met=not_met,
        unknown=unknown,
        all=met + not_met + unknown,
    )


def _next_test(test: NextTest) -> QFrame:
    frame, column = section(say("Next most informative test"), "bulb")
    column.addWidget(text(test.text, "strong"))
    if test.why:
        column.addWidget(ClampedLabel(test.why, "label", MOST_LINES))
    add_sources(column, test)
    return frame


SECTIONS: tuple[tuple[tuple[Ground, ...], str, str, str], ...] = (
    (("stop",), mark("Stop"), "alert-octagon-filled", "solid"),
    (("hold", "ban"), mark("Avoid in this patient"), "alert-octagon-filled", "stop"),
    (("caution",), mark("Caution"), "alert-triangle", "warn"),
)
"""Three levels: a stop is solid, what else is to be avoided is tinted, a caution is amber."""


def _warnings(found: Assessment) -> tuple[list[QFrame], list[QFrame]]:
    """Stops, which come before all else, and the other alerts.

    What forbids stays here although it was set aside; cleared alerts stand elsewhere.
    """
    told = [alert for alert in found.alerts if not alert.id.startswith(FAILED_RULE)]
    loud = [(loudness(alert, found), alert) for alert in told]
    stops, others = list[QFrame](), list[QFrame]()
    for grounds, title, icon, level in SECTIONS:
        chosen = [
            alert
            for ground, alert in loud
            if ground in grounds and (alert.silenced is None or ground != "caution")
        ]
        if chosen:
            made = _alerts(say(title), chosen, icon=icon, level=level)
            (stops if level == "solid" else others).append(made)
    return stops, others


def _alerts(title: str, alerts: Sequence[Alert], *, icon: str, level: str) -> QFrame:
    frame, column = section(title, icon, level=level)
    role = "alert-stop" if level == "solid" else ""
    for i, alert in enumerate(alerts):
        part(column, i)
        column.addWidget(text(alert.text, role))
        if alert.silenced is not None:
            told = say("Set aside, still holds. {how}", how=silenced_words(alert.silenced))
            column.addWidget(text(told, role or "label"))
        if not alert.id.startswith(ALLERGY):
            add_sources(column, alert)
    return frame


def _set_aside(found: Assessment) -> list[QFrame]:
    """How much was set aside: what rests is told, never lost."""
    silenced = [alert.silenced for alert in found.alerts]
    silenced += [advice.silenced for advice in found.management]
    silenced += [test.silenced for test in found.next_tests]
    silenced += [item.silenced for item in found.monitoring]
    count = sum(one is not None for one in silenced)
    if not count:
        return []
    frame, column = section(say("Set aside"), "clock-pause")
    told = say_count(count, "{n} item: see Guidance", "{n} items: see Guidance")
    column.addWidget(text(told, "hint"))
    return [frame]


def _plan(advice: Sequence[Advice]) -> QFrame:
    frame, column = section(say("Plan now"), "pill")
    open_ones = [item for item in advice if item.silenced is None]
    current = [item for item in open_ones if not item.superseded_by]
    for i, item in enumerate(current[:MOST_PLANS]):
        part(column, i)
        column.addWidget(text(item.text))
        add_sources(column, item)
    if not current:
        column.addWidget(text(say("Nothing follows from what is recorded."), "label"))
    superseded = len(open_ones) - len(current)
    parts = []
    if len(current) > MOST_PLANS:
        parts.append(say_count(len(current) - MOST_PLANS, "{n} more item", "{n} more items"))
    if superseded:
        parts.append(say("{n} superseded", n=superseded))
    if parts:
        column.addWidget(text(say("{what} in Guidance", what=", ".join(parts)), "hint"))
    return frame


def _monitoring(items: Sequence[Monitoring], today: date) -> QFrame:
    frame, column = section(say("Monitoring"), "calendar-due")
    grid = QGridLayout()
    grid.setContentsMargins(0, 2, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    ordered = sorted(items, key=lambda item: (not item.is_overdue, item.due or "9999"))
    for row, item in enumerate(ordered[:MOST_WATCHED]):
        words, role = due_words(item, today)
        what = text(item.text, "strong" if item.is_overdue else "")
        what.setToolTip(source_words(sources_of(item)))
        due = label(words, role)
        grid.addWidget(what, row, 0)
        grid.addWidget(due, row, 1, Qt.AlignmentFlag.AlignTop)
    column.addLayout(grid)
    if len(items) > MOST_WATCHED:
        more = say_count(len(items) - MOST_WATCHED, "{n} more item", "{n} more items")
        column.addWidget(text(say("{what} in Guidance", what=more), "hint"))
    return frame


def due_words(item: Monitoring, today: date) -> tuple[str, str]:
    """When something is due, in words, and the role of its label."""
    if item.due is None:
        return (say("never recorded") if item.last is None else say("not datable")), "unknown"
    due = parse_when(item.due).day
    if due is None:
        return shown(parse_when(item.due)), "label"
    days = (today - due).days
    if days > 0:
        return say_count(days, "{n} day overdue", "{n} days overdue"), "warning"
    if days == 0:
        return say("today"), "warning"
    return shown(parse_when(item.due)), "label"
