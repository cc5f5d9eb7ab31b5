"""NoteLine: a sentence that wraps beside its icon."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from .icon_label import IconLabel
from .labels import LINE_HEIGHT, Paragraph
from .layouts import column
from .themed import Themed, show_when


class NoteLine(Themed, QWidget):
    """Hidden while it has nothing to say. `ink` colours the words, else the sign's `tone` does."""

    def __init__(
        self,
        icon: str,
        text: str = "",
        role: str = "caption",
        tone: str = "text3",
        *,
        ink: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sign = IconLabel(icon, tone, 16)
        self._words = Paragraph("", role, ink or tone)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        self._place = column(self._sign, None)
        body.addLayout(self._place)
        body.addWidget(self._words, 1)
        self.set_text(text)
        self.restyle()

    def restyle(self) -> None:
        """Keep the sign in the middle of the first line."""
        line = self._words.fontMetrics().height() * LINE_HEIGHT // 100
        self._place.setContentsMargins(0, max(0, (line - self._sign.height() + 1) // 2), 0, 0)

    def text(self) -> str:
        return self._words.text()

    def set_sign(self, icon: str, tone: str) -> None:
        self._sign.set_icon(icon, tone)

    def set_text(self, text: str) -> None:
        self._words.setText(text)
        show_when(self, bool(text))
