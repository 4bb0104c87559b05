"""What an import did: counts per table that add up, refusals and warnings with their places."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from desktop.domain.checks import Problem, check
from desktop.domain.language import say
from desktop.exchange.asking import Asked

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain import records as r
    from desktop.domain.changes import ChangeSet
    from desktop.domain.errors import UserError
    from desktop.exchange.csv_tables import ReadRow, TableFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One refusal or warning: where it stands, what is wrong, and what would be accepted.

    ``row`` 0 means the whole file.
    """

    file: str
    row: int
    column: str
    value: str
    rule: str
    accepted: str = ""

    @property
    def reason(self) -> str:
        """Column, rule and what would be accepted, as the refused row carries it."""
        cell = f"{self.column}: " if self.column else ""
        if not self.accepted:
            return f"{cell}{self.rule}"
        return say(
            "{problem} (accepted: {accepted})", problem=f"{cell}{self.rule}", accepted=self.accepted
        )

    @property
    def text(self) -> str:
        """The remark as one line for people, with file, row and value."""
        if not self.row:
            return self.reason
        value = f" [{self.value}]" if self.value else ""
        where = say("{file}, row {row}", file=self.file, row=self.row)
        return f"{where}{value}: {self.reason}"


Match = Literal["known", "filled", "new", "conflict", "unknown", "left_out"]
"""How a person named in a file stands to the registry."""


@dataclass(slots=True)
class Met:
    """Somebody whom the files name: by which ``key``, who that is here, and why.

    ``patient_id`` is the registry ID, empty where nobody fits; ``rows`` counts the rows of
    results and records that hang on the person.
    """

    key: str
    file: str
    patient_id: str = ""
    match: Match = "unknown"
    reason: str = ""
    rows: int = 0


@dataclass(slots=True)
class Tally:
    """What became of the rows of one table; the other four add up to ``read``."""

    read: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0


@dataclass(slots=True)
class Outcome:
    """What an import did, or would do.

    Attributes:
        tallies: by table name.
        refused_rows: the rows that stayed out, with their files, to be written out.
        people: everybody whom the files name, by the name or number that they have there.
        questions: files that wait for an answer of the user, with what is asked.
        written: False for a trial run, for nothing new, and for all-or-nothing with refusals.
        change: what was committed, for the views.
    """

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    refusals: list[Remark] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    refused_rows: list[tuple[TableFile, ReadRow, str]] = field(default_factory=list)
    people: dict[str, Met] = field(default_factory=dict)
    questions: list[tuple[Path, Asked]] = field(default_factory=list)
    written: bool = False
    change: ChangeSet | None = None

    @property
    def changes_anything(self) -> bool:
        """True if a row is new or fills a cell that was empty."""
        return any(tally.added or tally.updated for tally in self.tallies.values())

    def refuse(self, file: TableFile, row: ReadRow, problem: Problem) -> None:
        """Keep a row out, with the reason."""
        remark = _remark(file, row, problem)
        self.refusals.append(remark)
        self.tallies[file.table.name].refused += 1
        self.refused_rows.append((file, row, remark.reason))

    def refuse_file(self, path: Path, error: UserError) -> None:
        """Keep a whole file out that is no table or cannot be read; the others go in."""
        remark = Remark(
            file=path.name, row=0, column="", value="", rule=error.what, accepted=error.remedy
        )
        self.refusals.append(remark)
        if isinstance(error, Asked):
            self.questions.append((path, error))

    def meet(self, file: TableFile, key: str) -> Met:
        """The person whom a file calls so; the first time somebody nobody knows yet."""
        met = self.people.get(key)
        if met is None:
            met = self.people[key] = Met(key, file.path.name)
        return met

    def warn(self, file: TableFile, row: ReadRow, problem: Problem) -> None:
        """Note what is unlikely in a row that goes in."""
        self.warnings.append(_remark(file, row, problem))

    def passes(
        self, file: TableFile, row: ReadRow, record: r.Record, patient: r.Patient | None
    ) -> bool:
        """Whether the record may go in; warnings are noted, the first error refuses the row."""
        problems = check(record, patient)
        for problem in problems:
            if problem.level == "error":
                self.refuse(file, row, problem)
                return False
        self.warnings.extend(_remark(file, row, problem) for problem in problems)
        return True


def _remark(file: TableFile, row: ReadRow, problem: Problem) -> Remark:
    return Remark(
        file=file.path.name,
        row=row.number,
        column=problem.column,
        value=problem.value,
        rule=problem.rule,
        accepted=problem.accepted,
    )


def fault(rule: str, *, column: str = "", value: str = "", accepted: str = "") -> Problem:
    """An error that only an import can see: a row that cannot be read, a conflict."""
    return Problem("error", column, value, rule, accepted)
