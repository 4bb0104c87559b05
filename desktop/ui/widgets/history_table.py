"""The table of a history: painted line by line, so that thousands stay quick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTableView

from desktop.domain.language import say
from desktop.ui.models.history_list import COLUMNS
from desktop.ui.theme import theme
from desktop.ui.widgets.painting import choose_by_row, head_at_left
from desktop.ui.widgets.row_delegate import RowDelegate

if TYPE_CHECKING:
    from desktop.ui.models.history_list import HistoryModel


def history_table(model: HistoryModel) -> QTableView:
    """A table of changes, one to be chosen."""
    made = QTableView()
    made.setObjectName("historyList")
    made.setAccessibleName(say("Changes of this patient, newest first"))
    made.setModel(model)
    choose_by_row(made)
    head_at_left(made)
    made.setItemDelegate(RowDelegate(made, model.text_at))
    size_columns(made)
    return made


def size_columns(table: QTableView) -> None:
    """Columns and rows at the chosen text size."""
    table.verticalHeader().setDefaultSectionSize(theme().px(30))
    table.setMinimumHeight(theme().px(130))
    for place, (_, width) in enumerate(COLUMNS):
        table.setColumnWidth(place, theme().px(width))
