"""FileAsker: ask where a file goes, and have it written there."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.ui.worker import Worker

_KINDS = {
    ".xlsx": "Classeur",
    ".csv": "Tableau",
    ".pdf": "Document",
    ".eml": "Message",
    ".msma-inscription": "Inscription",
    ".msma-conv": "Convention",
    ".json": "Données",
    ".age": "Fichier chiffré",
}

Write = Callable[[Any, Path], Path]


class FileAsker(QObject):
    """Kept by its page, one file at a time.

    Signals:
        saved: Path, where the person put the file.
        failed: AppError.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: Worker, parent: QWidget, title: str = "Enregistrer") -> None:
        super().__init__(parent)
        self._worker, self._parent, self._title = worker, parent, title
        self._write: Write | None = None
        self.dialog: QFileDialog | None = None

    def ask_where(self, name: str, write: Write) -> None:
        """Open the window of the system; nothing is written before it is answered."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        ending = Path(name).suffix
        kind = f"{_KINDS[ending]} (*{ending})"
        dialog = self.dialog = QFileDialog(self._parent, self._title, folder, kind)
        self._write = write
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
        if self._write is not None:
            write, self._write = partial(_written, write=self._write, path=Path(name)), None
            self._worker.run(write, self._on_written, self._on_failed)

    def _on_written(self, path: Path) -> None:
        self.saved.emit(path)

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)


def _written(context: Any, *, write: Write, path: Path) -> Path:
    return write(context, path)
