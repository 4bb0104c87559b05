"""FHIR R4 documents as rows: what comes in as it stands, and what is left out with its reason."""

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
PATIENT: Node = {
    "resourceType": "Patient",
    "id": "p",
    "identifier": [
        {"type": {"coding": [{"code": "SS"}]}, "value": "999-11-2222"},
        {"type": {"coding": [{"code": "MR"}]}, "value": "H-17"},
    ],
    "name": [
        {"use": "maiden", "family": "Before"},
        {"use": "official", "family": "Probst", "given": ["Ana", "Li"]},
    ],
    "gender": "female",
    "birthDate": "1990-02",
}


def observation(**more: object) -> Node:
    return {
        "resourceType": "Observation",
        "id": "o1",
        "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": "2777-1"}]},
        "subject": {"reference": "Patient/p"},
        "effectiveDateTime": "2020-03-04T08:15:00+01:00",
        "valueQuantity": {"value": 4.5, "unit": "mg/dL"},
    } | more


def bundle(*resources: Node) -> Node:
    return {"resourceType": "Bundle", "entry": [{"resource": one} for one in resources]}


def rows(path: Path, content: object) -> dict[str, list[dict[str, str]]]:
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text)
    found: dict[str, list[dict[str, str]]] = {}
    for file in find_tables([path]).tables:
        for row in read_rows(file):
            cells = {n: c for n, c in zip(file.header, row.cells, strict=True) if c}
            found.setdefault(file.table.name, []).append(cells | {"fault": row.fault})
    return found


def test_a_person_comes_with_the_number_of_the_hospital_and_the_name_in_use(
    tmp_path: Path,
) -> None:
    (person,) = rows(tmp_path / "f", PATIENT)["patients"]
    assert person == {
        "patient_id": "H-17",
        "mrn": "H-17",
        "sex": "female",
        "birth_date": "1990-02",
        "family_name": "Probst",
        "given_name": "Ana Li",
        "fault": "",
    }


def test_digits_of_a_result_stay_as_they_are_written(tmp_path: Path) -> None:
    text = json.dumps(bundle(PATIENT, observation())).replace("4.5", "4.50")
    (lab,) = rows(tmp_path / "f", text)["labs"]
    assert (lab["patient_id"], lab["analyte"], lab["value"], lab["unit"]) == (
        *("H-17", "2777-1", "4.50", "mg/dL"),
    )
    assert lab["when"] == "2020-03-04T08:15:00+01:00"


def test_a_result_without_a_time_has_that_of_its_report(tmp_path: Path) -> None:
    result = observation()
    del result["effectiveDateTime"]
    panel: Node = {"resourceType": "Observation", "id": "panel", "status": "final"}
    panel |= {"code": {"text": "chemistry"}, "subject": {"reference": "Patient/p"}}
    panel |= {"hasMember": [{"reference": "Observation/o1"}]}
    report: Node = {"resourceType": "DiagnosticReport", "id": "r", "status": "final"}
    report |= {"effectiveDateTime": "2015-08-16", "result": [{"reference": "Observation/panel"}]}
    found = rows(tmp_path / "f", bundle(PATIENT, report, panel, result))
    assert [lab["when"] for lab in found["labs"]] == ["2015-08-16"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"valueQuantity": {"value": 1, "comparator": "<", "unit": "mg/dL"}}, ("1", "<", "")),
        ({"valueQuantity": None, "valueString": "< 0.3 mg/dL"}, ("0.3", "<", "")),
        ({"status": "registered", "valueQuantity": None}, ("", "", "pending")),
        ({"status": "cancelled", "valueQuantity": None}, ("", "", "not_measured")),
        (
            {"valueQuantity": None, "dataAbsentReason": {"text": "clotted"}},
            ("", "", "not_measured"),
        ),
    ],
)
def test_censored_and_missing_results_stay_what_they_are(
    tmp_path: Path, more: Node, expected: tuple[str, str, str]
) -> None:
    made = {name: part for name, part in observation(**more).items() if part is not None}
    (lab,) = rows(tmp_path / "f", bundle(PATIENT, made))["labs"]
    assert tuple(lab.get(name, "") for name in ("value", "comparator", "state")) == expected


