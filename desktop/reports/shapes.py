"""The strokes of which charts and body maps are drawn: text, lines, marks, all as vectors."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, String
from reportlab.pdfbase.pdfmetrics import stringWidth

from desktop.reports.fonts import register_fonts
from desktop.reports.style import SMALL, faces, ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.charts.spec import Symbol

Anchor = Literal["start", "middle", "end"]
Corner = tuple[float, float]


def canvas(width: float, height: float) -> Drawing:
    """An empty drawing in points, y upward, that flows like a paragraph."""
    register_fonts()
    drawing = Drawing(width, height)
    drawing.hAlign = "LEFT"
    return drawing


def text_width(text: str, size: float = SMALL, *, bold: bool = False) -> float:
    """The width of ``text`` in points as ``text_at`` draws it."""
    register_fonts()
    return float(sum(stringWidth(p, font, size) for p, font in faces(text, bold=bold)))


def text_at(
    drawing: Drawing,
    at: Corner,
    text: str,
    *,
    size: float = SMALL,
    paint: str = "ink",
    bold: bool = False,
    anchor: Anchor = "start",
) -> float:
    """Draws ``text`` with its baseline at ``at``; gives the x where it ends."""
    x, y = at
    if anchor != "start":
        x -= text_width(text, size, bold=bold) * (0.5 if anchor == "middle" else 1.0)
    for piece, font in faces(text, bold=bold):
        drawing.add(String(x, y, piece, fontName=font, fontSize=size, fillColor=ink(paint)))
        x += stringWidth(piece, font, size)
    return x


def backed(
    drawing: Drawing, at: Corner, text: str, *, size: float = SMALL, anchor: Anchor = "start"
) -> None:
    """A white ground for ``text`` at ``at``, so that lines behind it do not cross its letters."""
    width = text_width(text, size)
    left = at[0] - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
    block(drawing, (left - 1, at[1] - 2), (width + 2, size + 1), paint="surface", opacity=0.86)


def shortened(text: str, width: float, size: float = SMALL, *, bold: bool = False) -> str:
    """``text``, or as much of it as fits into ``width`` with an ellipsis at the end."""
    if text_width(text, size, bold=bold) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = text_width(text[:middle].rstrip() + "…", size, bold=bold) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + "…"


def stroke(
    drawing: Drawing,
    start: Corner,
    end: Corner,
    *,
    paint: str = "line2",
    width: float = 0.75,
    dash: Sequence[float] = (),
) -> None:
    """A straight line; flat caps, so that a dashed line stays dashed."""
    drawing.add(
        Line(
            *start,
            *end,
            strokeColor=ink(paint),
            strokeWidth=width,
            strokeLineCap=0,
            strokeDashArray=list(dash) or None,
        )
    )


def polyline(
    drawing: Drawing,
    corners: Sequence[Corner],
    *,
    paint: str,
    width: float,
    dash: Sequence[float] = (),
) -> None:
    """A line through several places; draws nothing for fewer than two."""
    if len(corners) < 2:
        return
    drawing.add(
        PolyLine(
            [value for corner in corners for value in corner],
            strokeColor=ink(paint),
            strokeWidth=width,
            strokeLineCap=0,
            strokeLineJoin=1,
            strokeDashArray=list(dash) or None,
        )
    )


def block(
    drawing: Drawing, corner: Corner, size: Corner, *, paint: str, opacity: float | None = None
) -> None:
    """A filled rectangle from its lower left corner."""
    drawing.add(Rect(*corner, *size, fillColor=ink(paint), strokeColor=None, fillOpacity=opacity))


def area(drawing: Drawing, corners: Sequence[Corner], *, paint: str, opacity: float) -> None:
    """A filled outline without a border."""
    drawing.add(
        Polygon(
            [value for corner in corners for value in corner],
            fillColor=ink(paint),
            strokeColor=None,
            strokeWidth=0,
            fillOpacity=opacity,
        )
    )


def disk(
    drawing: Drawing,
    at: Corner,
    radius: float,
    *,
    fill: str,
    line: str,
    width: float = 1.0,
    dash: Sequence[float] = (),
) -> None:
    """A circle with its border."""
    drawing.add(
        Circle(
            *at,
            radius,
            fillColor=ink(fill),
            strokeColor=ink(line),
            strokeWidth=width,
            strokeLineCap=0,
            strokeDashArray=list(dash) or None,
        )
    )


def mark(
    drawing: Drawing,
    at: Corner,
    symbol: Symbol,
    *,
    paint: str,
    is_filled: bool = True,
    radius: float = 3.0,
) -> None:
    """One observation: filled with a white rim, or hollow with a colored one."""
    fill, line, width = (paint, "surface", 0.9) if is_filled else ("surface", paint, 1.2)
    if symbol == "circle":
        disk(drawing, at, radius, fill=fill, line=line, width=width)
        return
    drawing.add(
        Polygon(
            [value for corner in _outline(at, symbol, radius) for value in corner],
            fillColor=ink(fill),
            strokeColor=ink(line),
            strokeWidth=width,
            strokeLineJoin=0,
        )
    )


def _outline(at: Corner, symbol: Symbol, radius: float) -> list[Corner]:
    x, y = at
    if symbol == "plus":
        long, short = radius * 1.15, radius * 0.4
        steps = [(short, long), (short, short), (long, short), (long, -short), (short, -short)]
        steps += [(short, -long), (-short, -long), (-short, -short), (-long, -short)]
        steps += [(-long, short), (-short, short), (-short, long)]
        return [(x + dx, y + dy) for dx, dy in steps]
    corners, turn, reach = {
        "square": (4, 45, 1.3),
        "triangle": (3, 90, 1.35),
        "diamond": (4, 0, 1.3),
        "star": (10, 90, 1.45),
        "hexagon": (6, 0, 1.15),
        "pentagon": (5, 90, 1.2),
    }[symbol]
    found = []
    for i in range(corners):
        angle = math.radians(turn + 360 * i / corners)
        size = radius * reach * (0.45 if symbol == "star" and i % 2 else 1.0)
        found.append((x + size * math.cos(angle), y + size * math.sin(angle)))
    return found


def scissors(drawing: Drawing, at: Corner, *, paint: str = "ink2", size: float = 7.0) -> None:
    """The sign of an operation, from its lower left corner."""
    x, y = at
    unit = size / 24
    for down in (7, 17):
        center = (x + 6 * unit, y + (24 - down) * unit)
        drawing.add(Circle(*center, 3 * unit, fillColor=None, strokeColor=ink(paint)))
    for first, last in ((8.6, 19.0), (15.4, 5.0)):
        start = (x + 8.6 * unit, y + (24 - first) * unit)
        end = (x + 19 * unit, y + (24 - last) * unit)
        stroke(drawing, start, end, paint=paint, width=0.8)


def arrow(drawing: Drawing, at: Corner, state: str, *, length: float, paint: str) -> None:
    """A small arrow centered at ``at``: up for growing, down for shrinking, right for stable."""
    angle = {"growing": 90.0, "shrinking": -90.0, "stable": 0.0}[state]

    def turned(along: float, across: float) -> Corner:
        a = math.radians(angle)
        return (
            at[0] + along * math.cos(a) - across * math.sin(a),
            at[1] + along * math.sin(a) + across * math.cos(a),
        )

    half = length / 2
    polyline(drawing, [turned(-half, 0), turned(half, 0)], paint=paint, width=1.1)
    head = [turned(half * 0.2, half * 0.7), turned(half, 0), turned(half * 0.2, -half * 0.7)]
    polyline(drawing, head, paint=paint, width=1.1)
