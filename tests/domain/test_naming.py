"""Who a case is about, in words; empty where nothing is recorded."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain import naming
from desktop.domain import records as r
from desktop.domain.case import Case

P = "p1"


def _case(
    *, birth: str = "", death: str = "", given: str = "", family: str = "", mrn: str = ""
) -> Case:
    return Case(
        patient=r.Patient(id=P, patient_id="X-1", birth_date=birth, death_when=death),
        identity=r.Identity(id="i", patient=P, given_name=given, family_name=family, mrn=mrn),
        as_of=date(2025, 11, 20),
    )


@pytest.mark.parametrize(
    ("given", "family", "words"),
    [
        ("Lucia", "Romero-Vance", "ROMERO-VANCE, Lucia"),
        ("", "Lee", "LEE"),
        (" Ann ", " ", "Ann"),
        ("", "", ""),
    ],
)
def test_a_name_is_the_surname_in_capitals_and_the_forename(
    given: str, family: str, words: str
) -> None:
    assert naming.full_name(_case(given=given, family=family)) == words


def test_a_case_without_identity_or_birth_gives_empty_words() -> None:
    case = Case(patient=r.Patient(id=P, patient_id="X-1"), as_of=date(2025, 11, 20))
    told = (naming.full_name(case), naming.born_with_age(case), naming.died(case))
    assert (*told, naming.hospital_number(case)) == ("", "", "", "")
    assert naming.identity_line(case) == "name not recorded · birth date not recorded · X-1"


@pytest.mark.parametrize(
    ("death", "words"),
    [
        # 14-May-2009 to 20-Nov-2025: 16 years and 6 whole months; to 13-May-2019: 9 y 11 m.
        ("", "14\u2011May\u20112009 (16 y 6 m)"),
        ("2019-05-13", "14\u2011May\u20112009 (9 y 11 m)"),
        ("2019", "14\u2011May\u20112009"),
    ],
)
def test_the_age_stops_at_death_and_is_left_out_where_its_day_is_not_known(
    death: str, words: str
) -> None:
    assert naming.born_with_age(_case(birth="2009-05-14", death=death)) == words


def test_the_hospital_number_is_told_without_spaces_around_it() -> None:
    assert naming.hospital_number(_case(mrn=" 448 120 ")) == "448 120"
