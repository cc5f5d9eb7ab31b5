"""Tag: one adjective on a coloured ground; the word says it, the colour repeats it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from microstructure_desktop.ui import fonts, look

from .labels import Label

_PAD = 8
_NARROWEST = 130


def draw_tag(painter: QPainter, area: QRectF, text: str, kind: str) -> None:
    """Shared with the delegates of lists and tables."""
    mute = kind == "mute"
    radius = look.control_px(4)
    painter.setPen(QPen(look.colour("border"), 1) if mute else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("sunken" if mute else f"{kind}_bg"))
    inset = 0.5 if mute else 0.0
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.setFont(fonts.font("caption", fonts.STRONG))
    painter.setPen(look.colour("text2" if mute else kind))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


def tag_height() -> int:
    return look.control_px(21)


class Tag(Label):
    """kind: mute | ok | info | warn | danger."""

    def __init__(self, text: str, kind: str = "mute", parent: QWidget | None = None) -> None:
        self._kind = kind
        super().__init__(text, "over", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_tag(self, text: str, kind: str) -> None:
        self._kind = kind
        self.setText(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + 2 * look.control_px(_PAD), tag_height())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), look.control_px(_NARROWEST)), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.width() - look.control_px(_PAD)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        draw_tag(painter, QRectF(self.rect()), shown, self._kind)

    def _set_tip(self) -> None:
        cut = self.width() < self.sizeHint().width()
        self.setToolTip(self.text() if cut else "")
