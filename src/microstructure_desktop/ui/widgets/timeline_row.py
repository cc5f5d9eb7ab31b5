"""TimelineRow: one event of a story, dated at the left, linked to the next by a line."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from microstructure_desktop.ui import look

from .avatar import RoleDot
from .labels import Label, Paragraph
from .layouts import boxed, column, row
from .tag import Tag
from .themed import Themed

_DATE_WIDTH = 72


class TimelineRow(Themed, QWidget):
    """`tags` are (text, kind). `add_action` puts a button at the right, its middle on the title."""

    def __init__(  # noqa: PLR0913 -- what a line of a story says
        self,
        day: str,
        hour: str,
        role: str,
        title: str,
        caption: str = "",
        text: str = "",
        *,
        tags: Iterable[tuple[str, str]] = (),
        last: bool = False,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._last = last
        dates = [Label(day, "label"), Label(hour, "caption")]
        for label in dates:
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._dates = boxed(column(*dates, None, spacing=0, margins=(0, 5, 0, 0)))
        self.dot = RoleDot(role, icon=icon)
        head = row(Label(title, "strong"), *(Tag(*tag) for tag in tags), None)
        body = QVBoxLayout()
        body.setSpacing(2)
        body.setContentsMargins(0, 4, 0, 20)
        body.addLayout(head)
        if caption:
            body.addWidget(Label(caption, "caption"))
        if text:
            body.addWidget(Paragraph(text))
        body.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self._dates)
        whole.addLayout(column(self.dot, None))
        whole.addLayout(body, 1)
        self._actions = row(spacing=0)
        whole.addLayout(column(self._actions, None))
        self.restyle()

    def restyle(self) -> None:
        self._dates.setFixedWidth(look.control_px(_DATE_WIDTH))

    def set_last(self, *, last: bool) -> None:
        """Whether the line to the next event stops here."""
        self._last = last
        self.update()

    def add_action(self, button: QWidget) -> None:
        self._actions.addWidget(button)
        button.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._last:
            return
        painter = QPainter(self)
        painter.setPen(QPen(look.colour("border"), 2))
        dot = self.dot.geometry()
        across = dot.center().x() + 1
        painter.drawLine(across, dot.bottom() + 4, across, self.height() + 2)
