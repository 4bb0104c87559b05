"""Calcium and phosphate: the product, corrected calcium, and tubular phosphate handling.

Pure functions of numbers in stated units. Every one raises Refused where the formula does
not hold: any input that is zero or negative, or a reabsorption outside 0 to 1.
"""

from __future__ import annotations

from desktop.domain.language import say
from desktop.measures.refusal import Refused, require_positive

TRP_LIMIT = 0.86
"""Up to this reabsorption TmP/GFR is linear in it, beyond it is curved (Kenny and Glen)."""

HISTORICAL_PRODUCT = 70.0
"""Below this (mg2/dL2) the product raises no alarm; a historical ceiling, CARI guideline."""

SOURCE_PRODUCT = 75.0
"""The product (mg2/dL2) that the source text names; shown as the source's, statement TC-06."""

DIRECT_BELOW_YEARS = 19.0
"""Below this age the direct TmP/GFR is the default (Dubourg 2022), from it on Kenny-Glen."""


def calcium_phosphate_product(calcium: float, phosphate: float) -> float:
    """Total calcium times phosphate, in the square of their common unit.

    mg/dL give mg2/dL2, mmol/L give mmol2/L2. A historical marker: no sharp threshold exists,
    and KDIGO 2017 advises to judge serial calcium, phosphate and PTH instead.
    """
    require_positive(calcium=calcium, phosphate=phosphate)
    return calcium * phosphate


def corrected_calcium_mg_dl(calcium_mg_dl: float, albumin_g_dl: float) -> float:
    """Calcium corrected for albumin, mg/dL: Ca + 0.8 x (4.0 - albumin g/dL).

    Source: Payne 1973. Not better than uncorrected calcium below an eGFR of 60; ionized
    calcium is preferred where it was measured.
    """
    require_positive(calcium=calcium_mg_dl, albumin=albumin_g_dl)
    return calcium_mg_dl + 0.8 * (4.0 - albumin_g_dl)


def corrected_calcium_mmol_l(calcium_mmol_l: float, albumin_g_l: float) -> float:
    """Calcium corrected for albumin, mmol/L: Ca + 0.02 x (40 - albumin g/L).

    Source: Payne 1973. The slope is 0.0802 instead of 0.08 in mg/dL, so the two forms differ
    by about 0.002 mg/dL; it was made with bromocresol green albumin.
    """
    require_positive(calcium=calcium_mmol_l, albumin=albumin_g_l)
    return calcium_mmol_l + 0.02 * (40.0 - albumin_g_l)


def trp(
    *,
    serum_phosphate: float,
    urine_phosphate: float,
    serum_creatinine: float,
    urine_creatinine: float,
) -> float:
    """Tubular reabsorption of phosphate as a fraction: 1 - (Up x Scr) / (Sp x Ucr).

    Both phosphates in one unit, both creatinines in one unit. Spot urine taken with the
    blood, fasting. Refused outside 0 to 1: mixed units, or advanced kidney disease. Source:
    Payne 1998. Never round it before it is used further.
    """
    require_positive(
        serum_phosphate=serum_phosphate,
        urine_phosphate=urine_phosphate,
        serum_creatinine=serum_creatinine,
        urine_creatinine=urine_creatinine,
    )
    reabsorbed = 1 - (urine_phosphate * serum_creatinine) / (serum_phosphate * urine_creatinine)
    return _within_limits(reabsorbed)


def _within_limits(reabsorbed: float) -> float:
    if not 0 < reabsorbed <= 1:
        message = say(
            "TRP would be {percent} %, outside 0 to 100 %: check the units and whether blood and"
            " urine belong together",
            percent=f"{100 * reabsorbed:.4g}",
        )
        raise Refused(message)
    return reabsorbed


def fepi(reabsorbed: float) -> float:
    """Fractional excretion of phosphate as a fraction: 1 - TRP; normally below about 0.15."""
    return 1 - _within_limits(reabsorbed)


def kenny_glen_alpha(reabsorbed: float) -> float:
    """The factor of serum phosphate that gives TmP/GFR by Kenny and Glen.

    TRP up to 0.86, then 0.3 TRP / (1 - 0.8 TRP). The published rule is discontinuous: alpha
    falls from 0.860 to 0.827 just above 0.86 and meets TRP again at 0.875; it cannot exceed
    1.5. Source: Walton and Bijvoet 1975, Kenny and Glen 1973, as an equation by Payne 1998.
    """
    _within_limits(reabsorbed)
    if reabsorbed <= TRP_LIMIT:
        return reabsorbed
    return 0.3 * reabsorbed / (1 - 0.8 * reabsorbed)


def tmp_gfr_kenny_glen(serum_phosphate: float, reabsorbed: float) -> float:
    """TmP/GFR by Kenny and Glen, in the unit of serum phosphate: alpha(TRP) x Sp.

    Not comparable with the direct form: about a third higher at a TRP of 0.97.
    """
    require_positive(serum_phosphate=serum_phosphate)
    return kenny_glen_alpha(reabsorbed) * serum_phosphate


def tmp_gfr_direct(serum_phosphate: float, reabsorbed: float) -> float:
    """TP/GFR, the direct form used in children, in the unit of serum phosphate: TRP x Sp.

    Source: Dubourg 2022 (below 19 years, fasting). Not comparable with Kenny and Glen.
    """
    require_positive(serum_phosphate=serum_phosphate)
    return _within_limits(reabsorbed) * serum_phosphate


def urine_excretion_mg_per_day(concentration_mg_dl: float, volume_l_per_day: float) -> float:
    """What a 24 h urine holds, mg/d: concentration (mg/dL) x 10 dL/L x volume (L/d)."""
    require_positive(concentration=concentration_mg_dl, volume=volume_l_per_day)
    return concentration_mg_dl * 10 * volume_l_per_day
