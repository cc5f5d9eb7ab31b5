"""What is copied from our windows: marked as secret, and gone with the lock."""

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

# What the tools that keep a history of copies agreed to look for: KDE, Windows, macOS.
HINTS = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "CanIncludeInClipboardHistory": b"\0\0\0\0",
    "CanUploadToCloudClipboard": b"\0\0\0\0",
    "application/x-nspasteboard-concealed-type": b"1",
}
_FIRST = next(iter(HINTS))


class Copied(QObject):
    """Whatever widget it was copied from: Qt's own fields copy by themselves."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        QGuiApplication.clipboard().dataChanged.connect(self._on_changed)

    def _on_changed(self) -> None:
        board = QGuiApplication.clipboard()
        copied = board.mimeData() if board.ownsClipboard() else None
        if copied is not None and copied.formats() and not copied.hasFormat(_FIRST):
            board.setMimeData(_marked(copied))


def _marked(copied: QMimeData) -> QMimeData:
    marked = QMimeData()
    for kind in copied.formats():
        marked.setData(kind, copied.data(kind))
    for hint, value in HINTS.items():
        marked.setData(hint, value)
    return marked


def forget() -> None:
    """Empty what other programs could paste, if it comes from here; nothing else is touched."""
    board = QGuiApplication.clipboard()
    if board.ownsClipboard():
        board.clear(QClipboard.Mode.Clipboard)
    if board.ownsSelection():
        board.clear(QClipboard.Mode.Selection)
