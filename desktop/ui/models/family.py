"""The people of a family in words, and as a table that says the same as the pedigree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop.domain.language import mark, say, say_count
from desktop.domain.when import is_when, parse_when, shown
from desktop.ui.forms.words import choice_name
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from desktop.work.family_members import Family, Member

    Index = QModelIndex | QPersistentModelIndex

PERSON, REGISTRY_ID, SEX, BORN, AFFECTED, CARRIER, DECEASED, TOLD = range(8)
HEADS = (
    mark("Person"),
    mark("Registry ID"),
    mark("Sex"),
    mark("Born"),
    mark("Affected"),
    mark("Carrier"),
    mark("Deceased"),
    mark("Remark"),
)
_KIN = {
    "mother": (mark("Mother"), mark("Mother"), mark("Mother")),
    "father": (mark("Father"), mark("Father"), mark("Father")),
    "sibling": (mark("Sister"), mark("Brother"), mark("Sibling")),
    "child": (mark("Daughter"), mark("Son"), mark("Child")),
    "partner": (mark("Partner"), mark("Partner"), mark("Partner")),
    "grandparent": (mark("Grandmother"), mark("Grandfather"), mark("Grandparent")),
    "aunt_uncle": (mark("Aunt"), mark("Uncle"), mark("Aunt or uncle")),
    "cousin": (mark("Cousin, female"), mark("Cousin, male"), mark("Cousin")),
    "niece_nephew": (mark("Niece"), mark("Nephew"), mark("Niece or nephew")),
    "grandchild": (mark("Granddaughter"), mark("Grandson"), mark("Grandchild")),
}
"""Kinship in words: female, male, otherwise."""
_SEXES = {"female": 0, "male": 1}
_GENERATIONS = {
    -2: mark("Grandparents’ generation"),
    -1: mark("Parents’ generation"),
    0: mark("Own generation"),
    1: mark("Children’s generation"),
    2: mark("Grandchildren’s generation"),
}


def relation_words(member: Member) -> str:
    """What somebody is to the patient: ``Sister``, ``Mother``, ``Parents’ generation``."""
    if member.is_patient:
        return say("Patient")
    kinship = member.kinship or member.relation
    if kinship in _KIN:
        return say(_KIN[kinship][_SEXES.get(member.sex, 2)])
    if member.relation:
        return choice_name("relation", member.relation)
    if not member.is_placed:
        return say("Relation not recorded")
    known = _GENERATIONS.get(member.generation)
    return say(known) if known else say("Generation {n}", n=member.generation)


def name_words(member: Member) -> str:
    """Relation and what the person is called: ``Sister Ana``; never a stored name."""
    if member.label:
        return say("{relation}, {label}", relation=relation_words(member), label=member.label)
    return relation_words(member)


def state_words(cell: str) -> str:
    """Yes, no, unknown, or not recorded."""
    return choice_name("affected", cell)


def remark_words(member: Member) -> str:
    """Where a person is known from, and the note of the record."""
    parts = []
    if member.is_made:
        parts.append(say("not recorded; drawn because there are brothers or sisters"))
    if member.told_by and member.told_by != member.registry_id:
        parts.append(say("from the records of {patient}", patient=member.told_by))
    if not member.is_placed:
        parts.append(say("line not recorded"))
    if member.note:
        parts.append(member.note)
    return "; ".join(parts)


def cell_words(member: Member, column: int) -> str:
    """One cell of the table."""
    birth = shown(parse_when(member.birth)) if is_when(member.birth) else member.birth
    if column == BORN:
        return birth if member.birth else choice_name("birth_date", "")
    if column == REGISTRY_ID:
        if member.registry_id and not member.patient:
            return say("{patient} (not in this registry)", patient=member.registry_id)
        return member.registry_id or say("Not enrolled")
    states = {AFFECTED: member.affected, CARRIER: member.carrier, DECEASED: member.deceased}
    if column in states:
        return state_words(states[column])
    if column == SEX:
        return choice_name("sex", member.sex)
    return name_words(member) if column == PERSON else remark_words(member)


def spoken(member: Member) -> str:
    """A person as one sentence, for screen readers and tooltips."""
    told = [name_words(member)]
    if member.registry_id:
        told.append(cell_words(member, REGISTRY_ID))
    told.append(cell_words(member, SEX))
    if member.birth:
        told.append(say("born {when}", when=cell_words(member, BORN)))
    for column, lead in (
        (AFFECTED, say("affected")),
        (CARRIER, say("carrier")),
        (DECEASED, say("deceased")),
    ):
        words = cell_words(member, column).lower()
        told.append(say("{what}: {answer}", what=lead, answer=words))
    if remark := remark_words(member):
        told.append(remark)
    return ", ".join(told)


def summary(family: Family) -> str:
    """The whole family in one sentence."""
    people = [one for one in family.members if not one.is_made]
    affected = sum(one.affected == "yes" for one in people)
    open_ones = sum(one.affected in ("", "unknown") for one in people)
    parts = [say_count(len(people), "{n} person", "{n} people")]
    parts.append(say("{n} affected", n=affected))
    if open_ones:
        parts.append(say("{n} not known", n=open_ones))
    if family.related:
        parts.append(say("parents related to each other"))
    return ", ".join(parts)


def untested_siblings(family: Family) -> tuple[str, ...]:
    """Brothers and sisters of whom nobody knows whether they are affected."""
    patient = next(one for one in family.members if one.is_patient)
    if not (patient.mother or patient.father):
        return ()
    return tuple(
        say("{person} {patient}", person=name_words(one), patient=one.registry_id).strip()
        for one in family.members
        if not one.is_patient
        and (one.mother, one.father) == (patient.mother, patient.father)
        and one.affected in ("", "unknown")
        and one.deceased != "yes"
    )


class FamilyModel(QAbstractTableModel):
    """Everybody of a family, one row each, the patient first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.members: tuple[Member, ...] = ()

    def show_members(self, members: tuple[Member, ...]) -> None:
        """Show these people."""
        self.beginResetModel()
        self.members = members
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Where somebody stands; -1 for nobody here."""
        return next((n for n, one in enumerate(self.members) if one.key == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many people there are."""
        return 0 if parent is not None and parent.isValid() else len(self.members)

    def columnCount(self, parent: Index | None = None) -> int:
        """What is told of each."""
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return say(HEADS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell in words; what is not known stands in italics."""
        member, column = self.members[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_words(member, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return spoken(member)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(member) if column == PERSON else _said(member, column)
        if role == Qt.ItemDataRole.FontRole:
            if column == PERSON and member.is_patient:
                return theme().font(12.5, 600)
            return theme().font(12.5, italic=_is_open(member, column))
        return None


def _said(member: Member, column: int) -> str:
    return say("{what}: {answer}", what=say(HEADS[column]), answer=cell_words(member, column))


def _is_open(member: Member, column: int) -> bool:
    cells = {
        REGISTRY_ID: member.registry_id,
        SEX: member.sex,
        BORN: member.birth,
        AFFECTED: member.affected,
        CARRIER: member.carrier,
        DECEASED: member.deceased,
    }
    return cells.get(column, "known") in ("", "unknown")
