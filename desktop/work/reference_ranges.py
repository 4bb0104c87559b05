"""Setting a registry's own reference ranges from a file: all of them, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.ranges import COLUMNS, RegistryRange, cells_of, first_overlap
from desktop.exchange.range_table import read_ranges
from desktop.work.import_outcome import Remark
from desktop.work.silence import end_stale_silences

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.db.registry import Registry
    from desktop.domain.checks import Problem
    from desktop.exchange.range_table import RangeRow


def set_ranges_from(registry: Registry, path: Path) -> list[Remark]:
    """Put the ranges of a CSV table in place of the registry's own, in one journaled step.

    Gives what was refused, row by row; then nothing was changed. Raises UserError for a file
    that is no such table.
    """
    rows = read_ranges(path)
    refusals = [
        _remark(path, row.number, problem)
        for row in rows
        if isinstance(row.read, tuple)
        for problem in row.read
    ]
    found = [(row, row.read) for row in rows if isinstance(row.read, RegistryRange)]
    refusals += _clash(path, found)
    if not refusals:
        registry.set_ranges([one for _, one in found])
        end_stale_silences(registry)
    return sorted(refusals, key=lambda remark: remark.row)


def _clash(path: Path, found: Sequence[tuple[RangeRow, RegistryRange]]) -> list[Remark]:
    clash = first_overlap([one for _, one in found])
    if clash is None:
        return []
    first, second = (found[place][0] for place in clash)
    return [
        Remark(
            file=path.name,
            row=second.number,
            column="age_low_years",
            value=cells_of(found[clash[1]][1])["age_low_years"],
            rule=f"the range of row {first.number} holds for the same people",
            accepted="ages or sexes that do not overlap, or another method",
        )
    ]


def _remark(path: Path, row: int, problem: Problem) -> Remark:
    return Remark(
        file=path.name,
        row=row,
        column=problem.column,
        value=problem.value,
        rule=problem.rule,
        accepted=problem.accepted,
    )


def ranges_text(ranges: Sequence[RegistryRange]) -> str:
    """The ranges for people on a terminal, a header and one line each."""
    lines = ["\t".join(COLUMNS)] if ranges else []
    lines += ["\t".join(cell or "-" for cell in cells_of(one).values()) for one in ranges]
    number = f"{len(ranges)} ranges" if len(ranges) != 1 else "1 range"
    return "\n".join([*lines, f"{number} of this registry's own; else the built-in ones are used"])
