"""The summary of an assessment on a terminal: what counts, and what is out of date."""

from __future__ import annotations

from desktop.work.summary import assessment_summary
from tests.guidance.making import assessed, flagged, mass, present


def test_superseded_advice_is_marked_and_never_listed_as_plan() -> None:
    assessment = assessed(flagged("serum_phosphate", "high"), mass("M1", "hip"))
    lines = assessment_summary(assessment).splitlines()
    old = [advice for advice in assessment.management if advice.superseded_by]
    assert old
    for advice in old:
        assert f"  plan: {advice.text}" not in lines
        assert f"  superseded: {advice.text} Now: {advice.superseded_by}" in lines


def test_the_counts_are_those_of_the_candidate() -> None:
    assessment = assessed(
        flagged("serum_phosphate", "high"), mass("M1", "hip"), present("connective_tissue_disease")
    )
    first = assessment.differential[0]
    told = (
        f"{first.count('met')} met, {first.count('not_met')} not met, "
        f"{first.count('unknown')} unknown"
    )
    assert first.count("not_met") >= 1
    assert f"  {first.standing}: {first.name} ({told})" in assessment_summary(assessment)
