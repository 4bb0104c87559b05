"""Plain words for patients: short sentences, common words, nothing that a page cannot back."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.domain.language import mark, say
from desktop.domain.when import month_in_full, shown_age

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.when import When

DISORDERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "hyperphosphatemic_tumoral_calcinosis": (
            mark("tumoral calcinosis with high phosphate"),
            mark(
                "Your kidneys keep too much phosphate, a mineral in food. Phosphate then joins"
                " with calcium and makes hard lumps near your joints. You did nothing to cause"
                " it. You cannot give it to others. “Tumoral” means lump. It does not mean"
                " cancer. It runs in families: ask us about tests for brothers and sisters."
            ),
        ),
        "normophosphatemic_tumoral_calcinosis": (
            mark("tumoral calcinosis with normal phosphate"),
            mark(
                "Calcium makes hard lumps under your skin or near your joints. The phosphate in"
                " your blood is normal. You did nothing to cause it. You cannot give it to"
                " others. “Tumoral” means lump. It does not mean cancer."
            ),
        ),
        "acquired_hyperphosphatemic_calcinosis": (
            mark("calcium lumps from high phosphate"),
            mark(
                "Another illness raises the phosphate in your blood. Phosphate joins with"
                " calcium and makes hard lumps. Treating the other illness helps the lumps."
            ),
        ),
        "hypercalcemic_metastatic_calcification": (
            mark("calcium lumps from high calcium"),
            mark(
                "The calcium in your blood is too high. Some of it settles in your body."
                " Treating the cause brings the calcium down."
            ),
        ),
        "posttraumatic_dystrophic_calcification": (
            mark("calcium after an injury"),
            mark("Calcium settled where your body was hurt. Your blood tests can be normal."),
        ),
        "calcinosis_circumscripta": (
            mark("calcium lumps in the skin, in few places"),
            mark("Calcium settles in small lumps under the skin, often on fingers and elbows."),
        ),
        "calcinosis_universalis": (
            mark("calcium lumps in skin and muscles, in many places"),
            mark("Calcium settles in many places under the skin and in muscles."),
        ),
        "myositis_ossificans": (
            mark("bone in a muscle after an injury"),
            mark("A muscle made bone after it was hurt. New bone needs months to ripen."),
        ),
        "fop": (
            mark("fibrodysplasia ossificans progressiva (FOP)"),
            mark(
                "Your body makes new bone in muscles and joints. Injuries, cuts and shots into"
                " a muscle can start new bone. You did nothing to cause it. You cannot give it"
                " to others by touch."
            ),
        ),
        "progressive_osseous_heteroplasia": (
            mark("progressive osseous heteroplasia"),
            mark("Your body makes bone in the skin and below it. You did nothing to cause it."),
        ),
    }
)
"""By disorder: its name in plain words, and what it is."""

PURPOSES: Mapping[str, str] = MappingProxyType(
    {
        "non_calcium_binder": mark("It holds phosphate in your food, so less gets in."),
        "phosphate_binder": mark("It holds phosphate in your food, so less gets in."),
        "aluminium_binder": mark("It holds phosphate in your food, so less gets in."),
        "phosphate_transport_inhibitor": mark("It lets less phosphate into your body."),
        "diet": mark(
            "Less processed food, cola and cheese. Read labels for “phos”. Ask our dietitian for"
            " the list."
        ),
        "nsaid": mark("It eases pain and swelling."),
        "anti_inflammatory": mark("It eases pain and swelling."),
        "analgesic": mark("It eases pain."),
        "glucocorticoid": mark("It calms swelling. Do not stop it on your own."),
        "il1_blocker": mark("It calms swelling."),
        "dialysis": mark("It cleans your blood for your kidneys."),
        "physical": mark("Ask which moves are safe for you."),
        "observation": mark("We watch and measure. No medicine now."),
    }
)
"""By class of agent: what it is for. What is not here is explained by the team.

