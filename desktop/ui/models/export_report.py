"""The release report as a table: what was found, how often, and whom it can tell apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.ui.models.import_cells import CellView, Tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.exchange.release_report import Balance, ReleaseReport
    from desktop.ui.models.import_cells import Line


def balance_lines(balance: Balance) -> list[Line]:
    """Who goes and who does not, by reason: the sum of all is the registry."""
    found: list[Line] = [
        (CellView(say("In the registry")), _number(balance.registered)),
        (CellView(say("Exported")), _number(balance.exported)),
    ]
    found += [
        (CellView(say("Left out: {reason}", reason=say(reason))), _number(number))
        for reason, number in balance.excluded.items()
        if number
    ]
    return found


def risk_lines(report: ReleaseReport) -> list[Line]:
    """How far people can be told apart by what leaves."""
    found = [
        _line(say("Groups by sex, age band, diagnosis and country"), report.groups),
        _line(
            say("People in the smallest group (k)"),
            report.smallest,
            "warning" if report.smallest == 1 else "",
        ),
    ]
    found += _listed(say("Alone in the group (k = 1)"), report.alone)
    found += [
        _line(say("Family with several members here"), size, "warning") for size in report.families
    ]
    found += _listed(say("Variant that one person alone has"), report.rare_variants)
    found += _listed(say("Site of a mass that one person alone has"), report.rare_sites)
    return found


def generalized_lines(report: ReleaseReport) -> list[Line]:
    """What was left out or made coarser, with how many cells."""
    counted = sorted(report.generalized.items())
    return [(CellView(say(what)), _number(number)) for what, number in counted]


def _listed(what: str, names: Sequence[str]) -> Iterator[Line]:
    if not names:
        yield _line(what, 0)
    for name in names:
        yield (CellView(what, "warning", has_icon=True), _number(1), CellView(name))


def _line(what: str, number: int, tone: Tone = "") -> Line:
    return (CellView(what, tone, has_icon=bool(tone)), _number(number), CellView(""))


def _number(number: int) -> CellView:
    return CellView(f"{number:,}", is_number=True)
