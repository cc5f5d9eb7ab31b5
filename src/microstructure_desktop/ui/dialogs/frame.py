"""DialogFrame: a question over the window, opened and answered, never waited for."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row

_WIDTH = 460


class DialogFrame(QDialog):
    """`body` receives what the question needs, `buttons` the answers, the last one the main.

    Show it with `open()`; `accepted` and `rejected` tell the answer.
    """

    def __init__(
        self, parent: QWidget, icon: str, tone: str, title: str, text: str, width: int = _WIDTH
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Microstructure")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setModal(True)
        self.setMinimumWidth(look.px(width))
        self.body = column(Paragraph(title, "card"), Paragraph(text, "body", "text2"), spacing=8)
        self.buttons = row(None, spacing=10)
        sign = column(IconLabel(icon, tone, 26), None)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 22, 24, 20)
        whole.setSpacing(20)
        upper = row(sign, self.body, spacing=14)
        upper.setStretch(1, 1)
        whole.addLayout(upper, 1)
        whole.addLayout(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        self.adjust()
        super().showEvent(event)

    def adjust(self) -> None:
        """As high as its words at its width: Qt would count them on narrower lines."""
        width = max(self.sizeHint().width(), self.minimumWidth())
        self.resize(width, self._whole.totalHeightForWidth(width))

    def grow(self) -> None:
        """Make room for the sentences that have just come under the fields."""
        self._whole.activate()
        self.resize(self.width(), self._whole.totalHeightForWidth(self.width()))

    def add_button(self, text: str, kind: str = "normal", *, accepts: bool) -> Button:
        button = Button(text, kind)
        button.clicked.connect(self.accept if accepts else self.reject)
        self.buttons.addWidget(button)
        return button
