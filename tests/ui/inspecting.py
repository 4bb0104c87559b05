"""Looks for what a layout must not do: cut text, overlap, run out of sight, shrink targets."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QStackedLayout,
    QStyle,
    QStyleOptionButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from tests.ui.inspecting_items import has_model, items_cut, sections_cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout

SLACK = 1
"""Pixels that rounding may take."""
SMALLEST_TARGET = 24


def faults(window: QWidget) -> list[str]:
    """Every fault of what is in sight, in words that name the widget."""
    found: list[str] = []
    for part in (window, *in_sight(window)):
        looks = [look(part) for look in (_cut, _squeezed, _outside, _small)]
        every = [*filter(None, looks), *_overlaps(part), *items_cut(part)]
        found += [f"{named(part)}: {words}" for words in every]
    return found


def in_sight(window: QWidget) -> list[QWidget]:
    """The widgets of a window that are shown now."""
    return [part for part in window.findChildren(QWidget) if part.isVisible()]


def named(part: QWidget) -> str:
    """A widget in words: its class, its text or name, and the first named widget around it."""
    text = getattr(part, "text", None)
    words = (text() if callable(text) else "") or part.accessibleName() or part.objectName()
    return f"{_around(part)}{type(part).__name__} “{words[:60]}”"


def _around(part: QWidget) -> str:
    above = part.parentWidget()
    while above is not None and type(above).__module__.startswith("PySide6"):
        above = above.parentWidget()
    return f"{type(above).__name__} > " if above is not None else ""


def _cut(part: QWidget) -> str:
    """What of a text has no room."""
    if isinstance(part, QLabel):
        return _label_cut(part)
    if isinstance(part, QTabBar):
        return _tabs_cut(part)
    if isinstance(part, QAbstractButton):
        return _button_cut(part)
    if isinstance(part, QComboBox):
        return _wider(part, part.currentText(), part.width() - 8)
    if isinstance(part, QLineEdit):
        return _placeholder_cut(part)
    if isinstance(part, QHeaderView) and has_model(part):
        return "; ".join(sections_cut(part))
    return ""


def _placeholder_cut(part: QLineEdit) -> str:
    margins = part.textMargins()
    room = part.contentsRect().width() - margins.left() - margins.right()
    return "" if part.toolTip() or part.text() else _wider(part, part.placeholderText(), room)


def _label_cut(part: QLabel) -> str:
    text = part.text()
    if not text:
        return ""
    if "…" in text[-2:] and not (_tells_more(part, text) or _ends_in_dots(part)):
        return "ends in dots, and nothing tells the rest"
    if part.wordWrap():
        needed = part.heightForWidth(part.width())
        if needed > part.height() + SLACK:
            return f"needs {needed} px of height, has {part.height()}"
        longest = max(text.split(), key=len, default="")
        return "" if part.toolTip() == text else _wider(part, longest, part.width())
    needed_size = part.sizeHint()
    if needed_size.width() > part.width() + SLACK and not _tells_more(part, text):
        return f"needs {needed_size.width()} px of width, has {part.width()}"
    lowest = QFontMetrics(part.font()).height() * (text.count("\n") + 1)
    if lowest > part.height() + SLACK:
        return f"needs {lowest} px of height, has {part.height()}"
    return ""


def _ends_in_dots(part: QLabel) -> bool:
    """A text that is meant to end so, such as that of a running job."""
    return part.accessibleName() in ("", part.text()) and part.sizeHint().width() <= part.width()


def _tells_more(part: QWidget, shown: str) -> bool:
    whole = part.toolTip() or part.accessibleName()
    return bool(whole) and len(whole) > len(shown.rstrip("…"))


def _wider(part: QWidget, text: str, room: int) -> str:
    needed = QFontMetrics(part.font()).horizontalAdvance(text)
    return f"“{text}” needs {needed} px of width, has {room}" if needed > room + SLACK else ""


def _button_cut(part: QAbstractButton) -> str:
    text = part.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    if not text or (isinstance(part, QToolButton) and _shows_icon_only(part)):
        return ""
    if paints_itself(part):
        needed = part.sizeHint()
        fits = needed.width() <= part.width() + SLACK and needed.height() <= part.height() + SLACK
        size = f"{needed.width()}x{needed.height()}"
        return "" if fits or part.toolTip() else f"wants {size}, has {_size(part)}"
    metrics = QFontMetrics(part.font())
    width = max(metrics.horizontalAdvance(line) for line in text.split("\n"))
    room = _room(part)
    if width > room.width() + SLACK and not _tells_more(part, text):
        return f"needs {width} px of width, has {room.width()}"
    height = metrics.tightBoundingRect("Áp").height() * (text.count("\n") + 1)
    return f"needs {height} px of height, has {room.height()}" if height > room.height() else ""


def _shows_icon_only(part: QToolButton) -> bool:
    return part.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly


def _room(part: QAbstractButton) -> QRect:
    """Where a push button's text may stand, its icon left out."""
    option = QStyleOptionButton()
    option.initFrom(part)
    element = QStyle.SubElement.SE_PushButtonContents
    room = part.style().subElementRect(element, option, part)
    if not room.isValid() or room.width() <= 0:
        room = part.contentsRect()
    taken = 0 if part.icon().isNull() else part.iconSize().width() + 4
    return room.adjusted(taken, 0, 0, 0)


