"""What the release report tells before anything is written."""

from __future__ import annotations

from datetime import date

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.exchange.deidentify import deidentified
from desktop.exchange.release_report import Balance, ReleaseReport, release_report

AS_OF = date(2026, 6, 1)


def _person(number: int, *, sex: str = "female", diagnosis: str = "fop", family: str = "") -> Case:
    own = f"p{number}"
    patient = r.Patient(
        id=own,
        patient_id=f"K-{number}",
        sex=sex,
        birth_date="2000-01-01",
        diagnosis=diagnosis,
        family_id=family,
    )
    seen = r.Finding(patient=own, feature="fever", status="present", when="2014-06-01")
    masses: tuple[r.Mass, ...] = (r.Mass(patient=own, mass_id="a", site="hip", side="left"),)
    variants: tuple[r.Variant, ...] = ()
    if number == 1:
        masses = (*masses, r.Mass(patient=own, mass_id="b", site="breast"))
        variants = (r.Variant(patient=own, gene="ACVR1", hgvs_c="c.617G>A"),)
    return Case(patient=patient, as_of=AS_OF, findings=(seen,), masses=masses, variants=variants)


def _report(*cases: Case) -> ReleaseReport:
    balance = Balance(len(cases) + 2, len(cases), {"consent withdrawn": 2})
    return release_report(
        deidentified(cases), balance, purpose="research", recipient="A university"
    )


def test_people_alone_in_their_group_are_listed() -> None:
    found = _report(_person(1), _person(2), _person(3, sex="male"))
    assert (found.groups, found.smallest) == (2, 1)
    assert found.alone == ("male · 10 to 19 years · Fibrodysplasia ossificans progressiva (FOP)",)


def test_what_one_person_alone_has_is_listed() -> None:
    found = _report(_person(1), _person(2))
    assert found.rare_variants == ("ACVR1 c.617G>A",)
    assert found.rare_sites == ("Breast",)


def test_families_are_told_by_size() -> None:
    cases = [_person(1, family="A"), _person(2, family="A"), _person(3, family="B")]
    assert _report(*cases).families == (2,)


def test_the_words_never_promise_anonymity_and_the_sum_adds_up() -> None:
    text = "\n".join(_report(_person(1), _person(2)).lines())
    assert "4 in the registry = 2 exported + 2 excluded (consent withdrawn: 2)" in text
    assert "pseudonymized, never anonymous" in text
    assert text.count("anonymous") == 1
    assert "A university" in text
    assert "birth dates left out, of patients and relatives: 2" in text


def test_somebody_lost_without_a_reason_shows_in_the_sum() -> None:
    assert Balance(5, 3, {}).text == "5 in the registry = 3 exported + 2 excluded"
