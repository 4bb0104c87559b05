"""Charts as vectors: everything inside the drawing, readable, and nothing a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from reportlab.graphics.shapes import Drawing, Group, Image, Line, Polygon, String

from desktop.charts.body import markers
from desktop.charts.labs import phosphate_trend
from desktop.charts.masses import mass_growth
from desktop.charts.spec import ChartSpec, Lane, Mark
from desktop.measures.derived import derive
from desktop.reports.bodymap import body_map, commands_of
from desktop.reports.draw import drawing_of, label_width
from desktop.reports.shapes import shortened, text_width
from tests.reports.examples import full_case

WIDTH = 520.0


def _trend() -> ChartSpec:
    return phosphate_trend(full_case(), derive(full_case()))


def _growth() -> ChartSpec:
    return mass_growth(full_case(), derive(full_case()))


def _shapes(drawing: Drawing) -> Iterator[Any]:
    open_groups = [drawing]
    while open_groups:
        for shape in open_groups.pop().contents:
            if isinstance(shape, Group):
                open_groups.append(shape)
            else:
                yield shape


def _strings(drawing: Drawing) -> list[str]:
    return [shape.text for shape in _shapes(drawing) if isinstance(shape, String)]


@pytest.mark.parametrize("spec", [_trend(), _growth()], ids=["phosphate", "masses"])
def test_all_words_of_a_chart_stay_inside_it_and_can_be_read(spec: ChartSpec) -> None:
    drawing = drawing_of(spec, width=WIDTH)
    for shape in _shapes(drawing):
        assert not isinstance(shape, Image)
        if isinstance(shape, String):
            end = shape.x + text_width(shape.text, shape.fontSize)
            assert shape.x >= -0.5
            assert end <= WIDTH + 6  # bold text is measured a little narrower here
            assert 0 <= shape.y <= drawing.height - shape.fontSize + 3
            assert shape.fontSize >= 8


def test_a_chart_says_first_and_last_value_range_operation_and_treatments() -> None:
    words = _strings(drawing_of(_trend(), width=WIDTH))
    for text in ("6.8", "5.1", "14–15 y: 3.5–4.9", "Today", "Low-phosphate diet", "mg/dL", "2024"):
        assert text in words


def test_a_growth_chart_says_strip_recurrence_and_every_mass() -> None:
    words = _strings(drawing_of(_growth(), width=WIDTH))
    for text in ("ND", "M2 recurrence", "M1 70 mL", "M2 9.0 mL", "rate unknown", "mL, log"):
        assert text in words


def test_charts_with_the_same_room_for_labels_align_their_years() -> None:
    beside = max(label_width(_trend()), label_width(_growth()))
    places = [
        [
            (shape.text, round(shape.x, 3))
            for shape in _shapes(drawing_of(spec, width=WIDTH, beside=beside))
            if isinstance(shape, String) and shape.text in ("2023", "2024", "2025")
        ]
        for spec in (_trend(), _growth())
    ]
    assert places[0] == places[1]
    assert len(places[0]) == 3


def test_end_labels_of_many_series_do_not_cover_each_other() -> None:
    one = _growth().series[-1]
    assert one.end_label is not None
    series = tuple(
        replace(one, key=f"M{n}", end_label=replace(one.end_label, title=f"M{n} 5 mL"))
        for n in range(20)
    )
    drawing = drawing_of(replace(_growth(), series=series), width=WIDTH)
    heights = sorted(
        shape.y
        for shape in _shapes(drawing)
        if isinstance(shape, String) and shape.text.endswith("rate unknown")
    )
    assert len(heights) == 20
    assert min(b - a for a, b in pairwise(heights)) >= 8


def test_names_of_crowded_operations_get_rows_of_their_own() -> None:
    spec = _trend()
    middle = (spec.x.low + spec.x.high) / 2
    marks = tuple(Mark(x=middle + n, text=f"M{n} excised", kind="surgery") for n in range(6))
    drawing = drawing_of(replace(spec, marks=marks), width=WIDTH)
    heights = {
        shape.y
        for shape in _shapes(drawing)
        if isinstance(shape, String) and shape.text.endswith(" excised")
    }
    assert len(heights) == 6
    assert drawing.height > drawing_of(spec, width=WIDTH).height


def test_a_lane_whose_text_has_no_room_is_shortened_visibly() -> None:
    spec = _trend()
    lane = Lane(text="Very long name " * 30, start=spec.x.low, stop=spec.x.high, color="t1")
    words = _strings(drawing_of(replace(spec, lanes=(lane,)), width=WIDTH))
    assert any(text.startswith("Very long name") and text.endswith("…") for text in words)


def test_shortening_keeps_what_fits() -> None:
    assert shortened("abc", 100) == "abc"
    short = shortened("abcdefghij" * 10, 50)
    assert short.endswith("…")
    assert text_width(short) <= 50


def test_lines_are_no_thinner_than_three_quarters_of_a_point() -> None:
    widths = [
        shape.strokeWidth
        for spec in (_trend(), _growth())
        for shape in _shapes(drawing_of(spec, width=WIDTH))
        if isinstance(shape, Line)
    ]
    assert min(widths) >= 0.75


def test_the_body_map_names_every_mass_and_both_sides() -> None:
    case = full_case()
    words = _strings(body_map(markers(case, derive(case))[0]))
    assert {"M1", "M2", "M3", "M4", "M5", "Front", "Back"} <= set(words)
    assert sorted(word for word in words if word in "LR") == ["L", "L", "R", "R"]


def test_path_data_is_read_command_by_command() -> None:
    assert list(commands_of("M 1 2 L 3 -4.5 5 6 C 1 2 3 4 5 6 Z")) == [
        ("M", (1.0, 2.0)),
        ("L", (3.0, -4.5)),
        ("L", (5.0, 6.0)),
        ("C", (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)),
        ("Z", ()),
    ]


def test_path_data_outside_what_is_drawn_right_is_refused() -> None:
    with pytest.raises(ValueError, match="is not M, L, C, Z"):
        list(commands_of("M 1 2 A 3 4 5"))


def test_polygons_carry_the_band_of_the_fit() -> None:
    drawing = drawing_of(_growth(), width=WIDTH)
    bands = [s for s in _shapes(drawing) if isinstance(s, Polygon) and s.fillOpacity == 0.16]
    assert len(bands) == 1
