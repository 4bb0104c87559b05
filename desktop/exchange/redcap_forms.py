"""The forms of the rare-disease common data model as rows of ours, one instance at a time.

Cells are found by the numbers of the model, choices by their labels. What a reader does not
take is counted by the caller as left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.disorders import disorder_name
from desktop.domain.language import mark, say
from desktop.exchange.fhir_parts import Unfit
from desktop.exchange.phenopacket_parts import joined
from desktop.exchange.to_codes import DISORDER_OF, gene_symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Row = tuple[str, dict[str, str]]
"""Our table and its cells; for ``patients`` what the person's own row gains."""

_SEXES = {
    "female": "female",
    "male": "male",
    "intersex": "intersex",
    "patient sex unknown": "unknown",
    "not recorded": "",
    "": "",
}
_VERIFIED = {"confirmed": "present", "": "present", "refuted": "absent"}
_DIAGNOSED = {
    "confirmed": "confirmed",
    "refuted": "ruled_out",
    "provisional": "suspected",
    "differential": "suspected",
    "unconfirmed": "suspected",
    "": "",
}
_ZYGOSITIES = {
    "homozygous": "homozygous",
    "(simple) heterozygous": "heterozygous",
    "compound heterozygous": "compound_heterozygous",
    "hemizygous": "hemizygous",
    "unknown": "unknown",
    "": "",
}
_GRADES = {
    "pathogenic": "pathogenic",
    "likely pathogenic": "likely_pathogenic",
    "uncertain significance": "vus",
    "likely benign": "likely_benign",
    "benign": "benign",
    "": "",
}
_FOUND = {"confirmed present": "present", "refuted": "absent"}
_RELATIONS = {
    "natural mother": ("mother", ""),
    "natural father": ("father", ""),
    "natural daughter": ("child", "female"),
    "natural son": ("child", "male"),
    "child": ("child", ""),
    "natural brother": ("sibling", "male"),
    "natural sister": ("sibling", "female"),
    "twin sibling": ("sibling", ""),
    "sibling": ("sibling", ""),
}
_CONSENTS = {"active": "given", "rejected": "refused", "inactive": "withdrawn"}
_ANSWERS = {"yes": "given", "no": "refused"}
_SIZES = {"body height": ("height_cm", "cm"), "body weight": ("weight_kg", "kg")}
_VITAL = re.compile(r"(.*?)\s*(?:\[([^\]]*)\])?\s*")


@dataclass(slots=True)
class Instance:
    """One form of one record as it was filled in; ``cells`` hold what is not empty, by key.

    ``strange`` are the keys of the cells that are no choice of their field.
    """

    form: str
    number: int
    record: str
    cells: dict[str, str]
    titles: Mapping[str, str]
    strange: frozenset[str] = frozenset()
    taken: set[str] = field(default_factory=set)

    def take(self, key: str) -> str:
        """The cell of a field, which then counts as read."""
        self.taken.add(key)
        return self.cells.get(key, "")

    def label(self, key: str) -> str:
        """The choice of a field in small letters, which then counts as read."""
        return self.take(key).strip().casefold()

    def choice(self, key: str, known: Mapping[str, str]) -> str:
        """What a choice means here; Unfit for one that the model does not have."""
        found = self.label(key)
        if found not in known or key in self.strange:
            title, cell = self.titles.get(key, key), self.cells.get(key, "")
            raise Unfit(say("{title}: “{cell}” is no choice of it", title=title, cell=cell[:60]))
        return known[found]

    @property
    def left(self) -> list[str]:
        """The titles of the fields that were filled in and not read."""
        return [self.titles.get(key, key) for key in self.cells if key not in self.taken]


def _formal(one: Instance) -> Iterator[Row]:
    pseudonym = one.take("1.1")
    cells = {"enrolled_when": one.take("1.2")}
    if pseudonym and pseudonym != one.record:
        cells["pseudonym"] = pseudonym
    yield "patients", cells


def _person(one: Instance) -> Iterator[Row]:
    cells = {"birth_date": one.take("2.1"), "sex": one.choice("2.2", _SEXES)}
    yield "patients", cells


def _status(one: Instance) -> Iterator[Row]:
    """A death without its day is an event, so that it is never lost."""
    died = one.take("3.2")
    if died:
        yield "patients", {"death_when": died}
    if one.cells.get("3.1", "").casefold() == "dead":
        one.taken.add("3.1")
        if not died:
            yield "events", {"kind": "death"}


def _disease(one: Instance) -> Iterator[Row]:
    codes = [one.take(key) for key in list(one.cells) if key.split(" ")[0] == "5.1"]
    if not codes:
        raise Unfit(say("it names no disease"))
    verified = one.label("5.2")
    if verified == "entered in error":
        raise Unfit(say("entered in error"))
    own = next((DISORDER_OF[code] for code in codes if code in DISORDER_OF), "")
    if own:
        yield (
            "patients",
            {"diagnosis": own, "diagnosis_status": one.choice("5.2", _DIAGNOSED)},
        )
    elif verified in _VERIFIED:
        cells = {"feature": codes[0], "status": _VERIFIED[verified], "when": one.take("5.4")}
        yield "findings", cells | {"note": joined((*codes[1:], _told(one, "5.9")))}
    else:
        one.taken.clear()  # neither present nor absent: it has no place here


