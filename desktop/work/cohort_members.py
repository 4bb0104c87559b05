"""What a look at a whole registry needs of each patient: small, without a name, kept in memory.

Worked out by several processes, each of which opens the file for itself; only these few facts
travel. A patient who did not change since is not worked out again: ``versions_of`` tells.
"""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

import msgspec

from desktop.charts.history import histories
from desktop.db.attention import glance
from desktop.db.registry import Registry
from desktop.domain.analytes import canonical_quantity
from desktop.domain.columns import CLINICAL
from desktop.domain.language import language, say
from desktop.domain.when import DAYS_PER_YEAR
from desktop.measures.derived import derive
from desktop.measures.intervals import judge
from desktop.reports.patient_sheet import running
from desktop.reports.registry_figures import COMPLETE
from desktop.reports.wording import state_of
from desktop.work.processes import Share, results, shares_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from desktop.domain.case import Case
    from desktop.domain.records import LabResult, Treatment
    from desktop.domain.when import Span
    from desktop.measures.values import Derived

    Report = Callable[[int, int, str], None]

PHOSPHATE = "serum_phosphate"
BEFORE_DAYS = 180
"""The value before a treatment is the newest of so many days before its first day."""
AFTER_DAYS = (30, 365)
"""The value under a treatment is the newest from so many to so many days after its first day."""
NICE = 10
"""The window's own work goes first."""

KEY_ITEMS: tuple[str, ...] = tuple(COMPLETE)
"""What a complete record holds, in the order of the registry report; to be said."""


