"""What the user does to results in the grid: stored as one step each, or kept as a draft."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desktop.domain.errors import UserError
from desktop.domain.language import say, say_count
from desktop.ui.forms.typed import NotReadable
from desktop.ui.models.labs_change import (
    checked,
    confirmed,
    deleting,
    moving,
    removing,
    result_words,
    typed_result,
    with_state,
    writing,
)
from desktop.ui.models.labs_grid import Draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.case import Case
    from desktop.domain.records import LabResult
    from desktop.ui.models.labs_columns import Column
    from desktop.ui.models.labs_grid import At, Grid
    from desktop.ui.models.labs_planned import Planned
    from desktop.ui.models.labs_rows import Row
    from desktop.ui.session import Session

KIND, OF_GRID = "labs", "#grid"
"""Drafts of the grid are named as those of the form, with a sign that no record's id has."""

SEPARATOR = "\x1f"


class LabEdits:
    """Edits the results of the open patient through the session.

    Drafts are texts that could not be stored; they live in ``session.drafts``, each cell by
    the keys of its row and column, and survive a crash there.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def _kept(self, case: Case) -> dict[str, str]:
        found = self._session.drafts.of(_key(case))
        return dict(found.typed) if found else {}

    def drafts(self, case: Case) -> dict[At, Draft]:
        """The drafts of a patient, not yet with their problems."""
        found: dict[At, Draft] = {}
        for name, text in self._kept(case).items():
            row, _, column = name.partition(SEPARATOR)
            found[row, column] = Draft(text, "")
        return found

    @staticmethod
    def explain(grid: Grid, drafts: dict[At, Draft]) -> None:
        """Say for each draft why it is not stored."""
        rows = {row.key: row for row in grid.rows}
        columns = {column.key: column for column in grid.columns}
        for at, draft in drafts.items():
            row, column = rows.get(at[0]), columns.get(at[1])
            if row is not None and column is not None:
                drafts[at] = Draft(draft.text, _problem(grid, row, column, draft.text))

    def keep(self, case: Case, at: At, text: str) -> None:
        """Keep a text that cannot be stored."""
        kept = self._kept(case)
        kept[SEPARATOR.join(at)] = text
        self._session.drafts.keep(_key(case), kept, patient=case.patient.id)

    def drop(self, case: Case, at: At) -> str | None:
        """Forget the draft of a cell; what it was, None where there was none."""
        kept = self._kept(case)
        text = kept.pop(SEPARATOR.join(at), None)
        if text is not None:
            self._session.drafts.keep(_key(case), kept, patient=case.patient.id)
        return text

    def move_drafts(self, case: Case, column: str, when: str) -> None:
        """Drafts follow their column to another date."""
        kept = {}
        for name, text in self._kept(case).items():
            row, _, own = name.partition(SEPARATOR)
            moved = f"{when}#{own.rpartition('#')[2]}" if own == column else own
            kept[f"{row}{SEPARATOR}{moved}"] = text
        if kept:
            self._session.drafts.keep(_key(case), kept, patient=case.patient.id)

    def enter(self, grid: Grid, row: Row, column: Column, text: str) -> str:
        """Store what was typed into a cell; why not, where it cannot be stored."""
        at, before = (row.key, column.key), grid.lab(row, column)
        try:
            made = typed_result(grid.case, row, column, text, before=before)
        except NotReadable as reason:
            self.keep(grid.case, at, text)
            return str(reason)
        self.drop(grid.case, at)
        if made is None:
            return self.remove([before]) if before is not None else ""
        if made == before:
            return ""
        problem = self._write(result_words(made), [made], [before] if before else [])
        if problem:
            self.keep(grid.case, at, text)
        return problem

    def remove(self, labs: Sequence[LabResult]) -> str:
        """Remove results as one step; why not, where the registry refuses."""
        try:
            self._session.change(removing(labs), deleting(labs))
        except UserError as error:
            return str(error)
        return ""

    def mark(self, grid: Grid, row: Row, column: Column, state: str) -> str:
        """Mark a cell as pending or not measured."""
        before = grid.lab(row, column)
        made = with_state(grid.case, row, column, state=state, before=before)
        self.drop(grid.case, (row.key, column.key))
        return self._write(result_words(made), [made], [before] if before else [])

    def change_cell(self, lab: LabResult, case: Case, name: str, text: str) -> str:
        """Change one cell of a stored result, such as its method."""
        try:
            made = checked(_with(lab, name, text), case)
        except NotReadable as reason:
            return str(reason)
        return self._write(result_words(made), [made], [lab])

    def change_cells(self, labs: Sequence[LabResult], name: str, text: str) -> str:
        """Change the same cell of several results, as one step."""
        changed = [lab for lab in labs if getattr(lab, name) != text]
        made = [_with(lab, name, text) for lab in changed]
        words = say_count(len(made), "Note on {n} sample", "Note on {n} samples")
        return self._write(words, made, changed) if made else ""

    def confirm(self, lab: LabResult, reason: str) -> str:
        """Say why an unusual value is right; it is written into its note."""
        made = confirmed(lab, reason)
        words = say("Confirm {result}", result=result_words(lab))
        return self._write(words, [made], [lab])

    def move(self, labs: Sequence[LabResult], when: str, case: Case) -> str:
        """Give all results of a column another date, as one step."""
        try:
            made = [checked(replace(lab, when=when), case) for lab in labs]
        except NotReadable as reason:
            return str(reason)
        return self._write(moving(labs, when), made, labs)

    def paste(self, planned: Sequence[Planned]) -> str:
        """Store what is ready of a pasted block, as one step."""
        ready = [one for one in planned if one.status == "ready" and one.lab is not None]
        made = [one.lab for one in ready if one.lab is not None]
        before = [one.before for one in ready if one.before is not None]
        words = say_count(len(made), "Paste {n} result", "Paste {n} results")
        return self._write(words, made, before)

    def _write(self, what: str, made: Sequence[LabResult], before: Sequence[LabResult]) -> str:
        try:
            self._session.change(what, writing(made, replacing=before))
        except UserError as error:
            return str(error)
        return ""


def _key(case: Case) -> tuple[str, str]:
    return KIND, f"{case.patient.id}{OF_GRID}"


def _with(lab: LabResult, name: str, text: str) -> LabResult:
    """A result with one other cell."""
    cells: dict[str, Any] = {name: text}
    return replace(lab, **cells)


def _problem(grid: Grid, row: Row, column: Column, text: str) -> str:
    try:
        typed_result(grid.case, row, column, text, before=grid.lab(row, column))
    except NotReadable as reason:
        return str(reason)
    return say("It can be saved now: press F2, then Enter.")