def test_components_are_results_of_their_own(tmp_path: Path) -> None:
    parts = [
        {"code": {"coding": [{"system": "http://loinc.org", "code": code}]}}
        | {"valueQuantity": {"value": value, "unit": "mg/dL"}}
        for code, value in (("2777-1", 4.5), ("17861-6", 9.5))
    ]
    panel = observation(code={"text": "bone profile"}, component=parts)
    del panel["valueQuantity"]
    labs = rows(tmp_path / "f", bundle(PATIENT, panel))["labs"]
    assert [(lab["analyte"], lab["value"]) for lab in labs] == [
        ("2777-1", "4.5"),
        ("17861-6", "9.5"),
    ]


@pytest.mark.parametrize(
    ("resource", "reason"),
    [
        (observation(valueQuantity={"value": "4.5", "unit": "mg/dL"}), "a number was expected"),
        (observation(effectiveDateTime="2020-13-01"), "not a date"),
        (observation(effectiveDateTime="03/04/2020"), "not a date"),
        (observation(id="bad id"), "none that FHIR allows"),
        (observation(subject=None), "does not say which patient"),
        (observation(status="done"), "no status"),
        (observation(valueQuantity={"value": 1, "comparator": "~"}), "no comparator"),
        (observation(note=[{"text": "a\u0007b"}]), "control character"),
    ],
)
def test_a_resource_that_is_not_as_fhir_says_is_refused_by_itself(
    tmp_path: Path, resource: Node, reason: str
) -> None:
    good = observation(id="o2")
    first, second = rows(tmp_path / "f", bundle(PATIENT, resource, good))["labs"]
    assert reason in first["fault"]
    assert not second["fault"]


def test_an_animal_is_no_patient(tmp_path: Path) -> None:
    address = "http://hl7.org/fhir/StructureDefinition/patient-animal"
    (row,) = rows(tmp_path / "f", PATIENT | {"extension": [{"url": address}]})["patients"]
    assert "animal" in row["fault"]


def test_findings_procedures_drugs_masses_and_relatives_find_their_tables(tmp_path: Path) -> None:
    about: Node = {"subject": {"reference": "Patient/p"}, "status": "completed"}
    found = rows(
        tmp_path / "f",
        bundle(
            PATIENT,
            {"resourceType": "Condition", "code": {"text": "Hyperostosis"}} | about,
            {
                "resourceType": "Condition",
                "code": {"coding": [{"system": "http://human-phenotype-ontology.org"}
                                    | {"code": "HP:0002905"}]},
                "verificationStatus": {"coding": [{"code": "refuted"}]},
                "onsetAge": {"value": 14, "code": "a"},
            } | about,
            {"resourceType": "Condition", "code": {"text": "guessed"}}
            | {"verificationStatus": {"coding": [{"code": "provisional"}]}} | about,
            {"resourceType": "Procedure", "code": {"text": "Excision of hip mass"}}
            | {"performedPeriod": {"start": "2012-05-01"}} | about,
            {"resourceType": "MedicationStatement", "medicationCodeableConcept":
             {"text": "Sevelamer"}, "effectivePeriod": {"start": "2011"}} | about,
            {"resourceType": "BodyStructure", "id": "m1", "patient": {"reference": "Patient/p"},
             "morphology": {"text": "Calcified mass"}, "location": {"text": "Left shoulder"}},
            {"resourceType": "FamilyMemberHistory", "status": "completed",
             "patient": {"reference": "Patient/p"},
             "relationship": {"coding": [{"code": "NBRO"}]}, "name": "Somebody"},
        ),
    )  # fmt: skip
    assert [(one["feature"], one["status"]) for one in found["findings"]] == [
        ("Hyperostosis", "present"),
        ("HP:0002905", "absent"),
    ]
    assert found["findings"][1]["when"] == "P14Y"
    assert found["procedures"][0]["kind"] == "excision"
    assert found["treatments"][0]["agent"] == "sevelamer"
    assert (found["masses"][0]["site"], found["masses"][0]["side"]) == ("shoulder", "left")
    assert found["family"][0]["relation"] == "sibling"
    assert "Somebody" not in str(found["family"])


