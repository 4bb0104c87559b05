"""Failed sign-ins, kept beside the registry: who has to wait, and what the journal must hear.

``REGISTRY.attempts`` survives a restart. It slows down guessing at this seat; whoever copies the
files away guesses elsewhere, against the cost of a passphrase alone.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from desktop.db.files import beside, write_private
from desktop.domain.errors import UserError
from desktop.domain.language import say_count

if TYPE_CHECKING:
    from collections.abc import Callable

FREE = 5
"""So many failures in a row cost nothing."""
FIRST_WAIT = timedelta(seconds=15)
"""What the next one costs; each further one twice as much."""
LONGEST_WAIT = timedelta(minutes=30)
_KEPT = 1000


def _started() -> str:
    """What names this run of the system: a steady clock counts within one run alone."""
    if sys.platform != "linux":
        return ""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""


@dataclass(frozen=True)
class Clock:
    """Two clocks: the one on the wall, which people can set, and the steady one of this run."""

    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    steady: Callable[[], float] = time.monotonic
    run: Callable[[], str] = _started


CLOCK = Clock()


class Failure(msgspec.Struct, frozen=True):
    """One failed sign-in: when (UTC), and as whom; empty where no such person exists."""

    at: str
    user: str


class Attempts(msgspec.Struct, frozen=True):
    """The content of the file: failures in a row, the last one on both clocks, the unheard."""

    in_a_row: int = 0
    last: str = ""
    steady: float = 0.0
    run: str = ""
    unheard: tuple[Failure, ...] = ()
    last_sign_in: dict[str, str] = {}


def attempts_path(path: Path) -> Path:
    """Where the failed sign-ins of a registry are kept."""
    return beside(path, "attempts")


def read(path: Path) -> Attempts:
    """What is kept; nothing where no file can be read. A damaged one makes everybody wait."""
    try:
        found = msgspec.json.decode(attempts_path(path).read_bytes(), type=Attempts)
        if found.last and datetime.fromisoformat(found.last).tzinfo is None:
            return Attempts(in_a_row=FREE)
    except OSError:
        return Attempts()
    except (msgspec.DecodeError, ValueError):
        return Attempts(in_a_row=FREE)
    return found


def _write(path: Path, attempts: Attempts) -> bool:
    """Whether it could be written: on a medium that is closed nothing can be counted."""
    try:
        write_private(attempts_path(path), msgspec.json.encode(attempts))
    except OSError:
        return False
    return True


def refuse_haste(path: Path, clock: Clock) -> None:
    """Raise UserError while the wait after failed sign-ins is not over.

    A clock that was set back begins the wait anew; one that was set forward ends it only if the
    system was started again in between.
    """
    attempts = read(path)
    wait = wait_after(attempts.in_a_row)
    if not wait:
        return
    left = wait - _passed(attempts, clock)
    if left > wait or not attempts.last:
        if not _write(path, _stamped(attempts, clock)):
            return  # it would begin anew each time, for ever
        left = wait
    if left > timedelta():
        seconds = -(-left // timedelta(seconds=1))
        raise UserError(
            say_count(
                attempts.in_a_row,
                "One sign-in to this registry has failed.",
                "{n} sign-ins to this registry have failed in a row.",
            ),
            remedy=say_count(seconds, "Try again in one second.", "Try again in {n} seconds."),
        )


def wait_after(failures: int) -> timedelta:
    """How long nobody may try after so many failures in a row."""
    if failures < FREE:
        return timedelta()
    doubled: int = 2 ** min(failures - FREE, 16)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)


def _passed(attempts: Attempts, clock: Clock) -> timedelta:
    if not attempts.last:
        return timedelta()
    wall = clock.now() - datetime.fromisoformat(attempts.last)
    run = clock.run()
    if run and run == attempts.run:
        return min(wall, timedelta(seconds=clock.steady() - attempts.steady))
    return wall


def _stamped(attempts: Attempts, clock: Clock) -> Attempts:
    return msgspec.structs.replace(
        attempts,
        last=clock.now().isoformat(timespec="milliseconds"),
        steady=clock.steady(),
        run=clock.run(),
    )


def failed(path: Path, user: str, clock: Clock) -> None:
    """Count one more failure and keep it for the journal."""
    attempts = _stamped(read(path), clock)
    unheard = (*attempts.unheard, Failure(attempts.last, user))[-_KEPT:]
    attempts = msgspec.structs.replace(attempts, in_a_row=attempts.in_a_row + 1, unheard=unheard)
    _write(path, attempts)


def succeeded(path: Path, user: str, clock: Clock) -> None:
    """Forget the count, but not what the journal has not heard yet."""
    attempts = read(path)
    last = attempts.last_sign_in | {user: clock.now().isoformat(timespec="seconds")}
    _write(path, Attempts(unheard=attempts.unheard, last_sign_in=last))


def heard(path: Path, failures: int) -> None:
    """The journal holds the first so many failures now."""
    attempts = read(path)
    _write(path, msgspec.structs.replace(attempts, unheard=attempts.unheard[failures:]))
