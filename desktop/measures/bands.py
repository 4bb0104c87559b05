"""Reference bands: one per analyte, sex, age and source, the registry's own before built-in ones.

The built-in table is read once from ``resources/reference/reference_intervals.csv``; limits
are kept in the canonical unit of the analyte. Age limits: low inclusive, high exclusive.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from desktop.domain.analytes import Quantity, analytes, converted
from desktop.domain.language import say
from desktop.measures.ages import age_words
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.analytes import Analyte
    from desktop.domain.ranges import RegistryRange

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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)  # itself alone: a quick key
class Band:
    """One row of a table: for whom (sex M, F or both; ages in years), limits, source.

    ``source`` is the publisher, or what the registry's own range names as its source.
    ``method`` is empty where the band holds for every method.
    """

    analyte: str
    sex: str
    age_low: float
    age_high: float
    low: float | None
    high: float | None
    unit: str
    source: str
    method: str = ""
    origin: Literal["registry", "built-in"] = "built-in"

    @property
    def short_source(self) -> str:
        """The publisher, without the details in brackets."""
        return self.shown_source.partition(" (")[0].partition(" as coded")[0]

    @property
    def shown_source(self) -> str:
        """Where the limits come from, in words."""
        if self.origin == "built-in":
            return self.source
        if not self.source:
            return say("the registry's own range")
        return say("the registry's own range: {source}", source=self.source)

    @property
    def applies_to(self) -> str:
        """For whom, in words: ``female, 14 to 16 y``."""
        if self.sex == "F":
            return say("female, {ages}", ages=self._ages())
        return say("male, {ages}", ages=self._ages()) if self.sex == "M" else self._ages()

    def _ages(self) -> str:
        low, high = age_words(self.age_low), age_words(self.age_high)
        if self.age_high >= 98:
            return say("{age} and over", age=low) if self.age_low else say("all ages")
        if self.age_low == 0:
            return say("under {age}", age=high)
        return say("{low} to under {high}", low=low, high=high)

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


@lru_cache(maxsize=1024)
def registry_bands(ranges: tuple[RegistryRange, ...]) -> tuple[Band, ...]:
    """The registry's own ranges for one analyte as bands, those for one method first.

    A range whose unit has no conversion cannot be compared with anything and is left out;
    the registry refuses such a unit when it is set.
    """
    found = [band for one in ranges if (band := _registry_band(one, analytes()[one.analyte]))]
    return tuple(sorted(found, key=lambda band: not band.method))


def _registry_band(one: RegistryRange, analyte: Analyte) -> Band | None:
    limits = [
        converted(Quantity(limit, one.unit), analyte, analyte.unit)
        for limit in (one.low, one.high)
        if limit is not None
    ]
    if not limits or None in limits:
        return None
    values = [limit.value for limit in limits if limit]
    return Band(
        analyte=analyte.key,
        sex={"female": "F", "male": "M"}.get(one.sex, "both"),
        age_low=one.age_low_years,
        age_high=one.age_high_years,
        low=None if one.low is None else values[0],
        high=None if one.high is None else values[-1],
        unit=analyte.unit,
        source=one.source,
        method=one.method,
        origin="registry",
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


def panels(
    analyte: str,
    sex: str,
    *,
    first: float,
    last: float,
    assay: str = "",
    ranges: tuple[RegistryRange, ...] = (),
    with_built_in: bool = True,
) -> tuple[Panel, ...]:
    """What the sources say for ages ``first`` to ``last`` (years), one panel per stretch.

    An age known to the day gives one panel; one that spans limits of bands gives one each,
    and an unknown sex those of both sexes. A panel is empty where no source has a range.
    ``assay`` is the result's method and specimen: it may single out one source. ``ranges``
    are the registry's own for this analyte: where one holds, it alone is the panel.
    """
    # No two people are of one age to the day: what is kept is by the stretch between limits.
    cuts = _cuts(analyte, ranges, with_built_in)
    low = _between(cuts, first)
    ages = (low, low if last == first else _between(cuts, last))
    return _panels(analyte, sex, ages, assay, ranges, with_built_in)


@lru_cache(maxsize=1024)
def _cuts(
    analyte: str, ranges: tuple[RegistryRange, ...], with_built_in: bool
) -> tuple[float, ...]:
    """The ages at which a band of the analyte begins or ends, in their order."""
    rows = (*registry_bands(ranges), *(bands().get(analyte, ()) if with_built_in else ()))
    return tuple(sorted({limit for row in rows for limit in (row.age_low, row.age_high)}))


def _between(cuts: tuple[float, ...], age: float) -> float:
    """The age itself where a band begins or ends; else one that stands for its whole stretch."""
    place = bisect_right(cuts, age)
    if place and cuts[place - 1] == age:
        return age
    low = cuts[place - 1] if place else -1.0
    return (low + cuts[place]) / 2 if place < len(cuts) else low + 1.0


@lru_cache(maxsize=8192)
def _panels(
    analyte: str,
    sex: str,
    ages: tuple[float, float],
    assay: str,
    ranges: tuple[RegistryRange, ...],
    with_built_in: bool,
) -> tuple[Panel, ...]:
    first, last = ages
    own = tuple(band for band in registry_bands(ranges) if _names(assay, band.method))
    rows = (*own, *(bands().get(analyte, ()) if with_built_in else ()))
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


def _names(assay: str, method: str) -> bool:
    """True if a result's method and specimen name the method of a band, as whole words."""
    if not method:
        return True
    words = rf"(?<![\w-]){re.escape(method.strip().casefold())}(?![\w-])"
    return re.search(words, assay.casefold()) is not None


def _of_assay(panel: Panel, assay: str) -> Panel:
    if panel and panel[0].origin == "registry":
        return panel[:1]
    text = assay.casefold()
    for word, mark in _ASSAYS:
        if word in text and (chosen := tuple(row for row in panel if mark in row.source)):
            return chosen
    return panel
