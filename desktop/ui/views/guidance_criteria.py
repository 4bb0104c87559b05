"""The card in the middle of the guidance page: criteria of a disorder, and what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.language import say
from desktop.ui.models.alerts import SHOW_RECORD
from desktop.ui.models.entries import Action, Entry, Line
from desktop.ui.sources import KIND_WORDS
from desktop.ui.widgets.basics import Card, rule
from desktop.ui.widgets.card import elided_hint
from desktop.ui.widgets.criteria_table import CriteriaTable
from desktop.ui.widgets.entry_list import EntryList
from desktop.ui.widgets.fit_list import STANDING_WORDS, counts_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.case import Case
    from desktop.guidance.assessment import Candidate, Criterion
    from desktop.ui.models.evidence import Proof
    from desktop.ui.sources import Source

MOST_STRIP, MOST_COMPACT = 112, 78
"""Higher, and the texts of the sources would push the criteria off a small screen."""


class CriteriaCard(Card):
    """``followed`` carries the criterion whose link to the record was taken, with its proofs."""

    followed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__("")
        self.table = CriteriaTable()
        self.criteria = self.table.criteria
        self.counts = elided_hint(self)
        self.strip = EntryList(say("What this rests on"), most=MOST_STRIP)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(rule())
        self.body.addWidget(self.strip)
        self.table.row_chosen.connect(self._show_sources)
        self.table.followed.connect(self._follow)

    def show_candidate(self, candidate: Candidate, case: Case) -> None:
        """Show the criteria of a disorder; the row that was chosen stays chosen."""
        row = self.table.currentIndex().row()
        kept = self.criteria.criteria[row].id if 0 <= row < len(self.criteria.criteria) else ""
        self.title.setText(candidate.name)
        standing = say(STANDING_WORDS[candidate.standing])
        counts = counts_text(candidate)
        self.counts.show_text(say("{standing}: {counts}", standing=standing, counts=counts))
        self.criteria.show_criteria(candidate.criteria, case)
        self.table.fit()
        ids = [criterion.id for criterion in candidate.criteria]
        self.table.selectRow(ids.index(kept) if kept in ids else 0)
        self._show_sources(self.table.currentIndex().row())

    def compact(self, is_compact: bool) -> None:
        """Leave the criteria more room in a small window."""
        self.strip.set_most(MOST_COMPACT if is_compact else MOST_STRIP)

    def show_nothing(self, words: str) -> None:
        """No criteria, but perhaps a word about why."""
        self.criteria.show_criteria(())
        self.title.setText(words)
        self.counts.show_text("")
        self.strip.show_entries(())

    def show_sources_of(self, key: str, sources: Sequence[Source]) -> None:
        """Show what something outside the table rests on."""
        self.table.clearSelection()
        self.strip.show_entries([_source_entry(key, one) for one in sources])

    def _show_sources(self, row: int) -> None:
        if not 0 <= row < len(self.criteria.criteria):
            self.strip.show_entries(())
            return
        proofs = self.criteria.proofs(row)
        rests_on = self.criteria.sources(row)
        entries = [_source_entry(self.criteria.criteria[row].id, one) for one in rests_on]
        entries += [_proof_entry(proof) for proof in proofs] if len(proofs) > 1 else []
        self.strip.show_entries(entries)

    def _follow(self, row: int) -> None:
        criterion: Criterion = self.criteria.criteria[row]
        self.followed.emit(criterion, self.criteria.proofs(row))


def _proof_entry(proof: Proof) -> Entry:
    link = Action(SHOW_RECORD, proof.when or say("Show"))
    actions = (link,) if proof.record else ()
    return Entry(key=proof.record, title=proof.undated, is_light=True, is_row=True, actions=actions)


def _source_entry(key: str, one: Source) -> Entry:
    """A source in our own words; a superseded statement says so, and what holds now."""
    kind = say("{kind}:", kind=say(KIND_WORDS[one.kind]).capitalize())
    lines = [Line(one.text, "ink", lead=kind)]
    if one.remark:
        lead = say("Superseded.") if one.is_superseded else say("Later:")
        lines.append(Line(one.remark, "warn" if one.is_superseded else "ink2", lead=lead))
    return Entry(
        key=f"{key}/{one.key}",
        title="",
        mark=one,
        lines=tuple(lines),
        ground="told",
    )
