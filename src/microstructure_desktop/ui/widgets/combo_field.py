"""ComboField: one choice among many, by code."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from microstructure_desktop.ui import fonts, icons, look

from .themed import Themed


class ComboField(Themed, QComboBox):
    """Choices are (code, label); `chars` fixes the width, else the longest label does.

    The wheel scrolls the page, it never changes an answer.

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
        self._chars = chars
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)
        self.activated.connect(self._on_activated)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(fonts.font())
        self.view().setFont(fonts.font())

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = max(
            (metrics.horizontalAdvance(self.itemText(at)) for at in range(self.count())), default=0
        )
        if self._chars:
            words = metrics.horizontalAdvance("0") * self._chars
        return QSize(words + self._edges(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        least = 6 * self.fontMetrics().horizontalAdvance("0") + self._edges()
        return QSize(min(hint.width(), least), hint.height())

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

    @staticmethod
    def _edges() -> int:
        return 3 * look.control_px(10) + look.px(16) + 4

    def _on_activated(self) -> None:
        self.changed.emit(self.value())
