"""NoteLine: a sentence that wraps beside its icon."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from .icon_label import IconLabel
from .labels import Paragraph


class NoteLine(QWidget):
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
        body.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        body.addWidget(self._words, 1)
        self.set_text(text)

    def text(self) -> str:
        return self._words.text()

    def set_text(self, text: str) -> None:
        self._words.setText(text)
        self.setVisible(bool(text))
