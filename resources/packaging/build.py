"""Build the program folder for the system this runs on, and try it out.

    python resources/packaging/build.py            builds dist/calcinosis-registry
    python resources/packaging/build.py --check    builds it and runs its self-test

The folder needs neither Python nor anything of this one. Its self-test is run with no variable
but those that name no display and no home.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
MADE = ROOT / "build" / "packaging"
FOLDER = ROOT / "dist" / "calcinosis-registry"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
LICENSES = (
    "LICENSE",
    "THIRD_PARTY.md",
    "resources/icons/LICENSE-tabler-MIT.txt",
    "resources/fonts/LICENSE-inter-OFL.txt",
    "resources/fonts/LICENSE-noto-OFL.txt",
    "resources/fonts/LICENSE-droid-Apache-2.0.txt",
)
_LONGEST_S = 300


def main() -> int:
    """Build, and with ``--check`` prove that it works; the exit status of the first failure."""
    parser = argparse.ArgumentParser(prog="build.py", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="run its self-test afterwards")
    options = parser.parse_args()
    began = time.monotonic()
    make_icons(MADE / "icons")
    if status := run_pyinstaller():
        return status
    add_papers(FOLDER)
    tell(f"{FOLDER}: {size(FOLDER) / 1e6:.0f} MB, built in {time.monotonic() - began:.0f} s")
    return check(FOLDER) if options.check else 0


def tell(text: str) -> None:
    """Say how far it is."""
    print(text, flush=True)


def make_icons(folder: Path) -> None:
    """Draw the program's sign in every size that a system asks for."""
    from PIL import Image
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    folder.mkdir(parents=True, exist_ok=True)
    sign = QSvgRenderer(str(ROOT / "resources" / "icons" / "program.svg"))
    for pixels in SIZES:
        image = QImage(pixels, pixels, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        sign.render(painter)
        painter.end()
        image.save(str(folder / f"icon-{pixels}.png"))
    with Image.open(folder / f"icon-{SIZES[-1]}.png") as largest:
        largest.save(folder / "icon.ico", sizes=[(n, n) for n in SIZES if n <= 256])
        largest.save(folder / "icon.icns")


def run_pyinstaller() -> int:
    """Run PyInstaller on the recipe beside this file."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", str(ROOT / "dist"), "--workpath", str(MADE / "work")]
    return subprocess.call([*command, *places, str(HERE / "registry.spec")], cwd=ROOT)


def add_papers(folder: Path) -> None:
    """Add what a reader of the folder looks for: licences, and on Linux icon and menu entry."""
    licenses = folder / "licenses"
    licenses.mkdir(exist_ok=True)
    for name in LICENSES:
        shutil.copy2(ROOT / name, licenses)
    shutil.copytree(HERE / "licenses", licenses, dirs_exist_ok=True)
    copy_package_licenses(licenses / "packages")
    copy_system_licenses(licenses / "system", folder / "_internal")
    if sys.platform.startswith("linux"):
        shutil.copy2(HERE / "add-to-menu", folder)
        shutil.copy2(HERE / "calcinosis-registry.desktop", folder)
        shutil.copy2(MADE / "icons" / "icon-256.png", folder / "calcinosis-registry.png")


def copy_package_licenses(folder: Path) -> None:
    """The licence texts that came with each package of ``constraints.txt`` that went in."""
    from importlib.metadata import distributions

    for each in distributions():
        name = each.metadata["Name"]
        for file in each.files or ():
            is_text = file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE"))
            if is_text and ".dist-info" in file.parts[0] and is_inside(name):
                target = folder / f"{name}-{'-'.join(file.parts[1:])}.txt"
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(str(file.locate()), target)


def copy_system_licenses(folder: Path, inside: Path) -> None:
    """The copyright files of Debian's libraries that went in, where this system is one."""
    if not shutil.which("dpkg-query"):
        return
    names = {path.name for path in inside.glob("*.so*")}
    asked = ["dpkg-query", "--search", *(f"*/{name}" for name in sorted(names))]
    found = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    folder.mkdir(parents=True, exist_ok=True)
    for package in {line.partition(":")[0] for line in found.splitlines()}:
        text = Path("/usr/share/doc", package, "copyright")
        if text.is_file():
            shutil.copyfile(text, folder / f"{package}.txt")


def is_inside(package: str) -> bool:
    """Whether a package is one that runs in the program, rather than one that builds it."""
    text = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    section = text.partition("## Installed beside it")[2].partition("For development only")[0]
    rows = " ".join(line for line in section.splitlines() if line.startswith("|"))
    name = re.escape(package).replace("_", "[-_]")
    return bool(re.search(rf"(?<![\w-]){name}(?![\w-])", rows, re.IGNORECASE))


def size(folder: Path) -> int:
    """Bytes of all files, links not counted twice."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)


def check(folder: Path) -> int:
    """Run the self-test of a built folder as on a machine that knows nothing of us."""
    program = folder / ("calcinosis-registry.exe" if sys.platform == "win32" else folder.name)
    kept = ("SYSTEMROOT", "WINDIR", "TEMP", "TMP") if sys.platform == "win32" else ()
    bare = {name: os.environ[name] for name in kept if name in os.environ}
    began = time.monotonic()
    status = subprocess.call(
        [str(program), "selftest"],
        env={**bare, "QT_QPA_PLATFORM": "offscreen"},
        cwd=folder.anchor,
        timeout=_LONGEST_S,
    )
    told = "passed" if status == 0 else f"FAILED ({status})"
    tell(f"self-test of {program.name}: {told}, {time.monotonic() - began:.0f} s")
    return status


if __name__ == "__main__":
    sys.exit(main())
