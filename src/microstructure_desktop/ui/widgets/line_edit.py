"""LineEdit: one line of text, as wide as what it holds when told so."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from microstructure_desktop.ui import fonts, look

from .themed import Themed


class LineEdit(Themed, QLineEdit):
    """`chars` fixes the width to about that many characters; 0 takes the room there is."""

    def __init__(
        self, text: str = "", *, chars: int = 0, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._chars = chars
        self.setPlaceholderText(hint)
        if chars:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(fonts.font())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._chars:
            hint.setWidth(self.fontMetrics().horizontalAdvance("0") * self._chars + self._edges())
        return hint

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(
            min(hint.width(), 8 * self.fontMetrics().averageCharWidth() + self._edges()),
            hint.height(),
        )

    @staticmethod
    def _edges() -> int:
        return 2 * look.control_px(10) + 8
