"""What is said to people who listen to the window: saves, errors, stop alerts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(speaker: QWidget, text: str, *, at_once: bool = False) -> None:
    """Have a screen reader say a text; ``at_once`` interrupts what it is saying."""
    from PySide6.QtGui import (  # 2 ms that the first paint does not need
        QAccessible,
        QAccessibleAnnouncementEvent,
    )

    spoken = QAccessibleAnnouncementEvent(speaker, text)
    politeness = QAccessible.AnnouncementPoliteness
    spoken.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(spoken)
