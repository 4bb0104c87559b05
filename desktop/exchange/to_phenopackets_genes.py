"""Diagnosis and variants of a phenopacket: what is suspected never leaves as a disease."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.disorders import disorder_name
from desktop.exchange import to_codes
from desktop.exchange.to_fhir_parts import Json
from desktop.exchange.to_phenopackets_parts import own, term

if TYPE_CHECKING:
    from desktop.domain import records as r
    from desktop.domain.case import Case

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_ACMG = {
    "pathogenic": "PATHOGENIC",
    "likely_pathogenic": "LIKELY_PATHOGENIC",
    "vus": "UNCERTAIN_SIGNIFICANCE",
    "likely_benign": "LIKELY_BENIGN",
    "benign": "BENIGN",
}
# As public phenopackets of this format write them.
_ALLELES = {
    "homozygous": ("GENO:0000136", "homozygous"),
    "heterozygous": ("GENO:0000135", "heterozygous"),
    "hemizygous": ("GENO:0000134", "hemizygous"),
}


def _disease(case: Case) -> Json:
    key = case.patient.diagnosis.strip()
    if not key:
        return own("diagnosis_open", "no diagnosis yet")
    codes = to_codes.disorder(case)
    if not codes:
        return own(key, disorder_name(key))
    system, code = codes[0]
    return term(code if code.startswith(system) else f"{system}:{code}", disorder_name(key))


def diseases(case: Case) -> list[Json]:
    """The diagnosis where it is confirmed or ruled out; one that is suspected is no disease."""
    status = case.patient.diagnosis_status.strip()
    if not case.patient.diagnosis.strip() or status not in {"confirmed", "ruled_out"}:
        return []
    return [{"term": _disease(case), "excluded": status == "ruled_out"}]


def interpretations(case: Case) -> list[Json]:
    """Variants, and a diagnosis that is held but not confirmed."""
    status, has = case.patient.diagnosis_status.strip(), bool(case.patient.diagnosis.strip())
    is_open = has and status not in {"confirmed", "ruled_out"}
    if not case.variants and not is_open:
        return []
    identifier = case.patient.patient_id
    diagnosis: Json = {"disease": _disease(case)}
    if status == "ruled_out":
        diagnosis = {"disease": own("diagnosis_open", "no diagnosis yet")}
    if case.variants:
        diagnosis["genomicInterpretations"] = [
            _variant(one, f"{identifier}-{number}", identifier)
            for number, one in enumerate(case.variants, start=1)
        ]
    progress = "COMPLETED" if status == "confirmed" else "IN_PROGRESS"
    return [{"id": f"{identifier}-genetics", "progressStatus": progress, "diagnosis": diagnosis}]


def _variant(one: r.Variant, identifier: str, subject: str) -> Json:
    gene: Json = {"symbol": one.gene.strip()}
    if found := to_codes.gene_id(one.gene):
        gene["valueId"] = found
    descriptor: Json = {
        "id": _UNSAFE.sub("_", identifier),
        "geneContext": gene,
        "moleculeContext": "transcript",
    }
    written = (("hgvs.c", one.hgvs_c.strip()), ("hgvs.p", one.hgvs_p.strip()))
    expressions = [{"syntax": syntax, "value": text} for syntax, text in written if text]
    if expressions:
        descriptor["expressions"] = expressions
    if zygosity := one.zygosity.strip():
        known = _ALLELES.get(zygosity)
        descriptor["allelicState"] = term(*known) if known else own(zygosity)
    interpreted: Json = {
        "acmgPathogenicityClassification": _ACMG.get(one.classification.strip(), "NOT_PROVIDED"),
        "variationDescriptor": descriptor,
    }
    return {
        "subjectOrBiosampleId": subject,
        "interpretationStatus": "UNKNOWN_STATUS",
        "variantInterpretation": interpreted,
    }
