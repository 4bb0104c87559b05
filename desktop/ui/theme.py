"""Colors, type sizes and the one style sheet, all from the design tokens; light and dark.

Nothing else in the windows holds a color: widgets name tokens (``ink``, ``stopbg``), and the
style sheet is made from ``resources/theme/window.qss`` by filling the tokens in.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QApplication

ThemeName = Literal["light", "dark"]

FAMILIES = ["Inter", "Noto Sans"]
BODY_PX = 13
WEIGHTS = {
    400: QFont.Weight.Normal,
    500: QFont.Weight.Medium,
    600: QFont.Weight.DemiBold,
    700: QFont.Weight.Bold,
}

_PLACE = re.compile(r"@(\w+)|\{([\d.]+)px\}")


@dataclass(frozen=True, slots=True)
class Theme:
    """A set of color tokens and the text size: 1.0 is the design's, 0.9 to 1.5 is offered."""

    name: ThemeName
    tokens: Mapping[str, str]
    text_scale: float = 1.0

    def color(self, token: str) -> QColor:
        """The color of a token; KeyError for a name that the design lacks."""
        return QColor(self.tokens[token])

    def px(self, size: float) -> int:
        """A size of the design in device-independent pixels, at the chosen text size."""
        return round(size * self.text_scale)

    def font(self, size: float = BODY_PX, weight: int = 400, *, italic: bool = False) -> QFont:
        """The interface font at a size of the design, with digits of equal width."""
        font = QFont(FAMILIES)
        font.setPixelSize(max(1, self.px(size)))
        font.setWeight(WEIGHTS[weight])
        font.setItalic(italic)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font


class ThemeSignals(QObject):
    """Tells painted widgets that colors or sizes have changed."""

    changed = Signal()


theme_signals = ThemeSignals()


class _Current:
    """Holds the theme in force; there is one per program, as there is one QApplication."""

    theme: Theme | None = None


@cache
def tokens(name: ThemeName) -> Mapping[str, str]:
    """The color tokens of a theme as they ship."""
    text = resource("theme", "tokens.json").read_text(encoding="utf-8")
    return cast("dict[str, dict[str, str]]", json.loads(text))[name]


def theme() -> Theme:
    """The theme in force; light until one is applied."""
    if _Current.theme is None:
        _Current.theme = Theme("light", tokens("light"))
    return _Current.theme


def apply_theme(app: QApplication, name: ThemeName, *, text_scale: float = 1.0) -> None:
    """Put a theme in force: palette, fonts, style sheet; then tell painted widgets."""
    _load_fonts()
    current = Theme(name, tokens(name), text_scale)
    _Current.theme = current
    app.setFont(current.font())
    app.setPalette(palette(current))
    app.setStyleSheet(qss(current))
    theme_signals.changed.emit()


@cache
def _load_fonts() -> None:
    for weight in ("Regular", "Medium", "SemiBold", "Bold", "Italic"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"Inter-{weight}.otf")))


def system_theme() -> ThemeName:
    """Light or dark as the desktop environment asks for."""
    hints = QGuiApplication.styleHints()
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "app"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.PlaceholderText, "ink3"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.BrightText, "onaccent"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "line"),
    (QPalette.ColorRole.Mid, "line2"),
    (QPalette.ColorRole.Dark, "control"),
    (QPalette.ColorRole.Shadow, "line2"),
    (QPalette.ColorRole.Highlight, "selected"),
    (QPalette.ColorRole.HighlightedText, "ink"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.ToolTipBase, "tooltip"),
    (QPalette.ColorRole.ToolTipText, "ontooltip"),
)
_DIMMED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def palette(of: Theme) -> QPalette:
    """The Qt palette of a theme."""
    made = QPalette()
    for role, token in _ROLES:
        made.setColor(role, of.color(token))
    for role in _DIMMED:
        made.setColor(QPalette.ColorGroup.Disabled, role, of.color("disabled"))
    return made


def qss(of: Theme) -> str:
    """The style sheet of a theme: ``@token`` and ``{13px}`` of the template filled in."""

    def fill(found: re.Match[str]) -> str:
        token, size = found.groups()
        return of.tokens[token] if token else f"{of.px(float(size))}px"

    return _PLACE.sub(fill, resource("theme", "window.qss").read_text(encoding="utf-8"))
