"""Page objects: the window and its forms as a user sees them, driven by the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain.case import Case
    from desktop.ui.forms.record_form import RecordForm
    from desktop.ui.main_window import MainWindow
    from desktop.ui.models.worklist import Row
    from desktop.ui.views.worklist import WorklistPage
    from tests.ui.answers import Answers

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class Keyboard:
    """Sends keys to whatever has the focus, as a keyboard does."""

    def __init__(self, top: QWidget) -> None:
        self._top = top

    def target(self) -> QWidget:
        """A popup takes the keys before the widget with the focus."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self._top

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, *, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.target(), key, modifier)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.target(), text)


class WindowPage:
    """The main window."""

    def __init__(self, bot: QtBot, main: MainWindow, answers: Answers) -> None:
        self.bot = bot
        self.main = main
        self.answers = answers
        self.keys = Keyboard(main)

    def shortcut(self, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
        """Press a shortcut of the window, which a window manager has put in front again."""
        if not self.has_form:
            self.main.activateWindow()
            self.bot.waitUntil(self.main.isActiveWindow)
        QTest.keyClick(self.main, key, modifier)

    def open_patient(self, search: str) -> None:
        """Find a patient with Ctrl+K and open with Enter."""
        self.shortcut(Qt.Key.Key_K)
        self.keys.type(search)
        self.keys.press(Qt.Key.Key_Return)

    def add(self, table: str) -> None:
        """Open the form for a new record, as the Add menu does."""
        self.main.commands[f"add_{table}"].trigger()

    @property
    def case(self) -> Case:
        """The open patient's case."""
        assert self.main.session.dossier is not None
        return self.main.session.dossier.case

    @property
    def form(self) -> FormPage:
        """The form that is open."""
        form = self.main.patients.form
        assert form is not None
        return FormPage(self.bot, form)

    @property
    def has_form(self) -> bool:
        return self.main.patients.form is not None

    def texts(self) -> list[str]:
        """Every text in sight."""
        labels = [part for part in self.main.findChildren(QLabel) if part.isVisible()]
        buttons = [part for part in self.main.findChildren(QPushButton) if part.isVisible()]
        return [part.text() for part in labels] + [part.text() for part in buttons]


class FormPage:
    """A form, by keyboard alone."""

    def __init__(self, bot: QtBot, form: RecordForm) -> None:
        self.bot = bot
        self.form = form
        bot.waitUntil(form.isActiveWindow)
        self.keys = Keyboard(form)

    def go_to(self, column: str) -> None:
        """Tab until a field has the focus."""
        wanted = self.form.page.fields[column].editor
        for _ in range(60):
            if QApplication.focusWidget() is wanted:
                return
            self.keys.press(Qt.Key.Key_Tab)
        message = f"Tab never reaches {column}"
        raise AssertionError(message)

    def enter(self, column: str, text: str) -> None:
        """Go to a field and type over what it holds."""
        self.go_to(column)
        self.keys.press(Qt.Key.Key_A, CTRL)
        self.keys.type(text)

    def pick(self, column: str, letters: str) -> None:
        """Type a few letters and take the first thing that is offered."""
        self.enter(column, letters)
        self.keys.press(Qt.Key.Key_Down)
        self.keys.press(Qt.Key.Key_Return)

    def choose(self, column: str, letters: str) -> None:
        """Choose from a closed list by its first letters."""
        self.go_to(column)
        self.keys.type(letters)

    def typed(self, column: str) -> str:
        return self.form.page.fields[column].typed

    def problem(self, column: str) -> str:
        """What stands below a field that is marked."""
        field = self.form.page.fields[column]
        return field.message.text() if field.editor.property("problem") else ""

    def hint(self, column: str) -> str:
        return self.form.page.fields[column].message.text()

    @property
    def message(self) -> str:
        """The message on top of the form."""
        return self.form.message.text.text() if self.form.message.isVisible() else ""

    @property
    def preview(self) -> list[str]:
        return self.form.panel.texts()

    def save(self) -> None:
        self.keys.press(Qt.Key.Key_Return, CTRL)

    def save_and_next(self) -> None:
        self.keys.press(Qt.Key.Key_Return, CTRL | SHIFT)

    def leave(self) -> None:
        self.keys.press(Qt.Key.Key_Escape)


class WorklistSheet:
    """The worklist, by what is on it."""

    def __init__(self, window: WindowPage) -> None:
        self.window = window
        window.main.navigation.show_place("worklist")
        self.page = cast("WorklistPage", window.main.navigation.place("worklist"))

    def listed(self) -> list[str]:
        """The keys of the rows in sight, in order."""
        model = self.page.view.rows
        found = []
        for group in range(model.rowCount()):
            above = model.index(group, 0)
            rows = [model.row_at(model.index(n, 0, above)) for n in range(model.rowCount(above))]
            found += [row.item.key for row in rows if row is not None]
        return found

    def wait_for(self, key: str) -> None:
        self.window.bot.waitUntil(lambda: key in self.listed(), timeout=10_000)

    def wait_without(self, key: str) -> None:
        self.window.bot.waitUntil(lambda: key not in self.listed(), timeout=10_000)

    def choose(self, key: str) -> Row:
        """Put the keyboard on a row."""
        view = self.page.view
        owner = next(one.patient for one in self.page.items if one.key == key)
        self.window.main.activateWindow()
        self.window.bot.waitUntil(self.window.main.isActiveWindow)
        view.setFocus()
        view.setCurrentIndex(view.rows.index_of(owner, key))
        self.window.keys.press(Qt.Key.Key_Shift)  # from now on the choice is the user's
        assert view.row is not None
        return view.row

    def preview_texts(self) -> list[str]:
        QApplication.processEvents()  # what was just put in is shown then
        return [one.text() for one in self.page.preview.findChildren(QLabel) if one.isVisible()]
