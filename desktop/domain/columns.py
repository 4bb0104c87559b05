"""The tables of FORMATS as one list: which columns each has, and what a cell may hold.

Import, export, forms, checks and the journal all read this; nothing else names columns.
"""

from __future__ import annotations

from desktop.domain import records as r
from desktop.domain.bookkeeping import BOOKKEEPING_TABLES
from desktop.domain.disorders import DISORDER_KEYS
from desktop.domain.table import Cell as Cell
from desktop.domain.table import Column as Column
from desktop.domain.table import Table as Table
from desktop.domain.table import choice_column, texts, when_column

_SIDE = choice_column("side", "left right midline bilateral")
_SITE = Column("site", Cell.SITE)
_MASS = Column("mass_id", Cell.MASS)
_NOTE = Column("note")
_MODALITY = choice_column("modality", "clinical radiograph ultrasound ct mri bone_scan other")
_PROCEDURES = (
    "excision biopsy injection drainage dental imaging parathyroidectomy dialysis_start"
    " transplant other"
)
_PLANES = "subcutaneous intramuscular periarticular intraarticular visceral skin"
_EVENTS = (
    "ulceration drainage infection nerve_compression flare recurrence fracture"
    " joint_ankylosis death other"
)

PATIENTS = Table(
    "patients",
    r.Patient,
    (
        Column("patient_id", required=True),
        choice_column("sex", "female male intersex unknown"),
        when_column("birth_date"),
        when_column("death_when"),
        Column("family_id"),
        Column("diagnosis", Cell.CHOICE, choices=DISORDER_KEYS),
        choice_column("diagnosis_status", "suspected confirmed ruled_out"),
        when_column("enrolled_when"),
        choice_column("consent", "registry research none withdrawn"),
        _NOTE,
    ),
)
IDENTITIES = Table("identities", r.Identity, texts("given_name", "family_name", "mrn"))

