"""FHIR resources about the person: Patient, diagnosis, relatives, consents, visits, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.disorders import disorder_name
from desktop.exchange import to_codes
from desktop.exchange.to_fhir_parts import (
    BASE,
    Json,
    blank_extension,
    cell_extension,
    cells,
    coding,
    concept,
    exact_cells,
    fhir_time,
    notes,
    reference,
    resource,
    timed,
)

if TYPE_CHECKING:
    from desktop.domain import records as r
    from desktop.domain.case import Case

_GENDER = {"female": "female", "male": "male", "intersex": "other", "unknown": "unknown"}
_RELATION = {"mother": "MTH", "father": "FTH", "sibling": "SIB", "child": "CHILD"}
_DIAGNOSED = {"suspected": "provisional", "confirmed": "confirmed", "ruled_out": "refuted"}
_SYSTEMS = {
    "ORPHA": "http://www.orpha.net",
    "OMIM": "http://www.omim.org",
    "MONDO": "http://purl.obolibrary.org/obo/mondo.owl",
}
_VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status"
_ALLERGY = "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification"
_ALLERGY_NOW = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical"
_ROLE = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"
_YES_NO = {"yes": True, "no": False}
_TEST = {
    "system": "http://terminology.hl7.org/CodeSystem/v3-ActReason",
    "code": "HTEST",
    "display": "test health data",
}


def patient(case: Case) -> Json:
    """The person; without a name or record number where the case has none."""
    own = case.patient
    kept = ("family_id", "diagnosis_status", "enrolled_when", "consent", "note")
    identifiers: list[Json] = [{"system": f"{BASE}:patient_id", "value": own.patient_id}]
    part: Json = {"identifier": identifiers, "gender": _GENDER.get(own.sex.strip())}
    if case.is_fictional:
        part["meta"] = {"tag": [_TEST]}
    if case.identity and case.identity.mrn.strip():
        kind = {"system": "http://terminology.hl7.org/CodeSystem/v2-0203", "code": "MR"}
        identifiers.append({"type": {"coding": [kind]}, "value": case.identity.mrn})
    if case.identity:
        part["name"] = _name(case.identity)
    parts: list[Json] = [part, {"extension": cells(own, *kept)}, _birth(own), _death(own)]
    if not own.note.strip() and (own.death_when.strip() or own.sex.strip() == "intersex"):
        parts.append({"extension": [blank_extension("note")]})  # a reader would tell of these
    if own.sex.strip() == "intersex":
        parts.append({"extension": [cell_extension("sex", own.sex)]})
    return resource("Patient", own.id, *parts)


def _name(identity: r.Identity) -> list[Json]:
    name: Json = {}
    if identity.family_name.strip():
        name["family"] = identity.family_name
    if identity.given_name.strip():
        name["given"] = [identity.given_name]
    return [name] if name else []


def _birth(own: r.Patient) -> Json:
    day = fhir_time(own.birth_date)[:10]
    kept = [cell_extension("birth_date", own.birth_date)] if own.birth_date.strip() else []
    return {"birthDate": day} if day == own.birth_date else {"birthDate": day, "extension": kept}


def _death(own: r.Patient) -> Json:
    """Death at an age is told as such; a time left out for high age is still a death."""
    if "death_when_generalized" in dict(own.extra) and not own.death_when.strip():
        return {"deceasedBoolean": True}
    found = timed(own.death_when, "deceased", column="death_when")
    if own.death_when.strip() and "deceasedDateTime" not in found:
        found["deceasedBoolean"] = True
    return found


def diagnosis(case: Case) -> Json | None:
    """The diagnosis that the clinician holds; None while it is open."""
    own = case.patient
    key = own.diagnosis.strip()
    if not key:
        return None
    codings = [
        {"system": _SYSTEMS[system], "code": code.rpartition(":")[2] if system != "MONDO" else code}
        for system, code in to_codes.disorder(case)
    ]
    code = {"coding": [coding("disorder", key), *codings], "text": disorder_name(key)}
    status = _DIAGNOSED.get(own.diagnosis_status.strip())
    verified = {"coding": [{"system": _VERIFICATION, "code": status}]} if status else None
    category = [concept("category", "diagnosis")]
    part: Json = {"category": category, "code": code, "verificationStatus": verified}
    return resource("Condition", f"{own.id}:diagnosis", part, {"subject": reference(own.id)})


def relative(one: r.Relative) -> Json:
    """One relative, with what is known of the disorder there."""
    relation = one.relation.strip()
    role = {"system": _ROLE, "code": _RELATION.get(relation, "FAMMEMB")}
    kept = ("relation", "relative_id", "affected", "carrier", "deceased", "birth_date", "sex")
    part: Json = {
        "status": "partial",
        "patient": reference(one.patient),
        "relationship": {"coding": [role, coding("relation", relation)]},
        "note": notes(one.note),
    }
    if one.label.strip():
        part["name"] = one.label
    if gender := _GENDER.get(one.sex.strip()):
        code = {"system": "http://hl7.org/fhir/administrative-gender", "code": gender}
        part["sex"] = {"coding": [code], "text": one.sex.strip()}
    if day := fhir_time(one.birth_date)[:10]:
        part["bornDate" if len(day) == 10 else "bornString"] = day
    if one.affected.strip() == "yes":
        part["condition"] = [{"code": concept("affected", "yes", "the disorder of the patient")}]
    made = resource("FamilyMemberHistory", one.id, part, {"extension": cells(one, *kept)})
    dead = _YES_NO.get(one.deceased.strip())
    return made if dead is None else made | {"deceasedBoolean": dead}


def consent(one: r.Consent) -> Json:
    """What was answered for one purpose."""
    status = {"given": "active", "refused": "rejected"}.get(one.status.strip(), "inactive")
    scope = {"system": "http://terminology.hl7.org/CodeSystem/consentscope", "code": "research"}
    allowed = "permit" if status == "active" else "deny"
    part: Json = {
        "status": status,
        "scope": {"coding": [scope]},
        "category": [concept("consent", one.purpose)],
        "patient": reference(one.patient),
        "policyRule": {"text": "as recorded in the registry"},
        "provision": {"type": allowed, "purpose": [coding("consent", one.purpose.strip())]},
    }
    time = timed(one.when, "date")
    if "dateDateTime" in time:
        time["dateTime"] = time.pop("dateDateTime")
    return resource("Consent", one.id, part, time, {"extension": cells(one, "status", "note")})


def allergy(one: r.Allergy) -> Json:
    """An allergy, or that none is known."""
    told = one.status.strip()
    verified = {"present": "confirmed", "none_known": "refuted"}.get(told, "unconfirmed")
    now = "inactive" if told == "none_known" else "active"
    part: Json = {
        "patient": reference(one.patient),
        "code": {"text": one.substance},
        "verificationStatus": {"coding": [{"system": _ALLERGY, "code": verified}]}
        if told
        else None,
        "clinicalStatus": {"coding": [{"system": _ALLERGY_NOW, "code": now}]},
        "note": notes(one.note),
    }
    if one.reaction.strip():
        part["reaction"] = [{"manifestation": [{"text": one.reaction}]}]
    onset = timed(one.when, "onset", has_age=True)
    kept = exact_cells(one, "status") + cells(one)
    return resource("AllergyIntolerance", one.id, part, onset, {"extension": kept})


def visit(one: r.Visit) -> Json:
    """A visit with what was looked at."""
    kept = ("regions_examined", "modality", "clinician", "note")
    time = timed(one.when, "start")
    period = time.pop("startDateTime", None)
    held = cells(one, *kept) or [blank_extension("note")]  # by which a visit of ours is known
    part: Json = {
        "status": "finished",
        "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB"},
        "subject": reference(one.patient),
        "period": {"start": period} if period else None,
    }
    return resource("Encounter", one.id, part, time, {"extension": held})


def source(one: r.Source) -> Json:
    """Where a published case comes from."""
    attachment: Json = {"title": one.title or one.identifier or one.url or "publication"}
    if one.url.strip():
        attachment["url"] = one.url.strip()
    part: Json = {
        "status": "current",
        "subject": reference(one.patient),
        "content": [{"attachment": attachment}],
    }
    kept = cells(one, "title", "year", "identifier", "url")
    return resource("DocumentReference", one.id, part, {"extension": kept})
