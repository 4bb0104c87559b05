"""Paper: one clinical summary, the pace of a batch, and the memory that a batch leaves.

Times are those of the processor, as a batch works on one core.
"""

from __future__ import annotations

import time
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.platypus import SimpleDocTemplate

from desktop.db.registry import Registry
from desktop.guidance.dossier import dossier_of
from desktop.reports.clinician import clinician_pdf
from desktop.reports.fonts import REGULAR
from desktop.reports.imprint import Imprint
from desktop.reports.style import markup
from desktop.reports.tables import paragraph
from desktop.work.demo import demonstration
from desktop.work.report import Order, document, imprint
from tests.benchmarks.children.watch import memory_mb
from tests.benchmarks.figure import Figure, summary
from tests.reports.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.benchmarks.setting import Setting

ONE_LIMIT_MS = 250.0
EACH_LIMIT_MS = 200.0  # five a second
GROWTH_LIMIT_MB = 20.0
WARM = 50
"""Documents after which fonts, rules and caches are all there."""

IMPRINT = Imprint(registry_name="r", version="1")


def measure(setting: Setting) -> list[Figure]:
    """The richest patient's summary, and a batch of 1,000 on one core."""
    number = 150 if setting.is_quick else 1_000
    one = _one(setting)
    each_ms, early, late = _batch(setting, number)
    each = Figure(
        name="one summary of a batch, reading and guidance included",
        value=each_ms,
        unit="ms",
        floor=one.floor,
        floor_name=one.floor_name,
        limit=EACH_LIMIT_MS,
        note=f"{1000 / each_ms:.1f} a second on one core",
    )
    grown = Figure(
        name=f"memory that {number:,} summaries leave",
        value=max(late - early, 0.0),
        unit="MB",
        floor=early,
        floor_name="all memory after the first fifty",
        limit=GROWTH_LIMIT_MB,
    )
    return [one, each, grown]


def _batch(setting: Setting, number: int) -> tuple[float, float, float]:
    """Milliseconds for each summary, and memory in MB after the first fifty and at the end."""
    with Registry.open(setting.small_registry) as registry:
        patients = list(registry.ids().values())
        made = imprint(registry)
        early = started = 0.0
        for done in range(number):
            if done == WARM:
                early, started = memory_mb(), time.process_time()
            dossier = dossier_of(registry.case(patients[done % len(patients)]))
            document(dossier, Order(), made)
        seconds = time.process_time() - started
    return seconds / (number - WARM) * 1000, early, memory_mb()


def _one(setting: Setting) -> Figure:
    dossier = dossier_of(next(iter(demonstration(1))))
    text = read(clinician_pdf(dossier, IMPRINT)).text
    measured = [_ms(lambda: clinician_pdf(dossier, IMPRINT)) for _ in range(setting.runs)]
    floor = [_ms(lambda: _as_paragraphs(text)) for _ in range(setting.runs)]
    middle, least = summary(measured)
    return Figure(
        name="clinical summary of the richest demonstration patient",
        value=middle,
        unit="ms",
        floor=summary(floor)[0],
        floor_name="the same words as plain paragraphs",
        limit=ONE_LIMIT_MS,
        note=f"median of {setting.runs}, least {least:.0f} ms",
    )


def _as_paragraphs(text: str) -> bytes:
    target = BytesIO()
    words = text.split()
    flows = [paragraph(markup(" ".join(words[i : i + 12]))) for i in range(0, len(words), 12)]
    SimpleDocTemplate(target, initialFontName=REGULAR).build(flows)
    return target.getvalue()


def _ms(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000
