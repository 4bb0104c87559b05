"""What an export says of itself: the manifest beside it, and the entry in the audit."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.domain.language import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.work.export import Prepared

PSEUDONYMIZED = "pseudonymized, not anonymous: personal data; do not try to identify anybody"
IDENTIFIED = "identified: names and dates are in it"


def manifest_of(prepared: Prepared, counts: Mapping[str, int], files: Mapping[str, Path]) -> str:
    """What an export is, for whom, how many are in it, and the SHA-256 of each of its files."""
    wish, balance = prepared.wish, prepared.balance
    told: dict[str, object] = {
        "program": "calcinosis-registry",
        "version": __version__,
        "created": prepared.made.isoformat(timespec="seconds"),
        "format": wish.format,
        "protection": PSEUDONYMIZED if wish.deidentifies else IDENTIFIED,
        "purpose": wish.asked_purpose,
        "recipient": wish.recipient,
        "free_text": wish.keeps_free_text or not wish.deidentifies,
        "patients": {
            "registered": balance.registered,
            "exported": balance.exported,
            "excluded": dict(balance.excluded),
        },
        "counts": dict(counts),
        "generalized": dict(prepared.report.generalized) if prepared.report else {},
        "files": [
            {"path": name, "bytes": path.stat().st_size, "sha256": _sha256(path)}
            for name, path in files.items()
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def note(prepared: Prepared, counts: Mapping[str, int], manifest: Path) -> None:
    """Record a written export in the audit: what, for whom, how many, and which files.

    The manifest holds the SHA-256 of each file, so its own stands for all.
    """
    wish, balance = prepared.wish, prepared.balance
    details = {
        "format": wish.format,
        "purpose": wish.asked_purpose,
        "recipient": wish.recipient,
        "deidentified": wish.deidentifies,
        "registered": balance.registered,
        "exported": balance.exported,
        "excluded": dict(balance.excluded),
        "counts": dict(counts),
        "manifest_sha256": hashlib.sha256(manifest.read_bytes()).hexdigest(),
    }
    prepared.registry.note("export", say("Export data"), details=details)
