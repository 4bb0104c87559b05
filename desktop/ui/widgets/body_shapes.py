"""The shapes of the body map: silhouettes in the theme's colors, places of markers and labels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import cbrt, hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.paths import resource
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH, HEIGHT = 200.0, 440.0
FILL, STROKE = re.compile(r'fill="#\w+"'), re.compile(r'stroke="#\w+"')
SMALLEST, PER_ROOT, LARGEST = 6.0, 3.0, 34.0
LARGER_PER_ROOT = 3.7
REACH = 12.0
"""Half of the smallest target for a pointer, in pixels."""


def marker_radius(milliliters: float | None, *, per_root: float = PER_ROOT) -> float:
    """The radius in pixels: 3 per cube root of mL, at least 6; unknown volumes get 6.

    It ends at 34 px (about 1,450 mL), so that one mass never hides the body; the label holds
    the exact volume. ``per_root`` is 3.7 where the map is larger.
    """
    if not milliliters:
        return SMALLEST
    return min(max(SMALLEST, per_root * cbrt(milliliters)), LARGEST)


def silhouette(view: str, height: float, ratio: float) -> QPixmap:
    """The body from the front or the back in the theme's colors, ``height`` pixels high."""
    current = theme()
    return _silhouette(view, current.tokens["body"], current.tokens["bodyline"], height, ratio)


@lru_cache(maxsize=8)
def _silhouette(view: str, fill: str, line: str, height: float, ratio: float) -> QPixmap:
    text = resource("bodymap", f"body-{view}.svg").read_text(encoding="utf-8")
    text = FILL.sub(f'fill="{fill}"', STROKE.sub(f'stroke="{line}"', text))
    renderer = QSvgRenderer(QByteArray(text.encode()))
    drawn = QPixmap(round(height * WIDTH / HEIGHT * ratio), round(height * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, drawn.width(), drawn.height()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@dataclass(frozen=True, slots=True)
class Spot:
    """One marker on the screen: its mass, center, radius, and the side its label likes."""

    mass_id: str
    x: float
    y: float
    radius: float
    is_leftward: bool


_NEAR, _FAR = (0, 14, -14, 28, -28), (42, -42, 56, -56, 72, -72)
TRIES = (
    (True, 8.0, _NEAR),
    (True, 4.0, _NEAR),
    (True, 24.0, _NEAR),
    (False, 8.0, _NEAR),
    (True, 24.0, _FAR),
    (False, 24.0, _NEAR),
    (True, 44.0, (*_NEAR, *_FAR)),
    (False, 44.0, (*_NEAR, *_FAR)),
)
"""Where a label is tried: outward or not, pixels away from its marker, pixels pushed."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def apart(spots: Sequence[Spot]) -> list[Spot]:
    """Markers at one place moved sideways and down until each can be seen and hit."""
    placed: list[Spot] = []
    for spot in sorted(spots, key=lambda s: -s.radius):
        placed.append(next(filter(lambda s: _is_clear(s, placed), _nearby(spot)), spot))
    return placed


def _nearby(spot: Spot) -> Iterator[Spot]:
    yield spot
    for distance in (9, 14, 19, 25, 32, 40):
        for dx, dy in ((0, 1), (0, -1), (1, 0), (-1, 0), (0.7, 0.7), (-0.7, 0.7)):
            yield Spot(
                spot.mass_id,
                spot.x + dx * distance,
                spot.y + dy * distance,
                spot.radius,
                spot.is_leftward,
            )


def _is_clear(spot: Spot, placed: Sequence[Spot]) -> bool:
    return all(
        hypot(spot.x - o.x, spot.y - o.y) >= max(spot.radius + o.radius * 0.6, REACH)
        for o in placed
    )


def label_boxes(
    spots: Sequence[Spot], sizes: Sequence[tuple[float, float]], area: Box
) -> list[Box]:
    """Where the label of each marker stands: beside it, away from labels and other markers.

    A label goes outward from the midline, and is pushed up or down and further out until it
    is free. Where no place is free it takes the one with the least cover: none is left out.
    """
    taken: list[Box] = []
    circles = [_around(spot) for spot in spots]
    boxes: dict[int, Box] = {}
    for i in sorted(range(len(spots)), key=lambda i: spots[i].y):
        others = [*taken, *(c for j, c in enumerate(circles) if j != i)]
        tried: list[tuple[float, Box]] = []
        for box in _candidates(spots[i], sizes[i], area):
            cover = _covered(box, others)
            tried.append((cover, box))
            if not cover:
                break
        boxes[i] = min(tried)[1]
        taken.append(boxes[i])
    return [boxes[i] for i in range(len(spots))]


def _around(spot: Spot) -> Box:
    reach = spot.radius + 2
    return spot.x - reach, spot.y - reach, spot.x + reach, spot.y + reach


def _candidates(spot: Spot, size: tuple[float, float], area: Box) -> Iterator[Box]:
    width, height = size
    for is_outward, away, pushes in TRIES:
        reach = spot.radius + away
        is_leftward = spot.is_leftward == is_outward
        left = spot.x - reach - width if is_leftward else spot.x + reach
        if left < area[0] or left + width > area[2]:
            continue
        for push in pushes:
            top = spot.y - 12 + push
            if area[1] <= top and top + height <= area[3]:
                yield left, top, left + width, top + height
    left = min(max(spot.x - width / 2, area[0]), area[2] - width)
    top = min(max(spot.y + spot.radius, area[1]), area[3] - height)
    yield left, top, left + width, top + height


def _covered(box: Box, others: Sequence[Box]) -> float:
    """How many square pixels of a box lie over others."""
    left, top, right, bottom = box
    cover = 0.0
    for other in others:
        if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
            across = min(right, other[2]) - max(left, other[0])
            cover += across * (min(bottom, other[3]) - max(top, other[1]))
    return cover
