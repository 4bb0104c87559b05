"""The registry report: who is in it, how complete and how good it is, and who is still seen.

It names nobody. Small counts can still point at a person, and the page says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say, say_count
from desktop.domain.when import shown_day
from desktop.reports.frame import PageFrame, built
from desktop.reports.imprint import PAPERS
from desktop.reports.registry_figures import (
    COMPLETE,
    LAST_SEEN,
    NEVER_MEASURED,
    NO_DATE,
    QUALITY,
)
from desktop.reports.shapes import block, canvas, stroke, text_at
from desktop.reports.style import WIDTH, bold, italic, markup, quiet
from desktop.reports.tables import Column, gap, paragraph, section, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from reportlab.graphics.shapes import Drawing

    from desktop.reports.imprint import Imprint
    from desktop.reports.registry_figures import RegistryFigures
    from desktop.reports.tables import Flow

SMALL_COUNT = 5
_BAR = 150.0
_STATUSES = ("confirmed", "suspected", "ruled_out", "")
_PHOSPHATE = ("high", "borderline", "within range", "low", "not judged", NEVER_MEASURED)
_SEXES = ("female", "male", "intersex", "unknown", "not recorded")


def registry_pdf(figures: RegistryFigures, imprint: Imprint, *, as_of: date) -> bytes:
    """The report on a registry as PDF; the same figures give the same bytes."""
    title = say("Registry report")
    frame = PageFrame(
        title=title,
        identity=say("{registry}: no patient is named", registry=imprint.registry_name),
        heading=(("", imprint.registry_name),),
        corner=(
            say("As of {day}", day=shown_day(as_of)),
            f"{imprint.registry_name} · {imprint.program}",
        ),
        made=imprint.made(as_of),
        mark=imprint.mark,
        is_fictional=figures.fictional > 0,
        author=imprint.program,
        subject=f"{title} · {imprint.registry_name}",
        paper=PAPERS[imprint.paper],
    )
    return built(frame, [lambda: _story(figures)])


def _story(figures: RegistryFigures) -> list[Flow]:
    if not figures.patients:
        nothing = italic(say("There is no patient in this registry."))
        return section(say("Overview"), [paragraph(nothing)])
    return [
        *_overview(figures),
        *_people(figures),
        *_diagnoses(figures),
        *_disease(figures),
        *_completeness(figures),
        *_quality(figures),
        *_follow_up(figures),
        *_enrollment(figures),
    ]


def _overview(figures: RegistryFigures) -> list[Flow]:
    years = figures.median_follow_up
    parts = [
        say_count(figures.patients, "{n} patient", "{n} patients"),
        say_count(figures.deceased, "{n} of them has died", "{n} of them have died"),
        say_count(figures.results, "{n} laboratory result", "{n} laboratory results"),
        say_count(figures.measurements, "{n} mass measurement", "{n} mass measurements"),
        say("median follow-up {years} years", years=f"{years:.1f}")
        if years is not None
        else say("follow-up not known: no dated record"),
    ]
    lines = [paragraph(f"{bold(parts[0])}: {markup('; '.join(parts[1:]))}.")]
    if figures.fictional:
        words = say_count(
            figures.fictional,
            "{n} fictional patient of the demonstration is counted.",
            "{n} fictional patients of the demonstration are counted.",
        )
        lines.append(paragraph(bold(words)))
    warning = say(
        "Counts below {limit} can point at a person. Handle this report as confidential.",
        limit=SMALL_COUNT,
    )
    return section(say("Overview"), [*lines, gap(2), paragraph(quiet(warning), "small")], keep=True)


def _people(figures: RegistryFigures) -> list[Flow]:
    sexes = [(say(sex), figures.sexes[say(sex)]) for sex in _SEXES if figures.sexes[say(sex)]]
    ages = [
        (say("{low} to {high} years", low=low, high=low + 9), count)
        for low, count in sorted(figures.ages.items())
    ]
    if figures.age_unknown:
        ages.append((say("age today not known, or died"), figures.age_unknown))
    return [
        *_counted(say("Sex"), sexes, of=figures.patients),
        *_counted(say("Age today"), ages, of=figures.patients),
        *_counted(say("Consent"), figures.consents.most_common(), of=figures.patients),
    ]


def _diagnoses(figures: RegistryFigures) -> list[Flow]:
    names = sorted({name for name, _ in figures.diagnoses}, key=lambda n: (-_all(figures, n), n))
    titles = (say("confirmed"), say("suspected"), say("ruled out"), say("no status"))
    columns = [
        Column(say("Diagnosis held"), WIDTH - 5 * 62),
        *(Column(title, 62, is_number=True) for title in titles),
        Column(say("all"), 62, is_number=True),
    ]
    rows = [
        [
            markup(name),
            *(str(figures.diagnoses[name, status]) for status in _STATUSES),
            bold(str(_all(figures, name))),
        ]
        for name in names
    ]
    return section(say("Diagnoses"), [table(columns, rows, padding=1.8)])


def _all(figures: RegistryFigures, name: str) -> int:
    return sum(count for (held, _), count in figures.diagnoses.items() if held == name)


def _disease(figures: RegistryFigures) -> list[Flow]:
    phosphate = [(say(text), figures.phosphate[text]) for text in _PHOSPHATE]
    masses = sum(figures.growth.values())
    treated = figures.treatments.most_common(15)
    flows = [
        *_counted(say("Phosphate, latest result"), phosphate, of=figures.patients),
        *_counted(say("Masses by growth"), figures.growth.most_common(), of=masses),
        *_counted(say("Treatments without a recorded end"), treated, of=figures.patients),
    ]
    hidden = len(figures.treatments) - len(treated)
    if hidden:
        words = say_count(hidden, "{n} rarer treatment not listed.", "{n} rarer not listed.")
        flows.append(paragraph(quiet(words), "small"))
    return flows


def _completeness(figures: RegistryFigures) -> list[Flow]:
    rows = [(say(text), figures.complete[text]) for text in COMPLETE]
    return _counted(
        say("Completeness"), rows, of=figures.patients, note=say("patients whose record has it")
    )


def _quality(figures: RegistryFigures) -> list[Flow]:
    columns = [
        Column(say("Records to mend"), WIDTH - 3 * 62 - _BAR - 10),
        Column(say("records"), 62, is_number=True),
        Column(say("of"), 62, is_number=True),
        Column(say("share"), 62, is_number=True),
        Column("", _BAR + 10),
    ]
    rows = [
        [
            markup(say(text)),
            str(figures.lacking[text]),
            str(figures.of[text]),
            _share(figures.lacking[text], figures.of[text]),
            _bar(figures.lacking[text], figures.of[text]),
        ]
        for text in QUALITY
    ]
    return section(say("Data quality"), [table(columns, rows, padding=1.8)])


def _follow_up(figures: RegistryFigures) -> list[Flow]:
    words = [*(text for _, text in LAST_SEEN), NO_DATE]
    rows = [(say(text), figures.last_seen[text]) for text in words]
    return _counted(
        say("Follow-up"), rows, of=figures.patients, note=say("the last dated record was")
    )


def _counted(title: str, rows: Sequence[tuple[str, int]], *, of: int, note: str = "") -> list[Flow]:
    """One table of counts with their share in words and as a bar."""
    if not rows:
        return section(title, [paragraph(italic(say("Nothing recorded.")))], keep=True)
    columns = [
        Column(title, WIDTH - 2 * 62 - _BAR - 10),
        Column(say("number"), 62, is_number=True),
        Column(say("share"), 62, is_number=True),
        Column("", _BAR + 10),
    ]
    cells = [[markup(text), str(count), _share(count, of), _bar(count, of)] for text, count in rows]
    keep = len(rows) < 12
    return section(title, [table(columns, cells, padding=1.6)], note=note, keep=keep)


def _share(count: int, of: int) -> str:
    if not of:
        return italic(say("none"))
    rounded = round(100 * count / of)
    if count and not rounded:
        return "&lt; 1 %"
    return "&gt; 99 %" if rounded == 100 and count < of else f"{rounded} %"


def _bar(count: int, of: int) -> Drawing:
    """The share as a bar on a scale of one; the number beside it says the same."""
    drawing = canvas(_BAR, 9)
    block(drawing, (0, 1), (_BAR, 7), paint="head")
    if of and count:
        block(drawing, (0, 1), (max(_BAR * count / of, 0.8), 7), paint="accent")
    return drawing


def _enrollment(figures: RegistryFigures) -> list[Flow]:
    title = say("Enrollment by year")
    if not figures.enrolled:
        return section(
            title, [paragraph(italic(say("No enrollment date is recorded.")))], keep=True
        )
    note = say(
        "{known} of {all} patients with a date",
        known=figures.enrolled.total(),
        all=figures.patients,
    )
    return section(title, [_columns(figures.enrolled)], note=note, keep=True)


def _columns(counts: Mapping[int, int]) -> Drawing:
    """A column for each year, its number above it; years without any stay visible."""
    first, last = min(counts), max(counts)
    years = range(first, last + 1)
    height, base = 90.0, 14.0
    drawing = canvas(WIDTH, height + base + 14)
    each = min(WIDTH / len(years), 46.0)
    highest = max(counts.values())
    step = -(-len(years) * 30 // int(WIDTH))
    for i, year in enumerate(years):
        count, middle = counts.get(year, 0), (i + 0.5) * each
        tall = height * count / highest
        block(drawing, (i * each + each * 0.15, base), (each * 0.7, tall), paint="accent")
        if count and each >= 14:
            text_at(drawing, (middle, base + tall + 3), str(count), anchor="middle")
        if (year - first) % max(step, 1) == 0:
            text_at(drawing, (middle, 2), str(year), paint="axis", anchor="middle")
    stroke(drawing, (0, base), (each * len(years), base), paint="line2")
    return drawing
