"""Figure: one number of a dashboard, its share as a bar and what it counts in words."""

from PySide6.QtWidgets import QWidget

from .bar import Bar
from .card import Card
from .labels import Label


class Figure(Card):
    def __init__(
        self, label: str, tone: str = "primary", caption: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(3)
        self._label = Label(label, "secondary")
        self._value = Label("", "figure")
        self._bar = Bar(0, tone)
        self._caption = Label(caption, "caption")
        for part in (self._label, self._value, self._bar):
            self.body.addWidget(part)
        self.body.addSpacing(2)
        self.body.addWidget(self._caption)

    def set_value(self, value: str, share: float, caption: str) -> None:
        self._value.setText(value)
        self._bar.set_share(share)
        self._caption.setText(caption)
