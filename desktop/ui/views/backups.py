"""The backups of a registry: seen with what they lack, made, tried, brought back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import UserError
from desktop.domain.language import mark, say, say_count
from desktop.ui.actions import forbidden
from desktop.ui.dialogs import REGISTRY_FILES, Dialogs
from desktop.ui.models.backups import cells
from desktop.ui.tasks import Task
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import Card, InlineMessage, button, label

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.db.backups import Backup
    from desktop.db.backups_restore import Drill, Restored
    from desktop.ui.session import Session
    from desktop.ui.tasks import Report

COLUMNS = (
    (mark("Made"), 150),
    (mark("Why"), 190),
    (mark("Size"), 90),
    (mark("Verified"), 150),
    (mark("Registry now"), 260),
)


class BackupsPanel(QWidget):
    """The backups of the open registry, or of one that is named with ``show_path``."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.dialogs = Dialogs()
        self._path: Path | None = None
        self._given: Path | None = None
        self._reading: Task | None = None
        self.backups: tuple[Backup, ...] = ()
        self.message = InlineMessage()
        self.list = QTreeWidget()
        self.empty = label(say("There is no backup yet."), "hint")
        self.now_button = button(say("Back up now"), "primary", icon="copy")
        self.restore_button = button(say("Restore into a new file…"), icon="rotate")
        self.drill_button = button(say("Try a restore"), icon="check")
        self.place = label("", wrap=True)
        self.place_button = button(say("Choose…"), "header")
        self.place_button.setAccessibleName(say("Choose a second place for backups"))
        self.no_place_button = button(say("None"), "header")
        self.no_place_button.setAccessibleName(say("Keep no second copy of backups"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(say("Backups, newest first"))
        self.list.setHeaderLabels([say(title) for title, _ in COLUMNS])
        self.list.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        card = Card(say("Backups"), icon="copy")
        for made in (self.now_button, self.restore_button, self.drill_button):
            card.header.addWidget(made)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self.empty, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 10, 12, 10)
        page.setSpacing(10)
        page.addWidget(self.message)
        page.addWidget(card, 1)
        self._place_card = self._second_place()
        page.addWidget(self._place_card)
        self._fit()

    def _second_place(self) -> Card:
        card = Card(say("A second place"), icon="download")
        card.header.addWidget(self.place_button)
        card.header.addWidget(self.no_place_button)
        told = say(
            "Each backup is copied there as well. Another disk or a drive of the clinic is good: "
            "a backup beside the registry is lost with it."
        )
        for part in (self.place, label(told, "hint", wrap=True)):
            part.setContentsMargins(12, 8, 12, 8)
            card.body.addWidget(part)
        return card

    def _connect(self) -> None:
        self.now_button.clicked.connect(partial(self._session.asks.command.emit, "backup_now"))
        self.restore_button.clicked.connect(self.restore)
        self.drill_button.clicked.connect(self.drill)
        self.place_button.clicked.connect(self._choose_place)
        self.no_place_button.clicked.connect(partial(self._set_place, None))
        self.list.currentItemChanged.connect(self._follow)
        theme_signals.changed.connect(self._fit)

    def _fit(self) -> None:
        for place, (_, width) in enumerate(COLUMNS):
            self.list.setColumnWidth(place, theme().px(width))

    def show_path(self, path: Path) -> None:
        """Show the backups of a registry that is not open; nothing can be made of it then."""
        self._given = path
        for part in (self.now_button, self.drill_button, self._place_card):
            part.hide()
        self.read_again()

    def read_again(self, _made: object = None) -> None:
        """Read the backups anew, beside the window."""
        registry = self._session.registry
        self._path = self._given or (registry.path if registry else None)
        self._show_place()
        self._follow()
        if self._path is None:
            self._take(None, ())
            return
        task = Task("", partial(_listed, self._path))
        task.signals.finished.connect(partial(self._take, task))
        task.signals.failed.connect(self._fail)
        self._reading = task
        task.start()

    def _take(self, task: Task | None, found: tuple[Backup, ...]) -> None:
        if task is not None and task is not self._reading:
            return
        self._reading = None
        chosen = self.chosen
        self.backups = found
        self.list.clear()
        self.list.addTopLevelItems([_row(one) for one in found])
        names = [one.name for one in found]
        row = names.index(chosen.name) if chosen and chosen.name in names else 0
        if (item := self.list.topLevelItem(row)) is not None:
            self.list.setCurrentItem(item)
        self.list.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._follow()

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self.message.show_message("stop", str(error))

    @property
    def chosen(self) -> Backup | None:
        """The backup that is chosen in the list."""
        item = self.list.currentItem()
        row = self.list.indexOfTopLevelItem(item) if item is not None else -1
        return self.backups[row] if 0 <= row < len(self.backups) else None

    def _follow(self) -> None:
        role, has_path = self._session.role, self._path is not None
        may = role is None or self._session.may("restore")
        why = "" if may or role is None else forbidden(role)
        self.restore_button.setEnabled(may and self.chosen is not None)
        self.drill_button.setEnabled(bool(self.backups))
        self.now_button.setEnabled(has_path and self._session.registry is not None)
        for part in (self.place_button, self.no_place_button):
            part.setEnabled(may and has_path)
            part.setToolTip(why)
        self.restore_button.setToolTip(why)

    def _show_place(self) -> None:
        place = None
        if self._path is not None:
            from desktop.db.backups_places import second_place

            try:
                place = second_place(self._path)
            except UserError as error:
                self.message.show_message("warn", str(error))
        self.place.setText(str(place) if place else say("No second place is set."))

    def _choose_place(self) -> None:
        folder = self.dialogs.folder(self, say("A second place for backups"))
        if folder is not None:
            self._set_place(folder)

    def _set_place(self, folder: Path | None) -> None:
        from desktop.work.backups import set_second_place

        if self._path is None:
            return
        try:
            set_second_place(self._path, folder)
        except UserError as error:
            self.message.show_message("stop", str(error))
        else:
            self.message.hide()
        self._show_place()

    def restore(self) -> None:
        """Bring the chosen backup back under a new name, and open it."""
        path, chosen = self._path, self.chosen
        if path is None or chosen is None:
            return
        target = self.dialogs.save_file(
            self,
            say("Restore into a new file…").removesuffix("…"),
            REGISTRY_FILES,
            suggested=f"{path.stem}-restored.registry",
        )
        if target is None:
            return
        named = target if target.suffix else target.with_suffix(".registry")
        task = Task(say("Restoring"), partial(_restored, path, chosen.file, named))
        task.signals.finished.connect(self._open_restored)
        self._session.asks.run.emit(task)

    def _open_restored(self, made: Restored) -> None:
        asks = self._session.asks
        asks.open_registry.emit(made.target)
        asks.note.emit(say("Restored into {file}", file=made.target.name))

    def drill(self) -> None:
        """Restore the newest backup into a private folder, check it, and say how it went."""
        if self._path is None:
            return
        task = Task(say("Trying a restore"), partial(_drilled, self._path))
        task.signals.finished.connect(self._tell_drill)
        self._session.asks.run.emit(task)

    def _tell_drill(self, drill: Drill) -> None:
        if drill.is_passed:
            rows = sum(drill.counts.values())
            told = say_count(
                rows,
                "{file} was restored for trial and checked: {n} row came back.",
                "{file} was restored for trial and checked: {n} rows came back.",
                file=drill.backup.name,
            )
            self.message.show_message("ok", told)
        else:
            self.message.show_message("stop", " ".join(drill.problems))
        self.read_again()

    def focus_first(self) -> None:
        """Begin in the list."""
        where = self.list if self.backups else self.now_button
        where.setFocus(Qt.FocusReason.OtherFocusReason)


def _row(backup: Backup) -> QTreeWidgetItem:
    texts = cells(backup)
    made = QTreeWidgetItem(texts)
    for place, text in enumerate(texts):
        made.setToolTip(place, f"{text}\n{backup.name}")
    return made


def _listed(path: Path, _report: Report) -> tuple[Backup, ...]:
    from desktop.db import backups

    return backups.listed(path, compares=True)


def _restored(path: Path, file: Path, target: Path, _report: Report) -> Restored:
    from desktop.work import backups

    backups.lend_key(path, file)
    return backups.restore(file, target)


def _drilled(path: Path, _report: Report) -> Drill:
    from desktop.work import backups

    return backups.drill(path)
