"""The audit as a CSV table, for whoever reviews it outside the program.

Unlike the tables of an export this one is read by people in a spreadsheet and never imported, so
that a text which a spreadsheet would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.db.registry import Registry
from desktop.domain.audit import KIND_WORDS
from desktop.domain.language import say
from desktop.exchange.csv_writing import write_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.domain.audit import AuditRow, Kind

PAGE = 200
COLUMNS = (
    *("seq", "at_utc", "who", "role", "session", "kind", "what", "reason"),
    *("patient_id", "program", "details"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What entries are looked for; an empty field narrows nothing. Times are UTC."""

    search: str = ""
    kinds: tuple[Kind, ...] = ()
    who: str = ""
    since: str = ""
    until: str = ""


def page(
    registry: Registry, narrowed: Narrowed, *, before_seq: int | None = None, least: int = PAGE
) -> tuple[list[AuditRow], int | None]:
    """Some entries that fit, newest first, and before which number to go on; None at the end.

    At least ``least`` of them, if there are so many.
    """
    found: list[AuditRow] = []
    while True:
        read = registry.audit(
            search=narrowed.search,
            kinds=narrowed.kinds,
            since=narrowed.since,
            until=narrowed.until,
            limit=PAGE,
            before_seq=before_seq,
        )
        found += [row for row in read if not narrowed.who or row.who == narrowed.who]
        if len(read) < PAGE:
            return found, None
        before_seq = read[-1].seq
        if len(found) >= least:
            return found, before_seq


def write_audit(
    path: Path, target: Path, narrowed: Narrowed, *, report: Callable[[int, int, str], None]
) -> int:
    """Write the entries of a registry that fit into a CSV file; gives how many there are.

    The file is written whole or not at all. The export is an entry of the audit itself.
    """
    with Registry.open(path) as registry:
        total, count = registry.head().seq, 0

        def cells() -> Iterator[dict[str, str]]:
            nonlocal count
            before: int | None = None
            while True:
                rows, before = page(registry, narrowed, before_seq=before)
                for row in rows:
                    count += 1
                    yield _cells(row)
                report(total - (before or 0), total, "")
                if before is None:
                    return

        write_table(target, COLUMNS, cells())
        details = {"file": target.name, "entries": count}
        registry.note("export", say("Export the audit"), details=details)
    return count


def _cells(row: AuditRow) -> dict[str, str]:
    details = json.dumps(row.details, ensure_ascii=False) if row.details else ""
    cells = (
        *(str(row.seq), row.at, row.who, row.role, row.session, say(KIND_WORDS[row.kind])),
        *(row.what, row.reason, row.patient_id, row.program, details),
    )
    return {name: _safe(cell) for name, cell in zip(COLUMNS, cells, strict=True)}


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
