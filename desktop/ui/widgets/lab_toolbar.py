"""The row above the laboratory grid: new column, paste, copy, rows, tests, years, key to signs."""

from __future__ import annotations

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QWidget,
)

from desktop.domain.analytes import analytes
from desktop.domain.language import mark, say
from desktop.ui.models.labs_names import named_test
from desktop.ui.models.labs_words import test_name
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import IconLabel, button, label

YEARS = ((2.0, mark("2 years")), (5.0, mark("5 years")), (0.0, mark("All")))
_KEY = (
    ("H", "flag", mark("above range")),
    ("L", "flag", mark("below range")),
    ("·", "strong", mark("not measured")),
    ("pending", "unknown", mark("sent, no result")),
)


class AddTest(QLineEdit):
    """Adds a row for a test by typing a few letters of its name; Esc empties it."""

    chosen = Signal(str)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(say("Add test…"))
        self.setAccessibleName(say("Add a test by its name"))
        self.setClearButtonEnabled(True)
        self._keys = {test_name(key): key for key in analytes()}
        self._keys |= {one.label: one.key for one in analytes().values()}
        offered = QCompleter(self)
        offered.setModel(QStringListModel(sorted(self._keys, key=str.casefold), self))
        offered.setFilterMode(Qt.MatchFlag.MatchContains)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offered.activated.connect(self._take)
        self.setCompleter(offered)
        self.returnPressed.connect(lambda: self._take(self.text()))

    def _take(self, text: str) -> None:
        if not text.strip():
            return
        known = named_test(text)
        key = self._keys.get(text) or (known.key if known else "")
        if not key:
            self.refused.emit(say("No test is called “{text}”. Choose one of the list.", text=text))
            return
        self.chosen.emit(key)
        self.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        super().keyPressEvent(event)


class LabToolbar(QWidget):
    """Signals what is wanted; ``years`` carries 0 for all years, ``filled`` true for few rows."""

    new_wanted = Signal()
    paste_wanted = Signal()
    copy_wanted = Signal()
    years = Signal(float)
    filled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.new_button = button(say("New column"), "primary", icon="plus")
        self.new_button.setToolTip(say("A column for today (Ctrl+L)"))
        self.paste_button = button(say("Paste"), icon="clipboard-text")
        self.paste_button.setToolTip(say("Paste a block copied from a spreadsheet (Ctrl+V)"))
        self.copy_button = button(say("Copy table"), icon="copy")
        self.copy_button.setToolTip(say("Copy all that is shown, for a spreadsheet"))
        self.rows_button = button(say("Rows"), icon="columns")
        self.add_test = AddTest()
        self.hidden = label("", "warning")
        self.key = QWidget()
        self._is_compact = False
        self._make_rows_menu()
        self._make_years()
        self._make_key()
        self._lay_out()
        self.new_button.clicked.connect(self.new_wanted)
        self.paste_button.clicked.connect(self.paste_wanted)
        self.copy_button.clicked.connect(self.copy_wanted)

    def _make_rows_menu(self) -> None:
        menu = QMenu(self)
        self.only_filled = QAction(say("Only tests with results"), menu)
        self.only_filled.setCheckable(True)
        self.only_filled.toggled.connect(self.filled)
        menu.addAction(self.only_filled)
        add = QAction(say("Add a test…"), menu)
        add.triggered.connect(lambda: self.add_test.setFocus(Qt.FocusReason.ShortcutFocusReason))
        menu.addAction(add)
        self.rows_button.setMenu(menu)

    def _make_years(self) -> None:
        self._years = QButtonGroup(self)
        self.segments = []
        for place, (years, words) in enumerate(YEARS):
            segment = button(say(words))
            segment.setCheckable(True)
            segment.setProperty("segment", ("first", "middle", "last")[place])
            segment.setAccessibleName(say("Show {years}", years=say(words)))
            segment.clicked.connect(lambda _checked=False, years=years: self.years.emit(years))
            self._years.addButton(segment)
            self.segments.append(segment)
        self.segments[-1].setChecked(True)

    def _make_key(self) -> None:
        row = QHBoxLayout(self.key)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for sign, role, words in _KEY:
            row.addWidget(label(say(sign) if sign == "pending" else sign, role))
            row.addWidget(label(say(words), "hint"))
            row.addSpacing(8)
        row.addWidget(IconLabel("math-function", "ink2", 14))
        row.addWidget(label(say("calculated"), "hint"))
        self.key.setToolTip(
            say(
                "HH and LL: also beyond the limits at which an entry is asked back."
                " (H) and (L): borderline, laboratories differ."
                " Arrowhead: outside the patient’s own target."
                " Left of a value: f fasting, h hemolyzed, b on phosphate binder, d dialysis day."
            )
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.new_button, self.paste_button, self.copy_button, self.rows_button):
            row.addWidget(part)
        segments = QHBoxLayout()
        segments.setSpacing(0)
        for segment in self.segments:
            segments.addWidget(segment)
        row.addLayout(segments)
        self.add_test.setFixedWidth(theme().px(132))
        row.addWidget(self.add_test)
        row.addWidget(self.hidden)
        row.addStretch(1)
        row.addWidget(self.key)
        self._words = {
            part: part.text() for part in (self.paste_button, self.copy_button, self.rows_button)
        }
        for part, words in self._words.items():
            part.setAccessibleName(words)
            part.setToolTip(part.toolTip() or words)
        self._fit()

    def show_hidden(self, count: int, text: str) -> None:
        """Say that the chosen years leave columns out."""
        self.hidden.setText(text)
        self.hidden.setVisible(count > 0)

    def show_years(self, years: float) -> None:
        """Press the button of the years that are shown."""
        for (own, _), segment in zip(YEARS, self.segments, strict=True):
            segment.setChecked(own == years)

    def compact(self, is_compact: bool) -> None:
        """Without the key to signs; each cell's tooltip says the same in words."""
        self._is_compact = is_compact
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """What is needed once everything has given way, so that large text is not scrolled."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The key to signs goes first, then the words of buttons whose icon says enough."""
        for has_key, has_words in ((not self._is_compact, True), (False, True), (False, False)):
            self.key.setVisible(has_key)
            for part, words in self._words.items():
                part.setText(words if has_words else "")
            if super().minimumSizeHint().width() <= self.width():
                return
