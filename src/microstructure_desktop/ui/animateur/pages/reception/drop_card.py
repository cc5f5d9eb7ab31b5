"""DropCard: one big place to let go of what came, or to choose it."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row

_TITLE = "Déposez ici ce que les cabinets vous ont envoyé"
_WHAT = (
    "Paquets (.msma), messages enregistrés (.eml), dossier d’une clé USB, ou feuilles scannées "
    f"(PDF, image). Rien n’est déplacé{NBSP}; rien n’est compté deux fois."
)
_FILTER = "Ce que les cabinets envoient (*.msma *.eml *.pdf *.png *.jpg *.jpeg *.tif *.tiff)"


class DropCard(Card):
    """Signals:
    chosen: tuple of Path, files and folders.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.files_button = Button(
            "Recevoir des fichiers…", "primary", "file-input", shortcut="Ctrl+O"
        )
        self.folder_button = Button("Recevoir un dossier…", "normal", "folder-input")
        self.files_button.clicked.connect(self.ask_files)
        self.folder_button.clicked.connect(self.ask_folder)
        title, what = Paragraph(_TITLE, "card"), Paragraph(_WHAT, "secondary")
        for part in (title, what):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        buttons = row(None, self.files_button, self.folder_button, None, spacing=12)
        sign = row(None, IconLabel("inbox", "primary", 40), None)
        self.body.addLayout(
            column(6, sign, 4, title, what, 10, buttons, 6, spacing=6, margins=(20, 0, 20, 0))
        )

    def set_busy(self, *, busy: bool) -> None:
        self.files_button.setEnabled(not busy)
        self.folder_button.setEnabled(not busy)
        self.files_button.setText("Réception…" if busy else "Recevoir des fichiers…")

    def ask_files(self) -> None:
        """Open the window of the system."""
        dialog = QFileDialog(self, "Recevoir des fichiers", "", f"{_FILTER};;Tous (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._open(dialog)

    def ask_folder(self) -> None:
        dialog = QFileDialog(self, "Recevoir tout un dossier")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.files_button.isEnabled() and _paths(event.mimeData().urls()):
            self.set_chosen(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.set_chosen(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.set_chosen(False)
        paths = _paths(event.mimeData().urls())
        if paths:
            event.acceptProposedAction()
            self.chosen.emit(paths)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_files_selected)
        dialog.open()

    def _on_files_selected(self, names: list[str]) -> None:
        self.chosen.emit(tuple(Path(name) for name in names))


def _paths(urls: Iterable[QUrl]) -> tuple[Path, ...]:
    """All that is carried, when all of it is on this computer."""
    urls = tuple(urls)
    if not all(url.isLocalFile() for url in urls):
        return ()
    return tuple(Path(url.toLocalFile()) for url in urls)
