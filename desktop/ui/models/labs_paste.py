"""Reading a block copied from a spreadsheet: which cell is a test, a value, a unit, a time. No Qt.

Nothing is dropped: every cell of the block that is not empty has a part in some pasted value,
names a row or a column, or is told as left over.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop.ui.models.labs_block import (
    HEADINGS,
    YEAR,
    Block,
    Matrix,
    Pasted,
    Place,
    Role,
    is_unit,
    kind_of,
    looks_like_time,
    matrix_of,
)
from desktop.ui.models.labs_names import named_test

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ONE_EACH: tuple[Role, ...] = ("flag", "range", "note")
"""What belongs to one value alone: where a row has several, nobody can tell to which."""


def read_block(text: str) -> Block:
    """The values of a block, whatever its shape.

    With names of tests in a column or in the first row, with or without a heading row, units,
    times, flags and ranges; or bare values, which stand where they are pasted.
    """
    matrix = matrix_of(text)
    reader = _Reader(matrix)
    down = reader.test_column()
    if down is not None:
        return reader.tests_down(down)
    if reader.has_tests_across():
        return reader.tests_across()
    return reader.bare()


class _Reader:
    """One block while it is read; ``used`` notes the part that each cell has."""

    def __init__(self, matrix: Matrix) -> None:
        self.matrix = matrix
        self.used: dict[Place, Role] = {}
        self.height = len(matrix)
        self.width = len(matrix[0]) if matrix else 0

    def test_column(self) -> int | None:
        """The column that names tests, if there is one."""
        for column in range(min(self.width, 4)):
            heading = HEADINGS.get(self.matrix[0][column].casefold())
            body = [row[column] for row in self.matrix[1:] if row[column]]
            whole = [row[column] for row in self.matrix if row[column]]
            named = sum(named_test(cell) is not None for cell in body)
            if heading == "test" and body:
                return column
            if named and 2 * named >= len(body):
                return column
            if not body and self.width > 1 and whole and named_test(whole[0]):
                return column
        return None

    def has_tests_across(self) -> bool:
        """True where the first row names tests."""
        if self.height < 2:
            return False
        first = [cell for cell in self.matrix[0] if cell]
        named = sum(named_test(cell) is not None for cell in first)
        return bool(named) and 2 * named >= len(first) - 1

    def tests_down(self, tests: int) -> Block:
        """A row for each test."""
        has_heading = self._has_heading(tests)
        body = range(1 if has_heading else 0, self.height)
        roles = self._column_roles(tests, body, has_heading=has_heading)
        values: list[Pasted] = []
        for row in body:
            values += self._along_row(row, tests, roles, has_heading=has_heading)
        return self._block(values, has_tests=True, has_units="unit" in roles.values())

    def _along_row(
        self, row: int, tests: int, roles: dict[int, Role], *, has_heading: bool
    ) -> Iterator[Pasted]:
        of_values = [column for column, role in roles.items() if role == "value"]
        filled = [column for column in of_values if self.matrix[row][column]]
        if not filled or not self.matrix[row][tests]:
            return
        if len(of_values) > 1:
            roles = {c: role for c, role in roles.items() if role not in _ONE_EACH}
        if has_heading and any(self._heading_time(column) for column in filled):
            roles = {c: role for c, role in roles.items() if role != "time"}
        self._use_row(row, tests, roles)
        beside = self._first(row, roles, "time")
        for column in filled:
            when = self._heading_time(column) if has_heading else ""
            right = 0 if when or beside else of_values.index(column)
            yield self._pasted(row, column, tests, roles, when=when or beside, right=right)

    def _has_heading(self, tests: int) -> bool:
        first = self.matrix[0]
        if self.height < 2 or named_test(first[tests]) is not None:
            return False
        others = [cell for n, cell in enumerate(first) if cell and n != tests]
        known = sum(cell.casefold() in HEADINGS or looks_like_time(cell) for cell in others)
        return first[tests].casefold() in HEADINGS or (bool(known) and 2 * known >= len(others))

    def _column_roles(self, tests: int, body: range, *, has_heading: bool) -> dict[int, Role]:
        roles: dict[int, Role] = {}
        for column in range(self.width):
            if column == tests:
                continue
            heading = self.matrix[0][column] if has_heading else ""
            role = HEADINGS.get(heading.casefold())
            if role is None and heading and looks_like_time(heading, may_be_year=True):
                role = "value"
            if role is None or role == "test":
                role = self._role_of([self.matrix[row][column] for row in body])
            if has_heading and heading:
                self.used[0, column] = "heading"
            roles[column] = role
        if has_heading and self.matrix[0][tests]:
            self.used[0, tests] = "heading"
        return roles

    def _role_of(self, cells: Sequence[str]) -> Role:
        """What the cells of a column are, by what most of them look like."""
        found = Counter(kind_of(cell) for cell in cells if cell)
        return found.most_common(1)[0][0] if found else "note"

    def _heading_time(self, column: int) -> str:
        heading = self.matrix[0][column]
        return heading if looks_like_time(heading, may_be_year=True) else ""

    def _first(self, row: int, roles: dict[int, Role], role: Role) -> str:
        cells = (self.matrix[row][c] for c, own in roles.items() if own == role)
        return next((cell for cell in cells if cell), "")

    def _pasted(
        self,
        row: int,
        column: int,
        tests: int,
        roles: dict[int, Role],
        *,
        when: str,
        right: int,
    ) -> Pasted:
        return Pasted(
            row=row,
            column=column,
            value=self.matrix[row][column],
            test=self.matrix[row][tests],
            unit=self._first(row, roles, "unit"),
            when=when,
            right=right,
            flag=self._first(row, roles, "flag"),
            range=self._first(row, roles, "range"),
            method=self._first(row, roles, "method"),
            specimen=self._first(row, roles, "specimen"),
            note=self._first(row, roles, "note"),
        )

    def _use_row(self, row: int, tests: int, roles: dict[int, Role]) -> None:
        """Note which cells of a row have a part; of two units or notes only the first has one."""
        self.used[row, tests] = "test"
        taken: set[Role] = set()
        for column, role in roles.items():
            if not self.matrix[row][column]:
                continue
            if role == "value" or role not in taken:
                self.used[row, column] = role
                taken.add(role)

    def tests_across(self) -> Block:
        """A column for each test; below the names perhaps units, at the left perhaps times."""
        names = self.matrix[0]
        body = range(1, self.height)
        units = self._unit_row()
        if units is not None:
            body = range(2, self.height)
        times = self._time_column(body)
        values: list[Pasted] = []
        for column in range(self.width):
            if column == times or not names[column]:
                continue
            found = list(self._down_column(column, body, times, units))
            if found:
                self.used[0, column] = "test"
                if units is not None and self.matrix[units][column]:
                    self.used[units, column] = "unit"
            values += found
        if times is not None:
            self._use_times(times, body)
        return self._block(values, has_tests=True, has_units=units is not None)

    def _use_times(self, times: int, body: range) -> None:
        if self.matrix[0][times]:
            self.used[0, times] = "heading"
        for row in body:
            if self.matrix[row][times] and any((row, c) in self.used for c in range(self.width)):
                self.used[row, times] = "time"

    def _down_column(
        self, column: int, body: range, times: int | None, units: int | None
    ) -> Iterator[Pasted]:
        for row in body:
            if not self.matrix[row][column]:
                continue
            self.used[row, column] = "value"
            yield Pasted(
                row=row,
                column=column,
                value=self.matrix[row][column],
                test=self.matrix[0][column],
                unit=self.matrix[units][column] if units is not None else "",
                when=self.matrix[row][times] if times is not None else "",
                right=row - body.start if times is None else 0,
            )

    def _unit_row(self) -> int | None:
        if self.height < 3:
            return None
        cells = [cell for cell in self.matrix[1] if cell]
        known = sum(is_unit(cell) for cell in cells)
        return 1 if known and 2 * known >= len(cells) - 1 else None

    def _time_column(self, body: range) -> int | None:
        for column in range(self.width):
            if named_test(self.matrix[0][column]) is not None:
                continue
            heading = HEADINGS.get(self.matrix[0][column].casefold())
            cells = [self.matrix[row][column] for row in body if self.matrix[row][column]]
            is_year = all(YEAR.fullmatch(cell) for cell in cells)
            timed = sum(looks_like_time(cell, may_be_year=is_year) for cell in cells)
            if cells and (heading == "time" or 2 * timed > len(cells)):
                return column
        return None

    def bare(self) -> Block:
        """Values without names: they stand where they are pasted."""
        has_times = self.height > 1 and all(
            looks_like_time(cell) for cell in self.matrix[0] if cell
        )
        has_times = has_times and any(self.matrix[0])
        values = []
        for row in range(1 if has_times else 0, self.height):
            for column in range(self.width):
                if not self.matrix[row][column]:
                    continue
                self.used[row, column] = "value"
                values.append(
                    Pasted(
                        row=row,
                        column=column,
                        value=self.matrix[row][column],
                        when=self.matrix[0][column] if has_times else "",
                        down=row - int(has_times),
                        right=column,
                    )
                )
        if has_times:
            self.used |= {(0, c): "heading" for c, cell in enumerate(self.matrix[0]) if cell}
        return self._block(values, has_tests=False, has_units=False)

    def _block(self, values: list[Pasted], *, has_tests: bool, has_units: bool) -> Block:
        left = tuple(
            (row, column, cell)
            for row, cells in enumerate(self.matrix)
            for column, cell in enumerate(cells)
            if cell and (row, column) not in self.used
        )
        return Block(
            values=tuple(values),
            left_over=left,
            has_tests=has_tests,
            has_units=has_units,
            roles=tuple(self.used.items()),
        )
