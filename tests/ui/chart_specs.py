"""Charts and patients that the tests of plot, map and overview look at; all invented."""

from __future__ import annotations

from datetime import date
from functools import cache

from PySide6.QtCore import QCoreApplication, QEvent

from desktop.charts.spec import Axis, ChartSpec, EndLabel, Fit, Lane, Mark, Point, Series, Tick
from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.guidance.dossier import Dossier, dossier_of
from desktop.work.demo import demonstration

X = Axis(
    low=738000.0,
    high=739500.0,
    ticks=tuple(Tick(at=738156.0 + 365 * i, text=str(2022 + i)) for i in range(4)),
)
"""Four years of ordinal days from 8 August 2021."""


def series(key: str, y: float, *, color: str = "c1", is_filled: bool = True) -> Series:
    """Three points at one height with a direct label."""
    days = (738200.0, 738700.0, 739200.0)
    points = tuple(
        Point(x=x, y=y, is_filled=is_filled, spoken=f"{key} at {x:.0f}", half_width=10.0)
        for x in days
    )
    label = EndLabel(title=f"{key} {y:g}", lines=("steady",))
    return Series(key=key, name=key, color=color, symbol="circle", points=points, end_label=label)


def chart(*shown: Series, lanes: tuple[Lane, ...] = (), **more: str) -> ChartSpec:
    """A chart of some series with a fit, an operation, a strip for ND and a table."""
    fit = Fit(
        color="c1",
        x=(738200.0, 738700.0, 739300.0),
        middle=(1.0, 1.2, 1.4),
        lower=(0.8, 1.0, 1.1),
        upper=(1.2, 1.4, 1.7),
        extrapolated_from=738900.0,
    )
    return ChartSpec(
        name="test",
        title=more.get("title", "Masses"),
        subtitle="",
        x=X,
        y=Axis(
            low=-0.4,
            high=2.0,
            ticks=tuple(Tick(at=float(i), text=f"{10**i}") for i in range(3)),
            unit="mL, log",
            is_log10=True,
        ),
        series=shown,
        fits=(fit,) if shown else (),
        marks=(
            Mark(x=738500.0, text="M1 excised 11-Dec-2022", kind="surgery"),
            Mark(x=739400.0, text="Today", kind="today"),
        ),
        lanes=lanes,
        floor=(-0.2, "ND"),
        empty=more.get("empty", ""),
        left_out=("1 result reported only as high is not drawn.",),
        summary="Three masses, all steady.",
        table_header=("Mass", "mL"),
        table=tuple((s.key, f"{s.points[0].y:g}") for s in shown),
    )


@cache
def flagship() -> Dossier:
    """The first patient of the demonstration: five masses, one of them back after excision."""
    return assessed(next(iter(demonstration(1))))


def assessed(case: Case) -> Dossier:
    """The dossier of a case with the guidance applied to it."""
    dossier = dossier_of(case)
    return Dossier(case, dossier.derived, dossier.assessment)


def bare_patient(**records: tuple[object, ...]) -> Case:
    """A patient with nothing but the records given."""
    patient = r.Patient(id="x", patient_id="CR-0900", sex="male", birth_date="1990-01-01")
    return Case(patient=patient, as_of=date(2026, 11, 20), **records)  # type: ignore[arg-type]


def delete_closed_widgets() -> None:
    """Delete what a test has closed: outside a running event loop Qt never does."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
