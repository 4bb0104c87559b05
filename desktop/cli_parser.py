"""What the commands are called and which arguments they take."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.cli_parser_people import add_people
from desktop.cli_parser_safety import add_safety
from desktop.cli_signing import add_options
from desktop.domain.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.cli_signing import Signing

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
    _add_rules(commands, run)
    add_people(lambda name, text: _command(commands, run, name, text))
    add_safety(lambda name, text: _command(commands, run, name, text))
    return parser


def _command(
    commands: Commands, run: Mapping[str, Run], name: str, text: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text)
    command.set_defaults(run=run[name])
    return command


def _registry_argument(command: argparse.ArgumentParser, signing: Signing = "fully") -> None:
    command.add_argument("registry", type=Path, metavar="REGISTRY", help="the registry file")
    add_options(command, signing)


def _json_option(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="JSON instead of a summary")


def _add_reading(commands: Commands, run: Mapping[str, Run]) -> None:
    command = _command(commands, run, "open", "open the window on a registry")
    command.add_argument("registry", type=Path, nargs="?", metavar="REGISTRY")
    add_options(command, "window")

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
    text = "keep today's assessment in the registry, to be compared later"
    command.add_argument("--store", action="store_true", help=text)
    text = "tell what changed since the last one that was kept, and why"
    command.add_argument("--since-last", action="store_true", help=text)
    _json_option(command)

    _add_report(commands, run)

    _add_export(commands, run)


def _add_export(commands: Commands, run: Mapping[str, Run]) -> None:
    command = _command(commands, run, "export", "export the data, for oneself or for others")
    _registry_argument(command)
    text = "a folder for csv, phenopackets and redcap, else a file"
    command.add_argument("-o", dest="output", type=Path, required=True, metavar="PATH", help=text)
    formats = ["csv", "xlsx", "fhir", "phenopackets", "redcap", "eucde"]
    command.add_argument("--format", choices=formats, required=True)
    text = "only patients whose consent covers this; research if --deidentify is given alone"
    purposes = ["registry", "research", "sharing", "contact", "images"]
    command.add_argument("--purpose", choices=purposes, default="", help=text)
    text = "who gets it; patients who refused sharing are left out"
    command.add_argument("--recipient", default="", metavar="NAME", help=text)
    text = "pseudonyms and ages in place of names and dates; prints the release report first"
    command.add_argument("--deidentify", action="store_true", help=text)
    text = "with --deidentify: keep notes and other free text, names and dates removed"
    command.add_argument("--keep-free-text", action="store_true", help=text)
    text = "with --deidentify: the release report was read; write the export"
    command.add_argument("--accept-release", action="store_true", help=text)
    text = "with --deidentify: where the clinic keeps which pseudonym is whose"
    command.add_argument("--mapping", type=Path, metavar="FILE.csv", help=text)
    text = "with --format redcap: a project's data dictionary, for its names and codes"
    command.add_argument("--dictionary", type=Path, metavar="FILE.csv", help=text)


def _add_report(commands: Commands, run: Mapping[str, Run]) -> None:
    text = "write a PDF report: of a patient, one for each of several, or of the registry"
    command = _command(commands, run, "report", text)
    _registry_argument(command)
    command.add_argument("patients", nargs="*", metavar="PATIENT", help="registry IDs")
    command.add_argument(
        "-o",
        dest="output",
        type=Path,
        required=True,
        metavar="FILE.pdf or FOLDER",
        help="the file; a folder for several patients or --all",
    )
    kinds = ("clinician", "patient", "letter", "emergency", "timeline", "registry")
    command.add_argument("--kind", choices=kinds, default="clinician")
    command.add_argument("--all", action="store_true", help="one file for each patient")
    command.add_argument("--language", choices=list(LANGUAGES), default="en")
    command.add_argument("--paper", choices=["a4", "letter"], default="a4")
    command.add_argument("--units", choices=["conventional", "si"], default="conventional")
    command.add_argument("--text", type=Path, metavar="FILE.txt", help="the text of a letter")
    command.add_argument(
        "--phone",
        dest="phones",
        action="append",
        type=_phone,
        default=[],
        metavar="LABEL=NUMBER",
        help="a number to call, on sheets for patients; may be given several times",
    )


def _phone(text: str) -> tuple[str, str]:
    label, sign, number = text.partition("=")
    if not sign or not number.strip():
        message = "LABEL=NUMBER, for instance Clinic=555 0142"
        raise argparse.ArgumentTypeError(message)
    return label.strip(), number.strip()


def _add_writing(commands: Commands, run: Mapping[str, Run]) -> None:
    command = _command(commands, run, "demo", "make a registry of fictional patients")
    _registry_argument(command, "making")
    command.add_argument("--patients", type=_count, default=24, metavar="N")
    command.add_argument("--seed", type=int, default=1, metavar="S")

    _add_import(commands, run)

    text = "list the registry's own reference ranges, or replace them all"
    command = _command(commands, run, "ranges", text)
    _registry_argument(command)
    command.add_argument("--set", type=Path, metavar="FILE.csv", help="the new ranges")
    _json_option(command)

    text = "open the fictional registry, made if absent"
    _command(commands, run, "demonstration", text)

    text = "try the program out on a scratch registry, without a window"
    _command(commands, run, "selftest", text)


def _add_import(commands: Commands, run: Mapping[str, Run]) -> None:
    text = "import tables (CSV, Excel, REDCap), FHIR, phenopackets or HL7; the content tells which"
    command = _command(commands, run, "import", text)
    _registry_argument(command, "making")
    command.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="folder or file")
    command.add_argument("--dry-run", action="store_true", help="tell, but write nothing")
    command.add_argument("--all-or-nothing", action="store_true", help="refuse all for one")
    command.add_argument("--refused", type=Path, metavar="FOLDER", help="where refused rows go")
    text = "the order of dates in the tables, or the year from which Excel counts its numbers"
    orders = ["dmy", "mdy", "ymd", "1900", "1904"]
    command.add_argument("--dates", choices=orders, default="", help=text)
    text = "what parts the decimals of numbers"
    command.add_argument("--decimal", choices=["point", "comma"], default="", help=text)
    text = "how the letters of a text file are written, such as cp1252"
    command.add_argument("--encoding", default="", metavar="NAME", help=text)
    text = "whose results they are, where a message does not say"
    command.add_argument("--patient", default="", metavar="ID", help=text)
    text = "a JSON file that says which columns of a foreign table are which"
    command.add_argument("--mapping", type=Path, metavar="FILE", help=text)
    for name, pair, text in (
        ("analyte", "NAME=KEY", "what a laboratory's name of an analyte means"),
        ("unit", "NAME=UNIT", "the unit of an analyte in a table without units"),
    ):
        command.add_argument(
            f"--{name}",
            dest=f"{name}s",
            action="append",
            type=_pair,
            default=[],
            metavar=pair,
            help=f"{text}; may be given several times",
        )
    _json_option(command)


def _pair(text: str) -> tuple[str, str]:
    name, sign, meaning = text.partition("=")
    if not sign or not name.strip() or not meaning.strip():
        message = "NAME=MEANING, for instance PHOS=serum_phosphate"
        raise argparse.ArgumentTypeError(message)
    return name.strip(), meaning.strip()


def _add_rules(commands: Commands, run: Mapping[str, Run]) -> None:
    command = _command(commands, run, "rules", "check the rules of the guidance")
    jobs = command.add_subparsers(dest="job", metavar="JOB", required=True)

    text = "tell every problem of rule files, with file and line"
    check = jobs.add_parser("check", help=text, description=text)
    text = "a folder of rules, such as REGISTRY.rules; without one the shipped rules"
    check.add_argument("folders", type=Path, nargs="*", metavar="FOLDER", help=text)
    _json_option(check)

    text = "list the texts that a language lacks, as a file to be filled in"
    listing = jobs.add_parser("texts", help=text, description=text)
    listing.add_argument("language", metavar="LANGUAGE", help="such as es")
    listing.add_argument("folder", type=Path, nargs="?", metavar="FOLDER")
    _json_option(listing)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        message = "at least 1"
        raise argparse.ArgumentTypeError(message)
    return number
