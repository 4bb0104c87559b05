"""How commands print: results on standard output, everything else on standard error."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable

    from desktop.db.registry import Registry


def complain(text: str) -> None:
    """Print a problem or a remark, apart from the results."""
    print(text, file=sys.stderr)


def print_json(content: object) -> None:
    """Print a result as JSON."""
    json.dump(content, sys.stdout, ensure_ascii=False, indent=1)
    print()


def stream(objects: Iterable[bytes]) -> None:
    """Write JSON objects as one list, each as soon as it is there."""
    separator = "["
    for one in objects:
        sys.stdout.write(f"{separator}\n{one.decode()}")
        separator = ","
    print("[]" if separator == "[" else "\n]")


def progress() -> Callable[[int, int, str], None]:
    """Tells progress on a terminal, and nobody elsewhere."""

    def report(done: int, total: int, text: str) -> None:
        if sys.stderr.isatty() and total > 1:
            ending = "\n" if done == total else ""
            print(f"\r{text} {done}/{total}", end=ending, file=sys.stderr, flush=True)

    return report


def opened(options: argparse.Namespace) -> Registry:
    """The registry that a command was given."""
    from desktop.db.registry import Registry

    registry = Registry.open(options.registry)
    if registry.upgraded_from:
        complain(f"Upgraded; the older file is kept as {registry.upgraded_from.name}.")
    return registry
