"""Handing a document out, as a file or on paper: recorded in the audit, then saved or printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.ui.dialogs import PDF_FILES
from desktop.ui.widgets.document_options import KINDS
from desktop.work.report import hand_out, report_name, write_whole

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.db.registry import Registry
    from desktop.guidance.dossier import Dossier
    from desktop.ui.dialogs import Dialogs
    from desktop.work.report import PatientKind


@dataclass(frozen=True, slots=True)
class Handout:
    """One document as it is shown: of whom, of which kind, and its bytes or its plain text."""

    registry: Registry | None
    dossier: Dossier
    kind: PatientKind
    pdf: bytes
    text: str = ""

    def save(self, parent: QWidget, dialogs: Dialogs) -> str:
        """Save the pages under a name with the registry ID only; gives what to tell, or ""."""
        name = report_name(self.dossier, self.kind)
        path = dialogs.save_file(parent, say(KINDS[self.kind]), PDF_FILES, suggested=name)
        if path is None:
            return ""
        named = path if path.suffix else path.with_suffix(".pdf")
        self._record()
        write_whole(named, self.pdf)
        return say("Saved {name}", name=named.name)

    def print(self, parent: QWidget, *, is_letter: bool, pages: int) -> str:
        """Print the pages, or the text in their place; gives what to tell, or ""."""
        from desktop.ui.printing import ask_printer, print_pages, print_text

        printer = ask_printer(parent, is_letter=is_letter, pages=pages)
        if printer is None:
            return ""
        self._record()
        if self.pdf:
            return say("Sent to the printer: {pages} pages", pages=print_pages(self.pdf, printer))
        print_text(self.text, printer)
        return say("Sent to the printer as plain text")

    def _record(self) -> None:
        """A registry that was closed meanwhile has no audit to write to."""
        if self.registry is not None:
            content = self.pdf or self.text.encode()
            hand_out(self.registry, self.kind, content, patient=self.dossier.case.patient.id)
