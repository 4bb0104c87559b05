"""What stands behind a source chip: the source's statement, or the work of later literature."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.guidance.loader import Pack


def source_text(key: str) -> str:
    """A statement id or a reference key as a sentence; the key itself where nothing is known.

    A statement that later knowledge corrects says so: the two are never mixed up.
    """
    pack = _pack()
    if statement := pack.statements.get(key):
        remark = _remarks().get(key)
        return f"{statement.text}. {remark}" if remark else f"{statement.text}."
    if work := pack.references().get(key):
        year = f" ({work.year})" if work.year else ""
        return f"Later literature: {work.title}{year}."
    return key


def is_statement(key: str) -> bool:
    """True for an id of the source text, False for later literature."""
    return key in _pack().statements


@cache
def _remarks() -> dict[str, str]:
    return {
        remark.statement: f"{'Superseded: ' if remark.is_superseded else ''}{remark.text}"
        for file in _pack().files
        for remark in file.remark
    }


def _pack() -> Pack:
    from desktop.guidance.loader import guidance_pack  # reads rules: not for the first paint

    return guidance_pack()
