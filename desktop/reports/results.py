"""The table of laboratory results with flags, ranges and what was calculated from them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop.charts.figures import counted
from desktop.domain.when import parse_when, shown
from desktop.reports.rows import calculated, measured, rank
from desktop.reports.style import WIDTH, bold, italic, markup, quiet
from desktop.reports.tables import Column, cut, paragraph, section, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain.case import Case
    from desktop.measures.values import Derived
    from desktop.reports.rows import Entry, Row
    from desktop.reports.tables import Flow

PANEL = 3
MOST_COLUMNS = 4
"""Sampling times shown side by side; every result at another time is counted in words."""

UNDATED = "not dated"


def results_section(case: Case, derived: Derived, *, units: str) -> list[Flow]:
    """The results: measured and calculated, in ``units`` (``conventional`` or ``si``)."""
    rows = (*measured(case, units), *calculated(case, derived, units))
    if not rows:
        return section("Results", [paragraph(italic("No laboratory result recorded."))])
    times = _times(case, derived)
    shown_times = _chosen(times, Counter(entry.when for row in rows for entry in row.entries))
    ordered = sorted(rows, key=lambda row: rank(row.key))
    body: list[Flow] = [
        table(_columns(shown_times), [_cells(row, shown_times) for row in ordered], padding=1.7)
    ]
    body += [paragraph(quiet(line), "small") for line in _notes(rows, times, shown_times, derived)]
    system = "SI" if units == "si" else "conventional"
    note = f"flags use the range for age at sampling; {system} units"
    return section("Results", body, note=note)


def _times(case: Case, derived: Derived) -> tuple[str, ...]:
    """All times at which anything was measured or calculated, oldest first, undated last."""
    cells = [lab.when for lab in case.labs]
    cells += [
        value.when
        for values in (
            derived.calcium_phosphate_product,
            derived.trp,
            derived.fepi,
            derived.tmp_gfr,
            derived.egfr,
            derived.corrected_calcium,
        )
        for value in values
    ]
    return tuple(dict.fromkeys(shown(parse_when(w)) for w in sorted(cells, key=case.order)))


def _chosen(times: Sequence[str], entries: Mapping[str, int]) -> tuple[str, ...]:
    """The first and the last times, and the undated results in a column of their own.

    The first is the first at which a panel was measured, not a single result.
    """
    dated = [time for time in times if time != UNDATED]
    undated = [UNDATED] if UNDATED in times else []
    room = MOST_COLUMNS - len(undated)
    if len(dated) > room:
        last = dated[len(dated) - room + 1 :]
        earlier = dated[: len(dated) - room + 1]
        first = next((time for time in earlier if entries[time] >= PANEL), earlier[0])
        dated = [first, *last]
    return (*dated, *undated)


def _columns(times: Sequence[str]) -> list[Column]:
    unit, limits = 54.0, 72.0
    each = 66.0
    name = WIDTH - unit - limits - each * len(times)
    return [
        Column("Test", name),
        Column("Unit", unit),
        *(Column(time, each, is_number=True) for time in times),
        Column("Latest range", limits, is_number=True),
    ]


def _cells(row: Row, times: Sequence[str]) -> list[str]:
    return [
        _name(row) + _elsewhere(row, times),
        quiet(row.unit.replace("min/1.73", "min per 1.73")),  # so that it breaks well
        *(_at(row, time) for time in times),
        _range(row),
    ]


def _name(row: Row) -> str:
    return bold(row.name) + (quiet(f" ({row.which})") if row.which else "")


def _at(row: Row, time: str) -> str:
    entries = [entry for entry in row.entries if entry.when == time]
    if not entries:
        return italic("not measured")
    return "<br/>".join(_shown(entry, row) for entry in entries)


def _shown(entry: Entry, row: Row) -> str:
    text = markup(entry.text)
    if entry.flag:
        return f"{text}&nbsp;{bold(entry.flag)}"
    if entry.verdict == "borderline":
        return f"{text}<br/>{italic('borderline')}"
    # A row without any range says so once, in its last column.
    if entry.verdict == "unknown" and any(other.range_text for other in row.entries):
        return f"{text}<br/>{italic('not judged')}"
    return text


def _elsewhere(row: Row, times: Sequence[str]) -> str:
    """The latest result of a row that falls into none of the shown columns."""
    latest = row.entries[-1]
    if latest.when in times:
        return ""
    return f"<br/>{quiet('latest: ')}{_shown(latest, row).replace('<br/>', ' ')}" + markup(
        f", {latest.when}"
    )


def _range(row: Row) -> str:
    ranged = [entry for entry in row.entries if entry.range_text]
    if not ranged:
        return italic("no range")
    latest = ranged[-1]
    return quiet(latest.range_text + (" lab" if latest.is_own_range else ""))


def _notes(
    rows: Sequence[Row], times: Sequence[str], shown_times: Sequence[str], derived: Derived
) -> Iterator[str]:
    entries = [entry for row in rows for entry in row.entries]
    if len(times) > len(shown_times):
        hidden = sum(entry.when not in shown_times for entry in entries)
        yield (
            f"{counted(len(entries), 'value')} at {counted(len(times), 'time')}, calculated ones"
            f" included; {len(shown_times)} times are shown, {counted(hidden, 'value')} at other"
            " times stand in the registry."
        )
    if any(entry.verdict == "borderline" for entry in entries):
        yield "borderline: outside the range shown but within that of another laboratory."
    if any(entry.text.endswith("(flag)") for entry in entries):
        yield "flag: reported as low, normal or high without a number."
    if any(entry.is_own_range for entry in entries):
        yield "lab: the laboratory's own range, which goes before the built-in one."
    methods = _methods(derived)
    if methods:
        yield f"Calculated: {'; '.join(methods)}."
    refused = Counter((r.quantity, r.reason) for r in derived.not_computed if not r.mass_id)
    if refused:
        listed = "; ".join(
            f"{_REFUSED.get(quantity, quantity.replace('_', ' '))} ({_times_text(reason, n)})"
            for (quantity, reason), n in refused.items()
        )
        yield cut(f"Not calculated: {listed}.")


def _times_text(reason: str, times: int) -> str:
    return f"{reason}, {times} times" if times > 1 else reason


_REFUSED = {
    "calcium_phosphate_product": "Ca × P",
    "trp": "TRP",
    "fepi": "fractional excretion of phosphate",
    "tmp_gfr": "TmP/GFR",
    "egfr": "eGFR",
}


def _methods(derived: Derived) -> tuple[str, ...]:
    named = (
        ("Ca × P", derived.calcium_phosphate_product),
        ("TRP", derived.trp),
        ("fractional excretion", derived.fepi),
        ("TmP/GFR", derived.tmp_gfr),
        ("eGFR", derived.egfr),
        ("corrected calcium", derived.corrected_calcium),
    )
    return tuple(
        f"{name} by {value.method}"
        for name, values in named
        for value in {v.method: v for v in values}.values()
    )
