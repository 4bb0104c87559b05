"""The text of a page of the handbook, with its pictures as wide as the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from desktop.domain.language import say
from desktop.ui import handbook

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

MOST_PICTURE_WIDTH = 1000
MARGIN = 40


class HelpText(QTextBrowser):
    """Shows a page; ``followed`` carries the link that was chosen."""

    followed = Signal(str)
    width_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setAccessibleName(say("Page of the handbook"))
        self.setObjectName("helpText")
        self.document().setDocumentMargin(MARGIN / 2)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))

    @property
    def picture_width(self) -> int:
        """How wide pictures are on a page."""
        return max(200, min(self.viewport().width() - MARGIN, MOST_PICTURE_WIDTH))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of the handbook, smooth at the width at which it is shown."""
        if kind != int(QTextDocument.ResourceType.ImageResource.value):
            return super().loadResource(kind, name)
        source, _, width = (name if isinstance(name, str) else name.toString()).partition("?")
        image = QImage(str(handbook.picture(source)))
        ratio = self.devicePixelRatioF()
        if width and not image.isNull():
            smooth = Qt.TransformationMode.SmoothTransformation
            wanted = round(int(width) * ratio)
            image = image.convertToFormat(QImage.Format.Format_RGB32)
            image = image.scaledToWidth(wanted, smooth)
            image.setDevicePixelRatio(ratio)
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width."""
        super().resizeEvent(event)
        self.width_changed.emit()
