"""Files that are dropped on the window go to the import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from desktop.ui.main_window import MainWindow


class Dropping(QObject):
    """Takes files and folders while a registry is open and nothing else is at work."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say that files are welcome, and take them."""
        if event.type() == QEvent.Type.DragEnter:
            event.setAccepted(bool(self._paths(event)))
            return True
        if event.type() == QEvent.Type.Drop:
            paths = self._paths(event)
            event.setAccepted(bool(paths))
            if paths:
                self._window.files.import_page.take(paths)
            return True
        return super().eventFilter(watched, event)

    def _paths(self, event: QEvent) -> list[Path]:
        """The files and folders that are dragged; none while they cannot be taken."""
        window = self._window
        if window.session.registry is None or window.is_paused or not window.session.may("import"):
            return []
        urls = cast("QDropEvent", event).mimeData().urls()
        return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
