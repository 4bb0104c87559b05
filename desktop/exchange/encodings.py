"""Which encoding a text file is written in: by evidence, or the user is asked."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.exchange.asking import Asked, Question
from desktop.exchange.limits import refused

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.errors import UserError

_BLOCK = 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SHARED = "äöüßÄÖÜéÉáÁíÍóÓúÚçÇëËîÎâÂôÔýÝ°µ±§«»’×÷·¨¬\xa0"
"""Signs that stand at the same place in the Western, Central European and Turkish tables.

A file with no others reads the same whichever of them it was written in. Curly quotes and
dashes are not among them: their places hold letters in the tables of DOS.
"""
_SHARED_BYTES = frozenset(_SHARED.encode("cp1252"))
_HIGH_RUN = re.compile(rb"[\xc0-\xff]{3,}")
ENCODINGS = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("shift_jis", "cp949", "gb18030"),
)
"""Encodings among which the user chooses where a file does not show its own."""
_CHOICES = ", ".join(ENCODINGS)


def encoding_of(path: Path, chosen: str = "") -> str:
    """The name of the encoding for Python's codecs.

    Byte order marks are believed, then UTF-8 if the whole file is sound UTF-8, then the
    Windows table of Western Europe if the file has only signs that its neighbors share.
    Raises UserError that names the option where it cannot be known, and for a ``chosen``
    encoding that does not fit.
    """
    with path.open("rb") as handle:
        head = handle.read(4096)
    if marked := next((name for mark, name in _MARKS if head.startswith(mark)), ""):
        return _proved(path, marked)
    if chosen:
        return _proved(path, _known(chosen))
    if wide := _wide(head):
        return _proved(path, wide)
    if _fits(path, "utf-8"):
        return "utf-8-sig"
    high = _high_bytes(path)
    if high is not None and high <= _SHARED_BYTES:
        return "cp1252"
    raise Asked(
        say("{file} is not written in UTF-8, and its encoding cannot be told.", file=path.name),
        question=Question(asks="encoding", choices=ENCODINGS),
        remedy=say(
            "Save it as “CSV UTF-8”, or name the encoding with --encoding, for instance"
            " --encoding cp1252 for Western Europe (others: {others}).",
            others=_CHOICES,
        ),
    )


def _known(chosen: str) -> str:
    try:
        found = codecs.lookup(chosen)
    except LookupError as error:
        raise _unknown(chosen) from error
    if not found._is_text_encoding:  # noqa: SLF001 - no public name
        raise _unknown(chosen)
    return found.name


def _unknown(chosen: str) -> UserError:
    what = say("There is no encoding {name}.", name=chosen)
    return refused(what, remedy=say("Known ones: {others}.", others=_CHOICES))


def _proved(path: Path, encoding: str) -> str:
    if _fits(path, encoding):
        return encoding
    what = say("{file} is not sound {encoding} text.", file=path.name, encoding=encoding)
    raise refused(what, remedy=say("It may be damaged or cut off: export it again in UTF-8."))


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: every second byte of plain text is 0."""
    if len(head) < 4 or head.count(0) < len(head) * 0.3:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 10 * max(even, 1) or (odd and not even):
        return "utf-16-le"
    return "utf-16-be" if even > 10 * max(odd, 1) or (even and not odd) else ""


def _fits(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as handle:
            while block := handle.read(_BLOCK):
                decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _high_bytes(path: Path) -> frozenset[int] | None:
    """The bytes above ASCII; None where whole words are made of them, as in other scripts."""
    found: set[int] = set()
    with path.open("rb") as handle:
        while block := handle.read(_BLOCK):
            if _HIGH_RUN.search(block):
                return None
            found.update(byte for byte in set(block) if byte > 127)
    return frozenset(found)
