"""Presses: how many keys and clicks a person needs, counted by the application itself."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class Presses(QObject):
    """Modifier keys count; free text, which tests send as text, does not."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = 0
        self.clicks = 0
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt
        # every key asks for an override first, and only once where the focus is
        if event.type() is QEvent.Type.ShortcutOverride:
            self.keys += event.key() != 0 and watched is QApplication.focusWidget()
        elif event.type() is QEvent.Type.MouseButtonPress:
            self.clicks += isinstance(watched, QWidget)
        return False

    def stop(self) -> None:
        QApplication.instance().removeEventFilter(self)
