"""Writing a prepared export: every file whole, a manifest beside it, no mixing with older files."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.exchange.csv_writing import write_rows
from desktop.work.export import refuse_withdrawn
from desktop.work.export_manifest import manifest_of, note

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.work.export import Format, Prepared, Wish

ABOUT = "about"
"""The folder inside an export that tells what it is: manifest, codebook, schemas."""
MANIFEST = "manifest.json"

_FOLDERS = frozenset({"csv", "phenopackets", "redcap"})


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: rows, resources or files by name, and what the format had no place for."""

    path: Path
    manifest: Path
    counts: Mapping[str, int]
    not_held: Mapping[str, int]


def refuse_output(wish: Wish, registry: Path) -> None:
    """Raise UserError where an export would do harm.

    It must not be written over the registry, be mixed with older files, or carry the list of
    pseudonyms. Only the plain CSV tables may be written over older ones: they are a copy for
    oneself.
    """
    path, kind, mapping = wish.output, wish.format, wish.mapping
    own = {registry.resolve(), registry.with_name(f"{registry.name}-wal").resolve()}
    if own & {one.resolve() for one in (path, mapping) if one is not None}:
        raise UserError(
            say("{path} is the registry itself.", path=registry),
            kept=_untouched(),
            remedy=say("Name another file."),
        )
    if kind in _FOLDERS and path.is_file():
        raise UserError(
            say("{path} is a file, and this export is a folder.", path=path),
            remedy=say("Name a folder that does not exist yet."),
        )
    if kind not in _FOLDERS and path.is_dir():
        raise UserError(
            say("{path} is a folder, and this export is a file.", path=path),
            remedy=say("Name a file."),
        )
    if kind in _FOLDERS and not _is_copy(wish) and path.is_dir() and any(path.iterdir()):
        raise UserError(
            say("{path} is not empty.", path=path),
            kept=_untouched(),
            remedy=say("Name a folder that does not exist yet, so that nothing gets mixed up."),
        )
    if mapping is not None and mapping.resolve().is_relative_to(path.resolve()):
        raise UserError(
            say("The list of pseudonyms must not lie inside the export."),
            kept=_untouched(),
            remedy=say("Keep it where only the clinic reads it."),
        )
    if mapping is not None and mapping.exists():
        raise UserError(
            say("{path} exists already: an older list must not be lost.", path=mapping),
            kept=_untouched(),
            remedy=say("Name a file that does not exist yet."),
        )


def _untouched() -> str:
    return say("Nothing was written.")


def _is_copy(wish: Wish) -> bool:
    """True for the plain CSV tables of everybody."""
    return wish.format == "csv" and not wish.deidentifies


def write(prepared: Prepared) -> Written:
    """Write what was prepared, with its manifest; and the list of pseudonyms where asked for.

    ``refuse_output`` must have been asked. The audit says so. Raises UserError where somebody's
    consent ended since, a file cannot be written, or a format cannot hold a cell; then nothing
    of a new export is left.
    """
    wish = prepared.wish
    written: Written | None = None
    is_done = False
    try:
        with prepared.registry.moment():  # consent and data of one state
            refuse_withdrawn(prepared)
            if wish.mapping is not None:
                _write_mapping(wish.mapping, prepared)
            written = _folder(prepared) if wish.format in _FOLDERS else _file(prepared)
        note(prepared, written.counts, written.manifest)
        is_done = True
    except OSError as error:
        raise UserError(
            say("{path} cannot be written: {error}.", path=wish.output, error=error.strerror),
            remedy=say("Choose another place."),
        ) from error
    finally:
        if not is_done and wish.mapping is not None:
            wish.mapping.unlink(missing_ok=True)
        if not is_done and written is not None and not _is_copy(wish):
            _take_back(written)
    return written


def _take_back(written: Written) -> None:
    """Remove a new export that the audit could not take in: nothing leaves unrecorded."""
    written.manifest.unlink(missing_ok=True)
    if written.path.is_dir():
        shutil.rmtree(written.path)
    else:
        written.path.unlink(missing_ok=True)


def _file(prepared: Prepared) -> Written:
    path = prepared.wish.output
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    try:
        counts, not_held = _WRITERS[prepared.wish.format](prepared, path)
    finally:
        part.unlink(missing_ok=True)
    manifest = manifest_of(prepared, counts, {path.name: path})
    beside = path.with_name(f"{path.name}.{MANIFEST}")
    beside.write_text(manifest, encoding="utf-8")
    return Written(path, beside, counts, not_held)


