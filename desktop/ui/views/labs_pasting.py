"""Pasting a block into the laboratory grid: preview, questions, one step for all that is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.charts.figures import display_unit
from desktop.domain.language import say, say_count
from desktop.ui.models.labs_names import named_test
from desktop.ui.models.labs_paste import read_block
from desktop.ui.models.labs_plan import Planner
from desktop.ui.models.labs_planned import Choices

if TYPE_CHECKING:
    from desktop.ui.models.labs_block import Block
    from desktop.ui.models.labs_planned import Planned
    from desktop.ui.views.labs_edits import LabEdits
    from desktop.ui.widgets.lab_paste_panel import LabPastePanel


class Pasting(QObject):
    """One block from the clipboard until it is stored or given up.

    ``ended`` tells that the panel is done; ``told`` carries a sentence for the user.
    """

    ended = Signal()
    told = Signal(str, str)

    def __init__(self, panel: LabPastePanel, edits: LabEdits, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._edits = edits
        self._block: Block | None = None
        self._planner: Planner | None = None
        self._choices = Choices()
        self._into = ""
        panel.decided.connect(self._decide)
        panel.accepted.connect(self.store)
        panel.left.connect(self.give_up)

    @property
    def is_open(self) -> bool:
        """True while a block waits for its answer."""
        return self._block is not None

    def begin(self, text: str, planner: Planner, into: str) -> bool:
        """Show what pasting a text would store; False where it holds no value."""
        block = read_block(text)
        if not block.values:
            self.told.emit("warn", say("There is no value in what was copied."))
            return False
        self._block, self._planner, self._into = block, planner, into
        self._choices = Choices()
        self._show()
        self._panel.focus_first()
        return True

    def follow(self, planner: Planner) -> None:
        """The records have changed: compare with them anew; the target stays."""
        if self._planner is not None:
            own = self._planner
            self._planner = Planner(
                planner.grid, own.row, own.column, own.columns, planner.units, planner.today
            )
            self._show()

    def _plan(self) -> tuple[Planned, ...]:
        if self._block is None or self._planner is None:
            return ()
        return self._planner.plan(self._block, self._choices)

    def _show(self) -> None:
        if self._block is not None:
            self._panel.show_plan(self._block, self._plan(), self._into)

    def _decide(self, ask: str, number: int, answer: str) -> None:
        planned = self._plan()
        if not 0 <= number < len(planned):
            return
        one, choices = planned[number], self._choices
        if ask == "unit":
            choices.units[one.pasted.test] = answer
        elif ask == "all_units":
            self._take_grid_units(planned)
        elif ask == "test":
            choices.tests[one.pasted.test] = answer
        elif ask == "time":
            choices.day_first = answer == "day"
        elif ask == "existing":
            choices.existing[one.place] = answer
        elif answer:
            choices.skipped.add(one.place)
        else:
            choices.skipped.discard(one.place)
        self._show()

    def _take_grid_units(self, planned: tuple[Planned, ...]) -> None:
        """Values without a unit are in the unit in which their row is shown."""
        assert self._planner is not None  # noqa: S101 - something was planned
        for one in planned:
            name = self._choices.tests.get(one.pasted.test, one.pasted.test)
            analyte = named_test(name)
            if one.ask == "unit" and not one.pasted.unit and analyte is not None:
                unit = display_unit(analyte, self._planner.units)
                self._choices.units[one.pasted.test] = unit

    def store(self) -> None:
        """Store what is ready, as one step; what is still open stays in the panel."""
        planned = self._plan()
        ready = [one for one in planned if one.status == "ready"]
        if not ready:
            return
        places = {one.place for one in ready}
        self._choices.stored |= places
        problem = self._edits.paste(ready)
        if problem:
            self._choices.stored -= places
            self._show()
            self.told.emit("stop", problem)
            return
        left = [one for one in self._plan() if one.status == "asked"]
        done = say_count(len(ready), "Stored {n} value.", "Stored {n} values.")
        if left:
            rest = say_count(
                len(left), "{n} value is still open in the panel.", "{n} values are still open."
            )
            self.told.emit("warn", f"{done} {rest}")
            self._show()
        else:
            self.told.emit("ok", done)
            self.give_up()

    def give_up(self) -> None:
        """Close the panel."""
        self._block = self._planner = None
        self.ended.emit()
