"""The records that an edit of the laboratory grid makes, and what each step is called. No Qt."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.charts.figures import unit_text
from desktop.domain.analytes import Quantity, analyte_named, canonical_quantity, converted, number
from desktop.domain.checks import check, errors
from desktop.domain.language import say, say_count
from desktop.domain.records import LabResult
from desktop.domain.when import parse_when, shown
from desktop.ui.forms.typed import NotReadable
from desktop.ui.forms.words import sentence
from desktop.ui.models.labs_cells import CONFIRMED
from desktop.ui.models.labs_entry import Entry, read_entry
from desktop.ui.models.labs_words import test_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.db.edit import Edit
    from desktop.domain.case import Case
    from desktop.ui.models.labs_columns import Column
    from desktop.ui.models.labs_rows import Row

_SLIPS = (Decimal(10), Decimal(100), Decimal("0.1"))


def blank_result(case: Case, row: Row, column: Column) -> LabResult:
    """A result of this row and time without a value."""
    return LabResult(
        patient=case.patient.id, analyte=row.analyte, when=column.when, method=row.method
    )


def typed_result(
    case: Case, row: Row, column: Column, text: str, *, before: LabResult | None
) -> LabResult | None:
    """The result that a text makes of a cell; None where the cell is to be cleared.

    ``before`` is the result that stands there. A bare number is in the unit of the row. Raises
    NotReadable with a sentence for what cannot be stored.
    """
    entry = read_entry(text, analyte=row.analyte, unit=row.unit)
    if entry.is_empty:
        return None
    made = entry.on(before or blank_result(case, row, column))
    if before is not None and _is_same(made, before):
        return before
    if before is not None and made.value != before.value:
        made = replace(made, note=without_confirmation(made.note))
    return checked(made, case)


def _is_same(one: LabResult, other: LabResult) -> bool:
    return one == replace(
        other,
        value=other.value.strip(),
        comparator=other.comparator.strip(),
        unit=one.unit if one.unit == other.unit.strip() else other.unit,
        flag=other.flag.strip(),
    )


def checked(lab: LabResult, case: Case) -> LabResult:
    """The result itself; raises NotReadable for what the checks call impossible."""
    wrong = errors(check(lab, case.patient))
    if wrong:
        first = wrong[0]
        raise NotReadable(sentence(first.rule, first.value, first.accepted))
    return lab


def with_state(
    case: Case, row: Row, column: Column, *, state: str, before: LabResult | None
) -> LabResult:
    """A cell marked as pending or not measured; a number that stood there is gone."""
    entry = Entry(state="pending" if state == "pending" else "not_measured")
    return entry.on(before or blank_result(case, row, column))


def confirmed(lab: LabResult, reason: str) -> LabResult:
    """The result with the reason why its unusual value is right."""
    said = f"{CONFIRMED} {' '.join(reason.replace(';', ',').split())}"
    note = f"{lab.note}; {said}" if lab.note.strip() else said
    return replace(lab, note=note)


def without_confirmation(note: str) -> str:
    """A note without the reason that belonged to another value."""
    parts = [part for part in note.split("; ") if not part.startswith(CONFIRMED)]
    return "; ".join(parts)


def suggestions(lab: LabResult, case: Case) -> tuple[str, ...]:
    """What may have been meant by a value outside what is plausible, the likeliest first.

    The decimal mark moved, or another unit of the test; only what lies within the limits of
    asking back, nearest to the patient's last result.
    """
    analyte, found = analyte_named(lab.analyte), canonical_quantity(lab)
    if analyte is None or found is None or number(lab.value) is None:
        return ()
    if analyte.plausible[0] <= found.value <= analyte.plausible[1]:
        return ()
    typed = Decimal(lab.value.strip())
    meant = [(f"{(typed / slip).normalize():f}", lab.unit.strip()) for slip in _SLIPS]
    meant += [(lab.value.strip(), unit) for unit in analyte.units]
    last = _last_value(lab, case)
    ranked: list[tuple[float, str]] = []
    for text, unit in meant:
        value = converted(Quantity(float(text), unit), analyte, analyte.unit)
        if value and analyte.query[0] <= value.value <= analyte.query[1] and value.value > 0:
            distance = abs(math.log(value.value / last)) if last else float(len(ranked))
            said = text if unit == lab.unit.strip() else f"{text} {unit}"
            ranked.append((distance, said))
    return tuple(said for _, said in sorted(ranked)[:2])


def _last_value(lab: LabResult, case: Case) -> float:
    analyte = analyte_named(lab.analyte)
    found = [
        quantity.value
        for other in case.labs_of(analyte.key if analyte else lab.analyte)
        if other.id != lab.id and (quantity := canonical_quantity(other)) and quantity.value > 0
    ]
    return found[-1] if found else 0.0


def result_words(lab: LabResult) -> str:
    """A result in a few words, for undo and history: ``Phosphate 5.1 mg/dL, 11-Nov-2025``."""
    value = f"{lab.comparator.strip()}{lab.value.strip()} {unit_text(lab.unit.strip())}".strip()
    if lab.state.strip() == "pending":
        value = say("pending")
    elif lab.state.strip():
        value = say("not measured")
    elif not lab.value.strip():
        value = lab.flag.strip()
    when = shown(parse_when(lab.when))
    return say("{test} {value}, {when}", test=test_name(lab.analyte), value=value, when=when)


def removing(labs: Sequence[LabResult]) -> str:
    """What the removal of results is called."""
    if len(labs) == 1:
        return say("Remove {result}", result=result_words(labs[0]))
    return say_count(len(labs), "Remove {n} result", "Remove {n} results")


def moving(labs: Sequence[LabResult], when: str) -> str:
    """What giving results another date is called."""
    day = shown(parse_when(when))
    return say_count(len(labs), "Date {n} result {when}", "Date {n} results {when}", when=day)


def writing(
    records: Iterable[LabResult], *, replacing: Iterable[LabResult] = ()
) -> Callable[[Edit], None]:
    """An edit that writes results; one that was changed by somebody else meanwhile is refused."""
    new, stored = list(records), {lab.id: lab for lab in replacing}

    def write(edit: Edit) -> None:
        for lab in new:
            edit.put(lab, replacing=stored.get(lab.id))

    return write


def deleting(labs: Iterable[LabResult]) -> Callable[[Edit], None]:
    """An edit that removes results."""
    gone = list(labs)

    def remove(edit: Edit) -> None:
        for lab in gone:
            edit.remove(lab)

    return remove
