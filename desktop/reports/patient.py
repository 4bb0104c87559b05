"""The sheet for a patient: large type, plain words, a map of the lumps, whom to call."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reportlab.platypus import CondPageBreak, KeepTogether

from desktop.charts.body import markers
from desktop.charts.labs import phosphate_trend
from desktop.charts.spec import Mark
from desktop.domain.language import say
from desktop.domain.when import parse_when
from desktop.reports import bodymap
from desktop.reports.draw import drawing_of
from desktop.reports.frame import built
from desktop.reports.patient_sheet import patient_sheet
from desktop.reports.plain_words import in_words
from desktop.reports.safety import UNPRINTABLE, has_unprintable
from desktop.reports.style import WIDTH, bold, ink, italic, markup, quiet
from desktop.reports.tables import cut, gap, grid, paragraph
from desktop.reports.whose import plain_frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.graphics.shapes import Drawing

    from desktop.charts.spec import ChartSpec, Series
    from desktop.guidance.dossier import Dossier
    from desktop.reports.imprint import Imprint
    from desktop.reports.patient_sheet import PatientSheet
    from desktop.reports.tables import Flow

CHART_SCALE, MAP_SCALE = 1.22, 1.3
SMALLER = 0.68
"""The share of their size that the pictures take where that saves a page."""
MOST_BESIDE_MAP = 9
ROOM = 75.0
"""Points that a page must have left for a heading with the first rows below it."""


def patient_pdf(dossier: Dossier, imprint: Imprint) -> bytes:
    """The sheet of one patient as PDF, in the language that is shown.

    Raises UserError for a patient who has died.
    """
    sheet = patient_sheet(dossier, imprint)
    day = in_words(parse_when(dossier.case.as_of.isoformat()))
    frame = plain_frame(dossier, imprint, say("Your calcinosis summary"), day)
    made = partial(_story, dossier, imprint, sheet)
    ways = ((False, 1.0), (True, 1.0), (False, SMALLER), (True, SMALLER))
    stories = [partial(made, are_words_early=early, scale=scale) for early, scale in ways]
    return built(frame, stories)


def _story(
    dossier: Dossier,
    imprint: Imprint,
    sheet: PatientSheet,
    *,
    are_words_early: bool,
    scale: float,
) -> list[Flow]:
    flows = [gap(4), paragraph(markup(cut(sheet.hello)), "plain")]
    if has_unprintable(dossier.case):
        flows.append(paragraph(italic(say(UNPRINTABLE)), "small"))
    lead, rest = sheet.what
    what = f"{bold(lead)} {markup(rest)}".strip()
    flows += _part(say("What you have"), [paragraph(what, "plain")])
    if sheet.phosphate:
        flows += _phosphate(dossier, imprint, sheet.phosphate, scale=scale)
    flows += _lumps(dossier, sheet, scale=scale)
    flows += _words(sheet) if are_words_early else []
    medicines: list[Flow] = [_rows(sheet.medicines)] if sheet.medicines else []
    nothing = paragraph(markup(say("No medicine is on record.")), "plain")
    flows += _part(say("Your medicines and food"), medicines or [nothing], is_whole=False)
    flows += _part(
        say("What to avoid: show this to every doctor, dentist and pharmacist"),
        [_box(sheet.avoid)],
    )
    flows += _part(say("Call us the same day if"), [_bullets(sheet.call), gap(5), _phones(sheet)])
    if sheet.next:
        flows += _part(say("What happens next"), [_rows(sheet.next)], is_whole=False)
    flows += [] if are_words_early else _words(sheet)
    lines = "  ".join(
        f"{quiet(label)} {'_' * 24}" for label in (say("Checked with you by"), say("My questions"))
    )
    return [*flows, gap(8), paragraph(lines, "plain_small")]


def _part(title: str, body: Sequence[Flow], *, is_whole: bool = True) -> list[Flow]:
    head = paragraph(bold(title), "plain_heading")
    head.outline = title
    if is_whole:
        return [KeepTogether([head, *body])]
    return [CondPageBreak(ROOM), head, *body]


def _phosphate(
    dossier: Dossier, imprint: Imprint, told: tuple[str, str], *, scale: float
) -> list[Flow]:
    """The sentences, with the chart where some result was out of range."""
    title, sentences = told
    body: list[Flow] = [paragraph(markup(sentences), "plain")]
    spec = phosphate_trend(dossier.case, dossier.derived, unit=imprint.unit)
    points = [point for series in spec.series for point in series.points]
    if len(points) > 1 and any(point.is_filled for point in points):
        drawing = drawing_of(plain_trend(spec), width=WIDTH / CHART_SCALE, height=84 * scale)
        caption = say(
            "The shaded band is the usual range for your age. A dashed line is where a treatment"
            " began."
        )
        body += [
            gap(2),
            _scaled(drawing, CHART_SCALE),
            paragraph(quiet(caption), "plain_small"),
        ]
    return _part(title, body)


def plain_trend(spec: ChartSpec) -> ChartSpec:
    """The trend for a patient: no flags, no lanes; a treatment is a line where it began."""
    last = max((point.x for series in spec.series for point in series.points), default=0.0)
    begun = {
        _name(lane.text): Mark(x=lane.start, text=_name(lane.text), kind="event")
        for lane in reversed(spec.lanes)
        if spec.x.low < lane.start < last
    }
    return replace(
        spec,
        series=tuple(_plain_series(series) for series in spec.series),
        ranges=tuple(replace(step, text="") for step in spec.ranges),
        marks=tuple(sorted(begun.values(), key=lambda mark: mark.x)),
        lanes=(),
    )


def _name(text: str) -> str:
    """The treatment of a lane without its dose."""
    words = text.split()
    kept = [word for i, word in enumerate(words) if not any(w[0].isdigit() for w in words[: i + 1])]
    return " ".join(kept) or text


def _plain_series(series: Series) -> Series:
    points = tuple(replace(point, flag="", is_filled=True) for point in series.points)
    end = series.end_label
    label = replace(end, lines=end.lines[:1], flag="") if end else None
    return replace(series, points=points, end_label=label)


def _scaled(drawing: Drawing, scale: float) -> Drawing:
    drawing.renderScale = scale
    return drawing


def _lumps(dossier: Dossier, sheet: PatientSheet, *, scale: float) -> list[Flow]:
    title = say("Your lumps")
    if not sheet.lumps:
        return _part(title, [paragraph(markup(sheet.lumps_note), "plain")])
    placed, _ = markers(dossier.case, dossier.derived)
    if not placed:
        return _part(title, [_rows(sheet.lumps)], is_whole=False)
    size = MAP_SCALE * scale
    picture = _scaled(bodymap.body_map(placed), size)
    room = WIDTH - bodymap.WIDTH * size - 14
    if len(sheet.lumps) > MOST_BESIDE_MAP:
        return [*_part(title, [picture]), _rows(sheet.lumps)]
    table = _rows(sheet.lumps, width=room, first=0.58)
    beside = grid(
        [[picture, table]],
        [WIDTH - room, room],
        [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *_no_padding()],
    )
    return _part(title, [beside])


def _rows(rows: Sequence[tuple[str, str]], *, width: float = WIDTH, first: float = 0.34) -> Flow:
    cells = [
        [paragraph(bold(cut(what, 300)), "plain"), paragraph(markup(cut(how, 600)), "plain")]
        for what, how in rows
    ]
    return grid(
        cells,
        [width * first, width * (1 - first)],
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, -1), 0.75, ink("line")),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 6),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ],
    )


def _box(lines: Sequence[str]) -> Flow:
    """The frame that survives a copier and a fax: black, with a thick bar at the left."""
    return grid(
        [[paragraph(bold(cut(line, 400)), "plain")] for line in lines],
        [WIDTH],
        [
            ("BOX", (0, 0), (-1, -1), 1.4, ink("ink")),
            ("LINEBEFORE", (0, 0), (0, -1), 7, ink("ink"), 0),
            ("LEFTPADDING", (0, 0), (-1, -1), 14),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ("TOPPADDING", (0, 0), (-1, 0), 5),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 6),
        ],
    )


def _bullets(lines: Sequence[str]) -> Flow:
    return grid(
        [[paragraph("•", "plain"), paragraph(markup(line), "plain")] for line in lines],
        [14, WIDTH - 14],
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            *_no_padding(),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ],
    )


def _phones(sheet: PatientSheet) -> Flow:
    cells = [
        [
            paragraph(markup(cut(label, 60)), "plain_small"),
            paragraph(bold(cut(number, 40)) if number else "_" * 22, "plain_heading"),
        ]
        for label, number in sheet.phones
    ]
    return grid(
        [cells],
        [WIDTH / len(cells)] * len(cells),
        [
            ("BOX", (0, 0), (-1, -1), 1.0, ink("control")),
            ("LEFTPADDING", (0, 0), (-1, -1), 12),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ],
    )


def _words(sheet: PatientSheet) -> list[Flow]:
    told = "  ".join(f"{bold(word)}: {markup(meaning)}" for word, meaning in sheet.meanings)
    return _part(say("Words we used"), [paragraph(told, "plain_small")])


def _no_padding() -> list[tuple[object, ...]]:
    sides = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
    return [(side, (0, 0), (-1, -1), 0) for side in sides]
