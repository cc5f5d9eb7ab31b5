"""Printing: find printers and feed one, off the interface's thread and without a file."""

from collections.abc import Callable, Iterator
from threading import Event, Lock
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QRect, QSize, Qt, QThreadPool, Signal, SignalInstance
from PySide6.QtGui import QImage, QPainter

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import documents

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

JOB = "document"  # shown in every print queue, on the printer and on the server: names nobody
_SHARPEST = 300  # dots per inch; more would only take memory


class _Sheet(Protocol):
    """One page as a picture: `height` rows of `stride` bytes, each pixel B, G, R, unused."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def stride(self) -> int: ...
    @property
    def data(self) -> bytes: ...


class NoPrinter(AppError):
    sentence = "Aucune imprimante n’est installée sur cet ordinateur."
    way_out = "Enregistrez le PDF, puis imprimez-le depuis un autre poste."


class NotPrinted(AppError):
    sentence = "L’impression n’a pas pu commencer."
    way_out = "Vérifiez que l’imprimante est allumée, ou enregistrez le PDF."


class Printing(QObject):
    """Signals:
    found: there is at least one printer.
    printed: the printer has taken every page.
    cancelled: it was told to stop before that.
    failed: AppError.
    """

    found = Signal()
    printed = Signal()
    cancelled = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # Not a pool of its own: it would be waited for when the window is closed.
        self._pool = QThreadPool.globalInstance()
        self._stopping = Event()
        self._telling = Lock()
        self._heard = True

    def look_for_printers(self) -> None:
        """Asking the system may take half a minute when a server is out of reach."""
        self._pool.start(self._look)

    def send(self, pdf: bytes, printer: "QPrinter") -> None:
        self._stopping.clear()
        self._pool.start(lambda: self._send(pdf, printer))

    def cancel(self) -> None:
        """Stop after the page under way."""
        self._stopping.set()

    def let_go(self) -> None:
        """Nothing is told any more; what is being printed goes on to its last page."""
        with self._telling:
            self._heard = False

    def _look(self) -> None:
        from PySide6.QtPrintSupport import QPrinterInfo

        if QPrinterInfo.availablePrinterNames():
            self._tell(self.found)
        else:
            self._tell(self.failed, NoPrinter())

    def _send(self, pdf: bytes, printer: "QPrinter") -> None:
        if paint(pdf, printer, self._stopping.is_set):
            self._tell(self.printed)
        elif self._stopping.is_set():
            self._tell(self.cancelled)
        else:
            self._tell(self.failed, NotPrinted())

    def _tell(self, news: SignalInstance, *what: AppError) -> None:
        with self._telling:
            if self._heard:
                news.emit(*what)


def new_printer() -> "QPrinter":
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(JOB)
    printer.setFullPage(True)  # the PDF has its own margins
    return printer


def paint(pdf: bytes, printer: "QPrinter", stopped: Callable[[], bool] = lambda: False) -> bool:
    """Draw the pages asked for, one at a time in memory; False when the printer refuses, or when
    it was stopped.
    """
    painter = QPainter()
    if not painter.begin(printer):
        return False
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    for rank, page in enumerate(_sheets(pdf, printer)):
        if stopped():
            printer.abort()
            painter.end()
            return False
        if rank and not printer.newPage():
            painter.end()
            return False
        shape = (page.width, page.height, page.stride)
        picture = QImage(page.data, *shape, QImage.Format.Format_RGB32)
        painter.drawImage(_fitted(picture.size(), sheet), picture)
    return painter.end()


def _sheets(pdf: bytes, printer: "QPrinter") -> "Iterator[_Sheet]":
    """Every sheet of paper in its order, its copies too when the printer does not make them."""
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    rounds, times = (copies, 1) if printer.collateCopies() else (1, copies)
    ranges = printer.pageRanges()
    dpi = min(printer.resolution(), _SHARPEST)
    for _ in range(rounds):
        for number, page in enumerate(documents.pages(pdf, dpi), 1):
            if ranges.isEmpty() or ranges.contains(number):
                yield from (page for _ in range(times))


def _fitted(picture: QSize, sheet: QRect) -> QRect:
    """As large as the sheet allows, in its middle."""
    size = picture.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    area = QRect(sheet.topLeft(), size)
    area.moveCenter(sheet.center())
    return area