def _folder(prepared: Prepared) -> Written:
    """Written under another name first: a folder under its own name is whole.

    A copy of the CSV tables goes over the older one table by table.
    """
    target, is_copy = prepared.wish.output, _is_copy(prepared.wish)
    part = target if is_copy else target.with_name(f"{target.name}.part")
    try:
        if not is_copy:
            shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True, exist_ok=True)
        counts, not_held = _WRITERS[prepared.wish.format](prepared, part)
        about = part / ABOUT
        about.mkdir(exist_ok=True)
        (about / MANIFEST).unlink(missing_ok=True)
        found = [path for path in sorted(part.rglob("*")) if _is_ours(path, counts, is_copy)]
        files = {path.relative_to(part).as_posix(): path for path in found}
        (about / MANIFEST).write_text(manifest_of(prepared, counts, files), encoding="utf-8")
        if not is_copy:
            if target.is_dir():
                target.rmdir()  # an empty one; see ``refuse_output``
            part.rename(target)
    finally:
        if not is_copy:
            shutil.rmtree(part, ignore_errors=True)
    return Written(target, target / ABOUT / MANIFEST, counts, not_held)


def _is_ours(path: Path, counts: Mapping[str, int], is_copy: bool) -> bool:
    """True for a file of this export, in a folder that may hold others."""
    if not path.is_file():
        return False
    return not is_copy or path.parent.name == ABOUT or path.stem in counts


def _write_mapping(path: Path, prepared: Prepared) -> None:
    """Which pseudonym is whose; readable by its owner alone."""
    shared = {"recipient": prepared.wish.recipient, "created": prepared.made.date().isoformat()}
    rows = (
        {"patient_id": patient_id, "pseudonym": pseudonym} | shared
        for patient_id, pseudonym in prepared.pseudonyms.items()
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        write_rows(file, ("patient_id", "pseudonym", "recipient", "created"), rows)


Counts = tuple[dict[str, int], dict[str, int]]


def _csv(prepared: Prepared, folder: Path) -> Counts:
    from desktop.exchange.codebook import codebook, table_schema
    from desktop.exchange.csv_writing import write_folder
    from desktop.exchange.to_tables import filled_tables, write_tables_to_share

    is_shared = prepared.wish.deidentifies
    cases = list(prepared.cases)
    tables = list(filled_tables(cases, has_names=not is_shared))
    if is_shared:
        write_tables_to_share(folder, tables)
        counts = {filled.table.name: len(filled.rows) for filled in tables}
    else:
        counts = write_folder(folder, cases)
    about = folder / ABOUT
    about.mkdir(exist_ok=True)
    (about / "codebook.csv").write_text(codebook(tables), encoding="utf-8", newline="")
    for filled in tables:
        path = about / f"{filled.table.name}.schema.json"
        path.write_text(table_schema(filled), encoding="utf-8")
    return counts, {}


def _xlsx(prepared: Prepared, path: Path) -> Counts:
    from desktop.exchange.to_tables import filled_tables
    from desktop.exchange.to_xlsx import write_workbook

    tables = filled_tables(list(prepared.cases), has_names=not prepared.wish.deidentifies)
    return write_workbook(path, tables), {}


def _fhir(prepared: Prepared, path: Path) -> Counts:
    from desktop.exchange.to_fhir import write_bundle

    is_hidden = prepared.wish.deidentifies
    counts = write_bundle(path, prepared.cases, made=prepared.made, is_pseudonymized=is_hidden)
    return counts, {}


def _phenopackets(prepared: Prepared, folder: Path) -> Counts:
    from desktop.exchange.to_phenopackets import write_phenopackets

    counts, lacking = write_phenopackets(folder, prepared.cases, made=prepared.made)
    return counts, dict(lacking)


def _eucde(prepared: Prepared, path: Path) -> Counts:
    from desktop.exchange.to_eucde import common_data_table

    part = path.with_name(f"{path.name}.part")
    part.write_text(common_data_table(prepared.cases), encoding="utf-8", newline="")
    part.replace(path)
    return {"patients": prepared.balance.exported}, {}


def _redcap(prepared: Prepared, folder: Path) -> Counts:
    from desktop.exchange.to_redcap import redcap_project
    from desktop.exchange.to_redcap_names import field_names

    dictionary = prepared.wish.dictionary
    names = field_names(dictionary) if dictionary else None
    project = redcap_project(list(prepared.cases), names)
    (folder / "dictionary.csv").write_text(project.dictionary, encoding="utf-8", newline="")
    (folder / "data.csv").write_text(project.data, encoding="utf-8", newline="")
    return {"patients": prepared.balance.exported, "rows": project.records}, dict(project.not_held)


_WRITERS: Mapping[Format, Callable[[Prepared, Path], Counts]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "fhir": _fhir,
    "phenopackets": _phenopackets,
    "redcap": _redcap,
    "eucde": _eucde,
}
