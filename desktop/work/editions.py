"""Assessments kept with their edition, and what changed since: the record or the rules."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import msgspec

from desktop.domain import records as r
from desktop.domain.errors import UserError
from desktop.domain.language import language, say
from desktop.guidance.assess import reckon
from desktop.guidance.attempts import Attempts
from desktop.guidance.comparing import Basis, Told, basis_of, changes
from desktop.guidance.encode import to_json
from desktop.guidance.texts import in_language
from desktop.work.silence import now

if TYPE_CHECKING:
    from desktop.db.registry import Registry
    from desktop.domain.case import Case
    from desktop.guidance.assessment import Assessment
    from desktop.guidance.changed import Changes
    from desktop.guidance.dossier import Dossier
    from desktop.guidance.facts import Facts
    from desktop.guidance.loader import Pack


class _Candidate(msgspec.Struct):
    disorder: str
    cause: str | None
    standing: str


class _Alert(msgspec.Struct):
    id: str
    short: str
    cleared: bool = False


class _Advice(msgspec.Struct):
    id: str
    action: str


class _Content(msgspec.Struct):
    """The part of a stored assessment that is compared."""

    differential: list[_Candidate]
    alerts: list[_Alert]
    management: list[_Advice]


def store_assessment(registry: Registry, dossier: Dossier, *, who: str = "") -> r.StoredAssessment:
    """Keeps today's assessment of a patient with its edition and what it rested on.

    It is one step of its own, and can be undone. ``who`` is by default the registry's.
    """
    stored = assessment_record(dossier, who=who or registry.who, when=now())
    registry.change(say("Store the assessment"), lambda edit: edit.put(stored))
    return stored


def assessment_record(dossier: Dossier, *, who: str, when: str) -> r.StoredAssessment:
    """The record of an assessment; it is not yet written. ``when`` is an ISO date-time."""
    case, assessment = dossier.case, dossier.assessment
    pack, facts = _reckoned(dossier)
    basis = basis_of(case, facts, assessment, pack)
    return r.StoredAssessment(
        patient=case.patient.id,
        when=when,
        guidance_version=assessment.guidance_version,
        who=who,
        content=msgspec.json.encode(to_json(assessment)).decode(),
        facts=msgspec.json.encode(basis).decode(),
    )


def _reckoned(dossier: Dossier) -> tuple[Pack, Facts]:
    pack = in_language(dossier.pack.valid_on(dossier.case.as_of), language())
    return pack, reckon(dossier.case, dossier.derived, pack, Attempts()).facts


def last_stored(case: Case) -> r.StoredAssessment | None:
    """The assessment of a patient that was stored last; None if none was."""
    return max(case.assessments, key=lambda row: row.when, default=None)


def compare(stored: r.StoredAssessment, dossier: Dossier) -> Changes:
    """What changed since an assessment was stored, and why.

    Raises UserError where what was stored cannot be read.
    """
    try:
        content = msgspec.json.decode(stored.content, type=_Content)
        basis = msgspec.json.decode(stored.facts, type=Basis)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise UserError(
            say("The assessment stored on {when} cannot be compared.", when=stored.when[:10]),
            kept=say("It is kept as it is."),
            remedy=say("Store a new one, and compare with that from now on."),
        ) from error
    pack, facts = _reckoned(dossier)
    return changes(
        _told(content),
        basis,
        since=stored.when,
        edition=stored.guidance_version,
        case=dossier.case,
        now=dossier.assessment,
        facts=facts,
        pack=pack,
    )


def _told(content: _Content) -> Told:
    return Told(
        {
            f"{one.disorder}.{one.cause}" if one.cause else one.disorder: one.standing
            for one in content.differential
        },
        {
            alert.id: alert.short
            for alert in content.alerts
            if not alert.cleared and not alert.id.startswith("failed.")
        },
        {advice.id: advice.action for advice in content.management},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Today's assessment, with what changed since one that was stored and whether it is now.

    ``changes`` is None where nothing was stored before, or nobody asked.
    """

    assessment: Assessment
    changes: Changes | None
    compares: bool
    stored: r.StoredAssessment | None

    def as_json(self) -> dict[str, object]:
        """The object of ``assess --json`` with ``changed_since`` and ``stored``."""
        content: dict[str, object] = to_json(self.assessment)
        if self.compares:
            content["changed_since"] = asdict(self.changes) if self.changes else None
        if self.stored is not None:
            content["stored"] = {"id": self.stored.id, "when": self.stored.when}
        return content

    def as_text(self) -> str:
        """What changed, and that it was stored, in lines for people."""
        lines = []
        if self.changes is not None:
            lines.append(changes_text(self.changes))
        elif self.compares:
            lines.append(say("No earlier assessment is stored."))
        if self.stored is not None:
            lines.append(say("Stored: {when}", when=self.stored.when))
        return "\n".join(lines)


def beside_stored(registry: Registry, dossier: Dossier, *, store: bool, compares: bool) -> Beside:
    """Today's assessment beside the one stored last; kept too where ``store`` asks for it.

    Raises UserError where what was stored cannot be read.
    """
    last = last_stored(dossier.case) if compares else None
    return Beside(
        assessment=dossier.assessment,
        changes=compare(last, dossier) if last else None,
        compares=compares,
        stored=store_assessment(registry, dossier) if store else None,
    )


def changes_text(found: Changes) -> str:
    """What changed in lines for people, with the reason of each."""
    when = found.since[:10]
    lines = [say("Since {when} (guidance {edition}):", when=when, edition=found.edition_then)]
    if found.edition_now != found.edition_then:
        lines.append("  " + say("The guidance is now {edition}.", edition=found.edition_now))
    elif found.has_other_rules:
        lines.append("  " + say("Rules of the same edition were worded anew."))
    if found.is_empty:
        lines.append("  " + say("Nothing is told otherwise."))
    for item in found.items:
        why = ", ".join(_REASONS[reason]() for reason in item.because)
        change = _changed(item.before, item.after)
        lines.append(
            "  " + say("{what}: {change} (why: {why})", what=item.text, change=change, why=why)
        )
    for record in found.records:
        text = record.text or record.record
        lines.append(
            "  " + say("{change}: {record}", change=_RECORDS[record.change](), record=text)
        )
    if found.facts and not found.records and not found.has_other_rules:
        lines.append("  " + say("The record is as it was; time has passed."))
    return "\n".join(lines)


def _changed(before: str, after: str) -> str:
    if after == "reworded":
        return say("worded anew")
    if "shown" in (before, after):
        return say("new") if after else say("no longer told")
    return say("{before}, now {after}", before=before or "–", after=after)


_REASONS = {"data": lambda: say("the record"), "rules": lambda: say("the rules")}
_RECORDS = {
    "added": lambda: say("Added"),
    "changed": lambda: say("Changed"),
    "removed": lambda: say("Removed"),
}
