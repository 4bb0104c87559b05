"""Lines of many groups at once are the lines of each group alone."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.measures.cohort import grouped_lines
from desktop.measures.regression import fitted


def test_each_group_gets_the_line_that_it_gets_alone() -> None:
    chance = np.random.default_rng(3)
    group = chance.integers(0, 40, 400)
    x = 730000 + chance.uniform(0, 4000, 400)
    y = chance.normal(2, 1, 400)
    found = grouped_lines(x, y, group=group, groups=40)
    for number in range(40):
        mine = group == number
        alone = fitted(x[mine].tolist(), y[mine].tolist())
        assert found.n[number] == alone.n
        assert found.slope[number] == pytest.approx(alone.slope, rel=1e-8, abs=1e-12)
        assert found.intercept[number] == pytest.approx(alone.intercept, rel=1e-8, abs=1e-6)
        ends = found.slope_low[number], found.slope_high[number]
        assert ends == pytest.approx(alone.slope_ci95, rel=1e-8, abs=1e-12)


def test_groups_that_have_no_line_get_none_and_disturb_nobody() -> None:
    x = np.array([0.0, 1, 5, 5, 5, 0, 1, 2])
    y = np.array([1.0, 2, 1, 2, 3, 0, 1, 2])
    found = grouped_lines(x, y, group=np.array([0, 0, 1, 1, 1, 3, 3, 3]), groups=4)
    assert found.n.tolist() == [2, 3, 0, 3]
    assert np.isnan(found.slope).tolist() == [True, True, True, False]
    assert found.slope[3] == pytest.approx(1)


def test_arrays_that_do_not_belong_together_are_refused() -> None:
    with pytest.raises(ValueError, match="belong together"):
        grouped_lines(np.zeros(3), np.zeros(2), group=np.zeros(3, dtype=np.intp), groups=1)
    with pytest.raises(ValueError, match="finite"):
        grouped_lines(np.zeros(1), np.array([np.inf]), group=np.zeros(1, dtype=np.intp), groups=1)
