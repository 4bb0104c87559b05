"""A window that holds the Masses page alone and answers its wishes, as the main window does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from desktop.ui.forms.opening import add_form, edit_form
from desktop.ui.session import Session
from desktop.ui.views.masses import MassesPage
from tests.ui.pages import FormPage, Keyboard

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.domain.case import Case
    from desktop.domain.records import Record
    from desktop.ui.forms.record_form import RecordForm


class MassesHost:
    """The page on a registry of its own, with the forms that it asks for."""

    def __init__(self, bot: QtBot, path: Path, patient: str) -> None:
        from desktop.db.registry import Registry

        self.bot = bot
        self.session = Session()
        self.main = QMainWindow()
        self.opened: RecordForm | None = None
        self.page = MassesPage(self.session, self.main)
        self.main.setCentralWidget(self.page)
        self.session.asks.add.connect(self._add)
        self.session.asks.edit.connect(self._edit)
        self.session.asks.remove.connect(self._remove)
        self.session.asks.command.connect(lambda _name: self._add("mass_measurements", {}))
        self.session.opened.connect(self.page.show_dossier)
        self.session.changed.connect(lambda _: self.page.show_dossier(self.session.dossier))
        self.session.open_registry(Registry.open(path, who="a test"))
        self.session.read_rules()
        self.main.resize(1366, 690)
        self.main.show()
        bot.waitExposed(self.main)
        self.main.activateWindow()
        bot.waitUntil(self.main.isActiveWindow)
        self.session.open_patient(patient)
        self.keys = Keyboard(self.main)

    def close(self) -> None:
        """Close window and registry."""
        if self.opened is not None:
            self.opened.reject()
        self.main.close()
        self.session.close()

    @property
    def case(self) -> Case:
        """The case of the open patient."""
        assert self.session.dossier is not None
        return self.session.dossier.case

    @property
    def form(self) -> FormPage:
        """The form that is open."""
        assert self.opened is not None
        return FormPage(self.bot, self.opened)

    def _show(self, form: RecordForm) -> None:
        self.opened = form
        form.finished.connect(self._closed)
        form.open()

    def _closed(self) -> None:
        self.opened = None

    def _add(self, table: str, cells: dict[str, str]) -> None:
        self._show(add_form(self.session, table, self.main, cells=cells))

    def _edit(self, record: Record) -> None:
        from desktop.domain.columns import table_of

        self._show(edit_form(self.session, record, table_of(type(record)).name, self.main))

    def _remove(self, record: Record) -> None:
        self.session.change("Remove", lambda edit: edit.remove(record))
