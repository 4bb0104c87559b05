"""The registry report: counts that add up, and nobody named."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.measures.derived import derive
from desktop.reports.registry import registry_pdf
from desktop.reports.registry_figures import RegistryFigures, figures_of
from tests.reports.examples import AS_OF, IMPRINT, empty_case, full_case
from tests.reports.reading import read


def _figures(*cases: Case) -> RegistryFigures:
    return figures_of((case, derive(case)) for case in cases)


def _text(*cases: Case) -> str:
    return read(registry_pdf(_figures(*cases), IMPRINT, as_of=AS_OF)).text


def test_every_table_adds_up_to_all_patients() -> None:
    figures = _figures(full_case(), empty_case(), empty_case())
    assert figures.patients == 3
    assert figures.sexes.total() == 3
    assert figures.consents.total() == 3
    assert figures.diagnoses.total() == 3
    assert figures.ages.total() + figures.age_unknown == 3
    assert figures.last_seen.total() == 3
    assert figures.phosphate.total() == 3
    assert figures.growth.total() == 5


def test_nobody_is_named() -> None:
    text = _text(full_case())
    for word in ("ROMERO", "Lucia", "CR-0142", "448 120 936", "14\u2011May\u20112009"):
        assert word not in text
    assert "registry-main: no patient is named" in text
    assert "DEMO DATA" in text


def test_completeness_counts_what_each_record_has() -> None:
    figures = _figures(full_case(), empty_case())
    assert figures.complete["phosphate"] == 1
    assert figures.complete["date of birth"] == 1
    assert figures.complete["a visit"] == 0
    # Nothing to measure is nothing missing.
    assert figures.complete["a measured mass, of those with a mass"] == 2


def test_quality_counts_records_to_mend_and_of_how_many() -> None:
    case = full_case()
    undated = replace(case.labs[0], id="x", when="")
    flagged = replace(case.labs[0], id="y", value="", unit="", flag="high")
    figures = _figures(replace(case, labs=(*case.labs, undated, flagged)))
    assert figures.lacking["results without a date or age"] == 1
    assert figures.lacking["results as a flag without a number"] == 1
    assert figures.of["results without a date or age"] == len(case.labs) + 2


def test_the_phosphate_counted_is_the_latest_that_has_a_time() -> None:
    dated = r.LabResult(
        id="a", patient="p", analyte="serum_phosphate", flag="normal", when="2024-05-01"
    )
    undated = replace(dated, id="b", flag="high", when="")
    case = replace(full_case(), labs=(dated, undated))
    assert _figures(case).phosphate == {"within range": 1}
    assert _figures(replace(case, labs=(undated,))).phosphate == {"high": 1}


def test_follow_up_is_counted_by_the_last_dated_record() -> None:
    old = replace(full_case(), mass_measurements=(), procedures=(), allergies=())
    old = replace(old, labs=(replace(old.labs[0], when="2019-01-01"),))
    figures = _figures(full_case(), old, empty_case())
    assert figures.last_seen["in the last 6 months"] == 1
    assert figures.last_seen["more than 5 years ago"] == 1
    assert figures.last_seen["no dated record (published cases have ages)"] == 1


def test_a_death_is_counted_and_gives_no_age_today() -> None:
    case = full_case()
    died = replace(case, patient=replace(case.patient, death_when="2025-01-01"))
    figures = _figures(died)
    assert (figures.deceased, figures.age_unknown) == (1, 1)


def test_a_share_is_never_rounded_to_none_or_all() -> None:
    cases = [replace(empty_case(), patient=r.Patient(patient_id=f"X-{n}")) for n in range(300)]
    odd = r.Patient(patient_id="X-odd", sex="female", consent="registry")
    text = _text(*cases, replace(empty_case(), patient=odd))
    assert "female 1 < 1 %" in text
    assert "not recorded 300 > 99 %" in text


def test_an_empty_registry_says_so() -> None:
    assert "There is no patient in this registry." in _text()


def test_enrollment_by_year_counts_those_with_a_date() -> None:
    case = empty_case()
    cases = [
        replace(case, patient=replace(case.patient, enrolled_when=when))
        for when in ("2020-05-01", "2022", "")
    ]
    assert "2 of 3 patients with a date" in _text(*cases)


def test_the_same_figures_give_the_same_bytes() -> None:
    made = [registry_pdf(_figures(full_case()), IMPRINT, as_of=AS_OF) for _ in range(2)]
    assert made[0] == made[1]
