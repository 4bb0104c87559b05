"""Search as you type over the patient list: any word order, accents and case ignored."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.disorders import disorder_names
from desktop.domain.when import MONTHS, NotATime, month_in_short, parse_when

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientRow:
    """One patient as lists show them; ``search_text`` holds all that can be searched for."""

    id: str
    patient_id: str
    family_name: str
    given_name: str
    mrn: str
    sex: str
    birth_date: str
    death_when: str
    diagnosis: str
    diagnosis_status: str
    search_text: str

    @property
    def name(self) -> str:
        """``SURNAME, Forename``, or an empty text in a file without names."""
        return ", ".join(part for part in (self.family_name.upper(), self.given_name) if part)


def patient_row(row: tuple[str, ...]) -> PatientRow:
    """The row of a list from the columns that the registry selects for it."""
    own, patient_id, family, given, mrn, sex, birth, death, diagnosis, status = row
    return PatientRow(
        id=own,
        patient_id=patient_id,
        family_name=family,
        given_name=given,
        mrn=mrn,
        sex=sex,
        birth_date=birth,
        death_when=death,
        diagnosis=diagnosis,
        diagnosis_status=status,
        search_text=search_text((patient_id, family, given, mrn), birth, diagnosis),
    )


def folded(text: str) -> str:
    """``text`` without case and accents: ``Łódź`` and ``lodz`` are the same."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def search_text(cells: Sequence[str], birth_date: str, diagnosis: str) -> str:
    """All that one patient can be found by, the usual spellings of the birth date included."""
    parts = [*cells, *_spellings(birth_date), *(disorder_names(diagnosis) if diagnosis else ())]
    return folded("\n".join(part for part in parts if part))


def _spellings(birth_date: str) -> tuple[str, ...]:
    try:
        day = parse_when(birth_date).day
    except NotATime:
        day = None
    if day is None:
        return (birth_date,)
    return (
        day.isoformat(),
        *(
            f"{day.day:02d}-{month}-{day.year}"
            for month in {MONTHS[day.month - 1], month_in_short(day.month)}
        ),
        f"{day.day:02d}.{day.month:02d}.{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day:02d}/{day.month:02d}/{day.year}",
        f"{day.month:02d}/{day.day:02d}/{day.year}",
    )


def matching(query: str, patients: Sequence[PatientRow]) -> list[PatientRow]:
    """The patients that hold every word of ``query``; all of them for an empty query."""
    words = folded(query).replace(",", " ").split()
    if not words:
        return list(patients)
    found = [row for row in patients if words[0] in row.search_text]
    for word in words[1:]:
        found = [row for row in found if word in row.search_text]
    return found
