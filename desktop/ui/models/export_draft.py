"""What is wished of an export, as it was chosen so far; and its words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.language import mark, say
from desktop.work.export import Wish

if TYPE_CHECKING:
    from datetime import date

    from desktop.work.export import Format

FORMATS: tuple[tuple[Format, str, str], ...] = (
    (
        "csv",
        mark("Tables (CSV) with codebook"),
        mark("All tables of the registry; an empty registry can take them back in."),
    ),
    ("xlsx", mark("Excel workbook"), mark("The same tables as sheets of one workbook.")),
    (
        "fhir",
        mark("FHIR R4 bundle"),
        mark("One JSON file; each mass is a body structure with its sizes."),
    ),
    (
        "phenopackets",
        mark("GA4GH phenopackets"),
        mark("One JSON file for each patient, version 2."),
    ),
    ("redcap", mark("REDCap project"), mark("Data dictionary and data for REDCap.")),
    (
        "eucde",
        mark("EU common data elements"),
        mark("The 16 elements of the European platform on rare diseases."),
    ),
)
"""Format, name, and what it is good for."""

PURPOSES = (
    ("", mark("nobody is asked")),
    ("registry", mark("Registry")),
    ("research", mark("Research")),
    ("sharing", mark("Sharing with others")),
    ("contact", mark("Being contacted")),
    ("images", mark("Images")),
)
"""For what consent is asked; the first asks none, for a copy that stays."""

EVERYBODY, LISTED, OPEN = "all", "listed", "open"
ENDINGS = {"xlsx": ".xlsx", "fhir": ".json", "eucde": ".csv"}
"""The formats that are one file, with their endings; the others are a folder."""

FILE_KINDS = {
    "xlsx": mark("Excel workbooks (*.xlsx)"),
    "fhir": mark("JSON files (*.json)"),
    "eucde": mark("CSV tables (*.csv);;All files (*)"),
}


@dataclass(slots=True)
class ExportDraft:
    """The choices of an export; ``listed`` and ``opened`` are our ids of patients."""

    format: Format = "csv"
    who: str = EVERYBODY
    output: str = ""
    deidentifies: bool = True
    purpose: str = "research"
    recipient: str = ""
    keeps_free_text: bool = False
    pseudonyms: str = ""
    dictionary: str = ""
    listed: tuple[str, ...] = ()
    opened: str = ""

    @property
    def is_folder(self) -> bool:
        """Whether the export is a folder of files."""
        return self.format not in ENDINGS

    @property
    def is_shared(self) -> bool:
        """Whether it goes to somebody, so that it must be accepted expressly."""
        return self.deidentifies or bool(self.recipient.strip())

    def suggested_name(self, stem: str, day: date) -> str:
        """A name for file or folder: registry, format and day."""
        return f"{stem}-{self.format}-{day:%Y%m%d}{ENDINGS.get(self.format, '')}"

    def lacking(self) -> str:
        """What must still be said before anything can be prepared; empty for nothing."""
        if not self.output.strip():
            return say("Choose where it is to be written.")
        if self.deidentifies and not self.recipient.strip():
            return say("Name who gets it.")
        return ""

    def wish(self) -> Wish:
        """The wish as it is carried out."""
        patients: tuple[str, ...] | None = None
        if self.who == LISTED:
            patients = self.listed
        elif self.who == OPEN:
            patients = (self.opened,)
        hides = self.deidentifies
        output = Path(self.output.strip())
        ending = ENDINGS.get(self.format, "")
        if ending and not output.suffix:
            output = output.with_suffix(ending)
        is_redcap = self.format == "redcap" and self.dictionary.strip()
        return Wish(
            output=output,
            format=self.format,
            deidentifies=hides,
            purpose=self.purpose,
            recipient=self.recipient.strip(),
            keeps_free_text=hides and self.keeps_free_text,
            mapping=Path(self.pseudonyms.strip()) if hides and self.pseudonyms.strip() else None,
            dictionary=Path(self.dictionary.strip()) if is_redcap else None,
            patients=patients,
        )
