"""A patient's dossier as the registry's own rules see it: the one way from file to dossier."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.guidance.dossier import Dossier, dossier_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from desktop.db.registry import Registry
    from desktop.guidance.loader import Pack


def dossier_in(registry: Registry, patient: str, as_of: date | None = None) -> Dossier:
    """The dossier of a patient, by internal id, as of a day (today by default).

    The rules are the shipped ones with those that lie beside the registry; they are read when
    the assessment is asked for. Raises KeyError for a patient who is not in the registry.
    """
    return dossier_of(registry.case(patient, as_of), rules=partial(_rules_of, registry.path))


def _rules_of(registry: Path) -> Pack:
    # Not needed for a window's first paint.
    from desktop.guidance.clinic import pack_for

    return pack_for(registry)
