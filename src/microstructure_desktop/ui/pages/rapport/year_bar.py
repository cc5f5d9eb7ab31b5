"""YearBar: the year of the report, the one before, the one after."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.labels import Label

_WIDE = 52


class YearBar(QWidget):
    """The year of today is the last.

    Signals:
        changed: int, the year wanted.
    """

    changed = Signal(int)

    def __init__(self, last: int) -> None:
        super().__init__()
        self._last = self._year = last
        self.before_button = IconButton("chevron-left", "Année précédente", shortcut="Ctrl+Left")
        self.after_button = IconButton("chevron-right", "Année suivante", shortcut="Ctrl+Right")
        self.label = Label("", "card")
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.setMinimumWidth(look.control_px(_WIDE))
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        for part in (self.before_button, self.label, self.after_button):
            body.addWidget(part)
        self.before_button.clicked.connect(partial(self._move, -1))
        self.after_button.clicked.connect(partial(self._move, 1))
        self.set_year(last)

    def year(self) -> int:
        return self._year

    def set_year(self, year: int) -> None:
        self._year = min(year, self._last)
        self.label.setText(str(self._year))
        self.after_button.setEnabled(self._year < self._last)

    def _move(self, by: int) -> None:
        """The button under the keyboard may have nothing more to do."""
        after = self.after_button.hasFocus()
        self.set_year(self._year + by)
        if after and not self.after_button.isEnabled():
            self.before_button.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit(self._year)
