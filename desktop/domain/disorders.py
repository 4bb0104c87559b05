"""The disorder keys of FORMATS, with their shown names. The part behind the dot is the cause."""

from __future__ import annotations

from types import MappingProxyType

DISORDERS = MappingProxyType(
    {
        "hyperphosphatemic_tumoral_calcinosis": "Hyperphosphatemic tumoral calcinosis",
        "normophosphatemic_tumoral_calcinosis": "Normophosphatemic tumoral calcinosis",
        "acquired_hyperphosphatemic_calcinosis": "Acquired hyperphosphatemic calcinosis",
        "hypercalcemic_metastatic_calcification": "Metastatic calcification with hypercalcemia",
        "posttraumatic_dystrophic_calcification": "Post-traumatic dystrophic calcification",
        "calcinosis_circumscripta": "Calcinosis circumscripta",
        "calcinosis_universalis": "Calcinosis universalis",
        "myositis_ossificans": "Myositis ossificans",
        "fop": "Fibrodysplasia ossificans progressiva (FOP)",
        "progressive_osseous_heteroplasia": "Progressive osseous heteroplasia",
        "calciphylaxis": "Calciphylaxis",
        "gout_tophus": "Gouty tophus",
        "calcific_tendinitis": "Calcific tendinitis",
        "synovial_chondromatosis": "Synovial chondromatosis",
        "soft_tissue_sarcoma": "Soft-tissue sarcoma",
    }
)
"""Every disorder, in the order of FORMATS, with its name for people."""

CAUSES = MappingProxyType(
    {
        "acquired_hyperphosphatemic_calcinosis": MappingProxyType(
            {
                "dialysis_hyperparathyroidism": "secondary hyperparathyroidism on dialysis",
                "hypoparathyroidism": "hypoparathyroidism",
                "pseudohypoparathyroidism": "pseudohypoparathyroidism",
                "tumor_lysis": "tumor lysis after chemotherapy",
            }
        ),
        "hypercalcemic_metastatic_calcification": MappingProxyType(
            {
                "sarcoidosis": "sarcoidosis",
                "vitamin_d_intoxication": "vitamin D intoxication",
                "milk_alkali": "milk-alkali syndrome",
                "primary_hyperparathyroidism": "primary hyperparathyroidism",
            }
        ),
    }
)
"""The causes of the two groups that have them."""


def _keys() -> tuple[str, ...]:
    keys: list[str] = []
    for disorder in DISORDERS:
        causes = CAUSES.get(disorder)
        keys.extend(f"{disorder}.{cause}" for cause in causes) if causes else keys.append(disorder)
    return tuple(keys)


DISORDER_KEYS = _keys()
"""The keys as a ``diagnosis`` cell holds them: ``disorder`` or ``disorder.cause``."""


def disorder_name(key: str) -> str:
    """The name of a disorder key for people, with its cause; the key itself if unknown."""
    disorder, _, cause = key.partition(".")
    name = DISORDERS.get(disorder, key)
    causes = CAUSES.get(disorder)
    shown_cause = causes.get(cause) if causes else None
    return f"{name}: {shown_cause}" if shown_cause else name
