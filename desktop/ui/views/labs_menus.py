"""The context menus of the laboratory grid: of a cell, of a test, of a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from desktop.domain.language import say
from desktop.ui.models.labs_targets import target_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.case import Case
    from desktop.ui.models.labs_columns import Column
    from desktop.ui.models.labs_rows import Row
    from desktop.ui.views.labs import LabsPage


def _add(menu: QMenu, text: str, run: Callable[[], object], *, able: bool = True) -> None:
    action = menu.addAction(text)
    action.setEnabled(able)
    action.triggered.connect(lambda _checked=False: run())


def cell_menu(page: LabsPage, row: Row, column: Column) -> QMenu:
    """What can be done to a cell."""
    menu = QMenu(page)
    assert page.desk.grid is not None  # noqa: S101 - a cell was clicked
    lab = page.desk.grid.lab(row, column)
    able = row.is_editable
    _add(menu, say("Edit\tF2"), page.view.edit, able=able)
    _add(menu, say("Copy\tCtrl+C"), page.commands.copy)
    _add(menu, say("Paste…\tCtrl+V"), page.paste, able=able)
    _add(
        menu,
        say("Remove\tDel"),
        page.commands.remove,
        able=page.desk.grid.is_filled(row, column) and able,
    )
    menu.addSeparator()
    _add(
        menu, say("Pending: sent, no result yet"), lambda: page.commands.mark("pending"), able=able
    )
    _add(menu, say("Not measured"), lambda: page.commands.mark("not_measured"), able=able)
    menu.addSeparator()
    header, section = page.view.header, page.view.place[1]
    _add(menu, say("Date of the column…\tCtrl+Shift+D"), lambda: header.edit_date(section))
    _add(menu, say("Details…\tShift+F2"), page.inspecting.toggle_details, able=lab is not None)
    if lab is not None:
        _add(menu, say("Open in a form…"), lambda: page.session.asks.edit.emit(lab))
    menu.addSeparator()
    _add_target(menu, page, row)
    return menu


def row_menu(page: LabsPage, row: Row) -> QMenu:
    """What can be done to a test."""
    menu = QMenu(page)
    _add_target(menu, page, row)
    return menu


def _add_target(menu: QMenu, page: LabsPage, row: Row) -> None:
    case = page.desk.case
    target = _target(case, row) if case else None
    if target is not None:
        words = say("Change the patient’s own target…")
        _add(menu, words, lambda: page.session.asks.edit.emit(target))
        more = say("Add a later target…")
    else:
        more = say("Set the patient’s own target…")
    cells = {"analyte": row.analyte, "unit": row.unit}
    _add(menu, more, lambda: page.session.asks.add.emit("targets", cells), able=bool(row.unit))


def _target(case: Case, row: Row) -> object:
    return target_at(case, row.analyte, case.as_of.isoformat())


def column_menu(page: LabsPage, section: int, column: Column) -> QMenu:
    """What can be done to a column: its date, and notes on all its samples."""
    menu = QMenu(page)
    _add(menu, say("Change the date…"), lambda: page.view.header.edit_date(section))
    if not column.results:
        _add(menu, say("Remove this empty column"), lambda: page.commands.drop_column(column))
        return menu
    menu.addSeparator()
    for name, words, answers in (
        ("fasting", say("All fasting"), _yes_no()),
        ("on_binder", say("All on phosphate binder"), _yes_no()),
        ("dialysis", say("All on a dialysis day"), _dialysis()),
    ):
        own = menu.addMenu(words)
        for value, text in answers:
            _add(own, text, lambda n=name, v=value: page.commands.note_column(column, n, v))  # type: ignore[misc]
    return menu


def _yes_no() -> tuple[tuple[str, str], ...]:
    return (("yes", say("Yes")), ("no", say("No")), ("", say("Not recorded")))


def _dialysis() -> tuple[tuple[str, str], ...]:
    return (
        ("before", say("Before dialysis")),
        ("after", say("After dialysis")),
        ("between", say("Between sessions")),
        ("", say("Not recorded")),
    )
