"""Icons: Tabler outlines drawn in a color token, sharp at any screen's pixel ratio."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from desktop.paths import resource
from desktop.ui.theme import theme, theme_signals

if TYPE_CHECKING:
    from collections.abc import Iterator

Dressed = tuple[str, str, int, str]

_dressed: WeakKeyDictionary[QObject, Dressed] = WeakKeyDictionary()


def icon(name: str, token: str = "ink", size: int = 16) -> QIcon:  # noqa: S107 - a color token
    """An icon in the color of a token in the theme in force.

    ``name`` is that of the file; ``-filled`` behind it takes the filled drawing. An icon does
    not follow a change of theme: use ``dress`` for buttons and actions that stay.
    """
    made = QIcon()
    drawn = pixmap(name, token, size)
    made.addPixmap(drawn)
    made.addPixmap(drawn, QIcon.Mode.Selected)  # Qt would tint it on a selected row
    return made


def pixmap(name: str, token: str = "ink", size: int = 16, ratio: float = 0.0) -> QPixmap:  # noqa: S107
    """One icon as a pixmap of ``size`` device-independent pixels; ratio 0 is the screen's."""
    current = theme()
    return _drawn(name, current.tokens[token], current.px(size), ratio or _screen_ratio())


def program_icon() -> QIcon:
    """The icon of the program, in its own colors, for title bar and task bar."""
    drawing = QSvgRenderer(str(resource("icons", "program.svg")))
    made = QIcon()
    for size in (16, 32, 64, 128):
        drawn = QPixmap(size, size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        drawing.render(painter)
        painter.end()
        made.addPixmap(drawn)
    return made


def _screen_ratio() -> float:
    return QGuiApplication.primaryScreen().devicePixelRatio()


@lru_cache(maxsize=512)
def _svg(name: str) -> str:
    stem = name.removesuffix("-filled")
    folder = "outline" if stem == name else "filled"
    return resource("icons", folder, f"{stem}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, color: str, size: int, ratio: float) -> QPixmap:
    # The design asks for a stroke of 1.8 of the 24 px grid at 16 px, thicker when smaller.
    stroke = 'stroke-width="2.2"' if size < 16 else 'stroke-width="1.8"'
    text = _svg(name).replace("currentColor", color).replace('stroke-width="2"', stroke)
    renderer = QSvgRenderer(QByteArray(text.encode()))
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, drawn.width(), drawn.height()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def dress(
    target: QAbstractButton | QAction,
    name: str,
    *,
    color: str = "ink2",
    size: int = 16,
    checked: str = "",
) -> None:
    """Give a button or an action its icon and keep it right when the theme changes.

    ``color`` is a token, ``checked`` the one while the target is checked, where that differs.
    """
    _dressed[target] = (name, color, size, checked)
    _put_on(target)


def _put_on(target: QAbstractButton | QAction) -> None:
    name, token, size, checked = _dressed[target]
    made = icon(name, token, size)
    if checked:
        made.addPixmap(pixmap(name, checked, size), QIcon.Mode.Normal, QIcon.State.On)
    target.setIcon(made)
    if isinstance(target, QAbstractButton):
        side = theme().px(size)
        target.setIconSize(QSize(side, side))


def _alive() -> Iterator[QAbstractButton | QAction]:
    for target in list(_dressed):
        if shiboken6.isValid(target) and isinstance(target, QAbstractButton | QAction):
            yield target


def _follow_theme() -> None:
    for target in _alive():
        _put_on(target)


theme_signals.changed.connect(_follow_theme)
