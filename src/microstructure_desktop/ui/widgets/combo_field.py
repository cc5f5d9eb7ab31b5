"""ComboField: one choice among many, by code."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from microstructure_desktop.ui import fonts, look

from .themed import Themed


class ComboField(Themed, QComboBox):
    """Choices are (code, label); `chars` fixes the width, else the longest label does.

    The wheel scrolls the page, it never changes an answer.

    Signals:
        changed: the code chosen by the person.
    """

    changed = Signal(str)

    def __init__(
        self,
        choices: Iterable[tuple[str, str]] = (),
        *,
        chars: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._chars = chars
        self._words = 0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)
        self.activated.connect(self._on_activated)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(fonts.font())
        self._words = 0

    def sizeHint(self) -> QSize:
        if not self._words:  # asked for again and again while a page is laid out
            self._words = self._measured()
        return QSize(self._words + self._edges(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        least = 6 * self.fontMetrics().horizontalAdvance("0") + self._edges()
        return QSize(min(hint.width(), least), hint.height())

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        kept = self.value()
        self.clear()
        for code, label in choices:
            self.addItem(label, code)
        self._words = 0
        self.set_value(kept)

    def value(self) -> str:
        return self.currentData() or ""

    def set_value(self, code: str) -> None:
        """Show a code; one that is not offered shows nothing."""
        self.setCurrentIndex(self.findData(code))

    def showPopup(self) -> None:
        # here and not before: making the list costs 4 ms, and most are never opened
        if not isinstance(self.itemDelegate(), QStyledItemDelegate):
            self.setItemDelegate(QStyledItemDelegate(self))
        self.view().setFont(fonts.font())
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look.colour("text2"), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        half = look.px(8) / 2  # drawn by hand: the unlock page must not wait for the icons
        across = self.width() - look.control_px(12) - half
        down = self.height() / 2 - half / 2
        tip = QPointF(across, down + half)
        painter.drawPolyline([QPointF(across - half, down), tip, QPointF(across + half, down)])

    def _measured(self) -> int:
        """The width of the words that must fit."""
        metrics = self.fontMetrics()
        if self._chars:
            return metrics.horizontalAdvance("0") * self._chars
        labels = (self.itemText(at) for at in range(self.count()))
        return max((metrics.horizontalAdvance(label) for label in labels), default=0)

    @staticmethod
    def _edges() -> int:
        return 3 * look.control_px(10) + look.px(16) + 4

    def _on_activated(self) -> None:
        self.changed.emit(self.value())
