"""The words that people see for tables, columns and choices: one place for all of them."""

from __future__ import annotations

from types import MappingProxyType

TABLE_NAMES = MappingProxyType(
    {
        "patients": "Patient",
        "identities": "Name",
        "findings": "Finding",
        "labs": "Laboratory result",
        "masses": "Mass",
        "mass_measurements": "Mass measurement",
        "treatments": "Treatment",
        "procedures": "Procedure",
        "events": "Event",
        "variants": "Genetic variant",
        "family": "Relative",
        "sources": "Source",
        "allergies": "Allergy",
        "body": "Height and weight",
        "targets": "Target range",
        "visits": "Visit",
    }
)
"""What one record of a table is called."""

TABLE_TITLES = MappingProxyType(
    {
        "findings": "Findings",
        "labs": "Laboratory results",
        "masses": "Masses",
        "mass_measurements": "Mass measurements",
        "treatments": "Treatments",
        "procedures": "Procedures",
        "events": "Events",
        "variants": "Genetic variants",
        "family": "Family",
        "sources": "Sources",
        "allergies": "Allergies",
        "body": "Height and weight",
        "targets": "Target ranges",
        "visits": "Visits",
    }
)
"""What the records of a table are called."""

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
    }
)
"""The icon of each table."""

_COLUMN_NAMES = {
    "patient_id": "Registry ID",
    "birth_date": "Born",
    "death_when": "Died",
    "family_id": "Family ID",
    "given_name": "Forename",
    "family_name": "Surname",
    "mrn": "MRN",
    "diagnosis_status": "Diagnosis is",
    "enrolled_when": "Enrolled",
    "when": "When",
    "ref_low": "Range from",
    "ref_high": "Range to",
    "mass_id": "Mass",
    "first_when": "First noticed",
    "recurrence_of": "Recurrence of",
    "modality": "Method",
    "length_mm": "Length",
    "width_mm": "Width",
    "depth_mm": "Depth",
    "volume_ml": "Volume as reported",
    "not_detectable": "Result",
    "agent": "Agent",
    "start_when": "Started",
    "stop_when": "Stopped",
    "dose_unit": "Unit of dose",
    "hgvs_c": "Coding change",
    "hgvs_p": "Protein change",
    "relative_id": "Registry ID",
    "affected": "Affected",
    "height_cm": "Height",
    "weight_kg": "Weight",
    "low": "From",
    "high": "To",
    "from_when": "Valid from",
    "regions_examined": "Regions examined",
    "identifier": "PMID or DOI",
    "url": "Address",
}

_OWN_NAMES = {
    ("masses", "mass_id"): "Mass number",
    ("labs", "method"): "Assay method",
    ("labs", "flag"): "Judged by laboratory",
    ("findings", "status"): "Finding is",
    ("variants", "classification"): "Classified as",
}

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

_CHOICES = {
    "ct": "CT",
    "mri": "MRI",
    "vus": "VUS (uncertain significance)",
    "none_known": "No known allergies",
    "ruled_out": "Ruled out",
}

_OWN_CHOICES = {
    ("not_detectable", "yes"): "Looked for, not detectable",
    ("not_detectable", ""): "Measured or seen",
}

NOT_RECORDED = "Not recorded"


def column_name(table: str, column: str) -> str:
    """The label of a field."""
    own = _OWN_NAMES.get((table, column)) or _COLUMN_NAMES.get(column)
    return own or column.replace("_", " ").capitalize()


def choice_name(column: str, choice: str) -> str:
    """A closed choice for people; the empty one says that nothing was recorded."""
    if own := _OWN_CHOICES.get((column, choice)):
        return own
    if not choice:
        return NOT_RECORDED
    if choice in {"<", ">", "<=", ">="}:
        return choice
    return _CHOICES.get(choice, choice.replace("_", " ").capitalize())


def sentence(rule: str, value: str, accepted: str) -> str:
    """A problem of ``domain.checks`` as a sentence below its field."""
    said = f"{value}: {rule}" if value else rule[:1].upper() + rule[1:]
    return f"{said}. Accepted: {accepted}." if accepted else f"{said}."
