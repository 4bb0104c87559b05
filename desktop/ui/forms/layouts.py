"""How the fields of each form stand: rows of columns. What is not named stands on its own."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.domain.language import mark

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
            ("flag", "state"),
            ("fasting", "hemolyzed"),
            ("on_binder", "dialysis"),
            ("specimen", "method"),
        ),
        "masses": (
            ("mass_id",),
            ("site",),
            ("side", "plane"),
            ("first_when",),
            ("recurrence_of",),
            ("split_from", "merged_into"),
        ),
        "mass_measurements": (
            ("mass_id",),
            ("when",),
            ("modality",),
            ("length_mm", "width_mm", "depth_mm"),
            ("not_detectable",),
            ("pain", "motion"),
            ("ulcer", "drainage"),
            ("volume_ml", "observer"),
            ("note",),
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
        "family": (
            ("relation", "label"),
            ("relative_id",),
            ("birth_date", "sex"),
            ("affected", "carrier"),
            ("deceased",),
        ),
        "consents": (("purpose",), ("status",), ("when",)),
        "body": (("when",), ("height_cm", "weight_kg")),
        "targets": (("analyte",), ("low", "high", "unit"), ("from_when",)),
    }
)
"""The rows of the forms that have more than one column in a row, or an order of their own."""

TOGETHER = frozenset({"comparator"})
"""Columns that are typed in the field of another one: ``<0.5`` fills comparator and value."""

ROW_NAMES = MappingProxyType(
    {
        ("length_mm", "width_mm", "depth_mm"): mark("L × W × D"),
        ("pain", "motion"): mark("Pain, motion"),
        ("ulcer", "drainage"): mark("Ulcer, drainage"),
        ("volume_ml", "observer"): mark("Reported volume, by"),
        ("value", "unit"): mark("Value, unit"),
        ("ref_low", "ref_high"): mark("Range of laboratory"),
        ("low", "high", "unit"): mark("From, to, unit"),
        ("dose", "dose_unit"): mark("Dose, unit"),
        ("height_cm", "weight_kg"): mark("Height, weight"),
        ("hgvs_c", "hgvs_p"): mark("Change: coding, protein"),
        ("start_when", "stop_when"): mark("Started, stopped"),
        ("site", "side"): mark("Site, side"),
        ("side", "plane"): mark("Side, plane"),
        ("patient_id", "mrn"): mark("Registry ID, MRN"),
        ("birth_date", "sex"): mark("Born, sex"),
        ("family_id", "enrolled_when"): mark("Family ID, enrolled"),
        ("relation", "label"): mark("Relation, called"),
        ("affected", "carrier"): mark("Affected, carrier"),
        ("split_from", "merged_into"): mark("Split from, merged into"),
        ("consent", "death_when"): mark("Consent, died"),
        ("flag", "state"): mark("Judged by lab, result"),
        ("fasting", "hemolyzed"): mark("Fasting, hemolyzed"),
        ("on_binder", "dialysis"): mark("Binder, dialysis"),
        ("specimen", "method"): mark("Specimen, method"),
    }
)
"""What a row of several fields is called; to be said."""


BEGIN = MappingProxyType({"mass_measurements": "length_mm"})
"""The field where a form begins, once what it needs is there."""


def rows_of(table: str, columns: Sequence[str]) -> list[tuple[str, ...]]:
    """The rows of a form; every column of the table stands in exactly one."""
    wanted = [name for name in columns if name not in TOGETHER]
    rows: list[tuple[str, ...]] = [r for r in ROWS.get(table, ()) if set(r) <= set(wanted)]
    placed = {name for row in rows for name in row}
    return rows + [(name,) for name in wanted if name not in placed]
