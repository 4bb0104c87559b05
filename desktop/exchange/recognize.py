"""What kind of file it is, told by what is in it, never by its name."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING, Literal

from desktop.domain.language import say
from desktop.exchange.limits import refused

if TYPE_CHECKING:
    from pathlib import Path

Kind = Literal["text", "xlsx", "json", "hl7"]
_HEAD = 65536
_HL7 = re.compile(r"[\s\x0b\x1c]*(?:MSH|FHS|BHS)[^\w\s]")
_YAML = re.compile(
    r"(?:---\s*\n)?(?:id|subject|phenotypicFeatures|metaData):(?:\s|$)", re.MULTILINE
)


def kind_of(path: Path) -> Kind:
    """The kind of a file; UserError that names what it is where it cannot be imported."""
    with path.open("rb") as handle:
        head = handle.read(_HEAD)
    if not head.strip(b"\0\r\n\t "):
        raise refused(say("{file} is empty.", file=path.name))
    if head.startswith(b"PK\x03\x04"):
        return _packed(path)
    _refuse_binary(path, head)
    text = _as_text(head).lstrip("\ufeff \t\r\n\x0b")
    if text.startswith("<"):
        raise _xml(path, text)
    if text.startswith("{") or (text.startswith("[") and _is_json(text)):
        return "json"
    if _HL7.match(text):
        return "hl7"
    if _YAML.match(text) and "," not in text.partition("\n")[0]:
        raise refused(
            say("{file} is YAML.", file=path.name),
            remedy=say("Phenopackets are read as JSON: convert it first."),
        )
    return "text"


def _as_text(head: bytes) -> str:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head[: len(head) // 2 * 2].decode("utf-16", errors="replace")
    return head.decode("utf-8", errors="replace")


def _is_json(text: str) -> bool:
    """A table may begin with a bracket too; what follows one in JSON is a name or a value."""
    return bool(re.match(r"\[\s*[\[\{\"\]\d]", text))


def _packed(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as packed:
            names = set(packed.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        what = say("{file} is a damaged or incomplete file.", file=path.name)
        raise refused(what, remedy=say("Send or export it again.")) from error
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        what = say("{file} is a binary Excel workbook (.xlsb).", file=path.name)
        raise refused(what, remedy=say("Save it as .xlsx in Excel."))
    if "mimetype" in names:
        what = say("{file} is an OpenDocument file.", file=path.name)
        raise refused(what, remedy=say("Save it as .xlsx or as “CSV UTF-8”."))
    what = say("{file} is a packed archive.", file=path.name)
    raise refused(what, remedy=say("Unpack it and import the files in it."))


_BINARY: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3\0", "SQLite"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
)


def _refuse_binary(path: Path, head: bytes) -> None:
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        what = say("{file} is an old Excel file (.xls), or locked with a password.", file=path.name)
        raise refused(what, remedy=say("Open it in Excel and save it as .xlsx."))
    if head[128:132] == b"DICM":
        raise refused(say("{file} is a DICOM image.", file=path.name))
    for mark, name in _BINARY:
        if head.startswith(mark):
            what = say("{file} is a {format} file.", file=path.name, format=name)
            raise refused(
                what,
                remedy=say("Import tables (CSV, xlsx), FHIR or phenopacket JSON, or HL7 messages."),
            )


def _xml(path: Path, text: str) -> Exception:
    """XML is never parsed: it may call other files in."""
    names = (
        ("http://hl7.org/fhir", say("FHIR XML"), say("Ask for the same as FHIR JSON (R4).")),
        ("urn:hl7-org:v3", say("a CDA document (HL7 v3)"), say("Ask for FHIR R4 JSON.")),
        ("cdisc.org/ns/odm", say("CDISC ODM XML"), say("Export it from REDCap as CSV (raw).")),
        ("urn:hl7-org:v2xml", say("HL7 v2 in XML"), say("Ask for it with bars: MSH|^~\\&|…")),
        ("<html", say("a web page"), say("Save the table itself, as CSV.")),
        ("<!doctype html", say("a web page"), say("Save the table itself, as CSV.")),
    )
    lowered = text.casefold()
    for mark, kind, remedy in names:
        if mark in lowered:
            what = say("{file} is {kind}, which is not read here.", file=path.name, kind=kind)
            return refused(what, remedy=remedy)
    what = say("{file} is XML, which is not read here.", file=path.name)
    return refused(what, remedy=say("Ask for the same as JSON or CSV."))
