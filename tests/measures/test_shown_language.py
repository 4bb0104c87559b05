"""Reasons and notes are in the chosen language; what code compares is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain import records as r
from desktop.domain.language import ENGLISH, use_language
from desktop.measures.derived import derive
from desktop.measures.intervals import judge
from desktop.measures.wording import method_words
from tests.measures.making import case_of, lab, measured, sized

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.case import Case


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use_language(ENGLISH)


def _case() -> Case:
    return case_of(
        lab("serum_phosphate", 6.1, "mg/dL", "2024-05-20"),
        lab("serum_phosphate", 99, "mg/dL", "2024-05-21"),
        lab("serum_calcium_total", 9.6, "mg/dL", "2024-05-20"),
        lab("serum_calcium_total", 9.6, "mg/dL", "2024-05-21"),
        birth="2010-05-14",
    )


def test_reasons_follow_the_language_and_judgments_do_not() -> None:
    case, told = _case(), []
    for code in (ENGLISH, "es", ENGLISH):
        use_language(code)
        derived = derive(case)
        judged = [judge(one, case) for one in case.results]
        reasons = {one.reason for one in derived.not_computed} | {one.reason for one in judged}
        products = derived.calcium_phosphate_product
        same = ([one.verdict for one in judged], [(one.value, one.method) for one in products])
        told.append((reasons, same))
    assert told[0] == told[2]
    assert told[0][1] == told[1][1]
    assert not told[0][0] & told[1][0]


@pytest.mark.parametrize(
    ("method", "english", "spanish"),
    [
        ("ellipsoid, ct", "ellipsoid, CT", "elipsoide, TC"),
        (
            "log-linear fit of volume as recorded, modality not stated",
            "log-linear fit of volume as recorded, modality not stated",
            "ajuste loglineal de volumen según lo registrado, técnica no indicada",
        ),
        (
            "total calcium, uncorrected",
            "total calcium, uncorrected",
            "calcio total, sin corregir",
        ),
        (
            "a method of another program",
            "a method of another program",
            "a method of another program",
        ),
        ("", "", ""),
    ],
)
def test_a_method_is_said_part_by_part(method: str, english: str, spanish: str) -> None:
    assert method_words(method) == english
    use_language("es")
    assert method_words(method) == spanish


def test_every_method_of_a_rich_case_can_be_said() -> None:
    use_language("es")
    derived = derive(
        case_of(
            *_case().labs,
            lab("creatinine", 0.6, "mg/dL", "2024-05-20"),
            lab("urine_phosphate", 40, "mg/dL", "2024-05-20"),
            lab("urine_creatinine", 90, "mg/dL", "2024-05-20"),
            lab("albumin", 4.1, "g/dL", "2024-05-20"),
            r.BodySize(patient="p", when="2024-05-20", height_cm="158"),
            measured("M1", "2024-05-20", 30, 20, 10),
            measured("M1", "2024-06-20", 30, 20),
            measured("M1", "2024-07-20", 30, modality=""),
            sized("M1", "2024-08-20", 4.2, "ultrasound"),
            birth="2010-05-14",
        )
    )
    values = (
        *(derived.trp + derived.tmp_gfr + derived.egfr + derived.corrected_calcium),
        *(derived.calcium_phosphate_product + derived.mass_volume),
    )
    methods = {one.method for one in values} | {one.method for one in derived.mass_growth}
    assert len(methods) >= 10
    untold = {method for method in methods if method_words(method) == method}
    assert untold == {"Kenny-Glen"}
