"""Mappings of foreign tables, remembered for the next file with the same columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.exchange.mapping import Answers, TableMapping, mapping_from
from desktop.exchange.mapping import fingerprint as fingerprint
from desktop.exchange.mapping import suggested as suggested
from desktop.paths import user_folder

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path


def _shelf() -> Path:
    return user_folder() / "mappings"


def remember(header: Sequence[str], mapping: TableMapping) -> None:
    """Keep a mapping that was accepted, for every file with this header."""
    folder = _shelf()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{fingerprint(header)}.json"
    part = path.with_suffix(".part")
    part.write_bytes(mapping.as_json())
    part.replace(path)


def recall(print_of_header: str) -> TableMapping | None:
    """The mapping kept for a header by its fingerprint.

    None where there is none, and for one that an older release wrote in another shape: the
    file is then asked about anew.
    """
    path = _shelf() / f"{print_of_header}.json"
    if not path.is_file():
        return None
    try:
        return msgspec.json.decode(path.read_bytes(), type=TableMapping)
    except msgspec.DecodeError:
        return None


def forget(header: Sequence[str]) -> None:
    """Drop the mapping kept for a header, if there is one."""
    (_shelf() / f"{fingerprint(header)}.json").unlink(missing_ok=True)


def answers_of(options: argparse.Namespace) -> Answers:
    """What the options of the import command say; UserError for one that cannot be read."""
    mapping = None
    if options.mapping is not None:
        try:
            content = options.mapping.read_bytes()
        except OSError as error:
            what = say("{path} cannot be read: {error}.", path=options.mapping, error=error)
            raise UserError(what, kept=say("Nothing was imported.")) from error
        mapping = mapping_from(content, options.mapping.name)
    return Answers(
        dates=options.dates,
        decimal=options.decimal,
        encoding=options.encoding,
        patient=options.patient,
        mapping=mapping,
        analytes=dict(options.analytes),
        units=dict(options.units),
        recall=recall,
    )
