"""How a pedigree looks: the standard symbols, their words, and the lines between them.

Square male, circle female, diamond otherwise; filled affected, dot carrier, question mark not
known, slash deceased, arrow the patient, double line parents related to each other, dashed a
parent whom nobody recorded. (Standardized human pedigree nomenclature, Bennett 2008.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from desktop.domain.language import say
from desktop.domain.when import is_when, parse_when
from desktop.ui.models.family import relation_words
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from desktop.work.family_members import Member

SYMBOL = 28.0
LABEL_WIDTH = 90.0


def symbol_path(sex: str, center: QPointF, size: float) -> QPainterPath:
    """The outline of a symbol: square, circle, or diamond."""
    path, half = QPainterPath(), size / 2
    rect = QRectF(center.x() - half, center.y() - half, size, size)
    if sex == "male":
        path.addRect(rect)
    elif sex == "female":
        path.addEllipse(rect)
    else:
        reach = half * 1.2
        corners = [
            QPointF(center.x(), center.y() - reach),
            QPointF(center.x() + reach, center.y()),
            QPointF(center.x(), center.y() + reach),
            QPointF(center.x() - reach, center.y()),
        ]
        path.addPolygon(QPolygonF([*corners, corners[0]]))
    return path


def paint_symbol(painter: QPainter, member: Member, center: QPointF, size: float) -> None:
    """One person's symbol, without words."""
    current = theme()
    ink, surface = current.color("ink"), current.color("surface")
    pen = QPen(current.color("unk") if member.is_made else ink, 1.6)
    if member.is_made:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(ink if member.affected == "yes" else surface)
    painter.drawPath(symbol_path(member.sex, center, size))
    if member.carrier == "yes" and member.affected != "yes":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(center, size * 0.14, size * 0.14)
    if member.affected in ("", "unknown") and not member.is_made:
        _paint_question(painter, center, size, is_beside=member.carrier == "yes")
    painter.setPen(QPen(ink, 1.6))
    reach = size * 0.78
    if member.deceased == "yes":
        painter.drawLine(center + QPointF(-reach, reach), center + QPointF(reach, -reach))
    if member.is_patient:
        _paint_arrow(painter, center, size)


def _paint_question(painter: QPainter, center: QPointF, size: float, *, is_beside: bool) -> None:
    painter.setFont(theme().font(12.5, 600))
    painter.setPen(theme().color("ink"))
    at = center + QPointF(size * 0.8 if is_beside else 0.0, 0.0)
    rect = QRectF(at.x() - size / 2, at.y() - size / 2, size, size)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "?")


def _paint_arrow(painter: QPainter, center: QPointF, size: float) -> None:
    """The arrow at the patient, from the lower left."""
    tip = center + QPointF(-size * 0.66, size * 0.3)
    tail = tip + QPointF(-size * 0.45, size * 0.45)
    painter.setBrush(theme().color("ink"))
    painter.drawLine(tail, tip)
    barb = size * 0.26
    head = [tip, tip + QPointF(-barb, 0), tip + QPointF(0, barb)]
    painter.drawPolygon(QPolygonF(head))


def paint_words(painter: QPainter, member: Member, center: QPointF, size: float) -> None:
    """Relation and registry ID or year of birth below a symbol."""
    current = theme()
    top = center.y() + size / 2 + 7
    wide = current.px(LABEL_WIDTH)
    for line, (text, token, weight) in enumerate(_words(member)):
        font = current.font(11.5 if line == 0 else 11, weight)
        painter.setFont(font)
        painter.setPen(current.color(token))
        height = current.px(15)
        rect = QRectF(center.x() - wide / 2, top + line * height, wide, height)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, shown)


def _words(member: Member) -> list[tuple[str, str, int]]:
    first = member.label or relation_words(member)
    token = "unk" if member.is_made else "ink"
    words = [(first, token, 600 if member.is_patient else 400)]
    if member.is_made:
        words.append((say("not recorded"), "unk", 400))
    elif member.registry_id:
        words.append((member.registry_id, "accent" if member.patient else "ink2", 400))
    elif member.birth:
        words.append((_birth_words(member.birth), "ink2", 400))
    return words


def _birth_words(birth: str) -> str:
    """The year alone: there is no room for more."""
    is_date = is_when(birth) and parse_when(birth).kind == "date"
    return say("born {when}", when=birth.strip()[:4] if is_date else birth)
