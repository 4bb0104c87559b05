"""The 16 common data elements of the European platform on rare disease registration, as CSV.

One row for each patient. What the registry does not record (contact with a specialized centre,
samples, biobank, functioning) is left empty, never guessed.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from desktop.domain.disorders import disorder_name
from desktop.exchange import to_codes
from desktop.exchange.csv_writing import write_rows
from desktop.exchange.release_consent import latest_answer
from desktop.exchange.spreadsheet_text import marked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from desktop.domain.case import Case

COLUMNS = (
    ("1.1", "Pseudonym"),
    ("2.1", "Date of birth"),
    ("2.2", "Sex"),
    ("3.1", "Patient's status"),
    ("3.2", "Date of death"),
    ("4.1", "First contact with specialised centre"),
    ("5.1", "Age at onset"),
    ("5.2", "Age at diagnosis"),
    ("6.1", "Diagnosis of the rare disease"),
    ("6.2", "Genetic diagnosis"),
    ("6.3", "Undiagnosed case"),
    ("7.1", "Agreement to be contacted for research purposes"),
    ("7.2", "Consent to the reuse of data"),
    ("7.3", "Biological sample"),
    ("7.4", "Link to a biobank"),
    ("8.1", "Classification of functioning/disability"),
)
"""Number and name of each element."""

_SEX = {"female": "Female", "male": "Male", "intersex": "Undetermined"}
_PROVEN = frozenset({"pathogenic", "likely_pathogenic"})


def common_data(case: Case) -> dict[str, str]:
    """The elements of one patient by number; empty where the registry does not know."""
    return {number: tell(case) for number, tell in _ELEMENTS.items()}


def _dead(case: Case) -> bool:
    told = bool(case.patient.death_when.strip()) or any(
        one.kind.strip() == "death" for one in case.events
    )
    return told or "death_when_generalized" in dict(case.patient.extra)


def _status(case: Case) -> str:
    """Dead or opted out where it is recorded; that somebody lives is not recorded."""
    if _dead(case):
        return "Dead"
    return "Opted-out" if case.patient.consent.strip() == "withdrawn" else ""


def _death(case: Case) -> str:
    if case.patient.death_when.strip():
        return case.patient.death_when
    return next((one.when for one in case.events if one.kind.strip() == "death"), "")


def _onset(case: Case) -> str:
    """When the first mass was noticed; when a finding was recorded says nothing about onset."""
    times = [one.first_when for one in case.masses]
    told = [(span, time) for time in times if (span := case.place(time)) is not None]
    return min(told)[1] if told else ""


def _diagnosis(case: Case) -> str:
    """The ORPHAcode with the name; our own name where no code is certain; not if ruled out."""
    key = case.patient.diagnosis.strip()
    if not key or case.patient.diagnosis_status.strip() == "ruled_out":
        return ""
    codes = [f"ORPHA:{code}" for system, code in to_codes.disorder(case) if system == "ORPHA"]
    return " ".join((*codes, disorder_name(key)))


def _genetics(case: Case) -> str:
    """Variants reported as pathogenic or likely so."""
    found = []
    for one in case.variants:
        if one.classification.strip() in _PROVEN:
            parts = (to_codes.gene_id(one.gene), one.gene, one.hgvs_c, one.hgvs_p)
            found.append(" ".join(part.strip() for part in parts if part.strip()))
    return "; ".join(found)


def _undiagnosed(case: Case) -> str:
    """The phenotype of a patient without a diagnosis."""
    if _diagnosis(case):
        return ""
    seen = [one.feature for one in case.findings if one.status.strip() == "present"]
    known = [found[0] for feature in seen if (found := to_codes.hpo(feature))]
    return "; ".join(dict.fromkeys(known))


def _answer(case: Case, purpose: str) -> str:
    told = latest_answer(case, purpose)
    return {"given": "yes", "": ""}.get(told, "no")


_ELEMENTS: Mapping[str, Callable[[Case], str]] = {
    "1.1": lambda case: case.patient.patient_id,
    "2.1": lambda case: case.patient.birth_date,
    "2.2": lambda case: _SEX.get(case.patient.sex.strip(), ""),
    "3.1": _status,
    "3.2": _death,
    "4.1": lambda _: "",
    "5.1": _onset,
    "5.2": lambda _: "",
    "6.1": _diagnosis,
    "6.2": _genetics,
    "6.3": _undiagnosed,
    "7.1": lambda case: _answer(case, "contact"),
    "7.2": lambda case: _answer(case, "research"),
    "7.3": lambda _: "",
    "7.4": lambda _: "",
    "8.1": lambda _: "",
}


def common_data_table(cases: Iterable[Case]) -> str:
    """The table of all patients; the header has number and name of each element."""
    out = io.StringIO()
    titles = {number: f"{number} {name}" for number, name in COLUMNS}
    rows = (
        {titles[number]: marked(cell) for number, cell in common_data(case).items()}
        for case in cases
    )
    write_rows(out, list(titles.values()), rows)
    return out.getvalue()
