"""Signing results: which ones were seen. A signed result changes only with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import UserError
from desktop.domain.language import say, say_count
from desktop.domain.when import is_when, parse_when, shown
from desktop.ui.forms.summary import summary
from desktop.ui.models.history import moment
from desktop.ui.theme import theme
from desktop.ui.widgets.banner import PatientBanner
from desktop.ui.widgets.basics import InlineMessage, button, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.case import Case
    from desktop.domain.records import LabResult
    from desktop.ui.session import Session

SIZE = (640, 520)


class SignForm(QDialog):
    """Every result of the open patient, the newest first; ticked ones are signed.

    ``chosen`` are ids of results that were chosen already; without any the newest day is.
    """

    def __init__(
        self,
        session: Session,
        case: Case,
        chosen: Iterable[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._is_filling = False
        self.setObjectName("recordForm")
        self.setWindowTitle(say("Sign results"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.message = InlineMessage()
        self.list = QTreeWidget()
        self.cancel_button = button(say("Cancel   {keys}", keys="Esc"))
        self.sign_button = button("", "primary")
        self.labs = sorted(
            (lab for lab in case.labs if lab.value or lab.flag),
            key=lambda lab: lab.when,
            reverse=True,
        )
        registry = session.registry
        self._signed = registry.signatures(case.patient.id) if registry else {}
        self._lay_out(case)
        self._fill(frozenset(chosen))
        self.list.itemChanged.connect(self._follow)
        self.cancel_button.clicked.connect(self.reject)
        self.sign_button.clicked.connect(self.sign)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.sign)
        self._follow()
        self.list.setFocus()

    def _lay_out(self, case: Case) -> None:
        banner = PatientBanner("dialog")
        banner.show_case(case)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(say("Results, newest first; Space ticks"))
        self.list.setHeaderLabels([say("Result"), say("Sampled"), say("Signed")])
        self.list.setColumnWidth(0, theme().px(300))
        self.list.setColumnWidth(1, theme().px(120))
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 12, 16, 8)
        inner.setSpacing(8)
        told = say(
            "Signed means: seen by you, as it stands here. A signed result changes only with a "
            "reason, and the signature ends with the change."
        )
        inner.addWidget(label(told, "hint", wrap=True))
        inner.addWidget(self.message)
        inner.addWidget(self.list, 1)
        footer = QFrame()
        footer.setObjectName("dialogFooter")
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.sign_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(banner)
        outer.addLayout(inner, 1)
        outer.addWidget(footer)
        self.resize(theme().px(SIZE[0]), theme().px(SIZE[1]))

    def _fill(self, chosen: frozenset[str]) -> None:
        unsigned = [lab for lab in self.labs if lab.id not in self._signed]
        ticked = chosen & {lab.id for lab in unsigned}
        if not ticked and unsigned:
            ticked = frozenset(lab.id for lab in unsigned if lab.when == unsigned[0].when)
        for lab in self.labs:
            self.list.addTopLevelItem(self._row(lab, is_ticked=lab.id in ticked))

    def _row(self, lab: LabResult, *, is_ticked: bool) -> QTreeWidgetItem:
        when = shown(parse_when(lab.when)) if is_when(lab.when) else lab.when
        signed = self._signed.get(lab.id)
        who = f"{signed.who}, {moment(signed.at)}" if signed else ""
        made = QTreeWidgetItem([summary(lab), when, who])
        made.setData(0, Qt.ItemDataRole.UserRole, lab.id)
        if signed:
            made.setFlags(made.flags() & ~Qt.ItemFlag.ItemIsEnabled)
        else:
            state = Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
            made.setCheckState(0, state)
        return made

    @property
    def ticked(self) -> list[LabResult]:
        """The results that are to be signed."""
        found = {
            item.data(0, Qt.ItemDataRole.UserRole)
            for row in range(self.list.topLevelItemCount())
            if (item := self.list.topLevelItem(row)) is not None
            and item.flags() & Qt.ItemFlag.ItemIsEnabled
            and item.checkState(0) == Qt.CheckState.Checked
        }
        return [lab for lab in self.labs if lab.id in found]

    def _follow(self, *_: object) -> None:
        count = len(self.ticked)
        text = say_count(count, "Sign {n} result", "Sign {n} results")
        self.sign_button.setText(f"{text}   Ctrl+Enter")
        self.sign_button.setEnabled(count > 0)

    def sign(self) -> None:
        """Sign what is ticked."""
        if not self.ticked:
            return
        try:
            self._session.sign(self.ticked)
        except UserError as error:
            self.message.show_message("stop", str(error))
        else:
            self.accept()
