"""The rows of the laboratory grid: tests in groups, calculated rows one per method. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from desktop.charts.figures import display_unit
from desktop.domain.analytes import analyte_named, analytes
from desktop.domain.language import mark, say
from desktop.measures.wording import method_words
from desktop.ui.models.labs_words import test_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from desktop.domain.case import Case
    from desktop.domain.records import LabResult
    from desktop.measures.values import Derived, DerivedValue

RowKind = Literal["group", "entered", "calculated"]

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        mark("Mineral"),
        (
            "serum_phosphate",
            "serum_calcium_total",
            "serum_calcium_ionised",
            "albumin",
            "serum_calcium_corrected",
            "calcium_phosphate_product",
            "magnesium",
            "alp",
        ),
    ),
    (
        mark("Hormones and vitamin D"),
        (
            "pth",
            "pthrp",
            "1_25_oh2_vitamin_d",
            "25_oh_vitamin_d",
            "vitamin_d_unspecified",
            "fgf23_intact",
            "fgf23_c_terminal",
        ),
    ),
    (
        mark("Kidney and phosphate handling"),
        (
            "creatinine",
            "egfr",
            "creatinine_clearance",
            "urea",
            "urine_phosphate",
            "urine_phosphate_24h",
            "urine_creatinine",
            "trp",
            "fepi",
            "tmp_gfr",
            "urine_calcium",
            "urine_calcium_24h",
            "urine_calcium_creatinine",
            "urine_magnesium",
        ),
    ),
    (mark("Salts and acid–base"), ("bicarbonate", "potassium")),
    (mark("Inflammation and iron"), ("crp", "esr", "ferritin")),
    (mark("Muscle and other enzymes"), ("ck", "ldh", "ace", "urate")),
    (mark("Blood count and glucose"), ("hemoglobin", "wbc", "platelets", "hba1c")),
)
"""Every analyte of the vocabulary in the group in which it is shown, in this order."""

OTHER = mark("Not in the vocabulary: kept as entered")

STANDARD = frozenset(
    {
        "serum_phosphate",
        "serum_calcium_total",
        "albumin",
        "alp",
        "pth",
        "1_25_oh2_vitamin_d",
        "25_oh_vitamin_d",
        "fgf23_intact",
        "fgf23_c_terminal",
        "creatinine",
        "urine_phosphate",
        "urine_creatinine",
    }
)
"""The tests whose rows are shown for every patient, with results or without."""

CALCULATED = MappingProxyType(
    {
        "calcium_phosphate_product": "calcium_phosphate_product",
        "serum_calcium_corrected": "corrected_calcium",
        "trp": "trp",
        "fepi": "fepi",
        "tmp_gfr": "tmp_gfr",
        "egfr": "egfr",
    }
)
"""The analyte that each list of computed values is of: key of the vocabulary, field of Derived."""

_SHORT_METHODS = MappingProxyType(
    {
        "CKiD U25 creatinine": mark("CKiD U25"),
        "CKD-EPI 2021 creatinine": mark("CKD-EPI 2021"),
        "bedside Schwartz": mark("Schwartz"),
        "Kenny-Glen": mark("Kenny–Glen"),
        "direct": mark("direct"),
    }
)
"""Methods as they stand in a row's name; in full in the inspector."""

