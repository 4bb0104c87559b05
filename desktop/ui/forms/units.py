"""Units in forms follow the analyte: only those that belong are offered, one is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.forms.editors import LineEditor
from desktop.ui.forms.terms import Entry, preferred_unit, units_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.ui.forms.fields import Field


class UnitLink:
    """Makes the unit field of a form, where there is one, follow the analyte field.

    The unit of the units shown is filled in as soon as a number is typed, for all to see; a
    unit that the user typed stays. The form keeps the link: Qt holds its methods weakly.
    """

    def __init__(self, fields: Mapping[str, Field], units: str) -> None:
        self._fields = fields
        self._units = units
        self._filled = ""
        if {"analyte", "unit"} <= fields.keys():
            for name in ("analyte", "value", "low", "high"):
                if name in fields:
                    fields[name].edited.connect(self.follow)

    def follow(self) -> None:
        """Offer the units of the analyte, and fill one in beside a number."""
        unit = self._fields["unit"]
        assert isinstance(unit.editor, LineEditor)  # noqa: S101 - units are lines of text
        analyte = self._fields["analyte"].cells()["analyte"]
        offered = units_for(analyte)
        unit.editor.offer([Entry(text, text) for text in offered])
        numbers = [f.typed for n, f in self._fields.items() if n in {"value", "low", "high"}]
        if unit.typed in {"", self._filled}:
            wanted = preferred_unit(analyte, self._units) if any(numbers) else ""
            if unit.typed != wanted:
                self._filled = wanted
                unit.editor.set_typed(wanted)
            others = [text for text in offered if text != unit.typed]
            unit.hint(f"or {', '.join(others)}" if others and unit.typed else "")
