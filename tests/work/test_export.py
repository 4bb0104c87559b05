"""The command export: everybody counted, nobody exposed, every file whole."""

from __future__ import annotations

import csv
import hashlib
import json
import zipfile
from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop.cli import main
from desktop.db.keyring import Unlocked
from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.errors import UserError
from desktop.exchange.release_consent import PURPOSES
from desktop.work.demonstration import make_demonstration
from desktop.work.export import FORMATS, Wish, prepare
from desktop.work.export_files import write
from tests.exchange.test_deidentify import PLANTED

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.db.edit import Edit

FOLDERS = {"csv", "phenopackets", "redcap"}


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """Fictional patients, and among them three with secrets to be kept."""
    path = tmp_path / "clinic.registry"
    make_demonstration(path, patients=6)
    with Registry.open(path) as opened:
        opened.change("Add patients", _add)
    return path


def _add(edit: Edit) -> None:
    for number, consent in enumerate(("research", "withdrawn", "")):
        own = f"own{number}"
        is_first = number == 0
        edit.put(
            r.Patient(
                id=own,
                patient_id="KLINIK-0042" if is_first else f"KLINIK-1{number}",
                sex="female",
                birth_date="1987-02-03",
                diagnosis="fop",
                diagnosis_status="confirmed",
                consent=consent,
                note="Zebulina Quastenflosser, KLINIK-0042, seen 2019-08-17",
            )
        )
        edit.put(
            r.Identity(
                patient=own, given_name="Zebulina", family_name="Quastenflosser", mrn="MRN-778123"
            )
        )
        edit.put(r.Mass(patient=own, mass_id="Zebulina", site="hip", note="Quastenflosser's lump"))
        edit.put(
            r.MassMeasurement(
                patient=own,
                mass_id="Zebulina",
                when="2019-08-17",
                length_mm="10.0",
                observer="Dr. Quastenflosser",
            )
        )
        edit.put(
            r.LabResult(
                patient=own,
                analyte="serum_phosphate",
                value="5.00",
                unit="mg/dL",
                when="2019-08-17",
                method="MRN-778123",
            )
        )
        edit.put(r.Source(patient=own, title="Zebulina and her lump", url="https://KLINIK-0042"))


def _put(edit: Edit, *, record: r.Record) -> None:
    edit.put(record)


def _bytes(path: Path) -> bytes:
    """Every byte of an export with the names of its files, packed ones unpacked too."""
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    files += list(path.parent.glob(f"{path.name}.*"))
    found = b""
    for one in files:
        found += one.name.encode() + one.read_bytes()
        if zipfile.is_zipfile(one):
            with zipfile.ZipFile(one) as packed:
                found += b"".join(packed.read(name) for name in packed.namelist())
    return found


