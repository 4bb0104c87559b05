"""The right side of the guidance page: what not to do, plan, monitoring, what is missing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.when import shown_day
from desktop.guidance.sources import labels
from desktop.ui.sources import source_text
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import Card, IconLabel, chip, clear, label, rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.guidance.assessment import Advice, Alert, Assessment, Monitoring

_ALERT_LOOK = {
    "contraindication": ("alert-octagon-filled", "stop"),
    "warning": ("alert-triangle", "warn"),
    "info": ("info-circle", "info"),
}
_EVERY = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def source_chips(keys: Sequence[str]) -> QHBoxLayout:
    """One chip per source; its tooltip is the source's text."""
    row = QHBoxLayout()
    row.setSpacing(4)
    for key, name in zip(keys, labels(keys), strict=True):
        made = chip(name, "source")
        made.setToolTip(source_text(key))
        row.addWidget(made)
    row.addStretch(1)
    return row


def entry(
    icon: tuple[str, str], title: str, lines: Sequence[str], sources: Sequence[str]
) -> QFrame:
    """One item of a list: icon, bold title, quieter lines, source chips."""
    frame = QFrame()
    row = QHBoxLayout(frame)
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(10)
    row.addWidget(IconLabel(*icon), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(label(title, "strong", wrap=True))
    for line in lines:
        column.addWidget(label(line, "label", wrap=True))
    if sources:
        column.addLayout(source_chips(sources))
    row.addLayout(column, 1)
    return frame


def alert_entry(alert: Alert) -> QFrame:
    """An alert; one that was cleared stays visible and says so."""
    look = ("circle-check", "ink2") if alert.cleared else _ALERT_LOOK[alert.severity]
    lines = [*alert.because]
    if alert.cleared:
        lines.insert(0, "Does not apply any more.")
    return entry(look, alert.text, lines, (*alert.statements, *alert.references))


def _advice_entry(advice: Advice) -> QFrame:
    lines = [advice.strength, *advice.because]
    if advice.superseded_by:
        lines.insert(0, f"Superseded by {advice.superseded_by}")
    look = ("history", "ink3") if advice.superseded_by else ("point", "ink2")
    grounds = (*advice.statements, *advice.references)
    return entry(look, advice.text, [line for line in lines if line], grounds)


def _monitoring_entry(item: Monitoring) -> QFrame:
    last = f"last {_day(item.last)}" if item.last else "never recorded"
    due = f"due {_day(item.due)}" if item.due else "due date not known"
    when = f"{_every(item.every)}; {last}; {'overdue, ' if item.is_overdue else ''}{due}"
    look = ("calendar-due", "warn") if item.is_overdue else ("calendar", "ink2")
    return entry(look, item.text, [when], (*item.statements, *item.references))


def _day(iso: str) -> str:
    return shown_day(date.fromisoformat(iso))


def _every(duration: str) -> str:
    number, letter = duration[1:-1], duration[-1:]
    if not duration.startswith("P") or not number.isdigit() or letter not in _EVERY:
        return duration
    unit = _EVERY[letter]
    return f"every {unit}" if number == "1" else f"every {number} {unit}s"


class GuidanceSide(QScrollArea):
    """Cards one below the other; they scroll together."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(theme().px(344))
        page = QWidget()
        page.setProperty("page", "true")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(10)
        self.setWidget(page)

    def clear(self) -> None:
        """Show nothing."""
        clear(self._column)

    def show_assessment(self, assessment: Assessment) -> None:
        """Show alerts first, then the plan, monitoring and what is missing."""
        clear(self._column)
        alerts = [alert_entry(alert) for alert in assessment.alerts]
        plan = [_advice_entry(advice) for advice in assessment.management]
        watched = [_monitoring_entry(item) for item in assessment.monitoring]
        missing = [entry(("circle-dashed", "unk"), text, (), ()) for text in assessment.missing]
        for title, icon, entries in (
            ("Do not, or only after review", "alert-octagon", alerts),
            ("Management plan", "pill", plan),
            ("Monitoring", "calendar-due", watched),
            ("Not recorded yet", "circle-dashed", missing),
        ):
            self._column.addWidget(_card(title, icon, entries))
        self._column.addStretch(1)


def _card(title: str, icon: str, entries: Sequence[QFrame]) -> Card:
    card = Card(title, icon=icon, hint=f"{len(entries)}" if entries else "nothing")
    for place, item in enumerate(entries):
        if place:
            card.body.addWidget(rule())
        card.body.addWidget(item)
    return card
