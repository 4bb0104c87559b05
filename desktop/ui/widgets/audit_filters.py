"""What the audit is narrowed by: words, kind, person, days."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.audit import KIND_WORDS, KINDS
from desktop.domain.language import say
from desktop.ui.forms.editors import ChoiceEditor
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.history_filters import day_in, fill_choice, filter_field
from desktop.work.audit_export import Narrowed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

TYPING_MS = 250


class AuditFilters(QWidget):
    """``changed`` tells, after a pause of typing, that another narrowing is wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_filling = False
        self.text = filter_field(say("Search the audit"), say("Search the audit by words"))
        kinds = [(kind, say(KIND_WORDS[kind])) for kind in KINDS]
        self.kind = ChoiceEditor([("", say("All kinds")), *kinds])
        self.kind.setAccessibleName(say("Kind of entry"))
        self.who = ChoiceEditor([("", say("Everybody"))])
        self.who.setAccessibleName(say("Person"))
        self.first = filter_field(say("From day"), say("From this day on, such as 3/2026 or -2w"))
        self.last = filter_field(say("Until day"), say("Until this day, such as today"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TYPING_MS)
        self._soon.timeout.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(8)
        row.addWidget(self.text, 2)
        for part in (self.kind, self.who, self.first, self.last):
            row.addWidget(part, 1)
        for field in (self.text, self.first, self.last):
            field.textChanged.connect(self._tell)
        for choice in (self.kind, self.who):
            choice.edited.connect(self._tell)
        self._fit()
        theme_signals.changed.connect(self._fit)

    def _fit(self) -> None:
        for part, most in ((self.kind, 180), (self.who, 180), (self.first, 124), (self.last, 124)):
            part.setMinimumWidth(theme().px(78))
            part.setMaximumWidth(theme().px(most))

    def _tell(self) -> None:
        if not self._is_filling:
            self._soon.start()

    def offer_people(self, people: Iterable[str]) -> None:
        """Offer these persons; the one that was chosen stays chosen."""
        known = [self.who.itemData(place) for place in range(1, self.who.count())]
        names = sorted({*known, *people}, key=str.casefold)
        if names != known:
            self._is_filling = True
            fill_choice(self.who, [("", say("Everybody")), *((name, name) for name in names)])
            self._is_filling = False

    def reset(self) -> None:
        """Narrow nothing and know nobody, for another registry."""
        self._is_filling = True
        for field in (self.text, self.first, self.last):
            field.clear()
        self.kind.setCurrentIndex(0)
        fill_choice(self.who, [("", say("Everybody"))])
        self._is_filling = False

    def narrowed(self) -> Narrowed:
        """What is looked for; a day that cannot be read is marked and ignored."""
        first, last = day_in(self.first, is_last=False), day_in(self.last, is_last=True)
        kind = self.kind.typed()
        return Narrowed(
            search=self.text.text().strip(),
            kinds=tuple(one for one in KINDS if one == kind),
            who=self.who.typed(),
            since=_begin(first) if first else "",
            until=_begin(last + timedelta(days=1)) if last else "",
        )


def _begin(day: date) -> str:
    """When a day begins here, as the audit writes times."""
    midnight = datetime.combine(day, time()).astimezone()
    return midnight.astimezone(UTC).isoformat(timespec="milliseconds")
