"""DropZone: a place to let go of one file, or to choose it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row


class DropZone(Card):
    """Signals:
    chosen: Path of the file.
    """

    chosen = Signal(object)

    def __init__(self, words: str, suffix: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(sunken=True, parent=parent)
        self._suffix, self._title = suffix, title
        self.setAcceptDrops(True)
        self.button = Button("Choisir le fichier…", "primary", "folder-open")
        self.button.clicked.connect(self.ask)
        said = Paragraph(words, "secondary")
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        sign = row(None, IconLabel("file-input", "text3", 28), None)
        self.body.addLayout(
            column(sign, said, 4, row(None, self.button, None), spacing=8, margins=(8, 10, 8, 10))
        )

    def ask(self) -> None:
        """Open the window of the system."""
        dialog = QFileDialog(self, self._title, "", f"Fichier (*{self._suffix});;Tous (*)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file(event) is not None:
            self.set_chosen(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.set_chosen(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.set_chosen(False)
        path = _file(event)
        if path is not None:
            event.acceptProposedAction()
            self.chosen.emit(path)

    def _on_file_chosen(self, name: str) -> None:
        self.chosen.emit(Path(name))


def _file(event: QDropEvent) -> Path | None:
    """The one file that is carried."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
