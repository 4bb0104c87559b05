"""The program tries itself out on a scratch registry, as a packaged program must be able to."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QImage

    from desktop.db.edit import Edit
    from desktop.db.registry import Registry
    from desktop.domain.case import Case
    from desktop.guidance.dossier import Dossier
    from desktop.work.processes import Share

PATIENT = "SELFTEST-1"
FAMILY_NAME = "Fictional-Selftest"
_PASSPHRASE = "a scratch registry, gone in a moment"  # noqa: S105 - guards nobody
_RESULTS = (("2020-02-01", "7.1"), ("2021-02-01", "6.4"), ("2022-02-01", "5.9"))
_WIDTH, _HEIGHT = 640, 360
_FEWEST_COLORS = 20


def selftest(tell: Callable[[str], None]) -> None:
    """Do a small day's work in a folder that is removed afterwards, telling each step.

    Nothing of the user's is read or written, and no window is shown. Raises UserError where a
    step did not give what it must; anything else that is raised is a bug too.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="calcinosis-selftest-") as name:
        folder = Path(name)
        path = folder / "selftest.registry"
        _make(path)
        tell("made an encrypted registry and added a patient")
        _import(path, folder)
        tell("imported laboratory results through the guarded reader")
        dossier = _look(path)
        tell(f"opened it again and assessed the patient: {len(dossier.case.labs)} results")
        tell(f"started {_by_processes(path, dossier.case.as_of)} processes beside this one")
        tell(f"drew a chart in {_draw(dossier.case, dossier)} colors")
        tell(f"wrote a report and read it back: {_report(dossier, folder)} pages")
        _verify(path)
        tell("verified the registry; its file shows no name")


def _must(is_so: bool, what: str) -> None:
    if not is_so:
        raise UserError(f"The self-test failed: {what}.")


def _make(path: Path) -> None:
    from desktop.db import keyring, vault
    from desktop.db.registry import Registry
    from desktop.domain import records as r

    unlocked, _ = vault.create(path, "selftest", _PASSPHRASE)
    keyring.unlock(path, unlocked)
    key = r.new_id()
    patient = r.Patient(id=key, patient_id=PATIENT, sex="female", birth_date="2001-05-04")
    identity = r.Identity(patient=key, family_name=FAMILY_NAME, given_name="Ada")

    def add(edit: Edit) -> None:
        edit.put(patient)
        edit.put(identity)

    with Registry.create(path) as registry:
        registry.change("Add a patient", add)


def _import(path: Path, folder: Path) -> None:
    from desktop.work.import_file import import_into

    rows = "".join(f"{PATIENT},{day},serum_phosphate,{value},mg/dL\n" for day, value in _RESULTS)
    table = folder / "labs.csv"
    table.write_text(f"patient_id,when,analyte,value,unit\n{rows}", encoding="utf-8")
    outcome = import_into(path, [table])
    _must(outcome.tallies["labs"].added == len(_RESULTS), "results were not imported")


def _look(path: Path) -> Dossier:
    from desktop.db.registry import Registry
    from desktop.work.dossiers import dossier_in

    with Registry.open(path) as registry:
        return dossier_in(registry, _key(registry))


def _key(registry: Registry) -> str:
    found = registry.id_of(PATIENT)
    _must(found is not None, "the patient is not there")
    return found or ""


def count_patients(share: Share) -> int:
    """How many of a share's patients a process of its own can open."""
    from desktop.db.registry import Registry

    with Registry.open(share.path) as registry:
        return sum(bool(registry.case(patient).labs) for patient in share.patients)


def _by_processes(path: Path, as_of: date) -> int:
    from desktop.db.registry import Registry
    from desktop.work.processes import results, shares_of

    processes = 2
    with Registry.open(path) as registry:
        key = _key(registry)
        share = shares_of(path, [key], as_of=as_of, language="en")
        found = list(results(count_patients, share * processes, processes=processes))
    _must(found == [1] * processes, "processes could not open the registry")
    return processes


def _draw(case: Case, dossier: Dossier) -> int:
    from PySide6.QtTest import QTest

    from desktop.charts.labs import phosphate_trend
    from desktop.ui.app import application
    from desktop.ui.plot import ChartView
    from desktop.ui.theme import apply_theme

    app = application()
    apply_theme(app, "light")
    view = ChartView()
    view.resize(_WIDTH, _HEIGHT)
    view.show()
    view.show_spec(phosphate_trend(case, dossier.derived))
    QTest.qWait(200)  # its axes are laid out over several turns of the event loop
    colors = _colors(view.grab().toImage())
    view.close()
    view.deleteLater()
    _must(colors >= _FEWEST_COLORS, "the chart is empty")
    return colors


def _colors(image: QImage) -> int:
    found = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(image.height())}
    return len(found)


def _report(dossier: Dossier, folder: Path) -> int:
    import pypdfium2

    from desktop.work.report import write_clinician_report

    path = folder / "report.pdf"
    write_clinician_report(dossier, path, registry_name="selftest.registry")
    document = pypdfium2.PdfDocument(path)
    try:
        text = "".join(page.get_textpage().get_text_range() for page in document)
        _must(PATIENT in text, "the report does not name the patient")
        return len(document)
    finally:
        document.close()


def _verify(path: Path) -> None:
    from desktop.db import keyring
    from desktop.db.backup import problems_of

    problems = problems_of(path)
    _must(not problems, "; ".join(problems))
    for file in path.parent.glob(f"{path.name}*"):
        if file.is_file():
            _must(FAMILY_NAME.encode() not in file.read_bytes(), f"{file.name} shows a name")
    keyring.lock(path)
