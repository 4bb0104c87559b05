"""Every vector of the project's own set, computed by the product within its tolerance."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.analytes import Quantity, analytes, converted
from desktop.measures import body, kidney, minerals, regression, sizes
from desktop.measures.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

VECTORS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "data" / "formula_vectors.json").read_text("utf-8")
)
BY_ID = {vector["id"]: vector for vector in VECTORS}
Inputs = dict[str, Any]


def taken(inputs: Inputs, name: str, analyte: str, unit: str) -> float:
    """An input in another unit, through the product's own table."""
    given = inputs[name]
    found = converted(Quantity(given["value"], given["unit"]), analytes()[analyte], unit)
    assert found is not None
    return found.value


def trp_of(inputs: Inputs) -> float:
    if "FEPi" in inputs:
        return 1 - float(inputs["FEPi"]["value"])
    return minerals.trp(
        serum_phosphate=taken(inputs, "serum_phosphate", "serum_phosphate", "mg/dL"),
        urine_phosphate=taken(inputs, "urine_phosphate", "urine_phosphate", "mg/dL"),
        serum_creatinine=taken(inputs, "serum_creatinine", "creatinine", "mg/dL"),
        urine_creatinine=taken(inputs, "urine_creatinine", "urine_creatinine", "mg/dL"),
    )


def kenny_glen(inputs: Inputs) -> float:
    return minerals.tmp_gfr_kenny_glen(inputs["serum_phosphate"]["value"], trp_of(inputs))


def direct(inputs: Inputs) -> float:
    return minerals.tmp_gfr_direct(inputs["serum_phosphate"]["value"], trp_of(inputs))


def alpha(inputs: Inputs) -> float:
    return minerals.kenny_glen_alpha(inputs["TRP"]["value"])


def product(inputs: Inputs) -> float:
    calcium, phosphate = inputs["calcium"]["value"], inputs["phosphate"]["value"]
    return minerals.calcium_phosphate_product(calcium, phosphate)


def product_in_si(inputs: Inputs) -> float:
    analyte = analytes()["calcium_phosphate_product"]
    given = Quantity(inputs["product"]["value"], inputs["product"]["unit"])
    found = converted(given, analyte, "mmol2/L2")
    assert found is not None
    return found.value


def corrected_calcium(inputs: Inputs) -> float:
    calcium, albumin = inputs["calcium"]["value"], inputs["albumin"]["value"]
    if inputs.get("via") == "SI":
        molar = minerals.corrected_calcium_mmol_l(calcium * 0.2495, albumin * 10)
        return molar / 0.2495
    if inputs["calcium"]["unit"] == "mmol/L":
        return minerals.corrected_calcium_mmol_l(calcium, albumin)
    return minerals.corrected_calcium_mg_dl(calcium, albumin)


def ckd_epi(inputs: Inputs) -> float:
    return kidney.ckd_epi_2021(
        inputs["creatinine"]["value"], inputs["age"]["value"], sex=inputs["sex"]
    )


def schwartz(inputs: Inputs) -> float:
    creatinine = taken(inputs, "creatinine", "creatinine", "mg/dL")
    return kidney.bedside_schwartz(creatinine, inputs["height"]["value"], age_years=8)


def u25(inputs: Inputs) -> float:
    return kidney.ckid_u25(
        inputs["creatinine"]["value"],
        inputs["height"]["value"],
        age_years=inputs["age"]["value"],
        sex=inputs["sex"],
    )


def ellipsoid(inputs: Inputs) -> float:
    diameters = [inputs[name]["value"] for name in ("L", "W", "H")]
    return sizes.ellipsoid_volume(*diameters)


def ellipsoid_ml(inputs: Inputs) -> float:
    return sizes.ellipsoid_volume_ml(*[inputs[name]["value"] for name in ("L", "W", "H")])


def rate(inputs: Inputs) -> float:
    first, second = inputs["V1"]["value"], inputs["V2"]["value"]
    return sizes.specific_growth_rate(first, second, days=inputs["dt"]["value"])


