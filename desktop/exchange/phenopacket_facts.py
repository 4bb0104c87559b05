"""Features, measurements, diseases, variants and actions of a phenopacket as rows of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.disorders import DISORDER_KEYS
from desktop.domain.language import say
from desktop.exchange.column_names import analyte_key
from desktop.exchange.fhir_clinical import kind_of_procedure
from desktop.exchange.fhir_parts import Node, Unfit, decimal, node, nodes, text
from desktop.exchange.phenopacket_parts import day_of, joined, label, own_key, quantity, time_of
from desktop.exchange.to_codes import DISORDER_OF

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = tuple[str, dict[str, str]]
_FLAGS = {"flag_low": "low", "flag_normal": "normal", "flag_high": "high"}
_CENSORED = frozenset({"below", "at_most", "above", "at_least", "censored"})
_WRITTEN = re.compile(r"(<=|>=|<|>)(\S+) ?(.*)")
_ZYGOSITY = {
    "GENO:0000136": "homozygous",
    "GENO:0000135": "heterozygous",
    "GENO:0000134": "hemizygous",
    "GENO:0000402": "compound_heterozygous",
}
_ACMG = {
    "PATHOGENIC": "pathogenic",
    "LIKELY_PATHOGENIC": "likely_pathogenic",
    "UNCERTAIN_SIGNIFICANCE": "vus",
    "LIKELY_BENIGN": "likely_benign",
    "BENIGN": "benign",
}


def feature(part: Node) -> Row:
    """A feature that was found, or looked for and not found; a mass or event of our own."""
    kind = node(part.get("type"))
    identifier, key = text(kind.get("id")), own_key(kind)
    when, told = time_of(part.get("onset"))
    site, side, others = _places(part)
    note = joined(
        (
            say("onset: {time}", time=told) if told else "",
            joined(others),
            label(part.get("severity")) if part.get("severity") else "",
            text(part.get("description")),
        )
    )
    if key == "mass":
        cells = {"mass_id": _mass_id(part), "site": site, "side": side, "first_when": when}
        return "masses", cells
    if key.startswith("event_"):
        return "events", {"kind": key.removeprefix("event_"), "when": when, "note": note}
    words = identifier if identifier.startswith("HP:") else key or label(kind)
    if not words:
        raise Unfit(say("a feature without a name"))
    excluded = part.get("excluded")
    if excluded not in (None, True, False):
        raise Unfit(say("“excluded” is neither true nor false"))
    cells = {"feature": words, "status": "absent" if excluded else "present", "when": when}
    return "findings", cells | {"site": site, "side": side, "note": note}


def _mass_id(part: Node) -> str:
    return text(part.get("description")).removeprefix("mass_id ").strip()


def _places(part: Node) -> tuple[str, str, list[str]]:
    """Site and side where our own export wrote them; other modifiers in words."""
    site = side = ""
    others = []
    for one in nodes(part.get("modifiers")):
        if text(one.get("id")).startswith("CALCINOSIS:"):
            site, side = _place(one)
        else:
            others.append(label(one))
    return site, side, others


def _place(part: object) -> tuple[str, str]:
    key, words = own_key(part), label(part)
    first = words.split(" ")[0].casefold()
    side = first if first in {"left", "right", "midline", "bilateral"} else ""
    if key == "side":
        return "", side
    return key or (words[len(side) :].strip() if side else words), side


def measurement(part: Node) -> Row:
    """A result, a body size, or the size of a mass; Unfit for one in words."""
    assay = node(part.get("assay"))
    identifier, key = text(assay.get("id")), own_key(assay)
    when, told = time_of(part.get("timeObserved"))
    if key == "mass_size":
        return "mass_measurements", _mass_size(part, when)
    value = node(part.get("value"))
    number = node(value.get("quantity"))
    if key in {"height", "weight"}:
        size, unit = quantity(number)
        column = {"height": "height_cm", "weight": "weight_kg"}[key]
        if not column.endswith(unit):
            raise Unfit(say("{unit} is not read here", unit=unit))
        return "body", {"when": when, column: size}
    code = identifier.removeprefix("LOINC:") if identifier.startswith("LOINC:") else ""
    cells = {
        "analyte": code or key or analyte_key(label(assay)) or label(assay),
        "when": when,
        "note": joined((text(part.get("description")), told)),
        "method": label(node(part.get("procedure")).get("code")) if "procedure" in part else "",
    }
    return "labs", cells | _result(value, number)


def _result(value: Node, number: Node) -> dict[str, str]:
    if number:
        found, unit = quantity(number)
        if not found:
            raise Unfit(say("no result in it"))
        cells = {"value": found, "unit": unit}
        limits = node(number.get("referenceRange"))
        if limits and quantity(limits)[1] in ("", unit):
            cells |= {
                "ref_low": decimal(limits.get("low")),
                "ref_high": decimal(limits.get("high")),
            }
        return cells
    told = node(value.get("ontologyClass"))
    key = own_key(told)
    if key in _FLAGS:
        return {"flag": _FLAGS[key]}
    written = _WRITTEN.fullmatch(label(told)) if key in _CENSORED else None
    if written:
        return {"comparator": written[1], "value": written[2], "unit": written[3]}
    raise Unfit(say("the result is words, not a number: {words}", words=label(told)[:80]))


def _mass_size(part: Node, when: str) -> dict[str, str]:
    cells = {"mass_id": _mass_id(part), "when": when}
    for one in nodes(node(part.get("complexValue")).get("typedQuantities")):
        cells[own_key(one.get("type"))] = quantity(one.get("quantity"))[0]
    if own_key(node(part.get("value")).get("ontologyClass")) == "not_detectable":
        cells["not_detectable"] = "yes"
    modality = own_key(node(part.get("procedure")).get("code"))
    return cells | {"modality": "" if modality == "modality_not_stated" else modality}


def disease(part: Node, *, is_ours: bool) -> Row:
    """The diagnosis where it is one of ours; else a finding in words."""
    term = part.get("term")
    identifier, excluded = text(node(term).get("id")), part.get("excluded") is True
    key = own_key(term) or DISORDER_OF.get(identifier, "")
    if key in DISORDER_KEYS and (is_ours or not excluded):
        status = ("ruled_out" if excluded else "confirmed") if is_ours else ""
        return "patients", {"diagnosis": key, "diagnosis_status": status}
    when, told = time_of(part.get("onset"))
    if not label(term):
        raise Unfit(say("a disease without a name"))
    status = "absent" if excluded else "present"
    note = joined((identifier, say("onset: {time}", time=told) if told else ""))
    return "findings", {"feature": label(term), "status": status, "when": when, "note": note}


def interpretation(part: Node) -> Iterator[Row]:
    """The variants of an interpretation; a diagnosis of our own that is only suspected."""
    diagnosis = node(part.get("diagnosis"))
    key = own_key(diagnosis.get("disease"))
    progress = text(part.get("progressStatus"))
    if key in DISORDER_KEYS and progress == "IN_PROGRESS":
        yield "patients", {"diagnosis": key, "diagnosis_status": "suspected"}
    for one in nodes(diagnosis.get("genomicInterpretations")):
        yield "variants", _variant(one)


def _variant(part: Node) -> dict[str, str]:
    told = node(part.get("variantInterpretation"))
    described = node(told.get("variationDescriptor"))
    gene = node(described.get("geneContext")) or node(part.get("gene"))
    symbol = text(gene.get("symbol")).strip()
    if not symbol:
        raise Unfit(say("a variant without its gene"))
    written = {
        text(one.get("syntax")): text(one.get("value"))
        for one in nodes(described.get("expressions"))
    }
    state = node(described.get("allelicState"))
    zygosity = _ZYGOSITY.get(text(state.get("id")), own_key(state))
    grade = text(told.get("acmgPathogenicityClassification"))
    others = (described.get("label"), written.get("hgvs.g"), written.get("spdi"))
    structural = label(described.get("structuralType")) if "structuralType" in described else ""
    return {
        "gene": symbol,
        "hgvs_c": written.get("hgvs.c", ""),
        "hgvs_p": written.get("hgvs.p", ""),
        "zygosity": zygosity,
        "classification": _ACMG.get(grade, ""),
        "note": joined((*(text(one) for one in others), structural)),
    }


def action(part: Node) -> Iterator[Row]:
    """A treatment, once for each interval of doses, or a procedure; nothing for other actions."""
    if "treatment" in part:
        yield from _treatments(node(part["treatment"]), part)
    elif "procedure" in part:
        told = node(part["procedure"])
        when, words = time_of(told.get("performed"))
        key = own_key(told.get("code"))
        site, side = _place(told["bodySite"]) if "bodySite" in told else ("", "")
        name = label(told.get("code"))
        note = joined(("" if key else name, words))
        cells = {"kind": key or kind_of_procedure(name), "when": when, "note": note}
        yield "procedures", cells | {"site": site, "side": side}


def _treatments(told: Node, part: Node) -> Iterator[Row]:
    agent = own_key(told.get("agent")) or label(told.get("agent"))
    if not agent:
        raise Unfit(say("it names no drug"))
    response = own_key(part.get("responseToTreatment")).removeprefix("response_")
    note = joined(
        label(part.get(name)) for name in ("treatmentIntent", "treatmentTarget") if part.get(name)
    )
    shared = {"agent": agent, "response": response, "note": note}
    for dose in nodes(told.get("doseIntervals")) or [{}]:
        amount, unit = quantity(dose.get("quantity"))
        ends = node(dose.get("interval"))
        often = label(dose.get("scheduleFrequency"))
        yield (
            "treatments",
            shared
            | {
                "dose": amount,
                "dose_unit": unit,
                "frequency": often,
                "start_when": day_of(ends.get("start")),
                "stop_when": day_of(ends.get("end")),
            },
        )
