"""What a day of work leaves on disk tells nothing: names, notes, passphrases, codes, keys."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.reliability.secret_day import FAMILY, PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


def spellings(secret: bytes) -> Iterator[tuple[str, bytes]]:
    """A secret as programs write it down, by the name of the spelling."""
    yield "as it is", secret
    yield "hex", secret.hex().encode()
    yield "HEX", secret.hex().upper().encode()
    for shift in range(3):
        # Where it begins within three bytes changes all letters but those cut off here.
        yield f"base64 from {shift}", _inner(base64.b64encode(b"\0" * shift + secret), shift)
        yield (
            f"base64url from {shift}",
            _inner(base64.urlsafe_b64encode(b"\0" * shift + secret), shift),
        )
    try:
        text = secret.decode()
    except UnicodeDecodeError:
        return
    yield "UTF-16", text.encode("utf-16-le")
    yield "UTF-16, big end first", text.encode("utf-16-be")
    yield "UTF-32", text.encode("utf-32-le")
    yield "JSON", json.dumps(text).strip('"').encode()
    yield "lower case", text.lower().encode()
    yield "upper case", text.upper().encode()


def _inner(encoded: bytes, shift: int) -> bytes:
    return encoded[(0, 2, 3)[shift] :].rstrip(b"=")[:-1]


def found_in(content: bytes, planted: dict[str, bytes]) -> list[str]:
    """Which secrets stand in a content, and how they are spelled there."""
    return [
        f"{name} ({spelling})"
        for name, secret in planted.items()
        for spelling, written in spellings(secret)
        if written in content
    ]


def read_planted(folder: Path) -> dict[str, bytes]:
    """The secrets; recovery codes with and without their hyphens."""
    told: dict[str, str] = json.loads((folder / "planted.json").read_text(encoding="utf-8"))
    planted: dict[str, bytes] = {}
    for name, text in told.items():
        if "recovery code" in name:
            planted[name] = text.encode()
            planted[f"{name}, bare"] = text.replace("-", "").replace(" ", "").encode()
        else:
            planted[name] = bytes.fromhex(text)
    return planted


def worked(folder: Path, kind: str, ending: str) -> tuple[bytes, dict[str, list[str]]]:
    """Work a day; gives what was printed, and by file below HOME and TMPDIR what it tells."""
    left = folder / "left"
    for name in ("home", "tmp", "runtime"):
        (left / name).mkdir(parents=True, mode=0o700)
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    surroundings = {
        **kept,
        "HOME": str(left / "home"),
        "TMPDIR": str(left / "tmp"),
        "XDG_RUNTIME_DIR": str(left / "runtime"),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-m", "tests.reliability.secret_day", str(folder), kind, ending]
    done = subprocess.run(
        command, env=surroundings, cwd=ROOT, capture_output=True, check=False, timeout=300
    )
    assert done.returncode == (-9 if ending == "killed" else 0), done.stderr.decode()[-3000:]
    planted = read_planted(folder)
    files = [path for path in left.rglob("*") if path.is_file()]
    names = {str(path.relative_to(left)): path for path in files}
    told = {name: found_in(path.read_bytes(), planted) for name, path in names.items()}
    told["the names of the files"] = found_in("\n".join(names).encode(), planted)
    return done.stdout + done.stderr, told


@pytest.mark.skipif(sys.platform == "win32", reason="ends its child by a signal")
class TestDay:
    """A whole day of the window, of files, backups and people."""

    @pytest.mark.parametrize("ending", ["closed", "killed"])
    def test_nothing_left_on_disk_tells_a_name_a_note_or_a_key(
        self, tmp_path: Path, ending: str
    ) -> None:
        printed, told = worked(tmp_path, "encrypted", ending)
        assert {name: secrets for name, secrets in told.items() if secrets} == {}
        assert found_in(printed, read_planted(tmp_path)) == []
        kinds = {Path(name).suffix for name in told}
        assert {".registry", ".keys", ".log", ".ini", ".json"} <= kinds, "the day left too little"
        if ending == "killed":
            assert (tmp_path / "left" / "registry" / "clinic.registry-wal").stat().st_size > 0
        (log,) = (path for path in tmp_path.rglob("problems.log"))
        assert "RuntimeError" in log.read_text(encoding="utf-8")

    def test_search_finds_what_a_registry_without_encryption_tells(self, tmp_path: Path) -> None:
        _, told = worked(tmp_path, "plain", "closed")
        found = " ".join(told["registry/clinic.registry"])
        assert f"{FAMILY} (as it is)" in found
        assert not any(told[name] for name in told if name.endswith((".log", ".ini")))


@pytest.mark.parametrize("secret", [PASSPHRASE.encode(), bytes(range(3, 35)), b"\xff" * 32])
def test_search_finds_a_secret_however_it_is_written(secret: bytes) -> None:
    for shift in range(4):
        before = b"x" * shift
        for content in (
            before + secret,
            before + secret.hex().encode(),
            base64.b64encode(before + secret + b"yz"),
            base64.urlsafe_b64encode(before + secret + b"y"),
        ):
            assert found_in(b"  " + content + b"  ", {"secret": secret})
    assert found_in(b"nothing of the kind" * 1000, {"secret": secret}) == []
