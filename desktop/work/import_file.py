"""Importing into a registry file by its path: made if absent, untouched by a trial run."""

from __future__ import annotations

import tempfile
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.db import keyring
from desktop.db.registry import Registry
from desktop.work import backups
from desktop.work.import_tables import import_found, unreported
from desktop.work.mapping import remember
from desktop.work.sandbox import tables_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.exchange.mapping import Answers
    from desktop.work.import_outcome import Outcome


def import_into(
    path: Path,
    sources: Sequence[Path],
    *,
    answers: Answers | None = None,
    dry_run: bool = False,
    all_or_nothing: bool = False,
    refused: Path | None = None,
    who: str = "",
    report: Callable[[int, int, str], None] = unreported,
) -> Outcome:
    """Import ``sources`` on a connection of its own, as a worker thread needs it.

    The files are read in a process of its own, so that none can harm this one.

    ``who`` is the name for the journal. A mapping among the ``answers`` is remembered for the
    next file with the same columns. A registry that does not exist is made; a trial run
    makes one elsewhere and drops it. One that holds something is backed up first.
    """
    # The files are looked at first: a mistyped path must not leave an empty registry behind.
    with tables_in(sources, answers, report) as found, tempfile.TemporaryDirectory() as folder:
        is_trial_of_new = dry_run and not path.exists()
        target = Path(folder) / "trial.registry" if is_trial_of_new else path
        is_new = not target.exists()
        # What is only tried must not lie about readable, even after a crash.
        secret = keyring.unlocked_once(target) if is_trial_of_new else nullcontext()
        with secret, Registry.open_or_create(target, who=who) as registry:
            if not is_new and not dry_run:
                backups.before(path, "import")
            outcome = import_found(
                registry,
                sources,
                found,
                dry_run=dry_run,
                all_or_nothing=all_or_nothing,
                refused=refused,
                people=answers.people if answers else {},
                report=report,
            )
    if outcome.written and answers is not None and answers.mapping is not None:
        for file in found.tables:
            if file.mapped_from:
                remember(file.mapped_from, answers.applied(answers.mapping))
    return outcome
