"""What an open registry holds, now and earlier: everything about it that only reads."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from desktop.db import cases, journal, listing, past, ranges, sealing, signatures
from desktop.domain.columns import CLINICAL, IDENTITIES, PATIENTS, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.db.connection import Connection
    from desktop.db.search import PatientRow
    from desktop.domain import records as r
    from desktop.domain.audit import AuditRow, Head, Kind, Signature
    from desktop.domain.case import Case
    from desktop.domain.ranges import RegistryRange


class Contents:
    """The reading half of a registry, for one thread."""

    _connection: Connection

    def patients(self) -> list[PatientRow]:
        """Every patient, light enough for a list of 10,000, by surname and registry ID."""
        return listing.patients(self._connection)

    def id_of(self, patient_id: str) -> str | None:
        """Our id of the patient with this registry ID; None if there is none."""
        return self.ids().get(patient_id.strip())

    def ids(self) -> dict[str, str]:
        """Our ids by registry ID, for imports, in the order they came in."""
        found = self._connection.execute("SELECT patient_id, id FROM patients ORDER BY rowid")
        return {registry_id.strip(): own for registry_id, own in found}

    def case(
        self, patient: str, as_of: date | None = None, *, tables: Sequence[Table] = CLINICAL
    ) -> Case:
        """Everything about one patient (by our id), as of a day, by default today.

        ``tables`` may name fewer, for work on very many patients; the others are then empty.
        Raises KeyError for an id that is not in the registry.
        """
        held = {t.name: self.records(t, patient) for t in (PATIENTS, IDENTITIES, *tables)}
        today = as_of or datetime.now(UTC).astimezone().date()
        case = cases.case_of(held, as_of=today, ranges=self.ranges())
        if case is None:
            raise KeyError(patient)
        return case

    def ranges(self) -> tuple[RegistryRange, ...]:
        """The registry's own reference ranges, in the order in which they were set."""
        return ranges.read(self._connection)

    def records(self, table: Table, patient: str = "") -> list[r.Record]:
        """The records of one table, of one patient or of all, in the order they came in."""
        return cases.records(self._connection, table, patient)

    def counts(self) -> dict[str, int]:
        """How many records each table holds."""
        return listing.counts(self._connection)

    def history(self, patient: str, *, record: str = "") -> Iterator[journal.Entry]:
        """What was done to a patient, or to one record of theirs, newest first."""
        return journal.history(self._connection, patient, record=record)

    def registry_history(self) -> list[journal.Step]:
        """What was done to the registry as a whole, such as imports and ranges; newest first."""
        return journal.registry_history(self._connection)

    def arrivals(self, patient: str) -> tuple[past.Arrival, ...]:
        """The imports that brought records of a patient in, newest first."""
        return past.arrivals(self._connection, patient)

    def versions(self, record: str) -> tuple[past.Version, ...]:
        """Every state that a record ever had, newest first; see ``Edit.restore``."""
        return past.versions(self._connection, record)

    def record_at(self, record: str, seq: int) -> r.Record | None:
        """The record as it was after a transaction of the journal; None if it was not there."""
        return past.record_at(self._connection, record, seq)

    def case_as_of(self, patient: str, seq: int) -> Case:
        """Everything about one patient as it was after a transaction, as of its local day.

        Also for a patient who was removed since. Raises KeyError if there was none then.
        """
        return past.case_as_of(self._connection, patient, seq)

    def audit(
        self,
        *,
        search: str = "",
        kinds: Sequence[Kind] = (),
        since: str = "",
        until: str = "",
        limit: int = 200,
        before_seq: int | None = None,
    ) -> list[AuditRow]:
        """Entries of the audit, changes and events, the newest first.

        Every word of ``search`` must be in who, what, reason, the word for the kind, or the
        registry ID of a patient. ``since`` is included and ``until`` is not, both ISO in UTC;
        ``before_seq`` reads the next page.
        """
        from desktop.db import audit_reading  # not for reading patients

        wanted = audit_reading.Wanted(search, tuple(kinds), since, until, limit, before_seq)
        return audit_reading.read(self._connection, wanted)

    def head(self) -> Head:
        """The newest entry of the audit: printed on paper, kept with backups."""
        return sealing.head(self._connection)

    def signatures(self, patient: str) -> dict[str, Signature]:
        """Who signed results of a patient and when, by the id of the record."""
        return signatures.of_patient(self._connection, patient)

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Read one state of the registry throughout, whoever writes meanwhile.

        Nothing can be written inside it, and a moment inside a moment is the outer one.
        """
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK")
