"""JSON files: FHIR or phenopackets, told apart by what they say of themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.exchange.fhir_document import is_fhir, ndjson_of
from desktop.exchange.fhir_reading import read_fhir
from desktop.exchange.limits import decoded, parse_json, read_document, refused
from desktop.exchange.phenopacket_reading import is_phenopacket, read_phenopacket

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.exchange.csv_tables import TableFile

_SEVERAL = re.compile(r"\}\s*\n\s*\{")


def read_json(path: Path) -> tuple[tuple[TableFile, ...], tuple[str, ...]]:
    """The tables in a JSON file, and remarks; UserError for JSON of another kind."""
    content = decoded(read_document(path), path.name)
    roots = _roots(content, path)
    if roots and all(is_fhir(root) for _, root in roots[:1]):
        return read_fhir(roots, path)
    found = [root for _, root in roots if is_phenopacket(root)]
    if len(found) == len(roots) == 1 and isinstance(found[0], dict):
        return read_phenopacket(found[0], path)
    raise refused(
        say("{file} is JSON, but neither FHIR nor a phenopacket.", file=path.name),
        remedy=say("Import FHIR R4 or phenopackets (version 2) in JSON."),
    )


def _roots(content: str, path: Path) -> list[tuple[int, object]]:
    """One document, or the lines of NDJSON."""
    first = content.lstrip().partition("\n")[0].strip()
    if _SEVERAL.search(content) and first.startswith("{") and first.endswith("}"):
        return ndjson_of(content, path)
    return [(1, parse_json(content, path.name))]
