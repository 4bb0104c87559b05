"""Settings of the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.ui.settings import LAST_REGISTRY, TABLE, TEXT_SIZE, THEME, Settings

if TYPE_CHECKING:
    from pathlib import Path


def test_every_setting_begins_with_its_default(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    for setting in TABLE:
        assert settings.read(setting) == setting.default


def test_a_setting_is_kept_for_the_next_start(tmp_path: Path) -> None:
    Settings(tmp_path / "settings.ini").write(TEXT_SIZE, "125")
    assert Settings(tmp_path / "settings.ini").text_scale == 1.25


def test_a_value_outside_the_table_is_refused_and_reads_as_the_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    with pytest.raises(ValueError, match="purple"):
        Settings(path).write(THEME, "purple")
    path.write_text("[General]\ntheme=purple\n")
    assert Settings(path).theme == "system"


def test_a_registry_that_is_gone_is_not_opened(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.write(LAST_REGISTRY, str(tmp_path / "gone.registry"))
    assert settings.last_registry is None
