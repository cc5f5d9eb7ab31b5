"""First step: which file, what it must hold, and what was taken up before."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.page_body import PageBody

from .lots_card import LotsCard

_WHAT = (
    "Un tableau CSV ou XLSX, une ligne par personne, avec au moins le nom, le prénom et la date de "
    "naissance. Le téléphone, le sexe, l’inclusion, la sortie et l’orienteur sont repris s’ils y "
    "sont."
)
_PROMISES = (
    ("eye", "Rien n’est enregistré avant l’aperçu de toutes les lignes et votre accord."),
    ("undo-2", "La reprise entière peut être annulée ensuite."),
    ("hard-drive", "Le fichier n’est ni modifié ni copié, et son nom n’est pas gardé."),
)


class FileStep(QWidget):
    """Signals:
    choose_asked: the person wants to point at a file.
    """

    choose_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choose_button = Button("Choisir un fichier…", "primary", "folder-open")
        self.choose_button.clicked.connect(self.choose_asked)
        self.lots = LotsCard()
        card = Card("Le fichier à reprendre")
        card.body.addWidget(Paragraph(_WHAT, "body"))
        for icon, promise in _PROMISES:
            card.body.addWidget(NoteLine(icon, promise, "secondary", "text3", ink="text2"))
        card.body.addLayout(row(self.choose_button, None))
        for each in (card, self.lots):
            each.setMaximumWidth(look.size("text_max"))
        body = PageBody()
        body.fill(card, self.lots)
        self.setLayout(column(body))

    def set_busy(self, *, busy: bool) -> None:
        self.choose_button.setEnabled(not busy)
        self.choose_button.setText("Lecture…" if busy else "Choisir un fichier…")
