"""Estimated glomerular filtration rate from creatinine, mL/min per 1.73 m2.

Three equations, each for its ages; outside them Refused is raised with the reason. All need
creatinine traceable to IDMS. Values of different equations are not comparable.
"""

from __future__ import annotations

from typing import Literal

from desktop.domain.language import say
from desktop.measures.refusal import Refused, require_positive

Sex = Literal["female", "male"]

EGFR_UNIT = "mL/min/{1.73_m2}"
CKD_EPI_2021 = "CKD-EPI 2021 creatinine"
BEDSIDE_SCHWARTZ = "bedside Schwartz"
CKID_U25 = "CKiD U25 creatinine"


def _within(equation: str, age_years: float, low: float, high: float) -> None:
    if not low <= age_years < high:
        limits = (
            say("{low} years and over", low=f"{low:g}")
            if high == float("inf")
            else say("{low} to {high} years", low=f"{low:g}", high=f"{high:g}")
        )
        message = say(
            "{equation} holds for {limits}, not for {age} years",
            equation=say(equation),
            limits=limits,
            age=f"{age_years:.3g}",
        )
        raise Refused(message)


def ckd_epi_2021(creatinine_mg_dl: float, age_years: float, *, sex: Sex) -> float:
    """CKD-EPI 2021 (creatinine, without race), from 18 years on.

    142 x min(Scr/k, 1)^a x max(Scr/k, 1)^-1.200 x 0.9938^age x 1.012 for women; k 0.7 and
    a -0.241 for women, 0.9 and -0.302 for men.
    """
    require_positive(creatinine=creatinine_mg_dl)
    _within(CKD_EPI_2021, age_years, 18, float("inf"))
    kappa, alpha, factor = (0.7, -0.241, 1.012) if sex == "female" else (0.9, -0.302, 1.0)
    ratio = creatinine_mg_dl / kappa
    curve: float = min(ratio, 1.0) ** alpha * max(ratio, 1.0) ** -1.200
    aging: float = 0.9938**age_years
    return 142 * curve * aging * factor


def bedside_schwartz(creatinine_mg_dl: float, height_cm: float, *, age_years: float) -> float:
    """Bedside Schwartz, 1 to 18 years: 0.413 x height (cm) / creatinine (mg/dL).

    Enzymatic creatinine; underestimates a high filtration rate.
    """
    require_positive(creatinine=creatinine_mg_dl, height=height_cm)
    _within(BEDSIDE_SCHWARTZ, age_years, 1, 18)
    return 0.413 * height_cm / creatinine_mg_dl


def ckid_u25(creatinine_mg_dl: float, height_m: float, *, age_years: float, sex: Sex) -> float:
    """CKiD U25 (creatinine), 1 to 25 years: k(age, sex) x height (m) / creatinine (mg/dL).

    Boys: k = 39.0 x 1.008^(age - 12) below 12 years, x 1.045^(age - 12) to 18, then 50.8.
    Girls: 36.1 x 1.008^(age - 12), x 1.023^(age - 12), then 41.4. Source: Pierce 2021.
    """
    require_positive(creatinine=creatinine_mg_dl, height=height_m)
    _within(CKID_U25, age_years, 1, 25)
    at_twelve, teens, adult = (36.1, 1.023, 41.4) if sex == "female" else (39.0, 1.045, 50.8)
    if age_years >= 18:
        k = adult
    else:
        k = at_twelve * float((1.008 if age_years < 12 else teens) ** (age_years - 12))
    return k * height_m / creatinine_mg_dl


def gfr_category(gfr: float) -> str:
    """The KDIGO category of a filtration rate: G1 from 90, G2 60, G3a 45, G3b 30, G4 15, G5.

    Raises Refused for a negative rate. A category alone is no diagnosis of kidney disease.
    """
    if not gfr >= 0:
        message = say("a filtration rate of {rate} is not possible", rate=f"{gfr:g}")
        raise Refused(message)
    limits = ((90, "G1"), (60, "G2"), (45, "G3a"), (30, "G3b"), (15, "G4"))
    return next((name for limit, name in limits if gfr >= limit), "G5")
