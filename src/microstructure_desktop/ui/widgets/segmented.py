"""Segmented: one choice among few, in a tray."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from microstructure_desktop.ui import look

from .buttons import Button
from .by_letter import next_label
from .layouts import FlowLayout

_STEP = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class Segmented(QWidget):
    """Choices are (code, label). One Tab stop: arrows move and choose, a digit chooses the n-th, a
    letter the next label that begins with it; Delete gives the answer back when `clearable`.

    Signals:
        changed: the code chosen, "" when given back.
    """

    changed = Signal(str)

    def __init__(
        self,
        choices: Iterable[tuple[str, str]] = (),
        *,
        clearable: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clearable = clearable
        self._parts: dict[str, Button] = {}
        self._flow = FlowLayout(spacing=2, margin=3)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self.set_choices(choices)

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        kept = self.value()
        for part in self._parts.values():
            self._flow.removeWidget(part)
            part.setParent(None)
            part.deleteLater()
        self._parts = {}
        for code, label in choices:
            part = Button(label, "segment", parent=self)
            part.setCheckable(True)
            part.clicked.connect(self._on_part_clicked)
            self._flow.addWidget(part)
            self._parts[code] = part
        self.set_value(kept)

    def value(self) -> str:
        return next((code for code, part in self._parts.items() if part.isChecked()), "")

    def set_value(self, code: str) -> None:
        for other, part in self._parts.items():
            part.setChecked(other == code)
        self._set_tab_stop()

    def part(self, code: str) -> Button:
        return self._parts[code]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        codes = list(self._parts)
        step = _STEP.get(Qt.Key(event.key()))
        nowhere = 0 if step == -1 else -1  # before the first, or after the last
        here = codes.index(self.value()) if self.value() else nowhere
        digit = event.key() - Qt.Key.Key_1
        lettered = next_label([part.text() for part in self._parts.values()], event.text(), here)
        if step is not None and codes:
            self._choose(codes[(here + step) % len(codes)])
        elif 0 <= digit < len(codes):
            self._choose(codes[digit])
        elif lettered is not None:
            self._choose(codes[lettered])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._clearable:
            self._choose("")
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bad = bool(self.property("bad"))
        painter.setPen(QPen(look.colour("danger" if bad else "edge"), 2 if bad else 1))
        painter.setBrush(look.colour("sunken"))
        radius = look.control_px(8)
        inset = 1.0 if bad else 0.5
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius
        )

    def _choose(self, code: str) -> None:
        self.set_value(code)
        if code:
            self._parts[code].setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit(code)

    def _on_part_clicked(self) -> None:
        chosen = next(code for code, part in self._parts.items() if part is self.sender())
        # a click on the part already chosen has unchecked it
        given_back = self._clearable and not self._parts[chosen].isChecked()
        self.set_value("" if given_back else chosen)
        self.changed.emit(self.value())

    def _set_tab_stop(self) -> None:
        """Tab reaches the part chosen, else the first: the others are for the arrows."""
        stop = self.value() or next(iter(self._parts), "")
        for code, part in self._parts.items():
            part.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if code == stop else Qt.FocusPolicy.ClickFocus
            )
        if stop:
            self.setFocusProxy(self._parts[stop])
