"""The handbook in a window of its own, beside the one that it explains: F1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.language import say, say_count
from desktop.ui import handbook
from desktop.ui.help_html import html, style
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import button, label
from desktop.ui.widgets.help_text import HelpText

if TYPE_CHECKING:
    from desktop.ui.dialogs import Dialogs
    from desktop.ui.main_window import MainWindow

PICTURE = "picture"
"""The scheme of a link to a picture in full size."""

NAME = Qt.ItemDataRole.UserRole
SETTLE_MS = 120


@dataclass(slots=True)
class Place:
    """Where the reader was: a page or a picture, and how far down."""

    link: str
    scroll: int = 0


class HelpWindow(QDialog):
    """Contents and search on the left, the page on the right; the work beside it goes on."""

    def __init__(self, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpWindow")
        self.setWindowTitle(say("Handbook"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=True)
        self.setModal(False)
        self._dialogs = dialogs
        self._place: Place | None = None
        self._before: list[Place] = []
        self._after: list[Place] = []
        self.text = HelpText()
        self.field = QLineEdit()
        self.contents = QListWidget()
        self.told = label("", "hint", wrap=True)
        self.back = button(say("Back", about="to the page before"))
        self.forward = button(say("Forward", about="to the next page"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._lay_out()
        self._connect()
        self._list_pages()
        self.resize(1080, 760)

    def _lay_out(self) -> None:
        self.field.setPlaceholderText(say("Search the handbook"))
        self.field.setAccessibleName(say("Search the handbook"))
        self.field.setClearButtonEnabled(True)
        self.contents.setAccessibleName(say("Contents of the handbook"))
        self.contents.setObjectName("recordKinds")
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.told.hide()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 8, 12)
        for part in (self.field, self.told, self.contents):
            column.addWidget(part)
        right = QWidget()
        page = QVBoxLayout(right)
        page.setContentsMargins(8, 12, 12, 12)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addStretch(1)
        page.addLayout(row)
        page.addWidget(self.text, 1)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([280, 800])
        split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)

    def _connect(self) -> None:
        self.text.followed.connect(self.follow)
        self.text.width_changed.connect(self._soon.start)
        self._soon.timeout.connect(self._show_again)
        self.field.textChanged.connect(self._list_pages)
        self.field.returnPressed.connect(self._open_first)
        self.contents.currentItemChanged.connect(self._take_choice)
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_forward)
        theme_signals.changed.connect(self._restyle)
        for keys, do in (
            ("Alt+Left", self.go_back),
            ("Alt+Right", self.go_forward),
            ("Ctrl+F", self.field.setFocus),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    @property
    def shown(self) -> str:
        """The page or picture in sight."""
        return self._place.link if self._place else ""

    def show_page(self, name: str) -> None:
        """Show a page and remember the one before; a picture by ``picture:`` and its name."""
        if name == self.shown:
            return
        if self._place is not None:
            self._keep_scroll()
            self._before.append(self._place)
        self._after.clear()
        self._go(Place(name))

    def follow(self, link: str) -> None:
        """Follow a link: a page, a picture, or after a question an address outside."""
        if "://" in link:
            self._leave(link)
        elif link.startswith(f"{PICTURE}:"):
            self.show_page(link)
        else:
            self.show_page(link.partition("#")[0].removesuffix(".md"))

    def _leave(self, link: str) -> None:
        text = say("Open this address in your web browser?\n\n{address}", address=link)
        if self._dialogs.confirm(self, say("Leave the program"), text, yes=say("Open")):
            QDesktopServices.openUrl(QUrl(link))

    def go_back(self) -> None:
        """To the page before."""
        self._step(self._before, self._after)

    def go_forward(self) -> None:
        """To the page that was left by going back."""
        self._step(self._after, self._before)

    def _step(self, source: list[Place], target: list[Place]) -> None:
        if source and self._place is not None:
            self._keep_scroll()
            target.append(self._place)
            self._go(source.pop())

    def _keep_scroll(self) -> None:
        if self._place is not None:
            self._place.scroll = self.text.verticalScrollBar().value()

    def _go(self, place: Place) -> None:
        self._place = place
        self._show_text(place.link)
        self.text.verticalScrollBar().setValue(place.scroll)
        self.back.setEnabled(bool(self._before))
        self.forward.setEnabled(bool(self._after))
        self._mark_choice()

    def _show_text(self, link: str) -> None:
        self.text.document().setDefaultStyleSheet(style(theme()))
        if link.startswith(f"{PICTURE}:"):
            name = link.removeprefix(f"{PICTURE}:")
            self.text.setHtml(f'<p class="picture"><img src="{name}"></p>')
            return
        page = handbook.page(link)
        width = self.text.picture_width
        self.text.setHtml(html(page.text, picture_width=width))
        self.setWindowTitle(say("Handbook: {page}", page=page.title))

    def _restyle(self) -> None:
        self._list_pages()
        self._show_again()

    def _show_again(self) -> None:
        """After another width or other colors: the same page at the same place."""
        if self._place is not None:
            self._keep_scroll()
            self._show_text(self._place.link)
            self.text.verticalScrollBar().setValue(self._place.scroll)

    def _list_pages(self) -> None:
        words = self.field.text().strip()
        self.contents.blockSignals(True)
        self.contents.clear()
        self.contents.setSpacing(4 if words else 0)
        if words:
            self._list_found(words)
        else:
            for chapter, pages in handbook.CONTENTS:
                self._add_title(say(chapter))
                for name in pages:
                    self._add(name, handbook.page(name).title)
        self.told.setVisible(bool(words))
        self.contents.blockSignals(False)
        self._mark_choice()

    def _list_found(self, words: str) -> None:
        found = handbook.find(words)
        for one in found:
            self._add(one.page.name, f"{one.page.title}\n{one.excerpt}")
        told = say_count(len(found), "{n} page holds all words", "{n} pages hold all words")
        self.told.setText(told if found else say("No page holds all words."))

    def _add_title(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(theme().font(12, 600))
        item.setForeground(theme().color("ink2"))
        self.contents.addItem(item)

    def _add(self, name: str, text: str) -> None:
        item = QListWidgetItem(text)
        item.setData(NAME, name)
        self.contents.addItem(item)

    def _mark_choice(self) -> None:
        self.contents.blockSignals(True)
        rows = range(self.contents.count())
        at = next((n for n in rows if self.contents.item(n).data(NAME) == self.shown), -1)
        self.contents.setCurrentRow(at)
        self.contents.blockSignals(False)

    def _take_choice(self, item: QListWidgetItem | None) -> None:
        if item is not None and (name := item.data(NAME)):
            self.show_page(cast("str", name))

    def _open_first(self) -> None:
        if self.field.text().strip() and self.contents.count():
            self.contents.setCurrentRow(0)
            self.contents.setFocus()


def show_help(window: MainWindow, page: str) -> HelpWindow:
    """Open the handbook at the page for a page of the window, or bring it to the front."""
    found = window.findChild(HelpWindow)
    shown = found if isinstance(found, HelpWindow) else HelpWindow(window.dialogs, window)
    shown.show_page(handbook.page_for(page))
    shown.show()
    shown.raise_()
    shown.activateWindow()
    shown.text.setFocus()
    return shown
