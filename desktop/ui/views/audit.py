"""The audit: who did what and when, searched, read in full, written out, and verified."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import UserError
from desktop.domain.language import say, say_count
from desktop.ui.actions import forbidden
from desktop.ui.dialogs import CSV_FILES, Dialogs
from desktop.ui.models.audit import COLUMNS, AuditModel
from desktop.ui.tasks import Task
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.audit_entry import AuditEntry
from desktop.ui.widgets.audit_filters import AuditFilters
from desktop.ui.widgets.basics import Card, InlineMessage, button, label
from desktop.ui.widgets.painting import choose_by_row, head_at_left
from desktop.ui.widgets.row_delegate import RowDelegate

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from desktop.ui.session import Session
    from desktop.ui.tasks import Report
    from desktop.work.audit_export import Narrowed
    from desktop.work.verify import Report as Verified

NARROW = 980
"""Below so many pixels of the design the entry stands below the list."""


class AuditPanel(QWidget):
    """The list at the left, the chosen entry at the right, the head of the chain above."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[Path, int] | None = None
        self.dialogs = Dialogs()
        self.message = InlineMessage()
        self.filters = AuditFilters()
        self.model = AuditModel(self)
        self.table = QTableView()
        self.empty = label("", "hint", wrap=True)
        self.entry = AuditEntry()
        self.export_button = button(say("Export…"), "header", icon="download")
        self.verify_button = button(say("Verify now"), "header", icon="check")
        self.head = label("", "hint")
        self._place = QStackedWidget()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.table.setObjectName("auditList")
        self.table.setAccessibleName(say("Entries of the audit, newest first"))
        self.table.setModel(self.model)
        choose_by_row(self.table)
        head_at_left(self.table)
        self.table.setItemDelegate(RowDelegate(self.table, self.model.text_at))
        self._fit()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card = self.card = Card(say("Audit"), icon="list-check")
        for part in (self.head, self.export_button, self.verify_button):
            card.header.addWidget(part)
        card.body.addWidget(self.filters)
        self._place.addWidget(self.table)
        self._place.addWidget(self.empty)
        card.body.addWidget(self._place, 1)
        beside = QScrollArea()
        beside.setWidgetResizable(True)
        beside.setFrameShape(QFrame.Shape.NoFrame)
        beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        beside.setWidget(self.entry)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(10)
        self._split.setStyleSheet("QSplitter::handle { background: transparent; }")
        self._split.addWidget(card)
        self._split.addWidget(beside)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([860, 400])
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 10, 12, 10)
        page.setSpacing(10)
        page.addWidget(self.message)
        page.addWidget(self._split, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._narrow)
        self.model.came.connect(self._follow_page)
        self.model.failed.connect(self._fail)
        self.table.selectionModel().currentRowChanged.connect(self._show_entry)
        self.export_button.clicked.connect(self.export)
        self.verify_button.clicked.connect(self.verify)
        theme_signals.changed.connect(self._fit)

    def _fit(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(theme().px(30))
        self.table.setMinimumHeight(theme().px(130))
        for place, (_, width) in enumerate(COLUMNS):
            self.table.setColumnWidth(place, theme().px(width))

    def read_again(self) -> None:
        """Show the newest entries, unless they are shown already."""
        registry = self._session.registry
        if registry is None:
            self._shown = None
            self.model.show(None, self.filters.narrowed())
            return
        head = registry.head()
        self.head.setText(say("Head {head}", head=head.short))
        self.head.setToolTip(say("It stands on every printed page and in every backup."))
        now = (registry.path, head.seq)
        if self._shown != now:
            if self._shown is None or self._shown[0] != registry.path:
                self.filters.reset()
                self.message.hide()
            self._shown = now
            self._narrow()
        self._follow_role()

    def _follow_role(self) -> None:
        role = self._session.role
        may = self._session.may("export")
        self.export_button.setEnabled(may)
        self.export_button.setToolTip("" if may or role is None else forbidden(role))

    def _narrow(self) -> None:
        path = self._session.registry.path if self._session.registry else None
        self.model.show(path, self.filters.narrowed())
        self._tell()

    def _follow_page(self) -> None:
        self.filters.offer_people({row.who for row in self.model.rows if row.who})
        if self.model.rows and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._tell()
        self._show_entry()

    def _tell(self) -> None:
        count = len(self.model.rows)
        told = say_count(count, "{n} entry, newest first", "{n} entries, newest first")
        if not self.model.has_all:
            told = say("The newest {n} entries; older ones follow", n=f"{count:,}")
        self.card.hint.setText(told if count else "")
        self._place.setCurrentWidget(self.table if count else self.empty)
        waiting = self.model.is_reading
        self.empty.setText(say("Reading…") if waiting else say("No entry fits."))

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self.message.show_message("stop", str(error))

    def _show_entry(self, *_: object) -> None:
        row = self.table.currentIndex().row()
        self.entry.show_row(self.model.rows[row] if 0 <= row < len(self.model.rows) else None)

    def export(self) -> None:
        """Write every entry that fits into a table."""
        registry = self._session.registry
        if registry is None:
            return
        target = self.dialogs.save_file(
            self, say("Export the audit"), CSV_FILES, suggested=f"{registry.path.stem}-audit.csv"
        )
        if target is None:
            return
        named = target if target.suffix else target.with_suffix(".csv")
        narrowed = self.filters.narrowed()
        job = partial(_exported, registry.path, named, narrowed)
        task = Task(say("Exporting the audit"), job)
        task.signals.finished.connect(partial(self._exported, named))
        self._session.asks.run.emit(task)

    def _exported(self, target: Path, count: int) -> None:
        told = say_count(
            count, "{n} entry is in {file}", "{n} entries are in {file}", file=target.name
        )
        self._session.asks.note.emit(told)
        self.read_again()

    def verify(self) -> None:
        """Check the registry, its keys and its backups, beside the window."""
        registry = self._session.registry
        if registry is None:
            return
        task = Task(say("Verifying"), partial(_verified, registry.path))
        task.signals.finished.connect(self._tell_verified)
        self._session.asks.run.emit(task)

    def _tell_verified(self, report: Verified) -> None:
        self._note_verified(report)
        if report.is_sound:
            checked = sum(one.is_made for one in report.checks)
            told = say_count(
                checked, "{n} check was made: all is sound.", "{n} checks were made: all is sound."
            )
            level = "ok" if report.is_complete else "info"
            left = ", ".join(one.name for one in report.checks if not one.is_made)
            if left:
                told = f"{told} {say('Not checked: {checks}.', checks=left)}"
            self.message.show_message(level, told)
        else:
            self.message.show_message("stop", "\n".join(report.problems))
        self.read_again()

    def _note_verified(self, report: Verified) -> None:
        """Write it to the audit through the connection that is open: a new one may be refused."""
        registry = self._session.registry
        if registry is not None and registry.path == report.path:
            details = {"problems": list(report.problems)}
            registry.note("verify", say("Verify the registry"), details=details)

    def focus_first(self) -> None:
        """Begin in the list."""
        where = self.table if self.model.rows else self.filters.text
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, or the text large, the entry stands below the list."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme().px(NARROW)
        kind = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if kind != self._split.orientation():
            self._split.setOrientation(kind)
            self._split.setSizes([500, 240] if is_narrow else [860, 400])


def _exported(path: Path, target: Path, narrowed: Narrowed, report: Report) -> int:
    from desktop.work.audit_export import write_audit

    return write_audit(path, target, narrowed, report=report)


def _verified(path: Path, _report: Report) -> Verified:
    from desktop.work.verify import verify

    return verify(path)
