"""The table of a family below its pedigree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.domain.language import say
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from desktop.ui.models.family import FamilyModel


def family_table(model: FamilyModel) -> QTableView:
    """A new table of these people, one row each."""
    made = QTableView()
    made.setModel(model)
    made.setAccessibleName(say("Family"))
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setShowGrid(False)
    made.setFrameShape(QTableView.Shape.NoFrame)
    made.setTabKeyNavigation(False)
    made.setWordWrap(False)
    made.verticalHeader().hide()
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    made.horizontalHeader().setStretchLastSection(True)
    made.horizontalHeader().setHighlightSections(False)
    return made


def fit_columns(view: QTableView) -> None:
    """As wide as the words need, within limits; the remark takes what is left."""
    view.resizeColumnsToContents()
    for place in range(view.model().columnCount() - 1):
        wanted = view.columnWidth(place) + 12
        view.setColumnWidth(place, min(max(wanted, theme().px(64)), theme().px(220)))
    view.setColumnWidth(view.model().columnCount() - 1, theme().px(60))
