"""The room for pages: one in sight, scrolled where it needs more than a small window has."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget


class PageRoom(QScrollArea):
    """Shows a stack of pages; large text in a small window is scrolled, never squeezed.

    Only the page in sight counts: what another page needs leaves this one as it is.
    """

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__()
        self._stack = stack
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(stack)
        # A filled stack would be painted once for itself and once more below its page.
        stack.setAutoFillBackground(False)
        stack.currentChanged.connect(self._turn)

    def minimumSizeHint(self) -> QSize:
        """Next to nothing: the rest is scrolled."""
        return QSize(0, 0)

    def sizeHint(self) -> QSize:
        """As the pages would like."""
        return self._stack.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page the new room."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A page that needs more or less than before is given it."""
        if watched is self._stack and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _turn(self, _place: int) -> None:
        """Fit the page and lay it out before it is painted, so that it is painted once.

        Qt asks each shown widget later to be painted and laid out: often after the page was
        painted already, which then is done a second and a third time.
        """
        self._fit()
        page = self._stack.currentWidget()
        if page is None or not page.isVisible():  # as while the window is taken apart
            return
        for late in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateLater):
            QCoreApplication.sendPostedEvents(None, late.value)

    def _fit(self) -> None:
        page, room = self._stack.currentWidget(), self.maximumViewportSize()
        if page is None or room.isEmpty():
            return
        bar = self.verticalScrollBar().sizeHint().width()
        width = max(room.width(), _least_width(page))
        if width > room.width():
            room.setHeight(room.height() - bar)
        height = max(room.height(), _least_height(page, width))
        if height > room.height() and width <= room.width():
            width = max(room.width() - bar, _least_width(page))
            height = max(room.height(), _least_height(page, width))
        self._stack.resize(width, height)


def _least_width(page: QWidget) -> int:
    return max(page.minimumSizeHint().width(), page.minimumWidth())


def _least_height(page: QWidget, width: int) -> int:
    """The least height at a width: wrapped lines become more where it is narrow."""
    layout, least = page.layout(), max(page.minimumSizeHint().height(), page.minimumHeight())
    if layout is None or not layout.hasHeightForWidth():
        return least
    return max(layout.totalMinimumHeightForWidth(width), page.minimumHeight())