def _run(registry: Path, target: Path, kind: str, *options: str) -> int:
    return main(["export", str(registry), "-o", str(target), "--format", kind, *options])


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("kept", [(), ("--keep-free-text",)])
def test_no_name_number_or_date_is_in_any_byte_of_a_release(
    registry: Path, tmp_path: Path, kind: str, kept: tuple[str, ...]
) -> None:
    target = tmp_path / "out" / f"release.{kind}"
    options = ("--deidentify", "--accept-release", "--recipient", "A university", *kept)
    assert _run(registry, target, kind, *options) == 0
    held = _bytes(target)
    assert held
    low = held.decode("utf-8", errors="replace").casefold()
    assert [secret for secret in PLANTED if secret.casefold() in low] == []
    assert "quastenflosser" not in low
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("kind", FORMATS)
def test_an_export_for_oneself_holds_everybody(
    registry: Path, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / f"own.{kind}"
    assert _run(registry, target, kind) == 0
    assert "9 in the registry = 9 exported + 0 excluded" in capsys.readouterr().out
    assert b"KLINIK-0042" in _bytes(target)


def test_without_acceptance_there_is_the_report_and_nothing_else(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "release"
    assert _run(registry, target, "csv", "--deidentify") == 1
    out = capsys.readouterr().out
    assert "pseudonymized, never anonymous" in out
    assert "--accept-release" in out
    assert not target.exists()


def test_consent_is_checked_at_the_export_and_every_exclusion_has_its_reason(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "own"
    _run(registry, target, "csv", "--purpose", "research")
    out = capsys.readouterr().out
    with (target / "patients.csv").open(encoding="utf-8", newline="") as file:
        ids = {row["patient_id"] for row in csv.DictReader(file)}
    assert "KLINIK-0042" in ids
    assert not {"KLINIK-11", "KLINIK-12"} & ids
    assert "consent withdrawn: " in out
    assert "no consent for this purpose recorded: " in out


def test_the_manifest_has_the_checksum_of_every_file_and_the_sum(
    registry: Path, tmp_path: Path
) -> None:
    target = tmp_path / "release"
    _run(registry, target, "csv", "--deidentify", "--accept-release", "--recipient", "A university")
    told = json.loads((target / "about" / "manifest.json").read_text())
    listed = {one["path"]: one["sha256"] for one in told["files"]}
    there = {
        one.relative_to(target).as_posix(): hashlib.sha256(one.read_bytes()).hexdigest()
        for one in target.rglob("*")
        if one.is_file() and one.name != "manifest.json"
    }
    assert listed == there
    people = told["patients"]
    assert people["registered"] == people["exported"] + sum(people["excluded"].values())
    assert told["protection"].startswith("pseudonymized, not anonymous")
    assert (told["purpose"], told["recipient"]) == ("research", "A university")
    assert told["counts"]["patients"] == people["exported"]


def test_the_list_of_pseudonyms_stays_in_the_clinic(registry: Path, tmp_path: Path) -> None:
    target, mapping = tmp_path / "release", tmp_path / "clinic" / "pseudonyms.csv"
    options = ("--deidentify", "--accept-release", "--mapping", str(mapping))
    assert _run(registry, target, "csv", *options) == 0
    with mapping.open(encoding="utf-8", newline="") as file:
        own = {row["patient_id"]: row["pseudonym"] for row in csv.DictReader(file)}
    with (target / "patients.csv").open(encoding="utf-8", newline="") as file:
        released = {row["patient_id"] for row in csv.DictReader(file)}
    assert set(own.values()) == released
    assert own["KLINIK-0042"] in released
    assert mapping.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("where", ["release/pseudonyms.csv", "clinic.registry", "old.csv"])
def test_the_list_of_pseudonyms_goes_nowhere_where_it_would_do_harm(
    registry: Path, tmp_path: Path, where: str
) -> None:
    (tmp_path / "old.csv").write_text("an older list")
    before = registry.read_bytes()
    options = ("--deidentify", "--accept-release", "--mapping", str(tmp_path / where))
    assert _run(registry, tmp_path / "release", "csv", *options) == 1
    assert registry.read_bytes() == before
    assert (tmp_path / "old.csv").read_text() == "an older list"
    assert not (tmp_path / "release").exists()


def test_an_export_never_goes_over_the_registry_or_among_older_files(
    registry: Path, tmp_path: Path
) -> None:
    before = registry.read_bytes()
    assert _run(registry, registry, "xlsx") == 1
    assert registry.read_bytes() == before
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "patient.json").write_text("older")
    assert _run(registry, tmp_path / "old", "phenopackets") == 1
    assert [one.name for one in (tmp_path / "old").iterdir()] == ["patient.json"]


@pytest.mark.parametrize("option", ["--keep-free-text", "--accept-release"])
def test_options_of_a_release_alone_are_refused(
    registry: Path, tmp_path: Path, option: str
) -> None:
    assert _run(registry, tmp_path / "own", "csv", option) == 1
    assert not (tmp_path / "own").exists()


def test_a_phenopacket_export_tells_what_it_could_not_hold(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _run(registry, tmp_path / "packets", "phenopackets")
    out = capsys.readouterr().out
    assert "phenopackets: 9" in out
    assert "Left out, because the format has no place for it: " in out


def test_a_release_without_free_text_can_be_imported_again(registry: Path, tmp_path: Path) -> None:
    target, again = tmp_path / "release", tmp_path / "again.registry"
    _run(registry, target, "csv", "--deidentify", "--accept-release")
    assert main(["import", str(again), str(target)]) == 0
    with Registry.open(again) as opened:
        held = opened.counts()
    with (target / "labs.csv").open(encoding="utf-8", newline="") as file:
        assert held["labs"] == len(list(csv.DictReader(file)))


def test_no_cell_that_is_shared_is_worked_out_and_each_comes_back(
    registry: Path, tmp_path: Path
) -> None:
    notes = ["=1+1", "@SUM(1,1)", "-5", "+47 73 88 99 00", "'=1+1", "one\rtwo"]
    with Registry.open(registry) as opened:
        for note in notes:
            seen = r.Finding(patient="own0", feature="fever", status="present", note=note)
            opened.change("Add finding", partial(_put, record=seen))
    target, again = tmp_path / "release", tmp_path / "again.registry"
    options = ("--deidentify", "--accept-release", "--keep-free-text")
    assert _run(registry, target, "csv", *options) == 0
    with (target / "findings.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "@"))]
    assert main(["import", str(again), str(target)]) == 0
    with Registry.open(again) as opened:
        cases = [opened.case(one) for one in opened.ids().values()]
    held = {one.note for case in cases for one in case.findings}
    assert set(notes) <= held


def _answer(edit: Edit, *, status: str, purpose: str, when: str) -> None:
    edit.put(r.Consent(patient="own0", purpose=purpose, status=status, when=when))


@pytest.mark.parametrize("status", ["withdrawn", "refused"])
@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_withdrawal_for_the_registry_stops_every_purpose_at_once(
    registry: Path, tmp_path: Path, purpose: str, status: str
) -> None:
    with Registry.open(registry) as opened:
        given = partial(_answer, status="given", purpose=purpose, when="2024")
        opened.change("Consent", given)
        wish = Wish(output=tmp_path / "out", format="csv", purpose=purpose)
        before = prepare(opened, wish).going
        opened.change(
            "Consent", partial(_answer, status=status, purpose="registry", when="2025-01-02")
        )
        after = prepare(opened, wish).going
    assert "own0" in before
    assert "own0" not in after


@pytest.mark.parametrize("hides", [True, False], ids=["release", "plain"])
def test_a_withdrawal_after_the_report_was_read_keeps_the_export_from_being_written(
    registry: Path, tmp_path: Path, hides: bool
) -> None:
    wish = Wish(
        output=tmp_path / "out",
        format="csv",
        purpose="research",
        deidentifies=hides,
        mapping=tmp_path / "mapping.csv" if hides else None,
    )
    with Registry.open(registry) as opened:
        prepared = prepare(opened, wish)
        assert "own0" in prepared.going
        with Registry.open(registry) as other:
            withdrawn = partial(_answer, status="withdrawn", purpose="research", when="2025")
            other.change("Consent", withdrawn)
        with pytest.raises(UserError, match="withdrew consent"):
            write(prepared)
        assert opened.audit(kinds=["export"]) == []
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "mapping.csv").exists()


def test_an_export_stands_in_the_audit_with_its_manifest(registry: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    options = ("--deidentify", "--accept-release", "--recipient", "A university")
    assert _run(registry, target, "csv", *options) == 0
    with Registry.open(registry) as opened:
        (row,) = opened.audit(kinds=["export"])
    manifest = (target / "about" / "manifest.json").read_bytes()
    assert row.details["manifest_sha256"] == hashlib.sha256(manifest).hexdigest()
    told = json.loads(manifest)
    assert row.details["counts"] == told["counts"]
    assert (row.details["format"], row.details["recipient"]) == ("csv", "A university")
    assert row.details["purpose"] == "research"
    assert row.details["exported"] == told["patients"]["exported"]
    assert row.details["excluded"] == told["patients"]["excluded"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_that_cannot_be_recorded_is_taken_back(
    registry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    def busy(*_: object, **__: object) -> int:
        what = "Another program is writing to this registry."
        raise UserError(what)

    target = tmp_path / "new" / f"out.{kind}"
    wish = Wish(output=target, format=FORMATS[FORMATS.index(kind)], deidentifies=True)
    with Registry.open(registry) as opened:
        prepared = prepare(opened, wish)
        monkeypatch.setattr(opened, "note", busy)
        with pytest.raises(UserError, match="Another program"):
            write(prepared)
    assert list(target.parent.iterdir()) == []


def test_a_clinician_exports_nothing(registry: Path, tmp_path: Path) -> None:
    with Registry.open(registry) as opened:
        opened.unlocked = Unlocked(
            user="dr. mora",
            role="clinician",
            session="s",
            database_key=b"",
            audit_key=b"k",
            wrap_key=b"",
        )
        with pytest.raises(UserError, match="role"):
            prepare(opened, Wish(output=tmp_path / "out", format="csv"))
