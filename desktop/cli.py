"""The commands: every face of the program without a window, and the way to the window."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.db.registry import Registry
    from desktop.guidance.dossier import Dossier


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; exit status 0 on success, 1 on refused input, 2 on wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except UserError as error:
        _complain(str(error))
        return 1
    except BrokenPipeError:
        # The reader of our output has gone (`… | head`); that is no error of ours.
        sys.stderr.close()
        return 0


def _complain(text: str) -> None:
    print(text, file=sys.stderr)


def _print_json(content: object) -> None:
    json.dump(content, sys.stdout, ensure_ascii=False, indent=1)
    print()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="calcinosis-registry",
        description="A registry of patients with tumoral calcinosis and related disorders. "
        "Without a command it opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.set_defaults(run=_open, registry=None)
    commands = parser.add_subparsers(metavar="COMMAND")
    _add_reading(commands)
    _add_writing(commands)
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: object,
    text: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text)
    command.set_defaults(run=run)
    return command


def _registry_argument(command: argparse.ArgumentParser) -> None:
    command.add_argument("registry", type=Path, metavar="REGISTRY", help="the registry file")


def _json_option(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="JSON instead of a summary")


def _add_reading(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(commands, "open", _open, "open the window on a registry")
    command.add_argument("registry", type=Path, nargs="?", metavar="REGISTRY")

    command = _command(commands, "list", _list, "list patients")
    _registry_argument(command)
    command.add_argument("--search", default="", metavar="TEXT", help="only patients that match")
    _json_option(command)

    command = _command(commands, "show", _show, "show one patient: records and measures")
    _registry_argument(command)
    command.add_argument("patient", metavar="PATIENT", help="the registry ID")
    _json_option(command)

    command = _command(commands, "assess", _assess, "apply the guidance to patients, or to all")
    _registry_argument(command)
    command.add_argument("patients", nargs="*", metavar="PATIENT", help="registry IDs")
    _json_option(command)

    command = _command(commands, "report", _report, "write a PDF report")
    _registry_argument(command)
    command.add_argument("patient", metavar="PATIENT", help="the registry ID")
    command.add_argument("-o", dest="output", type=Path, required=True, metavar="FILE.pdf")
    command.add_argument("--kind", choices=["clinician"], default="clinician")

    command = _command(commands, "export", _export, "export the data")
    _registry_argument(command)
    command.add_argument("-o", dest="output", type=Path, required=True, metavar="PATH")
    command.add_argument("--format", choices=["csv"], required=True)

    command = _command(commands, "verify", _verify, "check that a registry file is sound")
    _registry_argument(command)


def _add_writing(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(commands, "demo", _demo, "make a registry of fictional patients")
    _registry_argument(command)
    command.add_argument("--patients", type=_count, default=24, metavar="N")
    command.add_argument("--seed", type=int, default=1, metavar="S")

    command = _command(commands, "import", _import, "import CSV tables")
    _registry_argument(command)
    command.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="folder or CSV file")
    command.add_argument("--dry-run", action="store_true", help="tell, but write nothing")
    command.add_argument("--all-or-nothing", action="store_true", help="refuse all for one")
    command.add_argument("--refused", type=Path, metavar="FOLDER", help="where refused rows go")
    _json_option(command)

    copies = {"backup": "write a verified copy of a registry", "restore": "the way back"}
    for name, text in copies.items():
        command = _command(commands, name, _copy, text)
        command.add_argument("source", type=Path, metavar="REGISTRY or FILE")
        command.add_argument("-o", dest="output", type=Path, required=True, metavar="FILE")

    _command(
        commands, "demonstration", _demonstration, "open the fictional registry, made if absent"
    )


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        message = "at least 1"
        raise argparse.ArgumentTypeError(message)
    return number


def _opened(options: argparse.Namespace) -> Registry:
    from desktop.db.registry import Registry

    registry = Registry.open(options.registry)
    if registry.upgraded_from:
        _complain(f"Upgraded; the older file is kept as {registry.upgraded_from.name}.")
    return registry


def _dossiers(registry: Registry, wanted: Sequence[str]) -> list[Dossier]:
    from desktop.guidance.dossier import dossier_of

    known = registry.ids()
    missing = [patient_id for patient_id in wanted if patient_id.strip() not in known]
    if missing:
        raise UserError(
            f"There is no patient {', '.join(missing)} in {registry.path.name}.",
            remedy="`list` shows the registry IDs.",
        )
    chosen = [known[p.strip()] for p in wanted] if wanted else list(known.values())
    return [dossier_of(registry.case(patient)) for patient in chosen]


def _open(options: argparse.Namespace) -> int:
    from desktop.ui.app import run

    return run(options.registry)


def _list(options: argparse.Namespace) -> int:
    from desktop.db.search import matching

    with _opened(options) as registry:
        found = matching(options.search, registry.patients())
    if options.json:
        names = "patient_id family_name given_name mrn sex birth_date diagnosis diagnosis_status"
        _print_json([{name: getattr(row, name) for name in names.split()} for row in found])
        return 0
    for row in found:
        cells = (row.patient_id, row.name, row.sex, row.birth_date, row.diagnosis)
        print("\t".join(cell or "-" for cell in cells))
    print(f"{len(found)} patients")
    return 0


def _show(options: argparse.Namespace) -> int:
    from desktop.work.show import patient_json
    from desktop.work.summary import patient_summary

    with _opened(options) as registry:
        (dossier,) = _dossiers(registry, [options.patient])
    if options.json:
        _print_json(patient_json(dossier.case, dossier.derived))
    else:
        print(patient_summary(dossier.case, dossier.derived))
    return 0


def _assess(options: argparse.Namespace) -> int:
    from desktop.guidance.encode import to_json
    from desktop.work.summary import assessment_summary

    with _opened(options) as registry:
        dossiers = _dossiers(registry, options.patients)
    if options.json:
        _print_json([to_json(dossier.assessment) for dossier in dossiers])
    else:
        print("\n\n".join(assessment_summary(dossier.assessment) for dossier in dossiers))
    return 0


def _report(options: argparse.Namespace) -> int:
    from desktop.work.report import write_clinician_report

    with _opened(options) as registry:
        (dossier,) = _dossiers(registry, [options.patient])
    write_clinician_report(dossier, options.output, registry_name=options.registry.name)
    print(f"Written: {options.output}")
    return 0


def _export(options: argparse.Namespace) -> int:
    from desktop.work.export_tables import export_tables

    with _opened(options) as registry:
        exported = export_tables(registry, options.output)
    for table, count in exported.counts.items():
        print(f"{table}: {count}")
    print(exported.balance)
    return 0


def _import(options: argparse.Namespace) -> int:
    from desktop.work.import_file import import_into
    from desktop.work.summary import import_json, import_summary

    outcome = import_into(
        options.registry,
        options.paths,
        dry_run=options.dry_run,
        all_or_nothing=options.all_or_nothing,
        refused=options.refused,
    )
    for remark in outcome.refusals:
        _complain(f"refused: {remark.text}")
    if options.json:
        _print_json(import_json(outcome))
    else:
        for remark in outcome.warnings:
            _complain(f"warning: {remark.text}")
        print(import_summary(outcome))
    return 1 if outcome.refusals else 0


def _demo(options: argparse.Namespace) -> int:
    from desktop.work.demonstration import make_demonstration

    number = make_demonstration(options.registry, patients=options.patients, seed=options.seed)
    print(f"{number} fictional patients in {options.registry}")
    return 0


def _copy(options: argparse.Namespace) -> int:
    from desktop.db.backup import copy_registry

    copy_registry(options.source, options.output)
    print(f"Written and verified: {options.output}")
    return 0


def _verify(options: argparse.Namespace) -> int:
    from desktop.db.backup import problems_of

    problems = problems_of(options.registry)
    for problem in problems:
        _complain(problem)
    print("The registry is sound." if not problems else "The registry is damaged.")
    return 1 if problems else 0


def _demonstration(_options: argparse.Namespace) -> int:
    from desktop import paths
    from desktop.work.demonstration import make_demonstration
    from desktop.work.display import has_display

    path = paths.demonstration_registry()
    if not path.exists():
        make_demonstration(path)
    if has_display():
        from desktop.ui.app import run

        return run(path)
    _complain("There is no display: the same work is done without a window.")
    from desktop.ui.without_display import leave_results

    print(leave_results(path, paths.output_folder()))
    return 0
