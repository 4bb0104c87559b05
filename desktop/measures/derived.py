"""Everything computed from one case: values with method and inputs, and what was refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.measures.blood import corrected_values, days_of_low_filtration, product_values
from desktop.measures.filtration import egfr_values, heights_of
from desktop.measures.masses import growth_of
from desktop.measures.occasions import occasions
from desktop.measures.refusal import Refused
from desktop.measures.tubular import fepi_value, reabsorptions, tmp_gfr_values, trp_value
from desktop.measures.values import Derived, DerivedValue, NotComputed
from desktop.measures.volumes import outcomes
from desktop.measures.wording import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.domain.case import Case
    from desktop.measures.filtration import Heights
    from desktop.measures.occasions import Occasion

_NEEDS = {
    "calcium_phosphate_product": "serum_phosphate",
    "corrected_calcium": "serum_calcium_total",
    "trp": "urine_phosphate",
    "fepi": "urine_phosphate",
    "tmp_gfr": "urine_phosphate",
    "egfr": "creatinine",
}
"""The result that each quantity is about: without it there is nothing to compute."""

_KEYS = (
    "serum_phosphate",
    "serum_calcium_total",
    "serum_calcium_corrected",
    "serum_calcium_ionised",
    "albumin",
    "creatinine",
    "urine_phosphate",
    "urine_creatinine",
)


def derive(case: Case) -> Derived:
    """Everything computed from a case, each list oldest first.

    Results are paired on the same day, or at the same reported age; blood with spot urine
    alike. Where an occasion has values by several methods, the one for the patient's age
    comes last; values of different methods are never to be joined in one trend. What cannot
    be computed stands in ``not_computed`` with the reason, one entry for each quantity, mass
    and reason with the times of the occasions that have the main result, or one without a
    time where the main result was never recorded.
    """
    sheet = _Sheet()
    found = occasions(case, _KEYS)
    heights = heights_of(case)
    for occasion in found:
        sheet.filtration(occasion, case, heights)
    rates = tuple(sheet.values["egfr"])
    low = days_of_low_filtration(rates)
    for occasion in found:
        sheet.product(occasion)
        sheet.corrected(occasion, low)
        sheet.tubular(occasion, case)
    sized = outcomes(case)
    volumes = tuple(one for one in sized if isinstance(one, DerivedValue))
    grown = growth_of(case, volumes)
    refused = [
        *sheet.refused,
        *_never_recorded(found),
        *(one for one in sized if isinstance(one, NotComputed)),
        *_without_size(case, sized),
    ]
    refused += [
        NotComputed(quantity="mass_growth", reason=one.reason, mass_id=one.mass_id)
        for one in grown
        if one.percent_per_year is None
    ]
    return Derived(
        calcium_phosphate_product=tuple(sheet.values["calcium_phosphate_product"]),
        trp=tuple(sheet.values["trp"]),
        fepi=tuple(sheet.values["fepi"]),
        tmp_gfr=tuple(sheet.values["tmp_gfr"]),
        egfr=rates,
        corrected_calcium=tuple(sheet.values["corrected_calcium"]),
        mass_volume=volumes,
        mass_growth=grown,
        not_computed=_gathered(refused),
    )


def _never_recorded(found: Iterable[Occasion]) -> list[NotComputed]:
    recorded = {key for occasion in found for key in occasion.entries}
    return [
        NotComputed(quantity=quantity, reason=say("no {analyte} recorded", analyte=name_of(key)))
        for quantity, key in _NEEDS.items()
        if key not in recorded
    ]


def _without_size(case: Case, sized: Iterable[DerivedValue | NotComputed]) -> Iterator[NotComputed]:
    """The masses for which nobody ever recorded a size."""
    looked_for = {measured.mass_id for measured in case.mass_measurements}
    told = {one.mass_id for one in sized}
    for mass in case.masses:
        if mass.mass_id not in told:
            was_absent = mass.mass_id in looked_for
            only_absent, never = say("recorded as not detectable only"), say("never measured")
            reason = only_absent if was_absent else never
            yield NotComputed(quantity="mass_volume", reason=reason, mass_id=mass.mass_id)


def _gathered(refused: Iterable[NotComputed]) -> tuple[NotComputed, ...]:
    """One refusal for each quantity, mass and reason, in the order of the first of each."""
    alike: dict[tuple[str, str, str], list[NotComputed]] = {}
    for one in refused:
        alike.setdefault((one.quantity, one.mass_id, one.reason), []).append(one)
    return tuple(found[0] if len(found) == 1 else _one(found) for found in alike.values())


def _one(found: list[NotComputed]) -> NotComputed:
    times = tuple(one.when for one in found)
    return replace(found[0], when=next(filter(None, reversed(times)), ""), times=times)


class _Sheet:
    """The values and refusals gathered while the occasions are gone through."""

    def __init__(self) -> None:
        self.values: dict[str, list[DerivedValue]] = {quantity: [] for quantity in _NEEDS}
        self.refused: list[NotComputed] = []

    def filtration(self, occasion: Occasion, case: Case, heights: Heights) -> None:
        entries = occasion.entries.get("creatinine", ())
        for entry in sorted(entries, key=lambda one: (one.time, one.lab.id)):
            try:
                self.values["egfr"] += egfr_values(entry, case, heights)
            except Refused as refused:
                self._refuse(("egfr",), entry.time, refused)

    def product(self, occasion: Occasion) -> None:
        if "serum_phosphate" in occasion.entries:
            try:
                self.values["calcium_phosphate_product"] += product_values(occasion)
            except Refused as refused:
                self._refuse(("calcium_phosphate_product",), occasion.when, refused)

    def corrected(self, occasion: Occasion, low: frozenset[str]) -> None:
        if "serum_calcium_total" in occasion.entries:
            try:
                self.values["corrected_calcium"] += corrected_values(occasion, low)
            except Refused as refused:
                self._refuse(("corrected_calcium",), occasion.when, refused)

    def tubular(self, occasion: Occasion, case: Case) -> None:
        if "urine_phosphate" not in occasion.entries:
            return
        try:
            found = reabsorptions(occasion)
        except Refused as refused:
            self._refuse(("trp", "fepi", "tmp_gfr"), occasion.when, refused)
            return
        for one in found:
            self.values["trp"].append(trp_value(one))
            self.values["fepi"].append(fepi_value(one))
            try:
                self.values["tmp_gfr"] += tmp_gfr_values(one, case)
            except Refused as refused:
                self._refuse(("tmp_gfr",), one.when, refused)

    def _refuse(self, quantities: tuple[str, ...], when: str, why: Refused) -> None:
        self.refused += [
            NotComputed(quantity=quantity, reason=str(why), when=when) for quantity in quantities
        ]
