"""A day of work on a registry, with secrets planted in it: the child of ``test_secrets``.

    python -m tests.reliability.secret_day FOLDER encrypted|plain closed|killed

Works below FOLDER/left, where HOME and TMPDIR lie too. What was planted, the keys among it, is
told in FOLDER/planted.json, and what a person would carry away on purpose lies in FOLDER/taken.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from desktop.db import keyring, vault
from desktop.db.edit import Edit
from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.errors import UserError
from desktop.ui.app import application
from desktop.work import backups, people
from desktop.work.dossiers import dossier_in
from desktop.work.import_file import import_into
from desktop.work.report import write_clinician_report
from desktop.work.verify import verify
from tests.ui.touring import Sight, Tour, wait_for_work

if TYPE_CHECKING:
    from collections.abc import Callable

FAMILY, GIVEN, MRN = "Zwetschgenbaumer", "Quirinaldine", "MRN-77310457"
NOTE = "plays the xylophone under the walnut tree"
TYPED = "a half-typed remark on her lighthouse"
PASSPHRASE, LATER = "Correct-Horse-7719-Battery", "Wrong-Donkey-5528-Magnet"
SEARCHED = "Zwetschgen"
OTHERS = (
    "patient_id,sex,birth_date,given_name,family_name,mrn\n"
    "CR-0002,male,1988-02-01,Balthasarion,Kirchenmausinger,MRN-55120077\n"
    "CR-0003,upside-down,1990-02-01,Wendelgardis,Nachtwandlerin,MRN-55120078\n"
)
PLANTED = (FAMILY, GIVEN, MRN, NOTE, TYPED, PASSPHRASE, LATER)
FROM_A_FILE = ("Balthasarion", "Kirchenmausinger", "MRN-55120077", "Wendelgardis")


def main() -> None:
    """Work a day, and end as told."""
    folder, kind, ending = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    path = folder / "left" / "registry" / "clinic.registry"
    taken = folder / "taken"
    taken.mkdir()
    secrets: dict[str, str] = {}
    if kind == "encrypted":
        registry, code = people.create(path, "anna", PASSPHRASE)
        registry.close()
        secrets = {"recovery code": code, **_keys(path)}
    else:
        path.parent.mkdir(parents=True)
        Registry.create(path).close()
    _write_down(folder, secrets)
    with Registry.open(path) as opened:
        opened.change("Add a patient", _add)
    _with_a_window(path, taken)
    _with_files(path, taken)
    if kind == "encrypted":
        secrets |= _with_people(path)
        _write_down(folder, secrets)
    if ending == "killed":
        kept = Registry.open(path)
        kept.change("Add a note", _add_last)  # still in the write-ahead log at the end
        os.kill(os.getpid(), signal.SIGKILL)


def _write_down(folder: Path, secrets: dict[str, str]) -> None:
    texts = {text: text.encode().hex() for text in (*PLANTED, *FROM_A_FILE)}
    (folder / "planted.json").write_text(json.dumps(texts | secrets), encoding="utf-8")


def _keys(path: Path) -> dict[str, str]:
    way_in = keyring.unlocked(path)
    assert way_in is not None
    names = (each.name for each in fields(way_in) if each.name.endswith("_key"))
    return {f"{name} {way_in.session}": getattr(way_in, name).hex() for name in names}


def _add(edit: Edit) -> None:
    edit.put(r.Patient(id="p1", patient_id="CR-0001", sex="female", birth_date="2001-05-04"))
    edit.put(r.Identity(id="i1", patient="p1", family_name=FAMILY, given_name=GIVEN, mrn=MRN))
    edit.put(r.Visit(id="n1", patient="p1", when="2026-01-05", note=NOTE))
    for year in range(2015, 2025):
        edit.put(
            r.LabResult(
                patient="p1",
                analyte="serum_phosphate",
                value=f"{year % 7 + 2}.1",
                unit="mg/dL",
                when=f"{year}-03-01",
            )
        )


def _add_more(edit: Edit) -> None:
    again = f"{FAMILY}: {NOTE}, again"
    edit.put(r.Visit(id="n2", patient="p1", when="2026-01-06", note=again))


def _add_last(edit: Edit) -> None:
    edit.put(r.Visit(id="n3", patient="p1", when="2026-01-07", note=f"{GIVEN} {NOTE}"))


def _with_a_window(path: Path, taken: Path) -> None:
    """Look at every page, search, type, undo, have the program fail, and lock it."""
    application()
    tour = Tour(path, Sight())
    window, session = tour.main, tour.main.session
    for stop in tour.stops("CR-0001"):
        assert stop.page.isVisible()
    window.grab().save(str(taken / "window.png"))
    session.change("Add a note", _add_more)
    session.undo()
    session.redo()
    session.drafts.keep(("visits", "p1"), {"note": TYPED}, patient="p1")
    session.drafts.write()
    assert window.errors is not None
    window.errors.report(RuntimeError(f"{FAMILY} {MRN} {PASSPHRASE}"))
    window.errors.report(UserError(f"{FAMILY} cannot be found."))
    assert PASSPHRASE not in window.windowTitle()
    assert FAMILY not in window.windowTitle()
    wait_for_work()
    tour.close()
    QTest.qWait(50)


def _with_files(path: Path, taken: Path) -> None:
    """Import, try an import, write a report, back up, verify, search."""
    _sign_in_again(path)
    table = taken / "patients.csv"
    table.write_text(OTHERS, encoding="utf-8")
    import_into(path.with_name("other.registry"), [table], dry_run=True)
    import_into(path, [table], dry_run=True)
    import_into(path, [table], refused=taken / "refused")
    with Registry.open(path) as registry:
        dossier = dossier_in(registry, "p1")
        assert registry.audit(search=SEARCHED) is not None
    write_clinician_report(dossier, taken / "report.pdf", registry_name=path.name)
    backups.make(path, "close")
    verify(path)


def _sign_in_again(path: Path) -> None:
    """Closing the window forgot the keys."""
    if vault.is_encrypted(path) and keyring.unlocked(path) is None:
        people.sign_in(path, "anna", PASSPHRASE).close()


def _with_people(path: Path) -> dict[str, str]:
    """Let somebody in and out, change a passphrase, mistype one; gives the secrets made."""
    way_in = keyring.unlocked(path)
    assert way_in is not None
    vault.add_person(path, way_in, "berta", "clinician", "Battery-Staple-0042-Berta")
    way_in = vault.change_passphrase(path, way_in, "anna", LATER)
    keyring.unlock(path, way_in)
    _mistype(lambda: vault.sign_in(path, "anna", PASSPHRASE))
    way_in = vault.remove_person(path, way_in, "berta")
    keyring.unlock(path, way_in)
    found = _keys(path)
    way_in, code = vault.new_recovery_code(path, way_in)
    keyring.unlock(path, way_in)
    return found | {"next recovery code": code}


def _mistype(attempt: Callable[[], object]) -> None:
    try:
        attempt()
    except UserError:
        return
    message = "an old passphrase still opens the registry"
    raise AssertionError(message)


if __name__ == "__main__":
    main()
