"""PageRenderer: the pages of a PDF as pictures, drawn beside the interface, never on disk."""

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QImage

from microstructure_desktop.services import documents


class PageRenderer(QObject):
    """A new order makes the one under way stop after its page.

    Signals:
        counted: int, how many pages there are.
        drawn: int from 0 and QImage, one page.
    """

    counted = Signal(int)
    drawn = Signal(int, QImage)

    def __init__(self, pdf: bytes, parent: QObject) -> None:
        super().__init__(parent)
        self._pdf = pdf
        self._order = 0
        self._stopped = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def draw(self, dpi: int) -> None:
        if self._stopped:
            return
        self._order += 1
        order = self._order
        self._pool.start(lambda: self._draw(order, dpi))

    def stop(self) -> None:
        """Wait for the page under way; nothing is drawn or told after."""
        self._stopped = True
        self._order += 1
        self._pool.waitForDone()

    def _draw(self, order: int, dpi: int) -> None:
        if order != self._order:
            return
        self.counted.emit(documents.page_count(self._pdf))
        for number, page in enumerate(documents.pages(self._pdf, dpi)):
            if order != self._order:
                return
            shape = (page.width, page.height, page.stride)
            picture = QImage(page.data, *shape, QImage.Format.Format_RGB32)
            self.drawn.emit(number, picture.copy())  # the bytes are gone after this line
