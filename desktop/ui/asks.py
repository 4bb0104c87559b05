"""What a page asks of the window: a command, a form, another page, another patient.

Pages do not know the window or each other. They ask here, and the window answers.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Asks(QObject):
    """One signal for each kind of wish; ``session.asks`` is the one of the window."""

    command = Signal(str)
    """Run the action of this name (``ui/actions.py``)."""
    add = Signal(str, object)
    """Open the form that adds a record: name of the table, cells it begins with (a dict)."""
    edit = Signal(object)
    """Open the form that changes this record."""
    remove = Signal(object)
    """Remove this record, with undo."""
    show_record = Signal(str)
    """Show the record with this id where it belongs: a result in Labs, a mass in Masses."""
    show_analyte = Signal(str)
    """Show the row of this analyte in Labs."""
    show_page = Signal(str)
    """Show the page of the open patient with this name."""
    open_patient = Signal(str, str)
    """Open a patient by internal id on the page with this name (empty: the one shown)."""
    open_registry = Signal(object)
    """Work on the registry at this path from now on."""
    export_listed = Signal(object)
    """Show the export, of these patients (our ids) to begin with."""
    run = Signal(object)
    """Run this task with its progress in the status row."""
    while_closed = Signal(str, object, object)
    """Close the registry for a job on its file, then open it again: what is said meanwhile, the
    job (it gets the path and a report of progress), and what takes its result, or None."""
    note = Signal(str)
    """Show a short sentence in the status row."""
    show_code = Signal(str)
    """Show the recovery code of the open registry, once."""
    lock_time = Signal()
    """Lock after another time without use: it stands in the settings."""