def doubling(inputs: Inputs) -> float:
    found = sizes.doubling_time_days(rate(inputs))
    assert found is not None
    return found


def category(inputs: Inputs) -> str:
    return sizes.size_category(
        inputs["baseline_sum"]["value"],
        inputs["nadir_sum"]["value"],
        current_mm=inputs["current_sum"]["value"],
    )


def conversion_of(analyte: str, name: str, unit: str) -> Callable[[Inputs], float]:
    return lambda inputs: taken(inputs, name, analyte, unit)


COMPUTED: dict[str, Callable[[Inputs], float]] = {
    **{f"TRP0{n}a": trp_of for n in range(1, 5)},
    **{f"TRP0{n}b": lambda inputs: minerals.fepi(trp_of(inputs)) for n in range(1, 5)},
    **{f"TRP0{n}c": kenny_glen for n in range(1, 5)},
    **{f"TRP0{n}d": direct for n in range(1, 5)},
    "TRP05": kenny_glen,
    **{f"TMP0{n}": alpha for n in range(1, 6)},
    "TMP06": kenny_glen,
    "TMP07": direct,
    **{f"CAP0{n}{form}": product for n in range(1, 4) for form in "ab"},
    **{f"CAP0{n}": product_in_si for n in range(4, 8)},
    **{f"CCA0{n}": corrected_calcium for n in range(1, 5)},
    **{f"GFR0{n}": ckd_epi for n in range(1, 8)},
    "GFR09": schwartz,
    "GFR10": schwartz,
    "GFR12": u25,
    "GFR13": u25,
    "GFR14": u25,
    "GFR15": u25,
    "VOL01": ellipsoid,
    "VOL02": ellipsoid,
    "VOL03": ellipsoid_ml,
    "GRO01": doubling,
    "GRO02": lambda inputs: 100 * rate(inputs),
    "GRO03": doubling,
    "GRO04": lambda inputs: sizes.percent_per_year(rate(inputs)),
    "GRO05": lambda inputs: 100 * rate(inputs),
    "GRO07": lambda inputs: (
        sizes.sphere_volume_ml(inputs["d2"]["value"])
        / sizes.sphere_volume_ml(inputs["d1"]["value"])
    ),
    "MDC01": lambda inputs: sizes.minimal_detectable_change(inputs["SEM"]["value"]),
    "MDC02": lambda inputs: sizes.volume_error_percent(inputs["CV_d"]["value"]),
    "UNI01": conversion_of("serum_phosphate", "phosphate", "mmol/L"),
    "UNI02": conversion_of("serum_calcium_total", "calcium", "mmol/L"),
    "UNI03": conversion_of("creatinine", "creatinine", "umol/L"),
    "UNI04": conversion_of("25_oh_vitamin_d", "25-OH vitamin D", "nmol/L"),
    "UNI05": conversion_of("1_25_oh2_vitamin_d", "1,25-(OH)2 vitamin D", "pmol/L"),
    "UNI06": conversion_of("pth", "PTH", "pmol/L"),
    "UNI07": conversion_of("urine_calcium_creatinine", "urine Ca/creatinine", "mol/mol{creat}"),
    "UNI08": conversion_of("serum_phosphate", "phosphate", "mmol/L"),
    "UNI09": conversion_of("serum_phosphate", "phosphate", "mg/dL"),
    "UNI10": conversion_of("serum_calcium_ionised", "calcium_ionised", "mmol/L"),
    "UNI11": lambda inputs: body.body_surface_m2(
        inputs["height"]["value"], inputs["weight"]["value"]
    ),
    "SCO01": lambda inputs: body.joint_scale(inputs["scores"]),
    "SCO02": lambda inputs: body.motion_deficit_percent(
        inputs["measured"]["value"], inputs["reference"]["value"]
    ),
    "URI01": lambda inputs: minerals.urine_excretion_mg_per_day(
        inputs["urine_phosphate"]["value"], inputs["volume"]["value"]
    ),
}
REFUSED: dict[str, Callable[[Inputs], float]] = {
    "TMP08": trp_of,
    "TMP09": trp_of,
    "GFR08": ckd_epi,
    "GRO09": rate,
}
CATEGORIES = {f"RES0{n}" for n in range(1, 8)}
BY_THEMSELVES = {"GFR11", "GRO06", "GRO08", "RES08", "MDC03"}


