"""How a foreign table becomes rows of ours: said once, kept as JSON, used again."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import msgspec

from desktop.domain.analytes import analyte_named, unit_of
from desktop.domain.language import say
from desktop.exchange.column_names import analyte_key, column_names, folded
from desktop.exchange.limits import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_WIDE_UNIT = re.compile(r"(.+?)\s*[(\[]([^()\[\]]+)[)\]]")


@dataclass(frozen=True, slots=True, kw_only=True)
class WideColumn:
    """A column that holds the results of one analyte in one unit."""

    analyte: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMapping:
    """Which columns of a foreign table are ours, and what its names and units mean.

    Attributes:
        table: ``labs`` or ``patients``.
        columns: their column by ours; for labs also ``mrn`` (names the patient) and ``range``.
        wide: for a table with one column per analyte, what each holds.
        analytes: our key or a LOINC code by their name of an analyte.
        units: the unit by their name of an analyte, where the table has none.
        dates: ``dmy``, ``mdy``, ``ymd``, ``1900``, ``1904`` or empty: by evidence.
        decimal: ``point``, ``comma`` or empty: by evidence.
    """

    table: str
    columns: dict[str, str] = field(default_factory=dict)
    wide: dict[str, WideColumn] = field(default_factory=dict)
    analytes: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    dates: str = ""
    decimal: str = ""

    def as_json(self) -> bytes:
        """The mapping as indented JSON."""
        return msgspec.json.format(msgspec.json.encode(self), indent=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the user said about the files of an import; empty means: by evidence.

    ``patient`` is the registry ID for results that name nobody. ``mapping`` holds for every
    table, ``mappings`` by the fingerprint of a header; ``recall`` gives the mapping that was
    kept for one. ``people`` says who is meant by a number in the files: a registry ID, or empty
    for somebody who is left out. ``by_file`` are answers about single files, by their paths.
    ``is_raw`` wants the grids of text files and workbooks as they stand, whatever they hold.
    """

    dates: str = ""
    decimal: str = ""
    encoding: str = ""
    patient: str = ""
    mapping: TableMapping | None = None
    analytes: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    recall: Callable[[str], TableMapping | None] | None = None
    mappings: dict[str, TableMapping] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    by_file: dict[str, Answers] = field(default_factory=dict)
    is_raw: bool = False

    def about(self, path: Path) -> Answers:
        """What was said about one file: its own answers where there are any."""
        own = self.by_file.get(str(path))
        if own is None:
            return self
        mappings = self.mappings | own.mappings
        recall = own.recall or self.recall
        return replace(own, mappings=mappings, recall=recall, is_raw=self.is_raw)

    def applied(self, mapping: TableMapping) -> TableMapping:
        """A mapping with what was said put over it."""
        return replace(
            mapping,
            analytes=mapping.analytes | self.analytes,
            units=mapping.units | self.units,
            dates=self.dates or mapping.dates,
            decimal=self.decimal or mapping.decimal,
        )


def mapping_from(content: bytes, name: str) -> TableMapping:
    """The mapping in a JSON file; UserError where it is none."""
    try:
        return msgspec.json.decode(content, type=TableMapping)
    except msgspec.DecodeError as error:
        what = say("{file} is no mapping of columns: {error}.", file=name, error=error)
        raise refused(what) from error


def fingerprint(header: Sequence[str]) -> str:
    """What tells tables of one make from others: the names of their columns."""
    return hashlib.sha256("\x1f".join(map(folded, header)).encode()).hexdigest()


def suggested(header: Sequence[str]) -> TableMapping | None:
    """The mapping that the names of the columns themselves give; None where too few are known.

    Laboratory results need the patient, the analyte and the value, or the patient and at
    least one column that names an analyte with its unit, as in “Calcium (mg/dL)”.
    """
    labs = _known_columns("labs", header)
    has_patient = "patient_id" in labs or "mrn" in labs
    if has_patient and {"analyte", "value"} <= set(labs):
        return TableMapping(table="labs", columns=labs)
    wide = _wide_columns(header)
    if has_patient and wide:
        kept = {ours: theirs for ours, theirs in labs.items() if theirs not in wide}
        for column in ("analyte", "value", "unit", "range", "ref_low", "ref_high", "flag"):
            kept.pop(column, None)
        return TableMapping(table="labs", columns=kept, wide=wide)
    people = _known_columns("patients", header)
    if "patient_id" in people and {"sex", "birth_date"} & set(people):
        return TableMapping(table="patients", columns=people)
    return None


def _known_columns(table: str, header: Sequence[str]) -> dict[str, str]:
    names = column_names(table)
    found: dict[str, str] = {}
    for theirs in header:
        ours = names.get(folded(theirs))
        if ours and ours not in found:
            found[ours] = theirs
    return found


def _wide_columns(header: Sequence[str]) -> dict[str, WideColumn]:
    found: dict[str, WideColumn] = {}
    for theirs in header:
        column = _in_brackets(theirs.strip()) or _behind_a_blank(theirs.strip())
        if column:
            found[theirs] = column
    return found


def _in_brackets(heading: str) -> WideColumn | None:
    """“Calcium (mg/dL)”: brackets tell a unit, known or not."""
    parts = _WIDE_UNIT.fullmatch(heading)
    key = analyte_key(parts[1]) if parts else ""
    return WideColumn(analyte=key, unit=parts[2].strip()) if parts and key else None


def _behind_a_blank(heading: str) -> WideColumn | None:
    """“Calcium mg/dL” or “Calcium, mg/dL”: only where the last word is a unit of the analyte."""
    name, _, unit = heading.rpartition(" ")
    analyte = analyte_named(analyte_key(name.strip(" ,;:")))
    known = unit_of(analyte, unit) if analyte else None
    return WideColumn(analyte=analyte.key, unit=unit) if analyte and known else None
