"""Whether a patient's data may leave for a purpose: the latest answer, the stricter in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from desktop.domain.language import mark
from desktop.domain.when import age_span, date_span, parse_when

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.domain.case import Case
    from desktop.domain.records import Consent

Purpose = Literal["registry", "research", "sharing", "contact", "images"]
PURPOSES: tuple[Purpose, ...] = ("registry", "research", "sharing", "contact", "images")
"""What a consent can be for."""

WITHDRAWN = mark("consent withdrawn")
REFUSED = mark("consent refused")
NONE = mark("recorded as without consent")
NOT_RECORDED = mark("no consent for this purpose recorded")
NOT_SHARED = mark("sharing with others refused or withdrawn")

_COVERED: Mapping[str, frozenset[str]] = {
    "registry": frozenset({"registry"}),
    "research": frozenset({"registry", "research"}),
}
"""The purposes that the consent in the patient's own record reaches."""


def reason_against(case: Case, purpose: str, *, is_shared: bool) -> str:
    """Why this patient's data may not leave for ``purpose``, to be said; empty if they may.

    A withdrawn or refused consent for the registry stands against every purpose. Where two
    answers cannot be put in order, the one that refuses decides. ``is_shared`` asks about
    sharing with others too.
    """
    whole = case.patient.consent.strip()
    if whole == "withdrawn":
        return WITHDRAWN
    if whole == "none":
        return NONE
    answers = {name: latest_answer(case, name) for name in ("registry", purpose, "sharing")}
    for name in ("registry", purpose):
        if answers[name] in {"withdrawn", "refused"}:
            return WITHDRAWN if answers[name] == "withdrawn" else REFUSED
    if is_shared and answers["sharing"] in {"withdrawn", "refused"}:
        return NOT_SHARED
    if answers[purpose] == "given" or purpose in _COVERED.get(whole, frozenset()):
        return ""
    return NOT_RECORDED


def latest_answer(case: Case, purpose: str) -> str:
    """The answer that holds for one purpose: given, refused or withdrawn; empty for none yet.

    A consent that is given from a later day on does not hold yet.
    """
    asked = [one for one in case.consents if one.purpose.strip() == purpose]
    against = [one for one in asked if one.status.strip() in {"refused", "withdrawn"}]
    given = [one for one in asked if one.status.strip() == "given" and _has_begun(one, case)]
    for one in against:
        if not any(_is_later(yes, one, case) for yes in given):
            return _gravest(against, given, case)
    return "given" if given else ""


def _gravest(against: Sequence[Consent], given: Sequence[Consent], case: Case) -> str:
    standing = [no for no in against if not any(_is_later(yes, no, case) for yes in given)]
    statuses = {one.status.strip() for one in standing}
    return "withdrawn" if "withdrawn" in statuses else "refused"


def _has_begun(one: Consent, case: Case) -> bool:
    span = date_span(parse_when(one.when), case.birth)
    return span is None or span.first <= case.as_of.toordinal()


def _is_later(one: Consent, other: Consent, case: Case) -> bool:
    """True only where it is certain: both are dates, or both are ages."""
    mine, theirs = parse_when(one.when), parse_when(other.when)
    for place in (date_span, age_span):
        first, second = place(mine, case.birth), place(theirs, case.birth)
        if first is not None and second is not None:
            return first.first > second.last
    return False
