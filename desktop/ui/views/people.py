"""The people who may open the registry: who they are, what they may do, when they came last."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.language import mark, say
from desktop.domain.roles import ROLE_WORDS
from desktop.ui import people_jobs
from desktop.ui.actions import forbidden
from desktop.ui.dialogs import Dialogs
from desktop.ui.models.history import moment
from desktop.ui.theme import theme, theme_signals
from desktop.ui.views.person_form import PersonForm
from desktop.ui.widgets.basics import Card, button, label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton

    from desktop.db.vault import Person
    from desktop.domain.roles import Role
    from desktop.ui.session import Session
    from desktop.ui.tasks import Report

COLUMNS = (
    (mark("Name"), 220),
    (mark("Role"), 170),
    (mark("Last sign-in"), 170),
    (mark("Since"), 170),
)


class PeoplePanel(QWidget):
    """A list with what can be done to the chosen person; ``form`` is the one that is open."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.dialogs = Dialogs()
        self.form: PersonForm | None = None
        self.people: tuple[Person, ...] = ()
        self.list = QTreeWidget()
        self.remark = label("", "hint", wrap=True)
        self.add_button = button(say("Add person…"), "primary", icon="plus")
        self.role_button = button(say("Change role…"))
        self.passphrase_button = button(say("New passphrase…"))
        self.remove_button = button(say("Remove…"))
        self.own_button = button(say("Change my passphrase…"))
        self.code_button = button(say("New recovery code…"))
        self.encrypt_button = button(say("Encrypt this registry…"), icon="lock")
        self._places = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(say("People who may open the registry"))
        self.list.setHeaderLabels([say(title) for title, _ in COLUMNS])
        self.list.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        card = Card(say("People"), icon="users")
        for part in (
            *(self.add_button, self.role_button, self.passphrase_button, self.remove_button),
        ):
            card.header.addWidget(part)
        card.body.addWidget(self.list, 1)
        self.remark.setContentsMargins(12, 6, 12, 10)
        card.body.addWidget(self.remark)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.own_button)
        below.addWidget(self.code_button)
        below.addStretch(1)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(card, 1)
        column.addLayout(below)
        self._places.addWidget(full)
        self._places.addWidget(self._nobody())
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 10, 12, 10)
        page.addWidget(self._places)
        self._fit()

    def _nobody(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        told = say(
            "This registry is not encrypted: whoever can read the file can read the patients, "
            "and nobody signs in. People come with encryption."
        )
        text = label(told, wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        column.addWidget(text)
        column.addWidget(self.encrypt_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return made

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._follow)
        self.add_button.clicked.connect(self.add)
        self.role_button.clicked.connect(self.change_role)
        self.passphrase_button.clicked.connect(self.new_passphrase)
        self.remove_button.clicked.connect(self.remove)
        self.own_button.clicked.connect(self.own_passphrase)
        self.code_button.clicked.connect(self.new_code)
        command = self._session.asks.command
        self.encrypt_button.clicked.connect(partial(command.emit, "encrypt_registry"))
        theme_signals.changed.connect(self._fit)

    def _fit(self) -> None:
        for place, (_, width) in enumerate(COLUMNS):
            self.list.setColumnWidth(place, theme().px(width))

    def read_again(self) -> None:
        """Show who may open the registry now."""
        from desktop.db import vault

        registry = self._session.registry
        chosen = self.chosen
        self.people = vault.people(registry.path) if registry is not None else ()
        own = self.own_name
        self.list.clear()
        self.list.addTopLevelItems([_row(one, own) for one in self.people])
        names = [one.user for one in self.people]
        row = names.index(chosen.user) if chosen and chosen.user in names else 0
        if (item := self.list.topLevelItem(row)) is not None:
            self.list.setCurrentItem(item)
        self._places.setCurrentIndex(0 if self.people else 1)
        told = say(
            "Roles are kept by this program; cryptography keeps out whoever has no passphrase. "
            "Removing somebody, a lesser role and a new passphrase write the file under a new key."
        )
        self.remark.setText(told)
        self._follow()

    @property
    def own_name(self) -> str:
        """Who is signed in."""
        registry = self._session.registry
        return registry.unlocked.user if registry and registry.unlocked else ""

    @property
    def chosen(self) -> Person | None:
        """The person who is chosen in the list."""
        item = self.list.currentItem()
        row = self.list.indexOfTopLevelItem(item) if item is not None else -1
        return self.people[row] if 0 <= row < len(self.people) else None

    def _follow(self) -> None:
        role, chosen = self._session.role, self.chosen
        may = self._session.may("people")
        is_person = chosen is not None and not chosen.is_recovery
        is_other = is_person and chosen is not None and chosen.user != self.own_name
        is_writable = self._session.registry is not None and not self._session.registry.read_only
        wanted: tuple[tuple[QPushButton, bool], ...] = (
            (self.add_button, True),
            (self.role_button, is_person),
            (self.passphrase_button, is_other),
            (self.remove_button, is_other),
            (self.code_button, True),
        )
        for part, is_fit in wanted:
            part.setEnabled(may and is_fit)
            part.setToolTip("" if may or role is None else forbidden(role))
        self.own_button.setEnabled(is_writable)

    def _open(self, form: PersonForm) -> None:
        self.form = form
        form.finished.connect(self._closed)
        form.open()

    def _closed(self) -> None:
        self.form = None

    def add(self) -> None:
        """Ask for a name, a role and a first passphrase."""
        form = PersonForm("add", parent=self.window())
        form.agreed.connect(self._add)
        self._open(form)

    def _add(self, user: str, role: Role, passphrase: str) -> None:
        self._while_closed(
            say("Adding {user}…", user=user), partial(people_jobs.add, user, role, passphrase)
        )

    def change_role(self) -> None:
        """Ask which role the chosen person is to have."""
        chosen = self.chosen
        if chosen is None or chosen.is_recovery:
            return
        form = PersonForm("role", user=chosen.user, role=chosen.role, parent=self.window())
        form.agreed.connect(
            lambda user, role, _none: self._while_closed(
                say("Changing the role of {user}…", user=user),
                partial(people_jobs.change_role, user, role),
            )
        )
        self._open(form)

    def new_passphrase(self) -> None:
        """Give the chosen person another passphrase, who has lost theirs."""
        if self.chosen is not None and not self.chosen.is_recovery:
            self._ask_passphrase(self.chosen.user)

    def own_passphrase(self) -> None:
        """Change the passphrase of whoever is signed in."""
        self._ask_passphrase(self.own_name)

    def _ask_passphrase(self, user: str) -> None:
        form = PersonForm("passphrase", user=user, parent=self.window())
        form.agreed.connect(
            lambda user, _role, passphrase: self._while_closed(
                say("Changing the passphrase of {user}…", user=user),
                partial(people_jobs.change_passphrase, user, passphrase),
            )
        )
        self._open(form)

    def remove(self) -> None:
        """Keep the chosen person out, after a question: this one is asked."""
        chosen = self.chosen
        if chosen is None or chosen.is_recovery:
            return
        text = say(
            "{user} cannot sign in any more. The file is written anew under a new key, for a "
            "person who is removed may have kept the old one; that takes a moment.\n\n"
            "What they entered stays, with their name. Backups made before open with the old "
            "passphrases.",
            user=chosen.user,
        )
        title = say("Remove {user}", user=chosen.user)
        if self.dialogs.confirm(self, title, text, yes=say("Remove person")):
            told = say("Removing {user}…", user=chosen.user)
            self._while_closed(told, partial(people_jobs.remove, chosen.user))

    def new_code(self) -> None:
        """Make another recovery code, after a question."""
        text = say(
            "The code on the printed sheet becomes void, and the file is written anew under a "
            "new key. The new code is shown once: have a printer or an envelope at hand."
        )
        title = say("New recovery code")
        if self.dialogs.confirm(self, title, text, yes=say("Make a new code")):
            show = self._session.asks.show_code.emit
            self._while_closed(say("Making a new recovery code…"), people_jobs.new_code, show)

    def _while_closed(
        self,
        told: str,
        job: Callable[[Path, Report], object],
        then: Callable[[object], object] | None = None,
    ) -> None:
        self._session.asks.while_closed.emit(told, job, then)

    def focus_first(self) -> None:
        """Begin in the list, or with encryption where there is nobody."""
        where = self.list if self.people else self.encrypt_button
        where.setFocus(Qt.FocusReason.OtherFocusReason)


def _row(person: Person, own: str) -> QTreeWidgetItem:
    name = person.user
    if person.is_recovery:
        name = say("Recovery code")
    elif name == own:
        name = say("{user} (you)", user=name)
    role = say("for emergencies") if person.is_recovery else ""
    last = moment(person.last_sign_in) if person.last_sign_in else say("not yet")
    cells = [
        name,
        role or say(ROLE_WORDS[person.role]),
        "" if person.is_recovery else last,
        moment(person.created_at),
    ]
    made = QTreeWidgetItem(cells)
    for place, text in enumerate(cells):
        made.setToolTip(place, text)
    return made
