"""One source of color: the tokens; nothing in the windows names a color or a missing icon."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.paths import resource
from desktop.ui.action_table import ACTIONS
from desktop.ui.forms.words import TABLE_ICONS
from desktop.ui.theme import Theme, ThemeName, qss, tokens

UI = Path(__file__).parents[2] / "desktop" / "ui"
SOURCES = {path: path.read_text(encoding="utf-8") for path in sorted(UI.rglob("*.py"))}
THEMES: tuple[ThemeName, ...] = ("light", "dark")


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_names_only_tokens_that_exist(name: ThemeName) -> None:
    sheet = qss(Theme(name, tokens(name)))
    assert "@" not in sheet
    assert "{13px}" not in sheet


def test_both_themes_have_the_same_tokens() -> None:
    assert tokens("light").keys() == tokens("dark").keys()


def test_text_size_grows_the_style_sheet() -> None:
    larger = qss(Theme("light", tokens("light"), 1.5))
    assert "font-size: 45px" in larger  # the hero number, 30 px in the design


def test_no_widget_code_holds_a_color() -> None:
    for path, text in SOURCES.items():
        assert not re.search(r"[\"']#[0-9a-fA-F]{3,8}[\"']", text), path
        assert not re.search(r"QColor\(\s*\d", text), path


def test_every_color_named_in_code_is_a_token() -> None:
    known = tokens("light")
    for path, text in SOURCES.items():
        for token in re.findall(r"\.color\(\"(\w+)\"\)", text):
            assert token in known, f"{path}: {token}"


def test_every_icon_named_in_tables_exists() -> None:
    names = {spec.icon for spec in ACTIONS if spec.icon} | set(TABLE_ICONS.values())
    for text in SOURCES.values():
        names |= set(re.findall(r"IconLabel\(\"([\w-]+)\"", text))
        names |= set(re.findall(r"icon=\"([\w-]+)\"", text))
    for name in names:
        stem = name.removesuffix("-filled")
        folder = "outline" if stem == name else "filled"
        assert resource("icons", folder, f"{stem}.svg").is_file(), name


def luminance(color: str) -> float:
    """Relative luminance of WCAG 2.2."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "surface"),
        ("ink", "selected"),
        ("ink2", "head"),
        ("ink3", "surface"),
        ("accent", "surface"),
        ("onaccent", "accent"),
        ("stop", "stopbg"),
        ("onstop", "stopline"),
        ("warn", "warnbg"),
        ("ok", "okbg"),
        ("railink2", "rail"),
    ],
)
def test_text_has_the_contrast_of_wcag_aa(name: ThemeName, ink: str, ground: str) -> None:
    found = tokens(name)
    light, dark = sorted((luminance(found[ink]), luminance(found[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
