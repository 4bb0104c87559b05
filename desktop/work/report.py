"""Making a report file from one patient's dossier; the patient comes with the dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import __version__
from desktop.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.guidance.dossier import Dossier


def write_clinician_report(
    dossier: Dossier, path: Path, *, registry_name: str, units: str = "conventional"
) -> None:
    """Write the clinician summary of ``dossier`` as a PDF, whole or not at all.

    Raises UserError if the file cannot be written.
    """
    from desktop.reports.clinician import clinician_pdf  # reportlab takes 0.2 s to import

    pages = clinician_pdf(
        dossier.case,
        dossier.derived,
        dossier.assessment,
        registry_name=registry_name,
        version=__version__,
        units=units,
    )
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(pages)
        part.replace(path)
    except OSError as error:
        raise UserError(
            f"The report could not be written to {path}: {error.strerror}.",
            kept="The registry is unchanged.",
            remedy="Choose another folder.",
        ) from error


def report_name(dossier: Dossier, kind: str = "clinician") -> str:
    """The proposed file name: the registry ID only, never a name."""
    safe = "".join(c if c.isalnum() or c in "-_" else "_" for c in dossier.case.patient.patient_id)
    return f"{safe}-{kind}.pdf"
