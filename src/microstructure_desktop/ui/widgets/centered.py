"""Centered: one card in the middle of a window, scrolled when the window is too low for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from .layouts import column, row
from .page_body import ScrollColumn


class Centered(QScrollArea):
    """`foot` stands under the card. It lays itself out as the whole of its parent."""

    def __init__(self, card: QWidget, parent: QWidget, foot: QLayout | None = None) -> None:
        super().__init__(parent)
        inner = ScrollColumn()
        under = (18, foot) if foot else ()
        inner.setLayout(column(None, row(None, card, None), *under, None, spacing=0))
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(parent)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self)
