"""What guidance rests on, for screens and paper: statements, remarks on them, and references."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from desktop.domain.language import language
from desktop.guidance.loader import guidance_pack
from desktop.guidance.texts import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Grounding:
    """One source behind a rule: its key, what it says, and what qualifies it.

    ``label`` is the short name for a chip: ``TC-05``, or ``Ramnitz 2016`` for ``ramnitz``.
    ``kind`` is ``statement`` for the source text and ``reference`` for later literature; the
    two are never mixed. A superseded statement stays visible, with its remark.
    """

    chip: str
    kind: str
    text: str
    label: str
    remark: str = ""
    is_superseded: bool = False


def grounding(key: str) -> Grounding:
    """The source behind a statement id or a reference key, in the chosen language.

    Raises KeyError for a key that the guidance does not have.
    """
    return _grounding(key, language())


@cache
def _grounding(key: str, code: str) -> Grounding:
    pack = in_language(guidance_pack(), code)
    statement = pack.statements.get(key)
    if statement is None:
        reference = pack.references()[key]
        pmid = f" PMID {reference.pmid}." if reference.pmid else ""
        year = f" {reference.year}." if reference.year else ""
        return Grounding(key, "reference", f"{reference.title}.{year}{pmid}", reference.label)
    for file in pack.files:
        for remark in file.remark:
            if remark.statement == key:
                dated = f" ({remark.dated})" if remark.dated else ""
                told = f"{remark.text}{dated}"
                return Grounding(key, "statement", statement.text, key, told, remark.is_superseded)
    return Grounding(key, "statement", statement.text, key)


def labels(keys: Iterable[str]) -> list[str]:
    """The short names of sources for people; a key that the guidance lacks stays as it is."""
    pack = guidance_pack()
    known = pack.statements.keys() | pack.references().keys()
    return [grounding(key).label if key in known else key for key in keys]
