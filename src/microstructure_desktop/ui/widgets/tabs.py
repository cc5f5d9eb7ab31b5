"""Tabs: the parts of a page, one shown."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from microstructure_desktop.ui import look

from .buttons import Button

_STEP = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class TabButton(Button):
    def __init__(self, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "tab", icon, parent=parent)
        self.setCheckable(True)

    def draw_ground(self, painter: QPainter) -> None:
        if not (self.isChecked() or self._hovered()):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("primary" if self.isChecked() else "border"))
        painter.drawRect(QRectF(0, self.height() - 2, self.width(), 2))

    def draw_content(self, painter: QPainter, area: QRect) -> None:
        super().draw_content(painter, area.adjusted(0, 0, 0, -2))


class Tabs(QWidget):
    """Tabs are (key, label) or (key, label, icon); arrows move and choose.

    Signals:
        changed: the key of the tab chosen.
    """

    changed = Signal(str)

    def __init__(
        self, tabs: Iterable[tuple[str, ...]], *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tabs: dict[str, TabButton] = {}
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        for key, label, *icon in tabs:
            tab = TabButton(label, icon[0] if icon else "", self)
            tab.clicked.connect(self._on_tab_clicked)
            body.addWidget(tab)
            self._tabs[key] = tab
        body.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.set_current(next(iter(self._tabs), ""))

    def current(self) -> str:
        return next((key for key, tab in self._tabs.items() if tab.isChecked()), "")

    def set_current(self, key: str) -> None:
        for other, tab in self._tabs.items():
            tab.setChecked(other == key)
            tab.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus
            )

    def choose(self, key: str) -> None:
        """As a click does; a tab that is no more leaves the others as they are."""
        if key in self._tabs:
            self.set_current(key)
            self.changed.emit(key)

    def tab(self, key: str) -> TabButton:
        return self._tabs[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEP.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._tabs)
        chosen = keys[(keys.index(self.current()) + step) % len(keys)]
        self._tabs[chosen].setFocus(Qt.FocusReason.TabFocusReason)
        self.choose(chosen)

    def _on_tab_clicked(self) -> None:
        self.choose(next(key for key, tab in self._tabs.items() if tab is self.sender()))
