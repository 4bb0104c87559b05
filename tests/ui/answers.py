"""The dialogs of the system, answered by the test."""
# ruff: noqa: ARG002 - the answers are laid ready, whatever is asked

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from desktop.ui.dialogs import Dialogs

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


class Answers(Dialogs):
    """Gives the answers that a test has laid ready, and records what was asked and told."""

    def __init__(self) -> None:
        self.paths: deque[Path | None] = deque()
        self.agrees: deque[bool] = deque()
        self.texts: deque[str | None] = deque()
        self.suggested: list[str] = []
        self.asked: list[str] = []
        self.told: list[str] = []
        self.details: list[str] = []

    def open_file(self, parent: QWidget | None, title: str, kinds: str) -> Path | None:
        return self.paths.popleft()

    def open_files(self, parent: QWidget | None, title: str, kinds: str) -> list[Path]:
        found = [self.paths.popleft()] if self.paths else []
        return [path for path in found if path is not None]

    def save_file(
        self, parent: QWidget | None, title: str, kinds: str, *, suggested: str
    ) -> Path | None:
        self.suggested.append(suggested)
        return self.paths.popleft()

    def folder(self, parent: QWidget | None, title: str) -> Path | None:
        return self.paths.popleft()

    def confirm(self, parent: QWidget | None, title: str, text: str, *, yes: str) -> bool:
        self.asked.append(text)
        if not self.agrees:
            message = f"asked, but no answer was laid ready: {text}"
            raise AssertionError(message)
        return self.agrees.popleft()

    def text(self, parent: QWidget | None, title: str, label: str, *, start: str) -> str | None:
        return self.texts.popleft()

    def tell(self, parent: QWidget | None, title: str, text: str, *, details: str = "") -> None:
        self.told.append(text)
        self.details.append(details)
