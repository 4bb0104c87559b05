from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QDesktopServices, QImage, QTextBlock
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.language import ENGLISH, LANGUAGES, use_language
from desktop.paths import resource
from desktop.ui import handbook
from desktop.ui.action_table import ACTIONS, ADD_MENU
from desktop.ui.help_html import html
from desktop.ui.pages import PATIENT_TABLE, REGISTRY_TABLE, patient_pages, registry_pages
from desktop.ui.theme import apply_theme, theme
from desktop.ui.views.help import HelpWindow, show_help
from desktop.ui.widgets.shortcuts import FORM_KEYS, LIST_KEYS, WORKLIST_KEYS
from tests.i18n.texts import texts
from tests.ui.pages import CTRL, NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextDocument

    from tests.ui.answers import Answers
    from tests.ui.pages import WindowPage

ALT = Qt.KeyboardModifier.AltModifier
PAGES = [page.name for page in (*PATIENT_TABLE, *REGISTRY_TABLE)]
LARGEST = 120 * 1024
LONGEST_SENTENCE = 20
READABLE = 4.5
KEY = re.compile(r"(Ctrl|Alt|Shift)\+.+|F\d+|Enter|Tab|Esc|Del|Space|S")


def raw(name: str, code: str = ENGLISH) -> str:
    return resource("help", code, f"{name}.md").read_text(encoding="utf-8")


def every_page() -> list[tuple[str, str]]:
    return [(code, name) for code in LANGUAGES for name in handbook.names()]


def links(text: str) -> list[str]:
    return re.findall(r"\]\(([^)]+)\)", text)


@cache
def window_words() -> frozenset[str]:
    return frozenset(handbook.bare(text.source) for text in texts())


@cache
def known_keys() -> frozenset[str]:
    """Keys of actions, of the tables beside them, and of the menus of the laboratory grid."""
    told = [spec.keys for spec in (*ACTIONS, ADD_MENU)]
    told += [
        key
        for table in (FORM_KEYS, LIST_KEYS, WORKLIST_KEYS, handbook.HELP_KEYS)
        for key, _ in table
    ]
    told += [text.source.partition("\t")[2] for text in texts() if "\t" in text.source]
    return frozenset(part for keys in told for part in (keys, *keys.split(", ")))


@pytest.fixture
def help_window(window: WindowPage) -> HelpWindow:
    shown = show_help(window.main, "start")
    window.bot.waitUntil(shown.isActiveWindow)
    return shown


@pytest.fixture(params=[code for code in LANGUAGES if code != ENGLISH])
def other_language(request: pytest.FixtureRequest) -> Iterator[str]:
    use_language(request.param)
    yield request.param
    use_language(ENGLISH)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_the_window_has_a_page_of_the_handbook(name: str) -> None:
    assert name in handbook.names()
    assert handbook.page_for(name) == name
    assert handbook.page(name).title


def test_every_file_of_the_handbook_stands_in_its_contents_in_every_language() -> None:
    for code in LANGUAGES:
        files = {path.stem for path in resource("help", code).glob("*.md")}
        assert files == set(handbook.names())


@pytest.mark.parametrize(("code", "name"), every_page())
def test_links_lead_to_pages_and_pictures_that_exist(code: str, name: str) -> None:
    for link in links(raw(name, code)):
        assert "://" in link or (resource("help", code) / link).resolve().is_file(), link


def test_every_picture_is_used_small_and_of_few_colors() -> None:
    used = {
        link.rpartition("/")[2]
        for code, name in every_page()
        for link in links(raw(name, code))
        if link.endswith(".png")
    }
    found = list(resource("help", "pictures").rglob("*.png"))
    assert {path.name for path in found} == used
    for path in found:
        assert path.stat().st_size <= LARGEST, path.name
        assert QImage(str(path)).format() == QImage.Format.Format_Indexed8, path.name


