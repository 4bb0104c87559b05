"""The floor of a first paint: an empty main window with a table."""

from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget

from tests.benchmarks.children.watch import (
    memory_mb,
    milliseconds_since,
    on_first_paint,
    started,
    tell,
)


def main() -> None:
    application = QApplication([])
    window = QMainWindow()
    window.resize(1366, 768)
    window.setCentralWidget(QTableWidget(24, 6))
    window.show()
    on_first_paint(lambda: tell(ms=milliseconds_since(started()), mb=memory_mb()))
    application.exec()


if __name__ == "__main__":  # processes that the program starts import this module
    main()
