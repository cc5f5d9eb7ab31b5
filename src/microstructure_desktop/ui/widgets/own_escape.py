"""OwnEscape: Échap leaves an inline editor before it leaves the page."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


class OwnEscape:
    """Mixin, first in the bases: while `holds_escape`, the window's shortcut waits."""

    def holds_escape(self) -> bool:
        return True

    def on_escape(self) -> None:
        """Close the editor."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride and self.holds_escape():
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self.holds_escape():
                self.on_escape()
                return True
        return bool(super().event(event))  # type: ignore[misc]
