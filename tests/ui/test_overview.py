from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.domain import records as r
from desktop.guidance.assessment import (
    Advice,
    Alert,
    Assessment,
    Candidate,
    Criterion,
    Monitoring,
    NextTest,
)
from desktop.guidance.dossier import Dossier, dossier_of
from desktop.ui.session import Session
from desktop.ui.theme import apply_theme, theme
from desktop.ui.views.overview import OverviewPage
from desktop.ui.widgets.card import ClampedLabel
from desktop.ui.widgets.fit_list import counts_text
from desktop.ui.widgets.guidance_column import GuidanceColumn, due_words, fit_words
from desktop.ui.widgets.result_cells import ResultCell, result_cells
from desktop.ui.widgets.source_chips import SourceChips, chip_places
from desktop.work.demo import demonstration
from tests.ui.chart_specs import assessed as assessed_case
from tests.ui.chart_specs import bare_patient, delete_closed_widgets, flagship

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.guidance.assessment import Status


@pytest.fixture(autouse=True)
def _no_widgets_left() -> Iterator[None]:
    yield
    delete_closed_widgets()


@pytest.fixture
def session() -> Session:
    session = Session()
    session.dossier = flagship()
    return session


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> OverviewPage:
    page = OverviewPage(session)
    qtbot.addWidget(page)
    page.resize(1364, 690)
    page.show_dossier(session.dossier)
    page.show()
    qtbot.waitExposed(page)
    return page


def chosen(page: OverviewPage) -> set[str]:
    """The masses picked on map, list and chart."""
    row = page.list.currentIndex().row()
    return {page.map._selected, page.list.rows[row].mass_id, page.growth._selected}


def test_a_mass_picked_on_the_map_is_picked_in_list_and_chart(page: OverviewPage) -> None:
    spot = next(spot for spot in page.map.spots if spot.mass_id == "M4")
    at = QPoint(round(spot.x), round(spot.y))
    QTest.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=at)
    assert chosen(page) == {"M4"}


def test_a_mass_picked_in_the_list_is_picked_on_map_and_chart(page: OverviewPage) -> None:
    index = page.list.model().index(2, 1)
    at = page.list.visualRect(index).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen(page) == {"M3"}


def test_a_mass_picked_on_the_chart_is_picked_on_map_and_list(page: OverviewPage) -> None:
    QTest.keyClick(page.growth, Qt.Key.Key_Down)
    assert chosen(page) == {"M1"}


def test_the_fit_that_is_drawn_is_that_of_the_mass_picked(page: OverviewPage) -> None:
    page._session.select_mass("M4")
    spec = page.growth.spec
    assert spec is not None
    assert spec.subtitle.startswith("M4 fit since")
    assert len(spec.fits) == 1


def test_the_list_tells_nobody_what_it_was_told(page: OverviewPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.list.picked):
        page.list.select("M2")


def test_both_charts_show_the_same_years(page: OverviewPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.phosphate.canvas is not None and page.growth.canvas is not None)
    upper, lower = page.phosphate.canvas, page.growth.canvas
    assert upper is not None
    assert lower is not None
    assert upper.x_range() == lower.x_range()
    assert upper.viewport_area().left == lower.viewport_area().left
    assert upper.viewport_area().right == lower.viewport_area().right
    lower.zoom(0.5)
    assert upper.x_range() == lower.x_range()


def test_a_patient_without_any_record_opens_and_says_so(page: OverviewPage) -> None:
    page.show_dossier(dossier_of(bare_patient()))
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "No mass recorded." in shown
    assert "No phosphate result recorded." in shown
    values = [view.cell.value for view in page.strip.cells if view.cell]
    assert values[0] == "not measured"
    assert values[-1] == "no mass recorded"


def test_no_patient_leaves_nothing_of_the_one_before(page: OverviewPage) -> None:
    page.show_dossier(None)
    page._session.mass_id = ""
    assert [view.cell for view in page.strip.cells] == [None] * 6
    assert page.map.spots == ()
    assert page.list.rows == ()
    assert page.phosphate.spec is None
    assert page.growth.spec is None
    assert not [label for label in page.guidance.findChildren(QLabel) if label.text()]


def test_the_page_follows_the_theme(page: OverviewPage, qapp: QApplication) -> None:
    light = page.grab().toImage()
    apply_theme(qapp, "dark")
    dark = page.grab().toImage()
    middle = light.rect().center()
    assert light.pixelColor(middle).lightness() > 200
    assert dark.pixelColor(middle).lightness() < 60


