"""The arguments of the commands that keep a registry safe."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli_signing import add_options

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Make = Callable[[str, str], argparse.ArgumentParser]


def add_safety(make: Make) -> None:
    """Add backup, restore, salvage, backups and verify."""
    copies = {
        "backup": "write a verified copy of a registry",
        "restore": "make a registry under a new name from a backup",
        "salvage": "save what can be read of a damaged registry into a new one",
    }
    for name, text in copies.items():
        command = make(name, text)
        command.add_argument("source", type=Path, metavar="REGISTRY or FILE")
        add_options(command, "quietly")
        command.add_argument("-o", dest="output", type=Path, required=True, metavar="FILE")
        if name == "salvage":
            _json_option(command)

    command = make("verify", "check that a registry file is sound, with its keys and backups")
    command.add_argument("registry", type=Path, metavar="REGISTRY", help="the registry file")
    add_options(command, "freely")
    text = "do not compare every index with its table: seconds in place of minutes per gigabyte"
    command.add_argument("--quick", action="store_true", help=text)
    text = "the mark from the foot of a printed page: tells whether an older copy was put back"
    command.add_argument("--head", default="", metavar="SEQ·SEAL", help=text)
    _json_option(command)

    _add_backups(make("backups", "the backups of a registry"))


def _add_backups(command: argparse.ArgumentParser) -> None:
    command.add_argument("registry", type=Path, metavar="REGISTRY", help="the registry file")
    add_options(command, "quietly")
    jobs = command.add_subparsers(dest="job", metavar="JOB", required=True)

    text = "list them, newest first, with the difference in rows"
    job = jobs.add_parser("list", help=text, description=text)
    _json_option(job)

    text = "make one now"
    jobs.add_parser("make", help=text, description=text)

    text = "restore the newest one into a private folder, check it, and delete that again"
    jobs.add_parser("drill", help=text, description=text)

    text = "tell or choose a second place, best on another disk"
    job = jobs.add_parser("place", help=text, description=text)
    job.add_argument("folder", type=Path, nargs="?", metavar="FOLDER")
    job.add_argument("--none", action="store_true", help="give up the second place")

    text = "delete one"
    job = jobs.add_parser("remove", help=text, description=text)
    job.add_argument("name", metavar="NAME", help="its file name, as in the list")
    for job in jobs.choices.values():
        add_options(job, "quietly", again=True)


def _json_option(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="JSON instead of a summary")
