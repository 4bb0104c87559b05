"""All alerts of a patient with their reasons and sources, over the window until Esc."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.models.advice import failure_entries
from desktop.ui.models.alerts import FAILED, alert_entry
from desktop.ui.models.entries import Entry
from desktop.ui.widgets.alert_strip import allergy_items
from desktop.ui.widgets.banner import PatientBanner
from desktop.ui.widgets.entry_list import EntryList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.guidance.dossier import Dossier

_ALLERGY_LOOK: Mapping[str, tuple[str, str]] = {
    "hold": ("alert-octagon-filled", "stop"),
    "cleared": ("circle-check", "ink2"),
    "unrecorded": ("circle-dashed", "unk"),
}


class AlertsPanel(QDialog):
    """Lists every alert, those cleared or set aside too: none disappears without trace."""

    def __init__(self, dossier: Dossier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alertsPanel")
        self.setWindowTitle(say("All alerts"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        banner = PatientBanner("dialog")
        banner.show_case(dossier.case)
        self.list = EntryList(say("All alerts"), scrolls=True)
        self.list.show_entries(panel_entries(dossier))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(banner)
        column.addWidget(self.list, 1)
        self.resize(680, 560)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)


def panel_entries(dossier: Dossier) -> list[Entry]:
    """What failed, every alert in its order, and what is known of allergies."""
    found = dossier.assessment
    entries = failure_entries(found)
    entries += [
        replace(alert_entry(alert, found), actions=())
        for alert in found.alerts
        if not alert.id.startswith(FAILED)
    ]
    for item in allergy_items(dossier.case):
        icon, ink = _ALLERGY_LOOK[item.level]
        entries.append(Entry(key=item.level, title=item.text, icon=icon, ink=ink, is_light=True))
    return entries
