"""The work of the window on a machine without a display: a report, a picture, an assessment."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

PICTURE_WIDTH, PICTURE_HEIGHT = 1440, 900


def leave_results(registry_path: Path, folder: Path) -> Path:
    """Assess a registry and leave what it shows in ``folder``, which is given back.

    ``assessments.json`` holds all patients, ``ID-clinician.pdf`` and ``ID-overview.png`` the
    first one in the order they came in. Raises UserError for an empty registry.
    """
    from desktop.db.registry import Registry
    from desktop.guidance.encode import to_json
    from desktop.work.dossiers import dossier_in
    from desktop.work.report import report_name, write_clinician_report

    folder.mkdir(parents=True, exist_ok=True)
    with Registry.open(registry_path) as registry:
        dossiers = [dossier_in(registry, patient) for patient in registry.ids().values()]
    if not dossiers:
        raise UserError(f"There is no patient in {registry_path.name}.")
    assessed = [to_json(dossier.assessment) for dossier in dossiers]
    text = json.dumps(assessed, ensure_ascii=False, indent=1)
    (folder / "assessments.json").write_text(text, encoding="utf-8")
    first = dossiers[0]
    report = folder / report_name(first)
    write_clinician_report(first, report, registry_name=registry_path.name)
    picture = folder / f"{report.stem.removesuffix('-clinician')}-overview.png"
    _picture(registry_path, first.case.patient.id, folder / "picture-settings.ini", picture)
    return folder


def _picture(registry_path: Path, patient: str, settings_path: Path, target: Path) -> None:
    """Draw the whole window, with the overview of one patient, without a screen.

    The settings are fresh ones: a picture must not depend on what this user chose, nor
    change it.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtTest import QTest

    from desktop.ui.app import application, make_window
    from desktop.ui.dialogs import Dialogs
    from desktop.ui.settings import Settings
    from desktop.ui.theme import apply_theme

    app = application()
    apply_theme(app, "light")
    window = make_window(Settings(settings_path), Dialogs())
    window.resize(PICTURE_WIDTH, PICTURE_HEIGHT)
    window.show()
    window.start(registry_path)
    window.session.open_patient(patient)
    QTest.qWait(500)  # charts lay out their axes over several turns of the event loop
    if not window.grab().save(str(target)):
        raise UserError(f"The picture could not be written to {target}.")
    window.close()
    settings_path.unlink(missing_ok=True)
