"""Entries of the journal as programs of file versions 1 and 2 wrote them."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from desktop.db import rows
from desktop.domain.columns import table_of

if TYPE_CHECKING:
    from desktop.db.connection import Connection
    from desktop.domain.changes import Change


def write_as_then(
    connection: Connection,
    *changes: Change,
    at: str = "2026-01-01T00:00:00.000+00:00",
    what: str = "Add",
    kind: str = "change",
    batch: str | None = None,
) -> int:
    """Append one transaction by the first rule; gives its number."""
    lines = [
        [
            table_of(type(change.record)).name,
            change.record.id,
            change.record.patient,
            rows.image(change.before),
            rows.image(change.after),
        ]
        for change in changes
    ]
    head = [at, "nurse", kind, what, "0.2.0", batch]
    last = connection.execute("SELECT seal FROM transactions ORDER BY seq DESC LIMIT 1").fetchone()
    content = json.dumps(
        [last[0] if last else "", head, lines], ensure_ascii=False, separators=(",", ":")
    )
    seal = hashlib.sha256(content.encode()).hexdigest()
    seq = connection.execute(
        "INSERT INTO transactions (at, who, kind, what, program, batch, seal)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*head, seal),
    ).lastrowid
    assert seq is not None
    connection.executemany(
        "INSERT INTO journal (seq, table_name, record, patient, before, after)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [(seq, *line) for line in lines],
    )
    return seq
