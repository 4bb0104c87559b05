"""Results with a number of their sender: new, sent again, corrected, or taken back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeGuard

from desktop.domain.checks import Problem
from desktop.domain.columns import table_named
from desktop.domain.language import say
from desktop.domain.records import LabResult
from desktop.exchange.csv_writing import cells_of
from desktop.exchange.keyed import WITHDRAWN, digest
from desktop.work.import_outcome import fault

if TYPE_CHECKING:
    from desktop.db.edit import Edit
    from desktop.db.registry import Registry
    from desktop.domain import records as r
    from desktop.exchange.csv_tables import ReadRow, TableFile
    from desktop.work.import_outcome import Outcome

_LABS = table_named("labs")


def is_numbered(record: r.Record) -> TypeGuard[LabResult]:
    """Whether a record is a result that its sender knows by a number."""
    return isinstance(record, LabResult) and bool(_cell(record, "source_key"))


@dataclass(slots=True)
class KeyedResults:
    """The results of this import that have a number, held until all files are read."""

    registry: Registry
    outcome: Outcome
    _new: dict[tuple[str, str], LabResult] = field(default_factory=dict)
    _changed: dict[tuple[str, str], LabResult] = field(default_factory=dict)
    _stored: dict[str, dict[str, LabResult]] = field(default_factory=dict)

    def settles(self, file: TableFile, row: ReadRow, record: LabResult) -> bool:
        """Deal with a result that is known, or taken back; False where it is simply new."""
        key = _cell(record, "source_key")
        known = self._known(record.patient, key)
        tally = self.outcome.tallies[_LABS.name]
        if known is None:
            if _cell(record, "source_digest") != WITHDRAWN:
                return False
            rule = say("taken back by the laboratory, and never in this registry")
            self.outcome.warn(file, row, Problem("warning", "value", "", rule))
            tally.unchanged += 1
            return True
        if _cell(known, "source_digest") == _cell(record, "source_digest"):
            tally.unchanged += 1
            return True
        if _cell(record, "source_version") < _cell(known, "source_version"):
            rule = say("an older version of a result that is here already; left out")
            self.outcome.warn(file, row, Problem("warning", "value", record.value, rule))
            tally.unchanged += 1
            return True
        if _cell(record, "source_version") == _cell(known, "source_version"):
            rule = say("another result stands under the same number, and neither is the later one")
            accepted = say("enter the right one in the program")
            problem = fault(rule, column="value", value=record.value, accepted=accepted)
            self.outcome.refuse(file, row, problem)
            return True
        self._correct(file, row, known, record)
        return True

    def _known(self, patient: str, key: str) -> LabResult | None:
        place = (patient, key)
        if found := self._new.get(place) or self._changed.get(place):
            return found
        if patient not in self._stored:
            stored = self.registry.records(_LABS, patient)
            labs = (one for one in stored if isinstance(one, LabResult) and one.extra)
            self._stored[patient] = {
                source: lab for lab in labs if (source := _cell(lab, "source_key"))
            }
        return self._stored[patient].get(key)

    def _correct(self, file: TableFile, row: ReadRow, known: LabResult, new: LabResult) -> None:
        tally = self.outcome.tallies[_LABS.name]
        stood = _cell(known, "source_digest")
        if stood != WITHDRAWN and digest(cells_of(known, _LABS)) != stood:
            rule = say("corrected by the laboratory, but changed in the registry since it came in")
            accepted = say("change it in the program")
            self.outcome.refuse(file, row, fault(rule, column="value", accepted=accepted))
            return
        if known.id in self.registry.signatures(known.patient):
            rule = say("corrected by the laboratory, but the result here is signed")
            accepted = say("change it in the program, and give the reason")
            self.outcome.refuse(file, row, fault(rule, column="value", accepted=accepted))
            return
        place = (new.patient, _cell(new, "source_key"))
        if place in self._new:
            self._new[place] = replace(new, id=known.id)
            tally.unchanged += 1
        else:
            self._changed[place] = replace(new, id=known.id)
            tally.updated += 1
        rule = say(
            "corrected by the laboratory: {old} before, {new} now",
            old=_shown(known),
            new=_shown(new),
        )
        self.outcome.warn(file, row, Problem("warning", "value", new.value, rule))

    def add(self, record: LabResult) -> None:
        """Take a new result in."""
        self._new[record.patient, _cell(record, "source_key")] = record

    def write(self, edit: Edit) -> None:
        """Write new results as part of the batch, corrected ones with a journal entry each."""
        edit.add_many(list(self._new.values()))
        for record in self._changed.values():
            edit.put(record)


def _cell(record: LabResult, name: str) -> str:
    return next((cell for column, cell in record.extra if column == name), "")


def _shown(lab: LabResult) -> str:
    text = f"{lab.comparator}{lab.value} {lab.unit}".strip()
    return text if lab.value else say("no result")
