"""The history of the open patient: every change, any earlier state, any version restored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.columns import table_of
from desktop.domain.language import say, say_count
from desktop.ui.models.history import entry_words, moment
from desktop.ui.models.history_list import HistoryModel, merged
from desktop.ui.theme import theme, theme_signals
from desktop.ui.views.history_detail import HistoryDetail
from desktop.ui.views.history_state import StateView
from desktop.ui.widgets.basics import Card, label
from desktop.ui.widgets.history_filters import HistoryFilters
from desktop.ui.widgets.history_table import history_table, size_columns

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop.db.journal import Entry
    from desktop.guidance.dossier import Dossier
    from desktop.ui.models.history_list import Line
    from desktop.ui.session import Session

NARROW = 980
"""Below so many pixels of the design the change stands below the list."""


class HistoryPage(QWidget):
    """The list at the left, the chosen change at the right; or an earlier state in their place."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._dossier: Dossier | None = None
        self._entries: list[Entry] = []
        self._state_seq = 0
        self._sizes = (780, 540)
        self._arranged: tuple[object, ...] = ()
        self.filters = HistoryFilters()
        self.model = HistoryModel(self)
        self.table = history_table(self.model)
        self.empty = label("", "hint", wrap=True)
        self.detail = HistoryDetail(session)
        self.state = StateView()
        self.card = Card(say("History"), icon="history")
        self._lay_out()
        self.filters.changed.connect(self._narrow)
        self.table.selectionModel().currentRowChanged.connect(self._show_line)
        self.table.installEventFilter(self)
        self.filters.text.installEventFilter(self)
        self.table.doubleClicked.connect(self.show_state)
        self.detail.state_wanted.connect(self.show_state)
        self.state.left.connect(self.leave_state)
        self.state.stepped.connect(self._step_state)
        session.registry_changed.connect(self._forget)
        theme_signals.changed.connect(self._follow_theme)

    def _forget(self) -> None:
        """Another registry may hold a copy of the same patient with another past."""
        self._entries = []
        self._dossier = None

    def _follow_theme(self) -> None:
        size_columns(self.table)

    def _lay_out(self) -> None:
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.card.body.addWidget(self.filters)
        self._place = QStackedWidget()
        self._place.addWidget(self.table)
        self._place.addWidget(self.empty)
        self.card.body.addWidget(self._place, 1)
        split = self._split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(10)
        split.setStyleSheet("QSplitter::handle { background: transparent; }")
        split.addWidget(self.card)
        beside = QScrollArea()  # in low windows the detail scrolls rather than shrinks
        beside.setWidgetResizable(True)
        beside.setFrameShape(QFrame.Shape.NoFrame)
        beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        beside.setWidget(self.detail)
        split.addWidget(beside)
        split.setStretchFactor(0, 1)
        changes = QWidget()
        inner = QVBoxLayout(changes)
        inner.setContentsMargins(12, 10, 12, 10)
        inner.addWidget(split)
        self._stack = QStackedWidget()
        self._stack.addWidget(changes)
        self._stack.addWidget(self.state)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._stack)

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show the history of a patient, of the same one after a change, or of nobody."""
        is_same = self._is_of(dossier)
        self._dossier = dossier
        if not is_same:
            self._entries = []
            self._stack.setCurrentIndex(0)
            self.filters.reset()
        chosen = self.line
        kept = (chosen.seq, chosen.record.id if chosen.record else "") if chosen else (0, "")
        lines = self._read()
        self.filters.offer(lines)
        message = self.detail.message.text.text() if not self.detail.message.isHidden() else ""
        self.model.show_lines(lines)
        self._tell()
        self._choose(self.model.row_of(*kept) if is_same and kept[0] else 0)
        if message and is_same:
            self.detail.message.show()

    def _is_of(self, dossier: Dossier | None) -> bool:
        old = self._dossier.case.patient.id if self._dossier else ""
        return bool(dossier and dossier.case.patient.id == old)

    def _read(self) -> list[Line]:
        """The journal only grows: what was read before is not read again."""
        registry, dossier = self._session.registry, self._dossier
        if registry is None or dossier is None:
            return []
        own = dossier.case.patient.id
        newest = self._entries[0].seq if self._entries else 0
        new = []
        for entry in registry.history(own):
            if entry.seq <= newest:
                break
            new.append(entry)
        self._entries = [*new, *self._entries]
        return merged(self._entries, registry.arrivals(own))

    @property
    def line(self) -> Line | None:
        """The chosen change."""
        row = self.table.currentIndex().row()
        return self.model.lines[row] if 0 <= row < len(self.model.lines) else None

    def _choose(self, row: int) -> None:
        if self.model.lines:
            self.table.selectRow(max(row, 0))
        self._show_line()

    def _narrow(self) -> None:
        self.model.narrow(self.filters.wanted())
        self._tell()
        self._choose(0)

    def _tell(self) -> None:
        shown, every = len(self.model.lines), len(self.model.every)
        told = say_count(every, "{n} change", "{n} changes")
        if shown != every:
            told = say("{shown} of {all}", shown=f"{shown:,}", all=told)
        self.card.hint.setText(say("{changes}, newest first", changes=told) if every else "")
        self._place.setCurrentWidget(self.table if shown else self.empty)
        nothing = say("Nothing was changed yet.")
        self.empty.setText(
            say("No change fits. Clear the filters to see all.") if every else nothing
        )

    def _show_line(self) -> None:
        line, only = self.line, self.model.wanted.record
        if line is None and only:
            self.detail.show_record(only)
        else:
            self.detail.show_line(line)

    def show_state(self) -> None:
        """Show the whole patient as of the chosen change."""
        line = self.line
        if line is None or not self._show_state_of(line):
            return
        record = line.record
        if record is not None:
            self.state.show_record(table_of(type(record)).name, record.id)
        self._stack.setCurrentWidget(self.state)
        self.state.focus_first()

    def _show_state_of(self, line: Line) -> bool:
        """False where there was no such patient then, as before an import that was undone."""
        registry, dossier = self._session.registry, self._dossier
        if registry is None or dossier is None:
            return False
        try:
            case = registry.case_as_of(dossier.case.patient.id, line.seq)
        except KeyError:
            words = say("The patient was not in the registry then.")
            self.detail.message.show_message("info", words)
            return False
        self._state_seq = line.seq
        self.state.show_case(case, moment=moment(line.source.at), today=dossier.case)
        seqs = self._steps()
        place = seqs.index(line.seq)
        self.state.newer_button.setEnabled(place > 0)
        self.state.older_button.setEnabled(place < len(seqs) - 1)
        return True

    def _steps(self) -> list[int]:
        return list(dict.fromkeys(line.seq for line in self.model.every))

    def _step_state(self, by: int) -> None:
        seqs = self._steps()
        place = min(max(seqs.index(self._state_seq) + by, 0), len(seqs) - 1)
        line = next(one for one in self.model.every if one.seq == seqs[place])
        self._show_state_of(line)
        row = next((n for n, one in enumerate(self.model.lines) if one.seq == line.seq), -1)
        if row >= 0:
            self.table.selectRow(row)

    def leave_state(self) -> None:
        """Back to the list of changes."""
        self._stack.setCurrentIndex(0)
        self.focus_first()

    @property
    def shows_state(self) -> bool:
        """True while an earlier state is shown."""
        return self._stack.currentWidget() is self.state

    def show_record(self, record_id: str) -> bool:
        """Show the history of one record alone; False where it has none."""
        registry = self._session.registry
        versions = registry.versions(record_id) if registry is not None else ()
        known = next((one.record for one in versions if one.record is not None), None)
        if known is None or self._dossier is None or known.patient != self._dossier.case.patient.id:
            return False
        self._stack.setCurrentIndex(0)
        self.filters.show_only(record_id, entry_words(known))
        self.focus_first()
        return True

    def focus_first(self) -> None:
        """Begin in the list."""
        where = self.table if self.model.lines else self.filters.text
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> None:
        """Ctrl+F: type to narrow the list."""
        if not self.shows_state:
            self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.filters.text.selectAll()

    def compact(self, is_compact: bool) -> None:
        """In small windows the list gives way, so that the fields stay readable."""
        self._sizes = (700, 560) if is_compact else (780, 540)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, or the text large, the change stands below the list."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_narrow = self.width() < theme().px(NARROW)
        kind = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        arranged = (kind, self._sizes)
        if arranged != self._arranged:
            self._arranged = arranged
            self._split.setOrientation(kind)
            self._split.setSizes(list(self._sizes))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter shows the state, Down goes from the field to the list, Esc clears the field."""
        if event.type() == QEvent.Type.KeyPress:
            return self._pressed(watched, event)  # type: ignore[arg-type]  # told by its type
        return super().eventFilter(watched, event)

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if watched is self.table and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.show_state()
        elif watched is self.filters.text and key == Qt.Key.Key_Down:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif watched is self.filters.text and key == Qt.Key.Key_Escape and self.filters.text.text():
            self.filters.text.clear()
        else:
            return False
        return True
