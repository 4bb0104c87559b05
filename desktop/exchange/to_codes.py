"""Codes of the standards for our cells, only where the code was seen in a source.

A code that was typed in by somebody leaves as it is. For everything else there is a code of
our own, in a system of our own, so that nothing leaves under a code that is not certain.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from desktop.domain import analytes as an
from desktop.domain import terms
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.case import Case

HPO = re.compile(r"HP:\d{7}", re.ASCII)

_UCUM = {
    "RU/mL": "{RU}/mL",
    "IU/L": "[IU]/L",
    "10^9/L": "10*9/L",
    "10^3/uL": "10*3/uL",
}
"""Units of the vocabulary that UCUM writes otherwise."""

_DISORDERS = {
    "hyperphosphatemic_tumoral_calcinosis": (
        ("ORPHA", "306661"),
        ("MONDO", "MONDO:0100251"),
    ),
    "fop": (("ORPHA", "337"), ("OMIM", "135100")),
}
_GENES_OF_OMIM = {"GALNT3": "211900", "FGF23": "617993", "KL": "617994"}
_NORMOPHOSPHATEMIC = "normophosphatemic_tumoral_calcinosis"
_OF_SAMD9 = (("ORPHA", "306658"), ("OMIM", "610455"), ("MONDO", "MONDO:0012502"))
DISORDER_OF: Mapping[str, str] = {
    "OMIM:135100": "fop",
    "ORPHA:337": "fop",
    "OMIM:211900": "hyperphosphatemic_tumoral_calcinosis",
    "OMIM:617993": "hyperphosphatemic_tumoral_calcinosis",
    "OMIM:617994": "hyperphosphatemic_tumoral_calcinosis",
    "ORPHA:306661": "hyperphosphatemic_tumoral_calcinosis",
    "MONDO:0100251": "hyperphosphatemic_tumoral_calcinosis",
    "OMIM:610455": "normophosphatemic_tumoral_calcinosis",
    "ORPHA:306658": "normophosphatemic_tumoral_calcinosis",
    "MONDO:0012502": "normophosphatemic_tumoral_calcinosis",
}
"""Our key of a disorder by its code in OMIM, Orphanet or MONDO."""
_HARMLESS = frozenset({"benign", "likely_benign"})


@cache
def codes() -> Mapping[tuple[str, str], str]:
    """The label of every code in ``resources/reference/codes.csv``, by system and code."""
    with resource("reference", "codes.csv").open(newline="", encoding="utf-8") as handle:
        return {(row["code_system"], row["code"]): row["label"] for row in csv.DictReader(handle)}


@lru_cache(maxsize=4096)
def loinc(cell: str, unit: str) -> str:
    """The LOINC code for an analyte in a unit; empty where none is certain.

    Mass and molar codes are different codes: the unit decides. A LOINC code in the cell is
    what was reported, and stays.
    """
    text = cell.strip()
    if an.is_loinc(text):
        return text
    analyte = an.analyte_named(text)
    if analyte is None:
        return ""
    known = an.unit_of(analyte, unit)
    if known is None or "eq" in known:
        return ""
    code = analyte.loinc_molar if "mol" in known else analyte.loinc_mass
    return code if code and ("LOINC", code) in codes() else ""


@lru_cache(maxsize=4096)
def ucum(cell: str, unit: str) -> str:
    """The UCUM code for the unit of an analyte as written; empty where it is not certain."""
    analyte = an.analyte_named(cell)
    known = an.unit_of(analyte, unit) if analyte else unit.strip()
    if known is None:
        return ""
    if analyte is None:
        return known if ("UCUM", known) in codes() else ""
    return _UCUM.get(known, known)


@cache
def _verified_features() -> frozenset[str]:
    rows = terms.vocabulary_rows("features")
    return frozenset(row["key"] for row in rows if row["hpo_verified"] == "yes")


@lru_cache(maxsize=4096)
def hpo(cell: str) -> tuple[str, str] | None:
    """The HPO id of a feature with its label; None where there is none that is certain."""
    term, text = terms.feature(cell), cell.strip()
    if HPO.fullmatch(text):
        return text, codes().get(("HPO", text)) or (term.label if term else text)
    if term is None or term.key not in _verified_features():
        return None
    return term.hpo_id, codes().get(("HPO", term.hpo_id)) or term.label


def gene_symbol(cell: str) -> str:
    """The symbol of a gene told by its HGNC id; the cell itself where the id is not known."""
    return codes().get(("HGNC", cell.strip()), cell.strip())


def gene_id(symbol: str) -> str:
    """The HGNC id of a gene; empty where it is not certain."""
    wanted = symbol.strip()
    found = (
        code for (system, code), label in codes().items() if (system, label) == ("HGNC", wanted)
    )
    return next(found, "")


def disorder(case: Case) -> tuple[tuple[str, str], ...]:
    """The codes of the patient's diagnosis as pairs of system and code, the best one first.

    The familial forms are coded where genetics says which one it is; a cause that only our
    key tells has no code.
    """
    key = case.patient.diagnosis.strip()
    found = {one.gene.strip() for one in case.variants if one.classification not in _HARMLESS}
    if key == _NORMOPHOSPHATEMIC:
        return _OF_SAMD9 if "SAMD9" in found else ()
    general = _DISORDERS.get(key, ())
    genes = found & set(_GENES_OF_OMIM)
    if key == "hyperphosphatemic_tumoral_calcinosis" and len(genes) == 1:
        return (*general, ("OMIM", _GENES_OF_OMIM[genes.pop()]))
    return general
