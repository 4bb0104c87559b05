"""The sandboxed reader: a process that reads strangers' files and hands back rows of cells.

It is told nothing but the files and what the user said about them: no key and no registry.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING

import msgspec

from desktop.domain.errors import UserError
from desktop.domain.language import say, use_language

# Everything that reads is imported before the doors are shut.
from desktop.exchange import hl7_reading, json_reading, redcap_reading  # noqa: F401
from desktop.exchange.csv_tables import read_rows
from desktop.exchange.intake import Reading, read_file
from desktop.exchange.mapping import Answers
from desktop.work.sandbox_limits import ForbiddenError, lock_down
from desktop.work.sandbox_messages import (
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
    TooLargeError,
    Wish,
    receive,
    refusal_of,
    send,
    sound,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from desktop.exchange.csv_tables import TableFile
    from desktop.exchange.mapping import TableMapping
    from desktop.work.sandbox_messages import Answer

_ROWS = 2000
_LETTERS = 2_000_000
"""A message of rows is closed at so many, whichever comes first."""

_WISHES = msgspec.json.Decoder(Wish)


def main() -> None:
    """Read one job from standard input, serve it, and end with the other side."""
    wishes, answers = _channels()
    job = msgspec.json.decode(receive(wishes), type=Job)
    use_language(job.language)
    if job.has_workbook:
        _prepare_workbooks()
    reader = Reader(job, wishes, answers)
    try:
        lock_down(
            [errand.path for errand in job.files] + job.beside,
            job.folders,
            memory=job.memory,
            cpu_seconds=job.cpu_seconds,
        )
        reader.serve()
    except (BrokenPipeError, KeyboardInterrupt):
        return
    except BaseException as error:  # noqa: BLE001 - told to the program, which judges it
        send(answers, _broken(error))


def _channels() -> tuple[IO[bytes], IO[bytes]]:
    """The two ends of the talk, out of reach of whatever prints or reads."""
    wishes, answers = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(wishes, os.O_BINARY)
        msvcrt.setmode(answers, os.O_BINARY)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)
    return os.fdopen(wishes, "rb"), os.fdopen(answers, "wb")


def _prepare_workbooks() -> None:
    """Import the reader of workbooks before the doors are shut, without numpy: it needs none."""
    sys.modules.setdefault("numpy", None)  # type: ignore[arg-type]
    import openpyxl  # noqa: F401

    import desktop.exchange.spreadsheet  # noqa: F401


def _broken(error: BaseException) -> Broken:
    """What ended the reading, without a word of the file."""
    if isinstance(error, MemoryError):
        return Broken("memory")
    if isinstance(error, TooLargeError):
        return Broken("size")
    if isinstance(error, ForbiddenError):
        return Broken("forbidden", str(error))
    return Broken("error", f"{type(error).__name__} {_places(error.__traceback__)}")


def _places(trace: TracebackType | None) -> str:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return " ".join(places)


class Reader:
    """Reads the files of a job in their order, then gives rows for as long as they are wished."""

    def __init__(self, job: Job, wishes: IO[bytes], answers: IO[bytes]) -> None:
        self._wishes = wishes
        self._answers = answers
        self._job = job
        self._tables: list[tuple[TableFile, ...]] = []
        self._cursors: dict[int, Iterator[Rows]] = {}
        self._read_from: dict[int, int] = {}

    def serve(self) -> None:
        """Tell of each file, then answer wishes until there are no more."""
        for number, errand in enumerate(self._job.files):
            self._send(Begun(number))
            self._send(self._told(number, errand))
        while content := receive(self._wishes):
            self._fulfill(_WISHES.decode(content))

    def _told(self, number: int, errand: Errand) -> FileRead | Refusal:
        said = Answers(
            dates=errand.dates,
            decimal=errand.decimal,
            encoding=errand.encoding,
            patient=errand.patient,
            mapping=errand.mapping,
            analytes=errand.analytes,
            units=errand.units,
            recall=self._recall,
            is_raw=errand.is_raw,
        )
        try:
            reading = read_file(Path(errand.path), said)
        except UserError as error:
            self._tables.append(())
            return refusal_of(error, number)
        self._tables.append(reading.tables)
        return _described(number, reading)

    def _recall(self, fingerprint: str) -> TableMapping | None:
        self._send(Recall(fingerprint))
        answer = _WISHES.decode(receive(self._wishes))
        return answer.mapping if isinstance(answer, Recalled) else None

    def _fulfill(self, wish: Wish) -> None:
        if isinstance(wish, NoMoreRows):
            self._cursors.pop(wish.cursor, None)
            return
        if isinstance(wish, OpenRows):
            self._read_from[wish.cursor] = wish.file
            self._cursors[wish.cursor] = _in_parts(wish.cursor, self._tables[wish.file][wish.table])
        if isinstance(wish, (OpenRows, MoreRows)):
            self._give(wish.cursor)

    def _give(self, cursor: int) -> None:
        try:
            rows = next(self._cursors[cursor])
        except UserError as error:
            self._send(refusal_of(error, self._read_from[cursor], cursor))
            return
        try:
            self._send(rows)
        except UnicodeEncodeError:  # nothing was sent
            rows.rows = [_whole(*row) for row in rows.rows]
            self._send(rows)

    def _send(self, message: Answer) -> None:
        send(self._answers, message)


def _described(number: int, reading: Reading) -> FileRead:
    heads = [
        Head(
            table=file.table.name,
            header=tuple(map(sound, file.header)),
            is_keyed=file.is_keyed,
            is_list=file.is_list,
            key_is_mrn=file.key_is_mrn,
            mapped_from=tuple(map(sound, file.mapped_from)),
        )
        for file in reading.tables
    ]
    make = reading.make
    if make is not None:
        make = replace(make, names=tuple(map(sound, make.names)))
    return FileRead(number, heads, tuple(map(sound, reading.notes)), make)


def _in_parts(cursor: int, file: TableFile) -> Iterator[Rows]:
    """The rows of a table as messages; the last one says so."""
    rows = read_rows(file)
    is_last = False
    while not is_last:
        part: list[tuple[int, tuple[str, ...], str]] = []
        letters = 0
        is_last = True
        for row in islice(rows, _ROWS):
            letters += sum(map(len, row.cells))
            part.append((row.number, row.cells, row.fault))
            if letters > _LETTERS or len(part) == _ROWS:
                is_last = False
                break
        yield Rows(cursor, part, is_last)


def _whole(number: int, cells: tuple[str, ...], fault: str) -> tuple[int, tuple[str, ...], str]:
    """A row as it can be written in Unicode: half a character makes it a refused one."""
    whole = tuple(map(sound, cells))
    if whole != cells and not fault:
        fault = say("a cell holds half a character")
    return number, whole, sound(fault)


if __name__ == "__main__":
    main()
