"""The patient banner: whoever it is, it is legible in whole."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.ui.theme import apply_theme
from desktop.ui.widgets.banner import ElidedLabel, PatientBanner

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PERSON = r.Patient(
    id="a",
    patient_id="CR-0007",
    sex="female",
    birth_date="2009-05-14",
    diagnosis="hyperphosphatemic_tumoral_calcinosis",
    diagnosis_status="suspected",
)
NAME = r.Identity(
    patient="a", family_name="Fiktiva-Erfunden", given_name="Wilhelmina", mrn="448 120 936"
)
CASE = Case(patient=PERSON, identity=NAME, as_of=date(2025, 11, 20))


def test_the_age_is_that_of_the_day_of_looking() -> None:
    banner = PatientBanner()
    banner.show_case(CASE)
    assert "14\u2011May\u20112009 (16 y 6 m)" in banner.text()


def test_the_dead_have_no_age_but_a_date_of_death() -> None:
    dead = r.Patient(patient_id="CR-1", birth_date="1950-01-01", death_when="2020-03-04")
    banner = PatientBanner()
    banner.show_case(Case(patient=dead, as_of=date(2025, 11, 20)))
    assert "Born 01\u2011Jan\u20111950, Died 04\u2011Mar\u20112020" in banner.text()


def test_a_file_without_names_says_so() -> None:
    banner = PatientBanner()
    banner.show_case(Case(patient=PERSON, as_of=date(2025, 11, 20)))
    assert banner.text().startswith("Name not recorded, ")


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("width", [1104, 1290])
def test_nothing_but_the_end_of_a_diagnosis_is_ever_cut(
    qtbot: QtBot, qapp: QApplication, width: int, scale: float
) -> None:
    apply_theme(qapp, "light", text_scale=scale)
    banner = PatientBanner()
    qtbot.addWidget(banner)
    banner.show_case(CASE)
    banner.resize(width, 80)
    banner.show()
    qtbot.waitExposed(banner)
    labels = [child for child in banner.findChildren(QLabel) if child.isVisible()]
    assert len(labels) == 11
    for child in labels:
        if not isinstance(child, ElidedLabel):
            assert child.width() >= child.fontMetrics().horizontalAdvance(child.text())
            assert child.height() >= child.fontMetrics().height()
            assert child.geometry().right() <= width
