"""The alert strip under the banner: stop, caution, cleared, not recorded, in this order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.domain.language import mark, say
from desktop.ui.models.alerts import loudness, silenced_words
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import IconLabel, button, label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from desktop.domain.case import Case
    from desktop.guidance.assessment import Alert, Assessment
    from desktop.guidance.dossier import Dossier
    from desktop.ui.models.entries import Ground

Level = Literal["stop", "hold", "caution", "info", "aside", "cleared", "unrecorded"]
ORDER: tuple[Level, ...] = ("stop", "hold", "caution", "info", "aside", "cleared", "unrecorded")
NEVER_HIDDEN: tuple[Level, ...] = ("stop", "hold")

_LEVELS: Mapping[Ground, Level] = {
    "stop": "stop",
    "hold": "hold",
    "ban": "hold",
    "caution": "caution",
    "note": "info",
    "aside": "aside",
    "quiet": "cleared",
}
"""Solid only for a stop: a drug that must not be given is tinted, as an open diagnosis is."""

_ICONS: dict[Level, tuple[str, str]] = {
    "stop": ("alert-octagon-filled", "onstop"),
    "hold": ("alert-octagon-filled", "stop"),
    "caution": ("alert-triangle", "warn"),
    "info": ("info-circle", "info"),
    "aside": ("clock-pause", "ink2"),
    "cleared": ("circle-check", "ink2"),
}


@dataclass(frozen=True, slots=True)
class StripItem:
    """One entry of the strip; ``text`` is short, ``whole`` the full sentence."""

    level: Level
    text: str
    whole: str = ""


CHECKING = StripItem("unrecorded", mark("Checking alerts…"))
FAILED = StripItem(
    "hold",
    mark("Alerts could not be worked out"),
    mark(
        "Alerts could not be worked out: the guidance could not be applied. Allergies and "
        "contraindications stand in the records."
    ),
)
"""These two are said when they are shown; every other item is in the chosen language already."""


def strip_items(dossier: Dossier) -> list[StripItem]:
    """What the strip shows for a patient: alerts of the guidance, then allergies."""
    found = dossier.assessment
    items = [_item(alert, found) for alert in found.alerts]
    told = {item.text for item in items}
    items += [item for item in allergy_items(dossier.case) if item.text not in told]
    items = [item for item in items if item.text]
    return sorted(items, key=lambda item: ORDER.index(item.level))


def _item(alert: Alert, found: Assessment) -> StripItem:
    text, level = alert.short or alert.text, _LEVELS[loudness(alert, found)]
    if level == "aside":
        text = say("Set aside: {alert}", alert=text)
    if alert.silenced is None:
        return StripItem(level, text, alert.text)
    how = silenced_words(alert.silenced)
    whole = say("{alert} Set aside. {how}", alert=alert.text, how=how)
    return StripItem(level, text, whole)


def allergy_items(case: Case) -> list[StripItem]:
    """What is said where no allergy is known; those that are present come as alerts.

    "Not recorded", "unknown" and "none known" are three different things.
    """
    if any(a.status not in {"none_known", "unknown"} for a in case.allergies):
        return []
    if any(a.status == "none_known" for a in case.allergies):
        return [StripItem("cleared", say("No known allergies"))]
    if case.allergies:
        return [StripItem("unrecorded", say("Allergies asked for, unknown"))]
    return [StripItem("unrecorded", say("Allergies not recorded"))]


class AlertChip(QFrame):
    """One entry of the strip: icon and text on the tint of its level."""

    def __init__(self, item: StripItem, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self.setProperty("alert", "cleared" if item.level == "aside" else item.level)
        is_fixed = item in (CHECKING, FAILED)
        text, whole = (say(item.text), say(item.whole)) if is_fixed else (item.text, item.whole)
        self.setToolTip(whole)
        self.setAccessibleName(whole or text)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 14, 0)
        row.setSpacing(8)
        if item.level in _ICONS:
            row.addWidget(IconLabel(*_ICONS[item.level]))
        self.text = label(text, f"alert-{item.level}")
        row.addWidget(self.text, 1)

    def height_for(self, width: int) -> int:
        """The height that the text needs in this width, wrapped."""
        self.text.setWordWrap(True)
        return max(self.heightForWidth(width), self.sizeHint().height())


class AlertStrip(QFrame):
    """Lays the entries out; the lowest levels give way first, a stop never does."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, has_all: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("alertStrip")
        self._has_all = has_all
        self._has_alerts = False
        self.setAccessibleName(say("Alerts"))
        self._row_height = 34
        self._chips: list[AlertChip] = []
        self.all_button = button(say("All alerts"), "link")
        self.all_button.setObjectName("allAlerts")
        self.all_button.setParent(self)
        self.all_button.clicked.connect(self.all_wanted)

    def compact(self, is_compact: bool) -> None:
        """Use the lower row of small windows."""
        self._row_height = 30 if is_compact else 34
        self._arrange()

    def show_dossier(self, dossier: Dossier | None, *, has_failed: bool = False) -> None:
        """Show the alerts of a patient, or that they are being worked out, or cannot be."""
        if dossier is None:
            self.show_items([])
        elif dossier.is_assessed:
            self.show_items(strip_items(dossier))
        else:
            self.show_items([FAILED if has_failed else CHECKING])

    def show_items(self, items: list[StripItem]) -> None:
        """Show these entries."""
        for chip in self._chips:
            chip.setParent(None)
            chip.deleteLater()
        self._chips = [AlertChip(item, self) for item in items]
        count = len([i for i in items if i.level != "unrecorded"])
        self.all_button.setText(say("All alerts ({n})", n=count))
        self._has_alerts = items not in ([CHECKING], [FAILED])
        self._arrange()

    def texts(self) -> list[str]:
        """The texts of the entries in sight, in order."""
        return [chip.item.text for chip in self._chips if not chip.isHidden()]

    def sizeHint(self) -> QSize:
        """One row high; the width is the window's."""
        return QSize(400, theme().px(self._row_height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again in the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        height = theme().px(self._row_height)
        self.all_button.adjustSize()
        taken = self.all_button.width() + 20 if self._has_all else 0
        room = self.width() - taken
        x, top, row = 0, 1, height - 1
        for chip in self._chips:
            wanted = chip.sizeHint().width()
            fits = x + wanted <= room
            must = chip.item.level in NEVER_HIDDEN
            chip.setVisible(fits or must)
            if not fits and not must:
                continue
            if not fits and x > 0:
                x, top = 0, top + row
            used = min(wanted, room)
            row = chip.height_for(used) if wanted > room else height - 1
            chip.setGeometry(QRect(x, top, used, row))
            x += used
        self.setFixedHeight(max(top + row, height))
        self.all_button.move(self.width() - taken + 10, (height - self.all_button.height()) // 2)
        self.all_button.setVisible(self._has_all and self._has_alerts and bool(self._chips))
        self.all_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
