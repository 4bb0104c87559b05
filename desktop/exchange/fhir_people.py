"""FHIR Patient and FamilyMemberHistory as rows of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.exchange.fhir_parts import (
    OWN,
    Entry,
    Node,
    Unfit,
    codings,
    has_code,
    node,
    nodes,
    notes_of,
    own_cells,
    own_code,
    said,
    status_of,
    text,
    when,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

Cells = dict[str, str]
_SEX = {"female": "female", "male": "male", "other": "unknown", "unknown": "unknown"}
_NOT_A_NUMBER_OF_THE_CLINIC = frozenset({"SS", "SB", "DL", "PPN", "TAX", "NI"})
_PAST = frozenset({"old", "temp"})
_ROLES = {
    "mother": ("MTH", "NMTH", "MTHR"),
    "father": ("FTH", "NFTH", "FTHR"),
    "sibling": (
        *("SIB", "NSIB", "BRO", "NBRO", "SIS", "NSIS", "TWIN", "TWINBRO", "TWINSIS"),
        *("FTWIN", "ITWIN", "FTWINBRO", "FTWINSIS", "ITWINBRO", "ITWINSIS"),
    ),
    "child": ("CHILD", "NCHILD", "SON", "SONC", "DAU", "DAUC"),
}


def patient(entry: Entry) -> Cells:
    """The person as a row of ``patients.csv``; Unfit for an animal."""
    body = entry.body
    if any(text(one.get("url")).endswith("patient-animal") for one in nodes(body.get("extension"))):
        raise Unfit(say("an animal, not a person"))
    number, mrn = _numbers(body)
    gender = status_of(body, "gender")
    if gender and gender not in _SEX:
        raise Unfit(say("{gender} is no gender of FHIR", gender=gender))
    family, given = _name(body)
    cells = {
        "patient_id": number or entry.id,
        "mrn": mrn,
        "sex": _SEX.get(gender, ""),
        "birth_date": when(body.get("birthDate")),
        "death_when": when(body.get("deceasedDateTime")),
        "family_name": family,
        "given_name": given,
        "note": _told(body, gender),
    }
    return cells | own_cells(body)


def _told(body: Node, gender: str) -> str:
    told = []
    if gender == "other":
        told.append(say("gender: other"))
    if body.get("deceasedBoolean") is True:
        told.append(say("deceased, date not stated"))
    return "; ".join(told)


def _numbers(body: Node) -> tuple[str, str]:
    """The registry ID and the hospital number; numbers of the state are not taken."""
    own = mrn = other = ""
    for one in nodes(body.get("identifier")):
        value = text(one.get("value")).strip()
        kinds = {code for _, code, _ in codings(one.get("type"))}
        if not value or status_of(one, "use") in _PAST or kinds & _NOT_A_NUMBER_OF_THE_CLINIC:
            continue
        if text(one.get("system")) == f"{OWN}:patient_id":
            own = own or text(one.get("value"))
        elif "MR" in kinds:
            mrn = mrn or value
        else:
            other = other or value
    return own or mrn or other, mrn


def _name(body: Node) -> tuple[str, str]:
    names = nodes(body.get("name"))
    current = [one for one in names if status_of(one, "use") not in {"old", "maiden", "nickname"}]
    order = ("official", "usual", "")
    ranked = sorted(current, key=lambda one: _rank(order, status_of(one, "use")))
    if not ranked:
        return "", ""
    found = ranked[0]
    given = found.get("given")
    parts = [text(one) for one in given if one is not None] if isinstance(given, list) else []
    family = text(found.get("family"))
    if not family and not parts:
        return text(found.get("text")), ""
    return family, " ".join(part for part in parts if part)


def _rank(order: Sequence[str], word: str) -> int:
    return order.index(word) if word in order else len(order)


def relative(entry: Entry) -> Cells:
    """A relative as a row of ``family.csv``; names of relatives stay out."""
    body = entry.body
    if status_of(body) == "entered-in-error":
        raise Unfit(say("entered in error"))
    relationship = body.get("relationship")
    relation = own_code(relationship, "relation") or next(
        (ours for ours, roles in _ROLES.items() if has_code(relationship, *roles)), "other"
    )
    diseases = [said(one.get("code")) for one in nodes(body.get("condition"))]
    is_of_family = any(
        own_code(one.get("code"), "affected") for one in nodes(body.get("condition"))
    )
    dead = body.get("deceasedBoolean")
    told = [notes_of(body), "; ".join(d for d in diseases if d and not is_of_family)]
    is_coded = bool(own_code(relationship, "relation"))
    if relation == "other" and not is_coded and (words := said(relationship)):
        told.insert(0, words)
    cells = {
        "relation": relation,
        "affected": "yes" if is_of_family else "",
        "sex": _SEX.get(next((c for _, c, _ in codings(body.get("sex"))), ""), ""),
        "birth_date": when(body.get("bornDate")),
        "deceased": "yes" if dead is True else "no" if dead is False else "",
        "note": "\n".join(one for one in told if one),
    }
    own = own_cells(body)
    if own and (label := text(body.get("name"))):
        cells["label"] = label
    return cells | own


def subject(body: Node) -> Node:
    """The reference to whom a resource is about."""
    return node(body.get("subject")) or node(body.get("patient"))
