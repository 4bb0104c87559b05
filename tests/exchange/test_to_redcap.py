"""A REDCap project: own names, or those of a dictionary that a clinic has."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.columns import BOOKKEEPING, CLINICAL
from desktop.domain.errors import UserError
from desktop.exchange.spreadsheet_text import unmarked
from desktop.exchange.to_redcap import redcap_project
from desktop.exchange.to_redcap_names import FieldNames, field_names
from tests.exchange.drawn_cases import AS_OF, drawn_cases

if TYPE_CHECKING:
    from pathlib import Path

P = "p1"
THEIRS = [
    ["Variable / Field Name", "Form Name", "", "Field Type", "Field Label", "Choices"],
    ["born", "f2", "", "text", "2.1 Date of birth", ""],
    ["sex", "f2", "", "dropdown", "2.2 Sex at birth", "s1, Female | s2, Male"],
    ["assay", "f6", "", "text", "6.3.1 Assay", ""],
    ["value", "f6", "", "text", "6.3.2 Value", ""],
    ["unit", "f6", "", "text", "6.3.3 Value Unit", ""],
    ["seen", "f6", "", "text", "6.3.5 Time Observed", ""],
    ["ordo", "f5", "", "text", "5.1 Disease [ORDO]", ""],
    ["mondo", "f5", "", "text", "5.1 Disease [MONDO]", ""],
]


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def _case(*labs: r.LabResult, sex: str = "female") -> Case:
    patient = r.Patient(id=P, patient_id="TC-1", sex=sex, birth_date="2010-05")
    return Case(patient=patient, as_of=AS_OF, labs=labs)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=drawn_cases())
def test_every_cell_of_every_table_is_there_and_every_field_is_in_the_dictionary(
    case: Case,
) -> None:
    project = redcap_project([case])
    rows, fields = _rows(project.data), _rows(project.dictionary)
    names = [field["Variable / Field Name"] for field in fields]
    assert set(rows[0]) - {"redcap_repeat_instrument", "redcap_repeat_instance"} == set(names)
    assert len(names) == len(set(names))
    assert not [name for name in names if not re.fullmatch(r"[a-z][a-z0-9_]*", name)]
    for table in CLINICAL:
        if table.name in BOOKKEEPING:
            continue
        own = [row for row in rows if row["redcap_repeat_instrument"] == f"calcinosis_{table.name}"]
        told = [[unmarked(row[f"{table.name}_{name}"]) for name in table.names] for row in own]
        held = [[getattr(one, name) for name in table.names] for one in getattr(case, table.name)]
        assert told == held


def test_a_limit_is_no_value_of_the_model_but_stands_in_our_own_form() -> None:
    lab = r.LabResult(
        patient=P, analyte="pth", value="3", comparator="<", unit="pg/mL", when="2020-01-02"
    )
    rows = _rows(redcap_project([_case(lab)]).data)
    assert [row["rdcdm_6_3_2"] for row in rows if row["rdcdm_6_3_2"]] == []
    assert [row["labs_comparator"] for row in rows if row["labs_value"]] == ["<"]


def test_names_and_codes_of_a_dictionary_are_found_by_number_and_label() -> None:
    lab = r.LabResult(
        patient=P, analyte="serum_phosphate", value="5.00", unit="mg/dL", when="2020-01-02T07:00"
    )
    project = redcap_project([_case(lab)], FieldNames(THEIRS))
    rows = _rows(project.data)
    assert rows[0]["sex"] == "s1"
    assert rows[0]["born"] == ""  # a month is no day
    assert project.not_held["2.1 Date of birth"] == 1
    (result,) = [row for row in rows if row["value"]]
    told = [result[name] for name in ("assay", "value", "unit", "seen")]
    assert told == ["2777-1", "5.00", "mg/dL", "2020-01-02"]
    assert result["redcap_repeat_instance"] == "1"


def test_a_choice_that_their_dictionary_lacks_is_counted_not_guessed() -> None:
    project = redcap_project([_case(sex="intersex")], FieldNames(THEIRS))
    assert _rows(project.data)[0]["sex"] == ""
    assert project.not_held["2.2 Sex at birth"] == 1


def test_a_value_never_goes_without_the_unit_that_their_dictionary_lacks() -> None:
    lab = r.LabResult(patient=P, analyte="serum_phosphate", value="5.00", unit="mg/dL")
    without = [row for row in THEIRS if row[0] != "unit"]
    project = redcap_project([_case(lab)], FieldNames(without))
    assert [row["value"] for row in _rows(project.data) if row["value"]] == []
    assert project.not_held["6.3.3 Value unit"] == 1


def test_a_dictionary_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dictionary.csv"
    path.write_text("Variable / Field Name,Form Name\nage,start\n")
    with pytest.raises(UserError, match="not the data dictionary"):
        field_names(path)
    with pytest.raises(UserError, match="cannot be read"):
        field_names(tmp_path / "missing.csv")
