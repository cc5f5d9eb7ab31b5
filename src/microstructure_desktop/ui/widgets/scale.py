"""Scale: one figure from a low to a high end, usually 0 to 10."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from microstructure_desktop.ui import look

from .buttons import Button
from .labels import Label
from .layouts import FlowLayout, row

_STEP = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
}


class ScaleButton(Button):
    def __init__(self, figure: int, parent: QWidget) -> None:
        super().__init__(str(figure), "scale", parent=parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = look.control_px(self.skin.height)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Scale(QWidget):
    """One Tab stop. A digit answers; 1 then 0 answers 10; arrows move; Delete gives back.

    Signals:
        changed: the figure, or None when given back.
    """

    changed = Signal(object)

    def __init__(
        self,
        first: int = 0,
        last: int = 10,
        low: str = "",
        high: str = "",
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._typed = ""
        self._buttons = {figure: ScaleButton(figure, self) for figure in range(first, last + 1)}
        flow = FlowLayout(spacing=4)
        for figure, button in self._buttons.items():
            button.clicked.connect(self._on_button_clicked)
            flow.addWidget(button)
            words = {first: low, last: high}.get(figure, "")
            button.setAccessibleName(f"{figure} {words}".strip())
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(3)
        body.addLayout(flow)
        if low or high:
            body.addLayout(row(Label(low, "caption"), None, Label(high, "caption")))
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self.set_value(None)

    def value(self) -> int | None:
        return next((n for n, button in self._buttons.items() if button.isChecked()), None)

    def set_value(self, value: int | None) -> None:
        for figure, button in self._buttons.items():
            button.setChecked(figure == value)
        self._set_tab_stop()

    def button(self, figure: int) -> Button:
        return self._buttons[figure]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        figures = list(self._buttons)
        chosen = self.value()
        here = figures[0] if chosen is None else chosen
        key = Qt.Key(event.key())
        if key in _STEP:
            self._choose(min(max(here + _STEP[key], figures[0]), figures[-1]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(figures[0 if key is Qt.Key.Key_Home else -1])
        elif event.text().isdecimal():
            self._type(event.text())
            return
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(None)
        else:
            super().keyPressEvent(event)
        self._typed = ""

    def _type(self, digit: str) -> None:
        """Two digits make a figure when the scale has it; else the last one typed answers."""
        for text in (self._typed + digit, digit):
            if int(text) in self._buttons:
                self._typed = text
                self._choose(int(text))
                return

    def _choose(self, value: int | None) -> None:
        self.set_value(value)
        if value is not None:
            self._buttons[value].setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit(value)

    def _on_button_clicked(self) -> None:
        figure = next(n for n, button in self._buttons.items() if button is self.sender())
        # a click on the figure already chosen has unchecked it: the answer is given back
        self.set_value(figure if self._buttons[figure].isChecked() else None)
        self.changed.emit(self.value())

    def _set_tab_stop(self) -> None:
        stop = self.value()
        if stop is None:
            stop = next(iter(self._buttons))
        for figure, button in self._buttons.items():
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if figure == stop else Qt.FocusPolicy.ClickFocus
            )
        self.setFocusProxy(self._buttons[stop])
