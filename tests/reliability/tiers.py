"""How much is tried at each commit, each night, and before a release."""

from __future__ import annotations

import os
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Tier = Literal["commit", "nightly", "release"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """How often each trouble is made; ``writing`` is in seconds, the others are counts."""

    kills: int
    migration_kills: int
    images: int
    control_images: int
    full_disks: int
    writing: int
    round_trips: int
    flips: int
    imports: int


AMOUNTS: MappingProxyType[str, Amounts] = MappingProxyType(
    {
        "commit": Amounts(
            kills=50,
            migration_kills=10,
            images=200,
            control_images=60,
            full_disks=20,
            writing=6,
            round_trips=3,
            flips=60,
            imports=500,
        ),
        "nightly": Amounts(
            kills=500,
            migration_kills=100,
            images=5_000,
            control_images=500,
            full_disks=200,
            writing=600,
            round_trips=100,
            flips=1_000,
            imports=20_000,
        ),
        "release": Amounts(
            kills=5_000,
            migration_kills=500,
            images=50_000,
            control_images=1_000,
            full_disks=1_000,
            writing=7_200,
            round_trips=1_000,
            flips=20_000,
            imports=200_000,
        ),
    }
)


def chosen() -> Amounts:
    """The amounts that ``CALCINOSIS_RELIABILITY`` asks for, by default those of a commit."""
    return AMOUNTS[os.environ.get("CALCINOSIS_RELIABILITY", "commit")]
