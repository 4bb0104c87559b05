"""Reads a made PDF back: text per page, fonts, bookmarks, identity."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject


@dataclass(frozen=True)
class Read:
    """What a PDF says: its pages as text with single spaces, and what the file states."""

    pages: tuple[str, ...]
    fonts: frozenset[tuple[str, bool]]
    bookmarks: tuple[str, ...]
    title: str
    language: str

    @property
    def text(self) -> str:
        """All pages as one text."""
        return " ".join(self.pages)


def read(pdf: bytes) -> Read:
    """The PDF as pypdf understands it; ``fonts`` tells of each whether it is embedded."""
    reader = PdfReader(BytesIO(pdf))
    pages = tuple(" ".join(page.extract_text().split()) for page in reader.pages)
    fonts = set()
    for page in reader.pages:
        for font in _entries(_entries(page["/Resources"])["/Font"]).values():
            made = _entries(font)
            descriptor = made.get("/FontDescriptor")
            is_embedded = descriptor is not None and "/FontFile2" in _entries(descriptor)
            fonts.add((re.sub(r"^/[A-Z]{6}\+", "", str(made["/BaseFont"])), is_embedded))
    return Read(
        pages=pages,
        fonts=frozenset(fonts),
        bookmarks=tuple(str(e.title) for e in reader.outline if not isinstance(e, list)),
        title=str(reader.metadata.title if reader.metadata else ""),
        language=str(_entries(reader.trailer["/Root"]).get("/Lang", "")),
    )


def _entries(found: PdfObject) -> DictionaryObject:
    entry = found.get_object()
    assert isinstance(entry, DictionaryObject)
    return entry
