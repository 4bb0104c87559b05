"""Which mass a key leads to on the body map: the order is that of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Sequence


def goal_of(key: int, order: Sequence[str], selected: str) -> str:
    """The mass that a key leads to; empty for other keys and where there is none."""
    if not order:
        return ""
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        return order[0 if key == Qt.Key.Key_Home else -1]
    forward = key in (Qt.Key.Key_Right, Qt.Key.Key_Down)
    if not forward and key not in (Qt.Key.Key_Left, Qt.Key.Key_Up):
        return ""
    if selected not in order:
        return order[0 if forward else -1]
    index = order.index(selected) + (1 if forward else -1)
    return order[min(max(index, 0), len(order) - 1)]
