"""The names and codes of a data dictionary that a clinic has, found by number and label."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.exchange.to_redcap_fields import Field

_NUMBERED = re.compile(r"(\d+(?:\.\d+)+)\s+(.*?)\s*(?:\[([^\]]*)\])?\s*", re.DOTALL)
_LABEL, _CHOICES = 4, 5  # the columns of a data dictionary have one order
_FEWEST = 5


class FieldNames:
    """Their names and codes for our fields; nothing for a field that they do not have."""

    def __init__(self, rows: list[list[str]]) -> None:
        """Read the rows of a data dictionary, its header among them or not."""
        self._names: dict[tuple[str, str], str] = {}
        self._choices: dict[str, dict[str, str]] = {}
        for row in rows:
            if len(row) <= _CHOICES:
                continue
            name = row[0].strip()
            self._choices[name] = _labels(row[_CHOICES])
            if found := _NUMBERED.fullmatch(row[_LABEL]):
                number, _, bracket = found.groups()
                self._names.setdefault((number, (bracket or "").strip()), name)
                self._names.setdefault((number, ""), name)

    def __len__(self) -> int:
        """How many numbered fields were found."""
        return len({number for number, _ in self._names})

    def of(self, field: Field) -> str:
        """Their name for a field; ours for a field without a number; empty if they have none."""
        if not field.number:
            return field.name
        return self._names.get((field.number, field.bracket), "")

    def cell(self, field: Field, cell: str) -> str:
        """Their code for a choice, by its label; the cell itself where there is no choice."""
        if not field.choices or not field.number:
            return cell
        label = dict(field.choices).get(cell.strip(), "")
        return self._choices.get(self.of(field), {}).get(label.casefold(), "")


def _labels(choices: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for choice in choices.split("|"):
        code, comma, label = choice.partition(",")
        if comma:
            found[label.strip().casefold()] = code.strip()
    return found


def field_names(path: Path) -> FieldNames:
    """The names in a data dictionary; UserError for a file that is none, or of another model."""
    try:
        with path.open(newline="", encoding="utf-8-sig") as handle:
            rows = list(csv.reader(handle))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UserError(
            say("The data dictionary {path} cannot be read.", path=path),
            kept=say("Nothing was written."),
            remedy=say("Download it from REDCap again, as CSV."),
        ) from error
    names = FieldNames(rows)
    if len(names) < _FEWEST:
        raise UserError(
            say("{path} is not the data dictionary of the common data model.", path=path),
            kept=say("Nothing was written."),
            remedy=say(
                "Its labels begin with numbers such as 2.1. Leave it out for our own names."
            ),
        )
    return names
