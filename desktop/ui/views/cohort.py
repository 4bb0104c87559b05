"""The whole registry at a glance: who is in it, how they stand, what is known of them.

Every count opens the list of those it counts. Figures that are copied hold no name and no ID.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.language import mark, say, say_count
from desktop.domain.when import shown_day
from desktop.ui.plot import ChartView
from desktop.ui.spoken import announce
from desktop.ui.theme import theme
from desktop.ui.views.cohort_feed import UNITS, CohortFeed
from desktop.ui.widgets.basics import Card, InlineMessage, button
from desktop.ui.widgets.card import elided_hint
from desktop.ui.widgets.cohort_bars import FigureCard
from desktop.ui.widgets.cohort_columns import CardColumns
from desktop.ui.widgets.cohort_head import CohortHead
from desktop.ui.widgets.cohort_patients import CohortPatients
from desktop.ui.widgets.tiles import Tile, TileRow
from desktop.work.cohort_text import release_note, table_text

if TYPE_CHECKING:
    from desktop.ui.session import Session
    from desktop.ui.views.cohort_feed import Board
    from desktop.work.cohort_shapes import Figure

CARDS: tuple[tuple[str, str, str, int], ...] = (
    ("diagnosis", mark("Diagnosis held"), "stethoscope", 0),
    ("phosphate", mark("Phosphate, latest result"), "test-pipe", 1),
    ("growth", mark("Masses by growth"), "body-scan", 1),
    ("treatment", mark("Treatments ever used"), "pill", 2),
    ("complete", mark("Key data recorded"), "list-check", 2),
    ("standing", mark("Standing of the diagnosis"), "circle-check", 0),
    ("sex", mark("Sex"), "user", 0),
    ("age", mark("Age today"), "calendar", 0),
    ("follow_up", mark("Follow-up"), "history", 1),
)
"""Figure, title before it is counted, icon, and the column in which it stands."""
TILES = (
    ("all", mark("Patients")),
    ("confirmed", mark("Confirmed diagnosis")),
    ("high", mark("Phosphate above range")),
    ("growing", mark("With a growing mass")),
    ("treated", mark("Treatment running")),
    ("lacking", mark("Lacking key data")),
)
BASIC = 6
"""So many of the key data, the first, are what every record should have."""


class CohortPage(QWidget):
    """The figures, two charts, and below them the patients behind the count that is chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.board: Board | None = None
        self.feed = CohortFeed(self)
        self.head = CohortHead()
        self.message = InlineMessage()
        self.tiles = TileRow(
            [Tile(name, say(text), is_filter=name != "all") for name, text in TILES]
        )
        self.cards = {
            key: FigureCard(key, say(title), icon=icon, copy=say("Copy"))
            for key, title, icon, _ in CARDS
        }
        self.charts = (ChartView(), ChartView())
        self.patients = CohortPatients(session)
        self._behind: dict[str, frozenset[str]] = {}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 10, 12, 10)
        page.setSpacing(8)
        page.addWidget(self.head)
        page.addWidget(self.message)
        page.addWidget(self.tiles)
        self._columns = CardColumns()
        titles = (say("Phosphate against age"), say("Phosphate under treatment"))
        self._chart_hints = []
        for column, (title, chart) in enumerate(zip(titles, self.charts, strict=True), start=1):
            card = Card(title, icon="chart-dots")
            self._chart_hints.append(elided_hint(card))
            _fill_chart_card(card, chart)
            self._columns.add(card, column)
        for key, *_, column in CARDS:
            self._columns.add(self.cards[key], column)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._columns)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(8)
        self._split.setStyleSheet("QSplitter::handle { background: transparent; }")
        self._split.addWidget(scroll)
        self._split.addWidget(self.patients)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([460, 230])
        page.addWidget(self._split, 1)

    def _connect(self) -> None:
        self.feed.ready.connect(self._take)
        self.feed.progress.connect(self.head.show_progress)
        self.feed.stopped.connect(self._tell_stop)
        self.feed.failed.connect(self._tell_failure)
        self.head.stop_button.clicked.connect(self.feed.stop)
        self.message.action.clicked.connect(self.read_again)
        self._session.units_changed.connect(self._show_charts)
        for name, tile in self.tiles.tiles.items():
            tile.toggled.connect(partial(self._follow_tile, name))
        self.tiles.tiles["all"].clicked.connect(self.show_all)
        for card in self.cards.values():
            card.chosen.connect(self.choose)
            card.copied.connect(self.copy)
        self.charts[0].picked.connect(self._pick_verdict)
        self.charts[1].picked.connect(self._pick_agent)
        self.patients.all_wanted.connect(self.show_all)

    def read_again(self) -> None:
        """Count anew what has changed since."""
        registry = self._session.registry
        self.message.hide()
        if registry is None:
            self.feed.forget()
            self.board = None
            self.patients.show_patients("", None)
            return
        if self.board is None:
            self.head.hint.setText(say("Counting patients…"))
        today = date.today()  # noqa: DTZ011 - the user's own day
        self.feed.refresh(registry.path, today, ranges=registry.ranges())
        self.patients.read_again()

    def _take(self, board: Board) -> None:
        self.head.end()
        self.board = board
        counted = say_count(
            len(board.members),
            "{n} patient as of {day}, counted {time}",
            "{n} patients as of {day}, counted {time}",
            day=shown_day(board.day),
            time=f"{board.at:%H:%M}",
        )
        self.head.hint.setText(counted)
        for figure in board.figures:
            self.cards[figure.key].show_figure(figure)
        self._show_tiles(board)
        self._show_charts()
        self._show_choice()

    def _show_tiles(self, board: Board) -> None:
        from desktop.ui.models.cohort_tiles import tile_counts

        self._behind = {}
        for name, (patients, note) in tile_counts(board, basic=BASIC).items():
            self._behind[name] = patients
            self.tiles.tiles[name].show_count(len(patients), note)

    def _show_charts(self) -> None:
        if self.board is None:
            return
        both = self.board.charts[UNITS[self._session.units]]
        for chart, hint, spec in zip(self.charts, self._chart_hints, both, strict=True):
            hint.show_text(spec.subtitle)
            chart.show_spec(spec)

    def _tell_stop(self, done: int, total: int) -> None:
        self.head.end()
        words = say(
            "Stopped at {done} of {total} patients. What is shown is from before.",
            done=f"{done:,}",
            total=f"{total:,}",
        )
        if self.board is None:
            words = say(
                "Stopped at {done} of {total} patients. Nothing is shown: a part would mislead.",
                done=f"{done:,}",
                total=f"{total:,}",
            )
        self.message.show_message("warn", words, action=say("Go on"))
        announce(self, words)

    def _tell_failure(self, error: BaseException) -> None:
        self.head.end()
        words = say("The patients could not be counted.")
        self.message.show_message("stop", words, action=say("Try again"))
        announce(self, words, at_once=True)
        raise error

    def choose(self, figure: str, bar: str) -> None:
        """List the patients behind a bar."""
        card = self.cards[figure]
        row = card.list.bars.row_of(bar)
        if row < 0:
            return
        self._release(but=figure)
        card.list.setCurrentIndex(card.list.bars.index(row, 0))
        self._show_choice()

    def _pick_verdict(self, key: str) -> None:
        self.choose("phosphate", key)

    def _pick_agent(self, key: str) -> None:
        self.charts[1].select(key)
        self.choose("treatment", key)

    def _follow_tile(self, name: str, is_on: bool) -> None:
        if is_on:
            self._release(but=name)
        self._show_choice()

    def _release(self, *, but: str) -> None:
        """One choice at a time: let go of every other."""
        for name, tile in self.tiles.tiles.items():
            if name != but and tile.isChecked():
                tile.setChecked(False)
        for key, card in self.cards.items():
            if key != but:
                card.list.clearSelection()

    def show_all(self) -> None:
        """List every patient again."""
        self._release(but="")
        self._show_choice()

    def _show_choice(self) -> None:
        """The list below follows the bar or tile that is chosen."""
        for key, card in self.cards.items():
            bar = card.list.chosen_key()
            if bar:
                self._show_bar(card.list.bars.figure, key, bar)
                return
        if chosen := self.tiles.chosen:
            words = say(dict(TILES)[chosen])
            self.patients.show_patients(words, self._behind.get(chosen, frozenset()))
        else:
            self.patients.show_patients("", None)

    def _show_bar(self, figure: Figure | None, key: str, bar_key: str) -> None:
        bar = next((one for one in figure.bars if one.key == bar_key), None) if figure else None
        if figure is None or bar is None:
            return
        words = say("{figure}: {bar}", figure=figure.title, bar=bar.text)
        if key == "complete":
            words = say("Without {item}", item=say(bar.key))
        self.patients.show_patients(words, bar.patients)

    def copy(self, figure: Figure | None) -> None:
        """Put a figure on the clipboard as a table of counts."""
        if figure is None:
            return
        QGuiApplication.clipboard().setText(table_text(figure))
        words = say("Copied “{figure}”: counts alone, no names.", figure=figure.title)
        if figure.has_small:
            words = f"{words} {release_note()}"
        self.message.show_message("ok", words)
        announce(self, words)

    def focus_first(self) -> None:
        """Begin at the first figure."""
        self.cards["diagnosis"].list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> None:
        """Ctrl+F: type to narrow the list of patients."""
        self.patients.focus_filter()

    def compact(self, is_compact: bool) -> None:
        """Take less room in small windows."""
        self.tiles.compact(is_compact)
        self._split.setSizes([430, 170] if is_compact else [460, 230])


def _fill_chart_card(card: Card, chart: ChartView) -> None:
    table = button(say("Table"), "header", icon="table")
    table.setToolTip(say("Show as table, and back: Ctrl+T"))
    table.clicked.connect(chart.table_action.trigger)
    card.header.addWidget(table)
    chart.setMinimumHeight(theme().px(260))
    card.body.addWidget(chart)
