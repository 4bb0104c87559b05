"""Every text that a window shows or tells: words, hints, headers, menus, tables and charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QMenu,
    QTabBar,
    QWidget,
)

from desktop.ui.plot import ChartView
from tests.ui.inspecting import in_sight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QAbstractItemModel


MOST_ROWS, MOST_COLUMNS = 60, 40
"""So much of a long table tells enough."""

_TOLD = ("text", "title", "placeholderText", "toolTip", "accessibleName", "accessibleDescription")
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


def visible_texts(window: QWidget) -> set[str]:
    """The texts of what is in sight, and of the menus; without empty ones."""
    found = set(_of_menus(window))
    for part in (window, *in_sight(window)):
        found |= set(_of_widget(part))
    return {text for text in found if text.strip()}


def _of_widget(part: QWidget) -> Iterator[str]:
    for name in _TOLD:
        told = getattr(part, name, None)
        if callable(told):
            text = told()
            if isinstance(text, str):
                yield text
    if isinstance(part, QTabBar):
        for place in range(part.count()):
            yield from (part.tabText(place), part.tabToolTip(place))
    if isinstance(part, QComboBox):
        yield from (part.itemText(place) for place in range(part.count()))
    if isinstance(part, QAbstractItemView) and not isinstance(part, QHeaderView):
        yield from _of_model(part.model())
    if isinstance(part, ChartView) and part.spec is not None:
        yield from _of_chart(part)


def _of_model(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    top = QModelIndex()
    rows = min(model.rowCount(top), MOST_ROWS)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    columns = min(columns, MOST_COLUMNS)
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    for role in _ROLES:
        told = [model.headerData(column, across, role) for column in range(columns)]
        told += [model.headerData(row, down, role) for row in range(rows)]
        told += [
            model.index(row, column).data(role) for row in range(rows) for column in range(columns)
        ]
        yield from (text for text in told if isinstance(text, str))


def _of_chart(view: ChartView) -> Iterator[str]:
    spec = view.spec
    assert spec is not None
    yield from (spec.title, spec.subtitle, spec.summary, spec.empty, *spec.left_out)
    yield from spec.table_header
    yield from (cell for row in spec.table for cell in row)
    yield from (tick.text for axis in (spec.x, spec.y) for tick in axis.ticks)
    yield from (one.text for drawn in (spec.ranges, spec.marks, spec.lanes) for one in drawn)
    for series in spec.series:
        yield series.name
        yield from (text for point in series.points for text in (point.text, point.spoken))
        if series.end_label:
            yield from (series.end_label.title, *series.end_label.lines)


def _of_menus(window: QWidget) -> Iterator[str]:
    for menu in window.findChildren(QMenu):
        yield menu.title()
        for action in menu.actions():
            yield from (action.text(), action.toolTip(), action.statusTip())
