"""Printing: the pages of a PDF as they are, or plain text where pages could not be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.ui.widgets.page_preview import rendered

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MOST_DOTS = 300
"""Dots for each inch: finer brings nothing on a clinic's printer, and takes memory."""


def ask_printer(parent: QWidget, *, is_letter: bool, pages: int) -> QPrinter | None:
    """The printer that the user chooses in the system's dialog; None if cancelled.

    Raises UserError where the computer knows no printer.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise UserError(
            say("This computer knows no printer."),
            kept=say("Nothing was printed."),
            remedy=say("Save the document as PDF, or set up a printer in the system."),
        )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize.PageSizeId.Letter if is_letter else QPageSize.PageSizeId.A4
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, max(pages, 1))
    return printer if dialog.exec() else None


def print_pages(pdf: bytes, printer: QPrinter) -> int:
    """Print the pages that the printer is set to, each at its size on paper; gives how many.

    Raises UserError where the printer takes nothing.
    """
    printer.setFullPage(True)
    document = pypdfium2.PdfDocument(pdf)
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or len(document), len(document))
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(
            say("The printer does not take the document."),
            kept=say("Nothing was printed."),
            remedy=say("Look at the printer, or save the document as PDF."),
        )
    dots = min(printer.resolution(), MOST_DOTS)
    for number in range(first - 1, last):
        if number > first - 1:
            printer.newPage()
        page = document[number]
        width, height = page.get_size()
        unit = printer.resolution() / 72
        painter.drawImage(
            QRectF(0, 0, width * unit, height * unit), rendered(page, scale=dots / 72)
        )
    painter.end()
    document.close()
    return last - first + 1


def print_text(text: str, printer: QPrinter) -> None:
    """Print plain text as it stands."""
    document = QTextDocument()
    document.setDefaultFont(QFont("Noto Sans", 10))
    document.setPlainText(text)
    document.print_(printer)
