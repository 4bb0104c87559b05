"""Imports beside Qt."""

from __future__ import annotations

import linecache
import sys
from typing import TYPE_CHECKING

import desktop.ui.imports  # noqa: F401 - for its effect

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_text_of_an_imported_module_is_not_read_for_switches_of_qt_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "named_like_no_other.py"
    source.write_text("NUMBER = 4\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    linecache.clearcache()
    try:
        import named_like_no_other  # type: ignore[import-not-found]  # made just now

        assert named_like_no_other.NUMBER == 4
        assert str(source) not in linecache.cache
    finally:
        sys.modules.pop("named_like_no_other", None)
