"""The only place that knows where files are: resources, the user's own folders, outputs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a file that ships with the program.

    In an installed wheel the resources lie inside the package, in a checkout beside it.
    """
    inside = _PACKAGE / "resources"
    root = inside if inside.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)


def user_folder() -> Path:
    """The folder for this user's registries, by the custom of the platform.

    ``CALCINOSIS_HOME`` overrides it, for shared workstations and for tests.
    """
    if own := os.environ.get("CALCINOSIS_HOME"):
        return Path(own)
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
    return base / "calcinosis-registry"


def demonstration_registry() -> Path:
    """Where the registry of fictional patients lies."""
    return user_folder() / "demonstration.registry"


def output_folder() -> Path:
    """Where a start without a display leaves what it made."""
    return user_folder() / "output"
