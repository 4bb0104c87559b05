"""Text made fit to draw: a font for each piece, joined letters, the right direction.

The page draws characters one after the other from the left and shapes nothing. Latin, Greek,
Cyrillic, Han, kana and hangul need no more. Arabic letters are replaced by their joined forms
and, like Hebrew, put into the order in which they stand. What no embedded font draws rightly
is written in Latin letters in square brackets, and a character without any such letters as
its code, ``[U+202E]``: on a clinical page nothing vanishes, and nothing becomes an empty box.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from anyascii import anyascii
from arabic_reshaper import ArabicReshaper
from bidi import get_display

from desktop.reports.fonts import ARABIC, HAN, HEBREW, REGULAR, SYMBOLS, letters

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["drawn", "right to left", "hidden", "foreign"]

LINE = 24
"""Letters of a text from right to left that are kept on one line where text is broken.

A line is put into drawing order as a whole, so it must not be broken afterwards.
"""

_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_FROM_RIGHT = frozenset({"R", "AL"})
_JOINERS = "\u200c\u200d"  # say how Persian letters join, and are nothing by themselves
_PARTNERS = {")": "(", "]": "[", "}": "{", "»": "«"}
_TURNED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text in one font; ``is_itself`` is False where it stands for another text."""

    text: str
    font: str
    is_itself: bool = True

    @property
    def is_break(self) -> bool:
        """True where a new line begins."""
        return self.text == _BREAK


@lru_cache(maxsize=8192)
def pieces(text: str, *, line: int = 0) -> tuple[Piece, ...]:
    """``text`` in pieces of one font each, in the order of drawing.

    With ``line``, a longer run from right to left is broken into lines of about so many
    letters, with a piece that ``is_break`` between two.
    """
    if text.isascii() and text.isprintable():
        return (Piece(text, REGULAR),) if text else ()
    composed = unicodedata.normalize("NFC", text)
    composed = composed.replace("\r\n", " ").translate({9: " ", 10: " ", 13: " "})
    return tuple(_merged(_drawn(composed, line)))


def is_printable(text: str) -> bool:
    """True if every character of ``text`` can be drawn as itself."""
    return all(piece.is_itself for piece in pieces(text))


def _drawn(text: str, line: int) -> Iterator[Piece]:
    for kind, run in _runs(text):
        if kind == "drawn":
            yield Piece(run, _font(run))
        elif kind == "hidden":
            yield Piece(f"[U+{ord(run):04X}]", REGULAR, is_itself=False)
        elif kind == "foreign":
            yield from _in_latin(run)
        else:
            yield from _from_right(run, line)


def _runs(text: str) -> Iterator[tuple[Kind, str]]:
    """Drawn characters one by one, hidden ones too; the other kinds as far as they reach."""
    start = 0
    while start < len(text):
        kind = _kind(text[start])
        end = start + 1
        if kind in {"right to left", "foreign"}:
            end = _reach(text, start, kind)
        yield kind, text[start:end]
        start = end


def _reach(text: str, start: int, kind: Kind) -> int:
    """Where a run ends: after its last own letter; what stands between two letters belongs."""
    end = start + 1
    for i in range(start + 1, len(text)):
        if _kind(text[i]) == kind:
            end = i + 1
        elif not _may_stand_within(text[i], kind):
            break
    if kind == "right to left":
        while end < len(text) and _closes(text[start:end], text[end]):
            end += 1
    return end


def _closes(run: str, character: str) -> bool:
    """True for a bracket whose partner stands open within the run."""
    partner = _PARTNERS.get(character)
    return partner is not None and run.count(partner) > run.count(character)


def _may_stand_within(character: str, kind: Kind) -> bool:
    if kind == "right to left" and character in _JOINERS:
        return True
    if _kind(character) == "hidden":
        return False
    if kind == "foreign":
        return character == " "
    return unicodedata.bidirectional(character) != "L"


@cache
def _kind(character: str) -> Kind:
    if unicodedata.category(character) in _HIDDEN:
        return "hidden"
    if unicodedata.bidirectional(character) in _FROM_RIGHT:
        return "right to left"
    is_drawn = any(ord(character) in letters(font) for font in (REGULAR, SYMBOLS))
    if is_drawn or (unicodedata.east_asian_width(character) in "WF" and _is_han(character)):
        return "drawn"
    return "foreign"


def _is_han(character: str) -> bool:
    return ord(character) in letters(HAN)


@cache
def _font(character: str) -> str:
    return next(f for f in (REGULAR, SYMBOLS, HAN) if ord(character) in letters(f))


def _in_latin(run: str) -> Iterator[Piece]:
    """The run in Latin letters, in brackets; its codes where there are none."""
    latin = anyascii(run).strip()
    if not latin:
        latin = " ".join(f"U+{ord(character):04X}" for character in run)
    yield Piece(f"[{latin}]", REGULAR, is_itself=False)


def _from_right(run: str, line: int) -> Iterator[Piece]:
    """An Arabic or Hebrew run joined and in drawing order, or in Latin letters."""
    joined = _reshaper().reshape(run).translate(dict.fromkeys(map(ord, _JOINERS)))
    if not _is_joined(joined):
        yield from _in_latin(run)
        return
    for number, part in enumerate(_lines(joined, line)):
        if number:
            yield Piece(_BREAK, REGULAR)
        # The package puts brackets into their places and leaves it to us to turn them round.
        for character in get_display(part, base_dir="R").translate(_TURNED):
            # An ordinary space would let the drawn line be broken, and the words change places.
            yield Piece("\u00a0" if character == " " else character, _right_font(character))


def _lines(text: str, line: int) -> list[str]:
    """``text`` in lines of whole words of about so many letters; one line where 0 is asked."""
    if not line:
        return [text]
    made: list[str] = []
    for word in text.split():
        if made and len(made[-1]) + 1 + len(word) <= line:
            made[-1] += f" {word}"
        else:
            made.append(word)
    return made


@cache
def _reshaper() -> ArabicReshaper:
    # Vowel signs are kept, so that a text with them is noticed instead of losing them.
    return ArabicReshaper(
        configuration={"delete_harakat": False, "delete_tatweel": False, "support_ligatures": True}
    )


def _is_joined(run: str) -> bool:
    """True if each letter has its joined form and its glyph, and no sign needs placing."""
    return all(
        unicodedata.category(c) not in {"Mn", "Me"}
        and not _is_bare_arabic(c)
        and ord(c) in letters(_right_font(c))
        for c in run
    )


def _is_bare_arabic(character: str) -> bool:
    """True for an Arabic letter that the table of joined forms lacks."""
    is_letter = unicodedata.category(character) == "Lo"
    return (
        is_letter
        and unicodedata.name(character, "").startswith("ARABIC LETTER")
        and (ord(character) < 0xFB50)
    )


@cache
def _right_font(character: str) -> str:
    fonts = (HEBREW, ARABIC) if unicodedata.bidirectional(character) == "R" else (ARABIC, HEBREW)
    for font in (*fonts, REGULAR, SYMBOLS):
        if ord(character) in letters(font) and (font in fonts) == _is_own(character):
            return font
    return REGULAR


def _is_own(character: str) -> bool:
    return unicodedata.bidirectional(character) in {"R", "AL", "AN"}


def _merged(found: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbors of one font as one piece."""
    last: Piece | None = None
    for piece in found:
        alike = last and last.font == piece.font and last.is_itself == piece.is_itself
        if last and alike and not last.is_break and not piece.is_break:
            last = Piece(last.text + piece.text, last.font, last.is_itself)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last
