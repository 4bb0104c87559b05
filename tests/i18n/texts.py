"""Collects every text that people see, and keeps the catalogs of translations in step with it.

``python -m tests.i18n.texts`` writes what is new into ``resources/i18n/*.ts`` as unfinished and
drops what is gone; translators then open the file with Qt Linguist. The tests read the same
collection, so that no text stays untranslated.
"""

from __future__ import annotations

import ast
import csv
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from desktop.domain.language import ENGLISH, LANGUAGES
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
LABELS = (
    ("analytes", "label"),
    ("features", "label"),
    ("sites", "label"),
    ("treatments", "label"),
)
"""The vocabulary files whose labels are shown."""

CALLS = frozenset({"say", "say_count", "mark"})


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One English text: where it first stands, itself, its comment, whether it has plurals."""

    place: str
    source: str
    comment: str = ""
    is_plural: bool = False

    @property
    def key(self) -> tuple[str, str, bool]:
        """What makes it one entry of a catalog."""
        return (self.source, self.comment, self.is_plural)


class NotLiteralError(ValueError):
    """A call of ``say`` whose text cannot be read from the code."""


def texts() -> list[Text]:
    """Every text of code and vocabulary once, in the order of the files."""
    found: dict[tuple[str, str, bool], Text] = {}
    for text in (*_of_code(), *_of_vocabulary()):
        found.setdefault(text.key, text)
    return list(found.values())


def _of_code() -> Iterator[Text]:
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        yield from of_module(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT)))


def of_module(code: str, place: str) -> Iterator[Text]:
    """The texts of one module; raises NotLiteralError for an f-string or a sum of strings."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and _name(node) in CALLS and node.args:
            yield from _of_call(node, place)


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _of_call(call: ast.Call, place: str) -> Iterator[Text]:
    comment = next((_literal(k.value, place) for k in call.keywords if k.arg == "about"), "")
    if _name(call) == "say_count":
        _literal(call.args[1], place)
        yield Text(place, _literal(call.args[2], place), comment, is_plural=True)
    elif _is_written_here(call.args[0]):
        yield Text(place, _literal(call.args[0], place), comment)


def _is_written_here(node: ast.expr) -> bool:
    """False for a name or an entry of a table: that text was marked where it stands."""
    kinds = (ast.Constant, ast.JoinedStr, ast.BinOp)
    return isinstance(node, kinds)


def _literal(node: ast.expr, place: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    message = f"{place}:{node.lineno}: the text must be one literal"
    raise NotLiteralError(message)


def _of_vocabulary() -> Iterator[Text]:
    for name, column in LABELS:
        path = resource("vocabulary", f"{name}.csv")
        with path.open(newline="", encoding="utf-8") as handle:
            for row in csv.DictReader(handle):
                yield Text(f"resources/vocabulary/{name}.csv", row[column])


def messages(code: str) -> dict[tuple[str, str, bool], ET.Element]:
    """The entries of a catalog by their key."""
    path = resource("i18n", f"{code}.ts")
    if not path.exists():
        return {}
    found = {}
    for message in ET.parse(path).iter("message"):  # noqa: S314 - our own file
        source, comment = message.findtext("source", ""), message.findtext("comment", "")
        found[source, comment, message.get("numerus") == "yes"] = message
    return found


def updated(code: str) -> ET.Element:
    """The catalog with every text of the program; what is new is unfinished."""
    known = messages(code)
    root = ET.Element("TS", version="2.1", language=code, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for text in texts():
        if text.place not in contexts:
            contexts[text.place] = ET.SubElement(root, "context")
            ET.SubElement(contexts[text.place], "name").text = text.place
        contexts[text.place].append(known.get(text.key, _unfinished(text)))
    return root


def _unfinished(text: Text) -> ET.Element:
    message = ET.Element("message", {"numerus": "yes"} if text.is_plural else {})
    ET.SubElement(message, "source").text = text.source
    if text.comment:
        ET.SubElement(message, "comment").text = text.comment
    translation = ET.SubElement(message, "translation", type="unfinished")
    if text.is_plural:
        ET.SubElement(translation, "numerusform")
        ET.SubElement(translation, "numerusform")
    return message


def main() -> int:
    """Bring the catalogs in step with the code; tells how many texts wait for translation."""
    for code in (code for code in LANGUAGES if code != ENGLISH):
        root = updated(code)
        ET.indent(root, " ")
        path = resource("i18n", f"{code}.ts")
        body = ET.tostring(root, encoding="unicode")
        head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
        path.write_text(f"{head}{body}\n", encoding="utf-8")
        waiting = sum(1 for one in root.iter("translation") if one.get("type") == "unfinished")
        sys.stderr.write(f"{path.name}: {len(texts())} texts, {waiting} to translate\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
