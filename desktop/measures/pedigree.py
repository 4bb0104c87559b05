"""Where the people of a family stand in a drawn pedigree: parents above, children below by birth.

Pure geometry in units of one symbol's column: rows are generations, no two symbols are nearer
than one unit. What symbols look like is the painter's to know.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

APART, STRANGERS = 1.0, 1.35
"""The least distance of two neighbors: siblings or partners, and those who are neither."""

_SWEEPS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """One person for the layout; ``generation`` is 0 for the patient, -1 for the parents.

    ``born`` is the day of birth on any axis of days, None where it is not known.
    """

    key: str
    generation: int
    mother: str = ""
    father: str = ""
    born: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one person stands: ``x`` in units, ``row`` counted from the oldest generation."""

    key: str
    x: float
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sibship:
    """The children of one couple, or of one known parent; ``level`` keeps their lines apart.

    ``father`` or ``mother`` is empty where not in the family. ``levels`` is the number of lines
    between the two rows.
    """

    father: str
    mother: str
    children: tuple[str, ...]
    level: int = 0
    levels: int = 1

    @property
    def parents(self) -> tuple[str, ...]:
        """The parents who are there."""
        return tuple(one for one in (self.father, self.mother) if one)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pedigree:
    """All places, row by row from left to right, and the sibships that join them."""

    places: tuple[Place, ...]
    sibships: tuple[Sibship, ...]
    width: float
    rows: int

    def place(self, key: str) -> Place:
        """Where somebody stands; KeyError for somebody else."""
        found = next((place for place in self.places if place.key == key), None)
        if found is None:
            raise KeyError(key)
        return found


def lay_out(family: Sequence[Kin]) -> Pedigree:
    """The pedigree of a family; the first of all comes from whom the order begins.

    A parent who is not exactly one generation above is not joined, so that contradictory
    records cannot tangle the drawing; nobody is left out.
    """
    kin = {one.key: _joined(one, {other.key: other for other in family}) for one in family}
    sibships = tuple(_sibships(kin))
    rows = _Order(kin, sibships).rows()
    x = _settled(rows, kin, sibships)
    first = min(rows, default=0)
    places = tuple(
        Place(key=key, x=x[key], row=generation - first)
        for generation in sorted(rows)
        for key in rows[generation]
    )
    width = max((place.x for place in places), default=0.0)
    count = max((place.row for place in places), default=-1) + 1
    return Pedigree(places=places, sibships=_leveled(sibships, kin, x), width=width, rows=count)


def _joined(one: Kin, known: Mapping[str, Kin]) -> Kin:
    def held(key: str) -> str:
        parent = known.get(key)
        return key if parent and parent.generation == one.generation - 1 else ""

    mother, father = held(one.mother), held(one.father)
    return replace(one, mother="" if mother == father else mother, father=father)


def _sibships(kin: Mapping[str, Kin]) -> Iterator[Sibship]:
    found: dict[tuple[str, str], list[Kin]] = defaultdict(list)
    for one in kin.values():
        if one.father or one.mother:
            found[one.father, one.mother].append(one)
    for (father, mother), children in found.items():
        children.sort(key=_by_birth)
        keys = tuple(child.key for child in children)
        yield Sibship(father=father, mother=mother, children=keys)


def _by_birth(one: Kin) -> tuple[bool, float]:
    return one.born is None, one.born or 0.0


@dataclass(slots=True)
class _Order:
    """Puts everybody into the row of their generation, from left to right."""

    kin: Mapping[str, Kin]
    sibships: Sequence[Sibship]
    _rows: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    _seen: set[str] = field(default_factory=set)
    _climbed: set[str] = field(default_factory=set)

    def rows(self) -> dict[int, list[str]]:
        """The rows by generation; whoever is not joined to the first stands at the right."""
        for key in self.kin:
            self._climb(key)
        return dict(self._rows)

    def _climb(self, key: str) -> None:
        """Begin with the oldest ancestors, so that their children stand below them."""
        if key in self._climbed:
            return
        self._climbed.add(key)
        one = self.kin[key]
        for parent in (one.father, one.mother):
            if parent:
                self._climb(parent)
        self._put(key)

    def _put(self, key: str) -> None:
        if key in self._seen:
            return
        self._seen.add(key)
        self._rows[self.kin[key].generation].append(key)
        own = [sibship for sibship in self.sibships if key in sibship.parents]
        for sibship in own:
            for partner in sibship.parents:
                self._climb(partner)
                self._put(partner)
        for sibship in own:
            for child in sorted(sibship.children, key=self._side):
                self._put(child)

    def _side(self, child: str) -> int:
        """Next to a partner who stands already; else as born, but with kin by marriage last."""
        partners = [
            partner
            for sibship in self.sibships
            if child in sibship.parents
            for partner in sibship.parents
            if partner != child
        ]
        if any(partner in self._seen for partner in partners):
            return -1
        has_parents = any(self.kin[one].father or self.kin[one].mother for one in partners)
        return int(has_parents)


