"""Files of reports: whole or absent, one for each patient, nobody left out in silence."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.db.connection import connect
from desktop.db.edit import Edit
from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.errors import UserError
from desktop.domain.language import language
from desktop.guidance.reading import reading_grade
from desktop.reports.patient_sheet import patient_sheet
from desktop.work.report import (
    Order,
    imprint,
    in_language,
    reading_remark,
    registry_document,
    remarks,
    report_name,
    write_whole,
)
from desktop.work.report_batch import write_batch, written_one_by_one
from desktop.work.report_text import plain_text
from tests.reports.examples import AS_OF, full_case, full_dossier
from tests.reports.reading import read


def _fill(edit: Edit) -> None:
    case = full_case()
    edit.put(case.patient)
    if case.identity is not None:
        edit.put(case.identity)
    for lab in case.labs:
        edit.put(lab)
    for number, patient_id in enumerate(("A/1", "A_1", "late")):
        edit.put(
            r.Patient(
                id=f"q{number}",
                patient_id=patient_id,
                death_when="2024" if patient_id == "late" else "",
            )
        )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "clinic.registry"
    with Registry.create(place, who="Front desk") as registry:
        registry.change("Make patients", _fill)
    return place


def test_a_batch_writes_one_file_each_and_tells_the_others_with_reason(
    path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "sheets"
    with Registry.open(path) as registry:
        patients = list(registry.ids().values())
        order = Order(kind="patient")
        batch = write_batch(registry, patients, folder, order=order, made=imprint(registry))
    names = sorted(file.name for file in folder.iterdir())
    # Two registry IDs that give one file name do not overwrite each other.
    assert names == ["A_1-patient-2.pdf", "A_1-patient.pdf", "CR-0142-patient.pdf"]
    assert [patient for patient, _ in batch.refused] == ["late"]
    assert "a death is recorded" in batch.refused[0][1]
    assert batch.balance == "4 asked for = 3 written + 1 not made"


def test_each_file_of_a_batch_is_about_its_own_patient_alone(path: Path, tmp_path: Path) -> None:
    with Registry.open(path) as registry:
        batch = write_batch(
            registry,
            list(registry.ids().values()),
            tmp_path / "out",
            order=Order(),
            made=imprint(registry),
        )
    for file, own in zip(batch.written, ("CR-0142", "A/1", "A_1", "late"), strict=True):
        text = read(file.read_bytes()).text
        assert own in text
        assert ("ROMERO-VANCE" in text) == (own == "CR-0142")


def test_a_batch_that_is_stopped_keeps_what_it_made(path: Path, tmp_path: Path) -> None:
    with Registry.open(path) as registry:
        patients = list(registry.ids().values())
        made = imprint(registry)
        steps = written_one_by_one(registry, patients, tmp_path / "out", order=Order(), made=made)
        assert [next(steps), next(steps)] == [0, 1]
        steps.close()
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["CR-0142-clinician.pdf"]


def test_a_folder_that_cannot_be_made_is_said(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with Registry.open(path) as registry, pytest.raises(UserError, match="cannot be made"):
        write_batch(registry, [], tmp_path / "file", order=Order(), made=imprint(registry))


def test_a_file_is_whole_or_absent(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be written"):
        write_whole(tmp_path / "missing" / "x.pdf", b"x")
    write_whole(tmp_path / "x.pdf", b"whole")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("x.pdf", b"whole")]


def test_the_imprint_names_the_registry_and_who_opened_it(path: Path) -> None:
    with Registry.open(path, who="N. Example") as registry:
        made = imprint(registry, paper="letter")
    assert (made.registry_name, made.printed_by, made.paper) == ("clinic", "N. Example", "letter")


def test_a_file_name_never_holds_a_name() -> None:
    assert report_name(full_dossier(), "patient") == "CR-0142-patient.pdf"


def test_the_language_is_only_borrowed() -> None:
    with pytest.raises(UserError), in_language("en"):
        raise UserError("x")
    assert language() == "en"


def test_remarks_tell_the_clinician_what_the_patient_will_not_read(path: Path) -> None:
    with Registry.open(path) as registry:
        made = imprint(registry)
    told = remarks(full_dossier(), Order(kind="patient"), made)
    assert "The file name holds CR-0142 only." in told[0]
    assert "1 alert has no words for patients and is not on the sheet." in told


def test_the_sheet_for_patients_stays_below_the_eighth_grade(path: Path) -> None:
    with Registry.open(path) as registry:
        made = imprint(registry)
    # Sixth to eighth grade is what several bodies advise at most.
    assert reading_grade(patient_sheet(full_dossier(), made).text) < 8
    assert "Reading grade of the sheet: " in reading_remark(full_dossier(), made)


def test_plain_text_carries_identity_reason_letter_and_alerts() -> None:
    text = plain_text(full_dossier(), "the reason.", text="Dear colleague")
    for words in (
        "ROMERO-VANCE, Lucia",
        "448 120 936",
        "DEMO DATA",
        "Not a diagnosis.",
        "could not be made: the reason.",
        "Dear colleague",
        "Allergies: co-trimoxazole",
        "Avoid calcium-based binders",
    ):
        assert words in text


def test_the_registry_document_counts_everyone(path: Path) -> None:
    with Registry.open(path) as registry:
        done: list[int] = []
        pdf = registry_document(
            registry,
            imprint(registry),
            as_of=AS_OF,
            report=lambda number, _total, _text: done.append(number),
        )
    assert "4 patients" in read(pdf).text
    assert done == [0, 1, 2, 3, 4]


def _run(*arguments: str) -> int:
    return main(["report", *arguments])


def test_the_command_writes_one_document_of_each_kind(path: Path, tmp_path: Path) -> None:
    for kind in ("clinician", "patient", "letter", "emergency", "timeline"):
        target = tmp_path / f"{kind}.pdf"
        assert _run(str(path), "CR-0142", "-o", str(target), "--kind", kind) == 0
        assert read(target.read_bytes()).pages
    target = tmp_path / "registry.pdf"
    assert _run(str(path), "-o", str(target), "--kind", "registry", "--paper", "letter") == 0
    assert "Registry report" in read(target.read_bytes()).text


def test_the_command_writes_a_folder_for_several_patients(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(str(path), "CR-0142", "A/1", "-o", str(tmp_path / "two")) == 0
    assert len(list((tmp_path / "two").iterdir())) == 2
    assert _run(str(path), "--all", "-o", str(tmp_path / "all"), "--kind", "patient") == 0
    told = capsys.readouterr()
    assert "4 asked for = 3 written + 1 not made" in told.out
    assert "late: " in told.err


def test_the_command_takes_the_text_of_a_letter_from_a_file(path: Path, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Dear colleague of the north,", encoding="utf-8")
    target = str(tmp_path / "x.pdf")
    wish = (str(path), "CR-0142", "-o", target, "--kind", "letter", "--text", str(text))
    assert _run(*wish) == 0
    assert "Dear colleague of the north," in read(Path(target).read_bytes()).text


@pytest.mark.parametrize(
    "arguments",
    [
        ("-o", "x.pdf"),
        ("CR-0142", "--all", "-o", "x"),
        ("CR-0142", "-o", "x.pdf", "--kind", "registry"),
        ("CR-9999", "-o", "x.pdf"),
        ("late", "-o", "x.pdf", "--kind", "patient"),
    ],
)
def test_a_wish_that_cannot_be_met_is_refused_and_writes_nothing(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert _run(str(path), *arguments) == 1
    assert not (tmp_path / "x.pdf").exists()


def test_phone_numbers_come_from_the_command(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "p.pdf"
    wish = (str(path), "CR-0142", "-o", str(target), "--kind", "patient")
    assert _run(*wish, "--phone", "Clinic=555 0142") == 0
    assert "Clinic 555 0142" in read(target.read_bytes()).text


def test_paper_carries_the_newest_entry_of_the_audit_and_is_recorded_in_it(
    path: Path, tmp_path: Path
) -> None:
    with Registry.open(path) as registry:
        head = registry.head()
        patient_id, patient = next(iter(registry.ids().items()))
    assert main(["report", str(path), patient_id, "-o", str(tmp_path / "one.pdf")]) == 0
    pdf = (tmp_path / "one.pdf").read_bytes()
    assert f"Audit {head.short}" in read(pdf).pages[0]
    with Registry.open(path) as registry:
        row = next(one for one in registry.audit(kinds=["print"]))
    assert (row.patient, row.details["document"]) == (patient, "clinician")
    assert row.details["sha256"] == hashlib.sha256(pdf).hexdigest()


def test_each_document_of_a_batch_is_recorded_for_its_patient(path: Path, tmp_path: Path) -> None:
    with Registry.open(path) as registry:
        patients = list(registry.ids().values())
        batch = write_batch(
            registry, patients, tmp_path / "out", order=Order(), made=imprint(registry)
        )
        recorded = {row.patient for row in registry.audit(kinds=["print"])}
    assert len(recorded) == len(batch.written) > 1


def test_a_document_that_cannot_be_recorded_is_not_handed_out(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.db.connection.BUSY_SECONDS", 0.1)
    with Registry.open(path) as registry:
        made, patients = imprint(registry), list(registry.ids().values())
        holder = connect(path)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="Another program is writing"):
            write_batch(registry, patients[:1], tmp_path / "out", order=Order(), made=made)
        holder.execute("ROLLBACK")
        holder.close()
    assert list((tmp_path / "out").iterdir()) == []
