"""What the guidance advises: the plan beside the recorded treatment, and what to watch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.timeline import treatment_text
from desktop.domain.disorders import disorder_name
from desktop.domain.when import parse_when, shown
from desktop.reports.sources import grounds
from desktop.reports.style import SMALL, WIDTH, bold, italic, markup, quiet
from desktop.reports.tables import Column, cut, gap, paragraph, section, table
from desktop.reports.wording import brief

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.case import Case
    from desktop.guidance.assessment import (
        Advice,
        Assessment,
        Monitoring,
        NextTest,
    )
    from desktop.reports.tables import Flow

_PERIODS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def plan_section(assessment: Assessment) -> list[Flow]:
    """The items of the plan and the next tests, each with why and on what ground."""
    common = _common([item.because for item in assessment.management])
    rows = [_advice_row(item, common) for item in assessment.management]
    rows += [_test_row(test) for test in assessment.next_tests]
    if not rows:
        return section("Plan", [paragraph(italic("The guidance has no advice for this record."))])
    columns = [
        Column("Action", WIDTH - 96 - 66),
        Column("Ground", 96),
        Column("Source", 66),
    ]
    body = [table(columns, rows)]
    if common:
        reasons = f"{bold('Advice because of: ')}{markup(cut(brief(common, 6)))}."
        body = [paragraph(reasons, "small"), gap(3), *body]
    return section("Plan", body, note="to consider; next tests last", room=150)


def _common(reasons: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The reasons that all items share: said once, above them."""
    if len(reasons) < 2:
        return ()
    return tuple(reason for reason in reasons[0] if all(reason in other for other in reasons))


def _advice_row(item: Advice, common: Sequence[str]) -> list[Flow | str]:
    name = item.action.replace("_", " ").capitalize()
    text = f"{bold(f'{name}. ')}{markup(cut(item.text))}"
    if item.superseded_by:
        text += f" {italic(f'Superseded: {item.superseded_by}')}"
    own = [reason for reason in item.because if reason not in common]
    return [
        text + _small(f"Because: {brief(own)}" if own else ""),
        markup(item.strength),
        grounds(item.statements, item.references, item.basis),
    ]


def _test_row(test: NextTest) -> list[Flow | str]:
    names = [disorder_name(key) for key in test.separates]
    separates = f" Separates: {brief(names, 3)}." if names else ""
    return [
        f"{bold('Next test: ')}{markup(cut(test.text))}" + _small(f"{test.why}{separates}"),
        markup("next test"),
        grounds(test.statements, test.references, test.basis),
    ]


def _small(text: str) -> str:
    return f'<br/><font size="{SMALL}">{quiet(cut(text))}</font>' if text else ""


def treatment_section(case: Case) -> list[Flow]:
    """All recorded treatments, dated or not, as they stand in the record."""
    if not case.treatments:
        return section("Treatment", [paragraph(italic("No treatment recorded."))])
    columns = [
        Column("Treatment", 200),
        Column("From", 66),
        Column("To", 76),
        Column("Response", 60),
        Column("Note", WIDTH - 200 - 66 - 76 - 60),
    ]
    ordered = sorted(case.treatments, key=lambda t: case.order(t.start_when))
    rows = [
        [
            bold(cut(treatment_text(treatment), 300)),
            _time(treatment.start_when, "not recorded"),
            _time(treatment.stop_when, "no end recorded"),
            markup(treatment.response) or italic("not recorded"),
            markup(cut(treatment.note, 400)),
        ]
        for treatment in ordered
    ]
    return section("Treatment", [table(columns, rows)])


def _time(cell: str, missing: str) -> str:
    when = parse_when(cell)
    return markup(shown(when)) if when else italic(missing)


def monitoring_section(assessment: Assessment) -> list[Flow]:
    """What to watch, how often, when last and when due; and what the record lacks."""
    body: list[Flow] = []
    if assessment.monitoring:
        columns = [
            Column("What", WIDTH - 84 - 84 - 96 - 74),
            Column("How often", 84),
            Column("Last", 84),
            Column("Due", 96),
            Column("Source", 74),
        ]
        rows = [_monitoring_row(item) for item in assessment.monitoring]
        body.append(table(columns, rows))
    else:
        body.append(paragraph(italic("The guidance names nothing to watch for this record.")))
    if assessment.missing:
        listed = "; ".join(text.rstrip(".") for text in assessment.missing)
        body += [
            gap(4),
            paragraph(f"{bold('Missing from the record: ')}{markup(cut(listed, 3000))}."),
        ]
    return section("Monitoring", body)


def _monitoring_row(item: Monitoring) -> list[Flow | str]:
    last = _time(item.last, "") if item.last else italic("never recorded")
    due = _time(item.due, "") if item.due else italic("now, never recorded")
    if item.is_overdue:
        due = f"<b>{due}, overdue</b>" if item.due else f"<b>{due}</b>"
    return [
        markup(cut(item.text)),
        markup(period_text(item.every)),
        last,
        due,
        grounds(item.statements, item.references, item.basis),
    ]


def period_text(duration: str) -> str:
    """An ISO 8601 duration in words: ``P3M`` is ``every 3 months``; anything else as it came."""
    number, unit = duration[1:-1], duration[-1:]
    if not duration.startswith("P") or not number.isdigit() or unit not in _PERIODS:
        return duration
    name = _PERIODS[unit]
    return f"every {name}" if int(number) == 1 else f"every {number} {name}s"
