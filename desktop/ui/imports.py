"""Spares every import the search that PySide makes for its ``from __feature__ import``.

After each module that is imported PySide reads its source text, to see whether it might switch
to other names for Qt's methods. Nothing here does, and neither does pyqtgraph. For the window
with its first charts that is 400 files: 0.1 s of the processor, and some MB for lines that
Python then keeps. Where a later PySide has no such search, nothing is changed.

Imported before the window, for its effect.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import PySide6.QtCore  # noqa: F401 - brings what is changed here

if TYPE_CHECKING:
    from types import ModuleType


def _never_switches(_module: ModuleType) -> bool:
    return False


def _spare_search() -> None:
    search = sys.modules.get("shibokensupport.feature")
    if search is not None and hasattr(search, "_mod_uses_pyside"):
        setattr(search, "_mod_uses_pyside", _never_switches)  # noqa: B010 - PySide's own name


_spare_search()
