"""Themed and KeyboardRing: what every widget of the kit does about the look and the focus."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui import look

_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_ELSEWHERE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class Themed:
    """Mixin, first in the bases: `restyle` runs now and again each time the look changes."""

    def restyle(self) -> None:
        """Take fonts, colours and sizes from the look in force."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.restyle()
        super().changeEvent(event)  # type: ignore[misc]


class KeyboardRing:
    """Mixin, first in the bases: a focus ring for the keyboard only, never after a click."""

    ring = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _ELSEWHERE:
            self.ring = event.reason() in _KEYS
        super().focusInEvent(event)  # type: ignore[misc]
        self.update()  # type: ignore[attr-defined]

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _ELSEWHERE:
            self.ring = False
        super().focusOutEvent(event)  # type: ignore[misc]
        self.update()  # type: ignore[attr-defined]

    def draw_ring(
        self, painter: QPainter, radius: int, tone: str = "focus", inset: int = 1
    ) -> None:
        """Two pixels inside the widget, drawn last."""
        assert isinstance(self, QWidget)
        if not (self.ring and self.hasFocus()):
            return
        painter.setPen(QPen(look.colour(tone), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        area = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, radius, radius)


def set_flag(widget: QWidget, name: str, value: bool) -> None:  # noqa: FBT001
    """Set a property that the stylesheet reads."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def show_when(widget: QWidget, wanted: bool) -> None:  # noqa: FBT001
    """Show or hide; one without a place yet waits for it, else it would flash as a window."""
    placed = widget.parent() is not None or widget.testAttribute(
        Qt.WidgetAttribute.WA_WState_Created
    )
    if wanted and not placed:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        widget.setVisible(wanted)
