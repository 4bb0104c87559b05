"""What the search box finds: patients by name, ID, MRN or birth date, commands, rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say, say_count
from desktop.ui.finding_rules import rule_hits
from desktop.ui.widgets.hit import Hit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.db.search import PatientRow
    from desktop.ui.main_window import MainWindow

PATIENTS_SHOWN = 7
COMMANDS_SHOWN = 7
RECENT_SHOWN = 5
FIRST_COMMANDS = ("add_menu", "show_worklist", "show_patients", "shortcuts")
"""Offered before anything was used."""


def patient_hit(row: PatientRow) -> Hit:
    """A patient always comes with date of birth and registry ID."""
    from desktop.domain.when import parse_when, shown  # after the first paint

    birth = shown(parse_when(row.birth_date)) if row.birth_date else say("not recorded")
    name = row.name or say("name not recorded")
    text = say("{name}, born {birth}, {id}", name=name, birth=birth, id=row.patient_id)
    return Hit("patient", row.id, text, "user")


def command_hit(window: MainWindow, name: str) -> Hit:
    """A command, with its key or the reason why it does not apply now."""
    session, spec = window.session, window.commands.spec(name)
    reason = window.commands.reason(
        name,
        has_registry=session.registry is not None,
        has_patient=session.dossier is not None,
    )
    return Hit("command", name, spec.plain, spec.icon or "point", spec.keys, reason)


def find(text: str, window: MainWindow) -> list[Hit]:
    """The hits for a text; for an empty one the patients and commands used last."""
    if not text.strip():
        return _recent(window)
    patients = _patients(text, window.session.patients)
    return [*patients, *_commands(text, window), *rule_hits(text, window.session)]


def _recent(window: MainWindow) -> list[Hit]:
    recent = window.navigation.recent[:RECENT_SHOWN]
    by_id = {row.id: row for row in window.session.patients} if recent else {}
    patients = [patient_hit(by_id[one]) for one in recent if one in by_id]
    known = window.commands.by_name
    used = [*window.recent_commands, *(n for n in FIRST_COMMANDS if n in known)]
    names = list(dict.fromkeys(used))[:RECENT_SHOWN]
    return [*patients, *(command_hit(window, name) for name in names)]


def _patients(text: str, patients: Sequence[PatientRow]) -> list[Hit]:
    if not patients:
        return []
    found = matches(text, patients)
    hits = [patient_hit(row) for row in found[:PATIENTS_SHOWN]]
    if len(found) > PATIENTS_SHOWN:
        more = say_count(len(found), "Show {n} match", "Show all {n} matches")
        hits.append(Hit("list", text, more, "list-check"))
    return hits


def matches(text: str, patients: Sequence[PatientRow]) -> list[PatientRow]:
    """The patients that a text finds, the best first; a whole date is a date of birth."""
    from desktop.db.search import matching
    from desktop.ui.forms.quick_dates import days_meant

    found = matching(text, patients)
    days = days_meant(text)
    if days:
        listed = {row.id for row in found}
        born = [row for row in patients if row.birth_date[:10] in days and row.id not in listed]
        found = [*found, *born]
    return _best_first(text, found)


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


def _commands(text: str, window: MainWindow) -> list[Hit]:
    """Commands and pages that hold every word, those that apply now and were used first."""
    words = text.casefold().split()
    found = []
    for name in window.commands.by_name:
        plain = window.commands.spec(name).plain.casefold()
        if name != "find" and all(f" {word}" in f" {plain}" for word in words):
            found.append(command_hit(window, name))
    used = {name: place for place, name in enumerate(window.recent_commands)}
    found.sort(key=lambda hit: (not hit.is_enabled, used.get(hit.key, len(used))))
    return found[:COMMANDS_SHOWN]
