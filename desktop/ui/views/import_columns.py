"""Second step of an import: what the columns of a table mean, and its rows as they would arrive."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.domain.language import say, say_count
from desktop.exchange.asking import Asked
from desktop.ui.models import import_columns as columns
from desktop.ui.models import import_words as words
from desktop.ui.models.import_draft import Place, is_complete
from desktop.ui.widgets.basics import Card, InlineMessage, button
from desktop.ui.widgets.import_arriving import ArrivingCard
from desktop.ui.widgets.import_mapping import ColumnRows, TestRows
from desktop.ui.widgets.import_options import GridOptions
from desktop.work.import_preview import Preview, arriving, preview, unknown_codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.exchange.mapping import TableMapping
    from desktop.ui.models.import_draft import ImportDraft
    from desktop.ui.session import Session
    from desktop.work.import_survey import FileSurvey, Part

MOST_HEADERS = 12
"""Rows among which the user may choose that of the column names."""


class ColumnsStep(QWidget):
    """One table at a time; what is chosen is kept at once in the draft."""

    changed = Signal()
    forgotten = Signal(tuple)

    def __init__(self, session: Session, draft: ImportDraft) -> None:
        super().__init__()
        self._session, self._draft = session, draft
        self._places: list[Place | tuple[FileSurvey, Part]] = []
        self.preview = Preview()
        self._table_name = "labs"
        self.options = GridOptions()
        self.message = InlineMessage()
        self.columns_card = Card(say("Columns"), icon="columns")
        self.forget_button = button(say("Forget the kept columns"), "header")
        self.rows = ColumnRows()
        self.tests_card = Card(say("Tests and units"), icon="test-pipe")
        self.tests = TestRows()
        self.rows_card = ArrivingCard()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.columns_card.header.addWidget(self.forget_button)
        self.columns_card.body.addWidget(self.rows)
        self.tests_card.body.addWidget(self.tests)
        upper = QSplitter(Qt.Orientation.Horizontal)
        lower = QSplitter(Qt.Orientation.Vertical)
        for split in (upper, lower):
            split.setChildrenCollapsible(False)
            split.setHandleWidth(10)
            split.setStyleSheet("QSplitter::handle { background: transparent; }")
        upper.addWidget(self.columns_card)
        upper.addWidget(self.tests_card)
        upper.setSizes([640, 560])
        lower.addWidget(upper)
        lower.addWidget(self.rows_card)
        lower.setSizes([330, 300])
        self._upper = upper
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(8)
        page.addWidget(self.options)
        page.addWidget(self.message)
        page.addWidget(lower, 1)

    def _connect(self) -> None:
        self.options.which.edited.connect(self._show)
        self.options.kind.edited.connect(self._choose_kind)
        self.options.header.edited.connect(self._choose_header)
        self.options.dates.edited.connect(self._say_spelling)
        self.options.decimals.edited.connect(self._say_spelling)
        self.options.patient.left.connect(self._say_patient)
        self.rows.chosen.connect(self._choose_field)
        self.rows.unit_chosen.connect(self._choose_unit)
        self.tests.said.connect(self._say_test)
        self.forget_button.clicked.connect(self.forget)

    def read_again(self) -> None:
        """Show the tables of the files that are to come in."""
        self._places = list(self._draft.places())
        names = [place.name for place in self._places if isinstance(place, Place)]
        for path in self._draft.paths:
            survey = self._draft.surveys[path]
            for part in survey.parts:
                self._places.append((survey, part))
                names.append(f"{path.name} · {words.table_word(part.file.table.name)}")
        self.options.show_tables(names)
        self._show()

    @property
    def place(self) -> Place | None:
        """The grid that is shown; None for a table that needs no matching."""
        found = self._chosen()
        return found if isinstance(found, Place) else None

    def _chosen(self) -> Place | tuple[FileSurvey, Part] | None:
        number = self.options.place
        return self._places[number] if 0 <= number < len(self._places) else None

    def _show(self) -> None:
        chosen = self._chosen()
        is_grid = isinstance(chosen, Place)
        self.options.show_for(is_grid=is_grid, lacks_patient=self._lacks_patient())
        self.columns_card.setVisible(is_grid)
        self.message.hide()
        if isinstance(chosen, Place):
            self._show_grid(chosen)
        elif chosen is not None:
            self._show_part(*chosen)
        else:
            self.tests_card.hide()
            self.preview = Preview()
        self._upper.setVisible(is_grid or self.tests_card.isVisibleTo(self._upper))
        self.rows_card.show_rows(self._table_name, self.preview.rows)

    def _show_grid(self, place: Place) -> None:
        draft, row = self._draft, self._draft.header_row(place)
        mapping = draft.mapping(place)
        said = draft.about(place.survey.path)
        self._table_name = mapping.table
        self.options.show_spelling(mapping.table, said.dates, said.decimal)
        self.options.show_headers([number for number, _ in place.sheet.rows[:MOST_HEADERS]], row)
        patient = self.options.patient
        patient.show_patients(self._session.patients)
        if patient.patient_id != said.patient:
            patient.set_typed(said.patient)
        self.preview = self._look(place, row)
        self._tell(place)
        self._show_hint(place, mapping)
        lines = columns.column_lines(place.sheet, row, mapping)
        self.rows.show_columns(mapping.table, lines, self.preview)
        units = {**mapping.units, **said.units}
        tests = {**mapping.analytes, **said.analytes}
        self._show_tests(self.preview.tests, self.preview.unitless, (tests, units))

    def _look(self, place: Place, row: int) -> Preview:
        mapping = self._draft.applied(place)
        if not is_complete(mapping):
            return Preview()
        said = self._draft.about(place.survey.path)
        found = preview(place.survey.path, place.sheet, mapping, header_row=row, whose=said.patient)
        self.options.dates.setItemText(0, words.found_order("" if said.dates else mapping.dates))
        return found

    def _tell(self, place: Place) -> None:
        mapping, error = self._draft.mapping(place), self.preview.error
        if not is_complete(mapping):
            told = (
                say("Choose which columns hold the test and the result, or one column per test.")
                if mapping.table == "labs"
                else say("Choose which column holds the registry ID.")
            )
            self.message.show_message("warn", told)
        elif not self._draft.has_patient(place):
            self.message.show_message("warn", say("Whose results are they? Name the patient."))
        elif isinstance(error, Asked):
            self.message.show_message("warn", words.question_words(error.question))
        elif error is not None:
            self.message.show_message("stop", str(error))

    def _show_hint(self, place: Place, mapping: TableMapping) -> None:
        is_kept = place.sheet.is_remembered and place.key not in self._draft.mappings
        self.forget_button.setVisible(is_kept)
        if is_kept:
            told = say("as in an earlier file with the same columns")
        elif place.key in self._draft.mappings:
            told = say("as you chose; kept for the next file with the same columns")
        elif mapping.columns or mapping.wide:
            told = say("by their names")
        else:
            told = say("not known yet")
        self.columns_card.hint.setText(told)

    def _show_part(self, survey: FileSurvey, part: Part) -> None:
        self._table_name = part.file.table.name
        self.preview = Preview(rows=arriving(part.file, part.rows))
        codes = unknown_codes(row.fault for row in part.rows if row.fault)
        said = self._draft.about(survey.path)
        self._show_tests(codes, (), (said.analytes, {}))
        told = say("Nothing needs to be matched: the file says itself what its values are.")
        self.message.show_message("info", told)

    def _show_tests(
        self,
        unknown: Sequence[tuple[str, int]],
        unitless: Sequence[tuple[str, int]],
        said: tuple[dict[str, str], dict[str, str]],
    ) -> None:
        is_needed = bool(unknown or unitless or said[0] or said[1])
        self.tests_card.setVisible(is_needed)
        if is_needed:
            self.tests.show_tests(unknown, unitless, said)
            lacking = len(unknown) + len(unitless)
            told = say_count(lacking, "{n} is open", "{n} are open")
            self.tests_card.hint.setText(told if lacking else say("all answered"))

    def _lacks_patient(self) -> bool:
        place = self.place
        if place is None:
            return False
        mapping = self._draft.mapping(place)
        return mapping.table == "labs" and not {"patient_id", "mrn"} & set(mapping.columns)

    def _keep(self, mapping: TableMapping) -> None:
        if (place := self.place) is not None:
            self._draft.choose(place, mapping)
            self._show()
            self.changed.emit()

    def _choose_kind(self) -> None:
        if (place := self.place) is not None:
            mapping, header = self._draft.mapping(place), self._draft.header(place)
            self._keep(columns.with_table(mapping, self.options.kind.typed(), header))

    def _choose_header(self) -> None:
        from desktop.exchange.mapping import suggested
        from desktop.work.import_survey import partial_mapping

        if (place := self.place) is not None:
            row = int(self.options.header.typed())
            self._draft.header_rows[place.key] = row
            header = place.sheet.header_in(row)
            self._keep(suggested(header) or partial_mapping(header))

    def _choose_field(self, name: str, meant: str) -> None:
        if (place := self.place) is not None:
            mapping = self._draft.mapping(place)
            self._keep(columns.with_field(mapping, name, meant, self._session.units))

    def _choose_unit(self, name: str, unit: str) -> None:
        if (place := self.place) is not None:
            self._keep(columns.with_unit(self._draft.mapping(place), name, unit))

    def _say_spelling(self) -> None:
        if (place := self.place) is not None:
            path = place.survey.path
            said = self._draft.about(path)
            dates, decimal = self.options.dates.typed(), self.options.decimals.typed()
            self._draft.say(path, replace(said, dates=dates, decimal=decimal))
            self._show()
            self.changed.emit()

    def _say_patient(self) -> None:
        place = self.place
        if place is not None and self._lacks_patient():
            path = place.survey.path
            said = self._draft.about(path)
            if said.patient != self.options.patient.patient_id:
                self._draft.say(path, replace(said, patient=self.options.patient.patient_id))
                self._show()
                self.changed.emit()

    def _say_test(self, name: str, test: str, unit: str) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        path = chosen.survey.path if isinstance(chosen, Place) else chosen[0].path
        said = self._draft.about(path)
        analytes = _with(said.analytes, name, test)
        units = _with(said.units, name, unit)
        self._draft.say(path, replace(said, analytes=analytes, units=units))
        self._show()
        self.changed.emit()

    def forget(self) -> None:
        """Drop the columns that an earlier import kept, and take those the names give."""
        from desktop.exchange.mapping import suggested
        from desktop.work.import_survey import partial_mapping

        if (place := self.place) is not None:
            header = self._draft.header(place)
            self.forgotten.emit(header)
            self._keep(suggested(header) or partial_mapping(header))

    def focus_first(self) -> None:
        """The first column, or the rows where nothing is to be matched."""
        fields = list(self.rows.fields.values())
        first: QWidget = fields[0] if self.place is not None and fields else self.rows_card.table
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def _with(said: dict[str, str], name: str, value: str) -> dict[str, str]:
    kept = {one: meant for one, meant in said.items() if one != name}
    return {**kept, name: value} if value else kept
