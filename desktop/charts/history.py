"""The history of each mass as a chart needs it: what was seen when, between which excisions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from desktop.domain.language import say
from desktop.domain.records import ClinicalEvent, Procedure
from desktop.domain.terms import place_label
from desktop.domain.when import Span, parse_when, shown
from desktop.measures.lineage import Turn, merged_into, turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain.case import Case
    from desktop.domain.records import Mass, MassMeasurement
    from desktop.measures.values import Derived, DerivedValue


Break = tuple[Span, Procedure | ClinicalEvent | Turn]
"""What ends a series, with its place in time."""

Back = Literal["", "recurrence", "residual", "after_excision"]
"""What a volume after an excision is; ``recurrence`` also begins a recurrent mass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One look at a mass that can be placed in time: a volume in mL, or not detectable (0).

    ``how`` is the method, and only volumes of one method are comparable. ``stage`` counts
    the breaks before it (excision, drainage, ulceration, merging, division); ``back`` tells
    what the first volume after an excision is (``recurrence``), ``remark`` the same in words.
    """

    record: str
    span: Span
    when: str
    volume: float
    how: str
    stage: int
    remark: str = ""
    back: Back = ""

    @property
    def is_undetected(self) -> bool:
        """True where the mass was looked for and not found."""
        return self.volume == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MassHistory:
    """Everything a chart or a table shows about one mass.

    ``order`` is its place among the patient's masses and fixes color and symbol. ``seen`` is
    in order of time; ``without_volume`` and ``undated`` count what cannot be drawn.
    ``last_excision`` is the latest that can be placed, ``methods`` tells by record how a
    volume was computed, ``merged_into`` names the mass that this one became a part of.
    """

    mass_id: str
    place: str
    order: int
    seen: tuple[Seen, ...]
    without_volume: int
    undated: int
    last_excision: Procedure | None = None
    is_unseen_since: bool = False
    merged_into: str = ""
    methods: dict[str, str] = field(default_factory=dict)
    volumes_by_record: dict[str, float] = field(default_factory=dict)

    @property
    def volumes(self) -> tuple[Seen, ...]:
        """The looks that gave a volume."""
        return tuple(seen for seen in self.seen if not seen.is_undetected)

    @property
    def undetected(self) -> tuple[Seen, ...]:
        """The looks that found nothing."""
        return tuple(seen for seen in self.seen if seen.is_undetected)

    @property
    def latest(self) -> Seen | None:
        """The last look; None where nothing can be placed in time."""
        return self.seen[-1] if self.seen else None

    @property
    def latest_volume(self) -> float:
        """The last volume in mL, 0 where there is none."""
        return self.volumes[-1].volume if self.volumes else 0.0

    @property
    def is_removed(self) -> bool:
        """True for a mass completely excised that nobody has looked at since."""
        excision = self.last_excision
        return self.is_unseen_since and bool(excision and excision.completeness == "complete")

    @property
    def is_over(self) -> bool:
        """True for a mass that is no longer there by itself: removed, or merged into another."""
        return self.is_removed or bool(self.merged_into)

    def runs(self) -> tuple[tuple[Seen, ...], ...]:
        """What may be joined by a line: looks by one method between two breaks.

        A look by another method in between does not part them, one that found nothing does.
        In the order of their last looks.
        """
        grouped: dict[tuple[int, int, str], list[Seen]] = {}
        stretches = groupby(self.seen, key=lambda look: (look.stage, look.is_undetected))
        for at, (_, stretch) in enumerate(stretches):
            for look in stretch:
                grouped.setdefault((look.stage, at, look.how), []).append(look)
        return tuple(tuple(run) for run in sorted(grouped.values(), key=lambda r: r[-1].span))


def histories(case: Case, derived: Derived) -> tuple[MassHistory, ...]:
    """One history per mass of the case, M2 before M10, those only measured included."""
    return tuple(_told(case, derived, _names(case)))


def history_of(case: Case, derived: Derived, mass_id: str) -> MassHistory | None:
    """The history of one mass; None for a mass that the case lacks."""
    names = [(order, name) for order, name in _names(case) if name == mass_id]
    return next(_told(case, derived, names), None)


def _names(case: Case) -> list[tuple[int, str]]:
    names = {mass.mass_id for mass in case.masses}
    names |= {measurement.mass_id for measurement in case.mass_measurements}
    return list(enumerate(sorted(names, key=_natural)))


def _told(case: Case, derived: Derived, names: Sequence[tuple[int, str]]) -> Iterator[MassHistory]:
    described = {mass.mass_id: mass for mass in case.masses}
    volumes = {value.inputs[0]: value for value in derived.mass_volume if value.inputs}
    for order, mass_id in names:
        yield _history(case, mass_id, described.get(mass_id), order=order, volumes=volumes)


def _natural(mass_id: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(p), "") if p.isdigit() else (-1, p) for p in re.split(r"(\d+)", mass_id))


def _history(
    case: Case,
    mass_id: str,
    mass: Mass | None,
    *,
    order: int,
    volumes: dict[str, DerivedValue],
) -> MassHistory:
    measurements = case.measurements_of(mass_id)
    cuts = _breaks(case, mass_id, mass)
    own = {m.id: volumes[m.id] for m in measurements if m.id in volumes}
    counted = [m for m in measurements if m.id in own or m.not_detectable.strip()]
    seen = _remarked(tuple(_looks(case, counted, own, cuts)), cuts, mass_id=mass_id, mass=mass)
    excisions = [(span, cut) for span, cut in cuts if isinstance(cut, Procedure) and _is_cut(cut)]
    last = excisions[-1] if excisions else None
    return MassHistory(
        mass_id=mass_id,
        place=place_label(mass.site, mass.side) if mass and mass.site else say("site not recorded"),
        order=order,
        seen=seen,
        without_volume=len(measurements) - len(counted),
        undated=len(counted) - len(seen),
        last_excision=last[1] if last else None,
        is_unseen_since=last is not None and all(s.span.first <= last[0].last for s in seen),
        merged_into=merged_into(case, mass_id),
        methods={record: value.method for record, value in own.items()},
        volumes_by_record={record: value.value for record, value in own.items()},
    )


def _is_cut(procedure: Procedure) -> bool:
    return procedure.kind == "excision"


def _breaks(case: Case, mass_id: str, mass: Mass | None) -> list[Break]:
    """What ends a series of this mass and can be placed, oldest first."""
    found: list[tuple[str, Procedure | ClinicalEvent]] = [
        (p.when, p)
        for p in case.procedures
        if p.kind in ("excision", "drainage") and _concerns(p, mass_id, mass)
    ]
    found += [
        (event.when, event)
        for event in case.events
        if event.kind in ("drainage", "ulceration") and event.mass_id == mass_id
    ]
    placed: list[Break] = [
        (span, cut) for when, cut in found if (span := case.place(when)) is not None
    ]
    placed += [(turn.span, turn) for turn in turns(case, mass_id) if turn.span is not None]
    return sorted(placed, key=lambda pair: pair[0])


def _concerns(procedure: Procedure, mass_id: str, mass: Mass | None) -> bool:
    """True where a procedure names the mass, or no mass but its very place."""
    if procedure.mass_id.strip() or mass is None or not procedure.site.strip():
        return procedure.mass_id.strip() == mass_id
    is_same_side = not procedure.side or not mass.side or procedure.side == mass.side
    return procedure.site.strip() == mass.site.strip() and is_same_side


def _looks(
    case: Case,
    measurements: Sequence[MassMeasurement],
    volumes: dict[str, DerivedValue],
    cuts: Sequence[Break],
) -> Iterator[Seen]:
    for measurement in measurements:
        span = case.place(measurement.when)
        if span is None:
            continue
        value = volumes.get(measurement.id)
        yield Seen(
            record=measurement.id,
            span=span,
            when=shown(parse_when(measurement.when)),
            volume=value.value if value else 0.0,
            how=value.method if value else "",
            # Imaging on the day of an excision was done before it.
            stage=sum(cut.last < span.first for cut, _ in cuts),
        )


def _remarked(
    seen: Sequence[Seen], cuts: Sequence[Break], *, mass_id: str, mass: Mass | None
) -> tuple[Seen, ...]:
    """The looks with words at the first volume after an excision or of a recurrent mass."""
    marked: list[Seen] = []
    stage = 0
    for look in seen:
        back: Back = ""
        remark = ""
        if not look.is_undetected:
            if not marked and mass and mass.recurrence_of:
                source = mass.recurrence_of
                back, remark = "recurrence", _recurrent(mass_id, source)
            elif look.stage > stage:
                back = _after(cuts[stage : look.stage], was_clear=_was_clear(marked))
                remark = _said(back, mass_id)
            stage = look.stage
        marked.append(replace(look, back=back, remark=remark))
    return tuple(marked)


def _recurrent(mass_id: str, source: str) -> str:
    return say("{mass}, recurrence of {source}", mass=mass_id, source=source)


def _said(back: Back, mass_id: str) -> str:
    if back == "recurrence":
        return say("{mass} recurrence", mass=mass_id)
    if back == "residual":
        return say("{mass} residual", mass=mass_id)
    return say("{mass} after excision", mass=mass_id) if back else ""


def _was_clear(looks: Sequence[Seen]) -> bool:
    return bool(looks) and looks[-1].is_undetected


def _after(cuts: Sequence[Break], *, was_clear: bool) -> Back:
    excisions = [cut for _, cut in cuts if isinstance(cut, Procedure) and _is_cut(cut)]
    if not excisions:
        return ""
    if was_clear or excisions[-1].completeness == "complete":
        return "recurrence"
    return "residual" if excisions[-1].completeness == "incomplete" else "after_excision"
