"""ReceiptsCard: where receipts are written, and what to do with them."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph

_WHY = (
    "Chaque paquet lu donne un accusé signé. Renvoyez-le au cabinet par le même chemin\xa0: tant "
    "qu’il ne l’a pas, son envoi reste en attente. Sur une clé USB, il est déjà dans le dossier "
    "«\xa0accuses\xa0»."
)


class ReceiptsCard(Card):
    """Signals:
    place_chosen: Path of the folder for receipts.
    """

    place_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("Accusés de réception")
        self._place = Path()
        self.where = Label("", "caption")
        self.open_button = Button("Ouvrir le dossier", "normal", "folder-open")
        self.change_button = Button("Changer de dossier…", "link", "folder-input")
        self.open_button.clicked.connect(self._on_open_clicked)
        self.change_button.clicked.connect(self.ask)
        for part in (Paragraph(_WHY, "secondary"), self.where):
            self.body.addWidget(part)
        self.body.addWidget(self.open_button)
        self.body.addWidget(self.change_button)

    def show_place(self, place: Path) -> None:
        self._place = place
        self.where.setText(str(place))

    def ask(self) -> None:
        """Open the window of the system."""
        dialog = QFileDialog(self, "Dossier des accusés de réception", str(self._place))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, name: str) -> None:
        self.place_chosen.emit(Path(name))

    def _on_open_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._place)))
