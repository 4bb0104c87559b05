"""The table of laboratory results with flags, ranges and what was calculated from them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.language import say, say_count
from desktop.domain.when import parse_when, shown
from desktop.measures.wording import method_words
from desktop.reports.rows import (
    UNDATED,
    calculated,
    calculations,
    is_shown,
    measured,
    name_of,
    rank,
)
from desktop.reports.style import WIDTH, bold, italic, markup, quiet
from desktop.reports.tables import Column, cut, paragraph, section, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from desktop.domain.case import Case
    from desktop.measures.values import Derived, DerivedValue
    from desktop.reports.rows import Entry, Row
    from desktop.reports.tables import Flow

PANEL = 3
MOST_IN_CELL = 6
"""More results of one time are counted in their cell: a row must fit on one page."""

MOST_COLUMNS = 4
"""Sampling times shown side by side; every result at another time is counted in words."""


def results_section(case: Case, derived: Derived, *, units: str) -> list[Flow]:
    """The results: measured and calculated, in ``units`` (``conventional`` or ``si``).

    The rows are those that are always looked at and those whose latest result is out of
    range; what is left out is counted below the table.
    """
    rows = (*measured(case, units), *calculated(case, derived, units))
    awaited = [paragraph(line, "small") for line in _awaited(case)]
    if not rows:
        nothing = paragraph(italic(say("No laboratory result recorded.")))
        return section(say("Results"), [nothing, *awaited])
    kept = sorted((row for row in rows if is_shown(row, case)), key=lambda row: rank(row.key))
    times = _times(case, kept)
    chosen = _chosen(times, Counter(entry.when for row in kept for entry in row.entries))
    panel = _Panel(rows=tuple(kept), times=chosen, left=tuple(r for r in rows if r not in kept))
    body: list[Flow] = []
    if kept:
        cells = [_cells(row, panel) for row in kept]
        body.append(table(_columns(chosen), cells, padding=1.5, beside=3.0))
    notes = [line for line in (*_notes(panel, times), _calculations(panel, derived)) if line]
    body.append(paragraph(quiet(cut(" ".join(notes))), "small"))
    body += awaited
    in_si = say("flags use the range for age at sampling; SI units")
    usual = say("flags use the range for age at sampling; conventional units")
    return section(say("Results"), body, note=in_si if units == "si" else usual)


def _awaited(case: Case) -> Iterator[str]:
    """The tests without a result: still to come, or asked for and not measured."""
    for state, title in (("pending", say("Pending: ")), ("not_measured", say("Not measured: "))):
        named = [
            f"{name_of(lab.analyte)} ({shown(parse_when(lab.when))})"
            for lab in case.awaited
            if lab.state.strip() == state
        ]
        if named:
            yield f"{bold(title)}{markup(cut('; '.join(named)))}."


@dataclass(frozen=True, slots=True)
class _Panel:
    """The rows of the table, the times of its columns, and the rows that were left out."""

    rows: tuple[Row, ...]
    times: tuple[str, ...]
    left: tuple[Row, ...]

    @property
    def hidden(self) -> int:
        """How many values of these rows stand at other times, the latest told apart included."""
        return sum(entry.when not in self.times for row in self.rows for entry in row.entries)

    @property
    def printed(self) -> tuple[Entry, ...]:
        """The values that stand on the page."""
        shown_in = [(row, entry) for row in self.rows for entry in row.entries]
        return tuple(e for row, e in shown_in if e.when in self.times or e is row.entries[-1])


def _times(case: Case, rows: Iterable[Row]) -> tuple[str, ...]:
    """The times of these rows, oldest first, undated last."""
    cells = {lab.when for lab in case.results}
    order = {shown(parse_when(cell)): case.order(cell) for cell in sorted(cells)}
    found = {entry.when for row in rows for entry in row.entries}
    return tuple(sorted(found, key=lambda time: (order.get(time, (1, 0.0, 0.0)), time)))


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
    unit, limits, each = 60.0, 62.5, 64.5
    name = WIDTH - unit - limits - each * len(times)
    return [
        Column(say("Test"), name),
        Column(say("Unit"), unit),
        *(Column(time, each, is_number=True) for time in times),
        Column(say("Latest range"), limits, is_number=True),
    ]


def _cells(row: Row, panel: _Panel) -> list[str]:
    others = [other for other in panel.rows if other.key == row.key and other is not row]
    filled = {e.when for other in others if row.which and other.which for e in other.entries}
    is_followed = bool(filled) and row is not next(r for r in panel.rows[::-1] if r.key == row.key)
    return [
        _name(row) + ("" if is_followed else _elsewhere(row, panel.times)),
        quiet(row.unit.replace("min/1.73", "min per 1.73")),  # so that it breaks well
        *(_at(row, time, is_other=time in filled) for time in panel.times),
        _range(row),
    ]


def _name(row: Row) -> str:
    return bold(row.name) + (quiet(f" ({row.which})") if row.which else "")


def _at(row: Row, time: str, *, is_other: bool) -> str:
    entries = [entry for entry in row.entries if entry.when == time]
    if not entries and is_other:
        return italic(say("other method"))
    if not entries:
        return italic(say("not calculated") if row.which else say("not measured"))
    told = [_shown(entry, row) for entry in entries[-MOST_IN_CELL:]]
    if hidden := len(entries) - len(told):
        told.insert(0, italic(say("{n} more", n=hidden)))
    return "<br/>".join(told)


def _shown(entry: Entry, row: Row) -> str:
    text = markup(entry.text)
    if entry.flag:
        return f"{text}&nbsp;{bold(entry.flag)}"
    if entry.verdict == "borderline":
        return f"{text}<br/>{italic(say('borderline'))}"
    # A row without any range says so once, in its last column.
    if entry.verdict == "unknown" and any(other.range_text for other in row.entries):
        return f"{text}<br/>{italic(say('not judged'))}"
    return text


def _elsewhere(row: Row, times: Sequence[str]) -> str:
    """The latest result of a row that falls into none of the shown columns."""
    latest = row.entries[-1]
    if latest.when in times:
        return ""
    return f"<br/>{quiet(say('latest: '))}{_shown(latest, row).replace('<br/>', ' ')}" + markup(
        f", {latest.when}"
    )


def _range(row: Row) -> str:
    ranged = [entry for entry in row.entries if entry.range_text]
    if not ranged:
        return italic(say("no range"))
    latest = ranged[-1]
    return quiet(latest.range_text + (f" {say('lab')}" if latest.is_own_range else ""))


def _notes(panel: _Panel, times: Sequence[str]) -> Iterator[str]:
    others = []
    if panel.hidden:
        others.append(
            say_count(panel.hidden, "{n} value at other times", "{n} values at other times")
        )
        shown_times, all_times = len(panel.times), len(times)
        yield say("{shown} of {all} times shown.", shown=shown_times, all=all_times)
    if panel.left:
        values = sum(len(row.entries) for row in panel.left)
        tests = say_count(len({row.key for row in panel.left}), "{n} test", "{n} tests")
        others.append(
            say_count(
                values,
                "{n} value of {tests} without a row, none out of range at last",
                "{n} values of {tests} without a row, none out of range at last",
                tests=tests,
            )
        )
    if others:
        yield say("The registry also holds {others}.", others=f" {say('and')} ".join(others))
    if any(entry.verdict == "borderline" for entry in panel.printed):
        yield say("borderline: outside the range shown, within another laboratory's.")
    if any(entry.is_flag_alone for entry in panel.printed):
        yield say("flag: reported without a number.")
    if any(entry.is_own_range for entry in panel.printed):
        yield say("lab: the laboratory's own range.")


def _calculations(panel: _Panel, derived: Derived) -> str:
    """What qualifies the calculated rows, and why a row is missing altogether."""
    rows = {row.key: row for row in panel.rows if row.which}
    by_words: dict[str, list[str]] = {}
    for key, values in calculations(derived):
        words = ", ".join(_qualified(values[-1], rows[key])) if key in rows else ""
        if words:
            by_words.setdefault(words, []).append(name_of(key))
    told = [f"{', '.join(names)}: {words}" for words, names in by_words.items()]
    lacking = [
        one
        for one in derived.not_computed
        if not one.mass_id and one.quantity in _REFUSED and _REFUSED[one.quantity] not in rows
    ]
    refused: dict[str, list[str]] = {}
    for one in lacking:
        refused.setdefault(one.reason, []).append(name_of(_REFUSED[one.quantity]))
    listed = [f"{', '.join(dict.fromkeys(names))} ({why})" for why, names in refused.items()]
    qualified = f"{'; '.join(told)}." if told else ""
    if not listed:
        return qualified
    told_why = say("Not calculated: {names}.", names="; ".join(listed))
    return f"{qualified} {told_why}".strip()


def _qualified(value: DerivedValue, row: Row) -> list[str]:
    """The method where the row doesn't name it, and the remarks that are not about methods."""
    method = [method_words(value.method)] if row.which == "calculated" and row.key != "trp" else []
    remarks = [remark for remark in value.note.split("; ") if not remark.startswith(_plain())]
    return [*method, *(remark.partition(": judge")[0] for remark in remarks if remark)]


def _plain() -> tuple[str, ...]:
    """How remarks about methods begin: the row names its method already."""
    remarks = (
        say("the form used under 19 y"),
        say("the form used from 19 y"),
        say("for comparison; the form used at this age is {form}"),
    )
    together = say("judge it together with serum phosphate")
    return (*(remark.partition(";")[0] for remark in remarks), together)


_REFUSED = {
    "calcium_phosphate_product": "calcium_phosphate_product",
    "trp": "trp",
    "tmp_gfr": "tmp_gfr",
    "egfr": "egfr",
    "corrected_calcium": "serum_calcium_corrected",
}
