"""The first rows of a table as they would arrive, with every problem in its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say, say_count
from desktop.ui.models import import_columns as columns
from desktop.ui.widgets.basics import Card
from desktop.ui.widgets.import_table import ImportTable
from desktop.ui.widgets.settings_parts import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.work.import_preview import Arriving


class ArrivingCard(Card):
    """All rows, or only those with a problem."""

    def __init__(self) -> None:
        super().__init__(say("Rows as they would arrive"), icon="table")
        self.only = ChoiceRow(
            say("Rows shown"), [("problems", say("Problems")), ("all", say("All rows"))]
        )
        self.table = ImportTable(say("Rows as they would arrive"))
        self.table.cap(240)
        self.header.addWidget(self.only)
        self.body.addWidget(self.table)
        self.only.show_value("all")
        self._shown: tuple[str, Sequence[Arriving]] = ("labs", ())
        self.only.chosen.connect(lambda _value: self._show())

    def show_rows(self, table: str, rows: Sequence[Arriving]) -> None:
        """Show these rows of a table of ours."""
        self._shown = (table, rows)
        self._show()

    def _show(self) -> None:
        table, rows = self._shown
        bad = sum(one.is_refused for one in rows)
        check = sum(bool(one.problems) and not one.is_refused for one in rows)
        self.only.buttons["problems"].setText(say("Problems ({n})", n=f"{bad + check:,}"))
        self.only.buttons["all"].setText(say("All rows ({n})", n=f"{len(rows):,}"))
        names = columns.preview_headings(table, rows)
        own = tuple(columns.heading(table, name) for name in names)
        only = self.only.value == "problems"
        lines = columns.preview_lines(names, rows, only_problems=only) if rows else []
        self.table.cells.show_lines(lines, (say("Row"), say("State"), *own, say("What is wrong")))
        told = say_count(
            len(rows),
            "the first {n} row, {bad} with an error, {check} to check",
            "the first {n} rows, {bad} with an error, {check} to check",
            bad=f"{bad:,}",
            check=f"{check:,}",
        )
        self.hint.setText(told if rows else say("none yet"))
