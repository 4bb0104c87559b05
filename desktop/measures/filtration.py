"""Estimated filtration rate of a case: the equation for the age, the height for children."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from desktop.domain.analytes import number
from desktop.domain.language import mark, say
from desktop.domain.when import DAYS_PER_YEAR
from desktop.measures import kidney
from desktop.measures.ages import age_in_years
from desktop.measures.occasions import turned
from desktop.measures.refusal import Refused
from desktop.measures.values import DerivedValue
from desktop.measures.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.case import Case
    from desktop.domain.when import Span
    from desktop.measures.occasions import Entry, Reading

ADULT = 18.0
LAST_U25 = 25.0
WIDEST_AGE = 2.0
"""Years of doubt about the age beyond which no estimate is given."""

_HEIGHT_REACH = ((3.0, 91.0), (ADULT, 183.0), (math.inf, 2 * DAYS_PER_YEAR))
"""Up to which age (years) a height serves for how many days: growing children change (ours)."""

_DIALYSIS = frozenset({"haemodialysis", "peritoneal_dialysis"})
_SEXES = {"intersex": mark("intersex"), "unknown": mark("unknown"), "": mark("none")}


@dataclass(frozen=True, slots=True)
class Height:
    """A recorded height: cm, its time as text and on the axis of the case, its record."""

    cm: float
    when: str
    span: Span | None
    record: str


Heights = tuple[Height, ...]


@dataclass(frozen=True, slots=True)
class _Near:
    cm: float
    record: str
    note: str


def heights_of(case: Case) -> Heights:
    """The heights of a case that can be used: 20 to 280 cm; anything else is a slip of a unit."""
    return tuple(
        Height(cm, body.when.strip(), case.place(body.when), body.id)
        for body in case.body
        if (cm := number(body.height_cm)) is not None and 20 <= cm <= 280
    )


def egfr_values(entry: Entry, case: Case, heights: Heights) -> Iterator[DerivedValue]:
    """The estimates from one creatinine, the one for the age last.

    From 18 years CKD-EPI 2021, below it bedside Schwartz; CKiD U25 beside them from 1 to 25
    years where a height near in time is recorded. CKD-EPI takes the age in completed years,
    as laboratories do. A sample taken on dialysis is said to be so. Raises Refused with the
    reason.
    """
    dialysis = _dialysis(case, entry.time)
    for value in _estimates(entry, case, heights):
        yield replace(value, note=joined(dialysis, value.note)) if dialysis else value


def _dialysis(case: Case, when: str) -> str:
    """A note where a recorded dialysis had begun and had not ended by stop or transplant."""
    starts = _dialysis_spells(case)
    place = case.place(when) if starts else None
    if place is None:
        return ""
    ends = [one.when for one in case.procedures if one.kind == "transplant"]
    for start, stop in starts:
        begun = case.place(start)
        over = [span for text in (stop, *ends) if (span := case.place(text))]
        if begun and begun.last <= place.first and not _is_over(begun, over, place):
            return say("on dialysis: creatinine is not steady, the estimate does not hold")
    return ""


def _dialysis_spells(case: Case) -> list[tuple[str, str]]:
    spells = [(one.when, "") for one in case.procedures if one.kind == "dialysis_start"]
    spells += [
        (one.start_when, one.stop_when) for one in case.treatments if one.agent.strip() in _DIALYSIS
    ]
    return spells


def _is_over(begun: Span, ends: list[Span], place: Span) -> bool:
    return any(begun.last <= end.first and end.last <= place.first for end in ends)


def _estimates(entry: Entry, case: Case, heights: Heights) -> Iterator[DerivedValue]:
    creatinine = entry.reading
    if creatinine is None:
        raise Refused(entry.reason)
    ages = age_in_years(case, entry.time)
    if ages is None:
        message = say("the age at sampling is unknown")
        raise Refused(message)
    _refuse_doubtful(*ages)
    height = _nearest(heights, entry.time, case, ages) if ages[0] < LAST_U25 else None
    if height and ages[1] < LAST_U25:
        yield from _beside(creatinine, case, height, ages)
    if ages[0] >= ADULT:
        yield _adult(creatinine, case, ages)
    elif height:
        yield _child(creatinine, height, ages)
    else:
        within = f"{_reach(ages[0]):.0f}"
        message = say("no usable height within {n} days of the sample", n=within)
        raise Refused(message)


def _refuse_doubtful(first: float, last: float) -> None:
    if last - first > WIDEST_AGE:
        message = say(
            "the age at sampling is known only as {first} to {last} y",
            first=f"{first:.0f}",
            last=f"{last:.0f}",
        )
    elif first < ADULT <= last:
        message = say("the age at sampling may lie on either side of 18 y: the equation is open")
    elif first < 1:
        message = say("no equation holds below 1 year")
    else:
        return
    raise Refused(message)


def _sex(case: Case, equation: str) -> Literal["female", "male"]:
    sex = case.patient.sex.strip()
    if sex == "female":
        return "female"
    if sex == "male":
        return "male"
    message = say(
        "{equation} has forms for women and men; the recorded sex is {sex}",
        equation=say(equation),
        sex=say(_SEXES.get(sex, sex)),
    )
    raise Refused(message)


def _adult(creatinine: Reading, case: Case, ages: tuple[float, float]) -> DerivedValue:
    first, last = math.floor(ages[0] + 1e-9), math.floor(ages[1] + 1e-9)
    age = (first + last) / 2
    sex = _sex(case, kidney.CKD_EPI_2021)
    value = kidney.ckd_epi_2021(creatinine.value, age, sex=sex)
    kappa, alpha, factor = (0.7, -0.241, " × 1.012") if sex == "female" else (0.9, -0.302, "")
    ratio = f"{creatinine.shown}/{kappa}"
    formula = f"142 × min({ratio}, 1)^{alpha} × max({ratio}, 1)^−1.2 × 0.9938^{age:g}{factor}"
    doubt = say("age {first} to {last} y", first=first, last=last) if first != last else ""
    return _value(creatinine, value, kidney.CKD_EPI_2021, formula=formula, note=doubt)


def _child(creatinine: Reading, height: _Near, ages: tuple[float, float]) -> DerivedValue:
    value = kidney.bedside_schwartz(creatinine.value, height.cm, age_years=ages[0])
    return _value(
        creatinine,
        value,
        kidney.BEDSIDE_SCHWARTZ,
        formula=f"0.413 × {height.cm:g} / {creatinine.shown}",
        note=joined(height.note, say("underestimates a high rate") if value > 90 else ""),
        record=height.record,
    )


def _beside(
    creatinine: Reading, case: Case, height: _Near, ages: tuple[float, float]
) -> Iterator[DerivedValue]:
    """CKiD U25 as a second estimate; none where the sex has no form of it."""
    if case.patient.sex.strip() not in {"female", "male"}:
        return
    sex, metres = _sex(case, kidney.CKID_U25), height.cm / 100
    low, high = (kidney.ckid_u25(creatinine.value, metres, age_years=age, sex=sex) for age in ages)
    is_wide = high > low * 1.01
    spread = say("up to {rate} by the end of that age", rate=f"{high:.0f}") if is_wide else ""
    k = low * creatinine.value / metres
    yield _value(
        creatinine,
        low,
        kidney.CKID_U25,
        formula=f"{k:.1f} × {metres:g} / {creatinine.shown}",
        note=joined(say("for comparison"), height.note, spread),
        record=height.record,
    )


def _reach(age: float) -> float:
    return next(days for limit, days in _HEIGHT_REACH if age < limit)


def _nearest(heights: Heights, when: str, case: Case, ages: tuple[float, float]) -> _Near | None:
    """The height nearest in time within reach, with what to say about the distance."""
    place = case.place(when)
    away = [_distance(when, place, height) for height in heights]
    nearest = min(away, default=math.inf)
    if nearest > _reach(ages[0]):
        return None
    distance, _, record, cm = min(
        (distance, height.when, height.record, height.cm)
        for distance, height in zip(away, heights, strict=True)
        if distance == nearest
    )
    apart = say("height {n} days apart", n=f"{distance:.0f}") if distance else ""
    return _Near(cm, record, apart)


def _distance(when: str, place: Span | None, height: Height) -> float:
    """The most days that may lie between two times; 0 for the same text of an age."""
    other = height.span
    if when == height.when and when.startswith("P"):
        return 0.0
    if place is None or other is None:
        return math.inf
    return max(place.last - other.first, other.last - place.first)


def _value(
    creatinine: Reading,
    value: float,
    method: str,
    *,
    formula: str,
    note: str,
    record: str = "",
) -> DerivedValue:
    comparator = turned(creatinine.comparator)
    jaffe = "jaffe" in creatinine.lab.method.casefold()
    return DerivedValue(
        when=creatinine.lab.when.strip(),
        value=value,
        unit=kidney.EGFR_UNIT,
        method=method,
        comparator=comparator,
        inputs=(creatinine.lab.id, record) if record else (creatinine.lab.id,),
        formula=f"{formula} = {comparator}{value:.0f} mL/min/1.73 m²",
        note=joined(
            note,
            say("creatinine by Jaffe, the equation wants enzymatic") if jaffe else "",
            creatinine.remark,
        ),
    )
