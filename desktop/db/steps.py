"""The steps that made the shape of the registry file; each is frozen once it is released."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.db.step_safekeeping import GUARDS, SAFEKEEPING

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database


_IMPORTS = """
CREATE TABLE imports (
    id TEXT PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, source TEXT NOT NULL,
    sha256 TEXT NOT NULL, counts TEXT NOT NULL
) STRICT;
"""

_JOURNAL = """
CREATE TABLE transactions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo', 'import')),
    what TEXT NOT NULL, program TEXT NOT NULL,
    batch TEXT, seal TEXT NOT NULL
) STRICT;
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    seq INTEGER NOT NULL REFERENCES transactions (seq) ON DELETE RESTRICT,
    table_name TEXT NOT NULL, record TEXT NOT NULL, patient TEXT NOT NULL,
    before TEXT, after TEXT
) STRICT;
CREATE INDEX journal_record ON journal (record);
CREATE INDEX journal_patient ON journal (patient);
CREATE INDEX journal_seq ON journal (seq);
CREATE TRIGGER transactions_no_update BEFORE UPDATE ON transactions
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER transactions_no_delete BEFORE DELETE ON transactions
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
"""

_RECORDS = """
CREATE TABLE patients (
    id TEXT PRIMARY KEY, "patient_id" TEXT NOT NULL, "sex" TEXT, "birth_date" TEXT,
    "death_when" TEXT, "family_id" TEXT, "diagnosis" TEXT, "diagnosis_status" TEXT,
    "enrolled_when" TEXT, "consent" TEXT, "note" TEXT, extra TEXT,
    import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT, row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, UNIQUE (patient_id)
) STRICT;
CREATE TABLE identities (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "given_name" TEXT, "family_name" TEXT, "mrn" TEXT, extra TEXT,
    import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT, row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, UNIQUE (patient)
) STRICT;
CREATE TABLE findings (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "feature" TEXT NOT NULL, "status" TEXT NOT NULL, "when" TEXT, "site" TEXT, "side" TEXT,
    "note" TEXT, extra TEXT, import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT,
    row_version INTEGER NOT NULL, created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX findings_patient ON findings (patient);
CREATE TABLE labs (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "analyte" TEXT NOT NULL, "value" TEXT, "comparator" TEXT, "unit" TEXT, "when" TEXT,
    "ref_low" TEXT, "ref_high" TEXT, "flag" TEXT, "specimen" TEXT, "fasting" TEXT,
    "method" TEXT, "note" TEXT, extra TEXT,
    import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT, row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX labs_patient ON labs (patient);
CREATE TABLE masses (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "mass_id" TEXT NOT NULL, "site" TEXT NOT NULL, "side" TEXT, "plane" TEXT,
    "first_when" TEXT, "recurrence_of" TEXT, "note" TEXT, extra TEXT,
    import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT, row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, UNIQUE (patient, mass_id)
) STRICT;
CREATE TABLE mass_measurements (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "mass_id" TEXT NOT NULL, "when" TEXT, "modality" TEXT, "length_mm" TEXT, "width_mm" TEXT,
    "depth_mm" TEXT, "volume_ml" TEXT, "not_detectable" TEXT, "observer" TEXT, "note" TEXT,
    extra TEXT, import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT,
    row_version INTEGER NOT NULL, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    FOREIGN KEY (patient, mass_id) REFERENCES masses (patient, mass_id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX mass_measurements_patient ON mass_measurements (patient);
CREATE TABLE treatments (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "agent" TEXT NOT NULL, "start_when" TEXT, "stop_when" TEXT, "dose" TEXT, "dose_unit" TEXT,
    "frequency" TEXT, "response" TEXT, "note" TEXT, extra TEXT,
    import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT, row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX treatments_patient ON treatments (patient);
CREATE TABLE procedures (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "kind" TEXT NOT NULL, "when" TEXT, "mass_id" TEXT, "site" TEXT, "side" TEXT,
    "completeness" TEXT, "note" TEXT, extra TEXT,
    import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT, row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX procedures_patient ON procedures (patient);
CREATE TABLE events (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "kind" TEXT NOT NULL, "when" TEXT, "mass_id" TEXT, "site" TEXT, "note" TEXT, extra TEXT,
    import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT, row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX events_patient ON events (patient);
CREATE TABLE variants (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "gene" TEXT NOT NULL, "hgvs_c" TEXT, "hgvs_p" TEXT, "zygosity" TEXT, "classification" TEXT,
    "note" TEXT, extra TEXT, import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT,
    row_version INTEGER NOT NULL, created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX variants_patient ON variants (patient);
CREATE TABLE family (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "relation" TEXT NOT NULL, "relative_id" TEXT, "affected" TEXT, "note" TEXT, extra TEXT,
    import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT, row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX family_patient ON family (patient);
CREATE TABLE sources (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "title" TEXT, "year" TEXT, "identifier" TEXT, "url" TEXT, extra TEXT,
    import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT, row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX sources_patient ON sources (patient);
CREATE TABLE allergies (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "substance" TEXT NOT NULL, "reaction" TEXT, "when" TEXT, "status" TEXT, "note" TEXT,
    extra TEXT, import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT,
    row_version INTEGER NOT NULL, created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX allergies_patient ON allergies (patient);
CREATE TABLE body (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "when" TEXT NOT NULL, "height_cm" TEXT, "weight_kg" TEXT, "note" TEXT, extra TEXT,
    import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT, row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX body_patient ON body (patient);
CREATE TABLE targets (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "analyte" TEXT NOT NULL, "low" TEXT, "high" TEXT, "unit" TEXT, "from_when" TEXT,
    "note" TEXT, extra TEXT, import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT,
    row_version INTEGER NOT NULL, created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX targets_patient ON targets (patient);
CREATE TABLE visits (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "when" TEXT NOT NULL, "regions_examined" TEXT, "modality" TEXT, "clinician" TEXT,
    "note" TEXT, extra TEXT, import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT,
    row_version INTEGER NOT NULL, created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX visits_patient ON visits (patient);
CREATE TABLE reference_ranges (
    analyte TEXT NOT NULL, sex TEXT NOT NULL, age_low_years REAL NOT NULL,
    age_high_years REAL NOT NULL, low REAL, high REAL, unit TEXT NOT NULL,
    method TEXT NOT NULL, source TEXT NOT NULL
) STRICT;
-- Ids that differ in blanks alone are one: a twin would be mistaken for the other.
CREATE UNIQUE INDEX patients_patient_id ON patients (trim(patient_id, char(9, 10, 13, 32, 160)));
CREATE UNIQUE INDEX masses_mass_id ON masses (patient, trim(mass_id, char(9, 10, 13, 32, 160)));
"""

_WORKSPACE = """
ALTER TABLE labs ADD COLUMN "state" TEXT;
ALTER TABLE labs ADD COLUMN "hemolyzed" TEXT;
ALTER TABLE labs ADD COLUMN "on_binder" TEXT;
ALTER TABLE labs ADD COLUMN "dialysis" TEXT;
ALTER TABLE masses ADD COLUMN "split_from" TEXT;
ALTER TABLE masses ADD COLUMN "merged_into" TEXT;
ALTER TABLE mass_measurements ADD COLUMN "pain" TEXT;
ALTER TABLE mass_measurements ADD COLUMN "motion" TEXT;
ALTER TABLE mass_measurements ADD COLUMN "ulcer" TEXT;
ALTER TABLE mass_measurements ADD COLUMN "drainage" TEXT;
ALTER TABLE family ADD COLUMN "carrier" TEXT;
ALTER TABLE family ADD COLUMN "sex" TEXT;
ALTER TABLE family ADD COLUMN "birth_date" TEXT;
ALTER TABLE family ADD COLUMN "deceased" TEXT;
ALTER TABLE family ADD COLUMN "label" TEXT;
CREATE TABLE consents (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "purpose" TEXT NOT NULL, "status" TEXT NOT NULL, "when" TEXT, "note" TEXT, extra TEXT,
    import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT, row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX consents_patient ON consents (patient);
CREATE TABLE silences (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "rule" TEXT NOT NULL, "reason" TEXT NOT NULL, "who" TEXT, "when" TEXT,
    "fingerprint" TEXT, "ended" TEXT, extra TEXT,
    import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT, row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX silences_patient ON silences (patient);
CREATE TABLE own_intervals (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "rule" TEXT NOT NULL, "every" TEXT NOT NULL, "reason" TEXT, "who" TEXT, "when" TEXT, extra TEXT,
    import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT, row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX own_intervals_patient ON own_intervals (patient);
CREATE TABLE assessments (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "when" TEXT NOT NULL, "guidance_version" TEXT NOT NULL, "who" TEXT, "content" TEXT,
    "facts" TEXT, extra TEXT,
    import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT, row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX assessments_patient ON assessments (patient);
CREATE TABLE worklist_marks (
    id TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    "item" TEXT NOT NULL, "action" TEXT NOT NULL, "when" TEXT, "until_when" TEXT,
    "reason" TEXT, "who" TEXT, "evidence" TEXT, extra TEXT,
    import_id TEXT REFERENCES imports (id) ON DELETE RESTRICT, row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX worklist_marks_patient ON worklist_marks (patient);
CREATE TABLE drafts (
    id TEXT PRIMARY KEY, patient TEXT REFERENCES patients (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL, cells TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
"""


def _registry(database: Database) -> None:
    """Records, identities apart from them, own ranges, and the append-only journal."""
    for script in (_IMPORTS, _RECORDS, _JOURNAL):
        for statement in _statements(script):
            database.execute(statement)


def _statements(script: str) -> list[str]:
    """The statements of a script; a trigger's own semicolons stay inside it.

    ``executescript`` would commit the migration's transaction before it runs.
    """
    statements, current = [], ""
    for line in script.strip().splitlines():
        current += line + "\n"
        is_trigger = current.lstrip().startswith("CREATE TRIGGER")
        if line.rstrip().endswith("END;" if is_trigger else ";"):
            statements.append(current.strip())
            current = ""
    return statements


def _workspace(database: Database) -> None:
    """Marks of results and masses, consent, what was done about guidance, unfinished entries."""
    for statement in _statements(_WORKSPACE):
        database.execute(statement)


def _safekeeping(database: Database) -> None:
    """One chain for changes and events, keys of persons, signatures.

    The older entries keep their seals. Their tables are made anew, because the kinds were
    closed and an encrypted image is no text.
    """
    for statement in (*_statements(SAFEKEEPING), *GUARDS.values()):
        database.execute(statement)


STEPS: tuple[tuple[str, Callable[[Database], None]], ...] = (
    ("0001_registry", _registry),
    ("0002_workspace", _workspace),
    ("0003_safekeeping", _safekeeping),
)
"""Every step in order; the next one is added at the end, none is ever changed."""
