"""CheckBox: a tick and a sentence that wraps."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from microstructure_desktop.ui import fonts, icons, look

from .themed import KeyboardRing, Themed

_BOX = 20
_GAP = 10
_EDGE = 3  # room for the focus ring
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class CheckBox(KeyboardRing, Themed, QCheckBox):
    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(fonts.font())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text()) + 1
        return QSize(self._indent() + words + 2 * _EDGE, self._tall(self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._indent() + look.px(80)), hint.height())

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width - self._indent() - _EDGE, 10_000)
        return self._tall(self.fontMetrics().boundingRect(room, _WRAP.value, self.text()).height())

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        side = look.control_px(_BOX)
        line = self._tall(self.fontMetrics().height())
        box = QRectF(_EDGE, (line - side) / 2, side, side)
        taken = self.isChecked()
        bad = bool(self.property("bad"))
        edge = "primary" if taken else "danger" if bad else "edge"
        painter.setPen(QPen(look.colour(edge), 2 if bad else 1))
        hovered = self.underMouse() and self.isEnabled()
        painter.setBrush(look.colour("primary" if taken else "hover" if hovered else "surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if taken:
            inner = side - 4
            painter.drawPixmap(
                round(box.left()) + 2,
                round(box.top()) + 2,
                icons.pixmap("check", "on_primary", inner),
            )
        painter.setPen(look.colour("text"))
        top = (line - self.fontMetrics().height()) // 2
        words = self.rect().adjusted(self._indent(), top, -_EDGE, 0)
        painter.drawText(words, _WRAP.value, self.text())
        self.draw_ring(painter, 6)

    def _indent(self) -> int:
        return _EDGE + look.control_px(_BOX) + _GAP

    @staticmethod
    def _tall(words: int) -> int:
        return max(look.control_px(28), words + 6)
