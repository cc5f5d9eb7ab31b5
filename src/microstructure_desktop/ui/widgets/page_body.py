"""PageBody: the scrolled part of a page, one column and perhaps an aside."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from microstructure_desktop.ui import look

from .layouts import Piece, add, boxed

_ASIDE_FROM = 760  # less room, and the aside goes under the main column
_WIDEST = 16_777_215


class ScrollColumn(QWidget):
    """Named for the stylesheet: what scrolls shows the page's ground."""


class PageBody(QScrollArea):
    """`main` receives the cards; `add_aside` gives a column at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner = ScrollColumn()
        self._columns = QHBoxLayout(inner)
        self._columns.setContentsMargins(24, 20, 24, 20)
        self._columns.setSpacing(20)
        self.main = QVBoxLayout()
        self.main.setSpacing(16)
        self._columns.addLayout(self.main, 1)
        self._aside: QWidget | None = None
        self._aside_width = 0
        self._beside_from = _ASIDE_FROM
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fill(self, *cards: Piece) -> None:
        """The rest of the main column; what room is over goes under it."""
        add(self.main, *cards, None)

    def fill_aside(self, *cards: Piece) -> None:
        """The column at the right, as wide as most pages have it."""
        add(self.add_aside(look.size("aside")), *cards, None)

    def add_aside(self, width: int, beside_from: int = _ASIDE_FROM) -> QVBoxLayout:
        """`width` is already grown: look.size("aside"). `beside_from`: the least room beside."""
        aside = QVBoxLayout()
        aside.setSpacing(16)
        aside.setContentsMargins(0, 0, 0, 0)
        self._aside = boxed(aside)
        self._aside_width = width
        self._beside_from = beside_from
        self._columns.addWidget(self._aside)
        self._share_room()
        return aside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        if self._aside is None:
            return
        beside = self.viewport().width() >= look.px(self._beside_from)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        self._aside.setMinimumWidth(self._aside_width if beside else 0)
        self._aside.setMaximumWidth(self._aside_width if beside else _WIDEST)
