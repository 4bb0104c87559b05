"""One report of everything about a registry that can be checked, from its pages to its backups.

What it cannot find: a registry and all its backups put back to older copies together, by
somebody who has the key or where there is none. A printed page with a later head, or a second
place out of that person's reach, finds that, too.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop.db import backups, keyring, places, soundness, vault
from desktop.db.backups_places import second_place
from desktop.db.backups_proof import fits, problems_with
from desktop.db.connection import DatabaseError, connect
from desktop.db.heads import chain_problems, head_problems
from desktop.db.migrations import refuse_foreign
from desktop.db.opening import inspect, refuse_missing
from desktop.db.vault_file import check_seal, read
from desktop.domain.audit import Head
from desktop.domain.errors import UserError
from desktop.domain.language import mark, say
from desktop.work.verify_files import open_to_others, strays

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.db.connection import Connection
    from desktop.db.keyring import Unlocked

Standing = Literal["sound", "problem", "not checked"]
STANDING_WORDS = {
    "sound": mark("sound"),
    "problem": mark("problem"),
    "not checked": mark("not checked"),
}

_NAMES = {
    "opening": mark("The file and its place"),
    "engine": mark("Database engine"),
    "pages": mark("Pages"),
    "cipher": mark("Seals of encrypted pages"),
    "references": mark("References between records"),
    "shape": mark("Tables, indexes and triggers"),
    "audit": mark("Audit"),
    "heads": mark("Older copies in its place"),
    "printed": mark("Audit mark of a printed page"),
    "backups": mark("Backups"),
    "keys": mark("Keys and people"),
    "permissions": mark("Who else can read the files"),
    "strays": mark("Files left behind"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check; ``note`` says more about a check that was not made, or how far it went."""

    key: str
    problems: tuple[str, ...] = ()
    is_made: bool = True
    note: str = ""

    @property
    def standing(self) -> Standing:
        """How it went."""
        if self.problems:
            return "problem"
        return "sound" if self.is_made else "not checked"

    @property
    def name(self) -> str:
        """What it is called on the screen."""
        return say(_NAMES[self.key])


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Every check of a registry; ``head`` is the last entry of its audit, for comparison."""

    path: Path
    checks: tuple[Check, ...]
    head: Head | None = None

    @property
    def is_sound(self) -> bool:
        """Whether nothing that was checked is wrong."""
        return not any(one.problems for one in self.checks)

    @property
    def is_complete(self) -> bool:
        """Whether everything could be checked."""
        return all(one.is_made for one in self.checks)

    @property
    def problems(self) -> tuple[str, ...]:
        """Every problem, with the name of its check."""
        return tuple(f"{one.name}: {text}" for one in self.checks for text in one.problems)


def verify(path: Path, *, is_full: bool = True, head: Head | None = None) -> Report:
    """Check a registry, its keys, backups and side files; ``head`` is one from a printed page.

    ``is_full`` also compares every index with its table, which takes minutes for a gigabyte. An
    encrypted registry that is locked gets the checks that need no key. Raises UserError if
    there is no such file.
    """
    refuse_missing(path)
    unlocked = keyring.unlocked(path)
    checks = [_opening(path)]
    found = None
    if unlocked is None and vault.is_encrypted(path):
        checks += _unmade(path, say("a passphrase is needed"), head)
    else:
        inside, found = _inside(path, unlocked, is_full=is_full, head=head)
        checks += inside
    checks += [_backups(path, unlocked), _keys(path, unlocked)]
    checks.append(_permissions(path))
    checks.append(Check(key="strays", problems=tuple(strays(path))))
    return Report(path=path, checks=tuple(checks), head=found)


_INSIDE = ("engine", "pages", "cipher", "references", "shape", "audit", "heads")


def _unmade(path: Path, why: str, head: Head | None) -> list[Check]:
    keys = [key for key in _INSIDE if key != "cipher" or vault.is_encrypted(path)]
    keys += ["printed"] if head else []
    return [Check(key=key, is_made=False, note=why) for key in keys]


def _opening(path: Path) -> Check:
    try:
        inspect(path, read_only=True)
    except UserError as error:
        return Check(key="opening", problems=(str(error),))
    return Check(key="opening")


def _inside(
    path: Path, unlocked: Unlocked | None, *, is_full: bool, head: Head | None
) -> tuple[list[Check], Head | None]:
    is_closed = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    try:
        connection = connect(path, read_only=is_closed)
    except UserError as error:
        first = Check(key="pages", problems=(error.what,))
        return [first, *_unmade(path, say("the file cannot be opened"), head)[2:]], None
    try:
        made = [
            _made("engine", lambda: soundness.engine_problems(connection)),
            _made("pages", lambda: soundness.page_problems(connection, is_full=is_full)),
        ]
        if unlocked is not None:
            made.append(_made("cipher", lambda: soundness.cipher_problems(connection)))
        made += [
            _made("references", lambda: soundness.reference_problems(connection)),
            _made("shape", lambda: _shape(connection, path)),
            _made("audit", lambda: chain_problems(connection, unlocked)),
            _made("heads", lambda: _rolled_back(connection, path, unlocked)),
        ]
        if head is not None:
            made.append(_made("printed", lambda: _printed(connection, head)))
        return made, _head(connection)
    finally:
        connection.close()


def _made(key: str, check: Callable[[], Sequence[str] | None]) -> Check:
    """Run one check; None means that it could not be made now, an error that pages are damaged."""
    try:
        problems = check()
    except DatabaseError as error:
        return Check(key=key, problems=(say("pages cannot be read: {error}", error=error),))
    if problems is None:
        return Check(
            key=key, is_made=False, note=say("the log of the registry cannot be folded in now")
        )
    return Check(key=key, problems=tuple(problems))


def _shape(connection: Connection, path: Path) -> list[str]:
    try:
        refuse_foreign(connection, path)
    except UserError as error:
        return [error.what]
    return soundness.shape_problems(connection)


def _head(connection: Connection) -> Head | None:
    try:
        return Head(*soundness.head_of(connection))
    except DatabaseError:
        return None


def _printed(connection: Connection, head: Head) -> list[str]:
    return head_problems(connection, head.seq, head.seal, seen_in=say("the printed page"))


def _rolled_back(connection: Connection, path: Path, unlocked: Unlocked | None) -> list[str]:
    """What the manifests of backups know and the audit does not; each kind of trouble once."""
    for one in _known(path, unlocked):
        if one.is_authentic is False:
            continue  # told with the backups
        manifest = one.manifest
        seen_in = say("the backup {file}", file=one.name)
        found = head_problems(connection, manifest.head_seq, manifest.head_seal, seen_in=seen_in)
        if found:
            return found
    return []


def _known(path: Path, unlocked: Unlocked | None) -> list[backups.Backup]:
    """The backups here and in the second place, the latest entry of the audit first."""
    found = [*backups.listed(path), *_in_second_place(path, unlocked)[0]]
    return sorted(found, key=lambda one: one.manifest.head_seq, reverse=True)


def _in_second_place(
    path: Path, unlocked: Unlocked | None
) -> tuple[tuple[backups.Backup, ...], str, str]:
    """The backups in the second place; what is wrong with it, and why it was not looked at."""
    try:
        place = second_place(path)
    except UserError as error:
        return (), error.what, ""
    if place is None:
        return (), "", ""
    if not place.is_dir():
        return (), "", say("the second place is not there and was not checked")
    return backups.listed_in(place / backups.folder_of(path).name, unlocked), "", ""


def _backups(path: Path, unlocked: Unlocked | None) -> Check:
    found = backups.listed(path)
    second, wrong_place, note = _in_second_place(path, unlocked)
    is_locked = unlocked is None and vault.is_encrypted(path)
    problems = [wrong_place] if wrong_place else []
    problems += [
        say("{file} has no readable manifest", file=one.name)
        for one in backups.without_manifest(path)
    ]
    newest = None if is_locked else next((one for one in found if fits(one, unlocked)), None)
    for one in (*found, *second):
        try:
            wrong = problems_with(one, unlocked, opens=one is newest)
        except (DatabaseError, OSError) as error:
            wrong = [str(error)]
        where = one.file.parent.parent.name if one in second else ""
        name = f"{where}/{one.name}" if where else one.name
        problems += [say("{file}: {problem}", file=name, problem=text) for text in wrong]
    note = note or ("" if found else say("there are none"))
    return Check(key="backups", problems=tuple(problems), note=note, is_made=not is_locked)


def _permissions(path: Path) -> Check:
    if places.has_owners(kind := places.kind_of_place(path)):
        return Check(key="permissions", problems=tuple(open_to_others(path)))
    note = say(
        "files have no owner on such a disk ({kind}): whoever has it can read them", kind=kind
    )
    return Check(key="permissions", note=note)


def _keys(path: Path, unlocked: Unlocked | None) -> Check:
    try:
        vault.people(path)
        if not vault.is_encrypted(path):
            return Check(key="keys", note=say("not encrypted: whoever has the file can read it"))
        if unlocked is None:
            return Check(key="keys", is_made=False, note=say("a passphrase is needed"))
        check_seal(read(path), unlocked.master_key, path)
    except UserError as error:
        return Check(key="keys", problems=(error.what,))
    return Check(key="keys")
