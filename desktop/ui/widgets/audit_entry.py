"""One entry of the audit in full: every field that it has, to be read and copied."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.audit import KIND_WORDS
from desktop.domain.language import say
from desktop.ui.models.audit import role_words
from desktop.ui.models.history import moment
from desktop.ui.widgets.basics import Card, clear, label

if TYPE_CHECKING:
    from desktop.domain.audit import AuditRow


class AuditEntry(QWidget):
    """Shows an entry, or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._card = Card(say("Entry"), icon="info-circle")
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(12, 10, 12, 10)
        self._rows.setSpacing(2)
        self._card.body.addLayout(self._rows)
        self._card.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def show_row(self, row: AuditRow | None) -> None:
        """Show an entry; nothing for None."""
        clear(self._rows)
        if row is None:
            return
        for name, text in _fields(row):
            if text:
                value = label(text, wrap=True)
                value.setTextInteractionFlags(
                    Qt.TextInteractionFlag.TextSelectableByMouse
                    | Qt.TextInteractionFlag.TextSelectableByKeyboard
                )
                value.setAccessibleName(f"{name}: {text}")
                self._rows.addWidget(label(name, "caption"))
                self._rows.addWidget(value)
                self._rows.addSpacing(6)


def _fields(row: AuditRow) -> list[tuple[str, str]]:
    fields = [
        (say("What"), row.what),
        (say("Reason"), row.reason),
        (say("Kind"), say(KIND_WORDS[row.kind])),
        (say("When"), f"{moment(row.at)}\n{say('{time} UTC', time=row.at)}"),
        (say("By"), row.who),
        (say("Role"), role_words(row.role)),
        (say("Patient"), row.patient_id),
        (say("Number"), f"{row.seq}"),
        (say("Session"), row.session),
        (say("Program version"), row.program),
    ]
    return [*fields, (say("Details"), _details(row))]


def _details(row: AuditRow) -> str:
    lines = []
    for name, value in row.details.items():
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        lines.append(f"{name}: {text}")
    return "\n".join(lines)
