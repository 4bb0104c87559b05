"""What the commands are called and which arguments they take."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Run = Callable[[argparse.Namespace], int]
    # argparse has no public name for it
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001


def parser_for(run: Mapping[str, Run]) -> argparse.ArgumentParser:
    """The parser of the command line; ``run`` gives the function of each command by name.

    The function stands as ``run`` in what is parsed. Raises KeyError for a command that has
    no function.
    """
    parser = argparse.ArgumentParser(
        prog="calcinosis-registry",
        description="A registry of patients with tumoral calcinosis and related disorders. "
        "Without a command it opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.set_defaults(run=run["open"], registry=None)
    commands = parser.add_subparsers(metavar="COMMAND")
    _add_reading(commands, run)
    _add_writing(commands, run)
    return parser


def _command(
    commands: Commands, run: Mapping[str, Run], name: str, text: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text)
    command.set_defaults(run=run[name])
    return command


def _registry_argument(command: argparse.ArgumentParser) -> None:
    command.add_argument("registry", type=Path, metavar="REGISTRY", help="the registry file")


def _json_option(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="JSON instead of a summary")


def _add_reading(commands: Commands, run: Mapping[str, Run]) -> None:
    command = _command(commands, run, "open", "open the window on a registry")
    command.add_argument("registry", type=Path, nargs="?", metavar="REGISTRY")

    command = _command(commands, run, "list", "list patients")
    _registry_argument(command)
    command.add_argument("--search", default="", metavar="TEXT", help="only patients that match")
    _json_option(command)

    command = _command(commands, run, "show", "show one patient: records and measures")
    _registry_argument(command)
    command.add_argument("patient", metavar="PATIENT", help="the registry ID")
    _json_option(command)

    command = _command(commands, run, "assess", "apply the guidance to patients, or to all")
    _registry_argument(command)
    command.add_argument("patients", nargs="*", metavar="PATIENT", help="registry IDs")
    _json_option(command)

    command = _command(commands, run, "report", "write a PDF report")
    _registry_argument(command)
    command.add_argument("patient", metavar="PATIENT", help="the registry ID")
    command.add_argument("-o", dest="output", type=Path, required=True, metavar="FILE.pdf")
    command.add_argument("--kind", choices=["clinician"], default="clinician")

    command = _command(commands, run, "export", "export the data")
    _registry_argument(command)
    command.add_argument("-o", dest="output", type=Path, required=True, metavar="PATH")
    command.add_argument("--format", choices=["csv"], required=True)

    command = _command(commands, run, "verify", "check that a registry file is sound")
    _registry_argument(command)


def _add_writing(commands: Commands, run: Mapping[str, Run]) -> None:
    command = _command(commands, run, "demo", "make a registry of fictional patients")
    _registry_argument(command)
    command.add_argument("--patients", type=_count, default=24, metavar="N")
    command.add_argument("--seed", type=int, default=1, metavar="S")

    command = _command(commands, run, "import", "import CSV tables")
    _registry_argument(command)
    command.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="folder or CSV file")
    command.add_argument("--dry-run", action="store_true", help="tell, but write nothing")
    command.add_argument("--all-or-nothing", action="store_true", help="refuse all for one")
    command.add_argument("--refused", type=Path, metavar="FOLDER", help="where refused rows go")
    _json_option(command)

    text = "list the registry's own reference ranges, or replace them all"
    command = _command(commands, run, "ranges", text)
    _registry_argument(command)
    command.add_argument("--set", type=Path, metavar="FILE.csv", help="the new ranges")
    _json_option(command)

    copies = {"backup": "write a verified copy of a registry", "restore": "the way back"}
    for name, text in copies.items():
        command = _command(commands, run, name, text)
        command.add_argument("source", type=Path, metavar="REGISTRY or FILE")
        command.add_argument("-o", dest="output", type=Path, required=True, metavar="FILE")

    text = "open the fictional registry, made if absent"
    _command(commands, run, "demonstration", text)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        message = "at least 1"
        raise argparse.ArgumentTypeError(message)
    return number
