"""DialogFrame: a question over the window, opened and answered, never waited for."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.scrolled import scrolled

_WIDTH = 460
_TITLE_BAR = 48  # what the desktop draws around a window


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
        self._upper = row(sign, self.body, spacing=14)
        self._upper.setStretch(1, 1)
        self._scrolls = False
        whole.addLayout(self._upper, 1)
        whole.addLayout(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        self.adjust()
        super().showEvent(event)

    def adjust(self) -> None:
        """As high as its words at its width: Qt would count them on narrower lines."""
        width = max(self.sizeHint().width(), self.minimumWidth())
        self._fit(width)

    def grow(self) -> None:
        """Make room for the sentences that have just come under the fields."""
        self._whole.activate()
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        room = self.screen().availableGeometry().height() - _TITLE_BAR
        if not self._scrolls and self._whole.totalHeightForWidth(width) > room:
            self._scroll()
        self.resize(width, room if self._scrolls else self._whole.totalHeightForWidth(width))

    def _scroll(self) -> None:
        """Only what is asked moves: the answers stay in sight."""
        self._scrolls, held = True, QWidget()
        self._whole.takeAt(0)
        self._upper.setParent(None)
        held.setLayout(self._upper)
        area = scrolled(held)
        self._whole.insertWidget(0, area, 1)
        area.show()  # else only at the next turn, when its parts ask whether they are seen

    def add_button(self, text: str, kind: str = "normal", *, accepts: bool) -> Button:
        button = Button(text, kind)
        button.clicked.connect(self.accept if accepts else self.reject)
        self.buttons.addWidget(button)
        return button