def test_what_has_no_place_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "f"
    claims: list[Node] = [{"resourceType": "Claim"}, {"resourceType": "Claim"}]
    path.write_text(json.dumps(bundle(PATIENT, *claims)))
    assert "2 Claim" in " ".join(find_tables([path]).notes)


def test_lines_of_ndjson_are_resources(tmp_path: Path) -> None:
    text = "\n".join(json.dumps(one) for one in (PATIENT, observation(), observation(id="o2")))
    found = rows(tmp_path / "f", text)
    assert (len(found["patients"]), len(found["labs"])) == (1, 2)


def test_a_line_ends_only_where_ndjson_ends_it(tmp_path: Path) -> None:
    named = PATIENT | {"name": [{"family": "A\u2028B\x85C"}]}
    text = "\n".join(json.dumps(one, ensure_ascii=False) for one in (named, observation()))
    assert rows(tmp_path / "f", text)["patients"][0]["family_name"] == "A\u2028B\x85C"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"resourceType": "Patient", "id": "a", "id": "b"}', "twice"),
        ('{"resourceType": "Patient", "id": ', "sound JSON"),
        ('{"resourceType": "Patient", "birthDate": NaN}', "not a number"),
        ('{"a": 1}', "neither FHIR"),
        ('{"resourceType": "Patient", "x": ' + "[" * 5000 + "]" * 5000 + "}", "too deeply"),
        ('{"resourceType": "Bundle", "entry": 5}', "sound FHIR bundle"),
        ('{"resourceType": "SubscriptionTopic"}', "R5"),
        ('{"resourceType": "Patient", "fhirVersion": "5.0.0"}', "R5"),
        (json.dumps(bundle({"resourceType": "BodyStructure", "includedStructure": []})), "R5"),
        (json.dumps(bundle({"resourceType": "MedicationStatement", "medication": {}})), "R5"),
    ],
)
def test_a_broken_document_is_refused_as_a_whole(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "f"
    path.write_text(content)
    with pytest.raises(UserError, match=reason):
        find_tables([path])


LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
)
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "code",
                    "coding",
                    "value",
                    "valueQuantity",
                    "status",
                    "text",
                    "reference",
                    "subject",
                ]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(
    kind=st.sampled_from(
        [
            "Patient",
            "Observation",
            "Condition",
            "Procedure",
            "MedicationStatement",
            "BodyStructure",
            "FamilyMemberHistory",
            "DiagnosticReport",
            "Bundle",
        ]
    ),
    parts=st.dictionaries(
        st.sampled_from(
            [
                "id",
                "code",
                "subject",
                "status",
                "valueQuantity",
                "component",
                "identifier",
                "name",
                "effectiveDateTime",
                "birthDate",
                "dosage",
                "location",
                "entry",
                "contained",
                "meta",
                "extension",
                "referenceRange",
                "result",
                "note",
                "category",
                "relationship",
            ]
        ),
        TREES,
        max_size=6,
    ),
)
def test_no_resource_does_anything_but_come_in_or_be_refused(
    tmp_path_factory: pytest.TempPathFactory, kind: str, parts: Node
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "f"
    broken = {"resourceType": kind} | parts
    path.write_text(json.dumps(bundle(PATIENT, observation() | parts, broken)))
    try:
        tables = find_tables([path]).tables
    except UserError:
        return
    for file in tables:
        assert all(len(row.cells) == len(file.header) for row in read_rows(file))
