"""Entries that were begun and not finished: what they are called, and how they are taken up."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from desktop.domain.language import say
from desktop.ui.drafts import since

if TYPE_CHECKING:
    from desktop.domain.records import Record
    from desktop.ui.drafts import Key, Unfinished
    from desktop.ui.main_window import MainWindow
    from desktop.ui.views.guidance import GuidancePage

LETTER, DECISION = "letter", "decision"
"""Kinds of drafts that are no record."""


def unfinished_name(window: MainWindow, key: Key, unfinished: Unfinished) -> str:
    """An entry that was not finished: its kind, whose record, since when."""
    from desktop.ui.forms.words import table_name

    rows = window.session.patients
    owner = next((row.patient_id for row in rows if row.id == unfinished.patient), "")
    others = {LETTER: say("Letter"), DECISION: say("Decision on guidance")}
    name = others[key[0]] if key[0] in others else table_name(key[0])
    parts = (name, owner, since(unfinished))
    return ", ".join(part for part in parts if part)


def open_unfinished(window: MainWindow) -> None:
    """Open the form of the entry that was typed last and not finished."""
    session = window.session
    found = session.drafts.latest()
    if found is None or window.is_paused:
        return
    (table, owner), unfinished = found
    if unfinished.patient and unfinished.patient != session.patient_id:
        session.open_patient(unfinished.patient)
    if table == LETTER:
        session.asks.show_page.emit("documents")
    elif table == DECISION:
        _decide(window, owner)
    elif table == "patients" and unfinished.patient:
        window.patients.edit_patient()
    elif owner in ("", unfinished.patient):
        window.patients.add(table, {})
    elif session.dossier is not None:
        records: tuple[Record, ...] = getattr(session.dossier.case, table)
        for record in records:
            if record.id == owner:
                window.patients.edit_record(record)


def _decide(window: MainWindow, owner: str) -> None:
    """A decision on guidance: which deed, on which rule, stands in the draft's owner."""
    window.session.go_on()  # the guidance may still be waiting for the charts
    page = cast("GuidancePage", window.navigation.show_tab("guidance"))
    deed, rule, *_ = owner.split("|")
    page.deeds.act(rule, deed)
