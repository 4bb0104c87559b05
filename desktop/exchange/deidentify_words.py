"""Which texts may leave in a de-identified export: known words and codes, nothing typed freely."""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import TYPE_CHECKING

from desktop.domain import analytes as an
from desktop.domain import terms
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.case import Case

REMOVED = "[removed]"
SHORTEST_WORD = 3
"""Letters that a word of a name has at least for it to be looked for in free text."""

_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"[\w./-]*\w")
_DATE = re.compile(r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b(?:19|20)\d{2}(?:-\d{2})?\b")
_GENE = re.compile(r"[A-Z][A-Z0-9]{0,9}(?:orf\d{1,4})?(?:-[A-Z0-9]{1,5})?")
_AMINO_ACIDS = (
    "Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val|Sec|Ter|Xaa"
)
_HGVS = re.compile(
    r"(?:[A-Z]{2,3}_?\d{3,12}(?:\.\d{1,3})?(?:\([A-Z0-9-]{1,10}\))?:)?"
    r"[cgmnpr]\.(?:\(?[?=0]\)?|(?=\D{0,12}\d)"
    rf"(?:[*+\-=>()?;\[\]_/^]|\d+|del|ins|dup|inv|con|fs|ext|{_AMINO_ACIDS}|[A-IK-NP-TV-Y])+)"
)
_DOSE = re.compile(r"\d{1,5}(?:[.,]\d{1,4})?(?: ?[-–/x×] ?\d{1,5}(?:[.,]\d{1,4})?){0,2}")
_DOSE_UNIT = re.compile(
    r"(?:[mnuµμ]?g|mcg|iu|u|meq|mmol|m?l|%|gy)(?:/(?:kg|m2))?(?:/(?:d|day|dose))?"
    r"|(?:tablet|capsule|drop|sachet)s?",
    re.IGNORECASE,
)
_FREQUENCY = re.compile(
    r"(?:(?:once|twice|three times|four times|every other|\d{1,2}(?:x| x|×| times)?) ?"
    r"(?:/|a |per )?(?:day|daily|week|weekly|month|monthly|year|yearly|d|wk)"
    r"|daily|weekly|monthly|yearly|od|bd|bid|tid|tds|qid|qds|qd|q\d{1,2}h|prn|continuous|once)"
    r"(?: with meals)?|with meals",
    re.IGNORECASE,
)
_METHOD = re.compile(
    r"kenny[-–]glen|direct|(?:bedside )?schwartz|mdrd|intact|c-terminal|ckid u25"
    r"|ckd-epi(?: 2009| 2021)?",
    re.IGNORECASE,
)
_SPECIMENS = frozenset(
    ("serum", "plasma", "blood", "whole blood", "urine", "spot urine", "24 h urine", "edta plasma")
)


@cache
def _units() -> frozenset[str]:
    with resource("reference", "codes.csv").open(newline="", encoding="utf-8") as handle:
        ucum = {row["code"] for row in csv.DictReader(handle) if row["code_system"] == "UCUM"}
    own = {unit for analyte in an.analytes().values() for unit in analyte.units}
    return frozenset(unit.casefold() for unit in ucum | own)


def is_unit(analyte: str, unit: str) -> bool:
    """True for a unit that belongs to the analyte, or for any known one where that is unknown."""
    known = an.analyte_named(analyte)
    if known is not None and an.unit_of(known, unit) is not None:
        return True
    return unit.strip().casefold() in _units()


def is_feature(cell: str) -> bool:
    """True for a feature of the vocabulary or an HPO id."""
    return terms.feature(cell) is not None or bool(re.fullmatch(r"HP:\d{7}", cell.strip()))


def is_analyte(cell: str) -> bool:
    """True for an analyte of the vocabulary or a LOINC code."""
    return an.analyte_named(cell) is not None or an.is_loinc(cell.strip())


def is_agent(cell: str) -> bool:
    """True for a treatment of the vocabulary."""
    return cell.strip() in terms.treatments()


def is_site(cell: str) -> bool:
    """True for a site of the vocabulary."""
    return cell.strip() in terms.sites()


def is_gene(cell: str) -> bool:
    """True for what is written like the symbol of a gene."""
    return bool(_GENE.fullmatch(cell.strip()))


def is_hgvs(cell: str) -> bool:
    """True for what is written like a change in HGVS."""
    return bool(_HGVS.fullmatch(cell.strip()))


def is_dose(cell: str) -> bool:
    """True for one or a few numbers."""
    return bool(_DOSE.fullmatch(cell.strip())) and not _DATE.search(cell)


def is_dose_unit(cell: str) -> bool:
    """True for a usual unit of a dose."""
    return bool(_DOSE_UNIT.fullmatch(cell.strip())) or cell.strip().casefold() in _units()


def is_frequency(cell: str) -> bool:
    """True for a usual way to say how often."""
    return bool(_FREQUENCY.fullmatch(cell.strip()))


def is_method(cell: str) -> bool:
    """True for a method with a known name; others are numbered, so that they stay apart."""
    return bool(_METHOD.fullmatch(cell.strip()))


def is_specimen(cell: str) -> bool:
    """True for a usual kind of sample."""
    return cell.strip().casefold() in _SPECIMENS


class Names:
    """What names the people of a registry: words of names, and whole numbers and identifiers."""

    def __init__(self, cases: Iterable[Case]) -> None:
        """Gather the names, record numbers and registry IDs of all these people."""
        self._words: set[str] = set()
        for case in cases:
            names, numbers = _naming(case)
            self._words.update(text.casefold() for text in numbers)
            for text in names:
                found = _WORD.findall(text.casefold())
                self._words.update(word for word in found if len(word) >= SHORTEST_WORD)

    def are_in(self, cell: str) -> bool:
        """True where a word of the cell names somebody."""
        text = cell.casefold()
        return any(one in self._words for part in (_WORD, _TOKEN) for one in part.findall(text))

    def removed_from(self, text: str, case: Case) -> str:
        """Free text without names, record numbers, dates and years, as far as they are known."""
        names, numbers = _naming(case)
        for whole in sorted((*names, *numbers), key=len, reverse=True):
            text = re.sub(re.escape(whole), REMOVED, text, flags=re.IGNORECASE)
        for part in (_TOKEN, _DATE, _WORD):
            text = part.sub(self._covered if part is not _DATE else REMOVED, text)
        return text

    def _covered(self, found: re.Match[str]) -> str:
        word = found.group()
        return REMOVED if word.casefold() in self._words and word != "removed" else word


def _naming(case: Case) -> tuple[list[str], list[str]]:
    """The names of a person, and the numbers and identifiers; none that is too short to tell."""
    names = [case.identity.given_name, case.identity.family_name] if case.identity else []
    numbers = [case.patient.patient_id, case.patient.family_id]
    numbers += [case.identity.mrn] if case.identity else []
    long = [
        [t.strip() for t in texts if len(t.strip()) >= SHORTEST_WORD] for texts in (names, numbers)
    ]
    return long[0], long[1]
