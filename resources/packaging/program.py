"""What the packaged program starts with: the window or a command, or one of its helpers."""

from __future__ import annotations

import os
import sys
from multiprocessing import freeze_support
from pathlib import Path

READER = "read-strangers-files"


def main() -> int:
    """Be the reader of strangers' files if told so, else run the command of the arguments."""
    freeze_support()
    if sys.argv[1:] == [READER]:
        from desktop.work.sandbox_child import main as read

        read()
        return 0
    _give_streams()
    from desktop.cli import main as run

    return run()


def _give_streams() -> None:
    """The program with a window has no streams on Windows; what is printed there goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115


if __name__ == "__main__":
    sys.exit(main())
