"""What a sandboxed reader takes from itself before it looks into a stranger's file.

The system's limits are the boundary: memory, processor time, no byte written, no process. On
Linux the kernel also refuses every other file, connection and program. The hook in Python says
no earlier and everywhere, but code that has broken out of Python passes it. On Windows the
program puts the reader into a job with limits; macOS does not limit memory, which the reader
then watches itself.
"""

from __future__ import annotations

import contextlib
import os
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.paths import resource
from desktop.work.sandbox_kernel import confine

if TYPE_CHECKING:
    from collections.abc import Sequence

MEMORY_EXIT = 77
"""The exit status of a reader that found itself too large."""

_WATCH_SECONDS = 0.2
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_OWN_LOOKS = frozenset({"os.listdir", "os.scandir"})
"""Looks into folders, which Python takes for its imports."""

_FORBIDDEN = (
    "os.",
    "socket.",
    "subprocess.",
    "ctypes.",
    "shutil.",
    "tempfile.",
    "pty.",
    "fcntl.",
    "mmap.",
    "signal.",
    "resource.",
    "sqlite3.",
    "syslog.",
    "urllib.",
    "http.",
    "winreg.",
    "msvcrt.",
    "webbrowser.",
    "_thread.",
    "sys.addaudithook",
)


class ForbiddenError(BaseException):
    """The reader tried what reading a file never needs; no reader may catch it by accident."""


def lock_down(
    files: Sequence[str], listed: Sequence[str], *, memory: int, cpu_seconds: int
) -> None:
    """Give up everything but reading ``files`` and the program's own; there is no way back.

    Folders in ``listed`` may be looked through. ``memory`` is the address space in bytes.
    """
    own = _own_folders()
    # The program's modules lie in it when it is packaged.
    readable = [*files, sys.executable] if getattr(sys, "frozen", False) else files
    _limit(memory, cpu_seconds)
    confine([*readable, *own], listed)
    sys.addaudithook(_Guard(readable, listed, own))


def _own_folders() -> list[str]:
    """Where the program's tables and Python's own modules lie: encodings are imported late."""
    library = sysconfig.get_paths()["stdlib"]
    folders = [str(resource()), library, getattr(sys, "_MEIPASS", library)]
    return [os.path.realpath(folder) for folder in folders if Path(folder).is_dir()]


def _limit(memory: int, cpu_seconds: int) -> None:
    if sys.platform == "win32":
        return
    import resource as system

    limits = {
        "RLIMIT_AS": memory,
        "RLIMIT_CPU": cpu_seconds,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_NPROC": 0,
        "RLIMIT_CORE": 0,
        "RLIMIT_NOFILE": 64,
    }
    for name, value in limits.items():
        if hasattr(system, name):
            # macOS refuses some of them.
            with contextlib.suppress(ValueError, OSError):
                # A second beyond the time, so that the signal tells what has run out.
                hard = value + 1 if name == "RLIMIT_CPU" else value
                system.setrlimit(getattr(system, name), (value, hard))
    if sys.platform == "darwin":
        watch_memory(memory)


def watch_memory(memory: int) -> None:
    """End this process when it has held more than ``memory`` bytes."""
    import resource as system
    import signal

    unit = 1 if sys.platform == "darwin" else 1024

    def look(*_: object) -> None:
        if system.getrusage(system.RUSAGE_SELF).ru_maxrss * unit > memory:
            os._exit(MEMORY_EXIT)

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, _WATCH_SECONDS, _WATCH_SECONDS)


class _Guard:
    """Hears of every call that leaves Python, and forbids all but reading."""

    def __init__(self, files: Sequence[str], listed: Sequence[str], folders: Sequence[str]) -> None:
        self._files = frozenset(files)
        self._listed = frozenset(listed)
        self._folders = tuple(folder.rstrip(os.sep) + os.sep for folder in folders)

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if isinstance(flags, int) and flags & _WRITING:
                raise ForbiddenError(event)
            if not isinstance(path, int) and not self._is_ours(path):
                raise ForbiddenError(event)
        elif event in _OWN_LOOKS:
            if str(arguments[0]) not in self._listed and not self._is_ours(arguments[0]):
                raise ForbiddenError(event)
        elif event.startswith(_FORBIDDEN):
            raise ForbiddenError(event)

    def _is_ours(self, path: object) -> bool:
        if not isinstance(path, (str, bytes, os.PathLike)):
            return False
        name = os.fsdecode(path)
        return name in self._files or os.path.realpath(name).startswith(self._folders)
