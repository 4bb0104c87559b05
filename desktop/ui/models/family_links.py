"""Links between enrolled patients that stand on one side alone, as entries that offer the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.ui.forms.words import choice_name
from desktop.ui.models.entries import Action, Entry, Line

if TYPE_CHECKING:
    from desktop.work.family import MissingLink

LINK = "link"


def link_entry(place: int, link: MissingLink) -> Entry:
    """What is missing, and the step that would add it; the key is the place in the list."""
    silent = link.missing_in.patient.patient_id
    told = link.add.relative_id
    relation = choice_name("relation", link.add.relation).lower()
    return Entry(
        key=f"{place}",
        title=say(
            "{told} names {silent}, but {silent} does not name {told}.", told=told, silent=silent
        ),
        icon="info-circle",
        ink="info",
        is_light=True,
        lines=(
            Line(say("It would be added as {relation}, undone with Ctrl+Z.", relation=relation)),
        ),
        actions=(Action(LINK, say("Also add to {patient}’s family", patient=silent)),),
        ground="told",
        level=say("Note"),
    )