def test_compact_hides_the_list_and_takes_one_line_for_results(page: OverviewPage) -> None:
    page.compact(True)
    assert not page.list.isVisible()
    assert page.strip.height() == 32
    page.compact(False)
    assert page.list.isVisible()
    assert page.strip.height() == 62


def test_guidance_leaves_narrow_windows_to_its_tab(page: OverviewPage) -> None:
    page.resize(1200, 690)
    assert not page.guidance_card.isVisible()
    page.resize(1364, 690)
    assert page.guidance_card.isVisible()


def test_the_page_asks_for_forms_and_tabs(page: OverviewPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.result_wanted) as wanted:
        QTest.keyClick(page.strip.cells[0], Qt.Key.Key_Return)
    assert wanted.args == ["serum_phosphate"]


def test_every_demonstration_patient_opens(page: OverviewPage) -> None:
    for case in demonstration(24):
        page.show_dossier(assessed_case(case))
        listed = {row.mass_id for row in page.list.rows}
        assert listed >= {mass.mass_id for mass in case.masses}
        on_map = {spot.mass_id for spot in page.map.spots}
        named = page.not_on_map.text()
        assert all(mass_id in on_map or f"{mass_id}:" in named for mass_id in listed)


# The cells of the result strip


def cell(cells: tuple[ResultCell, ...], key: str) -> ResultCell:
    return next(cell for cell in cells if cell.key == key)


def phosphate(
    value: str, when: str, *, limits: tuple[str, str] = ("", ""), flag: str = ""
) -> r.LabResult:
    return r.LabResult(
        patient="x",
        analyte="serum_phosphate",
        value=value,
        unit="mg/dL" if value else "",
        when=when,
        ref_low=limits[0],
        ref_high=limits[1],
        flag=flag,
    )


def cells_of(*labs: r.LabResult, units: str = "conventional") -> tuple[ResultCell, ...]:
    return result_cells(dossier_of(bare_patient(labs=labs)), units)


def test_a_result_comes_with_unit_date_flag_range_and_the_one_before() -> None:
    cells = cells_of(phosphate("4.9", "2026-02-01"), phosphate("5.2", "2026-08-01"))
    found = cell(cells, "serum_phosphate")
    assert (found.value, found.unit, found.flag) == ("5.2", "mg/dL", "H")
    assert found.when.replace("\u2011", "-") == "01-Aug-2026"
    assert found.details == ("ref 2.5–4.5", "was 4.9 H")
    assert any("01\u2011Feb\u20112026" in line for line in found.explained)


def test_the_laboratorys_own_range_is_named_as_such() -> None:
    cells = cells_of(phosphate("5.2", "2026-08-01", limits=("2.7", "5.5")))
    found = cell(cells, "serum_phosphate")
    assert found.flag == ""
    assert found.details == ("lab ref 2.7–5.5",)


def test_the_unit_switch_converts_what_is_shown() -> None:
    # 5.2 mg/dL x 0.3229 = 1.679 mmol/L
    found = cell(cells_of(phosphate("5.2", "2026-08-01"), units="si"), "serum_phosphate")
    assert (found.value, found.unit) == ("1.68", "mmol/L")
    assert "Entered as 5.2 mg/dL" in found.explained


def test_a_flag_without_a_number_is_said_in_words() -> None:
    found = cell(cells_of(phosphate("", "2026-08-01", flag="high")), "serum_phosphate")
    assert (found.value, found.unit, found.is_words) == ("high (no number)", "", True)


def test_what_was_never_measured_is_said() -> None:
    found = cell(cells_of(), "1_25_oh2_vitamin_d")
    assert (found.value, found.is_words) == ("not measured", True)


def test_a_dated_result_beats_an_undated_one() -> None:
    found = cell(cells_of(phosphate("9.9", ""), phosphate("5.2", "2026-08-01")), "serum_phosphate")
    assert found.value == "5.2"


def test_a_computed_value_names_its_method_and_formula() -> None:
    cells = result_cells(flagship(), "conventional")
    found = cell(cells, "tmp_gfr")
    assert found.tag == "calculated"
    assert found.details[0] == "direct"  # the form used under 19 y
    assert any("×" in line for line in found.explained)
    assert cell(cells, "calcium_phosphate_product").value == "49.0"  # 9.6 x 5.1 = 48.96


def test_the_total_volume_says_how_many_masses_it_counts() -> None:
    found = cell(result_cells(flagship(), "conventional"), "mass_volume")
    assert (found.value, found.unit, found.details) == ("92", "mL", ("5 of 5 assessed",))


# The guidance column


def criterion(status: Status, polarity: str = "for") -> Criterion:
    return Criterion(
        id="c",
        status=status,
        polarity="for" if polarity == "for" else "against",
        weight="major",
        text="Phosphate high",
    )


