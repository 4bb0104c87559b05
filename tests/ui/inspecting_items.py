"""Looks at rows, cells and headers of lists and tables: is their text to be read in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTreeView,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QAbstractItemModel

SLACK = 1
MOST_ROWS = 40
"""Rows of a list that are looked at: those in sight at any size."""


def items_cut(part: QWidget) -> Iterator[str]:
    """Cells in sight whose text is cut, and rows lower than what is drawn in them."""
    if not isinstance(part, QTableView | QTreeView | QListView):
        return
    if not has_model(part):
        return
    yield from _no_row(part)
    for index in indexes_in_sight(part):
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        area = part.visualRect(index)
        delegate = part.itemDelegateForIndex(index)
        if type(delegate) is QStyledItemDelegate:
            yield from _plain(index, text, (area.width(), area.height()), part)
        wanted = delegate.sizeHint(_option(part, index), index)
        if wanted.height() > area.height() + SLACK:
            yield f"row of “{text[:40]}” is {area.height()} px high, needs {wanted.height()}"


def has_model(view: QAbstractItemView) -> bool:
    """False for a view that was given no model yet, which Qt's types do not foresee."""
    return bool(view.model())


def _no_row(view: QTableView | QTreeView | QListView) -> Iterator[str]:
    """A list so low that not one of its rows can be read, or three lines of a tall one."""
    model, room = view.model(), view.viewport().height()
    first = model.index(0, 0, view.rootIndex())
    lines = 3 * QFontMetrics(view.font()).lineSpacing()
    needed = min(view.visualRect(first).height(), lines) if first.isValid() else 0
    if needed > room + SLACK:
        yield f"shows no whole row: {room} px for rows of {needed}"


def _option(view: QAbstractItemView, index: QModelIndex) -> QStyleOptionViewItem:
    """What a delegate is told when it is asked for its size."""
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = view.visualRect(index)
    return option


def _plain(
    index: QModelIndex, text: str, size: tuple[int, int], view: QAbstractItemView
) -> Iterator[str]:
    """A cell that Qt draws: what does not fit ends in dots, and a tooltip must tell it."""
    if not text or size[0] <= 0:
        return
    font = index.data(Qt.ItemDataRole.FontRole) or view.font()
    metrics = QFontMetrics(font)
    needed = max(metrics.horizontalAdvance(line) for line in text.splitlines() or [""])
    if needed > size[0] + SLACK and not index.data(Qt.ItemDataRole.ToolTipRole):
        yield f"cell “{text[:60]}” needs {needed} px of width, has {size[0]}, and no tooltip"
    if metrics.height() > size[1] + SLACK:
        yield f"cell “{text[:60]}” needs {metrics.height()} px of height, has {size[1]}"


def indexes_in_sight(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """The indexes whose rows are at least half in the view, the first ones of a long list."""
    model, room = view.model(), view.viewport().rect()
    for row in _rows(model, view.rootIndex()):
        columns = 1 if isinstance(view, QListView) else model.columnCount(row.parent())
        for column in range(columns):
            index = model.index(row.row(), column, row.parent())
            area = view.visualRect(index)
            if not area.isEmpty() and room.contains(area.center()):
                yield index


def _rows(model: QAbstractItemModel, root: QModelIndex) -> Iterator[QModelIndex]:
    for number in range(min(model.rowCount(root), MOST_ROWS)):
        index = model.index(number, 0, root)
        yield index
        if model.rowCount(index):
            yield from _rows(model, index)


def sections_cut(header: QHeaderView) -> Iterator[str]:
    """Headings that have no room and no tooltip."""
    model = header.model()
    if header.orientation() != Qt.Orientation.Horizontal:
        return
    metrics = QFontMetrics(header.font())
    for place in range(header.count()):
        text = str(model.headerData(place, header.orientation()) or "")
        if header.isSectionHidden(place) or not text or _paints_itself(header):
            continue
        needed, room = metrics.horizontalAdvance(text), header.sectionSize(place)
        told = model.headerData(place, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        if needed > room + SLACK and not told:
            yield f"heading “{text}” needs {needed} px of width, has {room}"
    if metrics.height() > header.height() + SLACK:
        yield f"headings need {metrics.height()} px of height, have {header.height()}"


def _paints_itself(part: QWidget) -> bool:
    return any(
        "paintSection" in vars(one)
        for one in type(part).__mro__
        if one.__module__.startswith("desktop.")
    )
