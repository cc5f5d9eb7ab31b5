"""PageSheets: pages one under the other, as wide or as high as the window allows."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.themed import KeyboardRing

WHOLE, WIDTH = "page", "largeur"
_GAP = 18
_EDGE = 24
_WIDEST = 1_100
_PAUSE_MS = 150
_A4 = QSize(210, 297)
_INCHES_ACROSS = 210 / 25.4
_LEAST_DPI, _MOST_DPI = 40, 300


class PageSheets(KeyboardRing, QScrollArea):
    """The page keys turn pages.

    Signals:
        page_changed: int from 1, the page in the middle of the view.
        dpi_wanted: int, the pages are shown at another size.
    """

    page_changed = Signal(int)
    dpi_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit = WHOLE
        self._page = 1
        self._dpi = 0
        self._paper = _Paper()
        self.setWidget(self._paper)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    def set_count(self, count: int) -> None:
        if count != len(self._paper.pictures):
            self._paper.pictures = [None] * count
            self._arrange()

    def set_picture(self, number: int, picture: QImage) -> None:
        self._paper.pictures[number] = picture
        self._paper.update()

    def set_fit(self, fit: str) -> None:
        """`WHOLE` page or page `WIDTH`."""
        page = self._page
        self._fit = fit
        self._arrange()
        self.show_page(page)

    def count(self) -> int:
        return len(self._paper.pictures)

    def is_drawn(self) -> bool:
        """Every page is shown, at whatever size."""
        return bool(self._paper.pictures) and None not in self._paper.pictures

    def show_page(self, number: int) -> None:
        tall = self._paper.sheet.height() + _GAP
        self.verticalScrollBar().setValue((number - 1) * tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_PageDown:
                self.show_page(min(self._page + 1, self.count()))
            case Qt.Key.Key_PageUp:
                self.show_page(max(self._page - 1, 1))
            case Qt.Key.Key_Home:
                self.show_page(1)
            case Qt.Key.Key_End:
                self.show_page(self.count())
            case _:
                super().keyPressEvent(event)

    def _arrange(self) -> None:
        room = self.viewport().size() - QSize(2 * _EDGE, 2 * _EDGE)
        if self._fit == WIDTH:
            room = QSize(min(room.width(), look.px(_WIDEST)), 10_000_000)
        self._paper.sheet = _A4.scaled(room.expandedTo(_A4 / 2), Qt.AspectRatioMode.KeepAspectRatio)
        self._paper.lay_out(self.viewport().width())
        self._pause.start()
        self._on_scrolled()

    def _ask(self) -> None:
        across = self._paper.sheet.width() * self.devicePixelRatioF()
        dpi = max(_LEAST_DPI, min(_MOST_DPI, round(across / _INCHES_ACROSS)))
        if dpi != self._dpi:
            self._dpi = dpi
            self.dpi_wanted.emit(dpi)

    def _on_scrolled(self) -> None:
        tall = self._paper.sheet.height() + _GAP
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        page = max(1, min((middle - _EDGE) // tall + 1, self.count()))
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)


class _Paper(QWidget):
    """White sheets with their picture once it is there."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures: list[QImage | None] = []
        self.sheet = QSize(_A4)

    def lay_out(self, width: int) -> None:
        count = len(self.pictures)
        tall = count * self.sheet.height() + max(0, count - 1) * _GAP
        self.resize(max(width, self.sheet.width()), tall + 2 * _EDGE)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left = (self.width() - self.sheet.width()) / 2
        for number, picture in enumerate(self.pictures):
            top = _EDGE + number * (self.sheet.height() + _GAP)
            area = QRectF(left, top, self.sheet.width(), self.sheet.height())
            if not area.intersects(QRectF(event.rect())):
                continue
            painter.fillRect(area, Qt.GlobalColor.white)
            if picture is not None:
                painter.drawImage(_fitted(QSizeF(picture.size()), area), picture)
            painter.setPen(QPen(look.colour("border"), 1))
            painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))


def _fitted(picture: QSizeF, sheet: QRectF) -> QRectF:
    """Whole in the middle of the sheet: a page received may lie across."""
    size = picture.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    # a pixel of rounding is not a margin
    if abs(size.width() - sheet.width()) <= 2 and abs(size.height() - sheet.height()) <= 2:  # noqa: PLR2004
        return sheet
    left = sheet.left() + (sheet.width() - size.width()) / 2
    top = sheet.top() + (sheet.height() - size.height()) / 2
    return QRectF(left, top, size.width(), size.height())
