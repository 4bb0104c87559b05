"""What the search box finds: patients by name, ID, MRN or birth date, and commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.widgets.hit import Hit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.db.search import PatientRow
    from desktop.ui.actions import Actions

PATIENTS_SHOWN = 7
COMMANDS_SHOWN = 6
RECENT_SHOWN = 5


def patient_hit(row: PatientRow) -> Hit:
    """A patient always comes with date of birth and registry ID."""
    from desktop.domain.when import parse_when, shown  # after the first paint

    birth = shown(parse_when(row.birth_date)) if row.birth_date else "not recorded"
    name = row.name or "name not recorded"
    return Hit("patient", row.id, f"{name}, born {birth}, {row.patient_id}", "user")


def command_hit(actions: Actions, name: str) -> Hit:
    """A command, with its key or the reason why it does not apply now."""
    spec = actions.spec(name)
    reason = actions.reason(name)
    text = f"{spec.plain} – {reason}" if reason else spec.plain
    return Hit("command", name, text, spec.icon or "point", spec.shortcut, not reason)


def find(
    text: str, patients: Sequence[PatientRow], recent: Sequence[str], actions: Actions
) -> list[Hit]:
    """The hits for a text; for an empty one the patients opened last."""
    if not text.strip():
        by_id = {row.id: row for row in patients}
        return [patient_hit(by_id[one]) for one in recent[:RECENT_SHOWN] if one in by_id]
    return [*_patients(text, patients), *_commands(text, actions)]


def _patients(text: str, patients: Sequence[PatientRow]) -> list[Hit]:
    if not patients:
        return []
    from desktop.db.search import matching

    found = _best_first(text, matching(text, patients))
    hits = [patient_hit(row) for row in found[:PATIENTS_SHOWN]]
    if len(found) > PATIENTS_SHOWN:
        hits.append(Hit("list", text, f"Show all {len(found):,} matches", "list-check"))
    return hits


def _best_first(text: str, found: list[PatientRow]) -> list[PatientRow]:
    """Patients whose name or number begins with the first word come before the others."""
    from desktop.db.search import folded

    words = folded(text).replace(",", " ").split()
    if not words:
        return found
    begins, line = words[0], f"\n{words[0]}"
    first = [r for r in found if r.search_text.startswith(begins) or line in r.search_text]
    chosen = {row.id for row in first}
    return first + [row for row in found if row.id not in chosen]


def _commands(text: str, actions: Actions) -> list[Hit]:
    words = text.casefold().split()
    found = []
    for name in actions.by_name:
        plain = actions.spec(name).plain.casefold()
        if name != "find" and all(f" {word}" in f" {plain}" for word in words):
            found.append(command_hit(actions, name))
    return found[:COMMANDS_SHOWN]
