"""What a silence is tied to: the words and the condition of a rule, not its edition."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from desktop.domain import records as r
from desktop.domain.language import use_language
from desktop.guidance.assess import assess, reckon
from desktop.guidance.attempts import Attempts
from desktop.guidance.facts import Facts, supposed
from desktop.guidance.loader import guidance_pack
from desktop.guidance.silencing import (
    active_silences,
    fingerprint_of,
    marked,
    silenced_rules,
    still_speaks,
)
from desktop.guidance.texts import in_language
from desktop.measures.derived import derive
from tests.guidance.making import allergy, assessment_of, case_of, flagged, mass

if TYPE_CHECKING:
    from desktop.guidance.loader import Pack

RULE = "avoid-oral-phosphate"
CASE = case_of(flagged("serum_phosphate", "high", "2025-01-01"), mass("M1", "hip"))


def with_alert(pack: Pack, rule: str, **fields: object) -> Pack:
    """A pack in which one alert is otherwise."""
    files = tuple(
        structs.replace(
            file,
            alert=tuple(
                structs.replace(one, **fields) if one.id == rule else one for one in file.alert
            ),
        )
        for file in pack.files
    )
    return replace(pack, files=files)


def with_concept(pack: Pack, name: str, when: str) -> Pack:
    """A pack in which one concept means something else."""
    files = tuple(
        structs.replace(
            file,
            concept=tuple(
                structs.replace(one, when=when) if one.name == name else one for one in file.concept
            ),
        )
        for file in pack.files
    )
    return replace(pack, files=files)


@pytest.mark.parametrize(
    "fields",
    [{"text": "Else."}, {"short": "Else"}, {"when": "any_mass"}, {"forbids": ("vitamin_d",)}],
)
def test_other_words_or_another_condition_give_another_fingerprint(
    fields: dict[str, object],
) -> None:
    pack = guidance_pack()
    changed = with_alert(pack, RULE, **fields)
    assert fingerprint_of(RULE, CASE, changed) != fingerprint_of(RULE, CASE, pack)
    other = "avoid-burosumab"
    assert fingerprint_of(other, CASE, changed) == fingerprint_of(other, CASE, pack)


def test_a_new_edition_new_examples_and_another_source_change_nothing() -> None:
    pack = guidance_pack()
    fields = {"edition": "2099.1", "fires": (("any_mass",),), "references": ("kdoqi",)}
    changed = replace(with_alert(pack, RULE, **fields), edition="2099.1")
    assert fingerprint_of(RULE, CASE, changed) == fingerprint_of(RULE, CASE, pack)


def test_a_concept_that_means_something_else_changes_the_rules_that_rest_on_it() -> None:
    pack = guidance_pack()
    changed = with_concept(pack, "phosphate_raised", "phosphate_high")
    assert fingerprint_of(RULE, CASE, changed) != fingerprint_of(RULE, CASE, pack)


def test_a_translation_changes_no_fingerprint() -> None:
    pack = guidance_pack()
    assert fingerprint_of(RULE, CASE, in_language(pack, "es")) == fingerprint_of(RULE, CASE, pack)


def test_what_is_no_rule_has_no_fingerprint() -> None:
    assert fingerprint_of("no-such-rule", CASE, guidance_pack()) == ""
    assert fingerprint_of("allergy.unknown", CASE, guidance_pack()) == ""


def test_an_ended_silence_silences_nothing_and_the_latest_one_is_told() -> None:
    mark = fingerprint_of(RULE, CASE, guidance_pack())
    rows = tuple(
        r.Silence(id=name, patient="p", rule=RULE, reason=name, fingerprint=mark, ended=ended)
        for name, ended in (("first", ""), ("second", ""), ("third", "2026-01-01"))
    )
    case = replace(CASE, silences=rows)
    assert [one.id for one in active_silences(case)] == ["first", "second"]
    assert silenced_rules(case, guidance_pack())[RULE].record == "second"
    told = {alert.id: alert.silenced for alert in assessment_of(case).alerts}
    assert told[RULE] is not None
    assert [name for name, silenced in told.items() if silenced] == [RULE]


def test_marking_leaves_no_item_out_and_changes_no_other() -> None:
    alerts = assessment_of(CASE).alerts
    assert marked(alerts, {}) == alerts


def test_a_rule_speaks_while_its_facts_hold() -> None:
    pack = guidance_pack()
    facts = reckon(CASE, derive(CASE), pack, Attempts()).facts
    assert still_speaks(RULE, CASE, pack, facts)
    assert not still_speaks("avoid-vitamin-d-calcium", CASE, pack, facts)
    assert not still_speaks("no-such-rule", CASE, pack, facts)


def test_a_test_speaks_while_its_answer_is_open() -> None:
    pack = guidance_pack()
    open_facts = Facts(supposed(["phosphate_high"]), {})
    known = Facts(supposed(["phosphate_high", "kidney_normal"]), {})
    assert still_speaks("test-kidney", CASE, pack, open_facts)
    assert not still_speaks("test-kidney", CASE, pack, known)


def test_an_alert_about_an_allergy_speaks_while_the_allergy_is_recorded() -> None:
    latex = allergy("latex")
    case = case_of(latex)
    facts = Facts({}, {})
    assert still_speaks(f"allergy.{latex.id}", case, guidance_pack(), facts)
    assert not still_speaks(f"allergy.{latex.id}", CASE, guidance_pack(), facts)


def test_rules_count_on_their_days_alone() -> None:
    pack = with_alert(guidance_pack(), RULE, valid_until=date(2025, 12, 31))
    assert pack.valid_on(date(2025, 12, 31)) is pack
    later = pack.valid_on(date(2026, 1, 1))
    assert later.rule(RULE) is None
    assert pack.valid_on(date(2026, 5, 5)) is later
    assert guidance_pack().valid_on(date(1900, 1, 1)) is guidance_pack()
    begun = with_alert(guidance_pack(), RULE, valid_from=date(2026, 1, 1))
    assert begun.valid_on(date(2025, 12, 31)).rule(RULE) is None
    told = assess(CASE, derive(CASE), pack=pack)  # the case is looked at on 1 January 2026
    assert RULE not in {alert.id for alert in told.alerts}
    assert RULE in {alert.id for alert in assess(CASE, derive(CASE), pack=begun).alerts}


def test_the_language_of_texts_is_no_part_of_what_is_set_aside() -> None:
    mark = fingerprint_of(RULE, CASE, guidance_pack())
    silence = r.Silence(patient="p", rule=RULE, reason="x", fingerprint=mark)
    case = replace(CASE, silences=(silence,))
    use_language("es")
    try:
        told = {alert.id: alert.silenced for alert in assessment_of(case).alerts}
    finally:
        use_language("en")
    assert told[RULE] is not None
