"""Strangers' files read by a process that may do nothing else, so that none can harm this one.

The reader is started for each import, with limits on memory, time and deeds
(``sandbox_limits``), and hands back rows of cells in plain shapes (``sandbox_messages``), which
are checked again here. Whatever the file makes it do, this process lives on and can say why.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

import msgspec

from desktop.domain.columns import CLINICAL, PATIENTS
from desktop.domain.language import language, say
from desktop.exchange.csv_tables import KEY, ReadRow, TableFile, row_fault
from desktop.exchange.intake import FoundTables, Reading, files_in, gathered
from desktop.exchange.limits import refused
from desktop.exchange.mapping import Answers
from desktop.work.sandbox_messages import (
    Answer,
    Begun,
    Broken,
    Errand,
    FileRead,
    Head,
    Job,
    MoreRows,
    NoMoreRows,
    OpenRows,
    Recall,
    Recalled,
    Refusal,
    Rows,
    error_of,
)
from desktop.work.sandbox_process import (
    Endless,
    Process,
    ReaderLost,
    command,
    reason_of,
    time_for,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from desktop.domain.errors import UserError
    from desktop.exchange.mapping import TableMapping

MEMORY = 768 * 1024**2
"""Bytes of address space that a reader is given."""

MOST_LOST = 5
"""So many files may end their reader before the rest is not tried any more."""

_MOST_BESIDE = 200
_TABLES = {table.name: table for table in (PATIENTS, *CLINICAL)}
_ANSWERS = msgspec.json.Decoder(Answer)


def _nobody(_done: int, _total: int, _text: str) -> None:
    """Report progress to nobody."""


@contextmanager
def tables_in(
    paths: Sequence[Path],
    answers: Answers | None = None,
    report: Callable[[int, int, str], None] = _nobody,
) -> Iterator[FoundTables]:
    """The tables in files and folders, as ``intake.find_tables``, read in a process of its own.

    The tables can be read, again and again, until the end of the ``with``. ``report`` is asked
    while the reader works; what it raises (Cancelled) ends the reader. A file that ends its
    reader is refused like any other that cannot be read. Raises UserError where nothing can
    be imported; so does the reading of rows.
    """
    said = answers or Answers()
    files = files_in(paths)
    with attempts_in([(path, said.about(path)) for path in files], report) as attempts:
        yield gathered(list(zip(files, attempts, strict=True)))


@contextmanager
def attempts_in(
    errands: Sequence[tuple[Path, Answers]],
    report: Callable[[int, int, str], None] = _nobody,
) -> Iterator[list[Reading | UserError]]:
    """What became of each file, read with what was said about it, in a process of its own."""
    lost: dict[int, UserError] = {}
    while left := [number for number in range(len(errands)) if number not in lost]:
        reader = _Reader([errands[number] for number in left], report)
        try:
            tried = lost | dict(zip(left, reader.attempts(), strict=True))
            yield [tried[number] for number in range(len(errands))]
            return
        except ReaderLost as loss:
            lost[left[loss.file]] = loss.error
            if len(lost) >= MOST_LOST:
                lost = {number: _untried(errands[number][0]) for number in left} | lost
        finally:
            reader.stop()
    yield [lost[number] for number in range(len(errands))]


def _untried(path: Path) -> UserError:
    what = say("{file} was not read: too many files before it could not be.", file=path.name)
    return refused(what, remedy=say("Import it by itself."))


def _errand(path: Path, said: Answers) -> Errand:
    return Errand(
        path=str(path.absolute()),
        dates=said.dates,
        decimal=said.decimal,
        encoding=said.encoding,
        patient=said.patient,
        mapping=said.mapping,
        analytes=said.analytes,
        units=said.units,
        is_raw=said.is_raw,
    )


def _beside(folder: Path) -> list[str]:
    """Files that a reader may look into for what they say of others: dictionaries, manifests."""
    tables = sorted(folder.glob("*.csv"))[:_MOST_BESIDE]
    return [str(path) for path in (*tables, folder / "about" / "manifest.json") if path.is_file()]


@dataclass(slots=True)
class _Reader:
    """One process and the talk with it."""

    errands: Sequence[tuple[Path, Answers]]
    report: Callable[[int, int, str], None]
    files: list[Path] = field(init=False)
    _process: Process = field(init=False)
    _file: int = 0
    _cursors: Iterator[int] = field(default_factory=count)
    _arrived: dict[int, Rows | Refusal] = field(default_factory=dict)
    _wanted: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.files = [path for path, _ in self.errands]
        folders = list(dict.fromkeys(path.absolute().parent for path in self.files))
        job = Job(
            files=[_errand(path, said) for path, said in self.errands],
            beside=[name for folder in folders for name in _beside(folder)],
            folders=list(map(str, folders)),
            language=language(),
            has_workbook=any(map(_is_packed, self.files)),
            memory=MEMORY,
            cpu_seconds=time_for(self.files),
        )
        self._process = Process(command(), job, self.files)

    def stop(self) -> None:
        """End the process, whatever it does."""
        self._process.stop()

    def attempts(self) -> list[Reading | UserError]:
        """What became of each file; ReaderLost with the file that ended the process."""
        found: list[Reading | UserError] = []
        while len(found) < len(self.files):
            message = self._next()
            if isinstance(message, Begun) and message.file == len(found):
                self._file = message.file
                self._tell()
            elif isinstance(message, (FileRead, Refusal)) and message.file == len(found):
                found.append(
                    error_of(message) if isinstance(message, Refusal) else self._reading(message)
                )
            else:
                raise self._lost("error")
        return found

    def _tell(self) -> None:
        name = self.files[self._file].name
        self.report(self._file, len(self.files), say("Reading {file}", file=name))

    def _reading(self, message: FileRead) -> Reading:
        tables = [
            self._table(message.file, place, head) for place, head in enumerate(message.tables)
        ]
        return Reading(tuple(tables), message.notes, message.make)

    def _table(self, file: int, place: int, head: Head) -> TableFile:
        names = head.header
        is_raw = self.errands[file][1].is_raw
        is_sound = is_raw or (KEY in names and len(set(names)) == len(names))
        if head.table not in _TABLES or not is_sound:
            raise self._lost("error")
        return TableFile(
            self.files[file],
            _TABLES[head.table],
            names,
            partial(self._rows, file, place, None if is_raw else len(names)),
            is_keyed=head.is_keyed,
            is_list=head.is_list,
            key_is_mrn=head.key_is_mrn,
            mapped_from=head.mapped_from,
        )

    def _rows(self, file: int, place: int, width: int | None) -> Iterator[ReadRow]:
        """The rows of one table; the next ones are on their way while these are used."""
        cursor = next(self._cursors)
        self._wanted[cursor] = file
        self._process.send(OpenRows(cursor, file, place))
        try:
            is_last = False
            while not is_last:
                part = self._part(cursor)
                is_last = part.is_last
                if not is_last:
                    self._process.send(MoreRows(cursor))
                for number, cells, told in part.rows:
                    fault = told
                    if width is not None and not fault:
                        fault = row_fault(cells, width)
                    yield ReadRow(number, cells, fault)
        except ReaderLost as loss:
            raise loss.error from loss
        finally:
            del self._wanted[cursor]
            self._arrived.pop(cursor, None)
            self._process.send(NoMoreRows(cursor))

    def _part(self, cursor: int) -> Rows:
        self._file = self._wanted[cursor]
        while cursor not in self._arrived:
            message = self._next()
            if not isinstance(message, (Rows, Refusal)):
                raise self._lost("error")
            # What belongs to a table whose reading was given up is dropped.
            if message.cursor in self._wanted:
                self._arrived[message.cursor] = message
        found = self._arrived.pop(cursor)
        if isinstance(found, Refusal):
            raise error_of(found)
        return found

    def _next(self) -> Begun | FileRead | Refusal | Rows:
        """The next message that is not a question; ReaderLost where there is none."""
        while True:
            try:
                message: Answer = _ANSWERS.decode(self._process.receive(self._tell))
            except Endless as endless:
                raise self._lost(endless.cause) from endless
            except msgspec.DecodeError as error:
                raise self._lost("error") from error
            if isinstance(message, Broken):
                raise self._lost(message.cause, message.trace)
            if not isinstance(message, Recall):
                return message
            self._process.send(Recalled(self._recalled(message.fingerprint)))

    def _recalled(self, shape: str) -> TableMapping | None:
        said = self.errands[self._file][1]
        if shape in said.mappings:
            return said.mappings[shape]
        return said.recall(shape) if said.recall else None

    def _lost(self, cause: str, trace: str = "") -> ReaderLost:
        self._process.stop()
        return ReaderLost(self._file, reason_of(cause, self.files[self._file], MEMORY), trace)


def _is_packed(path: Path) -> bool:
    try:
        with path.open("rb") as handle:
            return handle.read(2) == b"PK"
    except OSError:
        return False
