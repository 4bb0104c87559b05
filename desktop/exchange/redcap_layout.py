"""What the columns of a REDCap export mean: fields of the common data model, or forms of ours.

Names and codes of the model's own dictionary belong to a terminology that may not be passed
on freely, so they are read from the dictionary of the project, which lies beside the data. An
export with labels, and one under our names, explain themselves.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.columns import BOOKKEEPING, CLINICAL, PATIENTS
from desktop.exchange.to_redcap import OWN_FORM, own_name
from desktop.exchange.to_redcap_fields import FIELDS, RECORD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

INSTRUMENT, INSTANCE = "redcap_repeat_instrument", "redcap_repeat_instance"
OWN_TABLES = {
    f"{OWN_FORM}{table.name}": table for table in CLINICAL if table.name not in BOOKKEEPING
}
"""Our table by the form that holds its rows."""
OWN_PERSON = own_name(PATIENTS, "patient_id")
"""The field that a patient of an export of ours has, and no other."""

_NUMBERED = re.compile(r"(\d+(?:\.\d+)+[A-Z]?)\s+(.*?)\s*(?:\[([^\]]*)\])?\s*", re.DOTALL)
_SEVERAL = frozenset({"5.1", "6.1.1"})
"""Numbers that stand before several fields, told apart by what is in brackets."""
_FEWEST = 5
_NAME, _LABEL, _CHOICES = 0, 4, 5
_MARKS = ({"Field Type", "Field Label"}, {"field_type", "field_label"})
_LARGEST, _MOST_FILES, _HEAD = 10_000_000, 200, 4096
_OF_REDCAP = frozenset({INSTRUMENT, "redcap_event_name", "Repeat Instrument", "Event Name"})
_RECORD_LABELS = frozenset({"record id", "registry id of the individual"})
_TELLING_NOTHING = re.compile(
    r"redcap_.*|.*_complete|complete\?.*|repeat instan.*|repeat instrument|event name|"
    r"survey (?:identifier|timestamp)|data access group|disease_coding|genetic_diagnosis_code|"
    r"variant_(?:expression|validation)|procedure(?:_ontology)?|patient_status_date|"
    r"please choose.*|choose the.*|are you sure.*|procedure as.*|date of completion.*",
    re.IGNORECASE | re.DOTALL,
)
"""Fields that say how others are coded, or how far somebody came."""


@dataclass(frozen=True, slots=True)
class ModelField:
    """One field of the model: its key is the number, with the bracket where several share it."""

    key: str
    title: str
    choices: Mapping[str, str] = field(default_factory=dict)

    @property
    def form(self) -> str:
        """The form, by its number: ``5`` or ``6.1``."""
        parts = self.key.split(" ", maxsplit=1)[0].split(".")
        return ".".join(parts[:2]) if parts[0] == "6" else parts[0]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where what stands in the rows of a project.

    Attributes:
        record: the place of the record's number.
        model: fields of the model by place.
        own: columns of our own forms by place.
        others: names of columns that are neither, by place.
    """

    header: tuple[str, ...]
    record: int
    model: Mapping[int, ModelField]
    own: Mapping[int, str]
    others: Mapping[int, str]


def model_field(label: str, choices: Mapping[str, str]) -> ModelField | None:
    """The field of the model that a label names; None for a label without a number."""
    found = _NUMBERED.fullmatch(label.strip())
    if found is None:
        return None
    number, _, bracket = found.groups()
    key = f"{number} {(bracket or '').strip().upper()}" if number in _SEVERAL else number
    return ModelField(key, " ".join(label.split()), choices)


def is_of_redcap(header: Sequence[str]) -> bool:
    """Whether a header is that of a REDCap export."""
    names = {name.strip() for name in header}
    if names & _OF_REDCAP:
        return True
    has_progress = any(name.endswith("_complete") for name in names)
    return has_progress and bool({RECORD, OWN_PERSON} & names)


def is_repeating(header: Sequence[str]) -> bool:
    """Whether the rows of an export may be events and instances, several for one record."""
    return bool({name.strip() for name in header} & _OF_REDCAP)


def is_dictionary(header: Sequence[str]) -> bool:
    """Whether a header is that of a data dictionary."""
    names = {name.strip() for name in header}
    return any(marks <= names for marks in _MARKS)


def dictionary_rows(folder: Path) -> list[list[str]]:
    """The rows of every data dictionary in a folder; none where there is no dictionary."""
    found: list[list[str]] = []
    for path in sorted(folder.glob("*.csv"))[:_MOST_FILES]:
        try:
            if path.is_file() and path.stat().st_size <= _LARGEST and _begins_as_one(path):
                with path.open(newline="", encoding="utf-8-sig") as handle:
                    found.extend(csv.reader(handle))
        except (OSError, UnicodeDecodeError, csv.Error):
            continue  # a file beside the data that cannot be read explains nothing
    return found


def _begins_as_one(path: Path) -> bool:
    with path.open("rb") as handle:
        first = handle.read(_HEAD).decode("utf-8-sig", errors="replace").partition("\n")[0]
    return is_dictionary(next(csv.reader([first]), []))


def layout_of(header: Sequence[str], dictionary: Sequence[Sequence[str]]) -> Layout | None:
    """The layout of a project of the model, or of an export of ours; None for any other."""
    fields = _fields_by_name(dictionary)
    names = [name.strip() for name in header]
    own_names = {
        own_name(table, name) for table in (PATIENTS, *OWN_TABLES.values()) for name in table.names
    }
    model: dict[int, ModelField] = {}
    own: dict[int, str] = {}
    others: dict[int, str] = {}
    for place, name in enumerate(names):
        if found := fields.get(name) or model_field(name, {}):
            model[place] = found
        elif name in own_names:
            own[place] = name
        elif not _TELLING_NOTHING.fullmatch(name) and place != _record_place(names):
            others[place] = name
    if OWN_PERSON not in own.values() and len(model) < _FEWEST:
        return None
    return Layout(tuple(names), _record_place(names), model, own, others)


def _record_place(names: Sequence[str]) -> int:
    """REDCap writes the record's number first, whatever the project calls it."""
    for place, name in enumerate(names):
        if name == RECORD or name.casefold() in _RECORD_LABELS:
            return place
    return 0


def _fields_by_name(dictionary: Sequence[Sequence[str]]) -> dict[str, ModelField]:
    """The fields of the model under our names, and under those of the dictionary."""
    found: dict[str, ModelField] = {}
    for one in FIELDS:
        if made := model_field(one.title, dict(one.choices)):
            found[one.name] = made
    for row in dictionary:
        if len(row) <= _CHOICES:
            continue
        if made := model_field(row[_LABEL], _labels(row[_CHOICES])):
            found[row[_NAME].strip()] = made
    return found


def _labels(choices: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for choice in choices.split("|"):
        code, comma, label = choice.partition(",")
        if comma:
            found[code.strip()] = label.strip()
    return found
