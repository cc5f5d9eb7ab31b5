"""FileSaver: ask where a document goes, write it there, and note it."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from microstructure_desktop.services import documents
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context

from . import safe_places
from .file_asking import FileAsker


class FileSaver(FileAsker):
    """Of the cabinet: what leaves it is in its log."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.worker, parent, f"Enregistrer, {safe_places.BEFORE}")

    def ask(self, document: Document) -> None:
        self.ask_where(document.fichier, partial(_write, document=document))


def _write(office: Office, path: Path, *, document: Document) -> Path:
    documents.deliver(office, document, path)
    return path
