"""How the fields of each form stand: rows of columns. What is not named stands on its own."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROWS = MappingProxyType(
    {
        "patients": (
            ("patient_id", "mrn"),
            ("family_name",),
            ("given_name",),
            ("birth_date", "sex"),
            ("diagnosis",),
            ("diagnosis_status",),
            ("family_id", "enrolled_when"),
            ("consent", "death_when"),
        ),
        "labs": (
            ("analyte",),
            ("value", "unit"),
            ("when",),
            ("ref_low", "ref_high"),
            ("flag", "fasting"),
            ("specimen", "method"),
        ),
        "masses": (
            ("mass_id",),
            ("site",),
            ("side", "plane"),
            ("first_when",),
            ("recurrence_of",),
        ),
        "mass_measurements": (
            ("mass_id",),
            ("when",),
            ("modality",),
            ("length_mm", "width_mm", "depth_mm"),
            ("volume_ml",),
            ("not_detectable",),
            ("observer",),
        ),
        "treatments": (
            ("agent",),
            ("start_when", "stop_when"),
            ("dose", "dose_unit"),
            ("frequency",),
            ("response",),
        ),
        "findings": (("feature",), ("status",), ("when",), ("site", "side")),
        "procedures": (("kind",), ("when",), ("mass_id",), ("site", "side"), ("completeness",)),
        "variants": (("gene",), ("hgvs_c", "hgvs_p"), ("zygosity",), ("classification",)),
        "body": (("when",), ("height_cm", "weight_kg")),
        "targets": (("analyte",), ("low", "high", "unit"), ("from_when",)),
    }
)
"""The rows of the forms that have more than one column in a row, or an order of their own."""

TOGETHER = frozenset({"comparator"})
"""Columns that are typed in the field of another one: ``<0.5`` fills comparator and value."""

ROW_NAMES = MappingProxyType(
    {
        ("length_mm", "width_mm", "depth_mm"): "L × W × D",
        ("value", "unit"): "Value, unit",
        ("ref_low", "ref_high"): "Range of laboratory",
        ("low", "high", "unit"): "From, to, unit",
        ("dose", "dose_unit"): "Dose, unit",
        ("height_cm", "weight_kg"): "Height, weight",
        ("hgvs_c", "hgvs_p"): "Change: coding, protein",
        ("start_when", "stop_when"): "Started, stopped",
        ("site", "side"): "Site, side",
        ("side", "plane"): "Side, plane",
        ("patient_id", "mrn"): "Registry ID, MRN",
        ("birth_date", "sex"): "Born, sex",
        ("family_id", "enrolled_when"): "Family ID, enrolled",
        ("consent", "death_when"): "Consent, died",
        ("flag", "fasting"): "Judged by lab, fasting",
        ("specimen", "method"): "Specimen, method",
    }
)
"""What a row of several fields is called."""


def rows_of(table: str, columns: Sequence[str]) -> list[tuple[str, ...]]:
    """The rows of a form; every column of the table stands in exactly one."""
    wanted = [name for name in columns if name not in TOGETHER]
    rows: list[tuple[str, ...]] = [r for r in ROWS.get(table, ()) if set(r) <= set(wanted)]
    placed = {name for row in rows for name in row}
    return rows + [(name,) for name in wanted if name not in placed]
