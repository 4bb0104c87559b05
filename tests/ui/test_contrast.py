"""Text and marks stand out from what they lie on, by the formula of WCAG 2.2 (1.4.3, 1.4.11)."""

from __future__ import annotations

import re

import pytest

from desktop.paths import resource
from desktop.ui.theme import ThemeName, theme, tokens

TEXT, GRAPHIC = 4.5, 3.0
THEMES: tuple[ThemeName, ...] = ("light", "dark")

# Foreground, background, need; the design's contrast, cut to two digits: light, dark.
PAIRS = (
    ("ink", "surface", TEXT, 16.23, 14.22),
    ("ink", "app", TEXT, 14.28, 15.72),
    ("ink", "selected", TEXT, 12.89, 9.36),
    ("ink", "hover", TEXT, 13.92, 11.69),
    ("ink2", "surface", TEXT, 7.85, 9.07),
    ("ink2", "sunken", TEXT, 7.31, 9.56),
    ("ink2", "head", TEXT, 6.97, 8.36),
    ("ink2", "selected", TEXT, 6.24, 5.96),
    ("ink3", "surface", TEXT, 5.59, 6.76),
    ("ink3", "sunken", TEXT, 5.20, 7.12),
    ("ink3", "app", TEXT, 4.92, 7.47),
    ("ink3", "hover", TEXT, 4.79, 5.55),
    ("accent", "surface", TEXT, 7.43, 7.65),
    ("accent", "accentsoft", TEXT, 6.26, 6.08),
    ("onaccent", "accent", TEXT, 7.43, 7.63),
    ("accent", "app", GRAPHIC, 6.53, 8.46),
    ("focus", "surface", GRAPHIC, 7.43, 9.88),
    ("stop", "surface", TEXT, 7.88, 9.66),
    ("stop", "stopbg", TEXT, 6.74, 8.68),
    ("onstop", "stopline", TEXT, 7.88, 6.26),
    ("stopline", "surface", GRAPHIC, 7.88, 6.02),
    ("warn", "warnbg", TEXT, 7.25, 9.67),
    ("warn", "surface", TEXT, 7.98, 11.68),
    ("warnline", "surface", GRAPHIC, 4.23, 6.77),
    ("ok", "okbg", TEXT, 6.52, 8.23),
    ("ok", "surface", TEXT, 7.55, 10.22),
    ("info", "infobg", TEXT, 6.46, 8.04),
    ("control", "surface", GRAPHIC, 3.36, 4.87),
    ("control", "sunken", GRAPHIC, 3.13, 5.14),
    ("grow", "surface", GRAPHIC, 7.55, 9.34),
    ("grow", "body", GRAPHIC, 6.21, 7.65),
    ("grow", "growbg", TEXT, 6.31, 7.92),
    ("stable", "surface", GRAPHIC, 3.89, 5.50),
    ("stable", "body", GRAPHIC, 3.20, 4.50),
    ("ink2", "stablebg", TEXT, 6.67, 7.01),
    ("shrink", "surface", GRAPHIC, 5.26, 7.60),
    ("shrink", "body", GRAPHIC, 4.33, 6.22),
    ("shrink", "shrinkbg", TEXT, 4.60, 6.14),
    ("unk", "surface", GRAPHIC, 5.59, 6.76),
    ("unk", "body", GRAPHIC, 4.60, 5.53),
    ("c1", "surface", GRAPHIC, 3.89, 8.06),
    ("c2", "surface", GRAPHIC, 8.73, 7.91),
    ("c3", "surface", GRAPHIC, 6.01, 13.24),
    ("c4", "surface", GRAPHIC, 14.79, 4.36),
    ("c5", "surface", GRAPHIC, 3.59, 12.37),
    ("c6", "surface", GRAPHIC, 16.23, 14.22),
    ("c1", "band", GRAPHIC, 3.15, 6.04),
    ("axis", "surface", TEXT, 4.88, 5.49),
    ("t1", "t1bg", TEXT, 5.11, 6.28),
    ("t2", "t2bg", TEXT, 5.17, 6.30),
    ("t3", "t3bg", TEXT, 4.97, 6.18),
    ("railink", "rail", TEXT, 9.72, 15.36),
    ("railink2", "rail", TEXT, 6.54, 7.43),
    ("railink", "railsel", TEXT, 6.55, 10.94),
    ("ontooltip", "tooltip", TEXT, 16.23, 13.97),
)

# What the window shows beyond the table of the design.
FURTHER = (
    ("unk", "unkbg", TEXT),
    ("onaccent", "accent2", TEXT),
    ("ink", "sunken", TEXT),
    ("ink", "head", TEXT),
    ("ink", "stopbg", TEXT),
    ("ink", "warnbg", TEXT),
    ("stop", "selected", TEXT),
    ("warn", "selected", TEXT),
    ("accent", "selected", TEXT),
    ("focus", "app", GRAPHIC),
    ("focus", "selected", GRAPHIC),
    ("railink", "rail", GRAPHIC),
)


def light_of(color: str) -> float:
    """Relative luminance of ``#RRGGBB`` in sRGB, WCAG 2.2."""
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colors, 1 to 21."""
    high, low = sorted((light_of(one), light_of(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_formula_gives_the_examples_of_the_guideline() -> None:
    # Black on white is 21:1; #767676 is the lightest gray that passes 4.5:1 on white.
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)
    assert contrast("#777777", "#FFFFFF") < TEXT


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0]} on {pair[1]}")
def test_every_pair_of_the_design_stands_out(
    pair: tuple[str, str, float, float, float], name: ThemeName
) -> None:
    front, back, need, light, dark = pair
    found = contrast(tokens(name)[front], tokens(name)[back])
    assert found >= need
    told = light if name == "light" else dark
    assert told - 0.001 <= found < told + 0.011


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("pair", FURTHER, ids=lambda pair: f"{pair[0]} on {pair[1]}")
def test_every_further_pair_of_the_window_stands_out(
    pair: tuple[str, str, float], name: ThemeName
) -> None:
    front, back, need = pair
    assert contrast(tokens(name)[front], tokens(name)[back]) >= need


def test_every_text_of_the_style_sheet_stands_out_from_its_own_ground() -> None:
    sheet = resource("theme", "window.qss").read_text(encoding="utf-8")
    plain = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    rules = re.findall(r"([^{}]+)\{((?:[^{}]|\{[\d.]+px\})*)\}", plain)
    checked = 0
    for selector, body in rules:
        front = re.search(r"(?<![-\w])color: @(\w+)", body)
        back = re.search(r"background: @(\w+)", body)
        if front is None or back is None or "disabled" in (front[1], *selector.split(":")):
            continue
        for name in THEMES:
            found = contrast(tokens(name)[front[1]], tokens(name)[back[1]])
            assert found >= TEXT, f"{selector.strip()} in {name}: {found:.2f}"
            checked += 1
    assert checked > 20


def test_both_themes_have_the_same_tokens() -> None:
    assert set(tokens("light")) == set(tokens("dark"))
    assert theme().color("ink").isValid()
