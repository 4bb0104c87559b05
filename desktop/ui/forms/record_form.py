"""The dialog in which one record is entered or changed, by keyboard alone.

Ctrl+Enter saves, Ctrl+Shift+Enter saves and begins the next, Esc leaves. An error marks its
field and keeps the text; a warning is shown and a second Ctrl+Enter keeps the entry. What is
left unfinished is there again when the form is opened next. A plan that a stop speaks against is
saved only with a written reason.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.ui.drafts import since
from desktop.ui.forms.form_page import FormPage
from desktop.ui.forms.preview_panel import PreviewPanel
from desktop.ui.forms.previews import has_preview
from desktop.ui.forms.stopping import Stopping
from desktop.ui.forms.subjects import Subject, what
from desktop.ui.forms.summary import summary
from desktop.ui.spoken import announce
from desktop.ui.theme import theme
from desktop.ui.widgets.alert_strip import NEVER_HIDDEN, AlertStrip, strip_items
from desktop.ui.widgets.banner import PatientBanner
from desktop.ui.widgets.basics import InlineMessage, button, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from desktop.db.edit import Edit
    from desktop.domain.checks import Problem
    from desktop.domain.records import Record
    from desktop.ui.forms.measurement_panel import MeasurementPanel
    from desktop.ui.session import Session

Warned = frozenset[tuple[str, str, str]]


class RecordForm(QDialog):
    """A form for one subject; ``saved`` carries the first record that was saved.

    ``following`` gives the subject of "Save and next" after a record was saved; None ends it.
    ``beside`` is shown right of the fields instead of the usual preview; ``ahead`` says what
    "Save and next" leads to.
    """

    saved = Signal(object)

    def __init__(
        self,
        session: Session,
        subject: Subject,
        *,
        following: Callable[[Record], Subject | None] | None = None,
        beside: MeasurementPanel | None = None,
        ahead: Callable[[FormPage], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._following = following
        self._warned: Warned = frozenset()
        self.setObjectName("recordForm")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.message = InlineMessage()
        self.message.action.clicked.connect(self._start_empty)
        self.panel = beside or PreviewPanel()
        self._has_panel = beside is not None or has_preview(subject.layout)
        self._ahead = ahead
        self.ahead_note = label("", "hint")
        self._place = QScrollArea()
        self._entry = QWidget()
        self.stopping = Stopping(session, self._entry)
        self.stopping.panel.declined.connect(self._decline)
        self._lay_out(subject)
        self._bind_keys()
        self.set_subject(subject)

    def _lay_out(self, subject: Subject) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._add_identity(column, subject)
        self._place.setWidgetResizable(True)
        self._place.setFrameShape(QFrame.Shape.NoFrame)
        self._place.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._place.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = QVBoxLayout()
        top.setContentsMargins(12, 8, 12, 0)
        top.addWidget(self.message)
        top.addWidget(self.stopping.remark)
        inner = QVBoxLayout(self._entry)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(top)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._place, 1)
        middle.addWidget(self.panel)
        self.panel.setVisible(self._has_panel)
        inner.addLayout(middle, 1)
        inner.addWidget(self._footer())
        column.addWidget(self._entry, 1)
        column.addWidget(self.stopping.panel, 1)
        if isinstance(self.panel, PreviewPanel):
            self.resize(820 if self._has_panel else 600, 560)
        else:
            size = QSize(theme().px(968), theme().px(676))
            parent = self.parentWidget()
            self.resize(size.boundedTo(parent.window().size()) if parent else size)

    def _add_identity(self, column: QVBoxLayout, subject: Subject) -> None:
        """Who this is about, and what must not be done to them."""
        if subject.case is None:
            return
        banner = PatientBanner("dialog")
        banner.show_case(subject.case)
        column.addWidget(banner)
        dossier = self._session.dossier
        if dossier is not None and dossier.case.patient.id == subject.case.patient.id:
            stops = [item for item in strip_items(dossier) if item.level in NEVER_HIDDEN]
            if stops:
                strip = AlertStrip(has_all=False)
                strip.show_items(stops)
                column.addWidget(strip)

    def _footer(self) -> QFrame:
        footer = QFrame()
        footer.setObjectName("dialogFooter")
        self.cancel_button = button(say("Cancel   {keys}", keys="Esc"))
        self.next_button = button(say("Save and next   {keys}", keys="Ctrl+Shift+Enter"))
        self.save_button = button(say("Save   {keys}", keys="Ctrl+Enter"), "primary")
        self.cancel_button.clicked.connect(self.reject)
        self.next_button.clicked.connect(self.save_and_next)
        self.save_button.clicked.connect(self.save)
        self.next_button.setVisible(self._following is not None)
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self.ahead_note, 1)
        for part in (self.cancel_button, self.next_button, self.save_button):
            row.addWidget(part)
        return footer

    def _bind_keys(self) -> None:
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        for keys in ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save_and_next)

    def set_subject(self, subject: Subject) -> None:
        """Show the fields of a subject, with an unfinished entry if there is one."""
        self.subject = subject
        self._warned = frozenset()
        self.setWindowTitle(subject.title)
        self.page = FormPage(subject, self._session.units)
        self.page.show_cells(subject.start())
        if unfinished := self._session.drafts.of(subject.key):
            self.page.set_typed(unfinished.typed)
            kept = say("Unfinished entry from {time}. It is not saved yet.", time=since(unfinished))
            self.message.show_message("info", kept, action=say("Start empty"))
        self.page.edited.connect(self._edited)
        self._place.setWidget(self.page)
        self.page.focus_first()
        self._show_preview()

    def _start_empty(self) -> None:
        self._session.drafts.drop(self.subject.key)
        self.message.hide()
        self.set_subject(self.subject)

    def _edited(self) -> None:
        self._warned = frozenset()
        self._keep_draft()
        self._show_preview()

    def _keep_draft(self) -> None:
        case = self.subject.case
        patient = case.patient.id if case else ""
        self._session.drafts.keep(self.subject.key, self.page.typed(), patient=patient)

    def _show_preview(self) -> None:
        case = self.subject.case
        if self._ahead is not None:
            self.ahead_note.setText(self._ahead(self.page))
        if case is None:
            return
        records = self.subject.records(self.page.readable_cells())
        self.stopping.follow(self.subject, records)
        if self._has_panel:
            self.panel.show_record(records[0], case)

    def save(self) -> None:
        """Save and close, if nothing stands against it."""
        self._attempt(self._leave)

    def save_and_next(self) -> None:
        """Save and begin the next entry of this kind."""
        self._attempt(self._begin_next)

    def _leave(self, _saved: Record) -> None:
        self.accept()

    def _begin_next(self, saved: Record) -> None:
        following = self._following(saved) if self._following else None
        if following is None:
            self.accept()
            return
        self.set_subject(following)
        self.message.show_message("ok", say("Saved: {what}", what=summary(saved)))

    def _attempt(self, then: Callable[[Record], None]) -> None:
        """Save, unless something is wrong or a stop is in the way, which may be overridden."""
        if self.stopping.is_in_the_way:
            return
        cells = self.page.cells()
        if cells is None:
            self._refuse([say("Not saved: one entry cannot be read.")])
            return
        records = self.subject.records(cells)
        if not self._passes(self.subject.problems(records)):
            return
        if not self.stopping.holds(self.subject, records, partial(self._keep, then)):
            self._keep(then, records)

    def _keep(self, then: Callable[[Record], None], records: tuple[Record, ...]) -> None:
        try:
            self._session.change(what(self.subject, records), self._writing(records))
        except UserError as error:
            self._refuse([str(error)])
            return
        self._session.drafts.drop(self.subject.key)
        self.saved.emit(records[0])
        then(records[0])

    def _decline(self) -> None:
        """Give the entry up: what must not be done stays no unfinished entry either."""
        self.stopping.go_back()
        self._session.drafts.drop(self.subject.key)
        super().reject()

    def _writing(self, records: tuple[Record, ...]) -> Callable[[Edit], None]:
        stored = {original.id: original for original in self.subject.originals}

        def write(edit: Edit) -> None:
            for record in records:
                edit.put(record, replacing=stored.get(record.id))

        return write

    def _passes(self, problems: tuple[Problem, ...]) -> bool:
        """False for errors, and for warnings that were not on screen before this attempt."""
        warned: Warned = frozenset((p.column, p.value, p.rule) for p in problems)
        has_error = any(problem.level == "error" for problem in problems)
        if not problems or (not has_error and warned == self._warned):
            return True
        elsewhere = self.page.mark(problems)
        if has_error:
            self._refuse([say("Not saved: see the marked fields."), *elsewhere])
            return False
        self._warned = warned
        asked = say("Unusual, please check. Ctrl+Enter again keeps it as it is.")
        self.message.show_message("warn", " ".join((asked, *elsewhere)))
        self.page.focus_problem()
        return False

    def _refuse(self, reasons: list[str]) -> None:
        self.message.show_message("stop", " ".join(reasons))
        announce(self, self.message.text.text(), at_once=True)
        self.page.focus_problem()

    def reject(self) -> None:
        """Leave; what was typed is kept for the next time. A stop is left for the fields first."""
        if self.stopping.is_in_the_way:
            self.stopping.go_back()
            self.page.focus_first()
            return
        self._keep_draft()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field; Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)
