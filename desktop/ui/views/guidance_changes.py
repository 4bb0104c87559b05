"""What changed since the last assessment that was stored: by the data, or by the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.domain.errors import UserError
from desktop.domain.language import mark, say, say_count
from desktop.domain.when import parse_when, shown
from desktop.ui.models.alerts import SHOW_RECORD
from desktop.ui.models.entries import Action, Entry, Line
from desktop.ui.widgets.basics import Card, button, label
from desktop.ui.widgets.entry_list import EntryList
from desktop.ui.widgets.fit_list import STANDING_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.records import StoredAssessment
    from desktop.guidance.changed import ChangedItem, ChangedRecord, Changes
    from desktop.guidance.dossier import Dossier
    from desktop.ui.session import Session

MOST_RECORDS = 12
_CAUSES: Mapping[tuple[str, ...], str] = {
    ("data",): mark("by the data"),
    ("rules",): mark("by the rules"),
    ("data", "rules"): mark("by data and rules"),
}
_KINDS: Mapping[str, str] = {
    "standing": mark("Standing"),
    "alert": mark("Alert"),
    "advice": mark("Advice"),
    "test": mark("Test"),
}
_RECORD_CHANGES: Mapping[str, str] = {
    "added": mark("Added"),
    "changed": mark("Changed"),
    "removed": mark("Removed"),
}


class ChangesCard(Card):
    """The edition in use, the assessment stored last, and what is different now."""

    store_wanted = Signal()
    compared = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(say("Since the last visit"), icon="history")
        self._session = session
        self.list = EntryList(say("What changed since the stored assessment"))
        self.store_button = button(say("Store this assessment"), "header", icon="download")
        self.store_button.clicked.connect(self.store_wanted)
        self.edition = label("", "hint", wrap=True)
        self.edition.setContentsMargins(12, 8, 12, 8)
        self.body.addWidget(self.edition)
        self.body.addWidget(self.list)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 12, 10)
        foot.addWidget(self.store_button)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.changes: Changes | None = None
        self._dossier: Dossier | None = None
        self._stored: StoredAssessment | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._compare)

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show the edition now; the comparison follows after the next paint."""
        self._soon.stop()
        self._dossier, self.changes = dossier, None
        self.list.show_entries(())
        if dossier is None:
            return
        from desktop.work.editions import last_stored

        self._stored = last_stored(dossier.case)
        self._tell("")
        if self._stored is not None:
            self._soon.start(0)

    def _compare(self) -> None:
        """Both are assessed once more, which takes as long as an assessment each."""
        if self._dossier is None or self._stored is None:
            return
        from desktop.work.editions import compare

        refused = ""
        try:
            self.changes = compare(self._stored, self._dossier)
        except UserError as error:
            refused = str(error)
        self._tell(refused)
        self.list.show_entries(_entries(self.changes) if self.changes else ())
        self.compared.emit()

    def _tell(self, refused: str) -> None:
        if self._dossier is None:
            return
        version = self._dossier.assessment.guidance_version
        parts = [say("Guidance {edition}.", edition=version)]
        if self._stored is None:
            parts.append(say("No assessment was stored yet."))
        else:
            told = say(
                "Stored {day} with edition {then} by {who}.",
                day=shown(parse_when(self._stored.when)),
                then=self._stored.guidance_version,
                who=self._stored.who or say("somebody"),
            )
            parts += [told, self.summary(), refused]
        self.edition.setText(" ".join(filter(None, parts)))

    def summary(self) -> str:
        """How much changed, and by what, in one sentence; empty without a stored assessment."""
        if self.changes is None:
            return ""
        if self.changes.is_empty:
            return say("Nothing changed since.")
        by_rules = sum("rules" in item.because for item in self.changes.items)
        by_data = len(self.changes.items) - by_rules
        parts = []
        if by_data:
            parts.append(say_count(by_data, "{n} change by the data.", "{n} changes by the data."))
        if by_rules:
            told = say_count(by_rules, "{n} change by the rules.", "{n} changes by the rules.")
            parts.append(told)
        return " ".join(parts)

    @property
    def are_rules_different(self) -> bool:
        """True where the stored assessment rests on other rules."""
        return self.changes is not None and self.changes.has_other_rules


def _entries(changes: Changes) -> list[Entry]:
    found = [_item(item) for item in changes.items]
    found += [_record(record) for record in changes.records[:MOST_RECORDS]]
    more = len(changes.records) - MOST_RECORDS
    if more > 0:
        title = say_count(more, "{n} more record", "{n} more records")
        found.append(Entry(key="more", title=title, is_light=True))
    return found


def _item(item: ChangedItem) -> Entry:
    cause = say(_CAUSES[tuple(sorted(item.because))]) if item.because else ""
    is_standing = item.kind == "standing"
    return Entry(
        key=f"{item.kind}:{item.id}",
        title=item.text,
        icon="rotate" if "rules" in item.because else "table",
        is_light=not is_standing,
        lines=(
            Line(_change(item), lead=say("{kind}:", kind=say(_KINDS[item.kind]))),
            Line(cause, "ink3", is_italic=True),
        ),
    )


def _change(item: ChangedItem) -> str:
    if item.kind == "standing":
        then, now = _standing(item.before), _standing(item.after)
        return say("{before}, now {after}", before=then, after=now)
    if item.after == "reworded":
        return say("worded anew")
    return say("new") if item.after else say("no longer told")


def _standing(standing: str) -> str:
    words: dict[str, str] = {key: say(word).lower() for key, word in STANDING_WORDS.items()}
    return words.get(standing, standing or say("not listed"))


def _record(record: ChangedRecord) -> Entry:
    is_gone = record.change == "removed"
    return Entry(
        key=record.record.partition(":")[2],
        title=record.text or record.record,
        icon="notes",
        ink="ink3",
        is_light=True,
        lines=(Line(say(_RECORD_CHANGES[record.change]), "ink3"),),
        actions=() if is_gone else (Action(SHOW_RECORD, say("Show record")),),
    )
