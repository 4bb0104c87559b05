"""What was chosen and said in an import that is not accepted yet; going back loses none of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.exchange.asking import Asked
from desktop.exchange.mapping import Answers, TableMapping, fingerprint
from desktop.work.mapping import recall

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.exchange.asking import Question
    from desktop.work.import_outcome import Outcome
    from desktop.work.import_survey import FileSurvey, Sheet

PlaceKey = tuple[str, str]
"""A grid: the path of its file and the name of its sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the user said about one file; empty means: by evidence."""

    dates: str = ""
    decimal: str = ""
    encoding: str = ""
    patient: str = ""
    analytes: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """One grid of one file, with what was found in it."""

    survey: FileSurvey
    sheet: Sheet

    @property
    def key(self) -> PlaceKey:
        """What tells it from others."""
        return str(self.survey.path), self.sheet.name

    @property
    def name(self) -> str:
        """File and sheet."""
        name = self.survey.path.name
        return f"{name} · {self.sheet.name}" if self.sheet.name else name


@dataclass(slots=True)
class ImportDraft:
    """The files of an import and what was said about them.

    Attributes:
        surveys: what each file was found to be, in the order in which they were chosen.
        left_out: files that stay out, by path.
        mappings: the columns as the user chose them, by grid.
        header_rows: the rows that name the columns, where the user chose another.
        people: who is meant by a number in the files: a registry ID, or empty for nobody.
        outcome: what the trial found; None until it was made, and after anything has changed.
    """

    surveys: dict[Path, FileSurvey] = field(default_factory=dict)
    left_out: set[Path] = field(default_factory=set)
    said: dict[Path, Said] = field(default_factory=dict)
    mappings: dict[PlaceKey, TableMapping] = field(default_factory=dict)
    header_rows: dict[PlaceKey, int] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    outcome: Outcome | None = None

    def take(self, survey: FileSurvey) -> None:
        """Take a file in, or what it was found to be after an answer."""
        self.surveys[survey.path] = survey
        self.outcome = None

    def drop(self, path: Path) -> None:
        """Forget a file and all that was said about it."""
        self.surveys.pop(path, None)
        self.said.pop(path, None)
        self.left_out.discard(path)
        for kept in (self.mappings, self.header_rows):
            for key in [key for key in kept if key[0] == str(path)]:
                del kept[key]
        self.outcome = None

    @property
    def paths(self) -> list[Path]:
        """The files that are to come in."""
        return [path for path in self.surveys if path not in self.left_out]

    @property
    def readable(self) -> list[Path]:
        """The files that are to come in and can, or could with an answer."""
        errors = {path: self.surveys[path].error for path in self.paths}
        return [path for path, error in errors.items() if error is None or isinstance(error, Asked)]

    def about(self, path: Path) -> Said:
        """What was said about a file."""
        return self.said.get(path, Said())

    def say(self, path: Path, said: Said) -> None:
        """Keep what was said about a file."""
        self.said[path] = said
        self.outcome = None

    def places(self) -> list[Place]:
        """The grids whose columns can be matched, of the files that are to come in."""
        found = []
        for path in self.paths:
            survey = self.surveys[path]
            found += [Place(survey, one) for one in survey.sheets if not one.table]
        return found

    def mapping(self, place: Place) -> TableMapping:
        """The columns of a grid: as chosen, as remembered, or by their names."""
        return self.mappings.get(place.key) or place.sheet.mapping or TableMapping(table="labs")

    def header_row(self, place: Place) -> int:
        """The row that names the columns of a grid."""
        return self.header_rows.get(place.key, place.sheet.header_row)

    def header(self, place: Place) -> tuple[str, ...]:
        """The names of the columns of a grid."""
        return place.sheet.header_in(self.header_row(place))

    def applied(self, place: Place) -> TableMapping:
        """The columns of a grid, with what was said about its file put over them."""
        found = self._answers_for(place.survey.path).applied(self.mapping(place))
        return found if found.dates else replace(found, dates=place.sheet.dates)

    def choose(self, place: Place, mapping: TableMapping) -> None:
        """Match the columns of a grid so."""
        self.mappings[place.key] = mapping
        self.outcome = None

    def is_wanted(self, place: Place) -> bool:
        """Whether a grid comes in: one that was recognized, or whose columns are matched.

        A sheet of a workbook that nobody recognized stays out until its columns were chosen.
        """
        is_stray = place.sheet.is_left_out and bool(place.sheet.name)
        question = question_of(place.survey)
        is_asked = question is not None and question.asks != "columns"
        if is_stray and not is_asked and place.key not in self.mappings:
            return False
        return is_complete(self.mapping(place)) and self.has_patient(place)

    def has_patient(self, place: Place) -> bool:
        """Whether it is known whose rows they are: by a column, or as the user said."""
        columns = self.mapping(place).columns
        return bool({"patient_id", "mrn"} & set(columns) or self.about(place.survey.path).patient)

    def answers(self) -> Answers:
        """All that was said, as the reading of files takes it."""
        mappings = {
            fingerprint(self.header(place)): self.mapping(place)
            for place in self.places()
            if self.is_wanted(place)
        }
        by_file = {str(path): self._answers_for(path) for path in self.surveys}
        return Answers(recall=recall, mappings=mappings, people=dict(self.people), by_file=by_file)

    def _answers_for(self, path: Path) -> Answers:
        said = self.about(path)
        return Answers(
            dates=said.dates,
            decimal=said.decimal,
            encoding=said.encoding,
            patient=said.patient,
            analytes=dict(said.analytes),
            units=dict(said.units),
        )

    def to_remember(self) -> Iterator[tuple[tuple[str, ...], TableMapping]]:
        """The header of each matched grid, with the mapping to keep for the next file like it.

        The order of dates is not kept: the next file shows its own, or it is asked again.
        """
        for place in self.places():
            if self.is_wanted(place):
                answers = self._answers_for(place.survey.path)
                yield self.header(place), replace(answers.applied(self.mapping(place)), dates="")

    def open_questions(self) -> list[tuple[Path, Question]]:
        """The files that wait for an answer before they can come in."""
        found = []
        for path in self.paths:
            question = question_of(self.surveys[path])
            if question is not None and not self._is_answered(path, question):
                found.append((path, question))
        return found

    def _is_answered(self, path: Path, question: Question) -> bool:
        if question.asks == "columns":
            grids = [place for place in self.places() if place.survey.path == path]
            return any(self.is_wanted(place) for place in grids)
        said = self.about(path)
        answers = {"dates": said.dates, "encoding": said.encoding, "patient": said.patient}
        return bool(answers[question.asks])


def question_of(survey: FileSurvey) -> Question | None:
    """What must be asked before a file can come in; None for nothing."""
    return survey.error.question if isinstance(survey.error, Asked) else None


def is_complete(mapping: TableMapping) -> bool:
    """Whether a mapping names enough for rows to come in."""
    if mapping.table == "labs":
        return bool(mapping.wide) or {"analyte", "value"} <= set(mapping.columns)
    return "patient_id" in mapping.columns
