"""Text made safe to print: fonts per character, nothing lost, markup without power."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph

from desktop.paths import resource
from desktop.reports.fonts import REGULAR, SYMBOLS
from desktop.reports.scripts import LINE, is_printable, pieces
from desktop.reports.style import faces, markup, styles, tokens


def test_symbols_that_the_text_font_lacks_come_from_the_symbol_font() -> None:
    assert list(faces("+5 % ↑ ≤ 75")) == [
        ("+5 % ", REGULAR),
        ("↑", SYMBOLS),
        (" ", REGULAR),
        ("≤", SYMBOLS),
        (" 75", REGULAR),
    ]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a\u202eb", "a[U+202E]b"),  # would turn the reading direction, invisibly
        ("a\u200bb", "a[U+200B]b"),
        ("\ud800", "[U+D800]"),
        ("Ł\tź\nż", "Ł ź ż"),
        ("e\u0301", "é"),
        ("04\u2011Mar\u20112021", "04\u2011Mar\u20112021"),
    ],
)
def test_what_cannot_be_printed_becomes_a_visible_code(text: str, printed: str) -> None:
    assert "".join(piece for piece, _ in faces(text)) == printed
    assert is_printable(text) is ("[U+" not in printed)


@given(st.text(max_size=60))
def test_any_text_becomes_markup_that_a_paragraph_takes(text: str) -> None:
    made = Paragraph(markup(text), styles()["body"])
    drawn = "".join(piece.text for piece in pieces(text, line=LINE))
    assert "".join(made.getPlainText().split()) == "".join(drawn.split())


def test_the_four_text_fonts_hold_the_same_characters() -> None:
    faces = [
        set(TTFont(name, str(resource("fonts", f"NotoSans-{name}.ttf"))).face.charToGlyph)
        for name in ("Regular", "Bold", "Italic", "BoldItalic")
    ]
    assert faces[0] == faces[1] == faces[2] == faces[3]


def test_no_style_is_smaller_than_eight_points() -> None:
    assert min(style.fontSize for style in styles().values()) >= 8


def test_paper_uses_the_light_palette() -> None:
    assert tokens()["surface"] == "#FFFFFF"