CLINICAL: tuple[Table, ...] = (
    Table(
        "findings",
        r.Finding,
        (
            Column("feature", Cell.FEATURE, required=True),
            choice_column("status", "present absent", required=True),
            when_column(),
            _SITE,
            _SIDE,
            _NOTE,
        ),
    ),
    Table(
        "labs",
        r.LabResult,
        (
            Column("analyte", Cell.ANALYTE, required=True),
            Column("value", Cell.NUMBER),
            choice_column("comparator", "< > <= >="),
            Column("unit"),
            when_column(),
            Column("ref_low", Cell.NUMBER),
            Column("ref_high", Cell.NUMBER),
            choice_column("flag", "low normal high"),
            Column("specimen"),
            choice_column("fasting", "yes no"),
            Column("method"),
            choice_column("state", "pending not_measured"),
            choice_column("hemolyzed", "yes no"),
            choice_column("on_binder", "yes no"),
            choice_column("dialysis", "before after between"),
            _NOTE,
        ),
    ),
    Table(
        "masses",
        r.Mass,
        (
            Column("mass_id", required=True),
            Column("site", Cell.SITE, required=True),
            _SIDE,
            choice_column("plane", _PLANES),
            when_column("first_when"),
            Column("recurrence_of", Cell.MASS),
            Column("split_from", Cell.MASS),
            Column("merged_into", Cell.MASS),
            _NOTE,
        ),
    ),
    Table(
        "mass_measurements",
        r.MassMeasurement,
        (
            Column("mass_id", Cell.MASS, required=True),
            when_column(),
            _MODALITY,
            Column("length_mm", Cell.SIZE),
            Column("width_mm", Cell.SIZE),
            Column("depth_mm", Cell.SIZE),
            Column("volume_ml", Cell.SIZE),
            choice_column("not_detectable", "yes"),
            Column("pain", Cell.NUMBER),
            choice_column("motion", "full limited fixed"),
            choice_column("ulcer", "yes no"),
            choice_column("drainage", "yes no"),
            Column("observer"),
            _NOTE,
        ),
    ),
    Table(
        "treatments",
        r.Treatment,
        (
            Column("agent", Cell.AGENT, required=True),
            when_column("start_when"),
            when_column("stop_when"),
            *texts("dose", "dose_unit", "frequency"),
            choice_column("response", "improved stable worse mixed"),
            _NOTE,
        ),
    ),
    Table(
        "procedures",
        r.Procedure,
        (
            choice_column("kind", _PROCEDURES, required=True),
            when_column(),
            _MASS,
            _SITE,
            _SIDE,
            choice_column("completeness", "complete incomplete"),
            _NOTE,
        ),
    ),
    Table(
        "events",
        r.ClinicalEvent,
        (choice_column("kind", _EVENTS, required=True), when_column(), _MASS, _SITE, _NOTE),
    ),
    Table(
        "variants",
        r.Variant,
        (
            Column("gene", required=True),
            *texts("hgvs_c", "hgvs_p"),
            choice_column(
                "zygosity", "homozygous compound_heterozygous heterozygous hemizygous unknown"
            ),
            choice_column(
                "classification", "pathogenic likely_pathogenic vus likely_benign benign"
            ),
            _NOTE,
        ),
    ),
    Table(
        "family",
        r.Relative,
        (
            choice_column("relation", "mother father sibling child other", required=True),
            Column("relative_id"),
            choice_column("affected", "yes no unknown"),
            choice_column("carrier", "yes no unknown"),
            choice_column("sex", "female male intersex unknown"),
            when_column("birth_date"),
            choice_column("deceased", "yes no unknown"),
            Column("label"),
            _NOTE,
        ),
    ),
    Table("sources", r.Source, texts("title", "year", "identifier", "url")),
    Table(
        "allergies",
        r.Allergy,
        (
            Column("substance", required=True),
            Column("reaction"),
            when_column(),
            choice_column("status", "present none_known unknown"),
            _NOTE,
        ),
    ),
    Table(
        "body",
        r.BodySize,
        (
            when_column(required=True),
            Column("height_cm", Cell.SIZE),
            Column("weight_kg", Cell.SIZE),
            _NOTE,
        ),
    ),
    Table(
        "targets",
        r.Target,
        (
            Column("analyte", Cell.ANALYTE, required=True),
            Column("low", Cell.NUMBER),
            Column("high", Cell.NUMBER),
            Column("unit"),
            when_column("from_when"),
            _NOTE,
        ),
    ),
    Table(
        "visits",
        r.Visit,
        (
            when_column(required=True),
            Column("regions_examined"),
            _MODALITY,
            Column("clinician"),
            _NOTE,
        ),
    ),
    Table(
        "consents",
        r.Consent,
        (
            choice_column("purpose", "registry research sharing contact images", required=True),
            choice_column("status", "given refused withdrawn", required=True),
            when_column(),
            _NOTE,
        ),
    ),
    *BOOKKEEPING_TABLES,
)
"""The tables that hang on a patient: those of FORMATS in its order, then our own."""

BOOKKEEPING = frozenset(table.name for table in BOOKKEEPING_TABLES)
"""The tables that say what was done about a patient, not what is known of one."""

SHOWN_TABLES: tuple[Table, ...] = tuple(t for t in CLINICAL if t.name not in BOOKKEEPING)
"""The tables whose records people add and read one by one."""

TABLES: tuple[Table, ...] = (PATIENTS, IDENTITIES, *CLINICAL)
"""Every table of the registry file, parents first."""


_BY_RECORD: dict[type, Table] = {table.record: table for table in TABLES}
_BY_NAME = {table.name: table for table in TABLES}


def table_of(record: type[r.Record]) -> Table:
    """The table of a record class."""
    return _BY_RECORD[record]


def table_named(name: str) -> Table:
    """The table with this name; KeyError for any other name."""
    return _BY_NAME[name]
