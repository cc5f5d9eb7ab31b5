"""ThemeNav: what activity is read about, one theme shown at a time."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.services.activite_themes import Theme
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.nav_button import NavButton

from . import words

_STEP = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ThemeNav(QWidget):
    """One Tab stop: arrows move to the theme above or below, and show it.

    Signals:
        chosen: the key of the theme wanted.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Thèmes")
        self._buttons: dict[str, NavButton] = {}
        self._rows = column(spacing=2)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addLayout(self._rows)

    def set_themes(self, themes: Iterable[Theme]) -> None:
        wanted = list(themes)
        if [theme.cle for theme in wanted] == list(self._buttons):
            return
        current = self.current()
        clear(self._rows)
        self._buttons = {}
        for theme in wanted:
            button = NavButton(theme.titre, words.icon(theme))
            button.clicked.connect(self._on_clicked)
            self._rows.addWidget(button)
            self._buttons[theme.cle] = button
        self.set_current(current if current in self._buttons else next(iter(self._buttons), ""))

    def current(self) -> str:
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_current(self, key: str) -> None:
        for other, button in self._buttons.items():
            button.setChecked(other == key)
            tab = Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)

    def button(self, key: str) -> NavButton:
        return self._buttons[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEP.get(Qt.Key(event.key()))
        keys = list(self._buttons)
        if step is None or not keys:
            super().keyPressEvent(event)
            return
        self._choose(keys[(keys.index(self.current()) + step) % len(keys)])
        self._buttons[self.current()].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self) -> None:
        self._choose(next(key for key, b in self._buttons.items() if b is self.sender()))

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)
