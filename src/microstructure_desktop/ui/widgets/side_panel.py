"""SidePanel: the list beside a page, or over it as a drawer when there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from microstructure_desktop.ui import look

from .themed import Themed


class SidePanel(Themed, QFrame):
    """Kept in `row`, at place 1, or floating over it."""

    def __init__(self, content: QWidget, ground: QHBoxLayout) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._ground = ground
        self._drawer = False
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 1, 0)
        body.addWidget(content)
        self.setFocusProxy(content)
        ground.insertWidget(1, self)
        self.hide()
        self.restyle()

    def restyle(self) -> None:
        self.setFixedWidth(look.size("list"))

    def is_open_drawer(self) -> bool:
        return self._drawer and self.isVisible()

    def place(self, *, wanted: bool, beside: bool) -> None:
        """Beside the page when there is room; else hidden until the drawer is opened."""
        if beside == self._drawer:
            self._drawer = not beside
            if beside:
                self._ground.insertWidget(1, self)
            else:
                self._ground.removeWidget(self)
        self.setVisible(wanted and beside)

    def toggle_drawer(self, left: int, height: int) -> None:
        if self.is_open_drawer():
            self.hide()
            return
        self.setGeometry(left, 0, self.width(), height)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
