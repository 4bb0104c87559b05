"""The worklist, home of the program: who needs attention today, and why."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.db.search import folded
from desktop.domain.language import mark, say, say_count
from desktop.domain.when import shown_day
from desktop.ui.spoken import announce
from desktop.ui.theme import theme
from desktop.ui.views.worklist_steps import WorklistSteps
from desktop.ui.widgets.basics import InlineMessage, button, label
from desktop.ui.widgets.tiles import Tile, TileRow
from desktop.ui.widgets.worklist_preview import WIDTH, WorklistPreview
from desktop.ui.widgets.worklist_tools import WorklistTools
from desktop.ui.widgets.worklist_view import WorklistView
from desktop.ui.worklist_feed import WorklistFeed
from desktop.work.worklist import FILTERS
from desktop.work.worklist_deeds import NOTHING, is_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from desktop.ui.dialogs import Dialogs
    from desktop.ui.models.worklist import Row
    from desktop.ui.session import Session
    from desktop.ui.worklist_feed import Board
    from desktop.work.worklist import Item

TILES = (
    ("active", mark("Active patients")),
    ("today", mark("Need action today")),
    ("target", mark("Outside own target")),
    ("growing", mark("Masses growing")),
    ("alerts", mark("Alerts to read")),
    ("missing", mark("Missing key data")),
)
PREVIEW_FROM = 1100
"""Narrower pages (or as wide with larger text) show the reasons only when asked."""
NOTES = {
    "target": mark("at the last result"),
    "growing": mark("lower 95 % limit above 0"),
    "alerts": mark("contraindications, conflicts"),
    "missing": mark("unknown, not absent"),
}


class WorklistPage(QWidget):
    """``counted`` carries how many patients need action today, for the rail."""

    counted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._board: Board | None = None
        self._path: Path | None = None
        self.feed = WorklistFeed(self)
        self.title = label(say("Worklist"), "title")
        self.hint = label("", "hint")
        self.message = InlineMessage()
        self.tiles = TileRow(
            [Tile(name, say(text), is_filter=name != "active") for name, text in TILES]
        )
        self.tools = WorklistTools()
        self.view = WorklistView()
        self.preview = WorklistPreview()
        self.empty = label("", "hint", wrap=True)
        self.steps = WorklistSteps(session, self)
        self.dialogs: Dialogs | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        self.new_button = button(say("New patient"), icon="plus")
        self.import_button = button(say("Import tables"), icon="file-import")
        top.addWidget(self.title)
        top.addWidget(self.hint)
        top.addStretch(1)
        top.addWidget(self.new_button)
        top.addWidget(self.import_button)
        card = QFrame()
        card.setProperty("card", "true")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 8, 1, 1)
        inner.setSpacing(8)
        inner.addWidget(self.tools)
        self._place = QStackedWidget()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._place.addWidget(self.view)
        self._place.addWidget(self.empty)
        inner.addWidget(self._place, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(10)
        self._split.setStyleSheet("QSplitter::handle { background: transparent; }")
        self._split.addWidget(card)
        self._split.addWidget(self.preview)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self.preview.setMinimumWidth(theme().px(260))
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 10, 12, 10)
        page.setSpacing(10)
        page.addLayout(top)
        page.addWidget(self.message)
        page.addWidget(self.tiles)
        page.addWidget(self._split, 1)
        self._split.setSizes([1000, theme().px(WIDTH)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In narrow windows the list has all the room; a button brings the reasons."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *_: object) -> None:
        is_narrow = self.width() < theme().px(PREVIEW_FROM)
        self.tools.why_button.setVisible(is_narrow)
        self.preview.setVisible(not is_narrow or self.tools.why_button.isChecked())

    def _connect(self) -> None:
        asks = self._session.asks
        self.new_button.clicked.connect(partial(asks.command.emit, "add_patients"))
        self.import_button.clicked.connect(partial(asks.command.emit, "show_import"))
        self.tiles.tiles["active"].clicked.connect(partial(asks.command.emit, "show_patients"))
        for tile in self.tiles.tiles.values():
            tile.toggled.connect(self._show)
        self.tools.narrowed.connect(self._show)
        self.tools.reasons_wanted.connect(self._fit)
        self._session.opened.connect(self.feed.put_off)
        self.feed.ready.connect(self._take)
        self.feed.progress.connect(self.tools.show_progress)
        self.feed.failed.connect(self._tell_failure)
        self.view.chosen.connect(self._explain)
        self.view.more_wanted.connect(self._show)
        for part in (self.view, self.preview):
            part.open_wanted.connect(self.open_chosen)
            part.done_wanted.connect(self.steps.finish)
            part.snooze_wanted.connect(self.steps.snooze)
            part.assign_wanted.connect(self.steps.assign)
            part.note_wanted.connect(self.steps.note)
        self.view.mine_wanted.connect(self.tools.toggle_mine)
        self.tools.documents_wanted.connect(self.make_documents)
        self.tools.export_wanted.connect(self.export_listed)

    @property
    def board(self) -> Board | None:
        """What is shown, before the filters; None until the registry was looked at."""
        return self._board

    def show_board(self, board: Board) -> None:
        """Show what a step made of the board; the rest follows from the registry."""
        self._board = board
        self._show()

    @property
    def items(self) -> tuple[Item, ...]:
        """Every open item, whatever the filters leave."""
        return self._board.items if self._board else ()

    def read_again(self) -> None:
        """Bring the list up to date with the registry."""
        registry = self._session.registry
        self.message.hide()
        if registry is None or registry.path != self._path:
            self._path = registry.path if registry else None
            self._board = None
            self.view.rows.clear()
            self.preview.show_row(None, None)
        if registry is None:
            self.feed.stop()
        else:
            self.feed.refresh(registry.path, date.today())  # noqa: DTZ011 - the user's own day

    def _take(self, board: Board) -> None:
        self._board = board
        counts = board.counts
        notes = {name: say(text) for name, text in NOTES.items()}
        notes["active"] = say(
            "TC {tumoral}, FOP {fop}, other {other}",
            tumoral=counts["tumoral"],
            fop=counts["fop"],
            other=counts["active"] - counts["tumoral"] - counts["fop"],
        )
        notes["today"] = say(
            "{stops} stop, {rest} review", stops=counts["stops"], rest=counts["reviews"]
        )
        for name, tile in self.tiles.tiles.items():
            tile.show_count(counts[name], notes[name])
        self.tiles.fit()
        tasks = counts["tasks"]
        told = say_count(tasks, "{day} · {n} task", "{day} · {n} tasks", day=shown_day(board.day))
        self.hint.setText(told)
        self.counted.emit(board.counts["today"])
        self._show()

    def _show(self, *_: object) -> None:
        if self._board is None:
            return
        items = self._narrowed(self._board)
        self.tools.list_button.setEnabled(bool(items))
        self.view.show_items(items, self._board.seen, self._board.day, self._board.deeds)
        if not items:
            nobody = not self._board.seen.people
            empty = say("No patients yet. Add the first one, or import tables.")
            nothing = say("Nothing needs attention here.")
            self.empty.setText(empty if nobody else nothing)
        self._place.setCurrentWidget(self.view if items else self.empty)

    def _narrowed(self, board: Board) -> list[Item]:
        items = list(board.items)
        if chosen := self.tiles.chosen:
            items = [item for item in items if FILTERS[chosen](item)]
        if self.tools.mine_button.isChecked() and self._session.registry is not None:
            who = self._session.registry.who
            items = [item for item in items if is_of(item, board.told(item), who)]
        for word in folded(self.tools.field.text()).split():
            items = [item for item in items if word in self._searched(item)]
        return items

    def _searched(self, item: Item) -> str:
        person = self._board.seen.people.get(item.patient) if self._board else None
        who = f"{person.name} {person.patient_id}" if person else ""
        told = self._board.told(item) if self._board else NOTHING
        notes = " ".join(note.reason for note in told.notes)
        return folded(f"{who} {item.text} {item.detail} {item.owner} {told.to} {notes}")

    def _tell_failure(self, error: BaseException) -> None:
        self.message.show_message("stop", say("The worklist could not be worked out."))
        announce(self, self.message.text.text(), at_once=True)
        raise error

    def _explain(self, row: Row | None) -> None:
        self.preview.show_row(row, self._board.day if self._board else None)

    def open_chosen(self) -> None:
        """Enter: open the patient where the reason is shown."""
        if (row := self.view.row) is None:
            return
        asks = self._session.asks
        what, _, which = row.item.opens.partition(":")
        asks.open_patient.emit(row.item.patient, which if what == "page" else "")
        if what == "record":
            asks.show_record.emit(which)
        elif what == "analyte":
            asks.show_analyte.emit(which)

    def listed_patients(self) -> tuple[str, ...]:
        """Our ids of the patients of the list as it is filtered, each once, in its order."""
        items = self._narrowed(self._board) if self._board else []
        return tuple(dict.fromkeys(item.patient for item in items))

    def export_listed(self) -> None:
        """Export the patients of the list."""
        self._session.asks.export_listed.emit(self.listed_patients())

    def make_documents(self) -> None:
        """Ask which document, and make one for each patient of the list."""
        from desktop.ui.views.worklist_batch import ListedDocuments

        ListedDocuments(
            self._session, self.listed_patients(), dialogs=self.dialogs, parent=self
        ).exec()

    def focus_first(self) -> None:
        """Begin in the list."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> None:
        """Ctrl+F: type to narrow the list."""
        self.tools.focus_filter()

    def compact(self, is_compact: bool) -> None:
        """Take less room in small windows."""
        self.tiles.compact(is_compact)
