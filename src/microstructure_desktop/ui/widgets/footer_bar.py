"""FooterBar: what ends a form, always in sight, never over a field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from .icon_label import IconLabel
from .labels import Label


class FooterBar(QFrame):
    """A hint about the keys at the left; `add_left` and `add_right` receive buttons."""

    def __init__(
        self, hint: str = "", icon: str = "keyboard", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._body = QHBoxLayout(self)
        self._body.setContentsMargins(24, 12, 24, 12)
        self._body.setSpacing(10)
        self._sign = IconLabel(icon)
        self.hint = Label(hint, "caption")
        self._body.addWidget(self._sign)
        self._body.addWidget(self.hint, 1)
        self._left = 0
        self._sign.setVisible(bool(hint))

    def add_left(self, widget: QWidget) -> None:
        self._body.insertWidget(self._left, widget)
        self._left += 1

    def add_right(self, widget: QWidget) -> None:
        self._body.addWidget(widget)

    def set_hint(self, text: str) -> None:
        self.hint.setText(text)
        self._sign.setVisible(bool(text))