def _variant(one: Instance) -> Iterator[Row]:
    gene = gene_symbol(one.take("6.1.10"))
    if not gene:
        raise Unfit(say("a variant without its gene"))
    zygosity = one.label("6.1.11")
    cells = {
        "gene": gene,
        "hgvs_c": one.take("6.1.8"),
        "hgvs_p": one.take("6.1.9"),
        "zygosity": _ZYGOSITIES.get(zygosity, ""),
    }
    grade = one.label("6.1.14")
    cells["classification"] = _GRADES.get(grade, "")
    told = [one.take("6.1.7"), one.take("6.1.6")]
    told += [one.cells["6.1.11"]] if zygosity not in _ZYGOSITIES else []
    told += [one.cells["6.1.14"]] if grade not in _GRADES else []
    yield "variants", cells | {"note": joined(told)}


def _feature(one: Instance) -> Iterator[Row]:
    feature = one.take("6.2.1")
    if not feature:
        raise Unfit(say("a feature without a name"))
    status = one.label("6.2.2")
    if status not in _FOUND:
        raise Unfit(say("it does not say whether the feature is present"))
    told = joined(_told(one, key) for key in ("6.2.4", "6.2.5", "6.2.6", "6.2.7"))
    cells = {"feature": feature, "status": _FOUND[status], "when": one.take("6.2.3")}
    yield "findings", cells | {"note": told}


def _told(one: Instance, key: str) -> str:
    """A field as words of a note: its title without the number, and what it holds."""
    cell = one.take(key)
    title = re.sub(r"^[\d.A-Z]+\s+", "", one.titles.get(key, key))
    return f"{title}: {cell}" if cell else ""


def _measurement(one: Instance) -> Iterator[Row]:
    status = one.label("6.3.0B")
    if status == "cancelled":
        raise Unfit(say("cancelled"))
    assay, value = one.take("6.3.1").removeprefix("LOINC:"), one.take("6.3.2")
    when, unit = one.take("6.3.5"), one.take("6.3.3")
    vital = _VITAL.fullmatch(one.cells.get("6.3.1A", ""))
    name = vital[1].casefold() if vital else ""
    if name in _SIZES and not assay:
        column, own_unit = _SIZES[name]
        if unit.casefold() not in ("", own_unit):
            raise Unfit(say("{unit} is not read here", unit=unit))
        one.taken.add("6.3.1A")
        yield "body", {"when": when, column: value}
    elif assay and value:
        notes = [_told(one, "6.3.4")] + ([one.cells["6.3.0B"]] if status == "preliminary" else [])
        one.taken.add("6.3.0A")
        cells = {"analyte": assay, "value": value, "unit": unit, "when": when}
        yield "labs", cells | {"note": joined(notes)}
    elif assay and status == "registered":
        yield "labs", {"analyte": assay, "state": "pending", "when": when}
    else:
        one.taken.clear()  # a procedure, or a vital sign: no place here


def _relative(one: Instance) -> Iterator[Row]:
    words = one.take("6.4.4")
    if not words or words.casefold() == "not recorded" or "6.4.4" in one.strange:
        raise Unfit(say("it does not say which relative"))
    relation, sex = _RELATIONS.get(words.casefold(), ("other", ""))
    is_told = relation == "other" and words.casefold() != "other"
    disease = one.take("6.4.12")
    deceased = one.label("6.4.9")
    cells = {
        "relation": relation,
        "sex": one.choice("6.4.6", _SEXES) or sex,
        "birth_date": one.take("6.4.8"),
        "deceased": deceased if deceased in {"yes", "no", "unknown"} else "",
        "affected": "yes" if disease in DISORDER_OF else "",
        "label": one.take("6.4.0"),
        "note": joined((words if is_told else "", _disease_words(disease))),
    }
    yield "family", cells


def _disease_words(code: str) -> str:
    if code in DISORDER_OF:
        return say("{code} ({disorder})", code=code, disorder=disorder_name(DISORDER_OF[code]))
    return code


def _consent(one: Instance) -> Iterator[Row]:
    """A consent that was rejected or taken back as a whole stands against every purpose."""
    when = one.take("7.2")
    whole = _CONSENTS.get(one.cells.get("7.1", "").strip().casefold(), "")
    if whole:
        one.taken.add("7.1")
        yield "consents", {"purpose": "registry", "status": whole, "when": when}
    for key, purpose in (("7.5", "research"), ("7.4", "contact")):
        answer = _ANSWERS.get(one.cells.get(key, "").strip().casefold(), "")
        if answer:
            one.taken.add(key)
            status = whole if answer == "given" and whole else answer
            yield "consents", {"purpose": purpose, "status": status, "when": when}


FORMS: Mapping[str, tuple[str, str, Callable[[Instance], Iterator[Row]]]] = {
    "1": (mark("Formal criteria"), "patients", _formal),
    "2": (mark("Personal information"), "patients", _person),
    "3": (mark("Patient status"), "patients", _status),
    "5": (mark("Disease"), "findings", _disease),
    "6.1": (mark("Genetic findings"), "variants", _variant),
    "6.2": (mark("Phenotypic feature"), "findings", _feature),
    "6.3": (mark("Measurements"), "labs", _measurement),
    "6.4": (mark("Family history"), "family", _relative),
    "7": (mark("Consent"), "consents", _consent),
}
"""Name, table and reader of each form; the care pathway and disability have no place."""
