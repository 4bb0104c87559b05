"""The way into a registry: plain ones open at once, encrypted ones ask who is there first.

The sign-in page stands in the window, not over it, and is painted before anything heavy is
imported. Keys are made beside the window's thread, for that takes a moment on purpose.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.ui import signing_in
from desktop.ui.leaving import leave_registry
from desktop.ui.settings import LAST_REGISTRY
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.ui.locking import Place
    from desktop.ui.main_window import MainWindow
    from desktop.ui.tasks import Report
    from desktop.ui.views.sign_in import SignInPage
    from desktop.ui.ways_forward import WaysForward


class Entrance(QObject):
    """Opens registries for one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page: SignInPage | None = None
        self._path: Path | None = None
        self._place: Place | None = None
        self._locked: set[Path] = set()
        """What asks again, though the last backup may still have its keys."""
        self._task: Task | None = None
        self._refused: Path | None = None
        self.patience = QTimer(self)  # for the key of a registry that was refused
        self.patience.setSingleShot(True)
        self.patience.timeout.connect(self._ask_again)
        self._ways: WaysForward | None = None

    @property
    def page(self) -> SignInPage:
        """The sign-in page, made when it is first needed."""
        if self._page is None:
            from desktop.ui.views.sign_in import SignInPage

            self._page = page = SignInPage()
            page.signed.connect(self._sign_in)
            page.recovered.connect(self._recover)
            page.other_wanted.connect(self._window.commands["open_registry"].trigger)
            self._window.stack.addWidget(page)
        return self._page

    @property
    def is_asking(self) -> bool:
        """True while the sign-in page is in sight."""
        return self._page is not None and self._window.stack.currentWidget() is self._page

    def prepare(self, path: Path | None) -> None:
        """Before the first paint: show the sign-in page where the registry will ask for it."""
        if path is not None and signing_in.looks_encrypted(path):
            self._ask(path)

    def start(self, path: Path | None) -> None:
        """Open the registry opened last, or show how to open one."""
        if path is None:
            self._window.start_page.show_closed()
        elif self.is_asking and path == self._path:
            # What signing in needs is imported beside the window's thread, while a person types.
            task = Task("", signing_in.import_needed)
            task.signals.finished.connect(lambda _none: self.open_or_tell(path))
            task.start()
        else:
            self.open_or_tell(path)

    def open_or_tell(self, path: Path) -> None:
        """Open a registry; where it refuses, the start page tells why and what can be done."""
        try:
            self.open_path(path)
        except UserError as error:
            self.tell_refusal(path, error)

    def tell_refusal(self, path: Path, error: UserError) -> None:
        """Show on the start page why a registry was not opened, with the ways forward."""
        if self._window.session.registry is not None:
            raise error  # the one that is open stays in sight, and the message stands over it
        from desktop.ui.ways_forward import WaysForward

        self._window.stack.setCurrentWidget(self._window.start_page)
        self._window.start_page.show_closed(str(error))
        self._ways = WaysForward(self._window, path)  # kept: its slots end with it
        self._ways.offer()

    def open_path(self, path: Path) -> None:
        """Work on a registry, or ask for its passphrase; raises UserError if it refuses."""
        from desktop.db import keyring
        from desktop.db.vault_file import is_encrypted

        is_shut = keyring.unlocked(path) is None or path.resolve() in self._locked
        if is_encrypted(path) and is_shut:
            from desktop.db import vault  # 25 ms that a plain registry does not need

            people = vault.people(path)
            if not (self.is_asking and self._path == path):
                self._ask(path)
            self.page.offer_people([one.user for one in people if not one.is_recovery])
        else:
            self._open(path)

    def _ask(self, path: Path, *, person: str = "", hint: str = "") -> None:
        self._path = path
        self.page.show_registry(path.stem, person=person, hint=hint)
        self._window.stack.setCurrentWidget(self.page)
        self.page.focus_first()

    def hide_content(self) -> None:
        """Put the empty start page in sight, before anything else is done."""
        self._window.start_page.show_busy(say("Locking…"))
        self._window.stack.setCurrentWidget(self._window.start_page)

    def show_locked(self, place: Place, hint: str) -> None:
        """The window was locked: ask again, and come back to this place."""
        self._place = place
        self._locked.add(place.path.resolve())
        self._ask(place.path, person=place.user, hint=hint)
        from desktop.db import vault

        try:
            people = vault.people(place.path)
        except UserError:
            return  # the file is gone or damaged: signing in will say so
        self.page.offer_people([one.user for one in people if not one.is_recovery])

    def _sign_in(self, person: str, passphrase: str) -> None:
        self._work_out(partial(signing_in.signed_in, person, passphrase))

    def _recover(self, code: str, person: str, passphrase: str) -> None:
        self._work_out(partial(signing_in.recovered, code, person, passphrase))

    def _work_out(self, job: Callable[[Path, Report], str]) -> None:
        path = self._path
        if path is None or self._task is not None:
            return
        from desktop.db import vault

        known = {one.user: one.last_sign_in for one in vault.people(path)}
        task = Task(say("Signing in"), partial(job, path))
        task.signals.finished.connect(partial(self._let_in, path, known))
        task.signals.failed.connect(partial(self._turn_away, path))
        task.signals.ended.connect(self._forget_task)
        self._task = task
        self.page.show_busy(is_busy=True)
        task.start()

    def _forget_task(self) -> None:
        self._task = None

    def _turn_away(self, path: Path, error: BaseException) -> None:
        if not isinstance(error, UserError):
            self.page.show_busy(is_busy=False)
            raise error
        if path == self._path:
            wait_s = signing_in.seconds_left(path)
            self.page.show_failure(error.what if wait_s else str(error), wait_s=wait_s)

    def _let_in(self, path: Path, known: dict[str, str], next_code: str) -> None:
        from desktop.db import keyring

        self.page.show_busy(is_busy=False)
        way_in = keyring.unlocked(path)
        if path != self._path or way_in is None:
            return
        self._locked.discard(path.resolve())
        try:
            self._open(path)
        except UserError as error:
            self.page.forget()
            self._refused = path  # its key is kept for what may be done about it
            self.tell_refusal(path, error)
            self.patience.start(self._window.locking.minutes * 60_000)
            return
        self._welcome(way_in.user, known.get(way_in.user, ""))
        self._come_back(path, way_in.user)
        if next_code:
            self.show_code(next_code)

    def _ask_again(self) -> None:
        """Nobody went forward: whoever comes now has to sign in."""
        from desktop.db import keyring

        path = self._refused
        if path is None or self._window.session.registry is not None or self._window.is_paused:
            return
        keyring.lock(path)
        self._refused, self._ways = None, None
        self._ask(path)

    def show_code(self, code: str) -> None:
        """Show the recovery code that holds from now on; it is kept before one goes on."""
        from desktop.ui.views.recovery_dialog import RecoveryDialog

        registry = self._window.session.registry
        RecoveryDialog(code, registry.path.stem if registry else "", self._window).open()

    def while_closed(
        self,
        told: str,
        job: Callable[[Path, Report], object],
        then: Callable[[object], object] | None = None,
    ) -> None:
        """Close the registry, do a job on its file, and open it again at the same place.

        ``told`` says meanwhile what is done; ``then`` gets the result. It begins once the event
        that asked for it is over, for the button that was pressed is thrown away.
        """
        QTimer.singleShot(0, self, partial(self._while_closed, told, job, then))

    def _while_closed(
        self,
        told: str,
        job: Callable[[Path, Report], object],
        then: Callable[[object], object] | None,
    ) -> None:
        window, registry = self._window, self._window.session.registry
        if registry is None:
            return
        path, page = registry.path, window.navigation.shown_name
        window.start_page.show_busy(told)
        window.stack.setCurrentWidget(window.start_page)
        leave_registry(window, keeps_keys=True)
        task = Task(told, partial(job, path))
        task.signals.ended.connect(partial(self._open_again, path, page))
        if then is not None:
            task.signals.finished.connect(then)
        window.run_task(task)

    def _open_again(self, path: Path, page: str) -> None:
        self.open_or_tell(path)
        if self._window.session.registry is not None:
            self._window.navigation.show_named(page)

    def open_copy(self, copy: Path) -> None:
        """Look at the copy of a damaged registry; nothing can be changed in it."""
        self._open(copy, read_only=True)

    def _open(self, path: Path, *, read_only: bool = False) -> None:
        from desktop.db import keyring
        from desktop.db.registry import Registry

        window = self._window
        who = "" if keyring.unlocked(path) else window.settings.user_name
        registry = Registry.open(path, who=who, read_only=read_only)
        if self._refused not in (None, path):
            keyring.lock(self._refused)
            self._refused = None
        if not read_only:
            window.settings.write(LAST_REGISTRY, str(path))
        if self._page is not None:
            self._page.forget()
        self._path = None
        was_asking = self.is_asking
        window.session.open_registry(registry)
        if was_asking:
            window.navigation.show_home()
        if registry.upgraded_from is not None:
            told = say(
                "Upgraded; the file as it was is kept as {file}", file=registry.upgraded_from.name
            )
            window.status.show_note(told)

    def _welcome(self, user: str, last: str) -> None:
        told = say("Signed in as {user}", user=user)
        if last:
            from desktop.ui.models.history import moment

            told = say("Signed in as {user}; last sign-in {time}", user=user, time=moment(last))
        self._window.status.show_note(told)

    def _come_back(self, path: Path, user: str) -> None:
        """The same person comes back to the same page; anybody else begins with the list."""
        place, self._place = self._place, None
        if place is None or place.path != path or place.user != user:
            return
        window = self._window
        if place.patient:
            try:
                window.session.open_patient(place.patient)
            except KeyError:
                return  # removed meanwhile by somebody else
        if place.page:
            window.navigation.show_named(place.page)
