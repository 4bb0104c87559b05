"""Commands that keep a registry safe: copies, backups, the way back, salvage, one big check."""

from __future__ import annotations

import sys
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.cli_output import complain, print_json, progress
from desktop.cli_signing import asked, user_of
from desktop.domain.errors import UserError

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from desktop.db.backups import Backup
    from desktop.work.verify import Report


def backup(options: argparse.Namespace) -> int:
    """Write a verified copy of a registry, with its keys, to a place of one's own."""
    from desktop.work import backups

    try:
        backups.copy(options.source, options.output)
    except UserError as error:
        if not options.output.exists() or options.output.samefile(options.source):
            raise
        complain(str(error))
    print(f"Written and verified: {options.output}")
    return 0


def restore(options: argparse.Namespace) -> int:
    """Make a registry under a new name from a backup or any other copy."""
    from desktop.db import keyring
    from desktop.work import backups

    try:
        restored = backups.restore(options.source, options.output)
    finally:
        keyring.lock(options.output)
    counts = restored.content.counts
    print(f"Written and verified: {options.output}")
    print(f"{counts.get('patients', 0)} patients, {sum(counts.values())} rows in all")
    return 0


def salvage(options: argparse.Namespace) -> int:
    """Save what can be read of a damaged registry into a new one."""
    from desktop.db import keyring
    from desktop.work import backups

    try:
        saved = backups.salvage(options.source, options.output, report=progress())
    finally:
        keyring.lock(options.output)
    if options.json:
        tables = {
            one.table: {"saved": one.saved, "lost": one.lost, "remade": one.remade}
            for one in saved.tables
        }
        print_json({"tables": tables, "problems": saved.problems})
        return 1 if saved.problems else 0
    print(f"{'table':20} {'saved':>8} {'lost':>8} {'remade':>8}")
    for one in saved.tables:
        if one.saved or one.lost or one.remade:
            lost = "unknown" if one.lost is None else one.lost
            print(f"{one.table:20} {one.saved:8} {lost:>8} {one.remade:8}")
    for problem in saved.problems:
        complain(problem)
    print(f"Written: {options.output}. {options.source.name} was not changed.")
    return 1 if saved.problems else 0


def verify(options: argparse.Namespace) -> int:
    """Check everything about a registry; without its passphrase what needs none."""
    from desktop.domain.audit import Head
    from desktop.work.verify import verify as verified

    _sign_in_if_asked(options)
    head = Head.read(options.head) if options.head else None
    report = verified(options.registry, is_full=not options.quick, head=head)
    for problem in report.problems:
        complain(problem)
    if options.json:
        print_json(_as_json(report))
    else:
        _print_report(report)
    return 0 if report.is_sound else 1


def _sign_in_if_asked(options: argparse.Namespace) -> None:
    """Ask for the passphrase in the terminal, where there is one; none is an answer, too."""
    from desktop.db import keyring, vault

    path: Path = options.registry
    if keyring.unlocked(path) or not vault.is_encrypted(path) or not sys.stdin.isatty():
        return
    passphrase = asked(f"Passphrase for {path.name} (none for a partial check): ", what="")
    if passphrase:
        keyring.unlock(path, vault.sign_in(path, user_of(options), passphrase))


def _print_report(report: Report) -> None:
    for one in report.checks:
        words = f"{one.standing}: {one.note}" if one.note else one.standing
        print(f"{one.name:32} {words}")
    if report.head is not None:
        print(f"The audit ends at {report.head.short}.")
    if not report.is_sound and _is_readable(report):
        print("The records are sound. What is told above is not as it should be.")
    elif not report.is_sound:
        print("The registry is damaged.")
    elif report.is_complete:
        print("The registry is sound.")
    else:
        print("What could be checked is sound.")


def _is_readable(report: Report) -> bool:
    """Whether all that is wrong lies around the file, and everything in it was checked."""
    around = {"opening", "permissions", "strays", "backups"}
    inside = [one for one in report.checks if one.key not in around]
    return all(one.is_made and not one.problems for one in inside)


def _as_json(report: Report) -> dict[str, object]:
    return {
        "registry": str(report.path),
        "sound": report.is_sound,
        "complete": report.is_complete,
        "head": report.head.short if report.head else None,
        "checks": [
            {
                "check": one.key,
                "standing": one.standing,
                "problems": one.problems,
                "note": one.note,
            }
            for one in report.checks
        ],
    }


def backups(options: argparse.Namespace) -> int:
    """List the backups of a registry, make or try one, or choose the second place."""
    return _JOBS[options.job](options)


def _list(options: argparse.Namespace) -> int:
    from desktop.db.backups import listed

    found = listed(options.registry, compares=True)
    if options.json:
        print_json([_backup_as_json(one) for one in found])
        return 0
    for one in found:
        size = f"{one.manifest.size / 1e6:.1f} MB"
        print("\t".join((one.name, one.manifest.why, size, _state(one), _difference(one))))
    print(f"{len(found)} backups")
    return 0


def _state(one: Backup) -> str:
    if one.verified_at is None:
        return "altered"
    return "tried" if one.manifest.drilled_at else "verified"


def _difference(one: Backup) -> str:
    if one.difference is None:
        return "not compared"
    return ", ".join(f"{name} {more:+}" for name, more in one.difference.items()) or "same rows"


def _backup_as_json(one: Backup) -> dict[str, object]:
    known = one.manifest
    return {
        "file": str(one.file),
        "made_at": known.made_at,
        "why": known.why,
        "size": known.size,
        "state": _state(one),
        "verified_at": known.verified_at,
        "drilled_at": known.drilled_at,
        "head": f"{known.head_seq}·{known.head_seal[:8]}",
        "counts": known.counts,
        "difference": one.difference,
    }


def _make(options: argparse.Namespace) -> int:
    from desktop.work import backups

    made = backups.make(options.registry, "asked")
    for failure in made.failures:
        complain(failure)
    print(f"Made and verified: {made.file}")
    return 1 if made.failures else 0


def _drill(options: argparse.Namespace) -> int:
    from desktop.work import backups

    tried = backups.drill(options.registry)
    for problem in tried.problems:
        complain(problem)
    if tried.is_passed:
        print(f"{tried.backup.name} can be restored: {sum(tried.counts.values())} rows came back.")
        return 0
    print(f"{tried.backup.name} cannot be relied on.")
    return 1


def _place(options: argparse.Namespace) -> int:
    from desktop.db.backups_places import second_place
    from desktop.work.backups import set_second_place

    if options.none:
        set_second_place(options.registry, None)
    elif options.folder is not None:
        set_second_place(options.registry, options.folder)
    place = second_place(options.registry)
    print(f"Second place: {place}" if place else "There is no second place.")
    return 0


def _remove(options: argparse.Namespace) -> int:
    from desktop.work import backups

    backups.remove(options.registry, options.name)
    print(f"Deleted: {options.name}")
    return 0


_JOBS = MappingProxyType(
    {"list": _list, "make": _make, "drill": _drill, "place": _place, "remove": _remove}
)
