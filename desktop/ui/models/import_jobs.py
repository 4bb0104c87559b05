"""The long jobs of an import, each on its own connection: looking, trying, writing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.exchange.mapping import Answers
    from desktop.ui.tasks import Report
    from desktop.work.import_outcome import Outcome
    from desktop.work.import_survey import FileSurvey


@dataclass(frozen=True, slots=True)
class Tried:
    """What a trial or an import gave: its outcome, or why there is none."""

    outcome: Outcome | None = None
    error: UserError | None = None


def looking(
    paths: Sequence[Path], answers: Answers
) -> Callable[[Report], list[FileSurvey] | UserError]:
    """A job that looks at files; an error that concerns all of them comes back as the result."""

    def job(report: Report) -> list[FileSurvey] | UserError:
        from desktop.work.import_survey import survey

        try:
            return survey(paths, answers, report)
        except UserError as error:
            return error

    return job


def importing(
    registry: Path,
    paths: Sequence[Path],
    answers: Answers,
    *,
    who: str,
    writes: bool,
    refused: Path | None = None,
) -> Callable[[Report], Tried]:
    """A job that imports files, or only tells what an import would do."""

    def job(report: Report) -> Tried:
        from desktop.work.import_file import import_into

        try:
            outcome = import_into(
                registry,
                paths,
                answers=answers,
                dry_run=not writes,
                refused=refused,
                who=who,
                report=report,
            )
        except UserError as error:
            return Tried(error=error)
        return Tried(outcome)

    return job
