"""The card of the growth chart: scale, method, and what it says about the chosen mass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.charts.masses import mass_growth
from desktop.domain.language import say
from desktop.ui.forms.editors import ChoiceEditor
from desktop.ui.models.masses_sentence import came_back, growth_sentence
from desktop.ui.models.masses_words import METHODS, method_text
from desktop.ui.plot import ChartView
from desktop.ui.widgets.basics import Card, clear, label
from desktop.ui.widgets.card import ClampedLabel, elided_hint

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.guidance.dossier import Dossier

ON_RECURRENCE = "TX-01"
"""The statement of the source about recurrence after removal."""
MOST_LINES = 3
OF_DISORDER = "hyperphosphatemic_tumoral_calcinosis"
"""The disorder that the statement is about."""


def segments(texts: tuple[str, ...], name: str, slot: Callable[[int], None]) -> QWidget:
    """A row of exclusive buttons; ``slot`` gets the place of the one chosen."""
    row = QWidget()
    row.setAccessibleName(name)
    row.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    group = QButtonGroup(row)
    for place, text in enumerate(texts):
        part = QPushButton(text)
        part.setCheckable(True)
        part.setChecked(place == 0)
        part.setAutoDefault(False)
        part.setAccessibleName(f"{name}: {text}")
        ends = {0: "first", len(texts) - 1: "last"}
        part.setProperty("segment", ends.get(place, "middle"))
        group.addButton(part, place)
        line.addWidget(part)
    group.idClicked.connect(slot)
    return row


class GrowthCard(Card):
    """The growth of all masses, one series per method; ``chart.picked`` names a mass."""

    def __init__(self) -> None:
        super().__init__(say("Growth"), icon="chart-dots")
        self._about = elided_hint(self)
        self._dossier: Dossier | None = None
        self._mass_id = ""
        self._is_linear = False
        self.scale = segments((say("Log"), say("Linear")), say("Scale"), self._set_scale)
        self.method = ChoiceEditor([("", say("All methods"))])
        self.method.setAccessibleName(say("Method shown"))
        self.method.setToolTip(say("Only values of one method are ever joined or fitted."))
        self.method.edited.connect(self._draw)
        self.chart = ChartView(self)
        self._said = QVBoxLayout()
        self._said.setContentsMargins(12, 6, 12, 8)
        self._said.setSpacing(2)
        self.header.addWidget(self.scale)
        self.header.addWidget(self.method)
        self.body.addWidget(self.chart, 1)
        self.body.addLayout(self._said)

    def show_dossier(self, dossier: Dossier | None, mass_id: str) -> None:
        """Show a patient's masses with one of them brought out."""
        if dossier is not self._dossier:
            self._dossier = dossier
            self._offer_methods()
        self._mass_id = mass_id
        self._draw()

    def _offer_methods(self) -> None:
        case = self._dossier.case if self._dossier else None
        used = {m.modality.strip() for m in case.mass_measurements} if case else set()
        chosen = self.method.typed()
        self.method.blockSignals(True)
        self.method.clear()
        self.method.addItem(say("All methods"), "")
        for modality in (m for m in METHODS if m in used):
            self.method.addItem(method_text(modality), modality)
        self.method.setCurrentIndex(max(self.method.findData(chosen), 0))
        self.method.setVisible(self.method.count() > 2)
        self.method.blockSignals(False)

    def _set_scale(self, place: int) -> None:
        self._is_linear = place == 1
        self._draw()

    def _draw(self) -> None:
        clear(self._said)
        if self._dossier is None:
            self._about.show_text("")
            self.chart.clear()
            return
        case, derived = self._dossier.case, self._dossier.derived
        spec = mass_growth(
            case,
            derived,
            selected=self._mass_id,
            modality=self.method.typed() if self.method.count() > 2 else "",
            is_linear=self._is_linear,
        )
        notes = [spec.subtitle, say("ND = not detectable") if spec.floor else ""]
        self._about.show_text("; ".join(note for note in notes if note))
        self.chart.select(self._mass_id)
        self.chart.show_spec(spec)
        self._say(self._dossier)

    def _say(self, dossier: Dossier) -> None:
        case, derived = dossier.case, dossier.derived
        back = came_back(case, derived, self._mass_id)
        text = " ".join(filter(None, (back, growth_sentence(case, derived, self._mass_id))))
        if text:
            self._said.addWidget(label(text, "strong" if back else "", wrap=True))
        if back and case.patient.diagnosis == OF_DISORDER and dossier.is_assessed:
            self._add_statement()

    def _add_statement(self) -> None:
        from desktop.ui.sources import source  # reads rules: not for the first paint
        from desktop.ui.widgets.source_chips import SourceChips

        found = source(ON_RECURRENCE)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(ClampedLabel(found.said(), "hint", MOST_LINES), 1)
        chips = SourceChips((found,))
        chips.setFixedWidth(64)
        row.addWidget(chips)
        self._said.addLayout(row)

    def texts(self) -> list[str]:
        """What stands under the chart."""
        items = [self._said.itemAt(place) for place in range(self._said.count())]
        shown = [item.widget() for item in items if item is not None]
        return [part.text() for part in shown if part is not None and hasattr(part, "text")]
