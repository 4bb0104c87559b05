"""Names in every script: drawn rightly, or told in Latin letters, never as a box."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reports.clinician import clinician_pdf
from desktop.reports.fonts import ARABIC, HAN, HEBREW, REGULAR, letters
from desktop.reports.scripts import Piece, is_printable, pieces
from tests.reports.examples import IMPRINT, dossier, full_case, named
from tests.reports.reading import Read, read

NOTE = "Text in square brackets is written in Latin letters"


def _read(given_name: str, family: str) -> Read:
    return read(clinician_pdf(dossier(named(full_case(), given_name, family)), IMPRINT))


def _drawn(text: str) -> str:
    return "".join(piece.text for piece in pieces(text))


def test_hebrew_is_drawn_from_the_right() -> None:
    # The first letter of the name stands at the right end.
    assert pieces("דוד") == (Piece("דוד"[::-1], HEBREW),)


def test_arabic_letters_take_their_joined_forms_from_the_right() -> None:
    # Unicode chart FE70: YEH initial, WAW final, SEEN initial, FEH final.
    joined = "\ufef3\ufeee\ufeb3\ufed2"
    assert pieces("يوسف") == (Piece(joined[::-1], ARABIC),)


def test_lam_and_alef_become_one_sign() -> None:
    assert _drawn("لا") == "\ufefb"


def test_what_stands_around_a_name_keeps_its_place() -> None:
    # Under the plain rules of Unicode the day would move to the left of an Arabic name.
    assert _drawn("عبد · 14-May-2009 · CR-0142").endswith(" · 14-May-2009 · CR-0142")


def test_numbers_within_a_text_from_the_right_read_from_the_left() -> None:
    assert "120" in _drawn("ضغط 120 عال")


def test_brackets_within_a_text_from_the_right_are_turned_round() -> None:
    drawn = _drawn("דוד (כהן) לוי")
    assert drawn.index("(") < drawn.index(")")


def test_a_bracket_at_the_end_stays_with_its_partner() -> None:
    assert _drawn("כהן (דודו)") == "(ודוד) ןהכ".replace(" ", "\u00a0")


def test_a_long_text_from_the_right_is_broken_before_it_is_turned() -> None:
    words = "אחת שתיים שלוש ארבע חמש שש שבע שמונה תשע עשר"
    lines = "".join(piece.text for piece in pieces(words, line=24)).split("\n")
    read_again = [line[::-1].replace("\u00a0", " ") for line in lines]
    assert " ".join(read_again) == words
    assert all(len(line) <= 24 for line in lines)


@pytest.mark.parametrize("name", ["王伟", "さくら", "김민수"])
def test_han_kana_and_hangul_are_drawn_as_they_are(name: str) -> None:
    assert pieces(name) == (Piece(name, HAN),)


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("प्रिया", "[priya]"),  # Devanagari needs shaping that the page cannot do
        ("ณัฐ", "[nath]"),
        ("Զարա", "[Zara]"),
        ("محمّد", "[mhmd]"),  # a vowel sign would have to be placed by the font
    ],
)
def test_what_cannot_be_drawn_rightly_is_written_in_latin_letters(name: str, latin: str) -> None:
    assert pieces(name) == (Piece(latin, REGULAR, is_itself=False),)
    assert not is_printable(name)


@given(st.text(max_size=40))
def test_every_drawn_character_has_its_glyph(text: str) -> None:
    for piece in pieces(text):
        missing = [c for c in piece.text if ord(c) not in letters(piece.font)]
        assert not missing


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=40))
def test_latin_text_stays_as_it_is(text: str) -> None:
    visible = "".join(
        c if c.isprintable() else " " for c in text if c in "\t\n\r" or c.isprintable()
    )
    codes_aside = "".join(piece.text for piece in pieces(text) if piece.is_itself)
    assert codes_aside.replace(" ", "") == visible.replace(" ", "")


@pytest.mark.parametrize(("given_name", "family"), [("يوسف", "عبد"), ("דוד", "כהן")])
def test_a_name_from_the_right_stands_on_every_page_without_a_note(
    given_name: str, family: str
) -> None:
    made = _read(given_name, family)
    for page in made.pages:
        text = unicodedata.normalize("NFKC", page)
        assert given_name in text or given_name[::-1] in text
        assert family in text or family[::-1] in text
    assert NOTE not in made.text
    assert all(is_embedded for _, is_embedded in made.fonts)


def test_a_chinese_name_stands_on_every_page() -> None:
    made = _read("伟", "王")
    assert all("王,伟" in page.replace(" ", "") for page in made.pages)
    assert (HAN, True) in made.fonts


@pytest.mark.parametrize(
    ("given_name", "shown"), [("प्रिया", "[priya]"), ("Ann\u202ea", "Ann[U+202E]a")]
)
def test_a_name_that_is_not_drawn_as_itself_comes_with_a_note(given_name: str, shown: str) -> None:
    made = _read(given_name, "Lee")
    assert f"LEE, {shown}" in made.pages[0]
    assert NOTE in made.pages[0]
