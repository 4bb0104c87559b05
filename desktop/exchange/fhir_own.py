"""What an export of this program keeps in other FHIR resources: visits, targets, consents.

Of other senders only allergies are read; their encounters, goals and consents mean other
things than ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.exchange.fhir_observations import Row, Skipped, quantity
from desktop.exchange.fhir_parts import (
    Entry,
    Node,
    Unfit,
    codings,
    loinc,
    node,
    nodes,
    notes_of,
    own_cells,
    own_code,
    period_or_time,
    said,
    when,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ALLERGIES = {"confirmed": "present", "": "present", "refuted": "none_known"}


def allergy(entry: Entry) -> Row:
    """An allergy, or that none is known."""
    body = entry.body
    verified = next((code for _, code, _ in codings(body.get("verificationStatus"))), "")
    if verified == "entered-in-error":
        raise Unfit(say("entered in error"))
    substance = said(body.get("code"))
    if not substance:
        raise Unfit(say("it names nothing"))
    reactions = [
        said(m) for r in nodes(body.get("reaction")) for m in nodes(r.get("manifestation"))
    ]
    cells = {
        "substance": substance,
        "reaction": ", ".join(one for one in reactions if one),
        "when": period_or_time(body, "onset"),
        "status": _ALLERGIES.get(verified, "unknown"),
        "note": notes_of(body),
    }
    return "allergies", cells | own_cells(body)


def visit(entry: Entry) -> Row:
    """A visit with what was looked at."""
    body = entry.body
    cells = {"when": when(node(body.get("period")).get("start"))} | _own(body)
    return "visits", cells


def target(entry: Entry) -> Row:
    """The patient's own target for an analyte."""
    body = entry.body
    aims = nodes(body.get("target"))
    measure = node(aims[0].get("measure")) if aims else {}
    key = own_code(measure, "analyte") or loinc(measure) or own_cells(body).get("analyte")
    if not key:
        raise Skipped
    limits = node(aims[0].get("detailRange"))
    low, _, unit = quantity(limits.get("low"))
    high, _, other = quantity(limits.get("high"))
    cells = {"analyte": key, "low": low, "high": high, "unit": unit or other}
    cells |= {"from_when": when(body.get("startDate")), "note": notes_of(body)}
    return "targets", cells | own_cells(body)


def consent(entry: Entry) -> Row:
    """What was answered for one purpose."""
    body = entry.body
    purpose = next(
        (c for one in nodes(body.get("category")) if (c := own_code(one, "consent"))), ""
    )
    if not purpose:
        raise Skipped
    cells = {"purpose": purpose, "when": when(body.get("dateTime"))}
    return "consents", cells | _own(body)


def source(entry: Entry) -> Row:
    """Where a published case comes from."""
    return "sources", _own(entry.body)


def _own(body: Node) -> dict[str, str]:
    """Cells of our own export; Skipped for a resource of another sender."""
    found = own_cells(body)
    if not found:
        raise Skipped
    return found


OWN_READERS: Mapping[str, tuple[str, Callable[[Entry], Row]]] = {
    "AllergyIntolerance": ("allergies", allergy),
    "Encounter": ("visits", visit),
    "Goal": ("targets", target),
    "Consent": ("consents", consent),
    "DocumentReference": ("sources", source),
}
"""The table and the reader of each of these resources."""
