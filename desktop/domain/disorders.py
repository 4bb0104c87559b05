"""The disorder keys of FORMATS, with their shown names. The part behind the dot is the cause."""

from __future__ import annotations

from types import MappingProxyType

from desktop.domain.language import mark, say

DISORDERS = MappingProxyType(
    {
        "hyperphosphatemic_tumoral_calcinosis": mark("Hyperphosphatemic tumoral calcinosis"),
        "normophosphatemic_tumoral_calcinosis": mark("Normophosphatemic tumoral calcinosis"),
        "acquired_hyperphosphatemic_calcinosis": mark("Acquired hyperphosphatemic calcinosis"),
        "hypercalcemic_metastatic_calcification": mark(
            "Metastatic calcification with hypercalcemia"
        ),
        "posttraumatic_dystrophic_calcification": mark("Post-traumatic dystrophic calcification"),
        "calcinosis_circumscripta": mark("Calcinosis circumscripta"),
        "calcinosis_universalis": mark("Calcinosis universalis"),
        "myositis_ossificans": mark("Myositis ossificans"),
        "fop": mark("Fibrodysplasia ossificans progressiva (FOP)"),
        "progressive_osseous_heteroplasia": mark("Progressive osseous heteroplasia"),
        "calciphylaxis": mark("Calciphylaxis"),
        "gout_tophus": mark("Gouty tophus"),
        "calcific_tendinitis": mark("Calcific tendinitis"),
        "synovial_chondromatosis": mark("Synovial chondromatosis"),
        "soft_tissue_sarcoma": mark("Soft-tissue sarcoma"),
    }
)
"""Every disorder, in the order of FORMATS, with its name for people; to be said."""

CAUSES = MappingProxyType(
    {
        "acquired_hyperphosphatemic_calcinosis": MappingProxyType(
            {
                "dialysis_hyperparathyroidism": mark("secondary hyperparathyroidism on dialysis"),
                "hypoparathyroidism": mark("hypoparathyroidism"),
                "pseudohypoparathyroidism": mark("pseudohypoparathyroidism"),
                "tumor_lysis": mark("tumor lysis after chemotherapy"),
            }
        ),
        "hypercalcemic_metastatic_calcification": MappingProxyType(
            {
                "sarcoidosis": mark("sarcoidosis"),
                "vitamin_d_intoxication": mark("vitamin D intoxication"),
                "milk_alkali": mark("milk-alkali syndrome"),
                "primary_hyperparathyroidism": mark("primary hyperparathyroidism"),
            }
        ),
    }
)
"""The causes of the two groups that have them; to be said."""


def _keys() -> tuple[str, ...]:
    keys: list[str] = []
    for disorder in DISORDERS:
        causes = CAUSES.get(disorder)
        keys.extend(f"{disorder}.{cause}" for cause in causes) if causes else keys.append(disorder)
    return tuple(keys)


DISORDER_KEYS = _keys()
"""The keys as a ``diagnosis`` cell holds them: ``disorder`` or ``disorder.cause``."""


def disorder_names(key: str) -> tuple[str, ...]:
    """What a disorder and its cause are called as shown and in English, for searching."""
    disorder, _, cause = key.partition(".")
    causes = CAUSES.get(disorder)
    own = (DISORDERS.get(disorder), causes.get(cause) if causes else None)
    return tuple(name for text in own if text for name in {text, say(text)}) or (key,)


def disorder_name(key: str) -> str:
    """The name of a disorder key for people, with its cause; the key itself if unknown."""
    disorder, _, cause = key.partition(".")
    name = say(DISORDERS[disorder]) if disorder in DISORDERS else key
    causes = CAUSES.get(disorder)
    shown_cause = causes.get(cause) if causes else None
    return f"{name}: {say(shown_cause)}" if shown_cause else name
