"""What was typed in Spanish is recognized as its English counterpart, whichever is shown."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.guidance.facts_course import agents_in
from desktop.guidance.facts_records import condition_named
from desktop.guidance.recognized import with_recognized_cells


@pytest.mark.parametrize(
    ("typed", "site"),
    [("Hombro izquierdo", "shoulder"), ("cadera", "hip"), ("Rodilla der.", "knee")],
)
def test_a_spanish_site_is_recognized_with_and_without_its_side(typed: str, site: str) -> None:
    case = Case(
        patient=r.Patient(id="p", patient_id="P1"),
        as_of=date(2026, 1, 1),
        masses=(r.Mass(patient="p", mass_id="M1", site=typed),),
    )
    assert with_recognized_cells(case, {}).masses[0].site == site


def test_a_spanish_name_of_a_drug_is_recognized_in_free_text() -> None:
    assert agents_in("sevelámero 800 mg con las comidas") == ("sevelamer",)
    assert agents_in("Acetazolamida 250 mg") == ("acetazolamide",)


@pytest.mark.parametrize(
    ("typed", "condition"),
    [("Embarazo", "pregnancy"), ("cirrosis hepática", "liver_disease"), ("gripe", None)],
)
def test_a_spanish_condition_that_forbids_a_drug_is_recognized(
    typed: str, condition: str | None
) -> None:
    assert condition_named(typed) == condition
