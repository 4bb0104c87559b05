#!/usr/bin/env python3
"""Start Calcinosis Registry from its source folder, with Python alone.

    python3 start.py              opens the window on a registry of fictional patients
    python3 start.py test         runs all checks; further arguments go to pytest
    python3 start.py bench        measures speed
    python3 start.py build        builds a program folder that needs no Python, into dist
    python3 start.py COMMAND ...  runs a command of calcinosis-registry

On Windows ``py start.py`` does the same.

The first start makes ``.venv`` beside this file with the versions of ``constraints.txt``; later
starts only compare two small files. What this file itself has to say goes to standard error.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import invalidate_caches
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python must get as far as this sentence
    found = f"{sys.version_info[0]}.{sys.version_info[1]}"
    newer = [f"python3.{minor}" for minor in (11, 12, 13) if shutil.which(f"python3.{minor}")]
    if not newer and sys.platform == "win32" and shutil.which("py"):
        newer = ["py -3"]
    advice = f"Start it with: {newer[0]} start.py" if newer else "Install Python 3.11 first."
    sys.exit(f"Calcinosis Registry needs Python 3.11 or newer; this is Python {found}. {advice}")

HOME = Path(__file__).resolve().parent
ENVIRONMENT = HOME / ".venv"
WINDOWED = {"open", "demonstration", "test", "bench", "build"}
PACKAGING = "resources/packaging/build.py"


class CannotStartError(Exception):
    """What is missing, and the command that mends it."""


class Library(NamedTuple):
    """A shared library that Qt loads, and the Debian packages that may hold it, newest first."""

    soname: str
    packages: tuple[str, ...]


class Gap(NamedTuple):
    """Something that the system lacks, and the choices of packages that bring it."""

    complaint: str
    packages: list[tuple[str, ...]]


WITHOUT_DISPLAY = (
    Library("libEGL.so.1", ("libegl1",)),
    Library("libGL.so.1", ("libgl1",)),
    Library("libfontconfig.so.1", ("libfontconfig1",)),
    Library("libxkbcommon.so.0", ("libxkbcommon0",)),
    Library("libdbus-1.so.3", ("libdbus-1-3",)),
    Library("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0")),
)
WITH_DISPLAY = (
    Library("libxcb-cursor.so.0", ("libxcb-cursor0",)),
    Library("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",)),
    Library("libxcb-icccm.so.4", ("libxcb-icccm4",)),
    Library("libxcb-keysyms.so.1", ("libxcb-keysyms1",)),
    Library("libxcb-shape.so.0", ("libxcb-shape0",)),
    Library("libwayland-cursor.so.0", ("libwayland-cursor0",)),
)
FOR_PRINTERS = (Library("libcups.so.2", ("libcups2t64", "libcups2")),)


def main(arguments: list[str]) -> int:
    """Set up what is missing, then do what was asked; the exit status is that of the job."""
    verb = arguments[0] if arguments else "demonstration"
    with_tools = verb in {"test", "bench", "build"}
    try:
        ensure_system(
            windowed=verb in WINDOWED,
            new_environment=not is_ready(with_tools=with_tools),
            packaging=verb == "build" or arguments == ["test"],
        )
        python = ensure_environment(with_tools=with_tools)
    except CannotStartError as reason:
        say(str(reason))
        return 1
    except OSError as error:
        say(f"The set-up failed: {error}.")
        return 1
    except KeyboardInterrupt:
        say("Stopped. The next start takes the set-up up again.")
        return 130
    if verb == "test":
        return run_checks(python, arguments[1:])
    if verb == "build":
        return subprocess.call([python, PACKAGING, *arguments[1:]], cwd=HOME)
    if verb == "bench":
        return subprocess.call([python, "-m", "tests.benchmarks", *arguments[1:]], cwd=HOME)
    return hand_over(program(python, arguments))


def say(text: str) -> None:
    """Write one message of this file, apart from what the program prints."""
    print(text, file=sys.stderr, flush=True)


def program(python: Path, arguments: list[str]) -> list[str]:
    """The command line of the program; ``-P`` keeps the folder we stand in out of its imports."""
    return [str(python), "-P", "-m", "desktop", *(arguments or ["demonstration"])]


def hand_over(command: list[str]) -> int:
    """Become the program, so that its streams, signals and exit status are untouched."""
    if sys.platform != "win32":
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted here
    # Windows cannot: there we wait. Output that goes to a file is UTF-8 as everywhere else.
    process = subprocess.Popen(command, env={**os.environ, "PYTHONUTF8": "1"})
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # the program heard it too, and ends as it sees fit


# The environment ------------------------------------------------------------------------------


def environment_python() -> Path:
    """The Python of the environment."""
    if sys.platform == "win32":
        return ENVIRONMENT / "Scripts" / "python.exe"
    return ENVIRONMENT / "bin" / "python"


def stamp_path() -> Path:
    """Written last, when the environment is complete."""
    return ENVIRONMENT / "complete"


def unfinished_path() -> Path:
    """There from the first step of a set-up to the last."""
    return ENVIRONMENT / "unfinished"


def stamp(*, with_tools: bool) -> str:
    """What a complete environment says of itself: where, what for, from which versions."""
    import hashlib

    digest = hashlib.sha256()
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((HOME / name).read_bytes())
    return f"{HOME}\n{'tools' if with_tools else 'program'}\n{digest.hexdigest()}\n"


def is_ready(*, with_tools: bool) -> bool:
    """Whether the environment is complete and made from the present files, in this place."""
    if not environment_python().exists() or not stamp_path().exists():
        return False
    written = stamp_path().read_text(encoding="utf-8")
    return written == stamp(with_tools=True) or (
        not with_tools and written == stamp(with_tools=False)
    )


def ensure_environment(*, with_tools: bool) -> Path:
    """The Python of an environment that is ready, made or brought up to date if need be."""
    if not is_ready(with_tools=with_tools):
        with only_one_set_up():
            if not is_ready(with_tools=with_tools):
                make_environment(with_tools=with_tools)
    return environment_python()


def make_environment(*, with_tools: bool) -> None:
    """Install the program into the environment; the stamp comes last."""
    began = time.monotonic()
    if is_beyond_repair():
        say(f"Removing the unusable environment in {ENVIRONMENT}.")
        shutil.rmtree(ENVIRONMENT)
    fresh = not ENVIRONMENT.exists()
    had_tools = stamp_path().exists() and "\ntools\n" in stamp_path().read_text(encoding="utf-8")
    say(
        f"Making the environment in {ENVIRONMENT}: once, a minute or two."
        if fresh
        else f"Bringing the environment in {ENVIRONMENT} up to date."
    )
    ENVIRONMENT.mkdir(exist_ok=True)
    unfinished_path().touch()
    stamp_path().unlink(missing_ok=True)
    if fresh:
        set_up([sys.executable, "-I", "-m", "venv", str(ENVIRONMENT)])
    tools = with_tools or had_tools
    try:
        install("pip", "hatchling")
        install("--no-build-isolation", "--editable", f"{HOME}[dev]" if tools else str(HOME))
    except CannotStartError:
        if not fresh:
            # pip takes up where it stopped: what is there need not be fetched again.
            unfinished_path().unlink()
        raise
    write_stamp(with_tools=tools)
    say(f"The environment is ready ({time.monotonic() - began:.0f} s).")


def is_beyond_repair() -> bool:
    """Whether the environment was left half-made, copied from elsewhere, or lost its Python."""
    if not ENVIRONMENT.exists():
        return False
    if unfinished_path().exists() or not environment_python().exists():
        return True
    if not stamp_path().exists():
        return False
    return stamp_path().read_text(encoding="utf-8").partition("\n")[0] != str(HOME)


def write_stamp(*, with_tools: bool) -> None:
    """Declare the environment complete, in one step that cannot be seen half done."""
    part = stamp_path().with_suffix(".part")
    part.write_text(stamp(with_tools=with_tools), encoding="utf-8")
    part.replace(stamp_path())
    unfinished_path().unlink(missing_ok=True)


def install(*what: str) -> None:
    """Install packages in the versions of ``constraints.txt``, from the machine's own indexes."""
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    options = ["--no-input", "--disable-pip-version-check", "--constraint"]
    pip = [str(environment_python()), "-I", "-m", "pip", "install", *quiet, *options]
    set_up([*pip, str(HOME / "constraints.txt"), *what])


