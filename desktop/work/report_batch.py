"""Documents for many patients: one file each, nobody left out in silence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.work.dossiers import dossier_in
from desktop.work.report import document, hand_out, report_name, write_whole

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from datetime import date
    from pathlib import Path

    from desktop.db.registry import Registry
    from desktop.reports.imprint import Imprint
    from desktop.work.report import Order


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of a batch: the files, and the patients without one, by reason.

    ``written`` and ``refused`` add up to all that were asked for.
    """

    written: tuple[Path, ...]
    refused: tuple[tuple[str, str], ...]

    @property
    def balance(self) -> str:
        """The counts in one line."""
        return say(
            "{all} asked for = {written} written + {refused} not made",
            all=len(self.written) + len(self.refused),
            written=len(self.written),
            refused=len(self.refused),
        )


def written_one_by_one(
    registry: Registry,
    patients: Sequence[str],
    folder: Path,
    *,
    order: Order,
    made: Imprint,
    as_of: date | None = None,
) -> Generator[int, None, Batch]:
    """One file for each patient (our ids) in ``folder``, each whole, none over another one's.

    Gives the number of patients done before each, and returns the Batch; whoever asks for no
    more stops it, and the files made until then stay. A patient for whom there is no such
    document is told with the reason, and the others go on. One patient is held at a time.
    Raises UserError for a folder that cannot be written.
    """
    _make(folder)
    written: list[Path] = []
    refused: list[tuple[str, str]] = []
    taken: set[str] = set()
    for number, patient in enumerate(patients):
        yield number
        dossier = dossier_in(registry, patient, as_of)
        try:
            pages = document(dossier, order, made)
        except UserError as error:
            refused.append((dossier.case.patient.patient_id, error.what))
            continue
        hand_out(registry, order.kind, pages, patient=patient)
        path = folder / _free(report_name(dossier, order.kind), taken)
        write_whole(path, pages)
        written.append(path)
    return Batch(tuple(written), tuple(refused))


def write_batch(
    registry: Registry, patients: Sequence[str], folder: Path, *, order: Order, made: Imprint
) -> Batch:
    """All of ``written_one_by_one`` at once."""
    steps = written_one_by_one(registry, patients, folder, order=order, made=made)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            done: Batch = end.value
            return done


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            say("The folder {path} cannot be made: {reason}.", path=folder, reason=error.strerror),
            kept=say("The registry is unchanged."),
            remedy=say("Choose another folder."),
        ) from error


def _free(name: str, taken: set[str]) -> str:
    """``name``, numbered where two registry IDs would give one file name."""
    stem, suffix = name.rsplit(".", 1)
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{stem}-{number}.{suffix}"
    taken.add(free.casefold())
    return free
