"""What the registry holds already, so that a second import of a row changes nothing."""

from __future__ import annotations

import hashlib
from collections import Counter, OrderedDict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.domain.columns import Table, table_named
from desktop.domain.records import LabResult
from desktop.exchange.csv_tables import SOURCE_COLUMNS, content
from desktop.measures.questions import LastResults

if TYPE_CHECKING:
    from desktop.db.registry import Registry
    from desktop.domain import records as r
    from desktop.domain.when import When

_HELD = 50_000
"""Results kept for questions; more are looked up again when their patient comes back."""
_RETURNS = 2000
"""So many patients may come back before a file counts as not sorted by patient."""


def row_digest(record: r.Record, table: Table) -> bytes:
    """All cells of a record in 16 bytes."""
    return _digest(content(record, table))


def _digest(cells: tuple[str | r.Extra, ...]) -> bytes:
    joined = "\x1f".join(map(str, cells))
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).digest()


@dataclass(slots=True)
class StoredRows:
    """The rows of the registry by their digests, looked up patient by patient as they come."""

    registry: Registry
    _by_patient: dict[tuple[str, str], Counter[bytes]] = field(default_factory=dict)
    _without_number: dict[str, Counter[bytes]] = field(default_factory=dict)
    _listed: dict[tuple[str, str], set[bytes]] = field(default_factory=dict)

    def takes_result(self, record: LabResult, table: Table) -> bool:
        """Whether a result with a number of its sender is here without one: typed in, or ours."""
        bare = self._without_number.get(record.patient)
        if bare is None:
            stored = self.registry.records(table, record.patient)
            labs = (one for one in stored if isinstance(one, LabResult))
            unnumbered = (one for one in labs if not _sources(one))
            bare = Counter(_digest(content(one, table)) for one in unnumbered)
            self._without_number[record.patient] = bare
        if not bare:
            return False
        extra = tuple(pair for pair in record.extra if pair[0] not in SOURCE_COLUMNS)
        digest = _digest(content(replace(record, extra=extra), table))
        if bare[digest] > 0:
            bare[digest] -= 1
            return True
        return False

    def takes(self, record: r.Record, table: Table) -> bool:
        """Whether the registry holds this row; the nth identical row is the nth record."""
        stored = self._of(record, table)
        if not stored:
            return False
        digest = row_digest(record, table)
        if stored[digest] > 0:
            stored[digest] -= 1
            return True
        return False

    def has_in_list(self, record: r.Record, table: Table) -> tuple[bool, bool]:
        """Whether the registry holds this row, and whether this import met it before."""
        digest = row_digest(record, table)
        met = self._listed.setdefault((table.name, record_patient(record)), set())
        is_repeated = digest in met
        met.add(digest)
        return self._of(record, table)[digest] > 0, is_repeated

    def _of(self, record: r.Record, table: Table) -> Counter[bytes]:
        key = (table.name, record_patient(record))
        if key not in self._by_patient:
            stored = self.registry.records(table, key[1])
            self._by_patient[key] = Counter(row_digest(one, table) for one in stored)
        return self._by_patient[key]


def _sources(record: LabResult) -> bool:
    return any(name in SOURCE_COLUMNS for name, _ in record.extra)


def record_patient(record: r.Record) -> str:
    """Our id of the patient that a clinical record belongs to."""
    patient: str = getattr(record, "patient", "")
    return patient


@dataclass(slots=True)
class ResultQuestions:
    """Asks about jumps from a patient's last result to the next, over any number of rows."""

    registry: Registry
    _results: OrderedDict[str, LastResults] = field(default_factory=OrderedDict)
    _counts: Counter[str] = field(default_factory=Counter)
    _held: int = 0
    _left: set[str] = field(default_factory=set)
    _returned: int = 0

    def question(self, record: LabResult, birth: When) -> str:
        """What to ask about a new result, which then counts as met; empty for nothing."""
        patient = record.patient
        results = self._results.get(patient)
        if results is None:
            results = self._begin(patient, birth)
        else:
            self._results.move_to_end(patient)
        asked = results.question(record, birth)
        results.add(record, birth)
        self._counts[patient] += 1
        self._held += 1
        return asked

    def _begin(self, patient: str, birth: When) -> LastResults:
        if patient in self._left:
            self._left.discard(patient)
            self._returned += 1
        while self._held > _HELD and self._returned < _RETURNS:
            oldest, _ = self._results.popitem(last=False)
            self._held -= self._counts.pop(oldest)
            self._left.add(oldest)
        results = self._results[patient] = LastResults()
        for stored in self.registry.records(table_named("labs"), patient):
            assert isinstance(stored, LabResult)  # noqa: S101 - the table says so
            results.add(stored, birth)
            self._counts[patient] += 1
            self._held += 1
        return results
