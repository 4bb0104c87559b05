"""What is done with an item of the worklist: done, put off, given to somebody, noted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.work.worklist import done_mark
from desktop.work.worklist_deeds import colleagues

if TYPE_CHECKING:
    from desktop.db.registry import Registry
    from desktop.domain.records import WorklistMark
    from desktop.ui.models.worklist import Row
    from desktop.ui.session import Session
    from desktop.ui.views.worklist import WorklistPage
    from desktop.ui.widgets.snooze_form import SnoozeForm
    from desktop.ui.widgets.worklist_forms import AssignForm, NoteForm
    from desktop.ui.worklist_feed import Board
    from desktop.work.worklist import Item


class WorklistSteps:
    """Saves marks on the chosen row; each is one step that Ctrl+Z takes back.

    ``form`` is the one that was opened last.
    """

    def __init__(self, session: Session, page: WorklistPage) -> None:
        self._session, self._page = session, page
        self.form: SnoozeForm | AssignForm | NoteForm | None = None

    def _chosen(self) -> tuple[Row, Board, Registry] | None:
        row, board, registry = self._page.view.row, self._page.board, self._session.registry
        if row is None or board is None or registry is None:
            return None
        return row, board, registry

    def finish(self) -> None:
        """Space: mark as done; Ctrl+Z brings it back."""
        if chosen := self._chosen():
            row, board, registry = chosen
            made = done_mark(row.item, board.day, who=registry.who)
            self._put(made, say("Mark as done: {item}", item=row.item.text), row.item)

    def snooze(self) -> None:
        """S: ask until when and why."""
        if chosen := self._chosen():
            row, board, registry = chosen
            from desktop.ui.widgets.snooze_form import SnoozeForm

            form = SnoozeForm(row, board.day, who=registry.who, parent=self._page)
            what = say("Snooze: {item}", item=row.item.text)
            form.agreed.connect(lambda made: self._put(made, what, row.item))
            self.form = form
            form.open()

    def assign(self) -> None:
        """A: ask to whom the item is given."""
        if chosen := self._chosen():
            row, board, registry = chosen
            from desktop.ui.widgets.worklist_forms import AssignForm

            people = colleagues(board.items, board.deeds, registry.who)
            form = AssignForm(row, board.day, who=registry.who, people=people, parent=self._page)
            what = say("Give to somebody: {item}", item=row.item.text)
            form.agreed.connect(lambda made: self._tell(made, what))
            self.form = form
            form.open()

    def note(self) -> None:
        """N: ask for a note on the item."""
        if chosen := self._chosen():
            row, board, registry = chosen
            from desktop.ui.widgets.worklist_forms import NoteForm

            form = NoteForm(row, board.day, who=registry.who, parent=self._page)
            what = say("Note on {item}", item=row.item.text)
            form.agreed.connect(lambda made: self._tell(made, what))
            self.form = form
            form.open()

    def _put(self, made: WorklistMark, what: str, item: Item) -> None:
        """Save a mark that keeps an item off the list; its row goes at once."""
        if self._session.change(what, lambda edit: edit.put(made)) and self._page.board:
            board = self._page.board
            left = tuple(one for one in board.items if one != item)
            self._page.show_board(replace(board, items=left))

    def _tell(self, made: WorklistMark, what: str) -> None:
        """Save a mark that keeps nothing off the list; the row tells of it at once."""
        if self._session.change(what, lambda edit: edit.put(made)) and self._page.board:
            self._page.show_board(self._page.board.with_mark(made))
