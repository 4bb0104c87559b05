"""What of the worklist can be told at a glance, before the guidance was applied to anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.work.worklist import Item

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from desktop.db.attention import Glance

Found = dict[str, tuple[Item, ...]]
"""The items of some patients, by our id; a patient who needs nothing has an empty entry."""


def quick_items(seen: Glance) -> Found:
    """What can be told at a glance: key data that the record lacks, of the living.

    Whether there is a phosphate result is told with the rest.
    """
    found: Found = {}
    for own, person in seen.people.items():
        if person.death_when:
            continue
        missing = lacking(
            sex=person.sex,
            birth_date=person.birth_date,
            has_phosphate=True,
            has_allergies=own not in seen.without_allergies,
        )
        if missing:
            found[own] = (missing_item(own, missing),)
    return found


def lacking(
    *, sex: str, birth_date: str, has_phosphate: bool, has_allergies: bool
) -> tuple[str, ...]:
    """Which key data of a patient the record lacks, in words."""
    found = []
    if not has_phosphate:
        found.append(say("No phosphate result"))
    if not birth_date:
        found.append(say("Date of birth not recorded"))
    if not sex:
        found.append(say("Sex not recorded"))
    if not has_allergies:
        found.append(say("Allergies not recorded"))
    return tuple(found)


def missing_item(patient: str, found: tuple[str, ...]) -> Item:
    """One row for all that is missing in a patient."""
    rest = "; ".join(found[1:])
    return Item(
        patient=patient,
        key="missing",
        kind="missing",
        urgency="missing",
        text=found[0].rstrip("."),
        detail=say("Also: {missing}", missing=rest) if rest else "",
        evidence=" ".join(found),
        chip=say("Unknown, not absent"),
        rule=say("The guidance needs these facts; until then they count as unknown."),
        because=found,
        step=say("Ask or examine at the next visit."),
        opens="page:overview",
    )


def pending_work(seen: Glance, known: Mapping[str, tuple[int, date]], day: date) -> tuple[str, ...]:
    """The living patients whose items are not known for this version and day."""
    return tuple(
        own
        for own, person in seen.people.items()
        if not person.death_when and known.get(own) != (seen.versions[own], day)
    )
