"""The command ``report``: one document, one for each of several patients, or one on all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.work.dossiers import dossier_in
from desktop.work.report import (
    Order,
    document,
    hand_out,
    imprint,
    in_language,
    registry_document,
    remarks,
    write_whole,
)
from desktop.work.report_batch import Batch, write_batch

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.db.registry import Registry
    from desktop.reports.imprint import PaperName, Units
    from desktop.work.report import PatientKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the command line asks for; ``kind`` is a kind of document or ``registry``."""

    patients: tuple[str, ...]
    output: Path
    kind: PatientKind | str = "clinician"
    is_all: bool = False
    language: str = "en"
    paper: PaperName = "a4"
    units: Units = "conventional"
    phones: tuple[tuple[str, str], ...] = ()
    text: Path | None = None

    @property
    def is_batch(self) -> bool:
        """True where the output is a folder."""
        return self.is_all or len(self.patients) > 1


def wish_of(options: argparse.Namespace) -> Wish:
    """What the parsed command line asks for."""
    return Wish(
        patients=tuple(options.patients),
        output=options.output,
        kind=options.kind,
        is_all=options.all,
        language=options.language,
        paper=options.paper,
        units=options.units,
        phones=tuple(options.phones),
        text=options.text,
    )


def write_reports(registry: Registry, wish: Wish, *, tell: Callable[[str], None]) -> list[str]:
    """Do what was asked and give the lines to print; ``tell`` gets what deserves a warning.

    Raises UserError for a wish that contradicts itself, an unknown patient, or a file that
    cannot be written.
    """
    _refuse_contradictions(wish)
    with in_language(wish.language):
        made = imprint(registry, paper=wish.paper, units=wish.units, phones=wish.phones)
        if wish.kind == "registry":
            today = datetime.now(UTC).astimezone().date()
            pages = registry_document(registry, made, as_of=today)
            hand_out(registry, "registry", pages)
            write_whole(wish.output, pages)
            return [say("Written: {path}", path=wish.output)]
        order = Order(kind=_kind(wish.kind), text=_text(wish.text))
        chosen = _chosen(registry, wish)
        if wish.is_batch:
            batch = write_batch(registry, chosen, wish.output, order=order, made=made)
            return _told(batch, tell)
        dossier = dossier_in(registry, chosen[0])
        pages = document(dossier, order, made)
        hand_out(registry, order.kind, pages, patient=chosen[0])
        write_whole(wish.output, pages)
        lines = remarks(dossier, order, made)[1:]  # the first is about names in the window
        return [*lines, say("Written: {path}", path=wish.output)]


def _kind(kind: str) -> PatientKind:
    from desktop.work.report import PATIENT_KINDS

    return next(known for known in PATIENT_KINDS if known == kind)


def _refuse_contradictions(wish: Wish) -> None:
    names_some = bool(wish.patients)
    if wish.kind == "registry" and (names_some or wish.is_all):
        raise UserError(
            say("The registry report is about all patients and names none."),
            remedy=say("Leave out PATIENT and --all."),
        )
    if wish.kind != "registry" and names_some == wish.is_all:
        raise UserError(
            say("Say which patients: registry IDs, or --all."),
            remedy=say("`list` shows the registry IDs."),
        )


def _chosen(registry: Registry, wish: Wish) -> Sequence[str]:
    known = registry.ids()
    missing = [patient for patient in wish.patients if patient.strip() not in known]
    if missing:
        raise UserError(
            say(
                "There is no patient {patients} in {registry}.",
                patients=", ".join(missing),
                registry=registry.path.name,
            ),
            remedy=say("`list` shows the registry IDs."),
        )
    if wish.is_all:
        return list(known.values())
    return list(dict.fromkeys(known[patient.strip()] for patient in wish.patients))


def _text(path: Path | None) -> str | None:
    if path is None:
        return None
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            say("The text of the letter cannot be read from {path}.", path=path),
            remedy=say("Give a text file in UTF-8."),
        ) from error


def _told(batch: Batch, tell: Callable[[str], None]) -> list[str]:
    for patient_id, reason in batch.refused:
        tell(f"{patient_id}: {reason}")
    return [batch.balance]
