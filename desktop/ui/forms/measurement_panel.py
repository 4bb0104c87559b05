"""The right side of the form of a measurement: volume, change, trend and what to look at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktop.charts.figures import figure, percent
from desktop.charts.mass_entry import entry_chart
from desktop.domain import records as r
from desktop.domain.language import say
from desktop.measures.masses import growth_of, volumes
from desktop.measures.series import BREAKS
from desktop.measures.values import Derived, DerivedValue
from desktop.measures.volumes import volume_of
from desktop.ui.forms.measurement import without
from desktop.ui.forms.measurement_checks import last_volume, parted, remarks, told
from desktop.ui.plot import ChartView
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import clear, label, restyle, set_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.case import Case
    from desktop.ui.forms.measurement_checks import Remark

WAIT_MS = 80
"""The chart follows when typing pauses; the numbers follow at once."""

ARROWS = {"grow": "↑", "shrink": "↓", "stable": "→"}


class MeasurementPanel(QFrame):
    """Says what the typed sizes mean; ``chart`` shows them in the trend of the mass."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview")
        self.setFixedWidth(theme().px(356))
        self.setAccessibleName(say("What these sizes mean"))
        self._formula = label("", "label", wrap=True)
        self._amount = label("", "hero")
        self._chip = QLabel()
        self._since = label("", "hint", wrap=True)
        self.chart = ChartView(self)
        self._box = QFrame()
        self._lines = QVBoxLayout(self._box)
        self._known: tuple[Case, str, tuple[Case, Derived]] | None = None
        self._wanted: tuple[Case, Derived, r.MassMeasurement] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._draw)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(4)
        change = QHBoxLayout()
        change.setSpacing(8)
        change.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        change.addWidget(self._since, 1)
        self.chart.setMinimumHeight(theme().px(172))
        self._lines.setContentsMargins(12, 8, 10, 8)
        self._lines.setSpacing(3)
        for part in (self._formula, self._amount):
            column.addWidget(part)
        column.addLayout(change)
        column.addSpacing(4)
        column.addWidget(self.chart, 1)
        column.addSpacing(4)
        column.addWidget(self._box)

    def show_record(self, record: r.Record, case: Case) -> None:
        """Show what a record that is being typed means; a visit alone was "not assessed"."""
        if not isinstance(record, r.MassMeasurement):
            self._show_amount("", say("Not assessed"), "unknown")
            self._show_since("", "", say("The mass stays as it was last seen. This is not gone."))
            self._show_remarks(())
            return
        known, derived = self._without(case, record)
        value = volume_of(record)
        if record.not_detectable.strip():
            self._show_amount("", say("Not detectable"), "number")
            note = say("Looked for and not found. This is not a volume of zero.")
            self._show_since("", "", f"{note} {_last(record, known)}".strip())
            self._show_remarks(())
        elif isinstance(value, DerivedValue):
            formula = value.formula.partition(" = ")[0]
            amount = say("{volume} mL", volume=figure(value.value))
            self._show_amount(say("Volume = {formula}", formula=formula), amount, "hero")
            self._show_change(record, value, known)
            self._show_remarks(remarks(record, known, derived.mass_growth), note=value.note)
        else:
            self._show_amount(say("Volume"), say("not computed yet"), "unknown")
            self._show_since("", "", _last(record, known))
            self._show_remarks(())
        self._wanted = (known, derived, record)
        self._soon.start(WAIT_MS)

    def _without(self, case: Case, record: r.MassMeasurement) -> tuple[Case, Derived]:
        """The case without this record and its growth, worked out once for all keystrokes."""
        if self._known is None or self._known[0] is not case or self._known[1] != record.id:
            others = without(case, record)
            sized = volumes(others)
            derived = Derived(mass_volume=sized, mass_growth=growth_of(others, sized))
            self._known = (case, record.id, (others, derived))
        return self._known[2]

    def _show_amount(self, formula: str, amount: str, role: str) -> None:
        self._formula.setText(formula)
        self._formula.setVisible(bool(formula))
        self._amount.setText(amount)
        set_role(self._amount, role)

    def _show_since(self, kind: str, change: str, text: str) -> None:
        self._chip.setVisible(bool(change))
        self._chip.setText(change)
        if kind != self._chip.property("chip"):
            self._chip.setProperty("chip", kind)
            restyle(self._chip)
        self._since.setText(text)

    def _show_change(self, record: r.MassMeasurement, value: DerivedValue, case: Case) -> None:
        last = last_volume(record, case)
        if last is None:
            self._show_since("", "", say("The first volume of this mass."))
            return
        kind = parted(last[0], record, case)
        if kind:
            what = say(BREAKS[kind])
            text = say("After {what}: not compared with {last}.", what=what, last=told(last[0]))
            self._show_since("", "", text)
            return
        same = last_volume(record, case, method=value.method)
        other = say("Last: {last}. Other method, so not compared.", last=told(last[0]))
        if same is None or parted(same[0], record, case):
            self._show_since("", "", other)
            return
        change = (value.value / same[1].value - 1) * 100
        chip = "grow" if round(change) > 0 else "shrink" if round(change) < 0 else "stable"
        text = say("since {last}", last=told(same[0]))
        if same[0].id != last[0].id:
            text = f"{text}. {other}"
        self._show_since(chip, f"{ARROWS[chip]} {percent(change)}", text)

    def _show_remarks(self, found: Sequence[Remark], *, note: str = "") -> None:
        clear(self._lines)
        is_warned = any(one.level == "warn" for one in found)
        self._box.setProperty("message", "warn" if is_warned else "info")
        restyle(self._box)
        roles = {"ok": "strong", "info": "", "warn": "message-warn"}
        for one in found:
            self._lines.addWidget(label(one.text, roles[one.level], wrap=True))
        if note:
            self._lines.addWidget(label(f"{note[:1].upper()}{note[1:]}.", "hint", wrap=True))
        self._box.setVisible(self._lines.count() > 0)
        self.setAccessibleDescription(" ".join(self.texts()))

    def _draw(self) -> None:
        if self._wanted is None:
            return
        case, derived, record = self._wanted
        value = volume_of(record)
        size = value.value if isinstance(value, DerivedValue) else None
        at = case.place(record.when) if record.when.strip() else None
        mass_id = record.mass_id
        self.chart.show_spec(entry_chart(case, derived, mass_id=mass_id, at=at, milliliters=size))
        self.chart.select(mass_id)

    def texts(self) -> list[str]:
        """What is said now."""
        items = [self._lines.itemAt(place) for place in range(self._lines.count())]
        lines = [item.widget() for item in items if item is not None]
        parts = [self._formula, self._amount, self._chip, self._since]
        said = [part.text() for part in (*parts, *lines) if isinstance(part, QLabel)]
        return [text for text in said if text]


def _last(record: r.MassMeasurement, case: Case) -> str:
    measured = [one for one in case.measurements_of(record.mass_id) if one.id != record.id]
    return say("Last: {last}.", last=told(measured[-1])) if measured else ""
