"""The registry's own reference ranges: seen, edited in place, replaced from a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout

from desktop.domain.changes import ChangeSet
from desktop.domain.errors import UserError
from desktop.domain.language import say, say_count
from desktop.ui.dialogs import CSV_FILES
from desktop.ui.models.settings_ranges import WIDTHS, RangesModel
from desktop.ui.spoken import announce
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import Card, InlineMessage, button, label
from desktop.ui.widgets.settings_cells import RangeCells

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.db.edit import Edit
    from desktop.db.registry import Registry
    from desktop.domain.ranges import RegistryRange
    from desktop.ui.dialogs import Dialogs
    from desktop.ui.session import Session
    from desktop.work.import_outcome import Remark

MOST_REMARKS = 6
RANGES = "reference_ranges"
"""What stands for the records of everybody, whom a change of the ranges concerns."""


class RangesCard(Card):
    """Each edit that leaves every row right is in force at once, and stands in the journal.

    Ctrl+Z does not know these steps, so the card has a button of its own that takes them back.
    """

    def __init__(self, session: Session, dialogs: Dialogs) -> None:
        super().__init__(say("This registry’s own reference ranges"), icon="ruler-measure")
        self._session, self._dialogs = session, dialogs
        self._earlier: list[tuple[RegistryRange, ...]] = []
        self._path = ""
        self.model = RangesModel(self)
        self.table = _table(self.model)
        self.message = InlineMessage()
        self.about = label("", "hint", wrap=True)
        self.add_button = button(say("Add range"), icon="plus")
        self.remove_button = button(say("Remove range   {keys}", keys="Del"), icon="minus")
        self.import_button = button(say("Replace all from a table…"), icon="file-import")
        self.back_button = button(say("Take back the last change"), icon="arrow-back-up")
        self._lay_out()
        self.model.ready.connect(self._soon)
        self.model.judged.connect(self._tell_problem)
        self.table.installEventFilter(self)
        self.add_button.clicked.connect(self.add_range)
        self.remove_button.clicked.connect(self.remove_range)
        self.import_button.clicked.connect(self.replace_from_table)
        self.back_button.clicked.connect(self.take_back)
        theme_signals.changed.connect(self._fit)

    def _lay_out(self) -> None:
        self.about.setContentsMargins(12, 8, 12, 8)
        self.about.setText(
            say(
                "They stand between the range printed with a result and the built-in table. "
                "A row holds from an age up to, not including, the second age. "
                "An empty limit is open."
            )
        )
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        deeds.addWidget(self.add_button)
        deeds.addWidget(self.remove_button)
        deeds.addStretch(1)
        others = QHBoxLayout()
        others.setSpacing(8)
        others.addWidget(self.import_button)
        others.addWidget(self.back_button)
        others.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 8, 12, 12)
        foot.setSpacing(8)
        foot.addLayout(deeds)
        foot.addLayout(others)
        self.body.addWidget(self.about)
        self.body.addWidget(self.message)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(foot)
        self._fit()

    def _fit(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(theme().px(30))
        self.table.setMinimumHeight(theme().px(220))
        for column, width in enumerate(WIDTHS):
            self.table.setColumnWidth(column, theme().px(width))

    def read_again(self) -> None:
        """Show what is in force; rows that are not right yet stay until they are."""
        registry = self._session.registry
        path = str(registry.path) if registry else ""
        stored = registry.ranges() if registry else ()
        if path != self._path:
            self._path, self._earlier = path, []
            self.model.show_ranges(stored)
        elif self.model.is_right and self.model.ranges != stored:
            self.model.show_ranges(stored)
        self._allow()

    def _allow(self) -> None:
        is_open = self._session.registry is not None
        for part in (self.table, self.add_button, self.import_button):
            part.setEnabled(is_open)
        self.remove_button.setEnabled(is_open and self.model.rowCount() > 0)
        self.back_button.setEnabled(bool(self._earlier))
        count = len(self.model.ranges)
        told = say_count(count, "{n} range", "{n} ranges")
        told = told if count else say("none; the built-in table is used")
        self.hint.setText(told if is_open else say("Open a registry first."))

    def _tell_problem(self) -> None:
        found = self.model.first_problem()
        if found is None:
            self.message.hide()
        else:
            words = say(
                "Row {row} is not right yet, so the ranges of before are in force. {problem}",
                row=found[0] + 1,
                problem=found[1],
            )
            self.message.show_message("warn", words)
        self._allow()

    def _soon(self, ranges: Sequence[RegistryRange]) -> None:
        """Once the cell is closed: what follows fills every page anew."""
        QTimer.singleShot(0, self, lambda: self.put(tuple(ranges)))

    def put(self, ranges: tuple[RegistryRange, ...], *, is_back: bool = False) -> None:
        """Put these ranges in force."""
        registry = self._session.registry
        if registry is None:
            return
        before = registry.ranges()
        try:
            changed = registry.set_ranges(ranges)
        except UserError as error:
            self.message.show_message("stop", str(error))
            return
        if changed is not None:
            self._changed(registry, before, is_back=is_back)

    def _changed(
        self, registry: Registry, before: tuple[RegistryRange, ...], *, is_back: bool
    ) -> None:
        """Every page and the open patient rest on the ranges: all is read again."""
        from desktop.work.silence import end_stale

        if not is_back:
            self._earlier.append(before)
        has_focus = self.table.hasFocus()
        step = registry.registry_history()[0]
        self._session.announce(ChangeSet(step.seq, step.what, batch=RANGES))
        what = say("Guidance set aside speaks again")

        def end(edit: Edit) -> None:
            end_stale(edit, registry)

        self._session.change(what, end)
        self._session.read_again()
        self._session.asks.command.emit("show_settings")
        if has_focus:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        words = say("The ranges are in force, and the change stands in the journal.")
        self.message.show_message("ok", words)
        announce(self, words)
        self._allow()

    def add_range(self) -> None:
        """A new row, ready to be typed into."""
        row = self.model.add_row()
        index = self.model.index(row, 0)
        self.table.setCurrentIndex(index)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.edit(index)

    def remove_range(self) -> None:
        """Take the chosen row away."""
        self.model.remove_row(self.table.currentIndex().row())

    def take_back(self) -> None:
        """Put the ranges of before the last change in force again."""
        if self._earlier:
            ranges = self._earlier.pop()
            self.put(ranges, is_back=True)
            self.model.show_ranges(ranges)
            self._allow()

    def replace_from_table(self) -> None:
        """All ranges from a CSV table, or none: what is wrong is told row by row."""
        from desktop.work.reference_ranges import set_ranges_from

        registry = self._session.registry
        if registry is None:
            return
        path = self._dialogs.open_file(self, say("Table of reference ranges"), CSV_FILES)
        if path is None:
            return
        before = registry.ranges()
        try:
            refused = set_ranges_from(registry, path)
        except UserError as error:
            self.message.show_message("stop", str(error))
            return
        if refused:
            self._tell_refusals(path.name, refused)
        elif registry.ranges() != before:
            self._changed(registry, before, is_back=False)
            self.model.show_ranges(registry.ranges())
            self._allow()

    def _tell_refusals(self, name: str, refused: Sequence[Remark]) -> None:
        lines = [
            say(
                "Row {row}, {column} “{value}”: {rule}.",
                row=one.row,
                column=one.column,
                value=one.value,
                rule=one.rule,
            )
            for one in refused[:MOST_REMARKS]
        ]
        if len(refused) > MOST_REMARKS:
            rest = len(refused) - MOST_REMARKS
            lines.append(say_count(rest, "and {n} more", "and {n} more"))
        first = say("{name} was refused; the ranges are as they were.", name=name)
        self.message.show_message("stop", "\n".join([first, *lines]))
        announce(self, self.message.text.text(), at_once=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete takes the chosen row away."""
        if event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)  # type: ignore[arg-type]  # told by its type
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Delete:
            return False
        self.remove_range()
        return True


def _table(model: RangesModel) -> QTableView:
    made = QTableView()
    made.setObjectName("ranges")
    made.setAccessibleName(say("Own reference ranges"))
    made.setModel(model)
    made.setItemDelegate(RangeCells(made))
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    triggers = QAbstractItemView.EditTrigger
    made.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
    made.setWordWrap(False)
    made.setShowGrid(False)
    made.setTabKeyNavigation(False)
    made.verticalHeader().hide()
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header = made.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setStretchLastSection(True)
    return made
