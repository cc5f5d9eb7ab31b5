"""FileWatch: tell when a file has been saved, however its editor does it."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_SETTLED_MS = 120  # an editor may empty a file, then write it, or put another in its place


class FileWatch(QObject):
    """Signals:
    saved: the file holds something else, or is gone.
    """

    saved = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._seen = self._stamp()
        self._watcher = QFileSystemWatcher([str(path), str(path.parent)], self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED_MS)
        self._timer.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self._on_changed)
        self._watcher.directoryChanged.connect(self._on_changed)

    def _on_changed(self, _path: str) -> None:
        self._timer.start()

    def _look(self) -> None:
        """A file put in the place of another is not watched any more."""
        if str(self._path) not in self._watcher.files():
            self._watcher.addPath(str(self._path))
        stamp = self._stamp()
        if stamp != self._seen:
            self._seen = stamp
            self.saved.emit()

    def _stamp(self) -> tuple[int, int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino
