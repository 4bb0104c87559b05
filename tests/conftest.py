"""What every test shares: windows are drawn off the screen, wherever the tests run."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases that cost nothing to try: 0.2 s for each sign-in adds up in tests."""
    from desktop.db import vault_slots

    cheap = vault_slots.Cost(memory=64, passes=1, lanes=1)
    monkeypatch.setattr(vault_slots, "COST", cheap)
    monkeypatch.setattr(vault_slots, "FLOOR", cheap)
