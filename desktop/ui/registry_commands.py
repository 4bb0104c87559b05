"""Which registry the window works on: making one, opening one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.ui.dialogs import REGISTRY_FILES
from desktop.ui.settings import LAST_REGISTRY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.ui.dialogs import Dialogs
    from desktop.ui.session import Session
    from desktop.ui.settings import Settings


class RegistryCommands:
    """Needs the window to show dialogs over; ``note`` shows a short sentence in the status row."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        settings: Settings,
        dialogs: Dialogs,
        *,
        note: Callable[[str], None],
    ) -> None:
        self._window = window
        self._session = session
        self._settings = settings
        self._dialogs = dialogs
        self._note = note

    def new_registry(self) -> None:
        """Make an empty registry and work on it."""
        path = self._dialogs.save_file(
            self._window, say("New registry"), REGISTRY_FILES, suggested="clinic.registry"
        )
        if path is None:
            return
        from desktop.db.registry import Registry

        named = path if path.suffix else path.with_suffix(".registry")
        registry = Registry.create(named, who=self._settings.user_name)
        self._settings.write(LAST_REGISTRY, str(named))
        self._session.open_registry(registry)

    def open_registry(self) -> None:
        """Ask for a registry file and work on it."""
        path = self._dialogs.open_file(self._window, say("Open registry"), REGISTRY_FILES)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Work on the registry at ``path``; raises UserError if it cannot be opened."""
        from desktop.db.registry import Registry

        registry = Registry.open(path, who=self._settings.user_name)
        self._settings.write(LAST_REGISTRY, str(path))
        self._session.open_registry(registry)
        if registry.upgraded_from is not None:
            name = registry.upgraded_from.name
            self._note(say("Upgraded; the file as it was is kept as {file}", file=name))
