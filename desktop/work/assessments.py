"""The guidance applied to every patient of a registry, by several processes at once."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import msgspec

from desktop.db.registry import Registry
from desktop.domain.columns import CLINICAL
from desktop.domain.errors import UserError
from desktop.domain.language import language, say, use_language
from desktop.guidance.assess import assess, assess_briefly
from desktop.guidance.clinic import pack_for
from desktop.guidance.encode import to_json
from desktop.measures.derived import derive
from desktop.work.processes import Share, results, shares_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from desktop.domain.case import Case
    from desktop.guidance.assessment import Assessment

_Row = TypeVar("_Row")

_UNUSED = frozenset(["sources", "targets", "consents", "assessments", "worklist_marks"])
_TABLES = tuple(table for table in CLINICAL if table.name not in _UNUSED)
"""What measures and guidance rest on, with what was set aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The part of an assessment that a list of patients needs.

    ``standings`` holds every disorder that is at least possible, the leading one first, by its
    key; ``alerts`` the ids of the alerts with their severity, without those set aside or
    cleared; ``overdue`` the ids of monitoring that is overdue; ``failures`` what could not be
    worked out.
    """

    patient: str
    patient_id: str
    guidance_version: str
    standings: dict[str, str]
    alerts: dict[str, str]
    overdue: tuple[str, ...]
    failures: tuple[str, ...]


def unreported(_done: int, _total: int, _text: str) -> None:
    """Report progress to nobody."""


def assess_all(
    path: Path,
    *,
    as_of: date | None = None,
    processes: int = 0,
    report: Callable[[int, int, str], None] = unreported,
) -> Iterator[Outline]:
    """The outline of every patient's assessment, in the order in which they came in.

    ``as_of`` is the day of looking, by default today; ``processes`` by default one for each
    core. Raises UserError for a file that cannot be opened, and whatever ``report`` raises,
    such as Cancelled; tasks not begun are then dropped.
    """
    yield from _of_all(path, _outlines, (), as_of=as_of, processes=processes, report=report)


def assessments_as_json(
    path: Path,
    wanted: Sequence[str] = (),
    *,
    as_of: date | None = None,
    processes: int = 0,
    report: Callable[[int, int, str], None] = unreported,
) -> Iterator[bytes]:
    """The whole assessment of every patient, or of those with these registry IDs, as JSON.

    One object at a time, so that a registry of any size can be written out as it goes. Raises
    as ``assess_all``, and UserError for an ID that the registry lacks.
    """
    yield from _of_all(path, _encoded, wanted, as_of=as_of, processes=processes, report=report)


def _of_all(
    path: Path,
    task: Callable[[Share], list[_Row]],
    wanted: Sequence[str],
    *,
    as_of: date | None,
    processes: int,
    report: Callable[[int, int, str], None],
) -> Iterator[_Row]:
    day = as_of or datetime.now(UTC).astimezone().date()
    # Kept open to the end: else each process that closes the file would fold its log in.
    with Registry.open(path) as registry:
        patients = chosen(registry, wanted)
        shares = shares_of(path, patients, as_of=day, language=language())
        done, text = 0, say("Applying the guidance")
        report(done, len(patients), text)
        with closing(results(task, shares, processes=processes)) as found:
            for share, rows in zip(shares, found, strict=True):
                yield from rows
                done += len(share.patients)
                report(done, len(patients), text)


def chosen(registry: Registry, wanted: Sequence[str]) -> list[str]:
    """Our ids of the patients with these registry IDs, or of all; UserError for an unknown one."""
    known = registry.ids()
    missing = [patient_id for patient_id in wanted if patient_id.strip() not in known]
    if missing:
        raise UserError(
            say(
                "There is no patient {ids} in {file}.",
                ids=", ".join(missing),
                file=registry.path.name,
            ),
            remedy=say("`list` shows the registry IDs."),
        )
    return [known[name.strip()] for name in wanted] if wanted else list(known.values())


def _cases(share: Share) -> Iterator[Case]:
    """The cases of one share; a patient removed since the list was made is left out."""
    use_language(share.language)
    with Registry.open(share.path) as registry:
        known = set(registry.ids().values())
        for patient in share.patients:
            if patient in known:
                yield registry.case(patient, share.as_of, tables=_TABLES)


def _encoded(share: Share) -> list[bytes]:
    pack = pack_for(share.path)
    found = (assess(case, derive(case), pack=pack) for case in _cases(share))
    return [msgspec.json.encode(to_json(one)) for one in found]


def _outlines(share: Share) -> list[Outline]:
    pack = pack_for(share.path)
    return [
        outline(case.patient.id, assess_briefly(case, derive(case), pack=pack))
        for case in _cases(share)
    ]


def outline(patient: str, assessment: Assessment) -> Outline:
    """The outline of one assessment; ``patient`` is our id."""
    standing: dict[str, str] = {
        f"{one.disorder}.{one.cause}" if one.cause else one.disorder: one.standing
        for one in assessment.differential
        if one.standing in ("established", "probable", "possible")
    }
    return Outline(
        patient=patient,
        patient_id=assessment.patient_id,
        guidance_version=assessment.guidance_version,
        standings=standing,
        alerts={a.id: a.severity for a in assessment.alerts if not (a.silenced or a.cleared)},
        overdue=tuple(item.id for item in assessment.monitoring if item.is_overdue),
        failures=tuple(failure.rule for failure in assessment.failures),
    )
