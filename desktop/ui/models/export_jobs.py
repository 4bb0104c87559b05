"""The two jobs of an export: preparing, which writes nothing, and writing what was accepted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.ui.tasks import Report
    from desktop.work.export import Prepared, Wish
    from desktop.work.export_files import Written


def preparing(registry: Path, wish: Wish, who: str) -> Callable[[Report], Prepared | UserError]:
    """A job that finds out what would leave."""

    def job(report: Report) -> Prepared | UserError:
        from desktop.db.registry import Registry
        from desktop.work.export import prepare
        from desktop.work.export_files import refuse_output

        try:
            refuse_output(wish, registry)
            with Registry.open(registry, who=who) as opened:
                return prepare(opened, wish, report=report)
        except UserError as error:
            return error

    return job


def writing(
    registry: Path, prepared: Prepared, who: str
) -> Callable[[Report], Written | UserError]:
    """A job that writes what was prepared and accepted; people are hidden as they were shown.

    Patients as they are get read anew, because only those who are hidden were kept.
    """

    def job(report: Report) -> Written | UserError:
        from desktop.db.registry import Registry
        from desktop.work.export import prepare
        from desktop.work.export_files import write

        try:
            with Registry.open(registry, who=who) as opened:
                if prepared.report is None:
                    return write(prepare(opened, prepared.wish, report=report))
                report(0, 0, "")
                return write(replace(prepared, registry=opened))
        except UserError as error:
            return error

    return job
