"""How a command gets into an encrypted registry: whose passphrase, and where it comes from.

Never from an argument, which everybody on the computer can read: from a file, from the
environment, or from the terminal.
"""

from __future__ import annotations

import getpass
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from desktop.cli_output import complain
from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

Signing = Literal["none", "window", "freely", "quietly", "fully", "making"]
"""What a command needs: nothing; a sign-in, which the window asks for if no passphrase is given;
the keys alone, if one is given; the keys alone, for files that must not be written to; a sign-in
that the journal hears of; the same, or keys for a new registry."""

PASSPHRASE = "CALCINOSIS_PASSPHRASE"  # noqa: S105 - the name of the variable
USER = "CALCINOSIS_USER"


def add_options(command: argparse.ArgumentParser, signing: Signing, *, again: bool = False) -> None:
    """Let a command take a user and a passphrase; ``again`` for a part of such a command."""
    import argparse

    missing = argparse.SUPPRESS if again else None
    text = f"whose passphrase it is; else {USER}"
    command.add_argument("--user", metavar="NAME", default=missing, help=text)
    text = f"a file with the passphrase; else {PASSPHRASE}, else the terminal"
    command.add_argument("--passphrase-file", type=Path, metavar="FILE", default=missing, help=text)
    command.set_defaults(signing=signing)


@contextmanager
def signed_in(options: argparse.Namespace) -> Iterator[None]:
    """Within the block the command may open its registry; afterwards the keys are forgotten."""
    path: Path | None = getattr(options, "source", None) or getattr(options, "registry", None)
    signing: Signing = getattr(options, "signing", "none")
    if path is None or signing == "none":
        yield
    elif signing == "making" and not path.exists():
        with _making(options, path):
            yield
    else:
        with _entering(options, path, signing):
            yield


@contextmanager
def _entering(options: argparse.Namespace, path: Path, signing: Signing) -> Iterator[None]:
    from desktop.db import keyring, vault
    from desktop.db.vault_file import HEADER, first_bytes

    if not vault.is_encrypted(path):
        if first_bytes(path) == HEADER and given_passphrase(options):
            complain(f"{path.name} is not encrypted; the passphrase was not used.")
        yield
        return
    passphrase = given_passphrase(options)
    if not passphrase and signing not in ("window", "freely"):
        passphrase = asked(f"Passphrase for {path.name}: ", what=_missing(path))
    try:
        if passphrase and signing in ("fully", "window"):
            _sign_in(path, user_of(options), passphrase)
        elif passphrase:
            keyring.unlock(path, vault.sign_in(path, user_of(options), passphrase))
        yield
    finally:
        keyring.lock(path)


def _sign_in(path: Path, user: str, passphrase: str) -> None:
    from desktop.work import people

    people.sign_in(path, user, passphrase).close()


@contextmanager
def _making(options: argparse.Namespace, path: Path) -> Iterator[None]:
    """Make what comes encrypted if a passphrase is given, and say so if it is not."""
    from desktop.db import keyring
    from desktop.work import people

    passphrase = given_passphrase(options)
    if getattr(options, "dry_run", False):
        yield
    elif passphrase:
        try:
            with people.new_registry(
                path, user_of(options) or getpass.getuser(), passphrase
            ) as code:
                yield
            complain(recovery_text(code))
        finally:
            keyring.lock(path)
    else:
        yield
        if path.exists():
            complain(f"{path.name} is not encrypted: no passphrase was given.")


def recovery_text(code: str) -> str:
    """What is said with a new recovery code."""
    return (
        f"Recovery code: {code}\n"
        "It opens the registry if every passphrase is lost. It is shown only now: write it down"
        " and keep it in a sealed envelope."
    )


def user_of(options: argparse.Namespace) -> str:
    """Whose passphrase is given; empty if nobody is named."""
    return str(options.user or os.environ.get(USER) or "")


def given_passphrase(options: argparse.Namespace) -> str:
    """The passphrase from a file or the environment; empty if there is none."""
    if options.passphrase_file:
        return from_file(options.passphrase_file)
    return os.environ.get(PASSPHRASE, "")


def from_file(path: Path) -> str:
    """The first line of a file; UserError where it cannot be read or is empty."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            say("{path} cannot be read.", path=path), remedy=say("Check the path.")
        ) from error
    if not lines or not lines[0]:
        raise UserError(
            say("{path} is empty.", path=path),
            remedy=say("Write the passphrase into its first line."),
        )
    return lines[0]


def asked(prompt: str, *, what: str) -> str:
    """A secret typed in the terminal; where there is none, UserError saying ``what`` is missing."""
    missing = UserError(
        what,
        kept=say("Nothing was opened or changed."),
        remedy=say(
            "Give it with --passphrase-file FILE or in the variable {variable}.",
            variable=PASSPHRASE,
        ),
    )
    if not sys.stdin.isatty():
        raise missing
    return _typed(prompt, missing)


def _typed(prompt: str, missing: UserError) -> str:
    try:
        return getpass.getpass(prompt)
    except (EOFError, KeyboardInterrupt) as error:
        print(file=sys.stderr)
        raise missing from error


def new_passphrase(options: argparse.Namespace, user: str) -> str:
    """The passphrase that somebody gets: from a file, else typed twice."""
    if options.new_passphrase_file:
        return from_file(options.new_passphrase_file)
    missing = UserError(
        say("The new passphrase is missing."),
        kept=say("Nothing was changed."),
        remedy=say("Give it with --new-passphrase-file FILE."),
    )
    if not sys.stdin.isatty():
        raise missing
    first = _typed(f"New passphrase of {user}: ", missing)
    if _typed("Once more: ", missing) != first:
        raise UserError(
            say("The two passphrases are not the same."),
            kept=say("Nothing was changed."),
            remedy=say("Try again."),
        )
    return first


def _missing(path: Path) -> str:
    return say("{file} is encrypted, and its passphrase is missing.", file=path.name)