CANDIDATE = Candidate(
    disorder="hyperphosphatemic_tumoral_calcinosis",
    cause=None,
    name="Hyperphosphatemic tumoral calcinosis",
    standing="probable",
    score=0.7,
    reason="Phosphate is high for age.",
    criteria=(
        *[criterion("met")] * 8,
        criterion("not_met"),
        *[criterion("unknown")] * 3,
        criterion("met", "against"),
    ),
)


def assessed(**parts: tuple[object, ...]) -> Dossier:
    assessment = Assessment(
        patient_id="CR-0900",
        guidance_version="1",
        differential=(CANDIDATE,),
        **parts,  # type: ignore[arg-type]
    )
    return replace(flagship(), given=assessment)


def words_of(qtbot: QtBot, dossier: Dossier) -> list[str]:
    column = GuidanceColumn()
    qtbot.addWidget(column)
    column.resize(328, 600)
    column.show_guidance(dossier)
    column.show()
    return [
        label.whole if isinstance(label, ClampedLabel) else label.text()
        for label in column.findChildren(QLabel)
    ]


def test_counts_are_those_of_the_guidance_page() -> None:
    words = re.sub("<[^>]+>", "", fit_words(CANDIDATE))
    assert words == "8 met, 2 not met, 3 unknown of 13 criteria"
    assert counts_text(CANDIDATE) == "8 met, 2 not met, 3 unknown"


def test_fit_is_never_a_percentage(qtbot: QtBot) -> None:
    assert not [words for words in words_of(qtbot, flagship()) if "%" in words]


def test_every_contraindication_is_shown_and_a_cleared_one_is_not(qtbot: QtBot) -> None:
    alerts = tuple(
        Alert(
            id=f"a{i}",
            severity="contraindication",
            text=f"Do not do {i}.",
            short="",
            cleared=i == 9,
        )
        for i in range(10)
    )
    words = words_of(qtbot, assessed(alerts=alerts))
    assert [w for w in words if w.startswith("Do not")] == [f"Do not do {i}." for i in range(9)]


def test_statements_and_later_knowledge_look_different(qtbot: QtBot) -> None:
    test = NextTest(
        test="x", text="Look", separates=(), why="", statements=("TC-06",), references=("gr-hftc",)
    )
    column = GuidanceColumn()
    qtbot.addWidget(column)
    column.show_guidance(assessed(next_tests=(test,)))
    (chips,) = column.findChildren(SourceChips)
    column.resize(328, 600)
    column.show()
    places = chip_places(chips.sources, chips.width())
    outlined, tinted = (rect.center().toPoint() for rect, _ in places)
    assert [chips.source_at(at) for at in (outlined, tinted)] == ["TC-06", "gr-hftc"]
    image = chips.grab().toImage()
    beside = QPoint(0, 6)  # inside the chip, above its letters
    assert image.pixelColor(outlined - beside) == theme().color("surface")
    assert image.pixelColor(tinted - beside) == theme().color("infobg")
    assert "75" in chips.accessibleDescription()  # the product above 75 of the statement
    assert "later literature" in chips.accessibleDescription()


def test_superseded_advice_is_counted_not_shown_as_a_plan(qtbot: QtBot) -> None:
    old = Advice(id="o", action="x", text="Old way", strength="", superseded_by="n")
    new = Advice(id="n", action="x", text="New way", strength="")
    words = words_of(qtbot, assessed(management=(old, new)))
    assert "New way" in words
    assert "Old way" not in words
    assert "1 superseded in Guidance" in words


@pytest.mark.parametrize(
    ("last", "due", "words"),
    [
        (None, None, "never recorded"),
        ("2026-01-01", "2026-09-17", "64 days overdue"),
        ("2026-01-01", "2026-11-19", "1 day overdue"),
        ("2026-01-01", "2026-11-20", "today"),
        ("2026-01-01", "2027-02-10", "10\u2011Feb\u20112027"),
    ],
)
def test_monitoring_says_when_it_is_due(last: str | None, due: str | None, words: str) -> None:
    item = Monitoring(what="p", text="Phosphate", every="P3M", last=last, due=due)
    assert due_words(item, date(2026, 11, 20))[0] == words


def test_a_case_that_fits_nothing_says_so(qtbot: QtBot) -> None:
    dossier = assessed()
    unlikely = replace(CANDIDATE, standing="unlikely")
    dossier = replace(dossier, given=replace(dossier.assessment, differential=(unlikely,)))
    assert "No disorder fits what is recorded." in words_of(qtbot, dossier)