def _settled(
    rows: Mapping[int, Sequence[str]], kin: Mapping[str, Kin], sibships: Sequence[Sibship]
) -> dict[str, float]:
    """The places along the rows: children under their parents, as far as there is room."""
    gaps = {generation: _gaps(row, kin, sibships) for generation, row in rows.items()}
    x: dict[str, float] = {}
    for generation, row in rows.items():
        x |= zip(row, spaced([0.0] * len(row), gaps[generation]), strict=True)
    down, up = sorted(rows), sorted(rows, reverse=True)
    for sweep in range(2 * _SWEEPS):
        is_down = sweep % 2 == 0
        for generation in down if is_down else up:
            row = rows[generation]
            wished = _wishes(row, x, sibships, is_down=is_down)
            x |= zip(row, spaced(wished, gaps[generation]), strict=True)
    low = min(x.values(), default=0.0)
    return {key: value - low for key, value in x.items()}


def _gaps(
    row: Sequence[str], kin: Mapping[str, Kin], sibships: Sequence[Sibship]
) -> tuple[float, ...]:
    def is_near(one: str, other: str) -> bool:
        a, b = kin[one], kin[other]
        has_parents = bool(a.father or a.mother)
        is_sibling = has_parents and (a.father, a.mother) == (b.father, b.mother)
        return is_sibling or any({one, other} == set(s.parents) for s in sibships)

    pairs = pairwise(row)
    return tuple(APART if is_near(one, other) else STRANGERS for one, other in pairs)


def _wishes(
    row: Sequence[str], x: Mapping[str, float], sibships: Sequence[Sibship], *, is_down: bool
) -> list[float]:
    """Where everybody of a row would stand if there were room."""
    shifts: dict[str, list[float]] = defaultdict(list)
    for sibship in sibships:
        parents, children = sibship.parents, sibship.children
        way = _middle(parents, x) - _middle(children, x)
        for key in children if is_down else parents:
            shifts[key].append(way if is_down else -way)
    return [x[key] + (sum(found) / len(found) if (found := shifts[key]) else 0.0) for key in row]


def _middle(keys: Sequence[str], x: Mapping[str, float]) -> float:
    own = [x[key] for key in keys]
    return (min(own) + max(own)) / 2


def spaced(wished: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """The places nearest to the wished ones that keep their order and the gaps between them.

    Least squares under order constraints, by pooling adjacent violators.
    """
    offsets = [0.0]
    for gap in gaps[: max(len(wished) - 1, 0)]:
        offsets.append(offsets[-1] + gap)
    blocks: list[tuple[float, int]] = []
    for wish, offset in zip(wished, offsets, strict=False):
        total, count = wish - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            before, members = blocks.pop()
            total, count = total + before, count + members
        blocks.append((total, count))
    level = [total / count for total, count in blocks for _ in range(count)]
    return [value + offset for value, offset in zip(level, offsets, strict=False)]


def _leveled(
    sibships: Sequence[Sibship], kin: Mapping[str, Kin], x: Mapping[str, float]
) -> tuple[Sibship, ...]:
    """Lines of different sibships between the same two rows lie at different heights."""
    by_row: dict[int, list[Sibship]] = defaultdict(list)
    for sibship in sibships:
        by_row[kin[sibship.children[0]].generation].append(sibship)
    found: list[Sibship] = []
    for row in by_row.values():
        ends: list[float] = []
        leveled = []
        for sibship in sorted(row, key=lambda s: _extent(s, x)):
            low, high = _extent(sibship, x)
            level = next((n for n, end in enumerate(ends) if end < low - 0.1), len(ends))
            ends[level : level + 1] = [high]
            leveled.append(replace(sibship, level=level))
        found += [replace(sibship, levels=len(ends)) for sibship in leveled]
    return tuple(found)


def _extent(sibship: Sibship, x: Mapping[str, float]) -> tuple[float, float]:
    own = [x[key] for key in sibship.children]
    own.append(_middle(sibship.parents, x))
    return min(own), max(own)
