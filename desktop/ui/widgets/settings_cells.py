"""Editing the cells of a table of ranges: analytes and units are offered while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QWidget

from desktop.domain.analytes import analyte_named, analytes
from desktop.domain.ranges import COLUMNS
from desktop.ui.models.settings_ranges import RangesModel

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    Index = QModelIndex | QPersistentModelIndex

SEXES = ("both", "female", "male")


class RangeCells(QStyledItemDelegate):
    """A field of text for each cell; what is closed is offered, nothing is corrected in silence."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field with what its column may hold."""
        editor = QLineEdit(parent)
        editor.setFrame(False)
        model = index.model()
        title = model.headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(title))
        offered = _offered(COLUMNS[index.column()], model, index.row())
        if offered:
            completer = QCompleter(list(offered), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            if (popup := completer.popup()) is not None:
                popup.setProperty("popup", "true")
            editor.setCompleter(completer)
        return editor


def _offered(column: str, model: object, row: int) -> tuple[str, ...]:
    if column == "analyte":
        return tuple(analytes())
    if column == "sex":
        return SEXES
    if column == "unit" and isinstance(model, RangesModel):
        analyte = analyte_named(model.analyte_of(row))
        return tuple(analyte.units) if analyte else ()
    return ()
