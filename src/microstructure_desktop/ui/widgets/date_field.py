"""DateField and TimeField: typed entry, read generously, written back in full."""

from collections.abc import Callable
from datetime import date, time, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui import texts

from .line_edit import LineEdit

_DAYS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 7,
    Qt.Key.Key_PageDown: -7,
}
_MINUTES = {Qt.Key.Key_Up: 5, Qt.Key.Key_Down: -5, Qt.Key.Key_PageUp: 60, Qt.Key.Key_PageDown: -60}


class DateField(LineEdit):
    """« 19/11/2026 », « 191126 », « 19/11 », « demain », « +2s », « jeudi ».

    Up and Down move by a day, the page keys by a week. What cannot be read stays on screen.

    Signals:
        changed: date | None, when the person has finished or moved by a key.
    """

    changed = Signal(object)

    def __init__(
        self,
        value: date | None = None,
        *,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(chars=11, parent=parent)
        self._today = today
        self._announced = value
        self.set_value(value)
        self.editingFinished.connect(self._on_finished)

    def value(self) -> date | None:
        """The date typed; None when the field is empty or cannot be read."""
        return texts.parse_date(self.text(), self._today())

    def is_readable(self) -> bool:
        return not self.text().strip() or self.value() is not None

    def set_value(self, value: date | None) -> None:
        self._announced = value
        self.setText(texts.numeric_date(value) if value else "")

    def set_typed(self, text: str) -> None:
        """As if the person had typed it: « +2s »."""
        self.setText(text)
        self._on_finished()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = _DAYS.get(Qt.Key(event.key()))
        if days is None:
            super().keyPressEvent(event)
            return
        self.setText(texts.numeric_date((self.value() or self._today()) + timedelta(days=days)))
        self._on_finished()

    def _on_finished(self) -> None:
        value = self.value()
        if value:
            self.setText(texts.numeric_date(value))
        if value != self._announced or not self.is_readable():
            self._announced = value
            self.changed.emit(value)


class TimeField(LineEdit):
    """« 14:30 », « 14h30 », « 1430 », « 14h ». Up and Down move by five minutes.

    Signals:
        changed: time | None, when the person has finished or moved by a key.
    """

    changed = Signal(object)

    def __init__(self, value: time | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(chars=7, parent=parent)
        self._announced = value
        self.set_value(value)
        self.editingFinished.connect(self._on_finished)

    def value(self) -> time | None:
        return texts.parse_time(self.text())

    def is_readable(self) -> bool:
        return not self.text().strip() or self.value() is not None

    def set_value(self, value: time | None) -> None:
        self._announced = value
        self.setText(texts.clock(value) if value else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _MINUTES.get(Qt.Key(event.key()))
        start = self.value()
        if step is None or start is None:
            super().keyPressEvent(event)
            return
        minutes = (start.hour * 60 + start.minute + step) % (24 * 60)
        self.setText(texts.clock(time(*divmod(minutes, 60))))
        self._on_finished()

    def _on_finished(self) -> None:
        value = self.value()
        if value:
            self.setText(texts.clock(value))
        if value != self._announced or not self.is_readable():
            self._announced = value
            self.changed.emit(value)
