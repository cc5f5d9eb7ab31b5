"""RowButton: a choice in a narrow list, its title over a caption."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from microstructure_desktop.ui import fonts, icons, look
from microstructure_desktop.ui.widgets.buttons import Button

_TALL = 46
_SIDE = 18
_GAP = 10


class RowButton(Button):
    """`spoken` ends what a screen reader says: the state that the icon shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._caption = ""
        self._sign = ("circle-dot", "text3")
        self._strong = False
        super().__init__("", "nav", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(
        self, title: str, caption: str, sign: tuple[str, str], *, strong: bool, spoken: str = ""
    ) -> None:
        self.setText(title)
        self._caption = caption
        self._sign = sign
        self._strong = strong
        self.setAccessibleName(", ".join(part for part in (title, caption, spoken) if part))
        self.setToolTip(caption)
        self.update()

    def caption(self) -> str:
        return self._caption

    def sign(self) -> str:
        return self._sign[0]

    def sizeHint(self) -> QSize:
        return QSize(look.px(160), look.control_px(_TALL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the list knows where its rows are
            return
        super().keyPressEvent(event)

    def draw_content(self, painter: QPainter, area: QRect) -> None:
        side = look.px(_SIDE)
        top = area.center().y() + 1 - side // 2
        painter.drawPixmap(area.left(), top, icons.pixmap(*self._sign, side))
        words = area.adjusted(side + _GAP, 0, 0, 0)
        title = fonts.font("body", fonts.STRONG if self._strong else fonts.REGULAR)
        caption = fonts.font("caption")
        painter.setFont(title)
        upper = painter.fontMetrics().height()
        painter.setFont(caption)
        lower = painter.fontMetrics().height()
        first = words.top() + (words.height() - upper - lower + 2) // 2
        painter.setFont(title)
        self._write(painter, QRect(words.left(), first, words.width(), upper), self.text(), "text")
        painter.setFont(caption)
        under = QRect(words.left(), first + upper - 2, words.width(), lower)
        self._write(painter, under, self._caption, "text2")

    @staticmethod
    def _write(painter: QPainter, area: QRect, text: str, tone: str) -> None:
        painter.setPen(look.colour(tone))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter.value, shown)
