"""Damaged registries: looked at without harm, and what is readable saved into a new one."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from desktop.db import keyring, salvage, soundness, vault
from desktop.db.connection import connect
from desktop.db.reading import read_only, reading
from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.db.edit import Edit

pytestmark = pytest.mark.usefixtures("cheap_keys")

PATIENTS = 300
PAGE = 4096


@pytest.fixture(params=["plain", "encrypted"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A registry with 300 patients and a result of each."""
    path = tmp_path / "clinic.registry"
    if request.param == "encrypted":
        unlocked, _ = vault.create(path, "keeper", "nine purple elephants")
        keyring.unlock(path, unlocked)

    def fill(edit: Edit) -> None:
        for number in range(PATIENTS):
            patient = r.Patient(id=f"p{number}", patient_id=f"CR-{number}", note="n" * 300)
            lab = r.LabResult(
                patient=patient.id, analyte="serum_phosphate", value="1", unit="mg/dL"
            )
            edit.put(patient)
            edit.put(lab)

    with Registry.create(path) as registry:
        registry.change("Add", fill)
    return path


def damaged(path: Path, choose: Callable[[int], list[int]]) -> None:
    """Overwrite some pages with noise; ``choose`` is told how many there are."""
    content = bytearray(path.read_bytes())
    chance = random.Random(3)  # noqa: S311 - repeatable
    for page in choose(len(content) // PAGE):
        content[page * PAGE + 8 : page * PAGE + 4000] = chance.randbytes(3992)
    path.write_bytes(bytes(content))


def test_a_sound_registry_is_saved_whole(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "saved.registry"
    saved = salvage.salvage(path, target)
    assert (saved.lost, saved.problems) == (0, ())
    with Registry.open(target) as registry:
        assert len(registry.patients()) == PATIENTS
    assert vault.is_encrypted(target) == vault.is_encrypted(path)


def test_what_is_readable_is_saved_and_what_is_lost_is_counted(path: Path, tmp_path: Path) -> None:
    assert salvage.damage_in(path) == []
    damaged(path, lambda pages: [pages // 2, pages * 2 // 3, pages - 20])
    before = path.read_bytes()
    assert salvage.damage_in(path) != []
    target = tmp_path / "saved.registry"
    saved = salvage.salvage(path, target)
    assert path.read_bytes() == before
    assert saved.problems == ()
    outcomes = {one.table: one for one in saved.tables}
    known = [one for one in saved.tables if one.lost]
    assert known
    assert outcomes["patients"].saved + outcomes["labs"].saved > 2 * PATIENTS - 100
    with Registry.open(target) as registry:
        patients = registry.patients()
        rows = sum(len(registry.case(one.id).labs) for one in patients)
    assert len(patients) == outcomes["patients"].saved + outcomes["patients"].remade
    assert rows == outcomes["labs"].saved


def test_results_of_a_lost_patient_keep_a_patient(path: Path, tmp_path: Path) -> None:
    connection = connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM patients WHERE id = 'p7'")
    connection.commit()
    connection.close()
    target = tmp_path / "saved.registry"
    saved = salvage.salvage(path, target)
    assert {one.table: one.remade for one in saved.tables if one.remade} == {"patients": 1}
    with Registry.open(target) as registry:
        case = registry.case("p7")
    assert case.patient.patient_id == "SALVAGED-p7"
    assert len(case.labs) == 1


def test_damage_in_every_page_is_an_answer_and_no_crash(path: Path, tmp_path: Path) -> None:
    damaged(path, lambda pages: list(range(pages)))
    target = tmp_path / "saved.registry"
    with pytest.raises(UserError, match=r"Nothing in .* can be read|not a calcinosis registry"):
        salvage.salvage(path, target)
    assert [one.name for one in tmp_path.iterdir() if "saved" in one.name] == []


@pytest.mark.parametrize("seed", range(6))
def test_any_damaged_page_leaves_a_sound_registry_or_a_clear_answer(
    path: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - repeatable
    damaged(path, lambda pages: chance.sample(range(1, pages), 4))
    target = tmp_path / "saved.registry"
    try:
        saved = salvage.salvage(path, target)
    except UserError:
        assert not target.exists()
        return
    assert saved.problems == ()
    with reading(target, keyring.unlocked(target)) as connection:
        assert soundness.reference_problems(connection) == []
        assert soundness.shape_problems(connection) == []


def test_a_copy_put_aside_is_private_and_can_be_looked_at(path: Path) -> None:
    connection = connect(path)
    connection.execute("UPDATE patients SET note = 'in the log' WHERE id = 'p1'")
    connection.commit()
    with pytest.raises(UserError, match="is open"):
        salvage.put_aside(path)
    left = {name: path.with_name(name).read_bytes() for name in (path.name, f"{path.name}-wal")}
    connection.close()
    for name, content in left.items():  # as after a crash: the log is not folded in
        path.with_name(name).write_bytes(content)
    copy = salvage.put_aside(path)
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    looking = read_only(copy, keyring.unlocked(copy))
    (note,) = looking.execute("SELECT note FROM patients WHERE id = 'p1'").fetchone()
    looking.close()
    assert note == "in the log"


def test_a_file_of_another_kind_is_not_salvaged(tmp_path: Path) -> None:
    letter = tmp_path / "letter.registry"
    letter.write_text("these are only words " * 500)
    with pytest.raises(UserError):
        salvage.salvage(letter, tmp_path / "saved.registry")
    with pytest.raises(UserError, match="no registry"):
        salvage.salvage(tmp_path / "absent", tmp_path / "saved.registry")


def test_a_locked_registry_is_not_salvaged(path: Path, tmp_path: Path) -> None:
    if vault.is_encrypted(path):
        keyring.lock(path)
        with pytest.raises(UserError, match="sign in"):
            salvage.salvage(path, tmp_path / "saved.registry")
