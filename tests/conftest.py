"""What every test shares: windows are drawn off the screen, wherever the tests run."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
