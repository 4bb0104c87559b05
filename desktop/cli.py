"""The commands: every face of the program without a window, and the way to the window."""

from __future__ import annotations

import json
import sys
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.cli_parser import parser_for
from desktop.domain.errors import UserError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from desktop.db.registry import Registry
    from desktop.guidance.dossier import Dossier


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; exit status 0 on success, 1 on refused input, 2 on wrong usage."""
    options = parser_for(_COMMANDS).parse_args(arguments)
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


def _ranges(options: argparse.Namespace) -> int:
    from desktop.domain.ranges import cells_of
    from desktop.work.reference_ranges import ranges_text, set_ranges_from

    with _opened(options) as registry:
        refusals = set_ranges_from(registry, options.set) if options.set else []
        ranges = registry.ranges()
    for remark in refusals:
        _complain(f"refused: {remark.text}")
    if refusals:
        _complain("The ranges are as they were.")
    if options.json:
        _print_json([cells_of(one) for one in ranges])
    else:
        print(ranges_text(ranges))
    return 1 if refusals else 0


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


_COMMANDS = MappingProxyType(
    {
        "open": _open,
        "list": _list,
        "show": _show,
        "assess": _assess,
        "report": _report,
        "export": _export,
        "verify": _verify,
        "demo": _demo,
        "import": _import,
        "ranges": _ranges,
        "backup": _copy,
        "restore": _copy,
        "demonstration": _demonstration,
    }
)
