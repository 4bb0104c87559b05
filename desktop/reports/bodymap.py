"""The body map on paper: two silhouettes with the masses as marks, sized and named."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from reportlab.graphics.shapes import Path

from desktop.charts.body import CENTER, HEIGHT
from desktop.domain.language import say
from desktop.paths import resource
from desktop.reports.shapes import arrow, canvas, disk, stroke, text_at, text_width
from desktop.reports.style import ink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.graphics.shapes import Drawing

    from desktop.charts.body import MassMarker

SCALE = 0.30
EDGE, BODY_WIDTH, GAP = 17.0, 48.0, 34.0
WIDTH = 2 * EDGE + 2 * BODY_WIDTH + GAP
HEAD = 24.0  # points above the silhouettes, for their names and for R and L

_INKS = {"growing": "grow", "shrinking": "shrink", "stable": "stable"}
_PIECE = re.compile(r"([MLCZ])|(-?\d+(?:\.\d+)?)")
_LINE = 10.0


def map_height() -> float:
    """The height of the map in points."""
    return HEIGHT * SCALE + HEAD


def body_map(markers: Sequence[MassMarker]) -> Drawing:
    """Front and back view with all ``markers``; the area of a mark grows with the volume.

    Color, arrow and a dashed ring (growth unknown) say the same as the table beside it.
    """
    drawing = canvas(WIDTH, map_height())
    for view, middle in (("front", EDGE + BODY_WIDTH / 2), ("back", _back_middle())):
        _silhouette(drawing, view, middle)
        own = [marker for marker in markers if marker.view == view]
        placed = [(marker, _at(marker, middle)) for marker in own]
        for marker, at in sorted(placed, key=lambda pair: -(pair[0].volume or 0.0)):
            _mark(drawing, marker, at)
        _names(drawing, placed, middle)
    return drawing


def _back_middle() -> float:
    return EDGE + BODY_WIDTH * 1.5 + GAP


def _at(marker: MassMarker, middle: float) -> tuple[float, float]:
    return middle + (marker.x - CENTER) * SCALE, (HEIGHT - marker.y) * SCALE


def _silhouette(drawing: Drawing, view: str, middle: float) -> None:
    for commands, is_filled in _paths(view):
        path = Path(
            fillColor=ink("body") if is_filled else None,
            strokeColor=ink("bodyline"),
            strokeWidth=0.6 if is_filled else 0.45,
            strokeLineJoin=1,
        )
        for command, numbers in commands:
            corners = [
                value
                for x, y in zip(numbers[::2], numbers[1::2], strict=True)
                for value in (middle + (x - CENTER) * SCALE, (HEIGHT - y) * SCALE)
            ]
            {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.closePath}[command](
                *corners
            )
        drawing.add(path)
    top = map_height() - 9
    name = say("Front") if view == "front" else say("Back")
    text_at(drawing, (middle, top), name, bold=True, paint="ink2", anchor="middle")
    right_side, left_side = say("R", about="right"), say("L", about="left")
    sides = (right_side, left_side) if view == "front" else (left_side, right_side)
    left, right = sides
    for letter, aside in ((left, -1), (right, 1)):
        at = (middle + aside * 19, top - 22)
        text_at(drawing, at, letter, bold=True, paint="ink3", anchor="middle")


Command = tuple[str, tuple[float, ...]]


@cache
def _paths(view: str) -> tuple[tuple[tuple[Command, ...], bool], ...]:
    """The paths of one silhouette as commands, and whether each is filled."""
    root = ET.parse(resource("bodymap", f"body-{view}.svg")).getroot()  # noqa: S314 - our own file
    found = []
    for node in root.iter():
        if node.tag.endswith("}path"):
            is_filled = node.get("fill") != "none"
            found.append((tuple(commands_of(node.get("d", ""))), is_filled))
    return tuple(found)


def commands_of(path: str) -> Iterator[Command]:
    """The commands of SVG path data with their numbers; only absolute M, L, C and Z.

    A command with several sets of numbers is given once per set. Raises ValueError for
    anything else, so that a new drawing cannot be drawn wrong.
    """
    left_over = _PIECE.sub("", path).replace(",", " ").strip()
    if left_over:
        message = f"{left_over[:20]!r} is not M, L, C, Z or a number"
        raise ValueError(message)
    command, numbers = "", list[float]()
    for letter, digits in _PIECE.findall(path):
        if digits:
            numbers.append(float(digits))
            if len(numbers) == (6 if command == "C" else 2):
                yield command, tuple(numbers)
                numbers = []
                command = "L" if command == "M" else command
        else:
            command = letter
            if command == "Z":
                yield "Z", ()


def _mark(drawing: Drawing, marker: MassMarker, at: tuple[float, float]) -> None:
    radius = max(4.4, 1.65 * (marker.volume or 0.0) ** (1 / 3))
    if marker.state not in _INKS:
        disk(drawing, at, radius, fill="unkbg", line="unk", width=1.1, dash=(1.8, 1.4))
        return
    disk(drawing, at, radius, fill=_INKS[marker.state], line="surface", width=1.0)
    arrow(drawing, at, marker.state, length=min(radius, 7.0), paint="surface")


def _names(
    drawing: Drawing, placed: Sequence[tuple[MassMarker, tuple[float, float]]], middle: float
) -> None:
    for aside in (-1, 1):
        own = [pair for pair in placed if (pair[1][0] >= middle) == (aside > 0)]
        ordered = sorted(own, key=lambda pair: -pair[1][1])
        edge = middle + aside * (BODY_WIDTH / 2 + 2)
        for (marker, at), y in zip(ordered, _spread([at[1] for _, at in ordered]), strict=True):
            width = text_width(marker.mass_id, bold=True)
            near = max(edge, at[0] + 8) if aside > 0 else min(edge, at[0] - 8)
            radius = max(4.4, 1.65 * (marker.volume or 0.0) ** (1 / 3))
            stroke(drawing, (at[0] + aside * radius, at[1]), (near, y), paint="ink2", width=0.7)
            start = near + 2 if aside > 0 else near - 2 - width
            text_at(drawing, (start, y - 3), marker.mass_id, bold=True)


def _spread(heights: Sequence[float]) -> list[float]:
    """Heights for the names, highest first, pushed apart downward and up again at the foot."""
    spread: list[float] = []
    for height in heights:
        spread.append(min(height, spread[-1] - _LINE) if spread else height)
    floor = 4.0
    for i in range(len(spread) - 1, -1, -1):
        spread[i] = max(spread[i], floor)
        floor = spread[i] + _LINE
    return spread
