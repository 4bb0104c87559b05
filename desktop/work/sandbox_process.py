"""The process of a sandboxed reader as the program holds it: started, listened to, ended."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.exchange.limits import refused
from desktop.work import sandbox_windows
from desktop.work.sandbox_limits import MEMORY_EXIT
from desktop.work.sandbox_messages import TooLargeError, receive, send

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.work.sandbox_messages import Job, Wish

VERB = "read-strangers-files"
"""The word by which a packaged program is told to be the reader, and nothing else."""

SECONDS = 20
SECONDS_PER_MEGABYTE = 2
"""Processor time for files, and for each megabyte; packed ones count tenfold."""
_PATIENCE = 3
"""The clock may run so many times as long as the processor."""
_TICK = 0.1
_WAITING = 4
"""Messages that wait to be used; a reader that sends more must wait itself."""
_LEAST_OUTPUT = 256 * 1024**2
_LARGEST_GROWTH = 200
"""Rows may be so many times as long as the file that they come from."""

_START = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); \
from desktop.work.sandbox_child import main; main()"


class Endless(Exception):  # noqa: N818 - reads as the fact that it states
    """There is no next message; ``cause`` says why."""

    def __init__(self, cause: str) -> None:
        self.cause = cause
        super().__init__(cause)


class ReaderLost(Exception):  # noqa: N818 - reads as the fact that it states
    """The reader ended over ``file``; ``error`` tells it to people, ``trace`` to programmers."""

    def __init__(self, file: int, error: UserError, trace: str = "") -> None:
        self.file = file
        self.error = error
        super().__init__(trace)


def command() -> list[str]:
    """The command line of the reader: this Python without its surroundings, or this package."""
    if getattr(sys, "frozen", False):
        # The program with a console: on Windows the other one has no standard input.
        program = Path(sys.executable).with_name("calcinosis-registry")
        return [str(program.with_suffix(".exe" if sys.platform == "win32" else "")), VERB]
    # On Windows the Python of an environment only starts another one, which is not allowed.
    python = getattr(sys, "_base_executable", "") if sys.platform == "win32" else ""
    folders = json.dumps([str(Path(folder).absolute()) for folder in sys.path if folder])
    return [python or sys.executable, "-I", "-S", "-X", "utf8", "-c", _START, folders]


def time_for(files: Sequence[Path]) -> int:
    """Seconds of processor time for the reading of files."""
    size = sum(path.stat().st_size * _weight(path) for path in files) / 1024**2
    return SECONDS + int(size * SECONDS_PER_MEGABYTE)


def _weight(path: Path) -> int:
    return 10 if path.suffix.casefold() == ".xlsx" else 1


def reason_of(cause: str, path: Path, memory: int) -> UserError:
    """Why the reading of a file was ended, as people understand it."""
    smaller = say("Export it in several smaller files.")
    if cause == "memory":
        limit = memory // 1024**2
        what = say("{file} needs more than {limit} MB to be read.", file=path.name, limit=limit)
        return refused(what, remedy=smaller)
    if cause == "time":
        return refused(
            say("{file} takes longer to read than is allowed.", file=path.name), remedy=smaller
        )
    if cause == "size":
        return refused(say("{file} would unfold beyond measure.", file=path.name), remedy=smaller)
    return refused(
        say("{file} cannot be read: it is damaged, or made to do harm.", file=path.name),
        remedy=say("Export it again from where it comes from."),
    )


class Process:
    """One reader; nothing of it outlives ``stop``."""

    def __init__(self, arguments: list[str], job: Job, files: Sequence[Path]) -> None:
        self._seconds = job.cpu_seconds * _PATIENCE
        size = sum(path.stat().st_size for path in files)
        self._output_left = max(_LEAST_OUTPUT, size * _LARGEST_GROWTH)
        self._stopped = Event()
        self._messages: Queue[bytes | Endless] = Queue(_WAITING)
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what Python says of an error there may hold cells
            env=_surroundings(),
            cwd=Path(sys.executable).anchor,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._job = 0
        if sys.platform == "win32":
            # Where Windows refuses a job, as inside some others, the clock is what limits it.
            with suppress(OSError):
                self._job = sandbox_windows.into_job(
                    int(self._process._handle),  # noqa: SLF001 - Python has no other name for it
                    memory=job.memory,
                    cpu_seconds=job.cpu_seconds,
                )
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.send(job)

    def send(self, message: Job | Wish) -> None:
        """Send a message; one that ended meanwhile is noticed at the next ``receive``."""
        if self._stopped.is_set() or self._process.stdin is None:
            return
        try:
            send(self._process.stdin, message)
        except OSError:
            return

    def receive(self, tick: Callable[[], None]) -> bytes:
        """The next message; ``tick`` is called now and then. Raises Endless."""
        until = time.monotonic() + self._seconds
        while not self._stopped.is_set():
            try:
                found = self._messages.get(timeout=_TICK)
            except Empty:
                tick()
                if time.monotonic() > until:
                    raise Endless("time") from None
                continue
            if isinstance(found, Endless):
                raise found
            return found
        raise Endless("error")

    def stop(self) -> None:
        """End the process at once; may be called again."""
        if self._stopped.is_set():
            return
        self._stopped.set()
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                _close(stream)
        if self._job:
            sandbox_windows.close(self._job)

    def _listen(self) -> None:
        stream = self._process.stdout
        cause = ""
        try:
            while stream is not None and (content := receive(stream)):
                self._output_left -= len(content)
                if self._output_left < 0:
                    raise TooLargeError
                self._pass_on(content)
        except TooLargeError:
            cause = "size"
            self._process.kill()
        self._pass_on(Endless(cause or _cause_of(self._process.wait())))

    def _pass_on(self, message: bytes | Endless) -> None:
        while not self._stopped.is_set():
            try:
                self._messages.put(message, timeout=_TICK)
            except Full:
                continue
            return


def _close(stream: object) -> None:
    try:
        stream.close()  # type: ignore[attr-defined]
    except OSError:
        return


def _cause_of(status: int) -> str:
    """Why a process ended that said nothing."""
    if status == MEMORY_EXIT:
        return "memory"
    # Out of processor time: by signal, or as Windows says it (a quota was exceeded).
    if status in {-24, 1816}:
        return "time"
    return "error"


def _surroundings() -> dict[str, str]:
    """Variables of the reader: none of ours, for a passphrase may be among them."""
    kept = ("SYSTEMROOT", "WINDIR") if sys.platform == "win32" else ()
    return {name: os.environ[name] for name in kept if name in os.environ}
