"""The window as assistive technology meets it: names, roles, cells, the way of the Tab key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QScrollArea,
    QWidget,
)

from desktop.ui.models.labs import Frozen
from desktop.ui.widgets.lab_tables import LabTable
from tests.ui.inspecting import in_sight, named, paints_itself
from tests.ui.inspecting_items import has_model, indexes_in_sight
from tests.ui.touring import settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QAccessibleInterface, QImage

MOST_STEPS, MOST_CELLS = 250, 400
SILENT = {QAccessible.Role.NoRole, QAccessible.Role.Border, QAccessible.Role.LayeredPane}
PLAIN = QAccessible.Role.Client
"""The role of a widget that Qt knows nothing about: name and description must say it all."""


def spoken(part: QWidget) -> QAccessibleInterface:
    """What Qt tells assistive technology about a widget."""
    found = QAccessible.queryAccessibleInterface(part)
    assert found is not None
    assert found.isValid()
    return found


def name_of(part: QWidget) -> str:
    """The accessible name."""
    return str(spoken(part).text(QAccessible.Text.Name))


def description_of(part: QWidget) -> str:
    """The accessible description."""
    return str(spoken(part).text(QAccessible.Text.Description))


def controls(window: QWidget) -> list[QWidget]:
    """What can have the keyboard and is in sight."""
    return [part for part in in_sight(window) if _takes_keys(part)]


def _takes_keys(part: QWidget) -> bool:
    above = part.parentWidget()
    is_inside = isinstance(above, QAbstractScrollArea) and part is above.viewport()
    takes_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return part.isEnabled() and takes_tab and part.focusProxy() is None and not is_inside


def unnamed(window: QWidget) -> Iterator[str]:
    """Controls that say nothing, or not what they are."""
    for part in controls(window):
        role = spoken(part).role()
        if not name_of(part).strip():
            yield f"{named(part)}: no name"
        if role in SILENT:
            yield f"{named(part)}: role {role.name}"
        needs_words = role == PLAIN and not isinstance(part, QScrollArea) and paints_itself(part)
        if needs_words and not description_of(part):
            yield f"{named(part)}: painted by us, and no description"


def cells_of(view: QWidget) -> list[str]:
    """What assistive technology reads of a list or table, cell by cell."""
    found = spoken(view)
    parts = [found.child(place) for place in range(min(found.childCount(), MOST_CELLS))]
    return [str(part.text(QAccessible.Text.Name)) for part in parts if part.isValid()]


def silent_rows(window: QWidget) -> Iterator[str]:
    """Lists and tables with rows in sight that assistive technology cannot read."""
    for view in in_sight(window):
        if not isinstance(view, QAbstractItemView) or not has_model(view):
            continue
        if isinstance(view, LabTable) and view.isColumnHidden(Frozen.TEST):
            continue  # the view beside it tells the names of these rows
        rows: dict[tuple[int, int], str] = {}
        for index in indexes_in_sight(view):
            row = index.parent().row(), index.row()
            rows[row] = rows.get(row, "") + _words(index)
        silent = [row for row, words in rows.items() if not words.strip()]
        if silent:
            yield f"{named(view)}: {len(silent)} rows without words"
        if rows and not any(text.strip() for text in cells_of(view)):
            yield f"{named(view)}: no cell is told"


def _words(index: QModelIndex) -> str:
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    return str(said or index.data(Qt.ItemDataRole.DisplayRole) or "")


class TabWalk:
    """Presses Tab from the first control until it comes round; ``trapped`` names a dead end."""

    def __init__(self, window: QWidget, start: QWidget) -> None:
        self.window = window
        self.reached: list[QWidget] = []
        self.unmarked: list[str] = []
        self.trapped = ""
        window.activateWindow()
        settle()
        start.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        self._walk()

    def _walk(self) -> None:
        for _ in range(MOST_STEPS):
            here = QApplication.focusWidget()
            if here is None or here in self.reached:
                return
            self.reached.append(here)
            before = _picture(here)
            _leave(here)
            if QApplication.focusWidget() is here:
                self.trapped = named(here)
                return
            if before is not None and before == _picture(here):
                self.unmarked.append(named(here))
        self.trapped = f"still walking after {MOST_STEPS} steps"

    def missed(self) -> list[str]:
        """Controls that Tab never reached; of a group of choices one is enough."""
        groups = {id(group) for one in self.reached if (group := _group(one)) is not None}
        return [
            named(part)
            for part in controls(self.window)
            if part not in self.reached and id(_group(part)) not in groups
        ]


def _group(part: QWidget) -> object:
    """What holds the choices of which one is taken: arrow keys move between them."""
    if not isinstance(part, QAbstractButton):
        return None
    if part.autoExclusive():
        return part.parentWidget()
    group = part.group()
    is_one_of_them = bool(group) and group.exclusive()
    return group if is_one_of_them else None


def _leave(here: QWidget) -> None:
    """Tab, or in a grid where Tab goes from cell to cell what the grid says: Ctrl+Tab."""
    none, ctrl = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    is_grid = isinstance(here, LabTable)
    assert not is_grid or "Ctrl+Tab" in description_of(here)
    QTest.keyClick(here, Qt.Key.Key_Tab, ctrl if is_grid else none)


def _picture(part: QWidget) -> QImage | None:
    """The pixels of a widget with a margin, as the window shows them; None if out of sight."""
    if not part.isVisible():
        return None
    window = part.window()
    corner = part.mapTo(window, part.rect().topLeft())
    area = QRect(corner, part.size()).adjusted(-3, -3, 3, 3)
    return window.grab(area).toImage()
