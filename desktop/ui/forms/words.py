"""The words that people see for tables, columns and choices: one place for all of them.

The texts are marked here and said when they are shown.
"""

from __future__ import annotations

from types import MappingProxyType

from desktop.domain.language import mark, say
from desktop.ui.forms.choice_words import NOT_RECORDED as NOT_RECORDED
from desktop.ui.forms.choice_words import choice_name as choice_name

TABLE_NAMES = MappingProxyType(
    {
        "patients": mark("Patient"),
        "identities": mark("Name"),
        "findings": mark("Finding"),
        "labs": mark("Laboratory result"),
        "masses": mark("Mass"),
        "mass_measurements": mark("Mass measurement"),
        "treatments": mark("Treatment"),
        "procedures": mark("Procedure"),
        "events": mark("Event"),
        "variants": mark("Genetic variant"),
        "family": mark("Relative"),
        "sources": mark("Source"),
        "allergies": mark("Allergy"),
        "body": mark("Height and weight"),
        "targets": mark("Target range"),
        "visits": mark("Visit"),
        "consents": mark("Consent"),
        "silences": mark("Advice set aside"),
        "own_intervals": mark("Own interval"),
        "assessments": mark("Stored assessment"),
        "worklist_marks": mark("Worklist mark"),
    }
)
"""What one record of a table is called; to be said."""

TABLE_TITLES = MappingProxyType(
    {
        "findings": mark("Findings"),
        "labs": mark("Laboratory results"),
        "masses": mark("Masses"),
        "mass_measurements": mark("Mass measurements"),
        "treatments": mark("Treatments"),
        "procedures": mark("Procedures"),
        "events": mark("Events"),
        "variants": mark("Genetic variants"),
        "family": mark("Family"),
        "sources": mark("Sources"),
        "allergies": mark("Allergies"),
        "body": mark("Height and weight"),
        "targets": mark("Target ranges"),
        "visits": mark("Visits"),
        "consents": mark("Consents"),
        "silences": mark("Advice set aside"),
        "own_intervals": mark("Own intervals"),
        "assessments": mark("Stored assessments"),
        "worklist_marks": mark("Worklist marks"),
    }
)
"""What the records of a table are called; to be said."""

TABLE_ICONS = MappingProxyType(
    {
        "findings": "stethoscope",
        "labs": "test-pipe",
        "masses": "body-scan",
        "mass_measurements": "ruler-measure",
        "treatments": "pill",
        "procedures": "scissors",
        "events": "calendar",
        "variants": "dna-2",
        "family": "users",
        "sources": "book-2",
        "allergies": "ban",
        "body": "user",
        "targets": "adjustments",
        "visits": "calendar-due",
        "consents": "clipboard-text",
        "silences": "clock-pause",
        "own_intervals": "hourglass",
        "assessments": "report-medical",
        "worklist_marks": "list-check",
    }
)
"""The icon of each table."""

