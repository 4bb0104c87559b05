"""Numbers and analytes as they stand in formulas and reasons."""

from __future__ import annotations

from desktop.domain.analytes import analyte_named

_SHORT = {
    "serum_phosphate": "serum phosphate",
    "serum_calcium_total": "total calcium",
    "serum_calcium_corrected": "corrected calcium",
    "serum_calcium_ionised": "ionized calcium",
    "albumin": "albumin",
    "creatinine": "serum creatinine",
    "urine_phosphate": "urine phosphate",
    "urine_creatinine": "urine creatinine",
}


def plain(number: float) -> str:
    """A number with up to four significant digits, never with an exponent: ``13000``, ``0.42``."""
    if abs(number) >= 1000:
        return f"{number:.0f}"
    text = f"{number:.4g}"
    return f"{number:.6f}".rstrip("0").rstrip(".") if "e" in text else text


def name_of(cell: str) -> str:
    """A short name of an analyte for a sentence; the cell as it came where it is unknown."""
    analyte = analyte_named(cell)
    if analyte is None:
        return cell
    return _SHORT.get(analyte.key, analyte.label)


def joined(*notes: str) -> str:
    """Notes as one text, the empty ones left out."""
    return "; ".join(filter(None, notes))
