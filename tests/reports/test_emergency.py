"""The emergency card: what must not be done, for whom there is a card, and how sure it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.errors import UserError
from desktop.guidance.assessment import Alert
from desktop.guidance.dossier import dossier_of
from desktop.guidance.loader import guidance_pack
from desktop.reports.emergency import FORBIDDEN, card_for, emergency_pdf, must_not
from tests.reports.examples import (
    IMPRINT,
    dossier,
    empty_assessment,
    full_assessment,
    full_case,
    full_dossier,
)
from tests.reports.reading import read

# Kaplan and colleagues, medical guidelines of the International Clinical Council on FOP: no
# intramuscular injection, no biopsy, no removal of bone, no mandibular block, no overstretching.
FOP_RULES = (
    "DO NOT cut out a lump or new bone",
    "DO NOT take a biopsy of a lump or swelling",
    "DO NOT inject into a muscle",
    "DO NOT give a nerve block in the jaw (mandibular block)",
    "DO NOT force the mouth open",
    "DO NOT stretch a joint by force",
)


def _held(diagnosis: str, status: str = "confirmed") -> Case:
    case = full_case()
    patient = replace(case.patient, diagnosis=diagnosis, diagnosis_status=status)
    return replace(case, patient=patient)


def _alert(name: str, *forbids: str, short: str = "Short") -> Alert:
    return Alert(id=name, severity="contraindication", text="T", short=short, forbids=forbids)


def test_a_patient_with_fop_gets_every_rule_from_the_real_guidance() -> None:
    made = dossier_of(_held("fop"))
    told = must_not(made.assessment)
    assert set(FOP_RULES) <= set(told)
    page = read(emergency_pdf(made, IMPRINT)).text
    assert "Fibrodysplasia ossificans progressiva (FOP): confirmed" in page
    assert all(rule in page for rule in FOP_RULES)
    assert "Urgent care that saves life is never withheld." in page


def test_the_card_is_one_page_with_allergies_and_medicines() -> None:
    made = read(emergency_pdf(dossier_of(_held("hyperphosphatemic_tumoral_calcinosis")), IMPRINT))
    assert len(made.pages) == 1
    for words in ("co-trimoxazole", "Sevelamer 800 mg 3 times daily", "DO NOT give burosumab"):
        assert words in made.text


def test_the_card_itself_carries_what_the_foot_of_the_page_says() -> None:
    text = read(emergency_pdf(full_dossier(), IMPRINT)).text
    assert text.count("DEMO DATA") == 2
    assert text.count("Not a diagnosis.") == 2
    assert text.count("Printed 20\u2011Nov\u20112025 by Front desk · guidance 2025.3") == 2


def test_fop_that_is_only_possible_is_called_possible_and_gets_its_card() -> None:
    alerts = (_alert("fop-no-biopsy", "biopsy"),)
    made = dossier(_held(""), replace(full_assessment(), alerts=alerts))
    assert card_for(made) == "fop"
    assert "(FOP): possible, not ruled out" in read(emergency_pdf(made, IMPRINT)).text


def test_fop_that_the_record_proves_is_not_called_a_mere_possibility() -> None:
    case = _held("")
    variant = r.Variant(id="v", patient=case.patient.id, gene="ACVR1", hgvs_c="c.617G>A")
    toes = r.Finding(
        id="f", patient=case.patient.id, feature="great_toe_malformation", status="present"
    )
    bone = replace(toes, id="g", feature="heterotopic_ossification")
    proven = replace(
        case,
        variants=(replace(variant, classification="pathogenic"),),
        findings=(toes, bone),
        labs=(),
    )
    page = read(emergency_pdf(dossier_of(proven), IMPRINT)).text
    assert "(FOP): established" in page
    assert "possible, not ruled out" not in page


@pytest.mark.parametrize(
    ("diagnosis", "status"),
    [("gout_tophus", "confirmed"), ("", ""), ("fop", "ruled_out")],
)
def test_there_is_no_card_for_anyone_else(diagnosis: str, status: str) -> None:
    made = dossier(_held(diagnosis, status), empty_assessment("CR-0142"))
    with pytest.raises(UserError, match="no emergency card"):
        emergency_pdf(made, IMPRINT)


def test_a_medicine_that_is_running_is_not_forbidden_to_others() -> None:
    running = _alert("acetazolamide-running", "acetazolamide", short="Takes acetazolamide")
    made = replace(full_assessment(), alerts=(running, _alert("x", "burosumab")))
    assert must_not(made) == ("Takes acetazolamide", "DO NOT give burosumab")


def test_every_action_that_the_fop_rules_forbid_has_words() -> None:
    forbidden = {
        action
        for file in guidance_pack().files
        for rule in file.alert
        if rule.id.startswith("fop-")
        for action in rule.forbids
    }
    assert forbidden
    assert forbidden <= FORBIDDEN.keys()
