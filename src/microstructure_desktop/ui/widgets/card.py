"""Card: a white sheet with a thin border, the ground of everything on a page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from .labels import Label
from .layouts import row
from .themed import set_flag


class Card(QFrame):
    """`body` receives the content; `header` the title and, after a stretch, what is added to it."""

    def __init__(
        self, title: str = "", *, sunken: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("sunken", sunken)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*((10, 10, 10, 10) if sunken else (18, 16, 18, 18)))
        self.body.setSpacing(10)
        self.title = Label(title, "card") if title else None
        self.header = row(spacing=8)
        if self.title:
            self.header.addWidget(self.title)
            self.header.addStretch(1)
            self.body.addLayout(self.header)

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001
        set_flag(self, "chosen", chosen)
