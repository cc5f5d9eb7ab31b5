"""FileSaver: ask where a file goes, and write it there whole."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.ui.dialogs.file_asking import FileAsker

from .context import Context


class NotSaved(AppError):
    sentence = "Ce fichier n’a pas pu être enregistré."
    way_out = "Vérifiez la place qui reste et que la clé USB est branchée, puis recommencez."


class FileSaver(FileAsker):
    """Of the animator: a name and bytes."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.worker, parent)

    def ask(self, name: str, data: bytes) -> None:
        self.ask_where(name, lambda _desk, path: write(path, data))


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