class Latest(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The latest phosphate result: mg/dL, age in years at sampling, and its verdict.

    ``value`` is None for a result that is no plain number, ``age_years`` where it is not
    known. ``verdict`` is that of ``measures.intervals.judge``: by the range for that age.
    """

    value: float | None
    age_years: float | None
    verdict: str


class Course(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One agent that a patient had, with phosphate (mg/dL) before and under its first course."""

    agent: str
    is_running: bool
    before: float | None = None
    after: float | None = None


class Member(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One patient as a count needs them; ``patient`` is our id, times are in years.

    ``age_years`` is None where it is not known or the patient died, ``followed_years`` from
    first to last record that can be placed in time. ``has`` holds the places of ``KEY_ITEMS``
    that the record has, ``masses`` the state of each mass in words that are still to be said.
    """

    patient: str
    sex: str
    diagnosis: str
    status: str
    is_dead: bool
    is_fictional: bool
    age_years: float | None
    followed_years: float | None
    has: tuple[int, ...]
    phosphate: Latest | None
    masses: tuple[str, ...]
    courses: tuple[Course, ...]


Members = list[Member]
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Members).decode


def versions_of(path: Path) -> dict[str, int]:
    """The version of each patient by our id; it grows with each change that concerns them.

    Raises UserError for a file that cannot be opened.
    """
    return dict(glance(path).versions)


def members_of(
    path: Path,
    patients: Sequence[str],
    day: date,
    *,
    report: Report,
    processes: int = 0,
) -> Iterator[Members]:
    """The facts of these patients as of ``day``, in shares as they are done.

    ``report`` is called after each share and may raise, such as Cancelled: shares not begun
    are then dropped. Raises UserError for a file that cannot be opened.
    """
    shares = shares_of(path, patients, as_of=day, language=language())
    done, text = 0, say("Counting patients")
    report(done, len(patients), text)
    with closing(results(_encoded, shares, processes=processes)) as counted:
        for share, encoded in zip(shares, counted, strict=True):
            yield _decode(encoded)
            done += len(share.patients)
            report(done, len(patients), text)


def _encoded(share: Share) -> bytes:
    _step_back()
    with Registry.open(share.path) as registry:
        known = set(registry.ids().values())
        cases = (registry.case(one, share.as_of) for one in share.patients if one in known)
        return _encode([member(case, derive(case)) for case in cases])


def _step_back() -> None:
    """In a process of its own: behind the window's own work."""
    from multiprocessing import parent_process

    if parent_process() is not None and hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, 0, NICE)


def member(case: Case, derived: Derived) -> Member:
    """The facts of one patient."""
    patient = case.patient
    is_dead = bool(patient.death_when.strip())
    age = None if is_dead else case.age_today
    growth = {one.mass_id: one for one in derived.mass_growth}
    return Member(
        patient=patient.id,
        sex=patient.sex,
        diagnosis=patient.diagnosis,
        status=patient.diagnosis_status,
        is_dead=is_dead,
        is_fictional=case.is_fictional,
        age_years=age.first / DAYS_PER_YEAR if age else None,
        followed_years=_followed(case),
        has=tuple(n for n, text in enumerate(KEY_ITEMS) if COMPLETE[text](case)),
        phosphate=_latest(case),
        masses=tuple(state_of(mass, growth.get(mass.mass_id)) for mass in histories(case, derived)),
        courses=tuple(_courses(case)),
    )


def _followed(case: Case) -> float | None:
    """Years from the first to the last record of the past; ages count as dates do."""
    today = case.place(case.as_of.isoformat())
    spans: list[Span] = []
    for table in CLINICAL:
        for record in getattr(case, table.name):
            when = getattr(record, "when", "") or getattr(record, "start_when", "")
            span = case.place(when) if when else None
            if span is not None and (today is None or span.first <= today.last):
                spans.append(span)
    if not spans:
        return None
    first, last = min(one.middle for one in spans), max(one.middle for one in spans)
    return (last - first) / DAYS_PER_YEAR


def _latest(case: Case) -> Latest | None:
    """The latest result that has a time; one without, where no other is there."""
    found = case.labs_of(PHOSPHATE)
    if not found:
        return None
    lab = next((one for one in reversed(found) if case.place(one.when)), found[-1])
    age = case.age(lab.when) if lab.when.strip() else None
    return Latest(
        value=_plain(lab),
        age_years=age.middle / DAYS_PER_YEAR if age else None,
        verdict=judge(lab, case).verdict,
    )


def _plain(lab: LabResult) -> float | None:
    quantity = canonical_quantity(lab)
    return quantity.value if quantity is not None and not quantity.comparator else None


def _courses(case: Case) -> Iterator[Course]:
    """One for each agent: the first course decides about before and under it."""
    runs = {treatment.agent for treatment in running(case)}
    values = [
        (span.middle, value)
        for lab in case.labs_of(PHOSPHATE)
        if (span := case.place(lab.when)) is not None and (value := _plain(lab)) is not None
    ]
    first: dict[str, Treatment] = {}
    for treatment in sorted(case.treatments, key=lambda one: case.order(one.start_when)):
        first.setdefault(treatment.agent, treatment)
    for agent, treatment in first.items():
        before, after = _around(case, treatment, values)
        yield Course(agent=agent, is_running=agent in runs, before=before, after=after)


def _around(
    case: Case, treatment: Treatment, values: Sequence[tuple[float, float]]
) -> tuple[float | None, float | None]:
    """Phosphate before and under a course; both None where its first day is not known."""
    start, stop = case.place(treatment.start_when), case.place(treatment.stop_when)
    if start is None or start.width > AFTER_DAYS[0]:
        return None, None
    end = stop.last if stop else float("inf")
    before = [value for day, value in values if start.first - BEFORE_DAYS <= day <= start.first]
    after = [
        value
        for day, value in values
        if start.last + AFTER_DAYS[0] <= day <= min(start.last + AFTER_DAYS[1], end)
    ]
    return (before[-1] if before else None), (after[-1] if after else None)


def up_to_date(
    known: Mapping[str, tuple[int, date]], versions: Mapping[str, int], day: date
) -> list[str]:
    """The patients of ``versions`` that are not known as they are now, as of ``day``."""
    return [own for own, version in versions.items() if known.get(own) != (version, day)]
