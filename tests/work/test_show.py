"""``show --json`` as FORMATS has it, on the published cases and the demonstration."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from desktop.db.registry import Registry
from desktop.measures.derived import derive
from desktop.measures.values import Derived, NotComputed
from desktop.paths import resource
from desktop.work.demonstration import make_demonstration
from desktop.work.import_tables import import_tables
from desktop.work.show import derived_json, patient_json

if TYPE_CHECKING:
    from pathlib import Path

QUANTITIES = ("calcium_phosphate_product", "trp", "fepi", "tmp_gfr", "egfr", "corrected_calcium")
GROWTH = [
    "mass_id",
    "method",
    "state",
    "doubling_time_days",
    "percent_per_year",
    "ci95_percent_per_year",
    "n",
]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("show")
    with Registry.create(folder / "cases.registry") as registry:
        import_tables(registry, [resource("cases")])
    make_demonstration(folder / "demo.registry")
    return [one for name in ("cases", "demo") for one in read(folder / f"{name}.registry")]


def read(path: Path) -> list[dict[str, Any]]:
    with Registry.open(path) as registry:
        cases = [registry.case(patient) for patient in registry.ids().values()]
    return [json.loads(json.dumps(patient_json(case, derive(case)))) for case in cases]


def test_every_patient_has_every_list_in_the_agreed_shape(shown: list[dict[str, Any]]) -> None:
    assert len(shown) == 134 + 24
    for one in shown:
        assert {"patient_id", "sex", "birth_date", "records", "derived"} <= set(one)
        derived = one["derived"]
        for name in (*QUANTITIES, "mass_volume"):
            for value in derived[name]:
                assert {"when", "value", "unit", "method"} <= set(value)
                assert isinstance(value["value"], float)
        assert all("mass_id" in value for value in derived["mass_volume"])
        for growth in derived["mass_growth"]:
            assert set(GROWTH) <= set(growth)


def test_what_is_absent_is_named_with_a_reason(shown: list[dict[str, Any]]) -> None:
    for one in shown:
        derived = one["derived"]
        named = {(told["quantity"], told.get("mass_id")) for told in derived["not_computed"]}
        assert all(told["reason"] for told in derived["not_computed"])
        for name in QUANTITIES:
            assert derived[name] or (name, None) in named, (one["patient_id"], name)
        sized = {value["mass_id"] for value in derived["mass_volume"]}
        for mass in one["records"]["masses"]:
            assert mass["mass_id"] in sized or ("mass_volume", mass["mass_id"]) in named
        for growth in derived["mass_growth"]:
            if growth["percent_per_year"] is None:
                assert ("mass_growth", growth["mass_id"]) in named


def test_a_reason_is_told_once_however_often_it_holds(shown: list[dict[str, Any]]) -> None:
    for one in shown:
        told = [
            (refusal["quantity"], refusal.get("mass_id"), refusal["reason"])
            for refusal in one["derived"]["not_computed"]
        ]
        assert len(told) == len(set(told))


def test_the_times_of_a_refusal_are_listed() -> None:
    refusal = NotComputed(quantity="trp", reason="why", when="2021", times=("2020", "2021"))
    assert derived_json(Derived(not_computed=(refusal,)))["not_computed"] == [
        {"quantity": "trp", "reason": "why", "when": "2021", "count": 2, "times": ["2020", "2021"]}
    ]
