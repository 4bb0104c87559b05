"""The command ``export``: data out, and for others only after the release report was read."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.work.export import Wish, prepare, unreported
from desktop.work.export_files import refuse_output, write

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from desktop.db.registry import Registry


def wish_of(options: argparse.Namespace) -> Wish:
    """What the parsed command line asks for; UserError where it contradicts itself."""
    hides = options.deidentify
    alone = {
        "--keep-free-text": options.keep_free_text,
        "--accept-release": options.accept_release,
        "--mapping": options.mapping,
    }
    wrong = [name for name, given in alone.items() if given and not hides]
    if wrong:
        raise UserError(
            say("{options} belongs to --deidentify.", options=", ".join(wrong)),
            remedy=say("Add --deidentify, or leave it out."),
        )
    if options.dictionary and options.format != "redcap":
        raise UserError(
            say("{options} belongs to --format redcap.", options="--dictionary"),
            remedy=say("Leave it out."),
        )
    return Wish(
        output=options.output,
        format=options.format,
        deidentifies=hides,
        purpose=options.purpose,
        recipient=options.recipient.strip(),
        keeps_free_text=options.keep_free_text,
        mapping=options.mapping,
        dictionary=options.dictionary,
    )


def run_export(
    registry: Registry,
    wish: Wish,
    *,
    is_accepted: bool,
    tell: Callable[[str], None],
    report: Callable[[int, int, str], None] = unreported,
) -> tuple[list[str], int]:
    """Do it; gives the lines to print and the exit status.

    A de-identified export is written only where its release report was accepted, by the
    option or by a yes at a terminal; else the report is all there is, with status 1.
    """
    refuse_output(wish, registry.path)
    prepared = prepare(registry, wish, report=report)
    lines: list[str] = []
    if prepared.report is not None:
        lines = prepared.report.lines()
        if not is_accepted:
            lines = _asked(lines, tell)
            if lines and lines[-1] == _refusal():
                return lines, 1
    written = write(prepared)
    lines += [f"{name}: {number}" for name, number in written.counts.items()]
    if written.not_held:
        held = "; ".join(f"{name}: {number}" for name, number in written.not_held.items())
        lines.append(say("Left out, because the format has no place for it: {what}", what=held))
    lines += [prepared.balance.text, say("Written: {path}", path=written.path)]
    return lines, 0


def _refusal() -> str:
    return say("Nothing was written. Read the report; --accept-release writes the export.")


def _asked(lines: list[str], tell: Callable[[str], None]) -> list[str]:
    """The lines still to be printed after the question; they end in the refusal for a no."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return [*lines, _refusal()]
    tell("\n".join(lines))
    tell(say("Write this export? Type yes:"))
    answer = sys.stdin.readline().strip().casefold()
    return [] if answer == "yes" else [_refusal()]
