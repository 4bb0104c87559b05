"""Which registry the window works on: making one, opening one, encrypting the one that is open."""

from __future__ import annotations

import getpass
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.ui.dialogs import REGISTRY_FILES
from desktop.ui.leaving import leave_registry
from desktop.ui.settings import LAST_REGISTRY
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.dialogs import Dialogs
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session
    from desktop.ui.settings import Settings
    from desktop.ui.tasks import Report
    from desktop.ui.views.new_registry import NewRegistryForm


class RegistryCommands:
    """Needs the window to show dialogs over; ``form`` is the one that is open."""

    def __init__(
        self, window: MainWindow, session: Session, settings: Settings, dialogs: Dialogs
    ) -> None:
        self._window = window
        self._session = session
        self._settings = settings
        self._dialogs = dialogs
        self.form: NewRegistryForm | None = None

    def new_registry(self) -> None:
        """Ask where and how, then make an empty registry and work on it."""
        path = self._dialogs.save_file(
            self._window, say("New registry"), REGISTRY_FILES, suggested="clinic.registry"
        )
        if path is None:
            return
        from desktop.ui.views.new_registry import NewRegistryForm

        named = path if path.suffix else path.with_suffix(".registry")
        form = NewRegistryForm(named.stem, user=self._user, parent=self._window)
        form.agreed.connect(partial(self._make, form, named))
        form.ended.connect(partial(self._window.entrance.open_or_tell, named))
        self._open(form)

    @property
    def _user(self) -> str:
        return self._settings.user_name or getpass.getuser()

    def _open(self, form: NewRegistryForm) -> None:
        self.form = form
        form.finished.connect(self._closed)
        form.open()

    def _closed(self) -> None:
        self.form = None

    def _make(self, form: NewRegistryForm, path: Path, user: str, passphrase: str) -> None:
        task = Task(say("Making the keys"), partial(_made, path, user, passphrase))
        task.signals.finished.connect(partial(self._made, form, path))
        task.signals.failed.connect(partial(_refused, form))
        task.start()

    def _made(self, form: NewRegistryForm, path: Path, made: tuple[str, str]) -> None:
        code, remark = made
        self._settings.write(LAST_REGISTRY, str(path))
        if code:
            form.show_code(code, remark)
        else:
            form.accept()

    def open_registry(self) -> None:
        """Ask for a registry file and work on it."""
        path = self._dialogs.open_file(self._window, say("Open registry"), REGISTRY_FILES)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Work on the registry at ``path``; told in the window if it cannot be opened."""
        self._window.entrance.open_or_tell(path)

    def encrypt(self) -> None:
        """Encrypt the registry that is open; it is opened anew once the code is kept."""
        registry = self._session.registry
        if registry is None:
            return
        if registry.unlocked is not None:
            self._window.status.show_note(say("This registry is encrypted already."))
            return
        from desktop.ui.views.new_registry import NewRegistryForm

        path = registry.path
        form = NewRegistryForm(path.stem, user=self._user, is_new=False, parent=self._window)
        form.agreed.connect(partial(self._encrypt, form, path))
        form.ended.connect(partial(self._window.entrance.open_or_tell, path))
        self._open(form)

    def _encrypt(self, form: NewRegistryForm, path: Path, user: str, passphrase: str) -> None:
        """The file is closed meanwhile: nobody may read or write it while it is replaced."""
        self._window.start_page.show_busy(say("Encrypting the registry…"))
        self._window.stack.setCurrentWidget(self._window.start_page)
        leave_registry(self._window)
        task = Task(say("Encrypting"), partial(_encrypted, path, user, passphrase))
        task.signals.finished.connect(partial(self._made, form, path))
        task.signals.failed.connect(partial(self._not_encrypted, form, path))
        task.start()

    def _not_encrypted(self, form: NewRegistryForm, path: Path, error: BaseException) -> None:
        self._window.entrance.open_or_tell(path)
        _refused(form, error)


def _refused(form: NewRegistryForm, error: BaseException) -> None:
    if not isinstance(error, UserError):
        form.show_problem(say("The program made a mistake. Nothing was made."))
        raise error
    form.show_problem(str(error))


def _made(path: Path, user: str, passphrase: str, _report: Report) -> tuple[str, str]:
    """In a worker: the keys, if there are to be any, and the empty registry; gives the code."""
    from desktop.db.registry import Registry
    from desktop.work import people

    if not passphrase:
        Registry.create(path, who=user).close()
        return "", ""
    registry, code = people.create(path, user, passphrase)
    registry.close()
    return code, ""


def _encrypted(path: Path, user: str, passphrase: str, _report: Report) -> tuple[str, str]:
    """In a worker: gives the code, and which readable copies still lie about."""
    from desktop.work import people

    done = people.encrypt(path, user, passphrase)
    if not done.plain:
        return done.code, ""
    files = "\n".join(str(one) for one in done.plain)
    remark = say("These copies can still be read by anybody; delete them:")
    return done.code, f"{remark}\n{files}"
