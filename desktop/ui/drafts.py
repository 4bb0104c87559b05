"""What was typed into forms and not saved: kept in the registry file, so that a crash loses none.

A draft is written a second after the last letter, and goes when its entry is saved or given up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.db.registry import Registry

Key = tuple[str, str]
"""Which form: its table, and the record or the patient that it is about; ``""`` for a new one."""

PAUSE_MS = 1000


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What was typed, by field, since when, and in whose record (our id; empty for nobody's)."""

    typed: Mapping[str, str]
    at: datetime
    patient: str = ""


def since(unfinished: Unfinished) -> str:
    """When an entry was typed: the time for one of today, else with the day."""
    at = unfinished.at
    if at.date() == datetime.now().astimezone().date():
        return f"{at:%H:%M}"
    from desktop.domain.when import shown_day  # not needed for the window's first paint

    return f"{shown_day(at.date())} {at:%H:%M}"


class Drafts(QObject):
    """The unfinished entries of the open registry; ``changed`` tells when one comes or goes."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._registry: Registry | None = None
        self._kept: dict[Key, Unfinished] = {}
        self._waiting: set[Key] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.write)

    def __len__(self) -> int:
        """How many entries are unfinished."""
        return len(self._kept)

    def latest(self) -> tuple[Key, Unfinished] | None:
        """The entry that was typed last."""
        return max(self._kept.items(), key=lambda one: one[1].at, default=None)

    def of(self, key: Key) -> Unfinished | None:
        """What was typed into this form and not finished."""
        return self._kept.get(key)

    def keep(self, key: Key, typed: Mapping[str, str], *, patient: str = "") -> None:
        """Keep what stands in a form; it is in the file about a second later."""
        if not typed:
            self.drop(key)
            return
        is_new = key not in self._kept
        self._kept[key] = Unfinished(dict(typed), datetime.now().astimezone(), patient)
        self._waiting.add(key)
        self._soon.start(PAUSE_MS)
        if is_new:
            self.changed.emit()

    def drop(self, key: Key) -> None:
        """Forget an entry: it was saved, or given up."""
        if self._kept.pop(key, None) is not None:
            self._waiting.add(key)
            self.write()
            self.changed.emit()

    def forget_patient(self, patient: str) -> None:
        """Forget every entry about somebody who was erased, here and in the file."""
        for key in [key for key, kept in self._kept.items() if kept.patient == patient]:
            self.drop(key)

    def clear(self) -> None:
        """Forget all of them here, not in the file."""
        self._kept.clear()
        self._waiting.clear()

    def open(self, registry: Registry | None) -> None:
        """Take up what was left unfinished in another registry file; None closes."""
        self.write()
        self.clear()
        self._registry = registry
        for draft in registry.drafts() if registry else ():
            table, _, owner = draft.key.partition(":")
            at = datetime.fromisoformat(draft.at).astimezone()
            self._kept[(table, owner)] = Unfinished(draft.cells, at, draft.patient)
        self.changed.emit()

    def write(self) -> None:
        """Bring the file in line with what is kept here.

        Where another program is writing, the next pause of typing tries again.
        """
        self._soon.stop()
        if self._registry is None:
            self._waiting.clear()
            return
        for key in list(self._waiting):
            try:
                self._write_one(self._registry, key)
            except UserError:
                continue
            self._waiting.discard(key)

    def _write_one(self, registry: Registry, key: Key) -> None:
        from desktop.db.drafts import Draft  # the registry is open: it was imported

        table, owner = key
        name = f"{table}:{owner}"
        kept = self._kept.get(key)
        if kept is None:
            registry.drop_draft(name)
            return
        draft = Draft(
            key=name,
            patient=kept.patient,
            kind=table,
            cells=dict(kept.typed),
            who=registry.who,
            at=kept.at.astimezone(UTC).isoformat(timespec="seconds"),
        )
        registry.keep_draft(draft)
