"""PiecePicker: a document pointed at or pasted, read whole and checked before it is kept."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import pieces
from microstructure_desktop.services.pieces import Piece
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine

FILTER = "Documents (*.pdf *.png *.jpg *.jpeg)"
KEPT = (
    "PDF, PNG ou JPEG, 10 Mo au plus. Le fichier d’origine n’est ni modifié ni effacé : "
    "la copie qui reste sur la clé n’est pas chiffrée."
)
NOTHING_PASTED = "Rien à coller : copiez d’abord une image ou un fichier."
_KILO = 1_000


class PiecePicker(QWidget):
    """`piece` is what was read, None until then. Nothing is written anywhere.

    Signals:
        picked: Piece, read and sound.
    """

    picked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = context.worker
        self.piece: Piece | None = None
        self.choose_button = Button("Choisir un fichier…", "normal", "folder-open")
        self.paste_button = Button("Coller", "ghost", "clipboard-paste", shortcut="Ctrl+Shift+V")
        self.found = NoteLine("circle-check", "", "body", "ok", ink="text")
        self.error = NoteLine("circle-alert", "", "label", "danger")
        self.setLayout(
            column(
                row(self.choose_button, self.paste_button, None, spacing=10),
                self.found,
                self.error,
                Paragraph(KEPT, "caption"),
                spacing=8,
            )
        )
        self.setFocusProxy(self.choose_button)
        self.choose_button.clicked.connect(self._on_choose_clicked)
        self.paste_button.clicked.connect(self.paste)

    def read(self, path: Path) -> None:
        """Read a file; `picked` or the sentence under the button follows."""
        self._ask(partial(pieces.lire, path=path))

    def paste(self) -> None:
        """An image, or a file, that was copied elsewhere."""
        board = QGuiApplication.clipboard()
        data = board.mimeData()
        file = next((u for u in data.urls() if u.isLocalFile()), QUrl())
        if file.isLocalFile():
            self.read(Path(file.toLocalFile()))
        elif data.hasImage():
            self._ask(partial(pieces.coller, contenu=_png(board.image())))
        else:
            self.show_error(NOTHING_PASTED)

    def show_error(self, sentence: str) -> None:
        self.error.set_text(sentence)

    def _ask(self, action: partial[Piece]) -> None:
        self.piece = None
        self.show_error("")
        self.found.set_text("")
        self.choose_button.setEnabled(False)
        self._worker.run(action, self._on_read, self._on_failed)

    def _on_read(self, piece: Piece) -> None:
        self.choose_button.setEnabled(True)
        self.piece = piece
        self.found.set_text(f"{piece.mot[0].upper()}{piece.mot[1:]}, {size(len(piece.contenu))}")
        self.picked.emit(piece)

    def _on_failed(self, error: AppError) -> None:
        self.choose_button.setEnabled(True)
        self.show_error(f"{error.sentence} {error.way_out}")

    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, "Choisir un document", "", FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_file_chosen(self, name: str) -> None:
        self.read(Path(name))


def size(octets: int) -> str:
    """« 340 ko », « 1,2 Mo »."""
    kilos = max(1, round(octets / _KILO))
    if kilos < _KILO:
        return f"{kilos}{NBSP}ko"
    return f"{octets / _KILO / _KILO:.1f}{NBSP}Mo".replace(".", ",")


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())
