"""Printing: find printers and feed one, off the interface's thread and without a file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QPainter

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import documents

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

JOB = "document"  # shown in every print queue, on the printer and on the server: names nobody
_SHARPEST = 300  # dots per inch; more would only take memory


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
    failed: AppError.
    """

    found = Signal()
    printed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def look_for_printers(self) -> None:
        """Asking the system may take half a minute when a server is out of reach."""
        self._pool.start(self._look)

    def send(self, pdf: bytes, printer: "QPrinter") -> None:
        self._pool.start(lambda: self._send(pdf, printer))

    def stop(self) -> None:
        self._pool.waitForDone()

    def _look(self) -> None:
        from PySide6.QtPrintSupport import QPrinterInfo

        if QPrinterInfo.availablePrinterNames():
            self.found.emit()
        else:
            self.failed.emit(NoPrinter())

    def _send(self, pdf: bytes, printer: "QPrinter") -> None:
        if paint(pdf, printer):
            self.printed.emit()
        else:
            self.failed.emit(NotPrinted())


def new_printer() -> "QPrinter":
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(JOB)
    printer.setFullPage(True)  # the PDF has its own margins
    return printer


def paint(pdf: bytes, printer: "QPrinter") -> bool:
    """Draw the pages asked for, one at a time in memory; False when the printer refuses."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    first = printer.fromPage() or 1
    last = printer.toPage() or documents.page_count(pdf)
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    started = False
    for number, page in enumerate(documents.pages(pdf, min(printer.resolution(), _SHARPEST)), 1):
        if not first <= number <= last:
            continue
        if started and not printer.newPage():
            painter.end()
            return False
        started = True
        shape = (page.width, page.height, page.stride)
        picture = QImage(page.data, *shape, QImage.Format.Format_RGB32)
        painter.drawImage(_fitted(picture.size(), sheet), picture)
    return painter.end()


def _fitted(picture: QSize, sheet: QRect) -> QRect:
    """As large as the sheet allows, in its middle."""
    size = picture.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    area = QRect(sheet.topLeft(), size)
    area.moveCenter(sheet.center())
    return area
