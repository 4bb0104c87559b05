"""How commands print: results on standard output, everything else on standard error."""

from __future__ import annotations

import json
import sys
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable

    from desktop.db.registry import Registry


_JOINERS = "\u200c\u200d"
"""Part of names in Persian and in scripts of India."""


def complain(text: str) -> None:
    """Print a problem or a remark, apart from the results."""
    print(_harmless(text), file=sys.stderr)


def tell(text: str) -> None:
    """Print a result; what could steer a terminal or turn its letters around is spelled out."""
    print(_harmless(text))


def _harmless(text: str) -> str:
    return "".join(one if _is_harmless(one) else ascii(one)[1:-1] for one in text)


def _is_harmless(letter: str) -> bool:
    if letter in "\n\t" or letter in _JOINERS:
        return True
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs")


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
