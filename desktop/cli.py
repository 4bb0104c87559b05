"""The commands: every face of the program without a window, and the way to the window."""

from __future__ import annotations

import sys
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop import cli_people as people
from desktop import cli_safety as safety
from desktop.cli_output import complain, opened, print_json, progress, stream, tell
from desktop.cli_parser import parser_for
from desktop.cli_signing import signed_in
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
        with signed_in(options):
            return int(options.run(options))
    except UserError as error:
        complain(str(error))
        return 1
    except BrokenPipeError:
        # The reader of our output has gone (`… | head`); that is no error of ours.
        sys.stderr.close()
        return 0
    except Exception as error:
        told = _damage(error, options)
        if told is None:
            raise
        complain(str(told))
        return 1


def _damage(error: Exception, options: argparse.Namespace) -> UserError | None:
    """What to say where a page of the registry could not be read in the middle of a command."""
    from desktop.db.connection import told_damage

    path = getattr(options, "source", None) or options.registry
    return told_damage(error, path) if path else None


def _dossiers(registry: Registry, wanted: Sequence[str]) -> list[Dossier]:
    from desktop.work.assessments import chosen
    from desktop.work.dossiers import dossier_in

    return [dossier_in(registry, patient) for patient in chosen(registry, wanted)]


def _open(options: argparse.Namespace) -> int:
    from desktop.ui.app import run

    return run(options.registry)


def _list(options: argparse.Namespace) -> int:
    from desktop.db.search import matching

    with opened(options) as registry:
        found = matching(options.search, registry.patients())
    if options.json:
        names = "patient_id family_name given_name mrn sex birth_date diagnosis diagnosis_status"
        print_json([{name: getattr(row, name) for name in names.split()} for row in found])
        return 0
    for row in found:
        cells = (row.patient_id, row.name, row.sex, row.birth_date, row.diagnosis)
        tell("\t".join(cell or "-" for cell in cells))
    print(f"{len(found)} patients")
    return 0


def _show(options: argparse.Namespace) -> int:
    from desktop.work.show import patient_json
    from desktop.work.summary import patient_summary

    with opened(options) as registry:
        (dossier,) = _dossiers(registry, [options.patient])
    if options.json:
        print_json(patient_json(dossier.case, dossier.derived))
    else:
        tell(patient_summary(dossier.case, dossier.derived))
    return 0


def _assess(options: argparse.Namespace) -> int:
    from desktop.work.assessments import assessments_as_json
    from desktop.work.summary import assessment_summary

    if options.store or options.since_last:
        return _assess_beside_stored(options)
    if options.json:
        stream(assessments_as_json(options.registry, options.patients, report=progress()))
        return 0
    with opened(options) as registry:
        dossiers = _dossiers(registry, options.patients)
    tell("\n\n".join(assessment_summary(dossier.assessment) for dossier in dossiers))
    return 0


def _assess_beside_stored(options: argparse.Namespace) -> int:
    """Assess with what changed since the last stored assessment, and store today's."""
    from desktop.work.editions import beside_stored
    from desktop.work.summary import assessment_summary

    with opened(options) as registry:
        found = [
            beside_stored(registry, dossier, store=options.store, compares=options.since_last)
            for dossier in _dossiers(registry, options.patients)
        ]
    if options.json:
        print_json([one.as_json() for one in found])
    else:
        parts = (f"{assessment_summary(one.assessment)}\n{one.as_text()}" for one in found)
        tell("\n\n".join(part.strip() for part in parts))
    return 0


def _rules(options: argparse.Namespace) -> int:
    from desktop.work.rules import checked_json, checked_text, checks_of, texts_json, texts_toml

    if options.job == "texts":
        listed = texts_json if options.json else texts_toml
        content = listed(options.language, options.folder)
        print(content, end="") if isinstance(content, str) else print_json(content)
        return 0
    checks = checks_of(options.folders)
    for check in checks:
        for problem in check.problems:
            complain(f"warning: {problem}" if problem.is_warning else str(problem))
    if options.json:
        print_json([checked_json(check) for check in checks])
    else:
        print("\n".join(checked_text(check) for check in checks))
    return 1 if any(check.errors for check in checks) else 0


def _report(options: argparse.Namespace) -> int:
    from desktop.work.report_command import wish_of, write_reports

    with opened(options) as registry:
        lines = write_reports(registry, wish_of(options), tell=complain)
    print("\n".join(lines))
    return 0


def _export(options: argparse.Namespace) -> int:
    from desktop.work.export_command import run_export, wish_of

    wish, accepted = wish_of(options), options.accept_release
    with opened(options) as registry:
        lines, status = run_export(
            registry, wish, is_accepted=accepted, tell=complain, report=progress()
        )
    print("\n".join(lines))
    return status


def _import(options: argparse.Namespace) -> int:
    from desktop.exchange.asking import options_for
    from desktop.work.import_file import import_into
    from desktop.work.mapping import answers_of
    from desktop.work.summary import import_json, import_summary

    outcome = import_into(
        options.registry,
        options.paths,
        answers=answers_of(options),
        dry_run=options.dry_run,
        all_or_nothing=options.all_or_nothing,
        refused=options.refused,
    )
    for remark in outcome.refusals:
        complain(f"refused: {remark.text}")
    for hint in options_for(remark.rule for remark in outcome.refusals):
        complain(hint)
    if options.json:
        print_json(import_json(outcome))
    else:
        for remark in outcome.warnings:
            complain(f"warning: {remark.text}")
        tell(import_summary(outcome))
    return 1 if outcome.refusals else 0


def _demo(options: argparse.Namespace) -> int:
    from desktop.work.demonstration import make_demonstration

    number = make_demonstration(options.registry, patients=options.patients, seed=options.seed)
    print(f"{number} fictional patients in {options.registry}")
    return 0


def _ranges(options: argparse.Namespace) -> int:
    from desktop.domain.ranges import cells_of
    from desktop.work.reference_ranges import ranges_text, set_ranges_from

    with opened(options) as registry:
        refusals = set_ranges_from(registry, options.set) if options.set else []
        ranges = registry.ranges()
    for remark in refusals:
        complain(f"refused: {remark.text}")
    if refusals:
        complain("The ranges are as they were.")
    if options.json:
        print_json([cells_of(one) for one in ranges])
    else:
        print(ranges_text(ranges))
    return 1 if refusals else 0


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
    complain("There is no display: the same work is done without a window.")
    from desktop.ui.without_display import leave_results

    print(leave_results(path, paths.output_folder()))
    return 0


def _selftest(_options: argparse.Namespace) -> int:
    from desktop.ui.selftest import selftest

    selftest(print)
    print("The self-test passed.")
    return 0


_COMMANDS = MappingProxyType(
    {
        "open": _open,
        "list": _list,
        "show": _show,
        "assess": _assess,
        "report": _report,
        "export": _export,
        "verify": safety.verify,
        "demo": _demo,
        "import": _import,
        "ranges": _ranges,
        "rules": _rules,
        "backup": safety.backup,
        "restore": safety.restore,
        "salvage": safety.salvage,
        "backups": safety.backups,
        "demonstration": _demonstration,
        "selftest": _selftest,
        "users": people.users,
        "recover": people.recover,
        "encrypt": people.encrypt,
        "audit": people.audit,
        "erase": people.erase,
    }
)
