"""Commands about the people of a registry, its keys, its journal, and a patient's erasure."""

from __future__ import annotations

import csv
import dataclasses
import json
from contextlib import closing
from typing import TYPE_CHECKING

from desktop.cli_output import complain, opened, print_json, tell
from desktop.cli_signing import asked, from_file, new_passphrase, recovery_text, user_of
from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.domain.roles import demand

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.domain.audit import AuditRow


def users(options: argparse.Namespace) -> int:
    """List, add, change or remove the people of a registry."""
    return _JOBS[options.job](options)


def _list(options: argparse.Namespace) -> int:
    from desktop.db import vault
    from desktop.db.opening import refuse_missing

    refuse_missing(options.registry)
    found = vault.people(options.registry)
    if options.json:
        print_json([dataclasses.asdict(person) for person in found])
        return 0
    for person in found:
        name = "(recovery code)" if person.is_recovery else person.user
        tell("\t".join((name, person.role, person.created_at, person.last_sign_in or "-")))
    if not found:
        print(f"{options.registry.name} is not encrypted: it is open to everybody.")
    return 0


def _add(options: argparse.Namespace) -> int:
    from desktop.work import people

    people.add(options.registry, options.name, options.role, new_passphrase(options, options.name))
    print(f"{options.name} was added as {options.role}.")
    return 0


def _remove(options: argparse.Namespace) -> int:
    from desktop.work import people

    people.remove(options.registry, options.name)
    print(f"{options.name} was removed; the registry has a new key.")
    return 0


def _role(options: argparse.Namespace) -> int:
    from desktop.work import people

    people.change_role(options.registry, options.name, options.role)
    print(f"{options.name} is {options.role} now.")
    return 0


def _passphrase(options: argparse.Namespace) -> int:
    from desktop.db import keyring
    from desktop.work import people

    own = keyring.unlocked(options.registry)
    name = options.name or (own.user if own else "")
    people.change_passphrase(options.registry, name, new_passphrase(options, name))
    print(f"{name} has a new passphrase.")
    return 0


def _recovery_code(options: argparse.Namespace) -> int:
    from desktop.work import people

    print(recovery_text(people.new_recovery_code(options.registry)))
    return 0


_JOBS = {
    "list": _list,
    "add": _add,
    "remove": _remove,
    "role": _role,
    "passphrase": _passphrase,
    "recovery-code": _recovery_code,
}


def recover(options: argparse.Namespace) -> int:
    """Open a registry with its recovery code, for somebody whose passphrase is lost."""
    from desktop.db import keyring
    from desktop.work import people

    user = user_of(options)
    if not user:
        raise UserError(
            say("Whose passphrase is to be new?"), remedy=say("Name the person with --user NAME.")
        )
    if options.code_file:
        code = from_file(options.code_file)
    else:
        code = asked("Recovery code: ", what=say("The recovery code is missing."))
    try:
        registry, following = people.recover(
            options.registry, code, user, new_passphrase(options, user)
        )
        registry.close()
    finally:
        keyring.lock(options.registry)
    print(f"{user} has a new passphrase and is administrator. The code that was used is void.")
    print(recovery_text(following))
    return 0


def encrypt(options: argparse.Namespace) -> int:
    """Encrypt a registry that is not."""
    import getpass

    from desktop.cli_signing import given_passphrase
    from desktop.db import keyring
    from desktop.work import people

    user = user_of(options) or getpass.getuser()
    passphrase = given_passphrase(options) or new_passphrase(options, user)
    try:
        done = people.encrypt(options.registry, user, passphrase)
    finally:
        keyring.lock(options.registry)
    print(f"{options.registry.name} is encrypted; {user} is administrator.")
    print("The file that could be read was overwritten; a flash disk may keep traces all the same.")
    print(recovery_text(done.code))
    for one in done.plain:
        complain(f"Still readable by anybody: {one}")
    return 0


def audit(options: argparse.Namespace) -> int:
    """Print what was done in a registry, newest first, or write it to a table."""
    with closing(opened(options)) as registry:
        rows = registry.audit(
            search=options.search,
            kinds=tuple(options.kinds),
            since=options.since,
            until=options.until,
            limit=options.limit,
        )
        if options.output:
            demand(registry.role, "export")
            _write_table(options.output, rows)
            registry.note("export", say("Export the audit"), details={"rows": len(rows)})
    if options.json:
        print_json([_plain(row) for row in rows])
    elif options.output:
        print(f"{len(rows)} rows in {options.output}")
    else:
        for row in rows:
            tell("\t".join((str(row.seq), row.at, row.who, row.kind, row.what)))
    return 0


def _plain(row: AuditRow) -> dict[str, object]:
    """A row of the audit by the names of its columns."""
    cells = {one.name: getattr(row, one.name) for one in dataclasses.fields(row)}
    return cells | {"details": dict(row.details)}


def _write_table(path: Path, rows: Sequence[AuditRow]) -> None:
    cells = [{name: _cell(value) for name, value in _plain(row).items()} for row in rows]
    if not cells:
        raise UserError(say("There is nothing to write."), kept=say("No file was made."))
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, list(cells[0]))
            table.writeheader()
            table.writerows(cells)
    except OSError as error:
        raise UserError(
            say("{path} cannot be written: {error}.", path=path, error=error.strerror),
            remedy=say("Choose another name."),
        ) from error


def _cell(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
    # A spreadsheet would run what begins like a formula.
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def erase(options: argparse.Namespace) -> int:
    """Erase a person at their wish, for ever; says what remains."""
    with closing(opened(options)) as registry:
        patient = registry.id_of(options.patient)
        if patient is None:
            raise UserError(
                say("There is no patient {patient}.", patient=options.patient),
                remedy=say("Check the registry ID."),
            )
        erased = registry.erase(patient, options.reason)
    print(f"{sum(erased.removed.values())} records were erased. What remains:")
    print("\n".join(erased.remains))
    return 0
