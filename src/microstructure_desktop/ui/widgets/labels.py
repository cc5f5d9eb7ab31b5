"""Label and Paragraph: text that elides or wraps, so that it never widens the window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from microstructure_desktop.ui import fonts, look

from .themed import Themed

# role → (size, strong, colour)
_ROLES = {
    "page": ("page", True, "text"),
    "section": ("section", True, "text"),
    "card": ("card", True, "text"),
    "body": ("body", False, "text"),
    "strong": ("body", True, "text"),
    "secondary": ("secondary", False, "text2"),
    "label": ("secondary", True, "text"),
    "caption": ("caption", False, "text3"),
    "over": ("caption", True, "text3"),
    "figure": ("page", True, "text"),
}
_NARROWEST = 32
LINE_HEIGHT = 113  # percent of the font's own 1.26: about 1.42


class _Text(Themed, QLabel):
    """A plain text in a role of the type scale, in another colour when `tone` names one."""

    def __init__(
        self, text: str = "", role: str = "body", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._tone = tone
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.restyle()
        self.setText(text)

    def restyle(self) -> None:
        size, strong, colour = _ROLES[self._role]
        self.setFont(fonts.font(size, fonts.STRONG if strong else fonts.REGULAR))
        tone = self._tone or colour
        if tone != "text" or self.testAttribute(Qt.WidgetAttribute.WA_SetPalette):
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.WindowText, look.colour(tone))
            self.setPalette(palette)

    def set_tone(self, tone: str) -> None:
        self._tone = tone
        self.restyle()

    def text(self) -> str:
        return self._text


class Label(_Text):
    """One line; too long, it ends with … and the whole text is in the tooltip."""

    def setText(self, text: str) -> None:
        self._text = text
        super().setText(text)
        self._set_tip()

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(_NARROWEST, hint.width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, self.alignment().value | Qt.TextFlag.TextSingleLine.value, shown)

    def _set_tip(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self._text) > self.contentsRect().width() + 1
        self.setToolTip(self._text if cut else "")


class Paragraph(_Text):
    """Several lines at a readable height; newlines are kept, nothing in it is markup.

    Heights are remembered: a long page asks each again whenever something is added to it.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "secondary",
        tone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, tone, parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        # not Minimum: its least height would be counted on narrow lines, and leave a gap
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def restyle(self) -> None:
        self._heights: dict[int, int] = {}
        super().restyle()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def setText(self, text: str) -> None:
        self._text = text
        self._heights = {}
        lines = text
        for sign, written in (("&", "&amp;"), ("<", "&lt;"), ("\n", "<br>")):
            lines = lines.replace(sign, written)  # html.escape costs 2 ms to import
        super().setText(f'<p style="line-height:{LINE_HEIGHT}%; margin:0">{lines}</p>')

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def set_selectable(self) -> None:
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
