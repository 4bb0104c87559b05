"""Phenopackets as rows: every part that has a place, and versions told apart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import UserError
from desktop.exchange.csv_tables import read_rows
from desktop.exchange.intake import find_tables

if TYPE_CHECKING:
    from pathlib import Path

Node = dict[str, object]


def term(identifier: str, label: str) -> Node:
    return {"id": identifier, "label": label}


def age(duration: str) -> Node:
    return {"age": {"iso8601duration": duration}}


PACKET: Node = {
    "id": "study-1",
    "subject": {"id": "P1", "sex": "FEMALE", "dateOfBirth": "1990-02-03T00:00:00Z"},
    "metaData": {"phenopacketSchemaVersion": "2.0"},
}


def rows(path: Path, **more: object) -> dict[str, list[dict[str, str]]]:
    path.write_text(json.dumps(PACKET | more))
    found: dict[str, list[dict[str, str]]] = {}
    for file in find_tables([path]).tables:
        for row in read_rows(file):
            cells = {n: c for n, c in zip(file.header, row.cells, strict=True) if c}
            found.setdefault(file.table.name, []).append(cells | {"fault": row.fault})
    return found


def test_a_subject_of_a_study_is_kept_apart_from_those_of_other_studies(tmp_path: Path) -> None:
    (person,) = rows(tmp_path / "f")["patients"]
    assert (person["patient_id"], person["subject_id"]) == ("study-1", "P1")
    assert (person["sex"], person["birth_date"]) == ("female", "1990-02-03")


def test_features_are_present_or_absent_with_their_age(tmp_path: Path) -> None:
    features = [
        {"type": term("HP:0002905", "Hyperphosphatemia"), "onset": age("P14Y6M")},
        {"type": term("HP:0000124", "x"), "excluded": True},
        {
            "type": term("HP:0000125", "y"),
            "onset": {"ontologyClass": term("HP:0003577", "Congenital")},
        },
    ]
    found = rows(tmp_path / "f", phenotypicFeatures=features)["findings"]
    assert [(one["feature"], one["status"], one.get("when", "")) for one in found] == [
        ("HP:0002905", "present", "P14Y6M"),
        ("HP:0000124", "absent", ""),
        ("HP:0000125", "present", ""),
    ]
    assert found[2]["note"] == "onset: Congenital"


def test_measurements_keep_their_digits_and_ranges(tmp_path: Path) -> None:
    unit = term("UCUM:mg/dL", "milligram per deciliter")
    limits = {"unit": unit, "low": 2.5, "high": 4.5}
    quantity = {"unit": unit, "value": 6.0, "referenceRange": limits}
    made = {"assay": term("LOINC:2777-1", "Phosphate"), "value": {"quantity": quantity}}
    words = {"assay": term("LOINC:2777-1", "P"), "value": {"ontologyClass": term("X:1", "raised")}}
    first, second = rows(tmp_path / "f", measurements=[made, words])["labs"]
    kept = ("analyte", "value", "unit", "ref_low", "ref_high")
    assert [first[name] for name in kept] == ["2777-1", "6.0", "mg/dL", "2.5", "4.5"]
    assert "words" in second["fault"]


def test_diseases_variants_and_actions_find_their_tables(tmp_path: Path) -> None:
    described = {
        "geneContext": {"symbol": "ACVR1"},
        "expressions": [{"syntax": "hgvs.c", "value": "NM_001111067.4:c.617G>A"}],
        "allelicState": term("GENO:0000135", "heterozygous"),
    }
    interpreted = {"acmgPathogenicityClassification": "PATHOGENIC"}
    interpreted_variant = {
        "variantInterpretation": interpreted | {"variationDescriptor": described}
    }
    treatment = {
        "agent": term("X:1", "Etidronate"),
        "doseIntervals": [
            {
                "quantity": {"unit": term("UCUM:mg", "mg"), "value": 400},
                "interval": {"start": "2001-02-03T00:00:00Z"},
            }
        ],
    }
    found = rows(
        tmp_path / "f",
        diseases=[
            {"term": term("OMIM:135100", "FOP")},
            {"term": term("MONDO:0005015", "diabetes")},
        ],
        interpretations=[{"diagnosis": {"genomicInterpretations": [interpreted_variant]}}],
        medicalActions=[
            {"treatment": treatment},
            {"procedure": {"code": term("X:2", "Biopsy of mass"), "performed": age("P9Y")}},
            {"radiationTherapy": {}},
        ],
    )
    assert found["patients"][0]["diagnosis"] == "fop"
    assert found["findings"][0]["feature"] == "diabetes"
    (variant,) = found["variants"]
    assert (variant["gene"], variant["zygosity"]) == ("ACVR1", "heterozygous")
    assert variant["classification"] == "pathogenic"
    (course,) = found["treatments"]
    assert (course["dose"], course["dose_unit"], course["start_when"]) == (
        "400",
        "mg",
        "2001-02-03",
    )
    assert (found["procedures"][0]["kind"], found["procedures"][0]["when"]) == ("biopsy", "P9Y")
    assert "1 medicalActions" in " ".join(find_tables([tmp_path / "f"]).notes)


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"metaData": {"phenopacketSchemaVersion": "1.0.0"}}, "version 1"),
        ({"subject": {"id": "a", "ageAtCollection": {}}}, "version 1"),
        ({"genes": []}, "version 1"),
        ({"subject": {}}, "names no patient"),
        ({"subject": {"id": "a", "sex": "M"}}, "no sex"),
        ({"subject": {"id": "a", "dateOfBirth": "yesterday"}}, "not a time"),
    ],
)
def test_what_cannot_be_read_whole_is_refused(tmp_path: Path, more: Node, reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        rows(tmp_path / "f", **more)


def test_members_of_a_cohort_are_patients_each(tmp_path: Path) -> None:
    path = tmp_path / "f"
    members = [PACKET, PACKET | {"id": "study-2"}]
    path.write_text(json.dumps({"id": "c", "members": members, "metaData": {}}))
    (file,) = find_tables([path]).tables
    assert [row.cells[0] for row in read_rows(file)] == ["study-1", "study-2"]


TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [*("id", "label", "type", "assay", "value", "quantity", "unit", "age", "term")]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)
PARTS = ["subject", "phenotypicFeatures", "measurements", "interpretations", "diseases", "files"]


@settings(max_examples=200, deadline=None)
@given(
    parts=st.dictionaries(st.sampled_from([*PARTS, "medicalActions", "metaData", "id"]), TREES),
    inner=st.dictionaries(st.sampled_from(PARTS[1:5]), st.lists(TREES, max_size=2)),
)
def test_no_packet_does_anything_but_come_in_or_be_refused(
    tmp_path_factory: pytest.TempPathFactory, parts: Node, inner: Node
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "f"
    path.write_text(json.dumps(PACKET | parts | inner))
    try:
        tables = find_tables([path]).tables
    except UserError:
        return
    for file in tables:
        assert all(len(row.cells) == len(file.header) for row in read_rows(file))
