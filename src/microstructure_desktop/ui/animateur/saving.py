"""FileSaver: ask where a file goes, and write it there whole."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from microstructure_desktop.errors import AppError

from .context import Context

_KINDS = {
    ".msma-conv": "Convention",
    ".pdf": "Document",
    ".eml": "Message",
    ".xlsx": "Classeur",
    ".json": "Données",
}


class NotSaved(AppError):
    sentence = "Ce fichier n’a pas pu être enregistré."
    way_out = "Vérifiez la place qui reste et que la clé USB est branchée, puis recommencez."


class FileSaver(QObject):
    """Kept by its page, one file at a time.

    Signals:
        saved: Path, where the person put the file.
        failed: AppError.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._parent = context, parent
        self._data = b""
        self.dialog: QFileDialog | None = None

    def ask(self, name: str, data: bytes) -> None:
        """Open the window of the system; nothing is written before it is answered."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        ending = Path(name).suffix
        kind = f"{_KINDS[ending]} (*{ending})"
        dialog = self.dialog = QFileDialog(self._parent, "Enregistrer", folder, kind)
        self._data = data
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending[1:])
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def close(self) -> None:
        """Out of sight with its page."""
        if self.dialog is not None:
            self.dialog.reject()

    def _on_finished(self) -> None:
        self.dialog = None

    def _on_file_chosen(self, name: str) -> None:
        data, self._data = self._data, b""
        done = partial(write, Path(name), data)
        self._context.worker.run(lambda _desk: done(), self._on_written, self._on_failed)

    def _on_written(self, path: Path) -> None:
        self.saved.emit(path)

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)


def write(path: Path, data: bytes) -> Path:
    """Whole under its name, or not at all.

    Raises:
        NotSaved
    """
    partial_file = path.with_name(f".{path.name}.part")
    try:
        partial_file.write_bytes(data)
        partial_file.replace(path)
    except OSError:
        raise NotSaved from None
    return path