@pytest.mark.parametrize(("code", "name"), every_page())
def test_words_in_bold_are_words_of_the_window(code: str, name: str) -> None:
    bold = re.findall(r"\*\*(.+?)\*\*", raw(name, code))
    assert [words for words in bold if words not in window_words()] == []


@pytest.mark.parametrize(("code", "name"), every_page())
def test_keys_that_the_handbook_names_exist(code: str, name: str) -> None:
    named = [span for span in re.findall(r"`([^`]+)`", raw(name, code)) if KEY.fullmatch(span)]
    assert [key for key in named if key not in known_keys()] == []


@pytest.mark.parametrize(("code", "name"), every_page())
def test_a_key_beside_a_command_is_that_of_the_command(code: str, name: str) -> None:
    keys = {spec.plain: spec.keys for spec in ACTIONS}
    pairs = re.findall(r"\*\*([^*]+)\*\*(?: \(|: )`([^`]+)`", raw(name, code))
    assert [pair for pair in pairs if pair[0] in keys and keys[pair[0]] != pair[1]] == []


def test_the_page_of_keys_has_every_key_of_the_table_of_actions() -> None:
    shown = handbook.page("keyboard").text
    for spec in (*ACTIONS, ADD_MENU):
        if spec.keys:
            assert f"| `{spec.keys}` | {spec.plain} |" in shown


@pytest.mark.parametrize("name", handbook.names())
def test_a_page_holds_no_marks_that_would_be_shown_as_they_are(name: str) -> None:
    made = html(handbook.page(name).text, picture_width=600)
    assert not re.search(r"\*\*|`|\]\(|^#|\|", made, re.MULTILINE)


@pytest.mark.parametrize("name", handbook.names())
def test_sentences_are_short(name: str) -> None:
    plain = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", raw(name))
    parts = re.split(r"(?<=[.!?:;])\s|\||\n\n|\n- ", plain)
    assert [part for part in parts if len(part.split()) >= LONGEST_SENTENCE] == []


def test_another_language_has_the_same_pages_pictures_and_keys(other_language: str) -> None:
    for name in handbook.names():
        ours, theirs = raw(name), raw(name, other_language)
        assert sorted(links(ours)) == sorted(links(theirs)), name
        for pattern in (r"^#+", r"^\|", r"`((?:Ctrl|Alt|Shift)\+[^`]+|F\d+)`"):
            own = re.findall(pattern, ours, re.MULTILINE)
            assert sorted(re.findall(pattern, theirs, re.MULTILINE)) == sorted(own), name


def test_words_of_the_window_are_said_in_the_chosen_language(other_language: str) -> None:
    assert other_language == "es"
    shown = handbook.page("worklist").text
    assert "**Mark as done**" not in shown
    assert handbook.page("worklist").title != "Worklist"


@pytest.mark.parametrize(
    ("table", "page"), [("treatments", "entering"), ("mass_measurements", "measuring")]
)
def test_f1_in_a_form_tells_about_entering(window: WindowPage, table: str, page: str) -> None:
    window.open_patient("Lena")
    window.add(table)
    form = window.main.patients.form
    assert form is not None
    window.bot.waitUntil(form.isActiveWindow)
    QTest.keyClick(form, Qt.Key.Key_F1)
    shown = window.main.findChild(HelpWindow)
    assert isinstance(shown, HelpWindow)
    assert shown.shown == page
    assert form.isVisible()


def test_f1_opens_the_page_that_fits_what_is_in_sight(window: WindowPage) -> None:
    window.open_patient("Lena")
    for page in (*registry_pages(), *patient_pages()):
        window.main.commands[f"show_{page.name}"].trigger()
        window.shortcut(Qt.Key.Key_F1, NONE)
        shown = window.main.findChild(HelpWindow)
        assert isinstance(shown, HelpWindow)
        assert shown.shown == page.name
        assert not shown.isModal()


def test_only_one_handbook_is_open(window: WindowPage) -> None:
    assert show_help(window.main, "labs") is show_help(window.main, "masses")