def set_up(command: list[str]) -> None:
    """Run one step of the set-up; raises CannotStartError if it fails."""
    surroundings = {**os.environ, "PIP_USER": "0"}
    # Open files are passed on: the lock must outlive us for as long as pip does.
    if subprocess.call(command, stdout=sys.stderr, env=surroundings, cwd=HOME, close_fds=False):
        message = (
            f"The set-up failed at: {' '.join(command)}\n"
            "The reason stands above. Packages come from the indexes that pip is configured for; "
            "if there is no way to them, set that up (or a proxy) and start again."
        )
        raise CannotStartError(message)


@contextmanager
def only_one_set_up() -> Iterator[None]:
    """Hold the set-up for this start; another one waits. The system frees it at our end."""
    with (HOME / ".venv.lock").open("a") as lock:
        if sys.platform == "win32":
            import msvcrt

            while True:
                try:
                    msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
                    break
                except OSError:
                    say("Another start is making the environment; waiting for it.")
            yield
            return
        import fcntl

        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another start is making the environment; waiting for it.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        os.set_inheritable(lock.fileno(), True)
        yield


# The system -----------------------------------------------------------------------------------


def ensure_system(*, windowed: bool, new_environment: bool, packaging: bool = False) -> None:
    """Install what the system lacks where we may, else name the command that does."""

    def found() -> list[Gap]:
        gaps = system_gaps(windowed=windowed, new_environment=new_environment)
        return gaps + (packaging_gaps() if packaging else [])

    gaps = found()
    if not gaps:
        return
    complaint = "\n".join(gap.complaint for gap in gaps)
    if not shutil.which("apt-get"):
        message = f"{complaint}\nInstall what is missing with the package manager of this system."
        raise CannotStartError(message)
    # Two gaps may want the same package.
    choices = dict.fromkeys(choice for gap in gaps for choice in gap.packages)
    install_packages(list(choices), complaint)
    invalidate_caches()
    still = found()
    if still:
        complaint = "\n".join(gap.complaint for gap in still)
        message = f"The installation did not mend this:\n{complaint}"
        raise CannotStartError(message)


