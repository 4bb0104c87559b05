"""The pages of a PDF as they will be printed: the very bytes, drawn by PDFium."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pypdfium2
from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QImage, QIntValidator, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.language import say
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import button, label
from desktop.ui.widgets.card import ElidedLabel
from desktop.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

Fit = Literal["page", "two", "none"]

PIXELS_PER_POINT = 96 / 72
STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
THUMBNAIL = 84
GAP = 12


def rendered(page: pypdfium2.PdfPage, *, scale: float, ratio: float = 1.0) -> QImage:
    """One page as a picture, ``scale`` pixels of the screen for each point."""
    bitmap = page.render(scale=scale * ratio, rev_byteorder=True)
    made = QImage(
        bitmap.buffer,
        bitmap.width,
        bitmap.height,
        bitmap.stride,
        _picture_format(bitmap.n_channels),
    ).copy()
    made.setDevicePixelRatio(ratio)
    return made


def _picture_format(channels: int) -> QImage.Format:
    return QImage.Format.Format_RGBX8888 if channels == 4 else QImage.Format.Format_RGB888


class PagePreview(QWidget):
    """Pages one below the other or side by side, with their number, zoom and thumbnails."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: pypdfium2.PdfDocument | None = None
        self._sheets: list[QLabel] = []
        self._drawn: dict[int, float] = {}
        self._fit: Fit = "two"
        self._zoom = 1.0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._draw_visible)
        self.number = QLineEdit()
        self.count = label("", "label")
        self.percent = label("", "label")
        self.thumbnails = QListWidget()
        self.area = QScrollArea()
        FocusRing(self.area)
        self._lay_out()
        self._connect()

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._sheets)

    @property
    def zoom(self) -> float:
        """1.0 is the size on paper."""
        return self._zoom

    def show_pdf(self, pdf: bytes) -> None:
        """Show another document, at the same place where it has as many pages."""
        place = self.area.verticalScrollBar().value()
        was = self.pages
        self.clear()
        self._document = pypdfium2.PdfDocument(pdf)
        for number in range(len(self._document)):
            self._add_sheet(number)
        self._arrange()
        self._show_thumbnails()
        self.count.setText(say("of {pages}", pages=self.pages))
        self._within.setTop(max(self.pages, 1))
        self.area.verticalScrollBar().setValue(place if was == self.pages else 0)

    def clear(self) -> None:
        """Show nothing."""
        self._soon.stop()
        self._drawn.clear()
        for sheet in self._sheets:
            sheet.deleteLater()
        self._sheets = []
        self.thumbnails.clear()
        self.count.setText("")
        if self._document is not None:
            self._document.close()
            self._document = None

    def _lay_out(self) -> None:
        self._within = QIntValidator(1, 1, self.number)
        self.number.setValidator(self._within)
        self.number.setFixedWidth(theme().px(44))
        self.number.setAccessibleName(say("Page"))
        self.out_button = _tool(say("Zoom out"), "zoom-out")
        self.in_button = _tool(say("Zoom in"), "zoom-in")
        self.fit_button = _toggle(say("Fit page"))
        self.two_button = _toggle(say("Two pages"))
        self.two_button.setChecked(True)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 6, 12, 6)
        bar.setSpacing(8)
        bar.addWidget(label(say("Page"), "label"))
        for part in (self.number, self.count):
            bar.addWidget(part)
        bar.addSpacing(10)
        for tool in (self.out_button, self.percent, self.in_button):
            bar.addWidget(tool)
        bar.addWidget(self.fit_button)
        bar.addWidget(self.two_button)
        exact = ElidedLabel(say("Preview is the exact PDF"), "hint")
        exact.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(exact, 1)
        self.thumbnails.setAccessibleName(say("Pages"))
        self.thumbnails.setIconSize(QSize(THUMBNAIL, int(THUMBNAIL * 1.42)))
        self.thumbnails.setViewMode(QListWidget.ViewMode.IconMode)
        self.thumbnails.setMovement(QListWidget.Movement.Static)
        self.thumbnails.setFlow(QListWidget.Flow.TopToBottom)
        self.thumbnails.setWrapping(False)
        self.thumbnails.setFixedWidth(theme().px(THUMBNAIL + 36))
        self.area.setAccessibleName(say("Preview of the document"))
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self._ground = QWidget()
        self._grid = QGridLayout(self._ground)
        self._grid.setContentsMargins(GAP, GAP, GAP, GAP)
        self._grid.setSpacing(GAP)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area.setWidget(self._ground)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.thumbnails)
        below.addWidget(self.area, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(bar)
        page.addLayout(below, 1)

    def _connect(self) -> None:
        self.in_button.clicked.connect(lambda: self.step_zoom(1))
        self.out_button.clicked.connect(lambda: self.step_zoom(-1))
        self.fit_button.clicked.connect(lambda: self.fit("page"))
        self.two_button.clicked.connect(lambda: self.fit("two"))
        self.number.editingFinished.connect(lambda: self.go_to(int(self.number.text() or 1)))
        self.thumbnails.currentRowChanged.connect(lambda row: self.go_to(row + 1))
        self.area.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.area.viewport().installEventFilter(self)

    def _add_sheet(self, number: int) -> None:
        assert self._document is not None  # noqa: S101 - called while one is shown
        sheet = QLabel()
        sheet.setAccessibleName(
            say("Page {number} of {pages}", number=number + 1, pages=len(self._document))
        )
        text = self._document[number].get_textpage().get_text_bounded()
        sheet.setAccessibleDescription(" ".join(text.split()))
        self._sheets.append(sheet)

    def _size(self, number: int) -> QSize:
        assert self._document is not None  # noqa: S101 - called while one is shown
        width, height = self._document[number].get_size()
        scale = self._zoom * PIXELS_PER_POINT
        return QSize(round(width * scale), round(height * scale))

    def _arrange(self) -> None:
        """Lay the pages out at the zoom that fits, and draw those in sight."""
        if self._document is None or not self._sheets:
            return
        columns = 2 if self._fit == "two" and self.pages > 1 else 1
        if self._fit != "none":
            self._zoom = self._fitting(columns)
        for number, sheet in enumerate(self._sheets):
            sheet.setFixedSize(self._size(number))
            self._grid.addWidget(sheet, number // columns, number % columns)
        self.percent.setText(f"{self._zoom * 100:.0f} %")
        self._soon.start(0)

    def _fitting(self, columns: int) -> float:
        assert self._document is not None  # noqa: S101 - called while one is shown
        width, height = self._document[0].get_size()
        room = self.area.viewport().size()
        across = (room.width() - GAP * (columns + 1) - 2) / (width * columns)
        down = (room.height() - 2 * GAP) / height
        if self._fit == "two" and self.pages == 1:
            down = max(down, across)  # a page alone may be as wide as there is room
        return max(float(min(across, down)) / PIXELS_PER_POINT, 0.2)

    def _draw_visible(self) -> None:
        if self._document is None:
            return
        shown = self.area.viewport().rect()
        ratio = self.devicePixelRatioF()
        for number, sheet in enumerate(self._sheets):
            place = sheet.rect().translated(
                sheet.mapTo(self.area.viewport(), sheet.rect().topLeft())
            )
            is_near = place.intersects(shown.adjusted(0, -400, 0, 400))
            if is_near and self._drawn.get(number) != self._zoom:
                scale = self._zoom * PIXELS_PER_POINT
                picture = rendered(self._document[number], scale=scale, ratio=ratio)
                sheet.setPixmap(QPixmap.fromImage(picture))
                self._drawn[number] = self._zoom
        self._tell_number()

    def _show_thumbnails(self) -> None:
        assert self._document is not None  # noqa: S101 - called while one is shown
        self.thumbnails.setVisible(self.pages > 2)
        if self.pages <= 2:
            return
        for number in range(min(self.pages, 40)):
            page = self._document[number]
            picture = rendered(page, scale=THUMBNAIL / page.get_width())
            item = QListWidgetItem(QIcon(QPixmap.fromImage(picture)), str(number + 1))
            self.thumbnails.addItem(item)

    def fit(self, how: Fit) -> None:
        """Make a page, or two side by side, as large as there is room."""
        self._fit = how
        self.fit_button.setChecked(how == "page")
        self.two_button.setChecked(how == "two")
        self._arrange()

    def step_zoom(self, step: int) -> None:
        """The next larger (1) or smaller (-1) size."""
        near = min(range(len(STEPS)), key=lambda i: abs(STEPS[i] - self._zoom))
        self._zoom = STEPS[max(0, min(len(STEPS) - 1, near + step))]
        self.fit("none")

    def go_to(self, number: int) -> None:
        """Bring a page into sight, counted from 1."""
        if 1 <= number <= self.pages:
            self.area.verticalScrollBar().setValue(self._sheets[number - 1].y() - GAP)
            self.number.setText(str(number))

    def _scrolled(self) -> None:
        self._soon.start(0)

    def _tell_number(self) -> None:
        top = self.area.verticalScrollBar().value() + self.area.viewport().height() // 3
        above = [number for number, sheet in enumerate(self._sheets, 1) if sheet.y() <= top]
        if self._sheets and not self.number.hasFocus():
            here = above[-1] if above else 1
            self.number.setText(str(here - (here - 1) % 2 if self._fit == "two" else here))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the pages again where the room changed."""
        if event.type() == QEvent.Type.Resize and self._fit != "none":
            self._arrange()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw what came into sight."""
        super().resizeEvent(event)
        self._soon.start(0)


def _tool(words: str, icon: str) -> QPushButton:
    made = button("", "flat", icon=icon)
    made.setAccessibleName(words)
    made.setToolTip(words)
    return made


def _toggle(words: str) -> QPushButton:
    made = button(words, "header")
    made.setCheckable(True)
    return made
