"""What was done to the registry as a whole: imports, ranges; by whom and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from desktop.domain.language import mark, say
from desktop.domain.when import shown_day
from desktop.ui.models.history import local
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import Card, label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.db.journal import Kind, Step
    from desktop.ui.session import Session

MOST = 200
ROWS = 6
_KINDS: Mapping[Kind, str] = {
    "change": mark("Changed"),
    "import": mark("Imported"),
    "undo": mark("Undone"),
    "redo": mark("Done again"),
}


class StepsCard(Card):
    """A list that reads itself anew; what was done to one patient stands in their history."""

    def __init__(self, session: Session) -> None:
        super().__init__(say("Changes of the registry"), icon="history")
        self._session = session
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(say("Changes of the registry, newest first"))
        self.list.setHeaderLabels([say("When"), say("Who"), say("What")])
        self.list.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column in (0, 1):
            mode = QHeaderView.ResizeMode.ResizeToContents
            self.list.header().setSectionResizeMode(column, mode)
        self.list.setMinimumHeight(theme().px(30) * ROWS)
        self.remark = label("", "hint", wrap=True)
        self.remark.setContentsMargins(12, 6, 12, 10)
        self.body.addWidget(self.list)
        self.body.addWidget(self.remark)
        self.read_again()

    def read_again(self) -> None:
        """Show what the journal holds now."""
        registry = self._session.registry
        steps = registry.registry_history() if registry else []
        self.list.clear()
        self.list.addTopLevelItems([_row(step) for step in steps[:MOST]])
        self.list.setVisible(bool(steps))
        self.remark.setText(_remark(len(steps)))


def _row(step: Step) -> QTreeWidgetItem:
    at = local(step.at)
    when = f"{shown_day(at.date())} {at:%H:%M}"
    what = say("{done}: {what}", done=say(_KINDS[step.kind]), what=step.what)
    made = QTreeWidgetItem([when, step.who, what])
    made.setToolTip(2, what)
    return made


def _remark(count: int) -> str:
    if not count:
        return say("Nothing was imported, and no range was set.")
    if count > MOST:
        return say("The newest {n} of {all} are listed.", n=MOST, all=count)
    return say("What was done to one patient stands in the patient’s History.")