def system_gaps(*, windowed: bool, new_environment: bool) -> list[Gap]:
    """What this start needs and the system lacks."""
    gaps = []
    if windowed and sys.platform == "linux":
        missing = missing_libraries(WITHOUT_DISPLAY + (WITH_DISPLAY if has_display() else ()))
        if missing:
            names = ", ".join(library.soname for library in missing)
            # One command for all that a desktop needs, even if a part would do for this start.
            wanted = missing_libraries(WITHOUT_DISPLAY + WITH_DISPLAY + FOR_PRINTERS)
            packages = [library.packages for library in wanted]
            gaps.append(Gap(f"Qt needs libraries that this system lacks: {names}.", packages))
    if new_environment and not (find_spec("venv") and find_spec("ensurepip")):
        # Debian and Ubuntu keep them in a package of their own.
        package = (f"python3.{sys.version_info.minor}-venv",)
        gaps.append(Gap("This Python lacks its modules venv and ensurepip.", [package]))
    return gaps


def packaging_gaps() -> list[Gap]:
    """What the building of a program folder needs on Linux: its tools, and what goes into it."""
    if sys.platform != "linux":
        return []
    gaps = []
    tools = [name for name in ("objdump", "objcopy") if not shutil.which(name)]
    if tools:
        complaint = f"The program folder is built with {' and '.join(tools)}."
        gaps.append(Gap(complaint, [("binutils",)]))
    version = f"3.{sys.version_info.minor}"
    if not loads(f"libpython{version}.so.1.0"):
        complaint = f"The program folder takes this Python along: libpython{version} is missing."
        gaps.append(Gap(complaint, [(f"libpython{version}",)]))
    missing = missing_libraries(WITHOUT_DISPLAY + WITH_DISPLAY + FOR_PRINTERS)
    if missing:
        names = ", ".join(library.soname for library in missing)
        complaint = f"The program folder takes libraries along that this system lacks: {names}."
        gaps.append(Gap(complaint, [library.packages for library in missing]))
    return gaps


