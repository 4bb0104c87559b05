"""The built-in reference table: one band per analyte, sex, age and source.

Read once from ``resources/reference/reference_intervals.csv``; limits are kept in the
canonical unit of the analyte. Age limits in the table: low inclusive, high exclusive.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.domain.analytes import Quantity, analytes, converted
from desktop.measures.ages import age_words
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.analytes import Analyte

_KEYS = {
    "phosphate_serum": "serum_phosphate",
    "calcium_total": "serum_calcium_total",
    "calcium_ionised": "serum_calcium_ionised",
    "calcium_albumin_adjusted": "serum_calcium_corrected",
    "TmP_GFR": "tmp_gfr",
    "ALP": "alp",
    "PTH_intact": "pth",
    "25OHD": "25_oh_vitamin_d",
    "1,25(OH)2D": "1_25_oh2_vitamin_d",
    "creatinine_serum": "creatinine",
    "albumin": "albumin",
    "FGF23_intact": "fgf23_intact",
    "FGF23_C_terminal": "fgf23_c_terminal",
    "urine_Ca/Cr": "urine_calcium_creatinine",
    "urine_phosphate_24h": "urine_phosphate_24h",
}

_SEXES = {"female": ("F",), "male": ("M",)}

_ASSAYS = (("liaison", "LIAISON"), ("edta", "EDTA"), ("plasma", "EDTA"))
"""Words in a result's method or specimen that single out the source made with that assay."""

FOREMOST = "Mayo Clinic"
"""The source asked first: of all those held, it alone has single years of childhood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One row of the table: for whom (sex M, F or both; ages in years), limits, source."""

    analyte: str
    sex: str
    age_low: float
    age_high: float
    low: float | None
    high: float | None
    unit: str
    source: str

    @property
    def short_source(self) -> str:
        """The publisher, without the details in brackets."""
        return self.source.partition(" (")[0].partition(" as coded")[0]

    @property
    def applies_to(self) -> str:
        """For whom, in words: ``female, 14 to 16 y``."""
        who = {"F": "female, ", "M": "male, "}.get(self.sex, "")
        if self.age_high >= 98:
            return f"{who}{age_words(self.age_low)} and over"
        if self.age_low == 0:
            return f"{who}under {age_words(self.age_high)}"
        return f"{who}{age_words(self.age_low)} to under {age_words(self.age_high)}"

    def covers(self, sex: str, first: float, last: float) -> bool:
        """True if the band holds for this sex at all ages from ``first`` to ``last``."""
        return self.sex in (sex, "both") and self.age_low <= first and last < self.age_high


@cache
def bands() -> Mapping[str, tuple[Band, ...]]:
    """The usable bands of every analyte by its vocabulary key, the foremost source first."""
    found: dict[str, list[Band]] = {}
    path = resource("reference", "reference_intervals.csv")
    with path.open(newline="", encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            band = _band(row, analytes()[_KEYS[row["analyte"]]])
            if not _is_misleading(band):
                found.setdefault(band.analyte, []).append(band)
    for listed in found.values():
        listed.sort(key=lambda band: not band.source.startswith(FOREMOST))
    return MappingProxyType({key: tuple(listed) for key, listed in found.items()})


def _band(row: dict[str, str], analyte: Analyte) -> Band:
    return Band(
        analyte=analyte.key,
        sex=row["sex"],
        age_low=float(row["age_low_years"]),
        age_high=float(row["age_high_years"]),
        low=_limit(row["low"], row["unit"], analyte),
        high=_limit(row["high"], row["unit"], analyte),
        unit=analyte.unit,
        source=row["source"],
    )


def _limit(cell: str, unit: str, analyte: Analyte) -> float | None:
    if not cell:
        return None
    limit = converted(Quantity(float(cell), unit), analyte, analyte.unit)
    if limit is None:
        message = f"the reference table gives {analyte.key} in {unit}, which has no conversion"
        raise ValueError(message)
    return limit.value


def _is_misleading(band: Band) -> bool:
    """KDOQI phosphate 13 to 20 y lies below every laboratory's and would over-call adolescents."""
    is_kdoqi = band.source.startswith("KDOQI")
    return band.analyte == "serum_phosphate" and is_kdoqi and band.age_low >= 13


Panel = tuple[Band, ...]
"""The bands of all sources that hold for one sex at one stretch of age, foremost first."""


@lru_cache(maxsize=8192)
def panels(
    analyte: str, sex: str, *, first: float, last: float, assay: str = ""
) -> tuple[Panel, ...]:
    """What the sources say for ages ``first`` to ``last`` (years), one panel per stretch.

    An age known to the day gives one panel; one that spans limits of bands gives one each,
    and an unknown sex those of both sexes. A panel is empty where no source has a range.
    ``assay`` is the result's method and specimen: it may single out one source.
    """
    rows = bands().get(analyte, ())
    cuts = {limit for row in rows for limit in (row.age_low, row.age_high)}
    starts = sorted({first} | {cut for cut in cuts if first < cut <= last})
    stretches = [
        (start, start if following > last else max(start, following - 1e-9))
        for start, following in zip(starts, [*starts[1:], float("inf")], strict=True)
    ]
    found = [
        tuple(row for row in rows if row.covers(letter, *stretch))
        for letter in _SEXES.get(sex, ("F", "M"))
        for stretch in stretches
    ]
    return tuple(dict.fromkeys(_of_assay(panel, assay) for panel in found))


def _of_assay(panel: Panel, assay: str) -> Panel:
    text = assay.casefold()
    for word, mark in _ASSAYS:
        if word in text and (chosen := tuple(row for row in panel if mark in row.source)):
            return chosen
    return panel
