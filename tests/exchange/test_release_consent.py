"""Who may be exported for what: the latest answer, and in doubt the stricter one."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.exchange.release_consent import (
    NONE,
    NOT_RECORDED,
    NOT_SHARED,
    REFUSED,
    WITHDRAWN,
    reason_against,
)

AS_OF = date(2026, 6, 1)


def _reason(
    whole: str, *answers: tuple[str, str, str], purpose: str = "research", shared: bool = False
) -> str:
    consents = tuple(
        r.Consent(patient="p1", purpose=about, status=status, when=when)
        for about, status, when in answers
    )
    patient = r.Patient(id="p1", patient_id="P1", consent=whole)
    case = Case(patient=patient, as_of=AS_OF, consents=consents)
    return reason_against(case, purpose, is_shared=shared)


@pytest.mark.parametrize(
    ("whole", "purpose", "reason"),
    [
        ("research", "research", ""),
        ("research", "registry", ""),
        ("registry", "registry", ""),
        ("registry", "research", NOT_RECORDED),
        ("research", "contact", NOT_RECORDED),
        ("", "research", NOT_RECORDED),
        ("none", "research", NONE),
        ("withdrawn", "registry", WITHDRAWN),
    ],
)
def test_consent_in_the_own_record_reaches_only_its_purpose(
    whole: str, purpose: str, reason: str
) -> None:
    assert _reason(whole, purpose=purpose) == reason


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ([("research", "given", "2020-01-01")], ""),
        ([("research", "given", "2020-01-01"), ("research", "withdrawn", "2021")], WITHDRAWN),
        ([("research", "refused", "2020-01-01"), ("research", "given", "2021-05-01")], ""),
        ([("research", "refused", ""), ("research", "given", "2021-05-01")], REFUSED),
        ([("research", "refused", "2021"), ("research", "given", "2021-05-01")], REFUSED),
        ([("research", "given", "2027-01-01")], NOT_RECORDED),
        ([("research", "given", "2020-01-01"), ("registry", "withdrawn", "2021")], WITHDRAWN),
        ([("images", "refused", "2020-01-01")], NOT_RECORDED),
    ],
)
def test_the_latest_answer_decides_and_in_doubt_the_stricter_one(
    answers: list[tuple[str, str, str]], reason: str
) -> None:
    assert _reason("", *answers) == reason


def test_an_answer_of_no_beats_the_own_record() -> None:
    assert _reason("research", ("research", "withdrawn", "2024-01-01")) == WITHDRAWN
    assert _reason("none", ("research", "given", "2024-01-01")) == NONE


def test_sharing_can_be_refused_apart() -> None:
    refused = ("sharing", "refused", "2024-01-01")
    assert _reason("research", refused, shared=True) == NOT_SHARED
    assert _reason("research", refused, shared=False) == ""
