"""What stands behind a source chip: a statement of the source, later literature, a clinic's rule.

The four kinds are told apart in looks and in words everywhere, and are never mixed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from desktop.domain.language import mark, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.guidance.assessment import Approval

SourceKind = Literal["statement", "literature", "local", "general"]

KIND_WORDS: Mapping[SourceKind, str] = {
    "statement": mark("source text"),
    "literature": mark("later literature"),
    "local": mark("rule of this clinic"),
    "general": mark("not from the source"),
}


class Grounded(Protocol):
    """Whatever part of an assessment names what it rests on."""

    @property
    def statements(self) -> tuple[str, ...]:
        """Ids of the source's statements."""

    @property
    def references(self) -> tuple[str, ...]:
        """Keys of later literature."""

    @property
    def basis(self) -> str:
        """What it rests on in words, where it names no source."""

    @property
    def local(self) -> Approval | None:
        """Who approved it, where it is a clinic's own rule."""


@dataclass(frozen=True, slots=True)
class Source:
    """One chip: its key, the short name on it, its kind, and what it says.

    ``remark`` is what later knowledge says about a statement; one that is superseded stays
    visible and says so.
    """

    key: str
    label: str
    kind: SourceKind
    text: str = ""
    remark: str = ""
    is_superseded: bool = False

    def said(self) -> str:
        """The text with the remark on it: the two are never mixed up."""
        if not self.remark:
            return self.text
        if self.is_superseded:
            return say("{text} Superseded: {remark}", text=self.text, remark=self.remark)
        return say("{text} Later: {remark}", text=self.text, remark=self.remark)

    def spoken(self) -> str:
        """Name, kind and text in one line, for tooltips and screen readers."""
        kind = say(KIND_WORDS[self.kind])
        return say("{name} ({kind}): {text}", name=self.label, kind=kind, text=self.said())


def sources_of(item: Grounded) -> tuple[Source, ...]:
    """The chips of a piece of guidance: statements, then literature, else its basis in words."""
    keys = (*item.statements, *item.references)
    return grounds(keys, basis=item.basis, is_local=item.local is not None)


def grounds(keys: Sequence[str], *, basis: str, is_local: bool) -> tuple[Source, ...]:
    """The chips of these keys; a clinic's own rule and a basis in words have a chip too."""
    if is_local:
        return (Source("", say("Local"), "local", basis),)
    named = [source(key) for key in keys]
    if named or not basis:
        return tuple(named)
    return (Source("", say("General"), "general", basis),)


def source(key: str) -> Source:
    """The chip of a statement id or a reference key; the key itself where nothing is known."""
    from desktop.guidance.sources import grounding  # reads rules: not for the first paint

    try:
        found = grounding(key)
    except KeyError:
        return Source(key, key, "general", key)
    kind: SourceKind = "statement" if found.kind == "statement" else "literature"
    text = found.text if found.text.endswith(".") else f"{found.text}."
    return Source(key, found.label, kind, text, found.remark, found.is_superseded)


def source_words(sources: Sequence[Source]) -> str:
    """All sources of a piece of guidance, one on each line."""
    return "\n".join(one.spoken() for one in sources)
