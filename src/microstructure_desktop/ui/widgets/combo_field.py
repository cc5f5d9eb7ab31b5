"""ComboField: one choice among many, by code."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from microstructure_desktop.ui import fonts, icons, look

from .themed import Themed


class ComboField(Themed, QComboBox):
    """Choices are (code, label). The wheel scrolls the page, it never changes an answer.

    Signals:
        changed: the code chosen by the person.
    """

    changed = Signal(str)

    def __init__(
        self,
        choices: Iterable[tuple[str, str]] = (),
        *,
        chars: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            if chars
            else QComboBox.SizeAdjustPolicy.AdjustToContents
        )
        self.setMinimumContentsLength(chars or 4)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)
        self.activated.connect(self._on_activated)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(fonts.font())
        self.view().setFont(fonts.font())

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        kept = self.value()
        self.clear()
        for code, label in choices:
            self.addItem(label, code)
        self.set_value(kept)

    def value(self) -> str:
        return self.currentData() or ""

    def set_value(self, code: str) -> None:
        """Show a code; one that is not offered shows nothing."""
        self.setCurrentIndex(self.findData(code))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = look.px(16)
        painter = QPainter(self)
        left = self.width() - look.control_px(10) - side
        top = (self.height() - side) // 2
        painter.drawPixmap(left, top, icons.pixmap("chevron-down", "text2", side))

    def _on_activated(self) -> None:
        self.changed.emit(self.value())
