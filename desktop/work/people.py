"""Who works in an encrypted registry: coming in, and changing who may, each told in its journal.

Every function takes the path of a registry. Those that change people use the way in of whoever
signed in here, and need the registry closed: a new key means a new file in its place.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.db import keyring, vault, vault_attempts
from desktop.db.registry import Registry
from desktop.db.vault_file import HEADER, first_bytes
from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.domain.roles import ROLE_WORDS
from desktop.work import backups

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.db.keyring import Unlocked
    from desktop.domain.audit import EventKind
    from desktop.domain.roles import Role


@dataclass(frozen=True, slots=True)
class Encrypted:
    """What came of encrypting a registry: the code to print, and what still lies about plain."""

    code: str
    plain: tuple[Path, ...]


def sign_in(path: Path, user: str, passphrase: str, *, read_only: bool = False) -> Registry:
    """Open an encrypted registry; its journal hears of this and of the failures before it.

    An empty ``user`` tries everybody. Nothing is told where it is opened for reading only.
    Raises UserError as ``vault.sign_in`` and ``Registry.open`` do; the keys are then forgotten.
    """
    registry = _entered(path, vault.sign_in(path, user, passphrase), read_only=read_only)
    if not read_only:
        _tell(registry, "sign_in", say("Sign in"))
    return registry


def sign_out(registry: Registry) -> None:
    """Close the registry and forget its keys; its journal hears of it."""
    if registry.unlocked is not None and not registry.read_only:
        registry.note("sign_out", say("Sign out"))
    registry.close()
    keyring.lock(registry.path)


@contextmanager
def new_registry(path: Path, user: str, passphrase: str) -> Iterator[str]:
    """Within the block, whatever makes a registry at ``path`` makes it encrypted; gives the code.

    Where the block makes none, the keys are removed again. Raises UserError where registry or
    keys exist already, and for a passphrase that is too short.
    """
    unlocked, code = vault.create(path, user, passphrase)
    keyring.unlock(path, unlocked)
    try:
        yield code
    finally:
        if not path.exists():
            keyring.lock(path)
            vault.keys_path(path).unlink(missing_ok=True)
    with closing(Registry.open(path)) as registry:
        _tell_person(registry, say("Add {user}", user=unlocked.user), unlocked.user)


def create(path: Path, user: str, passphrase: str) -> tuple[Registry, str]:
    """A new, encrypted registry with its first person, an administrator, and the recovery code.

    The code is shown once and kept nowhere.
    """
    with new_registry(path, user, passphrase) as code:
        Registry.create(path).close()
    return Registry.open(path), code


def recover(path: Path, code: str, user: str, passphrase: str) -> tuple[Registry, str]:
    """Open an encrypted registry with its recovery code; gives the next code.

    The person gets this passphrase and all rights. The code that was used is void. Raises
    UserError, after which the person can sign in, where no new code could be made.
    """
    used = vault.recover(path, code, user, passphrase)
    try:
        renewed, next_code = vault.new_recovery_code(path, used)
    except UserError as error:
        refusal = UserError(
            error.what,
            kept=say("The new passphrase of {user} holds, and so does the code.", user=used.user),
            remedy=error.remedy,
        )
        try:
            with closing(_entered(path, used)) as registry:
                _tell(registry, "recovery", say("Sign in with the recovery code"))
        except UserError as untold:
            raise refusal from untold
        finally:
            keyring.lock(path)
        raise refusal from error
    registry = _entered(path, renewed)
    _tell(registry, "recovery", say("Sign in with the recovery code"))
    return registry, next_code


def encrypt(path: Path, user: str, passphrase: str) -> Encrypted:
    """Encrypt a registry that is not; whoever is named here is signed in then."""
    unlocked, code = vault.encrypt(path, user, passphrase)
    with closing(_entered(path, unlocked)) as registry:
        _tell_person(registry, say("Encrypt the registry"), unlocked.user)
    return Encrypted(code, plain_copies(path))


def plain_copies(path: Path) -> tuple[Path, ...]:
    """Copies beside the registry, and its backups, that anybody can read."""
    near = [*path.parent.glob(f"{path.name}.version-*"), *_backups(path)]
    return tuple(sorted(one for one in near if _is_plain(one)))


def add(path: Path, user: str, role: Role, passphrase: str) -> None:
    """Let somebody else in; for administrators."""
    vault.add_person(path, _own(path), user, role, passphrase)
    _told(path, say("Add {user}", user=user), user, role=role)


def remove(path: Path, user: str) -> None:
    """Keep somebody out from now on; for administrators. The file gets a new key."""
    own = _own(path)
    backups.before(path, "encryption")
    vault.remove_person(path, own, user)
    _told(path, say("Remove {user}", user=user), user)


def change_role(path: Path, user: str, role: Role) -> None:
    """Give somebody another role; for administrators. A lesser one brings a new key."""
    own = _own(path)
    backups.before(path, "encryption")
    vault.change_role(path, own, user, role)
    with closing(Registry.open(path)) as registry:
        what = say("Make {user} {role}", user=user, role=say(ROLE_WORDS[role]))
        registry.note("role", what, details={"user": user, "role": role})


def change_passphrase(path: Path, user: str, passphrase: str) -> None:
    """A new passphrase, of oneself or, for administrators, of anybody. The file gets a new key."""
    own = _own(path)
    backups.before(path, "encryption")
    vault.change_passphrase(path, own, user, passphrase)
    _told(path, say("Change the passphrase of {user}", user=user), user)


def new_recovery_code(path: Path) -> str:
    """Another recovery code; for administrators. The old one is void."""
    own = _own(path)
    backups.before(path, "encryption")
    _, code = vault.new_recovery_code(path, own)
    with closing(Registry.open(path)) as registry:
        registry.note("recovery", say("Make a new recovery code"))
    return code


def _own(path: Path) -> Unlocked:
    own = keyring.unlocked(path)
    if own is None:
        raise UserError(
            say("{file} is not encrypted, or you have not signed in.", file=path.name),
            kept=say("Nothing was changed."),
            remedy=say("Encrypt it, or sign in first."),
        )
    return own


def _entered(path: Path, unlocked: Unlocked, *, read_only: bool = False) -> Registry:
    keyring.unlock(path, unlocked)
    try:
        return Registry.open(path, read_only=read_only)
    except BaseException:
        keyring.lock(path)
        raise


def _tell(registry: Registry, kind: EventKind, what: str) -> None:
    """Write the coming in to the audit; where it cannot be written, nobody is in."""
    try:
        _tell_failures(registry)
        registry.note(kind, what)
    except BaseException:
        registry.close()
        keyring.lock(registry.path)
        raise


def _tell_failures(registry: Registry) -> None:
    failures = vault_attempts.read(registry.path).unheard
    for failure in failures:
        details = {"at": failure.at, "user": failure.user}
        registry.note("failed_sign_in", say("Failed sign-in"), details=details)
    if failures:
        vault_attempts.heard(registry.path, len(failures))


def _told(path: Path, what: str, user: str, **details: str) -> None:
    with closing(Registry.open(path)) as registry:
        _tell_person(registry, what, user, **details)


def _tell_person(registry: Registry, what: str, user: str, **details: str) -> None:
    registry.note("person", what, details={"user": user, **details})


def _backups(path: Path) -> Iterator[Path]:
    folder = path.with_name(f"{path.name}.backups")
    return folder.glob("*.registry")


def _is_plain(path: Path) -> bool:
    return path.is_file() and first_bytes(path) == HEADER
