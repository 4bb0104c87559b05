"""The drawn pedigree: arrows move between the people, Enter opens one; a table says the same."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.domain.language import say
from desktop.measures.pedigree import Pedigree, Sibship, lay_out
from desktop.ui.models.family import spoken, summary
from desktop.ui.spoken import announce
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.pedigree_painting import SYMBOL, paint_symbol, paint_words

if TYPE_CHECKING:
    from desktop.work.family_members import Family, Member

COLUMN, ROW, COMPACT_ROW = 98, 104, 92
MARGIN_X, MARGIN_TOP, MARGIN_BOTTOM = 60, 26, 54
LEVEL = 7
"""Pixels between the lines of two sibships under the same row."""

_ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ALONG = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One person with the middle of the symbol, in pixels, and the row."""

    member: Member
    center: QPointF
    row: int


class PedigreeView(QWidget):
    """A family as symbols; ``chosen`` carries the key of the person, ``opened`` after Enter."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Pedigree"))
        self._family: Family | None = None
        self._layout = Pedigree(places=(), sibships=(), width=0.0, rows=0)
        self._current = ""
        self._is_compact = False
        theme_signals.changed.connect(self._resized)

    def show_family(self, family: Family | None) -> None:
        """Draw a family; the person who was chosen stays chosen, else the patient is."""
        self._family = family
        placed = [one.kin for one in family.members if one.is_placed] if family else []
        self._layout = lay_out(placed)
        if family is None or family.member(self._current) is None:
            self._current = family.members[0].key if family else ""
        self._describe()
        self._resized()

    def compact(self, is_compact: bool) -> None:
        """Lower rows."""
        self._is_compact = is_compact
        self._resized()

    def _resized(self) -> None:
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        if self._family is None:
            self.setAccessibleDescription("")
            return
        member = self._family.member(self._current)
        chosen = say("Chosen: {person}", person=spoken(member)) if member else ""
        self.setAccessibleDescription(". ".join((summary(self._family), chosen)))

    @property
    def current(self) -> str:
        """The key of the person who is chosen."""
        return self._current

    def select(self, key: str) -> None:
        """Choose a person; an unknown key changes nothing."""
        if self._family is None or key == self._current or self._family.member(key) is None:
            return
        self._current = key
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for every symbol with its words."""
        px = theme().px
        rows = self._layout.rows + (1 if self._strays() else 0)
        columns = max(self._layout.width, max(len(self._strays()) - 1, 0))
        wide = px(COLUMN) * columns + 2 * px(MARGIN_X)
        return QSize(round(wide), max(rows - 1, 0) * self._row() + px(MARGIN_TOP + MARGIN_BOTTOM))

    def _row(self) -> int:
        levels = max((sibship.levels for sibship in self._layout.sibships), default=1)
        height = COMPACT_ROW if self._is_compact else ROW
        return theme().px(height + LEVEL * (levels - 1))

    def _top(self) -> float:
        """The first row, so that a small family stands in the upper middle of its room."""
        spare = self.height() - self.sizeHint().height()
        return theme().px(MARGIN_TOP) + max(spare / 3, 0)

    def _strays(self) -> list[Member]:
        members = self._family.members if self._family else ()
        return [one for one in members if not one.is_placed]

    def drawn(self) -> list[Drawn]:
        """Everybody with the place of the symbol, row by row from left to right."""
        if self._family is None:
            return []
        px, members = theme().px, {one.key: one for one in self._family.members}
        left = max((self.width() - px(COLUMN) * self._layout.width) / 2, px(MARGIN_X))
        top = self._top()
        found = [
            Drawn(
                members[place.key],
                QPointF(left + place.x * px(COLUMN), top + place.row * self._row()),
                place.row,
            )
            for place in self._layout.places
        ]
        below = self._layout.rows
        for n, stray in enumerate(self._strays()):
            at = QPointF(px(MARGIN_X) + n * px(COLUMN), top + below * self._row())
            found.append(Drawn(stray, at, below))
        return found

    def center_of(self, key: str) -> QPointF | None:
        """The middle of a person's symbol in pixels; None for nobody here."""
        return next((one.center for one in self.drawn() if one.member.key == key), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lines first, then symbols and words, then the ring of the one who is chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawn = self.drawn()
        centers = {one.member.key: one.center for one in drawn}
        size = theme().px(SYMBOL)
        for sibship in self._layout.sibships:
            self._paint_sibship(painter, sibship, centers)
        for one in drawn:
            if one.member.key == self._current:
                self._paint_choice(painter, one.center, size)
            paint_symbol(painter, one.member, one.center, size)
            paint_words(painter, one.member, one.center, size)
        self._paint_stray_words(painter)
        painter.end()

    def _paint_choice(self, painter: QPainter, center: QPointF, size: float) -> None:
        current = theme()
        reach = size / 2 + 8
        rect = QRectF(center.x() - reach, center.y() - reach, 2 * reach, 2 * reach)
        painter.setBrush(current.color("selected"))
        has_focus = self.hasFocus()
        painter.setPen(QPen(current.color("focus"), 2) if has_focus else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, 6, 6)

    def _paint_stray_words(self, painter: QPainter) -> None:
        if not self._strays():
            return
        current = theme()
        size = current.px(SYMBOL)
        top = self._top() + self._layout.rows * self._row() - size / 2
        painter.setFont(current.font(11, italic=True))
        painter.setPen(current.color("ink3"))
        words = say("Other relatives, line not recorded")
        painter.drawText(QPointF(current.px(12), top - current.px(14)), words)

    def _paint_sibship(
        self, painter: QPainter, sibship: Sibship, centers: dict[str, QPointF]
    ) -> None:
        painter.setPen(QPen(theme().color("ink2"), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        size = theme().px(SYMBOL)
        down = self._paint_couple(painter, sibship, centers)
        children = [centers[key] for key in sibship.children]
        bar = children[0].y() - size / 2 - theme().px(8 + LEVEL * sibship.level)
        painter.drawLine(down, QPointF(down.x(), bar))
        ends = [child.x() for child in children] + [down.x()]
        painter.drawLine(QPointF(min(ends), bar), QPointF(max(ends), bar))
        for child in children:
            painter.drawLine(QPointF(child.x(), bar), child)

    def _paint_couple(
        self, painter: QPainter, sibship: Sibship, centers: dict[str, QPointF]
    ) -> QPointF:
        """The line of a couple; gives the point from which the line to the children goes down."""
        own = sorted((centers[key] for key in sibship.parents), key=lambda at: at.x())
        half = theme().px(COLUMN) / 2
        if len(own) == 1:
            side = own[0] + QPointF(half, 0)
            painter.drawLine(own[0], side)
            return side
        left, right = own
        between = sorted(at.x() for at in centers.values() if left.y() == at.y())
        between = [x for x in between if left.x() < x < right.x()]
        lift = theme().px(SYMBOL) * 0.8 if between else 0.0
        is_related = bool(self._family and (sibship.father, sibship.mother) in self._family.related)
        for offset in (-2.0, 2.0) if is_related else (0.0,):
            y = left.y() - lift + offset
            painter.drawLine(QPointF(left.x(), y), QPointF(right.x(), y))
        if lift:
            painter.drawLine(left, QPointF(left.x(), left.y() - lift))
            painter.drawLine(right, QPointF(right.x(), right.y() - lift))
        stops = [left.x(), *between, right.x()]
        gaps = [(a + b) / 2 for a, b in pairwise(stops)]
        middle = (left.x() + right.x()) / 2
        return QPointF(min(gaps, key=lambda x: abs(x - middle)), left.y() - lift)

    def member_at(self, at: QPointF) -> Member | None:
        """The person whose symbol or words lie under a pixel."""
        px = theme().px
        for one in self.drawn():
            area = QRectF(one.center.x() - px(COLUMN) / 2, one.center.y() - px(SYMBOL), 0, 0)
            area.setSize(QSize(px(COLUMN), px(2 * SYMBOL + 22)).toSizeF())
            if area.contains(at):
                return one.member
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Home goes to the patient, Enter opens."""
        key = Qt.Key(event.key())
        if key in _ACROSS:
            self._move(across=_ACROSS[key])
        elif key in _ALONG:
            self._move(along=_ALONG[key])
        elif key == Qt.Key.Key_Home and self._family is not None:
            self._choose(self._family.members[0].key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _move(self, *, across: int = 0, along: int = 0) -> None:
        drawn = self.drawn()
        here = next((one for one in drawn if one.member.key == self._current), None)
        if here is None:
            return
        if across:
            row = [one for one in drawn if one.row == here.row]
            place = row.index(here) + across
            if 0 <= place < len(row):
                self._choose(row[place].member.key)
            return
        row = [one for one in drawn if one.row == here.row + along]
        if row:
            nearest = min(row, key=lambda one: abs(one.center.x() - here.center.x()))
            self._choose(nearest.member.key)

    def _choose(self, key: str) -> None:
        if key == self._current or self._family is None:
            return
        self.select(key)
        self.chosen.emit(key)
        if member := self._family.member(key):
            announce(self, spoken(member))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the person under the pointer."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if member := self.member_at(event.position()):
            self._choose(member.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the person under the pointer."""
        if member := self.member_at(event.position()):
            self.opened.emit(member.key)

    def event(self, event: QEvent) -> bool:
        """Say the person under the pointer as a tooltip."""
        if isinstance(event, QHelpEvent):
            member = self.member_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), spoken(member) if member else "", self)
            return True
        return super().event(event)
