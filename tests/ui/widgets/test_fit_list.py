"""The differential: cells, counts in words, one reason; never a percentage, nothing cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from desktop.guidance.assessment import Candidate, Criterion, Status
from desktop.ui.theme import apply_theme, theme
from desktop.ui.widgets.fit_legend import FitLegend
from desktop.ui.widgets.fit_list import (
    INDENT,
    SIDE,
    DifferentialModel,
    FitList,
    counts_text,
    standing_text,
)

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot


def criterion(status: Status) -> Criterion:
    return Criterion(id="c", status=status, polarity="for", weight="major", text="Phosphate high")


LIKELY = Candidate(
    disorder="x",
    cause=None,
    name="Hyperphosphatemic tumoral calcinosis",
    standing="probable",
    score=0.7,
    reason="For: phosphate high for age, not explained by kidney, parathyroid or cell lysis.",
    criteria=(*[criterion("met")] * 8, criterion("not_met"), *[criterion("unknown")] * 30),
)
OUT = Candidate(
    disorder="y", cause=None, name="FOP", standing="excluded", score=0, reason="Ruled out."
)


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = DifferentialModel()
    model.show_candidates((LIKELY, OUT))
    assert model.rowCount() == 2
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_rank_counts_standing_and_reason_are_told_to_screen_readers() -> None:
    model = DifferentialModel()
    model.show_candidates((LIKELY, OUT))
    told = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("Number 1. Hyperphosphatemic tumoral calcinosis. 8 met, 1 not met, ")
    assert "30 unknown. Probable. For: phosphate high" in told
    assert "Ruled out" in model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "%" not in told


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("width", [232, 264, 400])
def test_a_row_is_high_enough_for_all_its_words(
    qapp: QApplication, qtbot: QtBot, width: int, scale: float
) -> None:
    apply_theme(qapp, "light", text_scale=scale)
    shown = FitList()
    qtbot.addWidget(shown)
    shown.resize(round(width * scale), 500)
    shown.fits.show_candidates((LIKELY,))
    hint = shown.itemDelegate().sizeHint(QStyleOptionViewItem(), shown.fits.index(0, 0))
    room = QRect(0, 0, shown.width() - INDENT - SIDE, 2000)
    fonts = (
        (LIKELY.name, theme().font(13, 600)),
        (counts_text(LIKELY), theme().font(12)),
        (standing_text(LIKELY), theme().font(12)),
    )
    needed = sum(
        QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
        for words, font in fonts
    )
    assert hint.height() > needed + 2 * 14  # and two rows of cells


def test_the_legend_says_the_cells_in_words(qtbot: QtBot) -> None:
    legend = FitLegend()
    qtbot.addWidget(legend)
    assert legend.accessibleName() == "Cells: met, not met, unknown"
    assert legend.heightForWidth(120) > legend.heightForWidth(300)
