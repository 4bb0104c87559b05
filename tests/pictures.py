"""The pictures of the handbook, made by the program itself.

``python -m tests.pictures`` opens the window off the screen on a fresh registry of fictional
people, always the same ones, and writes each page of the handbook's pictures into
``resources/help/pictures``. ``--language es`` makes those of another language in a folder of
their own. They carry the day on which they were made, for the window shows today.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.domain.language import ENGLISH, LANGUAGES, say, use_language
from desktop.domain.records import LabResult
from desktop.paths import demonstration_registry, resource
from desktop.ui.app import application
from desktop.ui.forms.words import table_name
from desktop.ui.pages import patient_pages, registry_pages
from desktop.ui.settings import USER_NAME, Settings
from desktop.work.demonstration import make_demonstration
from tests.ui.touring import RICH, Sight, Tour, settle, wait_for_work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

LARGEST = 120 * 1024
"""Bytes of one picture at most."""

COLORS = (192, 96, 48, 24)
"""So many colors are tried in turn until a picture is small enough."""

PAINT_MS = 400
SOMEBODY = "Dr. Example"
USUAL_FOLDER = "~/.local/share/calcinosis-registry"


def main() -> None:
    """Make all pictures of one language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=list(LANGUAGES), default=ENGLISH)
    code = parser.parse_args().language
    folder = resource("help", "pictures")
    folder = folder if code == ENGLISH else folder / code
    folder.mkdir(parents=True, exist_ok=True)
    use_language(code)
    with tempfile.TemporaryDirectory() as home, _at_home(home):
        for name, image in pictures():
            content = small_png(image)
            (folder / f"{name}.png").write_bytes(content)
            print(f"{name}.png: {len(content) // 1024} kB", flush=True)  # noqa: T201 - it is a command


@contextmanager
def _at_home(folder: str) -> Iterator[None]:
    """Settings and registry in a folder of their own, so that nobody's name is in a picture."""
    own = {"CALCINOSIS_HOME": folder, "LOGNAME": SOMEBODY}
    before = {name: os.environ.get(name) for name in own}
    os.environ.update(own)
    yield
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value


def pictures() -> Iterator[tuple[str, QImage]]:
    """Every picture by its name: each page of the window, and the forms."""
    application()
    make_demonstration(demonstration_registry())
    Settings().write(USER_NAME, SOMEBODY)
    tour = Tour(demonstration_registry(), Sight())
    try:
        yield from _toured(tour)
    finally:
        tour.close()  # a thread that still works would keep a failed run from ending


def _toured(tour: Tour) -> Iterator[tuple[str, QImage]]:
    for page in registry_pages():
        tour.show_place(page.name)
        _hide_folder(tour.main)
        yield page.name, _grabbed(tour.main)
    tour.open(RICH)
    for page in patient_pages():
        if page.name == "history":
            _leave_traces(tour)
        tour.show_tab(page.name)
        yield page.name, _grabbed(tour.main)
    yield "form", _result_form(tour)
    yield "measurement", _measurement_form(tour)


def _grabbed(widget: QWidget) -> QImage:
    wait_for_work()
    QTest.qWait(PAINT_MS)
    wait_for_work()
    return widget.grab().toImage()


def _hide_folder(window: QWidget) -> None:
    """Instead of the passing folder of these pictures, the usual one of a user on Linux."""
    own = os.environ["CALCINOSIS_HOME"]
    for label in window.findChildren(QLabel):
        if own in label.text():
            label.setText(label.text().replace(own, USUAL_FOLDER))


def _leave_traces(tour: Tour) -> None:
    """Two changes, so that the history has something to show."""
    session = tour.main.session
    made = LabResult(
        patient=session.patient_id,
        analyte="magnesium",
        value="1.0",
        unit="mg/dL",
        when=date.today().isoformat(),  # noqa: DTZ011 - as the window has it
    )
    mended = replace(made, value="2.0")
    session.change(say("Add {kind}", kind=table_name("labs").lower()), lambda edit: edit.put(made))
    session.change(
        say("Change {kind}", kind=table_name("labs").lower()),
        lambda edit: edit.put(mended, replacing=made),
    )


def _result_form(tour: Tour) -> QImage:
    today = date.today().isoformat()  # noqa: DTZ011 - as the window has it
    cells = {"analyte": "serum_phosphate", "value": "5.4", "unit": "mg/dL", "when": today}
    tour.main.patients.add("labs", cells)
    return _form(tour)


def _measurement_form(tour: Tour) -> QImage:
    tour.show_tab("masses")
    tour.main.session.select_mass("M2")
    tour.main.patients.add("mass_measurements", {"mass_id": "M2"})
    form = tour.main.patients.form
    assert form is not None
    for column, size in (("length_mm", "34"), ("width_mm", "27"), ("depth_mm", "21")):
        form.page.fields[column].editor.setFocus()
        QTest.keyClicks(form.page.fields[column].editor, size)
    return _form(tour)


def _form(tour: Tour) -> QImage:
    form = tour.main.patients.form
    assert form is not None
    settle()
    image = _grabbed(form)
    tour.main.session.drafts.drop(form.subject.key)
    form.reject()
    settle()
    return image


def small_png(image: QImage) -> bytes:
    """The picture as a PNG with a palette, not larger than allowed; the fewest colors lost."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    for colors in COLORS:
        content = _written(_with_palette(plain, colors))
        if len(content) <= LARGEST:
            return content
    message = f"{len(content)} bytes with {colors} colors"
    raise ValueError(message)


def _written(image: QImage) -> bytes:
    into = QByteArray()
    buffer = QBuffer(into)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 0)  # type: ignore[call-overload]  # the stubs want str as bytes
    return bytes(into.data())


def _with_palette(image: QImage, colors: int) -> QImage:
    """The picture in the colors that it uses most; each other one becomes the nearest of them."""
    table = _most_used(_pixels(image), colors)
    flag = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, flag)


def _pixels(image: QImage) -> NDArray[np.uint32]:
    everything = image.copy(QRect(0, 0, image.width(), image.height()))
    return np.frombuffer(everything.constBits(), dtype=np.uint32).copy()


def _most_used(pixels: NDArray[np.uint32], colors: int) -> list[int]:
    """The exact colors of large areas first, then the means of what is left, by frequency."""
    exact, counts = np.unique(pixels, return_counts=True)
    order = np.argsort(counts)[::-1]
    large = exact[order[: colors // 2]]
    rest, weights = exact[order[colors // 2 :]], counts[order[colors // 2 :]]
    buckets = rest & np.uint32(0xF0F0F0)
    found, places = np.unique(buckets, return_inverse=True)
    totals = np.bincount(places, weights=weights, minlength=len(found))
    best = np.argsort(totals)[::-1][: colors - len(large)]
    means = []
    for place in best:
        inside = rest[places == place]
        share = weights[places == place]
        parts = [
            int(np.average((inside >> np.uint32(shift)) & np.uint32(255), weights=share))
            for shift in (16, 8, 0)
        ]
        means.append(0xFF000000 | parts[0] << 16 | parts[1] << 8 | parts[2])
    return [int(color) for color in large] + means


if __name__ == "__main__":
    main()
