"""DiscretionKey: F9 over a dialog too, where the shortcuts of the window are silent."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication

from .discretion import Discretion

KEY = "F9"
_NAME = "discretion"


class DiscretionKey(QObject):
    """The window itself has the key on a button of its sidebar."""

    def __init__(self, discretion: Discretion, parent: QObject) -> None:
        super().__init__(parent)
        self._discretion = discretion
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusWindowChanged.connect(self._on_window_changed)

    def _on_window_changed(self, _window: QWindow | None) -> None:
        dialog = QApplication.activeModalWidget()
        only_its_own = Qt.FindChildOption.FindDirectChildrenOnly
        if dialog is None or dialog.findChild(QShortcut, _NAME, only_its_own) is not None:
            return
        shortcut = QShortcut(QKeySequence(KEY), dialog)
        shortcut.setObjectName(_NAME)
        shortcut.activated.connect(self._discretion.toggle)
