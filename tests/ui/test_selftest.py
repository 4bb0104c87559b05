"""The self-test of the program: it passes here, and would not pass if something were broken."""

from __future__ import annotations

import pytest

from desktop.domain.errors import UserError
from desktop.ui import selftest


@pytest.mark.filterwarnings("default")
@pytest.mark.usefixtures("qapp")
def test_self_test_tells_each_step_that_it_passed() -> None:
    told: list[str] = []
    selftest.selftest(told.append)
    assert len(told) == 7
    assert "encrypted" in told[0]
    assert "report" in told[-2]


@pytest.mark.parametrize(
    ("step", "broken"), [("_colors", lambda _image: 1), ("_RESULTS", (("2020", "much"),))]
)
@pytest.mark.usefixtures("qapp")
def test_self_test_fails_where_a_step_does_not_give_what_it_must(
    monkeypatch: pytest.MonkeyPatch, step: str, broken: object
) -> None:
    monkeypatch.setattr(selftest, step, broken)
    with pytest.raises(UserError, match="self-test failed"):
        selftest.selftest(lambda _text: None)
