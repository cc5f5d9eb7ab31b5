"""FileSaver: ask where a file goes, write it there, and note it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import documents
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context

from . import safe_places

_KINDS = {
    ".xlsx": "Classeur",
    ".csv": "Tableau",
    ".pdf": "Document",
    ".msma-inscription": "Inscription",
    ".json": "Données",
    ".age": "Fichier chiffré",
}


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
        self._context = context
        self._parent = parent
        self._document: Document | None = None
        self._dialog: QFileDialog | None = None

    def ask(self, document: Document) -> None:
        """Open the window of the system; nothing is written before it is answered."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        ending = Path(document.fichier).suffix
        kind = f"{_KINDS[ending]} (*{ending})"
        title = f"Enregistrer, {safe_places.BEFORE}"
        dialog = self._dialog = QFileDialog(self._parent, title, folder, kind)
        self._document = document
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending[1:])
        dialog.selectFile(document.fichier)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def close(self) -> None:
        """Out of sight with its page."""
        if self._dialog is not None:
            self._dialog.reject()

    def _on_finished(self) -> None:
        self._dialog = None

    def _on_file_chosen(self, name: str) -> None:
        if self._document is not None:
            write = partial(_write, document=self._document, path=Path(name))
            self._document = None
            self._context.worker.run(write, self._on_written, self._on_failed)

    def _on_written(self, path: Path) -> None:
        self.saved.emit(path)

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)


def _write(office: Office, *, document: Document, path: Path) -> Path:
    documents.deliver(office, document, path)
    return path
