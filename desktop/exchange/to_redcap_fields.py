"""The fields of a REDCap project in the layout of the rare-disease common data model.

Forms and numbers follow that model. Field names are our own, since the model's names are codes
of a terminology that may not be passed on freely; a clinic that has the model's dictionary
gives it to the export, which then finds each field by its number and each choice by its label.
"""

from __future__ import annotations

from dataclasses import dataclass

FORMAL = "rarelink_1_formal_criteria"
PERSON = "rarelink_2_personal_information"
STATUS = "rarelink_3_patient_status"
DISEASE = "rarelink_5_disease"
GENETICS = "rarelink_6_1_genetic_findings"
FEATURES = "rarelink_6_2_phenotypic_feature"
MEASURED = "rarelink_6_3_measurements"
FAMILY = "rarelink_6_4_family_history"
CONSENT = "rarelink_7_consent"

REPEATING = (DISEASE, GENETICS, FEATURES, MEASURED, FAMILY)
"""The forms that a patient may have several times."""

Choices = tuple[tuple[str, str], ...]
"""Code and label of each choice."""

_YES_NO: Choices = (("yes", "Yes"), ("no", "No"))
_YES_NO_UNKNOWN: Choices = (*_YES_NO, ("unknown", "Unknown"))
_SEXES: Choices = (
    ("female", "Female"),
    ("male", "Male"),
    ("intersex", "Intersex"),
    ("unknown", "Patient sex unknown"),
)


@dataclass(frozen=True, slots=True)
class Field:
    """One field: our name, its form, its number and label in the model, its choices.

    ``bracket`` tells fields of one number apart by what stands in brackets behind the label.
    """

    name: str
    form: str
    number: str
    label: str
    choices: Choices = ()
    bracket: str = ""

    @property
    def title(self) -> str:
        """The label as the form shows it."""
        parts = (self.number, self.label, f"[{self.bracket}]" if self.bracket else "")
        return " ".join(part for part in parts if part)


RECORD = "record_id"

FIELDS: tuple[Field, ...] = (
    Field(RECORD, FORMAL, "", "Registry ID of the individual"),
    Field("rdcdm_1_1", FORMAL, "1.1", "Pseudonym"),
    Field("rdcdm_1_2", FORMAL, "1.2", "Date of admission"),
    Field("rdcdm_2_1", PERSON, "2.1", "Date of birth"),
    Field("rdcdm_2_2", PERSON, "2.2", "Sex at birth", _SEXES),
    Field("rdcdm_3_1", STATUS, "3.1", "Vital status", (("dead", "Dead"),)),
    Field("rdcdm_3_2", STATUS, "3.2", "Time of death"),
    Field("rdcdm_3_6", STATUS, "3.6", "Undiagnosed RD case", _YES_NO),
    Field(
        "rdcdm_7_1",
        CONSENT,
        "7.1",
        "Consent status",
        (("given", "Active"), ("refused", "Rejected"), ("withdrawn", "Inactive")),
    ),
    Field("rdcdm_7_4", CONSENT, "7.4", "Agreement to be contacted for research", _YES_NO),
    Field("rdcdm_7_5", CONSENT, "7.5", "Consent to the reuse of data", _YES_NO),
    Field(
        "disease_coding",
        DISEASE,
        "",
        "Code system of the disease",
        (("mondo", "MONDO"), ("ordo", "ORDO"), ("omim", "OMIM")),
    ),
    Field("rdcdm_5_1_mondo", DISEASE, "5.1", "Disease", bracket="MONDO"),
    Field("rdcdm_5_1_ordo", DISEASE, "5.1", "Disease", bracket="ORDO"),
    Field("rdcdm_5_1_omim", DISEASE, "5.1", "Disease", bracket="OMIM_P"),
    Field(
        "rdcdm_5_2",
        DISEASE,
        "5.2",
        "Verification status",
        (("suspected", "Provisional"), ("confirmed", "Confirmed"), ("ruled_out", "Refuted")),
    ),
    Field("rdcdm_6_1_8", GENETICS, "6.1.8", "Sequence DNA change", bracket="c.HGVS"),
    Field("rdcdm_6_1_9", GENETICS, "6.1.9", "Amino acid change", bracket="p.HGVS"),
    Field("rdcdm_6_1_10", GENETICS, "6.1.10", "Gene", bracket="HGNC-NR"),
    Field(
        "rdcdm_6_1_11",
        GENETICS,
        "6.1.11",
        "Zygosity",
        (
            ("homozygous", "Homozygous"),
            ("heterozygous", "(simple) Heterozygous"),
            ("compound_heterozygous", "Compound heterozygous"),
            ("hemizygous", "Hemizygous"),
            ("unknown", "Unknown"),
        ),
    ),
    Field(
        "rdcdm_6_1_14",
        GENETICS,
        "6.1.14",
        "Clinical significance",
        (
            ("pathogenic", "Pathogenic"),
            ("likely_pathogenic", "Likely pathogenic"),
            ("vus", "Uncertain significance"),
            ("likely_benign", "Likely benign"),
            ("benign", "Benign"),
        ),
        bracket="ACMG",
    ),
    Field("rdcdm_6_2_1", FEATURES, "6.2.1", "Phenotypic feature"),
    Field(
        "rdcdm_6_2_2",
        FEATURES,
        "6.2.2",
        "Status",
        (("present", "Confirmed present"), ("absent", "Refuted")),
    ),
    Field("rdcdm_6_2_3", FEATURES, "6.2.3", "Determination date"),
    Field("rdcdm_6_3_1", MEASURED, "6.3.1", "Assay"),
    Field("rdcdm_6_3_2", MEASURED, "6.3.2", "Value"),
    Field("rdcdm_6_3_3", MEASURED, "6.3.3", "Value unit"),
    Field("rdcdm_6_3_5", MEASURED, "6.3.5", "Time observed"),
    Field(
        "rdcdm_6_4_4",
        FAMILY,
        "6.4.4",
        "Family member relationship",
        (
            ("mother", "Natural mother"),
            ("father", "Natural father"),
            ("sibling", "Sibling"),
            ("child", "Child"),
            ("other", "Other"),
        ),
    ),
    Field("rdcdm_6_4_6", FAMILY, "6.4.6", "Family member sex", _SEXES),
    Field("rdcdm_6_4_9", FAMILY, "6.4.9", "Family member deceased", _YES_NO_UNKNOWN),
)
"""The fields of the model that the registry can fill, in the order of the model."""
