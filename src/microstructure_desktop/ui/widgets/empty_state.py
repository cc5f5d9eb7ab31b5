"""EmptyState: why there is nothing here, and what to do first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from .buttons import Button
from .icon_label import IconLabel
from .labels import Paragraph


class EmptyState(QWidget):
    """Signals:
    action_clicked: the person took the first step.
    other_clicked: the person went another way.
    """

    action_clicked = Signal()
    other_clicked = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = Paragraph(title, "card")
        self._text = Paragraph(text)
        self.action_button = Button(action, "normal")
        self.action_button.clicked.connect(self.action_clicked)
        self.other_button = Button("", "link")
        self.other_button.clicked.connect(self.other_clicked)
        sign = IconLabel(icon, "text3", 32)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 32, 24, 32)
        body.setSpacing(8)
        body.addStretch(1)
        body.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        for part in (self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            body.addWidget(part)
        body.addSpacing(4)
        for button in (self.action_button, self.other_button):
            body.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addStretch(1)
        self.set_words(title, text, action)

    def set_words(self, title: str, text: str = "", action: str = "", other: str = "") -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        for button, words in ((self.action_button, action), (self.other_button, other)):
            button.setText(words)
            button.setVisible(bool(words))
