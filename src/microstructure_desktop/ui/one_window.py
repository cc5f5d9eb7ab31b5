"""OneWindow: the one window on screen, its locks and its end, for the cabinet and the animator."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from microstructure_desktop import settings as settings_file
from microstructure_desktop.paths import Home

from . import look
from .application import set_window_icon
from .events import Events
from .theme import Theme
from .worker import Worker

_FIRST_SIZE = (1280, 800)


class OneWindow(QObject):
    """`restart` replaces the process: nothing readable stays in memory after a lock."""

    def __init__(self, home: Home, theme: Theme, restart: Callable[[Home], None]) -> None:
        super().__init__()
        self._home, self._theme, self._restart = home, theme, restart
        self._settings = settings_file.load(home.settings_file)
        self._events = Events()
        self._gate = Worker(None, frozenset, self._events)
        self.worker: Worker | None = None
        self.window: QWidget | None = None

    def finish(self) -> None:
        """Wait for what still runs, whatever way the application ended."""
        self._gate.drain()
        self._close()

    def tell_unexpected(self) -> None:
        """Show that a defect of ours was met; what was saved is safe."""
        from .dialogs.problem import Problem
        from .worker import UnexpectedFailure

        if self.window is not None:
            Problem(self.window, UnexpectedFailure(), self._home.journaux).open()

    def _on_first_shown(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        set_window_icon(app)

    def _watch_session(self) -> None:
        """Locking the computer, or giving it to somebody else, locks what is open too."""
        from .session_watch import SessionWatch

        if self.window is not None and self.worker is not None:
            self._session = SessionWatch(self.window)
            self._session.left.connect(self._events.lock_requested)
            self._session.start(self.window)

    def _lock(self) -> None:
        """Nothing of it may be read any more; who calls then starts afresh."""
        from . import copied

        copied.forget()
        self._close()
        self._events.session_locked.emit()

    def _on_closed(self) -> None:
        self._close()
        app = QApplication.instance()
        if app is not None:
            app.quit()

    def _close(self) -> None:
        """Close what is open, if something is."""
        raise NotImplementedError

    def _show(self, window: QWidget) -> None:
        """Put a window in the place of the one on screen."""
        former = self.window
        window.setWindowTitle("Microstructure")
        window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        if former is not None:
            window.setGeometry(former.geometry())
        else:
            window.resize(*(look.current().px(size) for size in _FIRST_SIZE))
        self.window = window
        window.show()
        if former is not None:
            former.hide()
            former.deleteLater()
