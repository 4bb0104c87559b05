"""What the commands about people, keys and the journal are called, and what they take."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli_signing import add_options
from desktop.domain.audit import KINDS
from desktop.domain.roles import ROLES

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Command = Callable[[str, str], argparse.ArgumentParser]


def add_people(command: Command) -> None:
    """Add the commands; ``command`` makes one by its name and help text."""
    _add_users(command("users", "list, add, change or remove the people of a registry"))

    recover = command("recover", "open an encrypted registry with its recovery code")
    _registry(recover)
    add_options(recover, "none")
    recover.add_argument("--code-file", type=Path, metavar="FILE", help="a file with the code")
    _new_passphrase(recover)

    encrypt = command("encrypt", "encrypt a registry that is not encrypted")
    _registry(encrypt)
    add_options(encrypt, "none")
    _new_passphrase(encrypt)

    _add_audit(command("audit", "print what was done in a registry, newest first"))

    erase = command("erase", "erase a person at their wish, for ever")
    _registry(erase)
    add_options(erase, "fully")
    erase.add_argument("patient", metavar="PATIENT", help="the registry ID")
    erase.add_argument("--reason", required=True, metavar="TEXT", help="why; kept in the journal")


def _add_users(users: argparse.ArgumentParser) -> None:
    _registry(users)
    add_options(users, "fully")
    jobs = users.add_subparsers(dest="job", metavar="JOB", required=True)

    listing = jobs.add_parser("list", help="who can open it; no passphrase is needed")
    add_options(listing, "none", again=True)
    listing.add_argument("--json", action="store_true", help="JSON instead of a list")

    adding = jobs.add_parser("add", help="let somebody in, with a passphrase of their own")
    _name(adding)
    _role(adding, "--role", is_required=True)
    _new_passphrase(adding)

    _name(jobs.add_parser("remove", help="keep somebody out; the registry gets a new key"))

    role = jobs.add_parser("role", help="give somebody another role")
    _name(role)
    _role(role, "role", is_required=False)

    passphrase = jobs.add_parser("passphrase", help="a new passphrase, one's own or another's")
    passphrase.add_argument("name", nargs="?", default="", metavar="NAME")
    _new_passphrase(passphrase)

    jobs.add_parser("recovery-code", help="another recovery code; the old one is void")
    for job, part in jobs.choices.items():
        if job != "list":
            add_options(part, "fully", again=True)


def _add_audit(audit: argparse.ArgumentParser) -> None:
    _registry(audit)
    add_options(audit, "fully")
    audit.add_argument("--search", default="", metavar="TEXT", help="only rows with this text")
    text = "only this kind, such as sign_in or export; may be given several times"
    audit.add_argument(
        "--kind", dest="kinds", action="append", default=[], choices=KINDS, metavar="K", help=text
    )
    audit.add_argument("--since", default="", metavar="DAY", help="from this day on (UTC)")
    audit.add_argument("--until", default="", metavar="DAY", help="before this day (UTC)")
    audit.add_argument("--limit", type=int, default=10_000, metavar="N", help="at most so many")
    audit.add_argument("-o", dest="output", type=Path, metavar="FILE.csv", help="into a table")
    audit.add_argument("--json", action="store_true", help="JSON instead of lines")


def _registry(command: argparse.ArgumentParser) -> None:
    command.add_argument("registry", type=Path, metavar="REGISTRY", help="the registry file")


def _name(command: argparse.ArgumentParser) -> None:
    command.add_argument("name", metavar="NAME", help="the person")


def _role(command: argparse.ArgumentParser, name: str, *, is_required: bool) -> None:
    if is_required:
        command.add_argument(name, choices=ROLES, required=True)
    else:
        command.add_argument(name, choices=ROLES)


def _new_passphrase(command: argparse.ArgumentParser) -> None:
    text = "a file with the new passphrase; else the terminal"
    command.add_argument("--new-passphrase-file", type=Path, metavar="FILE", help=text)