def has_display() -> bool:
    """Whether Qt will look for a display server rather than draw into memory."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing_libraries(libraries: tuple[Library, ...]) -> list[Library]:
    """The libraries that the loader does not know: first by its cache (fast), then by trial."""
    try:
        known = Path("/etc/ld.so.cache").read_bytes()
    except OSError:
        known = b""
    doubtful = [each for each in libraries if each.soname.encode() + b"\0" not in known]
    return [each for each in doubtful if not loads(each.soname)]


def loads(soname: str) -> bool:
    """Whether the loader finds and loads a library."""
    import ctypes

    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def install_packages(choices: list[tuple[str, ...]], complaint: str) -> None:
    """Install Debian packages if we are root; raises CannotStartError with the command if not."""
    if os.geteuid() != 0:
        names = [known_name(choice) for choice in choices]
        message = f"{complaint}\nInstall them with: sudo apt-get install {' '.join(names)}"
        raise CannotStartError(message)
    say(f"{complaint}\nInstalling what is missing.")
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    # The lists of packages may be empty or outdated: fetch them if they are or turn out to be.
    for fetch_lists in (not is_known(choices[0][-1]), True):
        if fetch_lists:
            apt(["apt-get", "update", "-qq"])
        names = [known_name(choice) for choice in choices]
        if apt([*install, *names]):
            return
    message = f"The installation failed.\nInstall them with: apt-get install {' '.join(names)}"
    raise CannotStartError(message)


def apt(command: list[str]) -> bool:
    """Run apt-get without questions; whether it succeeded."""
    surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.call(command, stdout=sys.stderr, env=surroundings) == 0


def known_name(choice: tuple[str, ...]) -> str:
    """The first of several package names that this release has, or else the last."""
    return next((name for name in choice[:-1] if is_known(name)), choice[-1])


def is_known(package: str) -> bool:
    """Whether the lists of packages at hand have this one."""
    asked = ["apt-cache", "show", "--quiet=2", package]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


# The checks -----------------------------------------------------------------------------------


def run_checks(python: Path, pytest_arguments: list[str]) -> int:
    """Run every check even if an earlier one fails; 1 if any failed."""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    results = []
    for name, command in checks(python, pytest_arguments).items():
        say(f"\n{name}: {' '.join(command)}")
        began = time.monotonic()
        status = subprocess.call(command, cwd=HOME, env=surroundings)
        results.append((name, status, time.monotonic() - began))
    say("")
    for name, status, seconds in results:
        say(f"{name:<16} {'FAILED' if status else 'passed'} {seconds:6.0f} s")
    return 1 if any(status for _, status, _ in results) else 0


def checks(python: Path, pytest_arguments: list[str]) -> dict[str, list[str]]:
    """The command of each check, the quick ones first.

    The program folder is built and tried out only where everything is checked.
    """
    run = [str(python), "-m"]
    # One worker more than cores: tests of windows and of crashes wait as often as they compute.
    workers = min((os.cpu_count() or 1) + 1, 4)
    packaging = {} if pytest_arguments else {"program folder": [str(python), PACKAGING, "--check"]}
    return {
        "ruff": [*run, "ruff", "check", "."],
        "ruff format": [*run, "ruff", "format", "--check", "."],
        "import contracts": [str(python.with_name(f"lint-imports{python.suffix}"))],
        "mypy": [*run, "mypy"],
        "tests": [*run, "pytest", "-q", "-n", str(workers), *pytest_arguments],
        **packaging,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
