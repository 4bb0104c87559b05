"""The header of the laboratory grid: two lines, date and age; a date is edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QLineEdit, QWidget

from desktop.domain.language import say
from desktop.ui.models.labs import FROZEN, LabsModel
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from desktop.ui.models.labs_columns import Column

HEIGHT, EDGE, LEFT, LEAST_WIDTH = 40, 6, 12, 80


class LabHeader(QHeaderView):
    """``dated`` carries the column number and the text that was typed as its date."""

    dated = Signal(int, str)

    def __init__(self, model: LabsModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._labs = model
        self._editor: QLineEdit | None = None
        self._edited = -1
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)

    def sizeHint(self) -> QSize:
        """Two lines high; Qt's own way measures every section, for as long as a page takes."""
        return QSize(LEAST_WIDTH, theme().px(HEIGHT))

    def wanted_width(self, column: Column) -> int:
        """As wide as both lines need."""
        current = theme()
        title = QFontMetrics(current.font(12, 600)).horizontalAdvance(column.title)
        small = QFontMetrics(current.font(11)).horizontalAdvance(_second_line(column))
        return max(title, small) + 2 * EDGE

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One header: the new column stands out by its ground and its words."""
        current = theme()
        column = self._labs.column_at(section)
        is_new = column is not None and column.is_new
        painter.save()
        painter.fillRect(rect, current.color("accent" if is_new else "head"))
        painter.setPen(current.color("line2"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(EDGE, 4, -EDGE, -5)
        if column is None:
            title = self._labs.headerData(section, Qt.Orientation.Horizontal)
            self._line(
                painter, rect.adjusted(LEFT if not section else 6, 0, 0, 0), str(title or "")
            )
        elif rect.right() > self.viewport().width():
            self._line(painter, inner, "…")  # cut, it would read as another date
        elif rect.left() < 0:
            self._line(painter, inner, "…", Qt.AlignmentFlag.AlignRight)
        else:
            right = Qt.AlignmentFlag.AlignRight
            painter.setFont(current.font(12, 600))
            painter.setPen(current.color("onaccent" if is_new else "ink2"))
            painter.drawText(inner, right | Qt.AlignmentFlag.AlignTop, column.title)
            painter.setFont(current.font(11))
            painter.setPen(current.color("onaccent" if is_new else "ink3"))
            painter.drawText(inner, right | Qt.AlignmentFlag.AlignBottom, _second_line(column))
        painter.restore()

    @staticmethod
    def _line(
        painter: QPainter,
        rect: QRect,
        text: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        current = theme()
        painter.setFont(current.font(12, 600))
        painter.setPen(current.color("ink2"))
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, text)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the date of a column."""
        section = self.logicalIndexAt(event.position().toPoint())
        if section >= FROZEN:
            self.edit_date(section)
        else:
            super().mouseDoubleClickEvent(event)

    def edit_date(self, section: int, *, text: str = "") -> None:
        """Put a line over the date of a column, to type another one."""
        column = self._labs.column_at(section)
        if column is None:
            return
        self.close_editor()
        editor = QLineEdit(self.viewport())
        editor.setObjectName("labDate")
        editor.setAccessibleName(say("Date of the column {time}", time=column.spoken))
        editor.setPlaceholderText(say("t, -2w, 3/2024, 14y6m"))
        editor.setToolTip(say("A date, t for today, -2w, 3/2024, or an age such as 14y6m"))
        editor.setText(text or column.when.replace("T", " "))
        editor.selectAll()
        left = self.sectionViewportPosition(section)
        width = max(self.sectionSize(section), theme().px(130))
        left = min(left, self.viewport().width() - width)
        editor.setGeometry(max(left, 0), 4, width, self.height() - 8)
        editor.installEventFilter(self)
        editor.show()
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._editor, self._edited = editor, section

    def close_editor(self) -> None:
        """Take the line away."""
        if self._editor is not None:
            editor, self._editor = self._editor, None
            editor.removeEventFilter(self)
            editor.hide()
            editor.deleteLater()

    @property
    def editor(self) -> QLineEdit | None:
        """The line that is open."""
        return self._editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the date, Esc leaves it as it was."""
        if watched is not self._editor or self._editor is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            self._take()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
            return False
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.close_editor()
            self._give_focus()
            return True
        return False

    def _take(self) -> None:
        assert self._editor is not None  # noqa: S101 - an event of the line came
        text, section, is_changed = self._editor.text(), self._edited, self._editor.isModified()
        self.close_editor()
        self._give_focus()
        if is_changed:
            self.dated.emit(section, text)

    def _give_focus(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)


def _second_line(column: Column) -> str:
    new = say("new") if column.is_new else ""
    return " · ".join(part for part in (column.subtitle, new) if part)
