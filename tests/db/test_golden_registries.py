"""Registries of the present shape, kept for ever: every later program opens them and loses nothing.

The older ones are upgraded in ``test_audit`` and ``test_erasure``. The people are fictional.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.db import keyring, vault
from desktop.db.registry import Registry
from desktop.domain.errors import UserError
from desktop.work import people
from desktop.work.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLDEN = Path(__file__).parents[1] / "data" / "registries"
ANA = "golden words of version three"
VERA = "only looking at version three"
CODE = "8MAZ-ESW4-7B00-AVP4-D60X-2BFH-T1YY-03C8-E"
DEEDS = [
    *("change", "change", "change", "change", "change", "undo", "redo", "import", "sign"),
    *("change", "change", "change", "erasure", "print"),
]
"""The kinds of the entries that both files have, the oldest first."""
SINCE = ["person", "person", "change", "failed_sign_in", "sign_in", "sign_out", "sign_in"]
"""Those of the encrypted one, since it was encrypted."""


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return brought(tmp_path, "version-3.registry")


@pytest.fixture
def encrypted(tmp_path: Path) -> Iterator[Path]:
    path = brought(tmp_path, "version-3-encrypted.registry")
    yield path
    keyring.lock(path)


def brought(folder: Path, name: str) -> Path:
    """A copy to work on, with its keys."""
    for file in GOLDEN.glob(f"{name}*"):
        shutil.copy(file, folder)
        (folder / file.name).chmod(0o600)
    return folder / name


def phosphates(registry: Registry) -> dict[str, list[str]]:
    """The results of everybody, by registry ID."""
    return {
        patient_id: [lab.value for lab in registry.case(own).labs]
        for patient_id, own in registry.ids().items()
    }


def refuse_less(registry: Registry, *, latest: str) -> None:
    """Whatever the file held when it was made is held now."""
    names = {row.patient_id: row.name for row in registry.patients()}
    assert names == {
        "CR-0001": "FIKCYJNA, Zofia",
        "CR-0002": "ERFUNDEN, Ingolf",
        "CR-0003": "INVENTADA, Amaranta",
    }
    assert phosphates(registry) == {"CR-0001": ["6.9"], "CR-0002": [latest], "CR-0003": []}
    zofia, ingolf = registry.id_of("CR-0001"), registry.id_of("CR-0002")
    assert zofia is not None
    assert ingolf is not None
    assert registry.case_as_of(zofia, 2).labs[0].value == "5.0"
    assert [one.who for one in registry.signatures(zofia).values()] == ["nurse"]
    assert registry.signatures(ingolf) == {}
    assert [one.high for one in registry.ranges()] == [4.4]
    assert [one.cells for one in registry.drafts()] == [{"value": "7.3"}]
    reasons = {entry.reason for entry in registry.history(ingolf)}
    assert "misread from the sheet" in reasons


def test_a_plain_registry_of_version_3_holds_what_it_held(plain: Path) -> None:
    assert verify(plain).problems == ()
    with Registry.open(plain) as registry:
        refuse_less(registry, latest="7.2")
        assert [row.kind for row in reversed(registry.audit())][: len(DEEDS)] == DEEDS
        registry.note("sign_in", "Sign in")
    assert verify(plain).problems == ()


@pytest.mark.parametrize(("user", "passphrase"), [("Ana", ANA), ("Vera", VERA)])
def test_an_encrypted_registry_of_version_3_opens_with_every_passphrase(
    encrypted: Path, user: str, passphrase: str
) -> None:
    with people.sign_in(encrypted, user, passphrase) as registry:
        refuse_less(registry, latest="7.4")
        kinds = [row.kind for row in reversed(registry.audit())]
        assert kinds[: len(DEEDS + SINCE)] == DEEDS + SINCE
        assert registry.role == {"Ana": "administrator", "Vera": "viewer"}[user]
    report = verify(encrypted)
    assert report.problems == ()
    assert report.is_complete


def test_the_recovery_code_of_version_3_opens_it(encrypted: Path) -> None:
    registry, following = people.recover(encrypted, CODE, "Nils", "another twelve letters")
    with registry:
        refuse_less(registry, latest="7.4")
    assert following != CODE
    assert verify(encrypted).problems == ()


def test_without_a_passphrase_the_golden_file_tells_nothing(encrypted: Path) -> None:
    with pytest.raises(UserError, match="does not fit"):
        people.sign_in(encrypted, "Ana", "no such words in here")
    assert [one.user for one in vault.people(encrypted)] == ["Ana", "Vera", ""]
    content = encrypted.read_bytes()
    assert not any(word in content for word in (b"Zofia", b"CREATE TABLE", b"golden.csv"))
