"""Figures of a registry as text that may be taken along: counts alone, never a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.work.cohort_shapes import SMALL_COUNT

if TYPE_CHECKING:
    from desktop.work.cohort_shapes import Figure


def table_text(figure: Figure) -> str:
    """A figure as tab-separated text for a spreadsheet: counts alone, never a name or an ID."""
    counted = say("masses") if figure.counted == "masses" else say("patients")
    lines = ["\t".join((figure.title, counted, say("of"), say("share"), say("note")))]
    lines += [
        "\t".join((bar.text, str(bar.count), str(figure.of), share(bar.count, figure.of), bar.note))
        for bar in figure.bars
    ]
    if figure.has_small:
        lines.append(release_note())
    return "\n".join(lines)


def release_note() -> str:
    """What to think of before counts leave the clinic."""
    return say(
        "Counts below {limit} can point at a person: merge or withhold them before release.",
        limit=SMALL_COUNT,
    )


def share(count: int, of: int) -> str:
    """A count as whole percent of a whole; never 0 % for somebody, nor 100 % for not all."""
    if not of:
        return say("none")
    rounded = round(100 * count / of)
    if count and not rounded:
        return say("under 1 %")
    return say("over 99 %") if rounded == 100 and count < of else say("{n} %", n=rounded)
