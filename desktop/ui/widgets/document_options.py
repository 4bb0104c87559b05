"""What a document leaves to choose: kind, sections, language, paper, units, phone numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import UserError
from desktop.domain.language import LANGUAGES, language, mark, say
from desktop.ui.forms.editors import ChoiceEditor
from desktop.ui.settings import PAPER, Setting
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import InlineMessage, clear, label, rule
from desktop.work.report import PATIENT_KINDS, Order, imprint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QLayout

    from desktop.reports.clinical_parts import Section
    from desktop.reports.imprint import Imprint, PaperName, Units
    from desktop.ui.session import Session
    from desktop.ui.settings import Settings
    from desktop.work.report import PatientKind

KINDS: Mapping[PatientKind, str] = {
    "clinician": mark("Clinical summary"),
    "patient": mark("Summary for the patient"),
    "letter": mark("Referral letter"),
    "emergency": mark("Emergency card"),
    "timeline": mark("Timeline on one page"),
}
PHONES = (
    Setting("clinic_phone", "", (), mark("Phone of the clinic, for patients")),
    Setting("night_phone", "", (), mark("Phone for nights and weekends, for patients")),
)
WIDTH = 292


class DocumentOptions(QScrollArea):
    """The column left of the preview; ``changed`` tells every choice that changes a page."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(say("What to print"))
        self.kinds: dict[PatientKind, QRadioButton] = {}
        self.sections: dict[Section, QCheckBox] = {}
        self._left_out: dict[PatientKind, set[Section]] = {}
        self.language = ChoiceEditor([(code, name) for code, name in LANGUAGES.items()])
        self.paper = ChoiceEditor([("a4", "A4"), ("letter", say("Letter (US)"))])
        self.units = ChoiceEditor([("conventional", "mg/dL"), ("si", "mmol/L")])
        self.phones = (QLineEdit(), QLineEdit())
        self.remark = InlineMessage()
        self.language.set_typed(language())
        self._usual_paper = ""
        self.follow_settings()
        inner = QWidget()
        inner.setProperty("page", "true")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(8)
        self._lay_out()
        self.setWidget(inner)
        for choice in (self.language, self.paper, self.units):
            choice.edited.connect(self.changed)
        for field, setting in zip(self.phones, PHONES, strict=True):
            field.setText(settings.read(setting))
            field.editingFinished.connect(self._phones_changed)
        theme_signals.changed.connect(self._show_marks)
        self._show_marks()

    @property
    def kind(self) -> PatientKind:
        """The kind of document that is chosen."""
        return next(kind for kind, made in self.kinds.items() if made.isChecked())

    @property
    def paper_name(self) -> PaperName:
        """The paper that is chosen."""
        return "letter" if self.paper.typed() == "letter" else "a4"

    @property
    def unit_system(self) -> Units:
        """The units that are chosen."""
        return "si" if self.units.typed() == "si" else "conventional"

    @property
    def numbers(self) -> tuple[tuple[str, str], ...]:
        """The phone numbers with their labels; none where none is given."""
        words = (say("Clinic"), say("Nights and weekends"))
        told = [
            (word, field.text().strip()) for word, field in zip(words, self.phones, strict=True)
        ]
        return tuple(told) if any(number for _, number in told) else ()

    def imprint(self, session: Session) -> Imprint:
        """How documents from the open registry are made. Raises UserError while none is open."""
        if session.registry is None:
            raise UserError(say("No registry is open."))
        return imprint(
            session.registry,
            paper=self.paper_name,
            units=self.unit_system,
            phones=self.numbers,
        )

    def order(self, text: str | None) -> Order:
        """What is to be made, with the text of the letter that was written."""
        kind = self.kind
        chosen = tuple(name for name, box in self.sections.items() if box.isChecked())
        return Order(
            kind=kind,
            sections=chosen if kind in {"clinician", "letter"} else None,
            text=text if kind == "letter" else None,
        )

    def choose(self, kind: PatientKind) -> None:
        """Choose a kind of document."""
        self.kinds[kind].setChecked(True)

    def follow_settings(self) -> None:
        """Begin with the paper of the settings; a choice here holds until it changes there."""
        usual = self._settings.read(PAPER)
        if usual != self._usual_paper:
            self._usual_paper = usual
            self.paper.set_typed(usual)

    def show_remarks(self, remarks: Sequence[str]) -> None:
        """What to know before the document is handed over."""
        self.remark.show_message("warn", "\n".join(remarks))
        # A wrapped text tells too small a height while the column is laid out.
        room = theme().px(WIDTH) - theme().px(60)
        self.remark.setFixedHeight(self.remark.text.heightForWidth(room) + theme().px(16))
        self.remark.setVisible(bool(remarks))

    def focus_first(self) -> None:
        """Put the keyboard on the kind of document."""
        self.kinds[self.kind].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = self._column
        column.addWidget(label(say("Document"), "caption"))
        self._group = QButtonGroup(self)
        for kind in PATIENT_KINDS:
            made = QRadioButton(say(KINDS[kind]))
            made.toggled.connect(self._kind_chosen)
            self._group.addButton(made)
            self.kinds[kind] = made
            column.addWidget(made)
        column.addWidget(rule())
        self._heading = label(say("Sections"), "caption")
        column.addWidget(self._heading)
        self.safety = QCheckBox(say("Safety alerts (always on)"))
        self.safety.setChecked(True)
        self.safety.setEnabled(False)
        column.addWidget(self.safety)
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(6)
        column.addLayout(self._boxes)
        column.addWidget(rule())
        column.addWidget(label(say("Settings"), "caption"))
        column.addLayout(self._form())
        column.addStretch(1)
        self.kinds["clinician"].setChecked(True)

    def _form(self) -> QLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        names = (say("Language"), say("Paper"), say("Units"), say("Clinic phone"), say("Nights"))
        fields = (self.language, self.paper, self.units, *self.phones)
        for name, made in zip(names, fields, strict=True):
            made.setAccessibleName(name)
            word = label(name, "label")
            word.setBuddy(made)
            form.addRow(word, made)
        return form

    def _kind_chosen(self, is_on: bool) -> None:
        if not is_on:
            return
        self._show_sections()
        self.changed.emit()

    def _show_sections(self) -> None:
        """The sections of the kind that is chosen; what was switched off for it stays off."""
        clear(self._boxes)
        self.sections = {}
        kind = self.kind
        for name, words, is_usual in _sections(kind):
            box = QCheckBox(words)
            left_out = self._left_out.get(kind)
            box.setChecked(is_usual if left_out is None else name not in left_out)
            box.toggled.connect(self._section_chosen)
            self._boxes.addWidget(box)
            self.sections[name] = box
        self._heading.setVisible(kind != "emergency")
        self._show_marks()

    def _phones_changed(self) -> None:
        for field, setting in zip(self.phones, PHONES, strict=True):
            self._settings.write(setting, field.text().strip())
        self.changed.emit()

    def _show_marks(self) -> None:
        """Give the boxes an edge that is seen: the style makes it a darker window color."""
        for box in (*self.kinds.values(), self.safety, *self.sections.values()):
            colors = box.palette()
            colors.setColor(QPalette.ColorRole.Window, theme().color("control"))
            box.setPalette(colors)

    def _section_chosen(self) -> None:
        off = {name for name, box in self.sections.items() if not box.isChecked()}
        self._left_out[self.kind] = off
        self.changed.emit()


def _sections(kind: PatientKind) -> list[tuple[Section, str, bool]]:
    """The sections that a kind of document leaves to choose, and whether each is usual."""
    if kind not in {"clinician", "letter"}:
        return []
    from desktop.reports.clinical_parts import SECTIONS  # reportlab takes 0.2 s to import
    from desktop.reports.letter import CHOSEN
    from desktop.reports.letter import SECTIONS as OF_LETTER

    if kind == "clinician":
        return [(name, say(words), True) for name, words in SECTIONS.items()]
    return [(name, say(SECTIONS[name]), name in CHOSEN) for name in OF_LETTER]