ACETAZOLAMIDE = "acetazolamide"
ON_ACETAZOLAMIDE = ("bicarbonate", "potassium")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: a group's heading, a test with entered results, or a calculated quantity.

    ``analyte`` is the vocabulary key, or the cell as it came where the vocabulary lacks it;
    ``unit`` the unit in which the row is shown and in which a bare number is entered.
    ``method`` splits reported derived quantities and calculated rows, so that no row mixes
    two methods. ``key`` stays the same from one state of the case to the next.
    """

    key: str
    kind: RowKind
    name: str
    analyte: str = ""
    unit: str = ""
    method: str = ""
    labs: tuple[LabResult, ...] = field(default=(), repr=False)
    values: tuple[DerivedValue, ...] = field(default=(), repr=False)

    @property
    def is_editable(self) -> bool:
        """True where results can be typed."""
        return self.kind == "entered"


def rows_of(
    case: Case,
    derived: Derived,
    *,
    units: str,
    added: Iterable[str] = (),
    only_filled: bool = False,
) -> tuple[Row, ...]:
    """All rows of a case with the headings of their groups.

    ``added`` are analytes that the user asked for; ``only_filled`` leaves out the standard
    tests that have no result.
    """
    entered = _by_row(case.labs)
    wanted = set(added) | (set() if only_filled else _standard(case))
    rows: list[Row] = []
    for title, keys in GROUPS:
        found = [row for key in keys for row in _rows_of_key(key, entered, derived, units, wanted)]
        if found:
            rows += [_heading(title, _group_name(title, case)), *found]
    unknown = [
        _entered_row(cell, method, labs, units)
        for (cell, method), labs in entered.items()
        if analyte_named(cell) is None
    ]
    if unknown:
        rows += [_heading(OTHER, say(OTHER)), *sorted(unknown, key=lambda row: row.name)]
    return tuple(rows)


def _standard(case: Case) -> set[str]:
    found = set(STANDARD)
    if _is_on_acetazolamide(case):
        found |= set(ON_ACETAZOLAMIDE)
    return found


def _is_on_acetazolamide(case: Case) -> bool:
    return any(
        treatment.agent.strip().casefold() == ACETAZOLAMIDE and not treatment.stop_when.strip()
        for treatment in case.treatments
    )


def _group_name(title: str, case: Case) -> str:
    if title == GROUPS[3][0] and _is_on_acetazolamide(case):
        return say("Safety on acetazolamide")
    return say(title)


def _heading(title: str, name: str) -> Row:
    return Row(key=f"#{title}", kind="group", name=name)


def _by_row(labs: Iterable[LabResult]) -> Mapping[tuple[str, str], list[LabResult]]:
    """The results of each row: by analyte, and by method where the quantity is a derived one."""
    found: dict[tuple[str, str], list[LabResult]] = {}
    for lab in labs:
        analyte = analyte_named(lab.analyte)
        key = analyte.key if analyte else lab.analyte.strip()
        method = lab.method.strip() if analyte and analyte.is_derived else ""
        found.setdefault((key, method), []).append(lab)
    return found


def _rows_of_key(
    key: str,
    entered: Mapping[tuple[str, str], list[LabResult]],
    derived: Derived,
    units: str,
    wanted: set[str],
) -> Iterator[Row]:
    mine = sorted(method for own, method in entered if own == key)
    if not mine and key in wanted:
        mine = [""]
    for method in mine:
        yield _entered_row(key, method, entered.get((key, method), []), units)
    if key in CALCULATED:
        yield from _calculated_rows(key, getattr(derived, CALCULATED[key]), units)


def _entered_row(key: str, method: str, labs: list[LabResult], units: str) -> Row:
    analyte = analyte_named(key)
    name = test_name(key)
    if analyte is not None and analyte.is_derived:
        if key in CALCULATED:
            name = say("{test}, reported", test=name)
        if method:
            name = say("{test} ({method})", test=name, method=method)
    unit = display_unit(analyte, units) if analyte else _own_unit(labs)
    return Row(
        key=f"{key}|{method}" if method else key,
        kind="entered",
        name=name,
        analyte=key,
        unit=unit,
        method=method,
        labs=tuple(labs),
    )


def _own_unit(labs: list[LabResult]) -> str:
    """The unit of a test that the vocabulary lacks, if its results agree on one."""
    found = {lab.unit.strip() for lab in labs if lab.value.strip()}
    return found.pop() if len(found) == 1 else ""


def _calculated_rows(key: str, values: Iterable[DerivedValue], units: str) -> Iterator[Row]:
    by_method: dict[str, list[DerivedValue]] = {}
    for value in values:
        by_method.setdefault(value.method, []).append(value)
    unit = display_unit(analytes()[key], units)
    for method, found in by_method.items():
        short = say(_SHORT_METHODS[method]) if method in _SHORT_METHODS else method_words(method)
        is_told = key in {"tmp_gfr", "egfr"} or len(by_method) > 1
        name = test_name(key)
        yield Row(
            key=f"={key}|{method}",
            kind="calculated",
            name=say("{test} ({method})", test=name, method=short) if is_told else name,
            analyte=key,
            unit=unit,
            method=method,
            values=tuple(found),
        )


def plain_row(analyte: str, units: str) -> Row:
    """The row in which a test of the vocabulary is entered before it has any result."""
    return _entered_row(analyte, "", [], units)
