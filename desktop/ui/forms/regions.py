"""Which regions were looked at on a visit: the places of the patient's masses, and others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.columns import Cell
from desktop.domain.language import say
from desktop.domain.terms import place_label
from desktop.ui.forms.editors import LineEditor
from desktop.ui.forms.terms import entries_for, key_of, label_of
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.case import Case
    from desktop.domain.records import Mass

ACROSS = 2


def region_of(mass: Mass, masses: Sequence[Mass]) -> str:
    """The region that stands for the place of a mass: its site, with the side where needed.

    The side is told only where the patient has masses at this site on both sides.
    """
    site, side = mass.site.strip(), mass.side.strip()
    sides = {other.side.strip() for other in masses if other.site.strip() == site}
    return f"{side} {site}" if side and len(sides) > 1 else site


class RegionsEditor(QWidget):
    """A checkable list of the places of the masses, and a line for other sites.

    Nothing is ticked by itself: what was not looked at must not seem to be.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, case: Case | None) -> None:
        super().__init__()
        self.boxes: dict[str, TickBox] = {}
        self._entries = entries_for(Cell.SITE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for place, (region, text) in enumerate(_places(case.masses if case else ())):
            box = TickBox(text)
            box.setAccessibleName(say("Examined: {region}", region=text))
            box.toggled.connect(self.edited)
            self.boxes[region] = box
            grid.addWidget(box, place // ACROSS, place % ACROSS)
        self.others = LineEditor(self._entries)
        self.others.setPlaceholderText(say("other sites, with ; between"))
        self.others.setAccessibleName(say("Other regions examined"))
        self.others.edited.connect(self.edited)
        self.others.left.connect(self.left)
        said = say("A mass elsewhere stays “not assessed”. One with a size counts as examined.")
        column.addLayout(grid)
        column.addWidget(self.others)
        column.addWidget(label(said, "hint", wrap=True))
        first = next(iter(self.boxes.values()), None)
        self.setFocusProxy(first or self.others)

    def typed(self) -> str:
        """The regions as a cell, with ; between."""
        ticked = [region for region, box in self.boxes.items() if box.isChecked()]
        others = [key_of(p.strip(), self._entries) for p in self.others.text().split(";")]
        return ";".join(dict.fromkeys([*ticked, *filter(None, others)]))

    def set_typed(self, text: str) -> None:
        """Tick the regions of a cell; those that are no place of a mass go into the line."""
        wanted = [part for cell in text.split(";") if (part := cell.strip())]
        for region, box in self.boxes.items():
            box.setChecked(region in wanted)
        rest = [label_of(part, self._entries) for part in wanted if part not in self.boxes]
        self.others.set_typed("; ".join(rest))


def _places(masses: Sequence[Mass]) -> list[tuple[str, str]]:
    """The regions of the masses that are still there, each with its words."""
    named: dict[str, list[Mass]] = {}
    for mass in masses:
        if mass.site.strip() and not mass.merged_into.strip():
            named.setdefault(region_of(mass, masses), []).append(mass)
    return [
        (
            region,
            say(
                "{place} ({masses})",
                place=place_label(held[0].site, held[0].side),
                masses=", ".join(mass.mass_id for mass in held),
            ),
        )
        for region, held in named.items()
    ]
