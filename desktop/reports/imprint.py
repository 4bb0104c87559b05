"""What every document says of its making: where, when, by whom, by which guidance, on which paper.

What reportlab cannot write: tags for screen readers (PDF/UA) and PDF/A. A document has title,
language, bookmarks and text that can be read out and searched, in the order of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop.domain.language import say
from desktop.domain.naming import born, full_name
from desktop.domain.when import shown_day
from desktop.reports.style import MILLIMETER, WIDTH

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from desktop.domain.case import Case

PaperName = Literal["a4", "letter"]
Units = Literal["conventional", "si"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet in points; the text has one width on all, so that a page looks the same."""

    width: float
    height: float

    @property
    def margin(self) -> float:
        """Points left and right of the text."""
        return (self.width - WIDTH) / 2


PAPERS: Mapping[str, Paper] = {
    "a4": Paper(210 * MILLIMETER, 297 * MILLIMETER),
    "letter": Paper(612.0, 792.0),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """How a document is made, the same for all kinds.

    ``printed_by`` is who prints, empty where the program does not know. ``phones`` are pairs
    of label and number for the patient; without them there are lines to write on. ``head`` is
    the newest entry of the registry's audit: the paper then shows whether the file was put back.
    """

    registry_name: str
    version: str
    printed_by: str = ""
    paper: PaperName = "a4"
    units: Units = "conventional"
    phones: tuple[tuple[str, str], ...] = ()
    head: str = ""

    @property
    def unit(self) -> Literal["mg/dL", "mmol/L"]:
        """The unit of phosphate."""
        return "mmol/L" if self.units == "si" else "mg/dL"

    @property
    def program(self) -> str:
        """The program with its version."""
        return f"Calcinosis Registry {self.version}"

    @property
    def mark(self) -> str:
        """The newest entry of the audit, for the foot of every page."""
        return say("Audit {head}", head=self.head) if self.head else ""

    def made(self, day: date, guidance: str = "") -> str:
        """The line of every foot: the day, who, the guidance and the program with versions."""
        when = shown_day(day)
        parts = [
            say("Printed {day} by {who}", day=when, who=self.printed_by)
            if self.printed_by.strip()
            else say("Printed {day}", day=when),
            say("guidance {version}", version=guidance) if guidance else "",
            self.program,
        ]
        return " · ".join(part for part in parts if part)


def identity_of(case: Case) -> str:
    """Name, birth and registry ID in one line, with words for what is not recorded."""
    name = full_name(case) or say("name not recorded")
    birth = born(case) or say("birth date not recorded")
    return f"{name} · {birth} · {case.patient.patient_id}"
