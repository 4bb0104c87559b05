"""Which test a name from another program's table means: labels, codes, usual short forms. No Qt."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from desktop.domain.analytes import Analyte, analyte_named, analytes
from desktop.ui.models.labs_words import test_name

if TYPE_CHECKING:
    from collections.abc import Mapping

_OTHER_NAMES = {
    "serum_phosphate": "phosphate, phosphorus, phos, inorganic phosphate, po4, serum phosphate,"
    " phosphate fasting, phosphat, fosfato",
    "serum_calcium_total": "calcium, ca, total calcium, serum calcium, calcio",
    "serum_calcium_ionised": "ionized calcium, ionised calcium, ica, ca ionized, ca++",
    "serum_calcium_corrected": "corrected calcium, adjusted calcium, calcium adjusted",
    "albumin": "albumin, alb, albumina",
    "creatinine": "creatinine, creat, serum creatinine, kreatinin, creatinina",
    "egfr": "egfr, gfr estimated, estimated gfr",
    "creatinine_clearance": "creatinine clearance, crcl",
    "urea": "urea, bun, urea nitrogen, blood urea nitrogen",
    "pth": "pth, ipth, intact pth, parathyroid hormone",
    "pthrp": "pthrp",
    "alp": "alp, alkaline phosphatase, alk phos, ap, fosfatasa alcalina",
    "25_oh_vitamin_d": "25 oh vitamin d, 25 oh d, 25ohd, 25 hydroxyvitamin d, calcidiol",
    "1_25_oh2_vitamin_d": "1 25 oh 2 vitamin d, 1 25 oh 2 d, 1 25 dihydroxyvitamin d, calcitriol",
    "vitamin_d_unspecified": "vitamin d",
    "fgf23_intact": "fgf23 intact, intact fgf23, ifgf23",
    "fgf23_c_terminal": "fgf23 c terminal, c terminal fgf23, cfgf23",
    "trp": "trp, tubular reabsorption of phosphate",
    "fepi": "fepi, fe phosphate, fractional excretion of phosphate",
    "tmp_gfr": "tmp gfr, tmpgfr, tmp/gfr",
    "calcium_phosphate_product": "ca x p, ca × p, calcium phosphate product, cap product",
    "urine_calcium": "urine calcium, urine ca, urinary calcium, spot urine calcium",
    "urine_phosphate": "urine phosphate, urine phos, urinary phosphate, urine phosphorus",
    "urine_creatinine": "urine creatinine, urine creat, urinary creatinine",
    "urine_phosphate_24h": "24 h urine phosphate, 24h urine phosphate",
    "urine_calcium_24h": "24 h urine calcium, 24h urine calcium",
    "urine_calcium_creatinine": "urine calcium/creatinine, ca/creatinine, calcium creatinine ratio",
    "urine_magnesium": "urine magnesium",
    "crp": "crp, c reactive protein",
    "esr": "esr, bsg, vsg, sedimentation rate",
    "ferritin": "ferritin, ferritina",
    "ck": "ck, cpk, creatine kinase",
    "urate": "urate, uric acid",
    "ldh": "ldh, lactate dehydrogenase",
    "potassium": "potassium, k, k+, kalium, potasio",
    "magnesium": "magnesium, mg, serum magnesium, magnesio",
    "bicarbonate": "bicarbonate, hco3, hco3-, bicarbonato, total co2",
    "ace": "ace, angiotensin converting enzyme",
    "hemoglobin": "hemoglobin, haemoglobin, hb, hgb",
    "wbc": "wbc, white blood cells, leukocytes, leucocytes",
    "platelets": "platelets, plt, thrombocytes",
    "hba1c": "hba1c, hemoglobin a1c, haemoglobin a1c, a1c",
}
"""Names under which laboratories print the tests; each means one test only."""


def named_test(text: str) -> Analyte | None:
    """The test that a text names: key, LOINC code, label, or a usual name; None otherwise.

    Case, commas, hyphens and brackets do not matter; nothing is guessed from parts of a name.
    """
    if (found := analyte_named(text)) is not None:
        return found
    key = _by_name().get(_folded(text))
    return analytes()[key] if key else None


def _folded(text: str) -> str:
    plain = text.translate(str.maketrans("₀₁₂₃₄", "01234")).casefold()
    return " ".join(re.sub(r"[,()\[\]\-_:\u2010-\u2015]", " ", plain).split())


@cache
def _by_name() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for analyte in analytes().values():
        names = [analyte.label, test_name(analyte.key)]
        names += _OTHER_NAMES.get(analyte.key, "").split(",")
        for name in names:
            folded = _folded(name)
            if folded:
                found.setdefault(folded, analyte.key)
    return found
