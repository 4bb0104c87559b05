"""Doses in words that cannot be misread: no trailing zero, a leading zero, no abbreviations.

After the list of error-prone abbreviations, symbols and dose designations of the ISMP. What is
stored stays as it was entered; a dose that is not a plain number is shown as it was typed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.language import mark, say
from desktop.domain.terms import treatment_label

if TYPE_CHECKING:
    from desktop.domain.records import Treatment

_PLAIN = re.compile(r"(\d*)\.?(\d*)", re.ASCII)
_UNITS = {
    "ug": "mcg",
    "µg": "mcg",
    "μg": "mcg",
    "mcg": "mcg",
    "iu": mark("units"),
    "[iu]": mark("units"),
    "i.u.": mark("units"),
    "u": mark("units"),
    "cc": "mL",
    "ml": "mL",
}
_FREQUENCIES = {
    "qd": mark("daily"),
    "od": mark("daily"),
    "q.d.": mark("daily"),
    "bid": mark("2 times daily"),
    "bd": mark("2 times daily"),
    "b.i.d.": mark("2 times daily"),
    "tid": mark("3 times daily"),
    "tds": mark("3 times daily"),
    "t.i.d.": mark("3 times daily"),
    "qid": mark("4 times daily"),
    "q.i.d.": mark("4 times daily"),
    "qod": mark("every other day"),
    "qhs": mark("at bedtime"),
    "hs": mark("at bedtime"),
    "prn": mark("as needed"),
    "p.r.n.": mark("as needed"),
}


def amount_text(dose: str) -> str:
    """A dose without trailing zeros and with a leading one: ``.50`` reads ``0.5``."""
    text = dose.strip()
    found = _PLAIN.fullmatch(text)
    if found is None or not any(found.groups()):
        return text
    whole, part = found.group(1).lstrip("0") or "0", found.group(2).rstrip("0")
    return f"{whole}.{part}" if part else whole


def dose_text(treatment: Treatment) -> str:
    """Dose, unit and frequency in words: ``0.5 mcg 2 times daily``; empty where none is known."""
    unit, frequency = treatment.dose_unit.strip(), treatment.frequency.strip()
    parts = (
        amount_text(treatment.dose),
        say(_UNITS[unit.casefold()]) if unit.casefold() in _UNITS else unit,
        say(_FREQUENCIES[frequency.casefold()])
        if frequency.casefold() in _FREQUENCIES
        else frequency,
    )
    return " ".join(part for part in parts if part)


def treatment_text(treatment: Treatment) -> str:
    """A treatment in words: ``Sevelamer carbonate 800 mg 3 times daily``."""
    parts = (treatment_label(treatment.agent).strip(), dose_text(treatment))
    return " ".join(part for part in parts if part)
