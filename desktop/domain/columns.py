"""The tables of FORMATS as one list: which columns each has, and what a cell may hold.

Import, export, forms, checks and the journal all read this; nothing else names columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from desktop.domain import records as r
from desktop.domain.disorders import DISORDER_KEYS


class Cell(Enum):
    """What kind of text a cell holds."""

    TEXT = "text"
    WHEN = "when"
    NUMBER = "number"
    SIZE = "size"  # a number above zero
    CHOICE = "choice"
    FEATURE = "feature"
    ANALYTE = "analyte"
    AGENT = "agent"
    SITE = "site"
    MASS = "mass"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the CSV table, what it holds, and the choices where closed."""

    name: str
    cell: Cell = Cell.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)  # there is one of each: identity is enough
class Table:
    """One record kind: the name of its CSV table and of its SQL table, its class, its columns."""

    name: str
    record: type[r.Record]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The column names without ``patient_id``."""
        return tuple(column.name for column in self.columns)


def _text(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


def _when(name: str = "when", *, required: bool = False) -> Column:
    return Column(name, Cell.WHEN, required)


def _choice(name: str, choices: str, *, required: bool = False) -> Column:
    return Column(name, Cell.CHOICE, required, tuple(choices.split()))


_SIDE = _choice("side", "left right midline bilateral")
_SITE = Column("site", Cell.SITE)
_MASS = Column("mass_id", Cell.MASS)
_NOTE = Column("note")
_MODALITY = _choice("modality", "clinical radiograph ultrasound ct mri bone_scan other")
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
        _choice("sex", "female male intersex unknown"),
        _when("birth_date"),
        _when("death_when"),
        Column("family_id"),
        Column("diagnosis", Cell.CHOICE, choices=DISORDER_KEYS),
        _choice("diagnosis_status", "suspected confirmed ruled_out"),
        _when("enrolled_when"),
        _choice("consent", "registry research none withdrawn"),
        _NOTE,
    ),
)
IDENTITIES = Table("identities", r.Identity, _text("given_name", "family_name", "mrn"))

CLINICAL: tuple[Table, ...] = (
    Table(
        "findings",
        r.Finding,
        (
            Column("feature", Cell.FEATURE, required=True),
            _choice("status", "present absent", required=True),
            _when(),
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
            _choice("comparator", "< > <= >="),
            Column("unit"),
            _when(),
            Column("ref_low", Cell.NUMBER),
            Column("ref_high", Cell.NUMBER),
            _choice("flag", "low normal high"),
            Column("specimen"),
            _choice("fasting", "yes no"),
            Column("method"),
            _choice("state", "pending not_measured"),
            _choice("hemolyzed", "yes no"),
            _choice("on_binder", "yes no"),
            _choice("dialysis", "before after between"),
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
            _choice("plane", _PLANES),
            _when("first_when"),
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
            _when(),
            _MODALITY,
            Column("length_mm", Cell.SIZE),
            Column("width_mm", Cell.SIZE),
            Column("depth_mm", Cell.SIZE),
            Column("volume_ml", Cell.SIZE),
            _choice("not_detectable", "yes"),
            Column("pain", Cell.NUMBER),
            _choice("motion", "full limited fixed"),
            _choice("ulcer", "yes no"),
            _choice("drainage", "yes no"),
            Column("observer"),
            _NOTE,
        ),
    ),
    Table(
        "treatments",
        r.Treatment,
        (
            Column("agent", Cell.AGENT, required=True),
            _when("start_when"),
            _when("stop_when"),
            *_text("dose", "dose_unit", "frequency"),
            _choice("response", "improved stable worse mixed"),
            _NOTE,
        ),
    ),
    Table(
        "procedures",
        r.Procedure,
        (
            _choice("kind", _PROCEDURES, required=True),
            _when(),
            _MASS,
            _SITE,
            _SIDE,
            _choice("completeness", "complete incomplete"),
            _NOTE,
        ),
    ),
    Table(
        "events",
        r.ClinicalEvent,
        (_choice("kind", _EVENTS, required=True), _when(), _MASS, _SITE, _NOTE),
    ),
    Table(
        "variants",
        r.Variant,
        (
            Column("gene", required=True),
            *_text("hgvs_c", "hgvs_p"),
            _choice("zygosity", "homozygous compound_heterozygous heterozygous hemizygous unknown"),
            _choice("classification", "pathogenic likely_pathogenic vus likely_benign benign"),
            _NOTE,
        ),
    ),
    Table(
        "family",
        r.Relative,
        (
            _choice("relation", "mother father sibling child other", required=True),
            Column("relative_id"),
            _choice("affected", "yes no unknown"),
            _choice("carrier", "yes no unknown"),
            _choice("sex", "female male intersex unknown"),
            _when("birth_date"),
            _choice("deceased", "yes no unknown"),
            Column("label"),
            _NOTE,
        ),
    ),
    Table("sources", r.Source, _text("title", "year", "identifier", "url")),
    Table(
        "allergies",
        r.Allergy,
        (
            Column("substance", required=True),
            Column("reaction"),
            _when(),
            _choice("status", "present none_known unknown"),
            _NOTE,
        ),
    ),
    Table(
        "body",
        r.BodySize,
        (
            _when(required=True),
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
            _when("from_when"),
            _NOTE,
        ),
    ),
    Table(
        "visits",
        r.Visit,
        (_when(required=True), Column("regions_examined"), _MODALITY, Column("clinician"), _NOTE),
    ),
    Table(
        "consents",
        r.Consent,
        (
            _choice("purpose", "registry research sharing contact images", required=True),
            _choice("status", "given refused withdrawn", required=True),
            _when(),
            _NOTE,
        ),
    ),
    Table(
        "silences",
        r.Silence,
        (
            Column("rule", required=True),
            Column("reason", required=True),
            Column("who"),
            _when(),
            Column("fingerprint"),
            _when("ended"),
        ),
    ),
    Table(
        "own_intervals",
        r.OwnInterval,
        (
            Column("rule", required=True),
            Column("every", required=True),
            *_text("reason", "who"),
            _when(),
        ),
    ),
    Table(
        "assessments",
        r.StoredAssessment,
        (
            _when(required=True),
            Column("guidance_version", required=True),
            *_text("who", "content", "facts"),
        ),
    ),
    Table(
        "worklist_marks",
        r.WorklistMark,
        (
            Column("item", required=True),
            _choice("action", "done snoozed", required=True),
            _when(),
            _when("until_when"),
            *_text("reason", "who", "evidence"),
        ),
    ),
)
"""The tables that hang on a patient: those of FORMATS in its order, then our own."""

BOOKKEEPING = frozenset({"silences", "own_intervals", "assessments", "worklist_marks"})
"""The tables that say what was done about a patient, not what is known of one."""

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
