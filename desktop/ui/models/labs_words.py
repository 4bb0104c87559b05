"""Words of the laboratory grid: short names of tests, units and dates as they are spoken. No Qt."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.charts.figures import unit_text
from desktop.domain.analytes import analyte_named
from desktop.domain.language import mark, say
from desktop.domain.when import NotATime, month_in_full, parse_when, shown

if TYPE_CHECKING:
    from datetime import date

_NAMES = MappingProxyType(
    {
        "serum_phosphate": mark("Phosphate"),
        "serum_calcium_corrected": mark("Calcium, corrected"),
        "albumin": mark("Albumin"),
        "creatinine": mark("Creatinine"),
        "egfr": mark("eGFR"),
        "urea": mark("Urea or urea nitrogen"),
        "pth": mark("PTH, intact"),
        "pthrp": mark("PTH-related peptide"),
        "25_oh_vitamin_d": mark("25(OH)D"),
        "1_25_oh2_vitamin_d": mark("1,25(OH)₂D"),
        "vitamin_d_unspecified": mark("Vitamin D, not stated which"),
        "fgf23_c_terminal": mark("FGF23, C-terminal"),
        "trp": mark("TRP"),
        "fepi": mark("FEPi"),
        "calcium_phosphate_product": mark("Ca × P"),
        "urine_calcium": mark("Urine calcium, spot"),
        "urine_calcium_24h": mark("Urine calcium, 24 h"),
        "urine_phosphate": mark("Urine phosphate, spot"),
        "urine_phosphate_24h": mark("Urine phosphate, 24 h"),
        "urine_creatinine": mark("Urine creatinine, spot"),
        "urine_calcium_creatinine": mark("Urine Ca/creatinine"),
        "urine_magnesium": mark("Urine magnesium"),
        "crp": mark("CRP"),
        "esr": mark("ESR"),
        "ace": mark("ACE"),
    }
)

_LABELS = (
    mark("Calcium, total"),
    mark("Calcium, ionized"),
    mark("Creatinine clearance"),
    mark("Alkaline phosphatase"),
    mark("FGF23, intact"),
    mark("TmP/GFR"),
    mark("Ferritin"),
    mark("Creatine kinase"),
    mark("Urate"),
    mark("Lactate dehydrogenase"),
    mark("Potassium"),
    mark("Magnesium"),
    mark("Bicarbonate"),
    mark("Hemoglobin"),
    mark("White blood cell count"),
    mark("Platelet count"),
    mark("Hemoglobin A1c"),
)
"""Labels of the vocabulary that are short enough already, so that they are translated too."""

_SPOKEN_UNITS = MappingProxyType(
    {
        "mg/dL": mark("milligrams per deciliter"),
        "mmol/L": mark("millimoles per liter"),
        "umol/L": mark("micromoles per liter"),
        "nmol/L": mark("nanomoles per liter"),
        "pmol/L": mark("picomoles per liter"),
        "g/dL": mark("grams per deciliter"),
        "g/L": mark("grams per liter"),
        "mg/L": mark("milligrams per liter"),
        "ng/L": mark("nanograms per liter"),
        "ug/L": mark("micrograms per liter"),
        "ng/mL": mark("nanograms per milliliter"),
        "pg/mL": mark("picograms per milliliter"),
        "U/L": mark("units per liter"),
        "IU/L": mark("international units per liter"),
        "meq/L": mark("milliequivalents per liter"),
        "{RU}/mL": mark("relative units per milliliter"),
        "RU/mL": mark("relative units per milliliter"),
        "mL/min": mark("milliliters per minute"),
        "mL/min/{1.73_m2}": mark("milliliters per minute per 1.73 square meters"),
        "mg2/dL2": mark("square milligrams per square deciliter"),
        "mmol2/L2": mark("square millimoles per square liter"),
        "mg/d": mark("milligrams per day"),
        "mmol/d": mark("millimoles per day"),
        "mg/mg{creat}": mark("milligrams per milligram of creatinine"),
        "mmol/mmol{creat}": mark("millimoles per millimole of creatinine"),
        "mm/h": mark("millimeters per hour"),
        "mmol/mol": mark("millimoles per mole"),
        "%": mark("percent"),
    }
)


def test_name(cell: str) -> str:
    """The short name of an analyte, ``PTH, intact``; a cell that is none comes as it is."""
    analyte = analyte_named(cell)
    if analyte is None:
        return cell.strip()
    return say(_NAMES.get(analyte.key, analyte.label))


def spoken_unit(unit: str) -> str:
    """A unit in whole words, for screen readers."""
    words = _SPOKEN_UNITS.get(unit)
    return say(words) if words else unit_text(unit)


def spoken_day(day: date) -> str:
    """A day in whole words: ``11 November 2025``."""
    month = month_in_full(day.month)
    return say("{day} {month} {year}", day=day.day, month=month, year=day.year)


def spoken_when(text: str) -> str:
    """A time in whole words; partial dates and ages as they are shown."""
    try:
        when = parse_when(text)
    except NotATime:
        return text
    return spoken_day(when.day) if when.day else shown(when)


def clock_of(text: str) -> str:
    """The clock time of a date-time, ``08:15``; empty for any other time."""
    stripped = text.strip()
    return stripped[11:16] if len(stripped) > 10 and stripped[10] in "T " else ""