Calcium salts are a binder for one patient and the treatment of low calcium for another.
Acetazolamide helped without more phosphate in the urine, and the label of probenecid denies
that it drives phosphate out where the parathyroids work: no page may promise it.
"""

WATCHED: Mapping[str, str] = MappingProxyType(
    {
        "Phosphate, calcium, creatinine": mark("Blood test: phosphate, calcium, kidneys"),
        "PTH, 1,25-dihydroxyvitamin D, ALP": mark("Blood test: vitamin D and hormones"),
        "Phosphate reabsorption (TRP, TmP/GFR)": mark("Blood and urine test before breakfast"),
        "Bicarbonate, potassium": mark("Blood test: salts in the blood"),
        "Renal ultrasound": mark("Ultrasound of the kidneys"),
        "Size of all masses": mark("Measure all lumps"),
        "Joint motion": mark("Check how your joints move"),
        "Dental visit": mark("Visit to the dentist"),
        "CRP": mark("Blood test for swelling in the body"),
    }
)
"""What is watched, by its name in the guidance, in words for the patient."""

_IN_BLOOD = frozenset(
    {
        "bicarbonate",
        "blood count",
        "calcium",
        "creatinine",
        "crp",
        "ferritin",
        "hemoglobin",
        "liver tests",
        "magnesium",
        "phosphate",
        "platelets",
        "potassium",
        "pth",
        "urate",
        "vitamin d",
    }
)


def watched(what: str) -> str:
    """What is watched in plain words; a list of blood values is one blood test.

    The medicine that it is for stays in brackets. What has no plain words stays as it is.
    """
    if what in WATCHED:
        return say(WATCHED[what])
    values, _, rest = what.partition(" (")
    named = values.replace(" and ", ", ").casefold().split(", ")
    if not all(value in _IN_BLOOD for value in named):
        return what
    medicine = rest.removesuffix(")")
    return say("Blood test ({medicine})", medicine=medicine) if medicine else say("Blood test")


GROWTH: Mapping[str, str] = MappingProxyType(
    {
        "growing": mark("growing"),
        "stable": mark("about the same"),
        "shrinking": mark("getting smaller"),
        "change unclear": mark("not clear yet"),
        "too few values for a rate": mark("too early to say"),
        "excised, not seen since": mark("taken out, not seen since"),
        "not measured": mark("not measured"),
        "not detectable at the last look": mark("not found at the last look"),
    }
)
"""How a lump stands, by the words for clinicians."""

CALL_FOR_LUMPS = (
    mark("the skin over a lump opens, turns red or hot, or leaks chalky white fluid"),
    mark("you have fever with a sore lump"),
    mark("a hand or foot becomes numb, tingly or weak"),
    mark("you suddenly have strong pain, or you see less well"),
    mark("you feel very tired, breathe fast or keep being sick"),
)
CALL_FOR_BONE = (
    mark("you have a new swelling, or a joint becomes stiff or sore"),
    mark("your jaw does not open as before"),
    mark("you fell or hit your head"),
    mark("you are short of breath, or you have fever and a cough"),
    mark("someone plans a shot, a dental visit or an operation"),
)
CALL_IF_PREGNANT = mark("you think you may be pregnant")

WORDS: tuple[tuple[str, str], ...] = (
    (mark("Phosphate"), mark("a mineral in food and bones.")),
    (mark("Calcium"), mark("the mineral that makes bones hard.")),
    (mark("Kidneys"), mark("clean the blood and make urine.")),
)


def in_words(when: When) -> str:
    """A time as people say it: ``20 November 2025``, ``November 2025``, ``age 14 y``."""
    if when.kind == "empty":
        return say("no date")
    if when.kind == "age":
        return say("age {age}", age=shown_age(when))
    year, *rest = when.text.strip()[:10].split("-")
    if not rest:
        return year
    month = month_in_full(int(rest[0]))
    if len(rest) == 1:
        return say("{month} {year}", month=month, year=year)
    return say("{day} {month} {year}", day=int(rest[1]), month=month, year=year)