def test_without_a_registry_the_handbook_begins_at_its_first_page(window: WindowPage) -> None:
    assert show_help(window.main, "").shown == "start"


def test_back_and_forward_lead_through_the_pages_seen(help_window: HelpWindow) -> None:
    help_window.follow("labs.md")
    help_window.follow("../masses.md".removeprefix("../"))
    help_window.go_back()
    assert help_window.shown == "labs"
    help_window.go_back()
    assert help_window.shown == "start"
    assert not help_window.back.isEnabled()
    help_window.go_forward()
    assert help_window.shown == "labs"
    help_window.show_page("files")
    assert not help_window.forward.isEnabled()


def test_keys_lead_back_and_to_the_search(help_window: HelpWindow) -> None:
    help_window.show_page("labs")
    QTest.keyClick(help_window, Qt.Key.Key_Left, ALT)
    assert help_window.shown == "start"
    QTest.keyClick(help_window, Qt.Key.Key_F, CTRL)
    assert help_window.field.hasFocus()


def test_a_search_ignores_case_and_accents_and_wants_every_word() -> None:
    found = [one.page.name for one in handbook.find("BÁCKUP verify")]
    assert "safety" in found
    assert "labs" not in found
    assert handbook.find("no such word zzz") == []
    assert handbook.find("  ") == []


def test_a_word_in_a_title_comes_first_and_the_excerpt_holds_it() -> None:
    first = handbook.find("worklist")[0]
    assert first.page.name == "worklist"
    assert "worklist" in first.excerpt.casefold()


def test_the_search_narrows_the_contents_and_enter_opens(help_window: HelpWindow) -> None:
    help_window.field.setText("ellipsoid")
    assert "1 page" in help_window.told.text()
    QTest.keyClick(help_window.field, Qt.Key.Key_Return)
    assert help_window.shown == "glossary"
    help_window.field.clear()
    assert help_window.contents.count() == len(handbook.names()) + len(handbook.CONTENTS)


def test_an_address_outside_is_opened_only_after_a_question(
    help_window: HelpWindow, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    answers.agrees.extend([False, True])
    help_window.follow("https://example.org/page")
    assert opened == []
    help_window.follow("https://example.org/page")
    assert opened == ["https://example.org/page"]
    assert "https://example.org/page" in answers.asked[0]
    assert help_window.shown == "start"


def test_a_picture_opens_in_full_size(help_window: HelpWindow) -> None:
    help_window.follow("picture:labs.png")
    assert help_window.text.document().idealWidth() > 1400
    help_window.go_back()
    assert help_window.shown == "start"


def test_pictures_are_shown_as_wide_as_the_text(help_window: HelpWindow) -> None:
    help_window.show_page("labs")
    assert f'width="{help_window.text.picture_width}"' in help_window.text.toHtml()
    assert help_window.text.document().idealWidth() <= help_window.text.viewport().width()


@pytest.mark.parametrize("colors", ["light", "dark"])
def test_every_letter_stands_out_from_what_is_behind_it(
    help_window: HelpWindow, colors: str
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "dark" if colors == "dark" else "light")
    for name in handbook.names():
        help_window.show_page(name)
        for text, ink, paper in inks(help_window.text.document()):
            assert contrast(ink, paper) >= READABLE, (name, text)


def test_parts_have_names_for_those_who_listen(help_window: HelpWindow) -> None:
    for part in (help_window.text, help_window.contents, help_window.field):
        assert part.accessibleName()


def inks(document: QTextDocument) -> Iterator[tuple[str, QColor, QColor]]:
    block: QTextBlock = document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            fragment = parts.fragment()
            form = fragment.charFormat()
            brush, behind = form.foreground(), form.background()
            ink = brush.color() if brush.style() != Qt.BrushStyle.NoBrush else theme().color("ink")
            has_tint = behind.style() != Qt.BrushStyle.NoBrush
            paper = behind.color() if has_tint else theme().color("surface")
            yield fragment.text(), ink, paper
            parts += 1
        block = block.next()


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
