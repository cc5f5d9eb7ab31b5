"""Place: where the tables go, asked before anything is written."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from microstructure_desktop.services.tableaux_equipe import Format
from microstructure_desktop.ui.dialogs import safe_places

from . import words


class Place(QObject):
    """The window of the system, one at a time.

    Signals:
        chosen: Path, of the workbook or of the folder to make.
        given_up: nothing was chosen.
    """

    chosen = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._name = ""
        self.dialog: QFileDialog | None = None

    def ask(self, name: str, wanted: Format) -> None:
        """`name`: the one proposed, without an ending."""
        self._name = name
        dialog = self.dialog = QFileDialog(self._parent)
        if wanted is Format.XLSX:
            dialog.setWindowTitle(f"{words.CHOOSE_FILE}, {safe_places.BEFORE}")
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setNameFilter(words.XLSX_FILE)
            dialog.setDefaultSuffix(wanted.value)
            dialog.fileSelected.connect(self._on_file_chosen)
        else:
            dialog.setWindowTitle(f"{words.CHOOSE_FOLDER}, {safe_places.BEFORE}")
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            dialog.fileSelected.connect(self._on_folder_chosen)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(documents))
        if wanted is Format.XLSX:
            dialog.selectFile(f"{name}.{wanted.value}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.rejected.connect(self.given_up)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def close(self) -> None:
        """Out of sight with its page."""
        if self.dialog is not None:
            self.dialog.reject()

    def _on_file_chosen(self, path: str) -> None:
        self.chosen.emit(Path(path))

    def _on_folder_chosen(self, folder: str) -> None:
        self.chosen.emit(Path(folder) / self._name)

    def _on_finished(self) -> None:
        self.dialog = None
