"""What step 3 makes of a file: one chain of changes and events, keys of persons, signatures."""

from __future__ import annotations

SAFEKEEPING = """
CREATE TABLE new_transactions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL,
    role TEXT NOT NULL, session TEXT NOT NULL, program TEXT NOT NULL, kind TEXT NOT NULL,
    what TEXT NOT NULL, reason TEXT NOT NULL, patient TEXT NOT NULL, batch TEXT,
    details TEXT NOT NULL, seal_kind INTEGER NOT NULL, seal TEXT NOT NULL
) STRICT;
INSERT INTO new_transactions SELECT seq, at, who, '', '', program, kind, what, '', '', batch,
    '', 1, seal FROM transactions ORDER BY seq;
CREATE TABLE new_journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    seq INTEGER NOT NULL REFERENCES new_transactions (seq) ON DELETE RESTRICT,
    table_name TEXT NOT NULL, record TEXT NOT NULL, patient TEXT NOT NULL,
    before ANY, after ANY
) STRICT;
INSERT INTO new_journal SELECT id, seq, table_name, record, patient, before, after
    FROM journal ORDER BY id;
-- A number that was given once is never given again, whatever became of its row.
INSERT INTO sqlite_sequence (name, seq) SELECT 'new_' || name, 0 FROM sqlite_sequence old
    WHERE name IN ('transactions', 'journal')
    AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'new_' || old.name);
UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM sqlite_sequence old
    WHERE old.name IN (sqlite_sequence.name, substr(sqlite_sequence.name, 5)))
    WHERE name IN ('new_transactions', 'new_journal');
DROP TABLE journal;
DROP TABLE transactions;
ALTER TABLE new_transactions RENAME TO transactions;
ALTER TABLE new_journal RENAME TO journal;
CREATE INDEX journal_record ON journal (record);
CREATE INDEX journal_patient ON journal (patient);
CREATE INDEX journal_seq ON journal (seq);
CREATE TABLE personal_keys (patient TEXT PRIMARY KEY, key BLOB) STRICT;
CREATE TABLE signatures (
    record TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patients (id) ON DELETE RESTRICT,
    who TEXT NOT NULL, at TEXT NOT NULL, role TEXT NOT NULL
) STRICT;
CREATE INDEX signatures_patient ON signatures (patient);
"""
"""The statements of the step; the guards follow them."""

GUARDS = {
    f"{table}_no_{deed.lower()}": f"CREATE TRIGGER {table}_no_{deed.lower()}"
    f" BEFORE {deed} ON {table}\n"
    "    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    for table in ("transactions", "journal")
    for deed in ("UPDATE", "DELETE")
}
"""The triggers that keep the journal append-only, by name, in the words of the file."""