def paints_itself(part: QWidget) -> bool:
    """True where a class of ours draws the widget."""
    return any("paintEvent" in vars(one) for one in type(part).__mro__ if _is_ours(one))


def _is_ours(kind: type) -> bool:
    return kind.__module__.startswith("desktop.")


def _size(part: QWidget) -> str:
    return f"{part.width()}x{part.height()}"


def _tabs_cut(bar: QTabBar) -> str:
    metrics = QFontMetrics(bar.font())
    for place in range(bar.count()):
        needed, room = metrics.horizontalAdvance(bar.tabText(place)), bar.tabRect(place)
        if needed > room.width() + SLACK or metrics.height() > room.height() + SLACK:
            return f"tab “{bar.tabText(place)}” needs {needed} px, has {room.width()}"
    whole = bar.tabRect(bar.count() - 1).right()
    if whole > bar.width() + SLACK and not bar.usesScrollButtons():
        return f"tabs need {whole} px, the row has {bar.width()}"
    return ""


def _squeezed(part: QWidget) -> str:
    """Smaller than the least that it needs, by a fixed size or a crowded layout."""
    layout = part.layout()
    unbound = isinstance(part, QAbstractScrollArea | QAbstractSlider | QMainWindow)
    if layout is None or unbound or _scrolls(part):
        return ""
    least = part.minimumSizeHint()
    if layout.hasHeightForWidth():
        least.setHeight(layout.totalMinimumHeightForWidth(part.width()))
    if part.height() + SLACK < least.height():
        return f"is {part.height()} px high, what is in it needs {least.height()}"
    if part.width() + SLACK < least.width():
        return f"is {part.width()} px wide, what is in it needs {least.width()}"
    return ""


def _scrolls(part: QWidget) -> bool:
    """The inside of a scroll area may be larger than what is seen of it."""
    above = part.parentWidget()
    return above is not None and isinstance(above.parentWidget(), QAbstractScrollArea)


def _outside(part: QWidget) -> str:
    """Runs out of a widget around it, where nothing can be scrolled."""
    if part.isWindow() or not _takes_part(part):
        return ""
    inner, above = part, part.parentWidget()
    area = part.rect()
    while above is not None and not inner.isWindow():
        area = area.translated(inner.pos())
        scroll = above.parentWidget()
        if isinstance(scroll, QAbstractScrollArea) and above is scroll.viewport():
            return _past_scrolling(area, above, scroll)
        if not above.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(area):
            return f"runs out of {type(above).__name__} by {_past(area, above.rect())}"
        inner, above = above, above.parentWidget()
    return ""


def _takes_part(part: QWidget) -> bool:
    """Only what people read or press counts."""
    return isinstance(part, QLabel | QAbstractButton | QLineEdit | QComboBox | QTabBar)


def _past_scrolling(area: QRect, viewport: QWidget, scroll: QAbstractScrollArea) -> str:
    if not isinstance(scroll, QScrollArea):
        return ""  # a cell or a section of a view: it scrolls by whole lines
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    bar = scroll.horizontalScrollBar()
    if scroll.horizontalScrollBarPolicy() == off and area.right() > viewport.width() + SLACK:
        return f"runs {area.right() - viewport.width()} px out of a list without a side bar"
    if bar.maximum() == 0 and area.right() > viewport.width() + SLACK:
        return f"runs {area.right() - viewport.width()} px out of its scroll area"
    return ""


def _past(area: QRect, room: QRect) -> str:
    sides = {
        "left": room.left() - area.left(),
        "top": room.top() - area.top(),
        "right": area.right() - room.right(),
        "bottom": area.bottom() - room.bottom(),
    }
    return ", ".join(f"{over} px at the {side}" for side, over in sides.items() if over > SLACK)


def _small(part: QWidget) -> str:
    """A target for the pointer that is smaller than 24 pixels."""
    is_target = isinstance(part, QAbstractButton | QComboBox | QLineEdit) and part.isEnabled()
    if not is_target or isinstance(part.parentWidget(), QLineEdit | QTabBar | QAbstractScrollArea):
        return ""
    if min(part.width(), part.height()) < SMALLEST_TARGET:
        return f"is a target of {_size(part)} px only"
    return ""


def _overlaps(part: QWidget) -> Iterator[str]:
    """Widgets of one layout that lie over each other."""
    layout = part.layout()
    if layout is None:
        return
    shown = [one for one in _laid_out(layout) if one.isVisible() and not one.size().isEmpty()]
    for one, other in combinations(shown, 2):
        both = one.geometry().intersected(other.geometry())
        if both.width() > SLACK and both.height() > SLACK:
            yield f"{named(one)} and {named(other)} overlap by {both.width()}x{both.height()}"


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    if isinstance(layout, QStackedLayout):
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, nested = item.widget(), item.layout()
        if inner is not None:
            yield inner
        elif nested is not None:
            yield from _laid_out(nested)


def corner(part: QWidget, window: QWidget) -> QPoint:
    """Where a widget begins in a window."""
    return part.mapTo(window, QPoint(0, 0))