def test_every_vector_of_the_set_has_a_test() -> None:
    assert set(BY_ID) == set(COMPUTED) | set(REFUSED) | CATEGORIES | BY_THEMSELVES


@pytest.mark.parametrize("name", sorted(COMPUTED))
def test_a_vector_is_met_within_its_tolerance(name: str) -> None:
    vector = BY_ID[name]
    found = COMPUTED[name](vector["inputs"])
    assert math.isclose(
        found, vector["expected"]["value"], rel_tol=0, abs_tol=vector["tolerance_abs"] + 1e-12
    )


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_inputs_that_a_formula_does_not_hold_for_are_refused(name: str) -> None:
    with pytest.raises(Refused):
        REFUSED[name](BY_ID[name]["inputs"])


@pytest.mark.parametrize("name", sorted(CATEGORIES))
def test_a_size_category_is_that_of_the_convention(name: str) -> None:
    assert category(BY_ID[name]["inputs"]) == BY_ID[name]["expected"]["category"]


def test_schwartz_in_umol_differs_from_the_rounded_constant_by_less_than_a_tenth_percent() -> None:
    # The published SI constant 36.5 is 0.413 x 88.4 rounded; the vector's note gives 109.5276.
    assert schwartz(BY_ID["GFR11"]["inputs"]) == pytest.approx(109.5276, abs=1e-4)


def test_no_change_in_volume_has_a_rate_of_zero_and_no_doubling_time() -> None:
    still = rate(BY_ID["GRO06"]["inputs"])
    assert still == 0
    assert sizes.doubling_time_days(still) is None


def test_the_log_linear_fit_gives_the_published_worked_example() -> None:
    vector = BY_ID["GRO08"]
    inputs, expected = vector["inputs"], vector["expected"]
    line = regression.fitted(inputs["t"]["value"], [math.log(v) for v in inputs["V"]["value"]])
    assert line.intercept == pytest.approx(expected["a"], abs=1e-6)
    assert math.exp(line.intercept) == pytest.approx(expected["V0_cm3"], abs=1e-5)
    assert line.slope == pytest.approx(expected["slope_per_day"], abs=1e-8)
    assert line.slope_error == pytest.approx(expected["slope_SE_per_day"], abs=1e-9)
    assert line.slope_ci95 == pytest.approx(expected["slope_CI95_per_day"], abs=1e-8)
    assert line.r_squared == pytest.approx(expected["r2"], abs=1e-6)
    assert sizes.percent_per_year(line.slope) == pytest.approx(
        expected["percent_per_year"], abs=1e-4
    )
    assert sizes.doubling_time_days(line.slope) == pytest.approx(
        expected["doubling_time_d"], abs=1e-3
    )


def test_diameter_limits_of_the_convention_as_volumes_of_spheres() -> None:
    vector = BY_ID["RES08"]
    for name in ("PR", "PD"):
        ratio = vector["inputs"][f"{name}_ratio"]["value"]
        change = sizes.percent_change(
            sizes.sphere_volume_ml(10), sizes.sphere_volume_ml(10 * ratio)
        )
        expected = vector["expected"][f"{name}_volume_change_percent"]
        assert change == pytest.approx(expected, abs=0.01)


def test_a_fifth_more_volume_is_within_the_limits_of_lung_nodules() -> None:
    vector = BY_ID["MDC03"]
    first, second = (vector["inputs"][name]["value"] for name in ("V1", "V2"))
    assert sizes.percent_change(first, second) == pytest.approx(
        vector["expected"]["change_percent"], abs=1e-6
    )
    assert sizes.is_outside_nodule_limits(first, second) is vector["expected"]["outside"]
