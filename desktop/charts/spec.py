"""A chart as pure values: what is drawn, not how. The window and the paper draw the same one.

x is the case's axis of days (ordinal dates, or days since birth), y is in the unit of the
axis; a logarithmic chart holds log10 of its values and its ticks carry the plain numbers.
Colors are names of design tokens (``c1``, ``band``, ``t2``), never values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Symbol = Literal["circle", "square", "triangle", "diamond", "plus", "star", "hexagon", "pentagon"]
SYMBOLS: tuple[Symbol, ...] = (
    "circle",
    "square",
    "triangle",
    "diamond",
    "plus",
    "star",
    "hexagon",
    "pentagon",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One place on an axis with its text."""

    at: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One axis: its limits, ticks and the unit shown at its end."""

    low: float
    high: float
    ticks: tuple[Tick, ...]
    unit: str = ""
    is_log10: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One observation; ``record`` is the id behind it, ``half_width`` the days of its doubt.

    A hollow point lies within the range, or marks "looked for and not detectable".
    ``text`` is what stands beside it (first and last values), ``spoken`` the whole sentence.
    """

    x: float
    y: float
    record: str = ""
    is_filled: bool = True
    half_width: float = 0.0
    text: str = ""
    flag: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndLabel:
    """The direct label right of a series: a bold first line and quieter lines below."""

    title: str
    lines: tuple[str, ...] = ()
    flag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Points of one kind joined by a line; ``key`` names what can be picked (a mass)."""

    key: str
    name: str
    color: str
    symbol: Symbol
    points: tuple[Point, ...]
    is_joined: bool = True
    is_quiet: bool = False
    end_label: EndLabel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeStep:
    """One step of a reference range: from ``x0`` to ``x1``, between two limits."""

    x0: float
    x1: float
    low: float
    high: float
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A fitted line with its band, as places to join; dashed from ``extrapolated_from`` on."""

    color: str
    x: tuple[float, ...]
    middle: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    extrapolated_from: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A vertical line through the chart: surgery (dashed, with an icon) or today (dotted)."""

    x: float
    text: str
    kind: Literal["surgery", "today", "event"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One treatment as a bar under the chart; ``stop`` None means still running.

    ``color`` is the token stem: ``t1`` for text and start mark, ``t1bg`` for the bar.
    """

    text: str
    start: float
    stop: float | None
    color: str
    record: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSpec:
    """One chart. ``table`` says the same in words and numbers, for Ctrl+T and screen readers.

    ``floor`` is the y of a strip below the scale for "not detectable", with its text.
    ``empty`` is what to say instead of drawing where there is nothing to draw, ``left_out``
    what could not be placed and why.
    """

    name: str
    title: str
    subtitle: str
    x: Axis
    y: Axis
    series: tuple[Series, ...] = ()
    ranges: tuple[RangeStep, ...] = ()
    fits: tuple[Fit, ...] = ()
    marks: tuple[Mark, ...] = ()
    lanes: tuple[Lane, ...] = ()
    floor: tuple[float, str] | None = None
    target: tuple[float, float, str] | None = None
    empty: str = ""
    left_out: tuple[str, ...] = ()
    summary: str = ""
    table_header: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
