"""The floor of a chart: a main window with one pyqtgraph plot."""

import pyqtgraph as pg
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.benchmarks.children.watch import milliseconds_since, on_plots_painted, started, tell


def main() -> None:
    application = QApplication([])
    window = QMainWindow()
    window.resize(1366, 768)
    plot = pg.PlotWidget()
    plot.plot([1, 2, 3, 4, 5, 6], [6.8, 6.9, 6.6, 6.0, 5.4, 5.1], symbol="o")
    window.setCentralWidget(plot)
    on_plots_painted(1, lambda: tell(ms=milliseconds_since(started())))
    window.show()
    application.exec()


if __name__ == "__main__":  # processes that the program starts import this module
    main()
