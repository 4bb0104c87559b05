"""All alerts of a patient with their reasons and sources, over the window until Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.views.guidance_side import alert_entry, entry
from desktop.ui.widgets.alert_strip import allergy_items
from desktop.ui.widgets.banner import PatientBanner
from desktop.ui.widgets.basics import rule

if TYPE_CHECKING:
    from desktop.guidance.dossier import Dossier

_ALLERGY_LOOK = {
    "hold": ("alert-octagon-filled", "stop"),
    "cleared": ("circle-check", "ink2"),
    "unrecorded": ("circle-dashed", "unk"),
}


class AlertsPanel(QDialog):
    """Lists every alert, cleared ones too: none disappears without trace."""

    def __init__(self, dossier: Dossier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alertsPanel")
        self.setWindowTitle("All alerts")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        banner = PatientBanner("dialog")
        banner.show_case(dossier.case)
        page = QWidget()
        page.setProperty("page", "true")
        listed = QVBoxLayout(page)
        listed.setSpacing(0)
        for alert in dossier.assessment.alerts:
            listed.addWidget(alert_entry(alert))
            listed.addWidget(rule())
        for item in allergy_items(dossier.case):
            listed.addWidget(entry(_ALLERGY_LOOK[item.level], item.text, (), ()))
        listed.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        scroll.setAccessibleName("All alerts")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(banner)
        column.addWidget(scroll, 1)
        self.resize(640, 520)