COLUMN_NAMES = MappingProxyType(
    {
        "patient_id": mark("Registry ID"),
        "sex": mark("Sex"),
        "birth_date": mark("Born"),
        "death_when": mark("Died"),
        "family_id": mark("Family ID"),
        "given_name": mark("Forename"),
        "family_name": mark("Surname"),
        "mrn": mark("MRN"),
        "diagnosis": mark("Diagnosis"),
        "diagnosis_status": mark("Diagnosis is"),
        "enrolled_when": mark("Enrolled"),
        "consent": mark("Consent"),
        "note": mark("Note"),
        "feature": mark("Feature"),
        "status": mark("Status"),
        "when": mark("When"),
        "site": mark("Site"),
        "side": mark("Side"),
        "analyte": mark("Analyte"),
        "value": mark("Value"),
        "comparator": mark("Comparator"),
        "unit": mark("Unit"),
        "ref_low": mark("Range from"),
        "ref_high": mark("Range to"),
        "flag": mark("Flag"),
        "specimen": mark("Specimen"),
        "fasting": mark("Fasting"),
        "method": mark("Method"),
        "state": mark("Result is"),
        "hemolyzed": mark("Hemolyzed"),
        "on_binder": mark("On phosphate binder"),
        "dialysis": mark("Dialysis"),
        "mass_id": mark("Mass"),
        "plane": mark("Plane"),
        "first_when": mark("First noticed"),
        "recurrence_of": mark("Recurrence of"),
        "split_from": mark("Split from"),
        "merged_into": mark("Merged into"),
        "modality": mark("Method"),
        "length_mm": mark("Length"),
        "width_mm": mark("Width"),
        "depth_mm": mark("Depth"),
        "volume_ml": mark("Volume as reported"),
        "not_detectable": mark("Result"),
        "pain": mark("Pain, 0 to 10"),
        "motion": mark("Motion of the joint"),
        "ulcer": mark("Ulcer"),
        "drainage": mark("Drainage"),
        "observer": mark("Observer"),
        "agent": mark("Agent"),
        "start_when": mark("Started"),
        "stop_when": mark("Stopped"),
        "dose": mark("Dose"),
        "dose_unit": mark("Unit of dose"),
        "frequency": mark("Frequency"),
        "response": mark("Response"),
        "kind": mark("Kind"),
        "completeness": mark("Completeness"),
        "gene": mark("Gene"),
        "hgvs_c": mark("Coding change"),
        "hgvs_p": mark("Protein change"),
        "zygosity": mark("Zygosity"),
        "classification": mark("Classification"),
        "relation": mark("Relation"),
        "relative_id": mark("Registry ID"),
        "affected": mark("Affected"),
        "carrier": mark("Carrier"),
        "deceased": mark("Deceased"),
        "label": mark("Called"),
        "title": mark("Title"),
        "year": mark("Year"),
        "identifier": mark("PMID or DOI"),
        "url": mark("Address"),
        "substance": mark("Substance"),
        "reaction": mark("Reaction"),
        "height_cm": mark("Height"),
        "weight_kg": mark("Weight"),
        "low": mark("From"),
        "high": mark("To"),
        "from_when": mark("Valid from"),
        "regions_examined": mark("Regions examined"),
        "clinician": mark("Clinician"),
        "purpose": mark("Purpose"),
        "rule": mark("Rule"),
        "reason": mark("Reason"),
        "who": mark("By"),
        "fingerprint": mark("Wording then"),
        "ended": mark("Ended"),
        "every": mark("Every"),
        "guidance_version": mark("Guidance version"),
        "content": mark("Assessment"),
        "facts": mark("Facts"),
        "item": mark("Item"),
        "action": mark("Done or put off"),
        "until_when": mark("Until"),
        "evidence": mark("Rested on"),
    }
)
"""What a column is called in every table; to be said."""

OWN_NAMES = MappingProxyType(
    {
        ("masses", "mass_id"): mark("Mass number"),
        ("labs", "method"): mark("Assay method"),
        ("labs", "flag"): mark("Judged by laboratory"),
        ("findings", "status"): mark("Finding is"),
        ("variants", "classification"): mark("Classified as"),
        ("consents", "status"): mark("Answer"),
    }
)
"""What a column is called in one table, where that differs."""

UNITS = MappingProxyType(
    {
        "length_mm": "mm",
        "width_mm": "mm",
        "depth_mm": "mm",
        "volume_ml": "mL",
        "height_cm": "cm",
        "weight_kg": "kg",
    }
)
"""The unit of a size column."""


def table_name(table: str) -> str:
    """What one record of a table is called, in the language shown."""
    return say(TABLE_NAMES[table])


def table_title(table: str) -> str:
    """What the records of a table are called, in the language shown."""
    return say(TABLE_TITLES[table])


def column_name(table: str, column: str) -> str:
    """The label of a field."""
    return say(OWN_NAMES.get((table, column)) or COLUMN_NAMES[column])


def sentence(rule: str, value: str, accepted: str) -> str:
    """A problem of ``domain.checks`` as a sentence below its field."""
    said = f"{value}: {rule}" if value else rule[:1].upper() + rule[1:]
    if not accepted:
        return f"{said}."
    return say("{problem}. Accepted: {accepted}.", problem=said, accepted=accepted)
